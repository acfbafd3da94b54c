const minuteMs = 60_000
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs
/** Within so long after the beginning the axis is nearly even. */
const kneeMs = 20 * minuteMs

/** A place on the axis for each moment, and where to write times. */
export interface TimeScale {
  readonly from: number
  readonly until: number
  /** 0 at the beginning, 1 at the end; moments outside of both are at the edge. */
  at(time: number): number
  readonly ticks: readonly { readonly at: number; readonly label: string }[]
}

/**
 * An axis that is stretched at its beginning: an operation has minutes that matter, and its discovery comes days later. The place
 * grows with the logarithm of the time since the beginning.
 */
export function timeScale(times: readonly number[]): TimeScale {
  const from = Math.min(...times)
  const until = Math.max(...times, from + hourMs)
  const whole = Math.log1p((until - from) / kneeMs)
  const at = (time: number) =>
    Math.min(1, Math.log1p(Math.max(0, Math.min(until, time) - from) / kneeMs) / whole)
  const ticks: { at: number; label: string }[] = []
  for (const [label, ms] of steps) {
    const place = at(from + ms)
    if (ms <= until - from && place - (ticks.at(-1)?.at ?? -1) > 0.085) ticks.push({ at: place, label })
  }
  return { from, until, at, ticks }
}

const steps: readonly (readonly [string, number])[] = [
  ['0', 0],
  ['+10 min', 10 * minuteMs],
  ['+30 min', 30 * minuteMs],
  ['+1 h', hourMs],
  ['+3 h', 3 * hourMs],
  ['+6 h', 6 * hourMs],
  ['+12 h', 12 * hourMs],
  ['+1 d', dayMs],
  ['+2 d', 2 * dayMs],
  ['+4 d', 4 * dayMs],
  ['+1 w', 7 * dayMs],
  ['+2 w', 14 * dayMs],
  ['+1 m', 30 * dayMs],
  ['+3 m', 91 * dayMs],
  ['+6 m', 182 * dayMs],
  ['+1 y', 365 * dayMs],
  ['+2 y', 730 * dayMs],
]
