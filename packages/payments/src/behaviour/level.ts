import type { Instant } from '@cordon/model'

/**
 * A sum that fades: each thing counts whole when it comes and half after a while. Beside it stands its highest value of the
 * past, which takes what was reached only a day later, so that a burst is held against what was before it, and which fades by half
 * in sixty days. Plain data.
 */
export interface Level {
  /** When it began to be kept. */
  since: Instant
  value: number
  time: Instant
  /** Highest value up to the day before yesterday, faded. */
  peak: number
  /** UTC day of `today`, and highest values of it and of the day with orders before it. */
  day: number
  today: number
  before: number
}

const dayMs = 86_400_000
const peakHalfLife = 60 * dayMs

/** An empty level. */
export function newLevel(time: Instant): Level {
  return { since: time, value: 0, time, peak: 0, day: Math.floor(time / dayMs), today: 0, before: 0 }
}

/** Adds to a level, and tells its value. Time that runs backwards counts as standing still. */
export function raise(level: Level, time: Instant, by: number, halfLife: number): number {
  const passed = Math.max(0, time - level.time)
  level.value = level.value * 2 ** (-passed / halfLife) + by
  level.peak *= 2 ** (-passed / peakHalfLife)
  level.time = Math.max(level.time, time)
  const day = Math.floor(level.time / dayMs)
  if (day > level.day) {
    level.peak = Math.max(level.peak, level.before)
    // A day without orders between lets both days pass.
    if (day > level.day + 1) level.peak = Math.max(level.peak, level.today)
    level.before = day > level.day + 1 ? 0 : level.today
    level.today = 0
    level.day = day
  }
  return level.value
}

/**
 * Takes what was reached for what may come.
 * @param isOrdinary false: it was suspicious, and may raise the peak by a fiftieth only, so that a theft does not teach that
 *   theft is usual
 */
export function learnPeak(level: Level, isOrdinary: boolean): void {
  const learnt = isOrdinary ? level.value : Math.min(level.value, level.peak * 1.02)
  level.today = Math.max(level.today, learnt)
}
