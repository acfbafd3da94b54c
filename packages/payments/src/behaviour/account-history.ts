import type { Instant } from '@cordon/model'
import { type Level, learnPeak, newLevel } from './level.ts'
import { RecentMap } from './recent-map.ts'

/** Most that is kept of one account: beyond it what was used longest ago is forgotten, and is new when it comes again. */
export const accountBounds = {
  beneficiaries: 6_000,
  banks: 400,
  countries: 250,
  sorts: 40,
  recent: 120,
  lastOrders: 3_000,
  levels: 700,
} as const
/** The same of the institution as a whole, whose accounts share these. */
export const institutionBounds = {
  beneficiaries: 60_000,
  banks: 5_000,
  countries: 250,
  sorts: 80,
  recent: 0,
  lastOrders: 0,
  levels: 100,
} as const
/** Bounds of one history. */
export type HistoryBounds = Readonly<Record<keyof typeof accountBounds, number>>

/** What is remembered of a beneficiary, a bank or a country: first and last day (since 1970) and how often. */
export type Met = [first: number, last: number, count: number]

/** An order lately sent, as far as later ones are compared with it. */
export interface RecentOrder {
  readonly id: string
  readonly reference: string
  /** The reference without its digits, and how many they are: numbers that count up differ in neither. */
  readonly letters: string
  readonly digits: number
  readonly beneficiary: string
  readonly amount: number
  readonly time: Instant
}

/** An account's history as plain data. */
export interface AccountState {
  readonly orders: number
  readonly firstDay: number
  readonly lastDay: number
  readonly activeDays: number
  readonly met: Readonly<Record<MetKind, readonly (readonly [string, Met])[]>>
  readonly hours: readonly number[]
  readonly sizes: readonly (readonly [string, readonly number[]])[]
  readonly levels: readonly (readonly [string, Level])[]
  readonly signs: Readonly<Record<string, number>>
  readonly signDays: Readonly<Record<string, number>>
  readonly recent: readonly RecentOrder[]
  readonly lastOrders: readonly (readonly [string, RecentOrder])[]
}

/** What may be met for the first time. */
export const metKinds = ['accounts', 'names', 'banks', 'countries'] as const
/** One of `metKinds`. */
export type MetKind = (typeof metKinds)[number]

const sizeBins = 96
const hourSlots = 168

/** What an account has done so far: all that the rules compare an order with. Bounded by `accountBounds`. */
export class AccountHistory {
  orders = 0
  firstDay = Number.NaN
  lastDay = Number.NaN
  /** Days with at least one order. */
  activeDays = 0
  readonly met: Record<MetKind, RecentMap<Met>>
  /** Orders by hour of the week, fading. */
  hours: Float64Array
  /** Orders by size, for each sort: two bins for each doubling. */
  sizes: RecentMap<number[]>
  levels: RecentMap<Level>
  /** How many orders showed each sign. */
  signs: Record<string, number>
  /** The last day on which a suspicious order counted for a sign. */
  signDays: Record<string, number>
  /** The last orders of the account, the newest last. */
  recent: RecentOrder[]
  /** The last order to each beneficiary. */
  lastOrders: RecentMap<RecentOrder>
  private readonly mostRecent: number

  constructor(bounds: HistoryBounds, saved?: AccountState) {
    const { beneficiaries, banks, countries, sorts, levels } = bounds
    this.mostRecent = bounds.recent
    const most = { accounts: beneficiaries, names: beneficiaries, banks, countries }
    this.met = Object.fromEntries(
      metKinds.map((kind) => [kind, new RecentMap<Met>(most[kind], copied(saved?.met[kind]))]),
    ) as Record<MetKind, RecentMap<Met>>
    this.hours = Float64Array.from(saved?.hours ?? new Array(hourSlots).fill(0))
    this.sizes = new RecentMap(sorts, copied(saved?.sizes) as [string, number[]][])
    this.levels = new RecentMap(levels, copied(saved?.levels))
    this.signs = { ...saved?.signs }
    this.signDays = { ...saved?.signDays }
    this.recent = [...(saved?.recent ?? [])]
    this.lastOrders = new RecentMap(bounds.lastOrders, saved?.lastOrders)
    if (saved === undefined) return
    this.orders = saved.orders
    this.firstDay = saved.firstDay
    this.lastDay = saved.lastDay
    this.activeDays = saved.activeDays
  }

  snapshot(): AccountState {
    return {
      orders: this.orders,
      firstDay: this.firstDay,
      lastDay: this.lastDay,
      activeDays: this.activeDays,
      met: Object.fromEntries(metKinds.map((kind) => [kind, copied(this.met[kind].entries())])) as never,
      hours: [...this.hours],
      sizes: copied(this.sizes.entries()),
      levels: copied(this.levels.entries()),
      signs: { ...this.signs },
      signDays: { ...this.signDays },
      recent: [...this.recent],
      lastOrders: this.lastOrders.entries(),
    }
  }

  /** A level of the account, made where there is none. */
  level(name: string, time: Instant): Level {
    let level = this.levels.get(name)
    if (level === undefined) level = newLevel(time)
    this.levels.set(name, level)
    return level
  }

  /** Notes that something was met on a day. */
  meet(kind: MetKind, key: string, day: number): void {
    const met = this.met[kind].get(key) ?? [day, day, 0]
    met[1] = day
    met[2]++
    this.met[kind].set(key, met)
  }

  /** Share of the account's orders of a sort that were at least so large, 0..1, and how many there were. */
  sizeTail(sort: string, amount: number): { share: number; orders: number } {
    const bins = this.sizes.get(sort)
    if (bins === undefined) return { share: 1, orders: 0 }
    const own = sizeBin(amount)
    let all = 0
    let above = 0
    for (let bin = 0; bin < sizeBins; bin++) {
      all += bins[bin]!
      if (bin >= own) above += bins[bin]!
    }
    return { share: all === 0 ? 1 : above / all, orders: all }
  }

  /** Takes a size. */
  learnSize(sort: string, amount: number): void {
    const bins = this.sizes.get(sort) ?? new Array<number>(sizeBins).fill(0)
    bins[sizeBin(amount)]!++
    this.sizes.set(sort, bins)
  }

  /** Takes an order for later ones to be compared with. */
  remember(order: RecentOrder): void {
    if (this.mostRecent === 0) return
    this.recent.push(order)
    if (this.recent.length > this.mostRecent) this.recent.shift()
    this.lastOrders.set(order.beneficiary, order)
  }

  /** Levels that an order raised, taken for usual or not. */
  learnLevels(names: readonly string[], isOrdinary: boolean): void {
    for (const name of names) {
      const level = this.levels.get(name)
      if (level) learnPeak(level, isOrdinary)
    }
  }
}

function sizeBin(amount: number): number {
  if (!(amount > 1)) return 0
  return Math.min(sizeBins - 1, Math.floor(2 * Math.log2(amount)))
}

/** Entries whose values are arrays or flat objects, not shared with the original. */
function copied<V extends object>(entries: readonly (readonly [string, V])[] = []): [string, V][] {
  return entries.map(([key, value]) => [key, (Array.isArray(value) ? [...value] : { ...value }) as V])
}
