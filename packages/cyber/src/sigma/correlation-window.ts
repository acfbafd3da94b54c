import type { Threshold } from './rule.ts'

/** One event in a window: when, which of the correlated rules, what was counted or measured, where it stands. */
export type WindowEvent = readonly [time: number, rule: number, value: string | number, where: string]

/** What a correlation keeps for one group, as plain data. */
export interface WindowState {
  events: WindowEvent[]
  /** Start of the episode that was told, while it lasts. */
  told?: { start: number; size: number }
  /** For ordered proximity: the latest start of a chain that reached each rule. */
  chain?: (number | null)[]
  /** When the window closes, for conditions that only a closed window can meet. */
  closes?: number
  last: number
  /** Counts kept beside the events; rebuilt where absent, and no part of a snapshot. */
  tally?: Tally
}

/** How often each value and each rule stands in a window, and the sum of its numbers. */
export interface Tally {
  readonly values: Map<string | number, number>
  readonly rules: Map<number, number>
  sum: number
}

/** The tally of a window, made anew where it has none. */
export function tallyOf(state: WindowState): Tally {
  if (!state.tally) {
    state.tally = { values: new Map(), rules: new Map(), sum: 0 }
    for (const event of state.events) count(state.tally, event, 1)
  }
  return state.tally
}

function count(tally: Tally, [, rule, value]: WindowEvent, by: 1 | -1): void {
  change(tally.values, value, by)
  change(tally.rules, rule, by)
  if (typeof value === 'number') tally.sum += by * value
}

function change<K>(counts: Map<K, number>, key: K, by: number): void {
  const next = (counts.get(key) ?? 0) + by
  if (next === 0) counts.delete(key)
  else counts.set(key, next)
}

/** No window holds more: the oldest go, and the count says "at least". */
export const maxWindowEvents = 50_000

/** Puts an event in its place by time; arrivals are nearly in order, so that the search goes from the end. */
export function insert(state: WindowState, event: WindowEvent): void {
  const { events } = state
  count(tallyOf(state), event, 1)
  let at = events.length
  while (at > 0 && events[at - 1]![0] > event[0]) at--
  if (at === events.length) events.push(event)
  else events.splice(at, 0, event)
  if (events.length > maxWindowEvents) drop(state, events.length - maxWindowEvents)
  state.last = Math.max(state.last, event[0])
}

/** Drops what is older than the window's beginning. */
export function prune(state: WindowState, from: number): void {
  const { events } = state
  if (events.length === 0 || events[0]![0] >= from) return
  let keep = 0
  while (keep < events.length && events[keep]![0] < from) keep++
  drop(state, keep)
}

function drop(state: WindowState, number: number): void {
  const tally = tallyOf(state)
  for (const event of state.events.splice(0, number)) count(tally, event, -1)
}

/** Whether a number meets all comparisons. */
export function satisfies(condition: Threshold, value: number): boolean {
  return condition.every(({ op, value: limit }) => {
    if (op === 'gt') return value > limit
    if (op === 'gte') return value >= limit
    if (op === 'lt') return value < limit
    if (op === 'lte') return value <= limit
    return op === 'eq' ? value === limit : value !== limit
  })
}

/** The percentile of numbers by linear interpolation between the nearest ranks (Hyndman and Fan's type 7). */
export function percentile(numbers: readonly number[], percent: number): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  const rank = ((sorted.length - 1) * percent) / 100
  const below = Math.floor(rank)
  const low = sorted[below]!
  const high = sorted[Math.min(below + 1, sorted.length - 1)]!
  return low + (high - low) * (rank - below)
}
