import type { Instant } from '@cordon/model'
import { longitudeStep, median, toRadians, wrapLongitude } from '../../geo.ts'
import type { EncounterParameters } from './parameters.ts'

/** A position of a track. Knots and degrees; absent where it was not sent. */
export interface Fix {
  readonly time: Instant
  readonly lat: number
  readonly lon: number
  readonly speed?: number
  readonly course?: number
}

/** Where a ship was at a time of the grid. */
export interface Sample {
  readonly time: Instant
  readonly lat: number
  readonly lon: number
  /** Fixes behind it: 1, or less where they are further apart than the grid. */
  readonly density: number
}

const day = 86_400_000
/** Below this speed a missing course doesn't matter. Knots. */
const courselessKnots = 0.35

/** Brings the fixes of one track (in any order) to the grid. */
export function resample(fixes: readonly Fix[], parameters: EncounterParameters): Sample[] {
  const usable = mergeSameTimes(fixes).filter(
    ({ speed, course }) => speed !== undefined && (course !== undefined || speed <= courselessKnots),
  )
  if (usable.length === 0) return []
  if (!parameters.reference) return resampleRun(usable, parameters)
  return byDay(usable).flatMap((run) => resampleRun(run, parameters))
}

/** Fixes of one time (several receivers) become one: the median of each value. */
export function mergeSameTimes(fixes: readonly Fix[]): Fix[] {
  const sorted = [...fixes].sort((a, b) => a.time - b.time)
  const merged: Fix[] = []
  for (let from = 0; from < sorted.length; ) {
    let to = from + 1
    while (to < sorted.length && sorted[to]!.time === sorted[from]!.time) to++
    merged.push(to - from === 1 ? sorted[from]! : medianFix(sorted.slice(from, to)))
    from = to
  }
  return merged
}

function medianFix(same: readonly Fix[]): Fix {
  const first = same[0]!
  const speeds = same.flatMap(({ speed }) => speed ?? [])
  const courses = same.flatMap(({ course }) => course ?? [])
  const sin = median(courses.map((course) => Math.sin(toRadians(course))))
  const cos = median(courses.map((course) => Math.cos(toRadians(course))))
  const course = ((Math.atan2(sin, cos) * 180) / Math.PI + 360) % 360
  return {
    time: first.time,
    lat: median(same.map(({ lat }) => lat)),
    lon: wrapLongitude(first.lon + median(same.map(({ lon }) => longitudeStep(first.lon, lon)))),
    ...(speeds.length > 0 && { speed: median(speeds) }),
    ...(courses.length > 0 && { course }),
  }
}

function byDay(fixes: readonly Fix[]): Fix[][] {
  const days = new Map<number, Fix[]>()
  for (const fix of fixes) {
    const key = Math.floor(fix.time / day)
    const same = days.get(key)
    if (same) same.push(fix)
    else days.set(key, [fix])
  }
  return [...days.values()]
}

function resampleRun(fixes: readonly Fix[], parameters: EncounterParameters): Sample[] {
  const step = parameters.stepMinutes * 60_000
  const first = Math.ceil(fixes[0]!.time / step) * step
  const last = Math.floor(fixes.at(-1)!.time / step) * step
  const between = interpolate(fixes, first, last, parameters)
  if (!parameters.extrapolate) return between
  const [from, to] = reachOf(fixes, parameters)
  const before = extrapolate(fixes[0]!, Math.ceil(from / step) * step, first - step, parameters)
  const after = extrapolate(fixes.at(-1)!, last + step, Math.floor(to / step) * step, parameters)
  return [...before, ...between, ...after]
}

/** How far extrapolation reaches: the gap, and for the reference the day. */
function reachOf(fixes: readonly Fix[], { gapMinutes, reference }: EncounterParameters): [Instant, Instant] {
  const from = fixes[0]!.time - gapMinutes * 60_000
  const to = fixes.at(-1)!.time + gapMinutes * 60_000
  if (!reference) return [from, to]
  const midnight = Math.floor(fixes[0]!.time / day) * day
  return [Math.max(from, midnight), Math.min(to, midnight + day - 1)]
}

function interpolate(
  fixes: readonly Fix[],
  from: Instant,
  to: Instant,
  { stepMinutes, gapMinutes, reference }: EncounterParameters,
): Sample[] {
  const step = stepMinutes * 60_000
  const samples: Sample[] = []
  if (fixes.length < 2) return !reference && from <= to ? [{ ...fixes[0]!, density: 1 }] : samples
  let next = 1
  for (let time = from; time <= to; time += step) {
    while (next < fixes.length - 1 && fixes[next]!.time < time) next++
    const a = fixes[next - 1]!
    const b = fixes[next]!
    const gap = b.time - a.time
    if (gap >= gapMinutes * 60_000) {
      // A fix that stands on the grid is a sample even behind a gap; the reference drops it.
      if (!reference && (time === a.time || time === b.time))
        samples.push({
          time,
          lat: time === a.time ? a.lat : b.lat,
          lon: time === a.time ? a.lon : b.lon,
          density: 1,
        })
      continue
    }
    const mix = (time - a.time) / gap
    const lon = reference
      ? b.lon * mix + a.lon * (1 - mix)
      : wrapLongitude(a.lon + longitudeStep(a.lon, b.lon) * mix)
    const density = Math.round((100 * step) / Math.max(gap, step)) / 100
    samples.push({ time, lat: b.lat * mix + a.lat * (1 - mix), lon, density })
  }
  return samples
}

/** Degrees of longitude grow without bound towards the poles; the reference stops here. */
const leastCosine = 0.1

function extrapolate(fix: Fix, from: Instant, to: Instant, parameters: EncounterParameters): Sample[] {
  const step = parameters.stepMinutes * 60_000
  const course = toRadians(fix.course ?? 0)
  const bearing = parameters.reference ? toRadians(course) : course
  // A nautical mile is a minute of latitude.
  const degrees = (fix.speed ?? 0) / 60 / 3_600_000
  const dLat = Math.cos(bearing) * degrees
  const dLon = (Math.sin(bearing) * degrees) / Math.max(Math.cos(toRadians(fix.lat)), leastCosine)
  const samples: Sample[] = []
  for (let time = from; time <= to; time += step) {
    const elapsed = time - fix.time
    samples.push({
      time,
      lat: fix.lat + elapsed * dLat,
      lon: wrapLongitude(fix.lon + elapsed * dLon),
      density: Math.round((100 * step) / Math.max(Math.abs(elapsed), step)) / 100,
    })
  }
  return samples
}
