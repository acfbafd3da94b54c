import type { Instant } from '@cordon/model'
import type { PaymentMessage, Transaction } from '../message.ts'
import { isoDayOf } from './local-time.ts'
import type { Order } from './order.ts'
import type { OwnSide } from './own-side.ts'
import { RecentMap } from './recent-map.ts'
import { numberOf, type PaymentRule } from './rule.ts'
import type { WeighedSign } from './weigh.ts'

/** What answers a sent order: the network, the account's servicer, the account's statement. */
export const answerKinds = ['acknowledgement', 'confirmation', 'entry'] as const
/** One of `answerKinds`. */
export type AnswerKind = (typeof answerKinds)[number]

/** A sent order whose answers are waited for. */
export interface Pending {
  readonly id: string
  readonly reference: string
  readonly account: string
  readonly time: Instant
  /** What it said, for a person: `20,000,000 USD to ...`. */
  readonly label: string
  signs: readonly WeighedSign[]
  readonly due: Readonly<Record<AnswerKind, Instant>>
  /** Answers that came, or whose time is over. */
  done: AnswerKind[]
  readonly missing: AnswerKind[]
  revision: number
}

/** How often an answer came of those that were due, by account and kind. */
export type AnswerRates = Readonly<Record<string, readonly [due: number, came: number]>>

/** The book as plain data. */
export interface AnswerState {
  readonly pending: readonly (readonly [string, Pending])[]
  readonly rates: AnswerRates
  /** Orders that were forgotten because too many waited. */
  readonly dropped: number
  readonly reached: Instant
}

/** An answer that should have come. */
export interface MissingAnswer {
  readonly pending: Pending
  readonly kind: AnswerKind
  readonly due: Instant
  /** Share of the account's earlier orders that were answered so in time. */
  readonly usual: number
}

/** Most orders that may wait at once; beyond it the oldest is forgotten and counted. */
export const mostPending = 60_000

const hourMs = 3_600_000
/** Answers are asked after every ten minutes. */
const slotMs = 600_000
const dayMs = 86_400_000

/**
 * Orders that wait for their answers. An answer is due after `acknowledgementMinutes` (30), `confirmationHours` (12), `entryHours`
 * (40); what falls on days on which the servicer's country is closed is put off. Only an answer that an account usually gets
 * (`usually`, 0.9, of at least `least`, 100) can be missing.
 */
export class Answers {
  dropped: number
  private readonly own: OwnSide
  private readonly pending: RecentMap<Pending>
  private readonly rates: Record<string, [number, number]>
  /** References by the ten minutes in which something of theirs is due. */
  private readonly agenda = new Map<number, Set<string>>()
  private readonly least: number
  private readonly usually: number
  private readonly wait: Readonly<Record<AnswerKind, number>>
  private reached: Instant

  constructor(rule: PaymentRule | undefined, own: OwnSide, saved?: AnswerState) {
    const number = (name: string, fallback: number) =>
      rule === undefined ? fallback : numberOf(rule, name, fallback)
    this.own = own
    this.least = number('least', 100)
    this.usually = number('usually', 0.9)
    this.wait = {
      acknowledgement: number('acknowledgementMinutes', 30) * 60_000,
      confirmation: number('confirmationHours', 12) * hourMs,
      entry: number('entryHours', 40) * hourMs,
    }
    const pending = saved?.pending.map(([key, one]) => [key, copyOf(one)] as const)
    this.pending = new RecentMap(mostPending, pending)
    this.rates = Object.fromEntries(Object.entries(saved?.rates ?? {}).map(([key, [a, b]]) => [key, [a, b]]))
    this.dropped = saved?.dropped ?? 0
    this.reached = saved?.reached ?? 0
    for (const [key, one] of this.pending.entries()) this.schedule(key, one)
  }

  /** Begins to wait for the answers of a sent order. */
  expect(order: Order, signs: readonly WeighedSign[], revision: number): void {
    const { id, reference, account, time } = order
    const country = order.message.receiver?.slice(4, 6).toLowerCase()
    const due = {
      acknowledgement: time + this.wait.acknowledgement,
      confirmation: this.onOpenDay(country, time, this.wait.confirmation),
      entry: this.onOpenDay(country, time, this.wait.entry),
    }
    const to = order.creditor.text || order.bank || 'unknown'
    const label = `${order.amount.toLocaleString('en-US')} ${order.currency} to ${to}`
    const one: Pending = {
      id,
      reference,
      account,
      time,
      label,
      signs,
      due,
      done: [],
      missing: [],
      revision,
    }
    if (this.pending.get(reference) === undefined && this.pending.size >= mostPending) this.dropped++
    this.pending.set(reference, one)
    this.schedule(reference, one)
  }

  /** The order that waits under a reference. */
  find(reference: string): Pending | undefined {
    return this.pending.get(reference)
  }

