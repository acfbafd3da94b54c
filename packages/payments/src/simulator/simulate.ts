import type { Instant } from '@cordon/model'
import type { PaymentObservation } from '../behaviour/observation.ts'
import type { PaymentMessage } from '../message.ts'
import type { Draft } from './draft.ts'
import { type HeistVariant, heistOrders } from './heist.ts'
import {
  acknowledgement,
  amountText,
  confirmation,
  type Entry,
  orderMessage,
  query,
  statement,
} from './messages.ts'
import { busyness, OrdinaryTraffic } from './ordinary.ts'
import { type PlantedOrder, plantedDrafts } from './planted-orders.ts'
import { Random } from './random.ts'
import { accounts, holidays, ownOffset, type SimulatedAccount, weekends } from './world.ts'

/** What is simulated. */
export interface SimulationOptions {
  readonly seed: number
  /** First local day, ISO. Default 2016-01-10, a Sunday. */
  readonly from?: string
  /** Default 30, which ends on the Monday of the lunar new year, 8 February 2016. */
  readonly days?: number
  /** Mean over all days, of all messages. Default 20,000. */
  readonly messagesPerDay?: number
  /** Absent: no theft. */
  readonly heist?: HeistVariant
  /** Orders of another operation among the ordinary ones. */
  readonly planted?: readonly PlantedOrder[]
}

/** A message with what is true of it. */
export interface SimulatedMessage {
  readonly observation: PaymentObservation
  readonly isStolen: boolean
}

const dayMs = 86_400_000
const hourMs = 3_600_000
/** Messages an order brings with it, all in all: itself, its acknowledgement, confirmation, statement lines, what comes in. */
const messagesPerOrder = 3.42
/** Lines of one part of a statement. */
const linesPerPart = 40

/**
 * Ordinary traffic of a made-up national bank, and the theft in it where it is wanted: a day (UTC) at a time, in order of time.
 * The same options give the same messages; all but the stolen orders and what answers them are the same for all thefts
 * of a seed. Synthetic throughout, and marked so in each message.
 */
export function* simulate(options: SimulationOptions): Generator<SimulatedMessage[], void, undefined> {
  const { seed, from = '2016-01-10', days = 30, messagesPerDay = 20_000, heist, planted = [] } = options
  const first = Date.parse(`${from}T00:00:00Z`) / dayMs
  let busy = 0
  for (let day = first; day < first + days; day++) busy += busyness(day)
  const ordersPerDay = (messagesPerDay * days) / busy / messagesPerOrder
  const traffic = new OrdinaryTraffic(seed, ordersPerDay)
  // Made in any case, so that the ordinary traffic does not hang on the theft.
  const stolen = heistOrders(heist ?? 'record', seed, traffic)
  const operation = [...(heist === undefined ? [] : stolen), ...plantedDrafts(planted, seed)]
  const post = new Post(new Random(Math.imul(seed, 0x85ebca6b) ^ 0x2545f491))
  for (let day = first; day < first + days; day++) {
    const theft = operation.filter((draft) => localDay(draft.time) === day)
    for (const draft of [...traffic.day(day), ...theft]) post.send(draft)
    post.bring(ordersPerDay * busyness(day) * 0.35, day)
    yield post.take(day - 1)
  }
  yield post.take(first + days - 1)
}

const localDay = (time: Instant) => Math.floor((time + ownOffset) / dayMs)

interface Posted {
  readonly time: Instant
  readonly message?: PaymentMessage
  readonly draft?: Draft
  readonly isStolen: boolean
}

/** Messages on their way, by the UTC day on which they pass. */
class Post {
  private readonly random: Random
  private readonly byDay = new Map<number, Posted[]>()
  private readonly entries = new Map<string, Entry[]>()
  private session = 4000
  private sequence = 0
  private counter = 0

  constructor(random: Random) {
    this.random = random
  }

  /** Sends an order; what answers it follows. */
  send(draft: Draft): void {
    // Of a stolen order the chances are drawn elsewhere, so that the ordinary ones stay as they are.
    const random = draft.isStolen ? new Random(draft.time & 0x7fffffff) : this.random
    const { time, isStolen = false } = draft
    this.add({ time, draft, isStolen })
    if (!isStolen && random.chance(0.002)) {
      const again = time + random.whole(300_000, 2_400_000)
      this.add({ time: time + 4_000, message: acknowledgement(draft, time + 4_000, 'NAK'), isStolen })
      this.send({ ...draft, time: again })
      return
    }
    const answered = time + random.whole(1_000, random.chance(0.002) ? 1_200_000 : 30_000)
    if (!draft.isHidden && !random.chance(0.0001))
      this.add({ time: answered, message: acknowledgement(draft, answered, 'ACK'), isStolen })
    this.execute(draft, answered, random)
    if (!isStolen && random.chance(0.001)) {
      const asked = executedAt(draft.account, answered, random)
      const id = this.id('Q')
      this.add({ time: asked, message: query(draft.account, id, draft.reference, asked), isStolen })
    }
  }

