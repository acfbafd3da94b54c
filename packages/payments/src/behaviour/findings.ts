import { type Evidence, type Finding, findingId, isoSeconds, type Ref, type Severity } from '@cordon/model'
import type { MissingAnswer } from './answers.ts'
import type { BehaviourKnowledge } from './knowledge.ts'
import type { Order } from './order.ts'
import type { PaymentMethod, PaymentRule } from './rule.ts'
import type { SequenceGap } from './sequences.ts'
import type { WeighedSign, Weighing } from './weigh.ts'

/** The rule under which the findings on single orders stand: their signs are rules of their own, in the evidence. */
export const orderRuleId = 'payment-behaviour'

/** What a finding on an order needs to know of it, now or when an answer is missing days later. */
export interface OrderView {
  readonly id: string
  readonly account: string
  readonly time: number
  readonly label: string
  readonly where?: string | undefined
}

/** An order as its finding shows it. */
export function viewOf(order: Order): OrderView {
  const to = order.creditor.text || order.bank || 'unknown'
  const { id, account, time, where } = order
  return {
    id,
    account,
    time,
    where,
    label: `${order.amount.toLocaleString('en-US')} ${order.currency} to ${to}`,
  }
}

/** The finding on an order whose signs are enough for review or hold. */
export function orderFinding(
  view: OrderView,
  weighing: Weighing,
  revision: number,
  known: BehaviourKnowledge,
): Finding {
  const { method } = known.rules
  const { recommendation, total, families } = weighing
  const signs = weighing.signs.filter(({ weight }) => weight !== 0)
  const strongest = [...signs].sort((a, b) => b.weight - a.weight).slice(0, 3)
  const why = strongest.map(({ detail }) => detail).join(' ')
  return {
    ...common(known, orderRuleId, known.rules.version, [orderRef(view), accountRef(view.account)], view.id),
    revision,
    state: 'open',
    severity: severityOf(total, method),
    score: Math.round(1000 * Math.max(0, Math.min(1, total / (2 * method.hold)))) / 1000,
    window: { start: view.time, end: view.time },
    evidence: [
      {
        feature: 'recommendation',
        query: recommendation,
        candidate: `review from ${method.review}, hold from ${method.hold}`,
        contribution: 0,
        detail: `The signs come to ${total.toFixed(1)} of log-odds in ${families} families; ${recommendation} is recommended.`,
        ...(view.where !== undefined && { path: view.where }),
      },
      ...evidenceOf(signs, known),
    ],
    statement: `${recommendation === 'hold' ? 'Hold' : 'Review'} ${view.id}, ${view.label}, of ${isoSeconds(view.time)}: ${why}`,
  }
}

/** The finding on an order that no statement, or no confirmation, ever showed. */
export function missingFinding(
  view: OrderView,
  { kind, due, usual }: MissingAnswer,
  rule: PaymentRule,
  known: BehaviourKnowledge,
): Finding {
  const share = `${(100 * usual).toFixed(1)} %`
  return {
    ...common(known, rule.id, rule.version, [orderRef(view), accountRef(view.account)], `${view.id} ${kind}`),
    revision: 1,
    state: 'open',
    severity: 'low',
    score: 0.3,
    window: { start: view.time, end: due },
    evidence: [
      {
        feature: rule.id,
        query: view.id,
        candidate: `${kind} of ${share} of earlier orders`,
        contribution: 0.3,
        detail: `No ${kind} had come by ${isoSeconds(due)}; the account usually gets it for ${share} of its orders.`,
      },
      ...citations([rule.id], known),
    ],
    statement: `${view.id}, ${view.label}, sent at ${isoSeconds(view.time)}, has no ${kind} by ${isoSeconds(due)}.`,
  }
}

/** The finding on an account many of whose orders go unanswered: the printer is silent. */
export function silenceFinding(
  account: string,
  kind: string,
  day: string,
  orders: { readonly count: number; readonly usual: number; readonly first: number; readonly last: number },
  rule: PaymentRule,
  known: BehaviourKnowledge,
): Finding {
  const count = Math.round(orders.count)
  return {
    ...common(known, rule.id, rule.version, [accountRef(account)], `${kind} ${day}`),
    revision: count,
    state: 'open',
    severity: 'high',
    score: 0.8,
    window: { start: orders.first, end: orders.last },
    evidence: [
      {
        feature: rule.id,
        query: `${count} orders without ${kind}`,
        candidate: `at most ${Math.round(orders.usual)} before`,
        contribution: 0.8,
        detail: `Within a day some ${count} orders of the account had no ${kind} in time; never before were there more than ${Math.round(orders.usual)}.`,
      },
      ...citations([rule.id], known),
    ],
    statement: `Account ${account}: some ${count} orders have no ${kind}. Is what answers them kept back?`,
  }
}