  /** Takes an answer; true where an order waited for it. */
  answer(reference: string, kind: AnswerKind): boolean {
    const one = this.pending.get(reference)
    if (one === undefined) return false
    if (!one.done.includes(kind)) {
      one.done.push(kind)
      this.count(one.account, kind, true)
    }
    // Whoever confirms or books an order must have got it.
    if (
      kind !== 'acknowledgement' &&
      !one.done.includes('acknowledgement') &&
      one.due.acknowledgement > this.reached
    )
      one.done.push('acknowledgement')
    if (one.done.length === answerKinds.length) this.pending.delete(reference)
    return true
  }

  /** What is overdue at an instant, in order of time. */
  overdue(watermark: Instant): MissingAnswer[] {
    const due = new Set<string>()
    for (const [slot, references] of this.agenda) {
      if (slot * slotMs > watermark) continue
      for (const reference of references) due.add(reference)
      this.agenda.delete(slot)
    }
    const missing: MissingAnswer[] = []
    // Sorted, so that what was learnt from one when the next is judged doesn't hang on how the stream was cut.
    for (const reference of [...due].sort()) {
      const one = this.pending.get(reference)
      if (one === undefined) continue
      this.judge(one, watermark, missing)
      if (one.done.length === answerKinds.length) this.pending.delete(reference)
    }
    this.reached = Math.max(this.reached, watermark)
    return missing.sort((a, b) => a.due - b.due || (a.pending.id < b.pending.id ? -1 : 1))
  }

  snapshot(): AnswerState {
    return {
      pending: this.pending.entries().map(([key, one]) => [key, copyOf(one)] as const),
      rates: Object.fromEntries(Object.entries(this.rates).map(([key, [a, b]]) => [key, [a, b] as const])),
      dropped: this.dropped,
      reached: this.reached,
    }
  }

  private judge(one: Pending, watermark: Instant, missing: MissingAnswer[]): void {
    for (const kind of answerKinds) {
      if (one.done.includes(kind) || one.due[kind] > watermark) continue
      const [due, came] = this.rates[`${one.account} ${kind}`] ?? [0, 0]
      const usual = due === 0 ? 0 : came / due
      one.done.push(kind)
      this.count(one.account, kind, false)
      if (due < this.least || usual < this.usually) continue
      one.missing.push(kind)
      missing.push({ pending: one, kind, due: one.due[kind], usual })
    }
  }

  private count(account: string, kind: AnswerKind, isThere: boolean): void {
    const key = `${account} ${kind}`
    const rate = this.rates[key] ?? [0, 0]
    rate[0]++
    if (isThere) rate[1]++
    // The past fades, so that an account whose servicer stops confirming is not told of for ever.
    if (rate[0] > 20_000) {
      rate[0] /= 2
      rate[1] /= 2
    }
    this.rates[key] = rate
  }

  private schedule(reference: string, { due, done }: Pending): void {
    for (const kind of answerKinds) {
      if (done.includes(kind)) continue
      const slot = Math.ceil(due[kind] / slotMs)
      if (!this.agenda.has(slot)) this.agenda.set(slot, new Set())
      this.agenda.get(slot)!.add(reference)
    }
  }

  private onOpenDay(country: string | undefined, time: Instant, wait: number): Instant {
    let due = time + wait
    if (country === undefined) return due
    // Each closed day between the order and its answer puts it off by one.
    for (let day = Math.floor(time / dayMs); day <= Math.floor(due / dayMs) && day < time / dayMs + 20; day++)
      if (this.own.calendars.dayOff(country, isoDayOf(day)) !== undefined) due += dayMs
    return due
  }
}

function copyOf(one: Pending): Pending {
  return { ...one, done: [...one.done], missing: [...one.missing] }
}

/** How a message answers an order. */
export interface Answer {
  readonly kind: AnswerKind
  /** Those by which the order may be found, the likeliest first. */
  readonly references: readonly string[]
  /** The confirmation or entry; absent for an acknowledgement. */
  readonly transaction?: Transaction
}

/** What a message answers. */
export function answersOf(message: PaymentMessage): Answer[] {
  if (message.acknowledgement !== undefined) {
    if (message.acknowledgement === 'NAK') return []
    const references = [message.id, ...message.transactions.flatMap(referencesOf)]
    return [{ kind: 'acknowledgement', references }]
  }
  return message.transactions.flatMap((transaction): Answer[] => {
    if (transaction.kind === 'debitConfirmation')
      return [{ kind: 'confirmation', references: referencesOf(transaction), transaction }]
    if (transaction.kind === 'statementEntry' && isDebit(transaction.status))
      return [{ kind: 'entry', references: referencesOf(transaction), transaction }]
    return []
  })
}

/** Debits by the marks of MT (D, reversal of a credit, expected debit) and of ISO 20022; an entry without a mark may be one. */
function isDebit(status: string | undefined): boolean {
  return status === undefined || /^(?:D|RC|ED|DBIT)$/.test(status)
}

/** All references of a transaction, that of the order it speaks of first. */
export function referencesOf({ references }: Transaction): string[] {
  const { related, instruction, endToEnd, transaction, uetr } = references
  return [related, instruction, endToEnd, transaction, uetr].filter((one) => one !== undefined)
}
