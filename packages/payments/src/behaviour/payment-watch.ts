import type { Finding, Instant, Watch } from '@cordon/model'
import { foldWord } from '@cordon/text'
import type { PaymentMessage, Transaction } from '../message.ts'
import {
  type AnswerState,
  Answers,
  answersOf,
  type MissingAnswer,
  type Pending,
  referencesOf,
} from './answers.ts'
import {
  gapFinding,
  loneEntryFinding,
  missingFinding,
  type OrderView,
  orderFinding,
  silenceFinding,
  viewOf,
} from './findings.ts'
import { Histories, type HistoriesState, isStarting, learnOrder } from './histories.ts'
import type { BehaviourKnowledge } from './knowledge.ts'
import { learnPeak, raise } from './level.ts'
import { isoDayOf } from './local-time.ts'
import { NameReader } from './name-reader.ts'
import type { PaymentObservation } from './observation.ts'
import { type Order, ordersOf } from './order.ts'
import { OwnSide } from './own-side.ts'
import { ReferenceBook, type ReferenceState } from './reference-book.ts'
import { numberOf, type PaymentRule, type PaymentRuleKind } from './rule.ts'
import { orderRules } from './rules/order-rules.ts'
import { type SequenceState, Sequences } from './sequences.ts'
import type { OrderRule } from './sign.ts'
import { type SuspectState, Suspects } from './suspects.ts'
import { type WeighedSign, type Weighing, weighAll, weighSign } from './weigh.ts'

/** What the watch keeps between two batches, as plain data. */
export interface PaymentState {
  readonly histories: HistoriesState
  readonly references: ReferenceState
  readonly answers: AnswerState
  readonly sequences: SequenceState
  readonly suspects: SuspectState
  readonly first: Instant | undefined
  readonly latest: Instant | undefined
}

/** What was thought of one order when it came. */
export interface OrderVerdict extends Weighing {
  readonly order: Order
}

/** How the watch runs. */
export interface PaymentWatchOptions {
  /** Told of each order, passes too. */
  readonly onVerdict?: (verdict: OrderVerdict) => void
}

const dayMs = 86_400_000

/**
 * The watch over how the money behaves: messages in, findings out. Each order is weighed when it comes, by the signs it
 * shows against its account's own history; what answers and time bring is added later.
 */
export class PaymentWatch implements Watch<PaymentObservation, BehaviourKnowledge, PaymentState> {
  readonly name = 'payments'
  private readonly options: PaymentWatchOptions
  private known!: BehaviourKnowledge
  private own!: OwnSide
  private names!: NameReader
  private rules: readonly OrderRule[] = []
  private histories = new Histories()
  private references = new ReferenceBook()
  private answers!: Answers
  private sequences!: Sequences
  private suspects = new Suspects()
  private first: Instant | undefined
  private latest: Instant | undefined

  constructor(options: PaymentWatchOptions = {}) {
    this.options = options
  }

  /** Rules that can say nothing with this profile, and why. */
  get idle(): { readonly rule: string; readonly why: string }[] {
    return this.rules.flatMap(({ rule, idle }) => (idle === undefined ? [] : [{ rule: rule.id, why: idle }]))
  }

  /** Orders whose answers are no longer waited for, as too many waited. */
  get dropped(): number {
    return this.answers.dropped
  }

  /** References, answers and beneficiaries cross accounts: an institution is seen together. */
  partitionKey(): string {
    return ''
  }

  start(known: BehaviourKnowledge, saved?: PaymentState): void {
    this.histories = new Histories(saved?.histories)
    this.references = new ReferenceBook(saved?.references)
    this.suspects = new Suspects(saved?.suspects)
    this.first = saved?.first
    this.latest = saved?.latest
    this.take(known, saved?.answers, saved?.sequences)
  }

  /** New rules or a new profile are for the messages that come from now on. */
  learn(known: BehaviourKnowledge): Iterable<Finding> {
    this.take(known, this.answers.snapshot(), this.sequences.snapshot())
    return []
  }

