import { type Interval, quantile, rateRatio } from './intervals.ts'
import { type Random, seeded } from './seeded.ts'

/** How many months around each event are compared. The month of the event itself counts as after it. */
export interface Windows {
  readonly before: number
  readonly after: number
}

/** What is compared around one event. */
export interface EventWindow {
  /** Place of its month in the series. */
  readonly at: number
  /** Sums over the months before and after. */
  readonly before: number
  readonly after: number
}

/** What the months around events say, taken together. */
export interface EventStudy {
  readonly windows: Windows
  /** Those whose windows lie within the series; the others can't be compared. */
  readonly events: readonly EventWindow[]
  /** How many events were left out. */
  readonly outside: number
  /** Months that lie in a window, each once: after at least one event, and before but after none. */
  readonly monthsAfter: number
  readonly monthsBefore: number
  readonly after: number
  readonly before: number
  /** Mean of the months after less mean of the months before, with an interval by a bootstrap of blocks. */
  readonly difference: Interval
  /**
   * How often a difference as great or greater, in either direction, comes where the events are moved: all together by every
   * number of months (which keeps their distances), and each by itself at random.
   */
  readonly pShifted: number
  readonly pScattered: number
  /** How many shifts there are: `pShifted` is no finer than one of them. */
  readonly shifts: number
}

const block = 6
const resamples = 2_000

/**
 * Compares the months before events with those after. Windows of events that lie close overlap: a month that is after one
 * counts as after, whatever it is before.
 * @param series a value a month
 * @param events places of their months in the series
 * @param seed of the permutations and the bootstrap
 */
export function eventStudy(
  series: readonly number[],
  events: readonly number[],
  windows: Windows,
  seed: number,
  permutations = 4_999,
): EventStudy {
  const fits = (at: number) => at - windows.before >= 0 && at + windows.after <= series.length
  const inside = events.filter(fits)
  const labels = labelled(series.length, inside, windows)
  const observed = differenceOf(series, labels)
  const sum = (from: number, to: number) => series.slice(from, to).reduce((a, b) => a + b, 0)
  const random = seeded(seed)
  const shifted = shiftedDifferences(series, inside, windows)
  const count = (label: number) => labels.filter((one) => one === label).length
  const total = (label: number) =>
    series.reduce((all, value, at) => (labels[at] === label ? all + value : all), 0)
  return {
    windows,
    events: inside.map((at) => ({
      at,
      before: sum(at - windows.before, at),
      after: sum(at, at + windows.after),
    })),
    outside: events.length - inside.length,
    monthsAfter: count(1),
    monthsBefore: count(-1),
    after: total(1),
    before: total(-1),
    difference: { value: observed, ...bootstrap(series, labels, random) },
    pShifted: share(shifted, observed),
    pScattered: share(scattered(series, inside.length, windows, random, permutations), observed),
    shifts: shifted.length,
  }
}

/** For each month whether it is after an event (1), before one (-1), or neither. */
function labelled(length: number, events: readonly number[], { before, after }: Windows): Int8Array {
  const labels = new Int8Array(length)
  for (const at of events) for (let month = Math.max(0, at - before); month < at; month++) labels[month] = -1
  for (const at of events)
    for (let month = at; month < Math.min(length, at + after); month++) labels[month] = 1
  return labels
}

function differenceOf(series: ArrayLike<number>, labels: ArrayLike<number>): number {
  const [sums, months] = [
    [0, 0],
    [0, 0],
  ]
  for (let at = 0; at < series.length; at++) {
    if (labels[at] === 0) continue
    const side = labels[at] === 1 ? 1 : 0
    sums[side]! += series[at]!
    months[side]! += 1
  }
  return sums[1]! / months[1]! - sums[0]! / months[0]!
}

/** With the events moved on together, round the end to the beginning; the first one is how they stand. */
function shiftedDifferences(
  series: readonly number[],
  events: readonly number[],
  windows: Windows,
): number[] {
  const labels = labelled(series.length, events, windows)
  return series.map((_, by) =>
    differenceOf(
      series,
      labels.map((_one, at) => labels[(at - by + series.length) % series.length]!),
    ),
  )
}

function scattered(
  series: readonly number[],
  events: number,
  windows: Windows,
  random: Random,
  permutations: number,
): number[] {
  const places = series.length - windows.before - windows.after + 1
  if (places < 1) return []
  return Array.from({ length: permutations }, () => {
    const drawn = Array.from({ length: events }, () => windows.before + Math.floor(random() * places))
    return differenceOf(series, labelled(series.length, drawn, windows))
  })
}

/** As great or greater in either direction; the observed one counts as one of them (Phipson and Smyth, 2010). */
function share(values: readonly number[], observed: number): number {
  if (!Number.isFinite(observed)) return 1
  const known = values.filter(Number.isFinite)
  const greater = known.filter((one) => Math.abs(one) >= Math.abs(observed) - 1e-12).length
  return Math.min(1, (greater + 1) / (known.length + 1))
}

/** Blocks of months are drawn with what they are labelled, so that what hangs together in time stays so. */
function bootstrap(
  series: readonly number[],
  labels: Int8Array,
  random: Random,
): { low: number; high: number } {
  const values: number[] = []
  for (let draw = 0; draw < resamples; draw++) {
    const places: number[] = []
    while (places.length < series.length) {
      const start = Math.floor(random() * series.length)
      for (let step = 0; step < block && places.length < series.length; step++)
        places.push((start + step) % series.length)
    }
    const value = differenceOf(
      places.map((at) => series[at]!),
      places.map((at) => labels[at]!),
    )
    if (Number.isFinite(value)) values.push(value)
  }
  return { low: quantile(values, 0.025), high: quantile(values, 0.975) }
}

/** The ratio of incidents after to those before, for a study of counts. */
export function studyRatio(study: EventStudy): ReturnType<typeof rateRatio> {
  return rateRatio(study.after, study.monthsAfter, study.before, study.monthsBefore)
}