/** What an entry or confirmation without an order says. */
export interface LoneEntry {
  readonly account: string
  readonly reference: string
  readonly text: string
  readonly time: number
  readonly where?: string | undefined
  /** The order is there, but with another sum. */
  readonly ordered?: string
}

/** The finding on money that left without an order, or in another sum than was ordered. */
export function loneEntryFinding(entry: LoneEntry, rule: PaymentRule, known: BehaviourKnowledge): Finding {
  const { account, reference, text, time, where, ordered } = entry
  const detail =
    ordered === undefined
      ? `${text} was debited under ${reference}; no order with this reference was sent.`
      : `${text} was debited under ${reference}; the order was for ${ordered}.`
  const ref: Ref = { kind: 'payment', id: reference, label: reference }
  return {
    ...common(known, rule.id, rule.version, [ref, accountRef(account)], `${reference} ${text}`),
    revision: 1,
    state: 'open',
    severity: 'high',
    score: 0.7,
    window: { start: time, end: time },
    evidence: [
      {
        feature: rule.id,
        query: reference,
        candidate: ordered ?? 'no order',
        contribution: 0.7,
        detail,
        ...(where !== undefined && { path: where }),
      },
      ...citations([rule.id], known),
    ],
    statement: `Account ${account}: ${detail}`,
  }
}

/** The finding on missing numbers. */
export function gapFinding(gap: SequenceGap, rule: PaymentRule, known: BehaviourKnowledge): Finding {
  const { sender, session, from, to, before, after } = gap
  const count = to - from + 1
  const which = count === 1 ? `message ${from} is` : `messages ${from} to ${to} are`
  const detail = `Of session ${session} ${which} missing between ${isoSeconds(before)} and ${isoSeconds(after)}.`
  return {
    ...common(
      known,
      rule.id,
      rule.version,
      [{ kind: 'party', id: sender, label: sender }],
      `${session} ${from} ${before}`,
    ),
    revision: 1,
    state: 'open',
    severity: 'medium',
    score: 0.5,
    window: { start: before, end: after },
    evidence: [
      { feature: rule.id, query: `${from}-${to}`, candidate: 'nothing', contribution: 0.5, detail },
      ...citations([rule.id], known),
    ],
    statement: `${sender}: ${detail} Were they deleted?`,
  }
}

function common(
  known: BehaviourKnowledge,
  rule: string,
  ruleVersion: string,
  subjects: readonly Ref[],
  anchor: string,
) {
  const { rules, versions } = known
  return {
    id: findingId({ watch: 'payments', rule, subjects, matches: [], anchor }),
    watch: 'payments' as const,
    rule,
    ruleVersion,
    subjects,
    matches: [],
    knowledgeVersions: { ...versions, [rules.name]: rules.version },
    marking: 'TLP:AMBER' as const,
  }
}

const orderRef = ({ id, label }: OrderView): Ref => ({ kind: 'payment', id, label: `${id}: ${label}` })
const accountRef = (id: string): Ref => ({ kind: 'account', id, label: id })

function severityOf(total: number, { review, hold }: PaymentMethod): Severity {
  if (total >= hold + (hold - review)) return 'critical'
  return total >= hold ? 'high' : 'medium'
}

function evidenceOf(signs: readonly WeighedSign[], known: BehaviourKnowledge): Evidence[] {
  const sorted = [...signs].sort((a, b) => b.weight - a.weight)
  return [
    ...sorted.map(({ rule, query, candidate, detail, path, weight, ordinary }) => ({
      feature: rule,
      query,
      candidate,
      contribution: Math.round(1000 * weight) / 1000,
      detail: `${detail} (${(100 * ordinary).toFixed(2)} % of the account's ordinary orders show this sign.)`,
      ...(path !== undefined && { path }),
    })),
    ...citations(
      sorted.map(({ rule }) => rule),
      known,
    ),
  ]
}

/** What the rules rest on; it adds nothing to the score. */
function citations(ids: readonly string[], { rules }: BehaviourKnowledge): Evidence[] {
  const cited = new Set(rules.rules.filter(({ id }) => ids.includes(id)).flatMap(({ cites }) => cites))
  return rules.citations
    .filter(({ id }) => cited.has(id))
    .map(({ id, title, says, verified }) => ({
      feature: 'citation',
      query: rules.name,
      candidate: title,
      contribution: 0,
      detail: verified === false ? `${says} (One source, or none of first hand.)` : says,
      source: id,
      version: rules.version,
    }))
}
