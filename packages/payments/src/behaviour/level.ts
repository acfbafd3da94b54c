import type { Instant } from '@cordon/model'

/**
 * A sum that fades: each thing counts whole when it comes and half after `halfLife`. Its highest value of the past is kept
 * beside it and fades too, by half in sixty days, so that what was usual is not usual for ever. Plain data.
 */
export interface Level {
  value: number
  time: Instant
  peak: number
}

const peakHalfLife = 60 * 86_400_000

/** An empty level. */
export function newLevel(time: Instant): Level {
  return { value: 0, time, peak: 0 }
}

/** Adds to a level, and tells its value. Time that runs backwards counts as standing still. */
export function raise(level: Level, time: Instant, by: number, halfLife: number): number {
  const passed = Math.max(0, time - level.time)
  level.value = level.value * 2 ** (-passed / halfLife) + by
  level.peak *= 2 ** (-passed / peakHalfLife)
  level.time = Math.max(level.time, time)
  return level.value
}

/**
 * Takes what was reached for what may come.
 * @param isOrdinary false: it was suspicious, and may raise the peak by a fiftieth only, so that a theft does not teach that
 *   theft is usual
 */
export function learnPeak(level: Level, isOrdinary: boolean): void {
  if (level.value <= level.peak) return
  level.peak = isOrdinary ? level.value : Math.min(level.value, level.peak * 1.02)
}
