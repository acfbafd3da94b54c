import type { Finding, Profile } from '@cordon/model'
import type { PaymentMessage, Transaction } from '../message.ts'
import type { BehaviourKnowledge } from './knowledge.ts'
import type { PaymentObservation } from './observation.ts'
import { type OrderVerdict, PaymentWatch } from './payment-watch.ts'
import type { PaymentMethod, PaymentRule, PaymentRuleKind, PaymentRules, SignFamily } from './rule.ts'

/** A Dhaka bank with one dollar account in New York and one desk, Sunday to Thursday, nine to six. */
export const testProfile: Profile = {
  institution: { name: 'Test Bank', country: 'bd', bics: ['TESTBDDHXXX'] },
  accounts: [{ id: 'RES-1', bic: 'CORRUS33XXX', currency: 'USD' }],
  operators: [
    { id: 'desk', timeZone: 'Asia/Dhaka', hours: [{ days: [7, 1, 2, 3, 4], from: 540, to: 1080 }] },
  ],
  calendars: { bd: ['2016-02-21'], ph: ['2016-02-08'], us: ['2016-02-15'] },
  hosts: [],
  ships: [],
}

const method: PaymentMethod = {
  review: 7,
  hold: 10,
  suspect: 4,
  familyShare: 0.3,
  leastFamilies: 2,
  priorOrders: 50,
  startUpDays: 5,
  startUpOrders: 40,
}

/** One rule of a kind, heavy enough to be seen. */
export function testRule(
  kind: PaymentRuleKind,
  family: SignFamily,
  parameters: Record<string, unknown> = {},
  changes: Partial<PaymentRule> = {},
): PaymentRule {
  return {
    id: kind,
    kind,
    version: '1',
    title: kind,
    family,
    expected: 0.5,
    usual: 0.01,
    most: 4,
    rationale: 'a test',
    cites: [],
    parameters,
    ...changes,
  }
}

/** Rules of a test. */
export function testRules(rules: readonly PaymentRule[], changes: Partial<PaymentMethod> = {}): PaymentRules {
  return {
    name: 'test-rules',
    version: '1',
    method: { ...method, ...changes },
    weekends: { bd: [5, 6], other: [6, 7] },
    rules,
    citations: [],
    organisationWords: ['foundation', 'fundacion', 'association', 'trading', 'textiles', 'limited', 'water'],
  }
}

/** What an order of a test may say. */
export interface TestOrder {
  readonly at: string
  readonly id?: string
  readonly name?: string
  readonly account?: string
  readonly bank?: string
  readonly amount?: string
  readonly currency?: string
  readonly kind?: 'customerTransfer' | 'bankTransfer'
  readonly sequence?: number
  readonly uetr?: string
}

let counter = 0

/** An order sent to the correspondent. */
export function order(said: TestOrder): PaymentObservation {
  const { at, name = 'Padma Textiles Limited', account, bank = 'KNOWUS33', amount = '1234.56' } = said
  const id = said.id ?? `REF${String(++counter).padStart(7, '0')}`
  const transaction: Transaction = {
    kind: said.kind ?? 'customerTransfer',
    references: { instruction: id, ...(said.uetr !== undefined && { uetr: said.uetr }) },
    amount: { value: amount, currency: said.currency ?? 'USD' },
    settlementDate: at.slice(0, 10),
    parties: [
      { role: 'creditorAgent', bic: { value: bank, path: ':57A:' }, address: [], identifiers: [] },
      {
        role: 'creditor',
        name: { value: name, path: ':59:/2' },
        account: { value: account ?? `A${name.length}${name.slice(0, 9)}`, path: ':59:/1' },
        address: [],
        identifiers: [],
      },
    ],
    texts: [],
  }
  const message: PaymentMessage = {
    family: 'MT',
    type: said.kind === 'bankTransfer' ? '202' : '103',
    id,
    sender: 'TESTBDDHXXX',
    receiver: 'CORRUS33XXX',
    ...(said.sequence !== undefined && { session: 1, sequence: said.sequence }),
    transactions: [transaction],
  }
  return { message, time: Date.parse(`${at}+06:00`) }
}

/** An answer to an order, or an entry of its own. */
export function answer(
  kind: 'ACK' | 'NAK' | 'debitConfirmation' | 'statementEntry' | 'freeFormat' | 'cancellationRequest',
  related: string,
  at: string,
  amount = '1234.56',
): PaymentObservation {
  const time = Date.parse(`${at}+06:00`)
  if (kind === 'ACK' || kind === 'NAK')
    return {
      time,
      message: {
        family: 'MT',
        type: '103',
        id: related,
        sender: 'TESTBDDHXXX',
        acknowledgement: kind,
        transactions: [],
      },
    }
  return {
    time,
    message: {
      family: 'MT',
      type: '900',
      id: `ANS${++counter}`,
      sender: 'CORRUS33XXX',
      receiver: 'TESTBDDHXXX',
      transactions: [
        {
          kind,
          references: { related },
          amount: { value: amount, currency: 'USD' },
          status: 'D',
          parties: [],
          texts: [],
        },
      ],
    },
  }
}

const workDays = ['10', '11', '12', '13', '14', '17', '18', '19', '20', '21', '24', '25', '26', '27', '28']

/** Three ordinary weeks of January 2016: six orders a working day to a handful of known firms, at usual sizes. */
export function ordinary(perDay = 6): PaymentObservation[] {
  return workDays.flatMap((day, dayIndex) =>
    Array.from({ length: perDay }, (_, index) =>
      order({
        at: `2016-01-${day}T${String(10 + (index % 7)).padStart(2, '0')}:${String((index * 7) % 60).padStart(2, '0')}:00`,
        name: ['Padma Textiles Limited', 'Meghna Trading Limited', 'Orient Water Limited'][index % 3]!,
        amount: `${1000 + 37 * ((dayIndex * perDay + index) % 23)}.${10 + index}`,
      }),
    ),
  )
}

/** Runs a stream through the watch, advancing after each message, and gives all that came out. */
export function run(
  rules: PaymentRules,
  stream: readonly PaymentObservation[],
  profile: Profile = testProfile,
): { verdicts: OrderVerdict[]; findings: Finding[]; watch: PaymentWatch } {
  const verdicts: OrderVerdict[] = []
  const watch = new PaymentWatch({ onVerdict: (verdict) => verdicts.push(verdict) })
  const known: BehaviourKnowledge = { profile, rules, versions: { profile: '1' } }
  watch.start(known)
  const findings: Finding[] = []
  for (const observation of stream) {
    findings.push(...watch.observe([observation]))
    if (observation.time !== undefined) findings.push(...watch.advance(observation.time))
  }
  return { verdicts, findings, watch }
}

/** The signs that the last order of a stream shows. */
export function signsOfLast(
  rule: PaymentRule | readonly PaymentRule[],
  stream: readonly PaymentObservation[],
  profile?: Profile,
): string[] {
  const rules = testRules(Array.isArray(rule) ? rule : [rule as PaymentRule])
  return run(rules, stream, profile)
    .verdicts.at(-1)!
    .signs.map((sign) => sign.rule)
}
