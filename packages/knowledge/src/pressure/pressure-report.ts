import { type EventStudy, eventStudy, studyRatio, type Windows } from './event-study.ts'
import { compareHawkes, type HawkesComparison } from './hawkes-compare.ts'
import type { Designation, PressureEvent, PressureIncident } from './incident.ts'
import { type Interval, rateInterval } from './intervals.ts'
import { type LagStudy, lagStudy } from './lags.ts'
import { hasMonth, monthly, monthName, monthOf } from './months.ts'
import { type Power, powerOf } from './power.ts'

/** What is asked. */
export interface PressureInput {
  readonly incidents: readonly PressureIncident[]
  /** Those around which months are compared. */
  readonly resolutions: readonly PressureEvent[]
  readonly designations: readonly Designation[]
  /** First and last month in which incidents were looked for, `YYYY-MM`. */
  readonly from: string
  readonly to: string
  readonly windows: Windows
  /** Of all that is drawn. */
  readonly seed: number
}

/** The months, one entry each. */
export interface PressureSeries {
  readonly months: readonly string[]
  /** Parties put on lists. */
  readonly designations: readonly number[]
  /** Incidents that are dated to the month. */
  readonly incidents: readonly number[]
  /** US dollars taken, by the lowest and the highest sources. */
  readonly low: readonly number[]
  readonly high: readonly number[]
}

/** A study of one set of incidents. */
export interface PressureStudy {
  /** Dated to the month within the span. */
  readonly incidents: number
  /** Incidents a month. */
  readonly rate: Interval
  readonly counts: EventStudy
  readonly ratio: Interval & { readonly p: number }
  /** Of the sums in millions, on a scale of logarithms: a single great theft would decide else. */
  readonly amounts: EventStudy
  readonly power: Power
}

/** All that the data say, and how far they reach. */
export interface PressureReport {
  readonly series: PressureSeries
  /** Rows whose date, sum and attribution are sure. */
  readonly verified: PressureStudy
  /** All rows: does it hang on the choice? */
  readonly all: PressureStudy
  /** Incidents without a month: they are counted nowhere. */
  readonly undated: number
  /** Incidents before or after the span. */
  readonly outside: number
  readonly lags: LagStudy
  readonly hawkes: HawkesComparison
  readonly windows: Windows
  readonly seed: number
}

/** Months of designations that press at once: half a year. */
const pressedFor = 6
const longestLag = 24

/** Puts the thesis to the test that pressure is followed by theft. The same input gives the same report. */
export function pressureReport(input: PressureInput): PressureReport {
  const { incidents, designations, windows, seed } = input
  const [from, to] = [monthOf(input.from), monthOf(input.to)]
  const inSpan = ({ date }: { readonly date: string }) =>
    hasMonth(date) && monthOf(date) >= from && monthOf(date) <= to
  const dated = incidents.filter(inSpan)
  const sure = dated.filter(({ verified }) => verified)
  const listed = monthly(from, to, designations, ({ date }) => ({ date, value: 1 }))
  const counts = monthly(from, to, sure, ({ date }) => ({ date, value: 1 }))
  const places = input.resolutions.map(({ date }) => monthOf(date) - from)
  const undated = incidents.filter(({ date }) => !hasMonth(date)).length
  return {
    series: {
      months: Array.from({ length: to - from + 1 }, (_, at) => monthName(from + at)),
      designations: listed,
      incidents: monthly(from, to, dated, ({ date }) => ({ date, value: 1 })),
      low: monthly(from, to, dated, ({ date, low = 0 }) => ({ date, value: low })),
      high: monthly(from, to, dated, ({ date, high = 0 }) => ({ date, value: high })),
    },
    verified: studyOf(sure, from, to, places, windows, seed),
    all: studyOf(dated, from, to, places, windows, seed),
    undated,
    outside: incidents.length - undated - dated.length,
    lags: lagStudy(listed, counts, longestLag),
    hawkes: compareHawkes(timesOf(sure, from), pressureBefore(listed), to - from + 1, seed),
    windows,
    seed,
  }
}

function studyOf(
  incidents: readonly PressureIncident[],
  from: number,
  to: number,
  places: readonly number[],
  windows: Windows,
  seed: number,
): PressureStudy {
  const counts = monthly(from, to, incidents, ({ date }) => ({ date, value: 1 }))
  const sums = monthly(from, to, incidents, ({ date, low = 0, high = low }) => ({
    date,
    value: (low + high) / 2,
  }))
  const study = eventStudy(counts, places, windows, seed)
  const rate = rateInterval(incidents.length, counts.length)
  return {
    incidents: incidents.length,
    rate,
    counts: study,
    ratio: studyRatio(study),
    amounts: eventStudy(
      sums.map((sum) => Math.log10(1 + sum / 1e6)),
      places,
      windows,
      seed + 1,
    ),
    power: powerOf(rate.value, study.monthsAfter, study.monthsBefore, seed + 2),
  }
}

/** Incidents as times in months; one dated to the month stands in its middle, several in order. */
function timesOf(incidents: readonly PressureIncident[], from: number): number[] {
  return incidents
    .map(
      ({ date }) => monthOf(date) - from + (date.length > 7 ? (Number(date.slice(8, 10)) - 0.5) / 31 : 0.5),
    )
    .sort((a, b) => a - b)
}

/** Of each month the designations of the half year before it, over their mean. */
function pressureBefore(designations: readonly number[]): number[] {
  const sums = designations.map((_, at) =>
    designations.slice(Math.max(0, at - pressedFor), at).reduce((a, b) => a + b, 0),
  )
  const mean = sums.reduce((a, b) => a + b, 0) / Math.max(1, sums.length)
  return mean > 0 ? sums.map((sum) => sum / mean) : sums
}

/** What a study comes to, in one word: more after events than before, fewer, or nothing that could be told from chance. */
export function verdictOf({ counts, ratio }: PressureStudy): 'more' | 'fewer' | 'unclear' | 'nothing' {
  if (counts.events.length === 0) return 'nothing'
  if (counts.pShifted >= 0.05 || ratio.p >= 0.05) return 'unclear'
  return ratio.value > 1 ? 'more' : 'fewer'
}