  /** Money that comes in. */
  bring(count: number, day: number): void {
    const { random } = this
    for (let i = 0; i < count; i++) {
      const account = random.pickEarly(accounts, 1.2)
      const time = executedAt(account, day * dayMs + random.whole(0, 20) * hourMs, random)
      const amount = (random.size(account.medians[1], 1.4) + 1).toFixed(account.currency === 'JPY' ? 0 : 2)
      const id = this.id('C')
      const message = confirmation(account, 'creditConfirmation', id, `${id}R`, amount, time)
      this.add({ time, message, isStolen: false })
      this.enter(account, time, { reference: `${id}R`, amount, status: 'C' })
    }
  }

  /** All messages of a UTC day, in order of time. */
  take(day: number): SimulatedMessage[] {
    for (const account of accounts) this.state(account, day)
    const posted = (this.byDay.get(day) ?? []).sort((a, b) => a.time - b.time)
    this.byDay.delete(day)
    this.session++
    this.sequence = 0
    return posted.flatMap(({ time, message, draft, isStolen }) => {
      const passed = message ?? this.numbered(draft!)
      // What was deleted leaves its number behind.
      if (draft?.isHidden) return []
      return [{ observation: { message: passed, time }, isStolen: isStolen && draft !== undefined }]
    })
  }

  private numbered(draft: Draft): PaymentMessage {
    this.sequence++
    // Now and then a number goes to a message of the system's own, which is not among these.
    if (!draft.isStolen && this.random.chance(0.00002)) this.sequence++
    return orderMessage(draft, this.session, this.sequence)
  }

  private execute(draft: Draft, answered: Instant, random: Random): void {
    const { account, isSilenced = false, isStolen = false } = draft
    let time = executedAt(account, answered, random)
    if (random.chance(0.004)) time = executedAt(account, time + dayMs, random)
    const isLost = random.chance(0.0002)
    const amount = amountText(draft)
    if (account.isConfirmed && !isSilenced && !isLost) {
      const message = confirmation(
        account,
        'debitConfirmation',
        this.id('D', draft),
        draft.reference,
        amount,
        time,
      )
      this.add({ time, message, isStolen })
    }
    if (!isSilenced || draft.isHidden)
      this.enter(account, time, { reference: draft.reference, amount, status: 'D' })
  }

  private enter(account: SimulatedAccount, time: Instant, entry: Entry): void {
    const key = `${account.id} ${Math.floor(time / dayMs)}`
    const entries = this.entries.get(key)
    if (entries) entries.push(entry)
    else this.entries.set(key, [entry])
  }

  private state(account: SimulatedAccount, day: number): void {
    const key = `${account.id} ${day}`
    const entries = this.entries.get(key) ?? []
    this.entries.delete(key)
    const time = day * dayMs + 23.5 * hourMs
    for (let i = 0; i < entries.length; i += linesPerPart) {
      const id = `SYNS${day}${account.id.slice(3, 6)}${String(i / linesPerPart).padStart(3, '0')}`
      const message = statement(account, id, entries.slice(i, i + linesPerPart), time + i)
      this.add({ time: time + i, message, isStolen: false })
    }
  }

  private add(posted: Posted): void {
    const day = Math.floor(posted.time / dayMs)
    const list = this.byDay.get(day)
    if (list) list.push(posted)
    else this.byDay.set(day, [posted])
  }

  private id(letter: string, stolen?: Draft): string {
    if (stolen?.isStolen) return `${stolen.reference.slice(0, 15)}${letter}`
    this.counter++
    return `SYN${letter}${String(this.counter).padStart(9, '0')}`
  }
}

/** When a servicer executes what reached it: in its office hours (08:00 to 21:00 UTC) of its working days. */
function executedAt({ servicer }: SimulatedAccount, reached: Instant, random: Random): Instant {
  const country = servicer.slice(4, 6).toLowerCase()
  let begin = reached
  for (let tries = 0; tries < 15; tries++) {
    const day = Math.floor(begin / dayMs)
    const inDay = begin - day * dayMs
    if (isOff(country, day) || inDay > 21 * hourMs) begin = (day + 1) * dayMs + 8 * hourMs
    else if (inDay < 8 * hourMs) begin = day * dayMs + 8 * hourMs
    else break
  }
  return begin + random.whole(300_000, 7_200_000)
}

function isOff(country: string, day: number): boolean {
  const weekday = ((day + 3) % 7) + 1
  if ((weekends[country] ?? weekends.other!).includes(weekday)) return true
  return holidays[country]?.includes(new Date(day * dayMs).toISOString().slice(0, 10)) ?? false
}