  *observe(batch: readonly PaymentObservation[]): Iterable<Finding> {
    for (const observation of batch) {
      const { message } = observation
      const time = observation.time ?? message.created
      if (time !== undefined) {
        this.first ??= time
        if (this.latest === undefined || time > this.latest) this.latest = time
      }
      const direction = this.own.direction(observation)
      if (direction === 'sent' && message.acknowledgement === undefined && this.latest !== undefined)
        this.sequences.see(message, time ?? this.latest)
      const isAnswer = message.acknowledgement !== undefined
      if (!isAnswer) {
        yield* this.queries(message)
        yield* this.takeAnswers(observation, direction)
      }
      for (const order of ordersOf(observation, this.own, this.names, this.latest))
        if (!isAnswer || !this.references.isSame(order)) yield* this.judge(order)
      // The copy of an order may come with its acknowledgement alone: it is an order first.
      if (isAnswer) yield* this.takeAnswers(observation, direction)
    }
  }

  *advance(watermark: Instant): Iterable<Finding> {
    // What has not been seen after the last message says nothing: the stream may just have ended there.
    const until = Math.min(watermark, this.latest ?? watermark)
    for (const missing of this.answers.overdue(until)) yield* this.miss(missing)
    const rule = this.ruleOf('sequence-gap')
    if (rule) for (const gap of this.sequences.overdue(until)) yield gapFinding(gap, rule, this.known)
  }

  snapshot(): PaymentState {
    return {
      histories: this.histories.snapshot(),
      references: this.references.snapshot(),
      answers: this.answers.snapshot(),
      sequences: this.sequences.snapshot(),
      suspects: this.suspects.snapshot(),
      first: this.first,
      latest: this.latest,
    }
  }

  private take(known: BehaviourKnowledge, answers?: AnswerState, sequences?: SequenceState): void {
    const { rules, profile } = known
    this.known = known
    this.own = new OwnSide(profile, rules.weekends)
    this.names = new NameReader(new Set(rules.organisationWords.map((word) => foldWord(word).text)))
    const setup = { own: this.own, rules, method: rules.method }
    this.rules = rules.rules.flatMap((rule) => orderRules[rule.kind]?.(rule, setup) ?? [])
    this.answers = new Answers(this.ruleOf('missing-answer'), this.own, answers)
    this.sequences = new Sequences(this.ruleOf('sequence-gap'), sequences)
  }

  private ruleOf(kind: PaymentRuleKind): PaymentRule | undefined {
    return this.known.rules.rules.find((rule) => rule.kind === kind)
  }

  private *judge(order: Order): Iterable<Finding> {
    const { method } = this.known.rules
    const account = this.histories.of(order.account)
    const { institution } = this.histories
    const raised: string[] = []
    const context = {
      account,
      institution,
      isStarting: isStarting(account, method),
      isInstitutionStarting: isStarting(institution, method),
      suspects: this.suspects,
      references: this.references,
      raised,
    }
    const signs: WeighedSign[] = []
    for (const rule of this.rules) {
      const sign = rule.judge(order, context)
      if (sign) signs.push(weighSign(sign, account, institution, method))
    }
    const weighing = weighAll(signs, method)
    learnOrder(order, weighing, raised, account, institution, this.own)
    this.references.add(order)
    if (weighing.families >= method.leastFamilies && weighing.total >= method.suspect)
      this.suspects.add(order)
    this.options.onVerdict?.({ ...weighing, order })
    const isTold = weighing.recommendation !== 'pass'
    if (order.direction === 'sent')
      this.answers.expect(
        order,
        signs.filter(({ weight }) => weight >= 0.5 || weight < 0),
        isTold ? 1 : 0,
      )
    if (isTold) yield orderFinding(viewOf(order), weighing, 1, this.known)
  }

  private *takeAnswers(
    { message, time, where }: PaymentObservation,
    direction: 'sent' | 'received',
  ): Iterable<Finding> {
    if (direction === 'sent' && message.acknowledgement === undefined) return
    const rule = this.ruleOf('unmatched-entry')
    for (const { kind, references, transaction } of answersOf(message)) {
      let isKnown = false
      for (const reference of references) {
        isKnown ||= this.answers.answer(reference, kind) || this.references.has(reference)
      }
      if (rule === undefined || transaction === undefined) continue
      const at = time ?? message.created ?? this.latest
      if (at !== undefined) yield* this.loneEntry(rule, message, transaction, references, isKnown, at, where)
    }
  }

