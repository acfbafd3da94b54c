import type { Instant } from '@cordon/model'
import { eventId } from '../event.ts'
import type { Meeting, MeetingParameters } from './meeting.ts'

const metresPerBin = 10
const knotsPerBin = 0.1
const bins = 60

/** Two tracks that were near each other, as long as it may go on. */
export interface Run {
  readonly track: number
  readonly otherTrack: number
  readonly mmsi: number
  readonly other: number
  /** The part that goes on: from its first to its last near sample; 0 in `partStart` for none. */
  partStart: Instant
  near: Instant
  /** All parts that counted. */
  start: Instant
  end: Instant
  samples: number
  latSum: number
  /** Relative to the first place, so that a mean across 180 degrees is right. */
  lonSum: number
  readonly lon0: number
  readonly distances: Uint16Array
  readonly speeds: Uint16Array
  told: boolean
  /** The last step at which the two were seen within the leaving distance. */
  seen: Instant
}

/** A run that begins with nothing. */
export function newRun(track: number, otherTrack: number, mmsi: number, other: number, lon0: number): Run {
  return {
    track,
    otherTrack,
    mmsi,
    other,
    partStart: 0,
    near: 0,
    start: 0,
    end: 0,
    samples: 0,
    latSum: 0,
    lonSum: 0,
    lon0,
    distances: new Uint16Array(bins + 1),
    speeds: new Uint16Array(bins + 1),
    told: false,
    seen: 0,
  }
}

/** Takes a sample at which the two were near. */
export function addNear(
  run: Run,
  time: Instant,
  lat: number,
  lon: number,
  metres: number,
  knots: number,
): void {
  if (run.partStart === 0) run.partStart = time
  run.near = time
  run.samples++
  run.latSum += lat
  const step = lon - run.lon0
  run.lonSum += step > 180 ? step - 360 : step < -180 ? step + 360 : step
  bump(run.distances, metres / metresPerBin)
  bump(run.speeds, knots / knotsPerBin)
}

function bump(histogram: Uint16Array, bin: number): void {
  const at = Math.min(bins, Math.floor(bin))
  if (histogram[at]! < 65_535) histogram[at]!++
}

/** Ends the part that goes on; it counts where it was long enough. */
export function endPart(run: Run, { partMinutes }: MeetingParameters): void {
  if (run.partStart !== 0 && run.near - run.partStart >= partMinutes * 60_000) {
    if (run.start === 0) run.start = run.partStart
    run.end = run.near
  }
  run.partStart = 0
}

/** The meeting so far, or undefined where it is none yet. */
export function meetingOf(
  run: Run,
  state: 'open' | 'closed',
  parameters: MeetingParameters,
): Meeting | undefined {
  const counts = run.partStart !== 0 && run.near - run.partStart >= parameters.partMinutes * 60_000
  const start = run.start !== 0 ? run.start : counts ? run.partStart : 0
  const end = counts ? run.near : run.end
  if (start === 0 || end - start < parameters.minMinutes * 60_000) return undefined
  const medianSpeedKnots = medianOf(run.speeds) * knotsPerBin
  if (medianSpeedKnots >= parameters.belowKnots) return undefined
  const lon = run.lon0 + run.lonSum / run.samples
  return {
    kind: 'encounter',
    id: eventId('encounter', [run.mmsi, run.other], start),
    state,
    mmsi: run.mmsi,
    other: run.other,
    track: run.track,
    otherTrack: run.otherTrack,
    start,
    end,
    lat: run.latSum / run.samples,
    lon: lon >= 180 ? lon - 360 : lon < -180 ? lon + 360 : lon,
    hours: (end - start) / 3_600_000,
    medianDistanceKm: (medianOf(run.distances) * metresPerBin) / 1000,
    medianSpeedKnots,
    samples: run.samples,
  }
}

/** The middle of the bin that holds the median. */
function medianOf(histogram: Uint16Array): number {
  const total = histogram.reduce((sum, count) => sum + count, 0)
  let below = 0
  for (const [bin, count] of histogram.entries()) {
    below += count
    if (2 * below >= total) return bin + 0.5
  }
  return bins
}
