import { type Emit, type EventBase, eventId } from './event.ts'
import { knotsOf, type Leg } from './leg.ts'

/** A ship that hardly moved for hours, away from port. */
export interface Loitering extends EventBase {
  readonly kind: 'loitering'
  readonly track: number
  readonly hours: number
  /** Mean over the time, from the way between positions. */
  readonly knots: number
  /** Way made meanwhile. */
  readonly km: number
}

/** When a ship loiters. The buckets and the speed are those of Global Fishing Watch's pipe-loitering (6d2c5e8). */
export interface LoiteringParameters {
  /** Slow hours are slower than this on average. Default 2 knots. */
  readonly belowKnots: number
  /** Shorter ones are none. Default 4 hours, as in Welch et al. 2022 (AIS disabling). */
  readonly minHours: number
  /** A leg longer than this says nothing of the hours between. Default 6. */
  readonly maxLegHours: number
}

/** The defaults. */
export const loiteringDefaults: LoiteringParameters = { belowKnots: 2, minHours: 4, maxLegHours: 6 }

/** Columns of a track's row: the hour that goes on, and the run of slow hours before it. `runHours` of 0 is no run. */
const hourAt = 16
const metresAt = 17
const msAt = 18
const latSumAt = 19
const lonSumAt = 20
const pointsAt = 21
const runHoursAt = 22
const runStartAt = 52
const runEndAt = 53
const runMetresAt = 54
const runMsAt = 55
const runLatAt = 56
const runLonAt = 57
const runPointsAt = 58
const toldAt = 59

/** A track that begins. */
export function newLoitering(row: Float64Array, at: number): void {
  row[at + hourAt] = -1
}

const hourMs = 3_600_000

/**
 * Takes a leg into the hour in which it ends. Each full hour is slow or not by its own average; slow hours in a row are one
 * loitering, given out when it is long enough and again when it ends. `isClear` says whether a place is away from port.
 */
export function loiteringLeg(
  row: Float64Array,
  at: number,
  leg: Leg,
  parameters: LoiteringParameters,
  isClear: (lat: number, lon: number) => boolean,
  emit: Emit,
): void {
  const hour = Math.floor(leg.time / hourMs)
  if (hour !== row[at + hourAt]!) {
    if (row[at + hourAt]! >= 0) closeHour(row, at, leg, parameters, isClear, emit)
    if (hour > row[at + hourAt]! + Math.max(1, parameters.maxLegHours))
      endLoitering(row, at, leg.mmsi, leg.track, parameters, isClear, emit)
    row[at + hourAt] = hour
    row[at + metresAt] = 0
    row[at + msAt] = 0
    row[at + latSumAt] = 0
    row[at + lonSumAt] = 0
    row[at + pointsAt] = 0
  }
  if (!(leg.ms <= parameters.maxLegHours * hourMs)) return
  row[at + metresAt]! += leg.metres
  row[at + msAt]! += leg.ms
  row[at + latSumAt]! += leg.lat
  // Relative to the run or the hour, so that a mean across 180 degrees is right.
  row[at + lonSumAt]! += near(
    leg.lon,
    row[at + pointsAt]! === 0 ? leg.lon : row[at + lonSumAt]! / row[at + pointsAt]!,
  )
  row[at + pointsAt]!++
}

function near(lon: number, reference: number): number {
  const step = lon - reference
  return step > 180 ? lon - 360 : step < -180 ? lon + 360 : lon
}

function closeHour(
  row: Float64Array,
  at: number,
  { mmsi, track }: Leg,
  parameters: LoiteringParameters,
  isClear: (lat: number, lon: number) => boolean,
  emit: Emit,
): void {
  if (row[at + msAt]! === 0) return
  if (knotsOf(row[at + metresAt]!, row[at + msAt]!) >= parameters.belowKnots) {
    endLoitering(row, at, mmsi, track, parameters, isClear, emit)
    return
  }
  const end = (row[at + hourAt]! + 1) * hourMs
  if (row[at + runHoursAt]! === 0) {
    row[at + runStartAt] = Math.max(row[at + hourAt]! * hourMs, end - Math.max(row[at + msAt]!, 1))
    row.fill(0, at + runMetresAt, at + toldAt)
    row[at + toldAt] = 0
  }
  row[at + runEndAt] = end
  row[at + runHoursAt] = (end - row[at + runStartAt]!) / hourMs
  row[at + runMetresAt]! += row[at + metresAt]!
  row[at + runMsAt]! += row[at + msAt]!
  row[at + runLatAt]! += row[at + latSumAt]!
  row[at + runLonAt]! +=
    near(
      row[at + lonSumAt]! / row[at + pointsAt]!,
      row[at + runPointsAt]! === 0
        ? row[at + lonSumAt]! / row[at + pointsAt]!
        : row[at + runLonAt]! / row[at + runPointsAt]!,
    ) * row[at + pointsAt]!
  row[at + runPointsAt]! += row[at + pointsAt]!
  if (row[at + toldAt] === 1 || row[at + runHoursAt]! < parameters.minHours) return
  row[at + toldAt] = 1
  give(row, at, mmsi, track, 'open', isClear, emit)
}

/** Ends what goes on: the ship moves, or the track is over. */
export function endLoitering(
  row: Float64Array,
  at: number,
  mmsi: number,
  track: number,
  parameters: LoiteringParameters,
  isClear: (lat: number, lon: number) => boolean,
  emit: Emit,
): void {
  if (row[at + runHoursAt]! >= parameters.minHours) give(row, at, mmsi, track, 'closed', isClear, emit)
  row[at + runHoursAt] = 0
}

function give(
  row: Float64Array,
  at: number,
  mmsi: number,
  track: number,
  is: 'open' | 'closed',
  isClear: (lat: number, lon: number) => boolean,
  emit: Emit,
): void {
  const lat = row[at + runLatAt]! / row[at + runPointsAt]!
  const mean = row[at + runLonAt]! / row[at + runPointsAt]!
  const lon = mean >= 180 ? mean - 360 : mean < -180 ? mean + 360 : mean
  if (!isClear(lat, lon)) return
  emit({
    kind: 'loitering',
    id: eventId('loitering', [mmsi], row[at + runStartAt]!),
    state: is,
    mmsi,
    track,
    start: row[at + runStartAt]!,
    end: row[at + runEndAt]!,
    lat,
    lon,
    hours: row[at + runHoursAt]!,
    knots: knotsOf(row[at + runMetresAt]!, row[at + runMsAt]!),
    km: row[at + runMetresAt]! / 1000,
  })
}