  private *loneEntry(
    rule: PaymentRule,
    message: PaymentMessage,
    transaction: Transaction,
    references: readonly string[],
    isKnown: boolean,
    time: Instant,
    where: string | undefined,
  ): Iterable<Finding> {
    const { amount } = transaction
    const value = amount === undefined ? 0 : Number(amount.value)
    // Charges and interest have no order; and orders from before the stream began are not known.
    if (value < numberOf(rule, 'least', 1_000)) return
    if (this.first === undefined || time - this.first < numberOf(rule, 'startUpDays', 5) * dayMs) return
    const reference = references[0] ?? message.id
    const text = `${value.toLocaleString('en-US')} ${amount?.currency ?? ''}`.trim()
    const account = this.own.accountAt(message.sender, transaction)
    const entry = { account, reference, text, time, where }
    if (!isKnown) {
      yield loneEntryFinding(entry, rule, this.known)
      return
    }
    for (const one of references) {
      const said = this.references.find({ reference: one, uetr: undefined })
      if (said === undefined || said.amount === value) continue
      if (Math.abs(said.amount - value) <= numberOf(rule, 'charges', 100)) continue
      const ordered = `${said.amount.toLocaleString('en-US')} ${amount?.currency ?? ''}`.trim()
      yield loneEntryFinding({ ...entry, ordered }, rule, this.known)
      return
    }
  }

  /** A question, a rejection, a return or a cancellation that speaks of an order of late. */
  private *queries(message: PaymentMessage): Iterable<Finding> {
    const rule = this.ruleOf('queried')
    if (rule === undefined) return
    for (const transaction of message.transactions) {
      const { kind, status } = transaction
      const isQuery =
        kind === 'freeFormat' || kind === 'cancellationRequest' || kind === 'return' || status === 'RJCT'
      if (!isQuery) continue
      for (const reference of referencesOf(transaction)) {
        const pending = this.answers.find(reference)
        if (pending === undefined) continue
        const detail = `${message.sender ?? 'Somebody'} asked about it, or had it stopped, in MT/MX ${message.type} ${message.id}.`
        yield* this.addSign(pending, rule, message.id, message.type, detail)
        break
      }
    }
  }

  private *miss(missing: MissingAnswer): Iterable<Finding> {
    const rule = this.ruleOf('missing-answer')
    if (rule === undefined) return
    const { pending, kind, due, usual } = missing
    const share = `${(100 * usual).toFixed(1)} %`
    const detail = `No ${kind} had come in time; the account usually gets it for ${share} of its orders.`
    const told = [...this.addSign(pending, rule, kind, share, detail)]
    yield* told
    if (told.length === 0 && kind === 'entry')
      yield missingFinding(pendingView(pending), missing, rule, this.known)
    const account = this.histories.of(pending.account)
    const level = account.level(`missing ${kind}`, due)
    const count = raise(level, due, 1, dayMs)
    const isSettled = due / dayMs - account.firstDay >= numberOf(rule, 'settleDays', 5)
    const isMany = isSettled && count >= numberOf(rule, 'many', 8) && count > 2 * level.peak
    if (isMany) {
      const orders = { count, usual: level.peak, first: pending.time, last: due }
      yield silenceFinding(pending.account, kind, isoDayOf(Math.floor(due / dayMs)), orders, rule, this.known)
    }
    learnPeak(level, !isMany)
  }

  /** Adds what came to light later to an order's signs; it is told where they are enough now. */
  private *addSign(
    pending: Pending,
    rule: PaymentRule,
    query: string,
    candidate: string,
    detail: string,
  ): Iterable<Finding> {
    const { method } = this.known.rules
    const account = this.histories.of(pending.account)
    const { institution } = this.histories
    const sign = { rule, strength: 1, query, candidate, detail }
    const added = weighSign(sign, account, institution, method)
    for (const history of [account, institution]) history.signs[rule.id] = (history.signs[rule.id] ?? 0) + 1
    pending.signs = [...pending.signs, added]
    const weighing = weighAll(pending.signs, method)
    if (weighing.recommendation === 'pass') return
    pending.revision++
    yield orderFinding(pendingView(pending), weighing, pending.revision, this.known)
  }
}

function pendingView({ id, account, time, label }: Pending): OrderView {
  return { id, account, time, label }
}
