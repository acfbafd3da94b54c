import type { Instant } from '@cordon/model'
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

/** What is kept of a track: the hour that goes on, and the run of slow hours before it. Plain data. */
export interface LoiteringState {
  hour: number
  metres: number
  ms: number
  latSum: number
  lonSum: number
  points: number
  /** The run; `runHours` of 0 is none. */
  runHours: number
  runStart: Instant
  runEnd: Instant
  runMetres: number
  runMs: number
  runLat: number
  runLon: number
  runPoints: number
  told: boolean
}

/** A track that begins. */
export function newLoitering(): LoiteringState {
  return {
    hour: -1,
    metres: 0,
    ms: 0,
    latSum: 0,
    lonSum: 0,
    points: 0,
    runHours: 0,
    runStart: 0,
    runEnd: 0,
    runMetres: 0,
    runMs: 0,
    runLat: 0,
    runLon: 0,
    runPoints: 0,
    told: false,
  }
}

const hourMs = 3_600_000

/**
 * Takes a leg into the hour in which it ends. Each full hour is slow or not by its own average; slow hours in a row are one
 * loitering, given out when it is long enough and again when it ends. `isClear` says whether a place is away from port.
 */
export function loiteringLeg(
  state: LoiteringState,
  leg: Leg,
  parameters: LoiteringParameters,
  isClear: (lat: number, lon: number) => boolean,
  emit: Emit,
): void {
  const hour = Math.floor(leg.time / hourMs)
  if (hour !== state.hour) {
    if (state.hour >= 0) closeHour(state, leg, parameters, isClear, emit)
    if (hour > state.hour + Math.max(1, parameters.maxLegHours))
      endLoitering(state, leg.mmsi, leg.track, parameters, isClear, emit)
    state.hour = hour
    state.metres = 0
    state.ms = 0
    state.latSum = 0
    state.lonSum = 0
    state.points = 0
  }
  if (!(leg.ms <= parameters.maxLegHours * hourMs)) return
  state.metres += leg.metres
  state.ms += leg.ms
  state.latSum += leg.lat
  // Relative to the run or the hour, so that a mean across 180 degrees is right.
  state.lonSum += near(leg.lon, state.points === 0 ? leg.lon : state.lonSum / state.points)
  state.points++
}

function near(lon: number, reference: number): number {
  const step = lon - reference
  return step > 180 ? lon - 360 : step < -180 ? lon + 360 : lon
}

function closeHour(
  state: LoiteringState,
  { mmsi, track }: Leg,
  parameters: LoiteringParameters,
  isClear: (lat: number, lon: number) => boolean,
  emit: Emit,
): void {
  if (state.ms === 0) return
  if (knotsOf(state.metres, state.ms) >= parameters.belowKnots) {
    endLoitering(state, mmsi, track, parameters, isClear, emit)
    return
  }
  const end = (state.hour + 1) * hourMs
  if (state.runHours === 0) {
    state.runStart = Math.max(state.hour * hourMs, end - Math.max(state.ms, 1))
    state.runMetres = state.runMs = state.runLat = state.runLon = state.runPoints = 0
    state.told = false
  }
  state.runEnd = end
  state.runHours = (end - state.runStart) / hourMs
  state.runMetres += state.metres
  state.runMs += state.ms
  state.runLat += state.latSum
  state.runLon +=
    near(
      state.lonSum / state.points,
      state.runPoints === 0 ? state.lonSum / state.points : state.runLon / state.runPoints,
    ) * state.points
  state.runPoints += state.points
  if (state.told || state.runHours < parameters.minHours) return
  state.told = true
  give(state, mmsi, track, 'open', isClear, emit)
}

/** Ends what goes on: the ship moves, or the track is over. */
export function endLoitering(
  state: LoiteringState,
  mmsi: number,
  track: number,
  parameters: LoiteringParameters,
  isClear: (lat: number, lon: number) => boolean,
  emit: Emit,
): void {
  if (state.runHours >= parameters.minHours) give(state, mmsi, track, 'closed', isClear, emit)
  state.runHours = 0
}

function give(
  state: LoiteringState,
  mmsi: number,
  track: number,
  is: 'open' | 'closed',
  isClear: (lat: number, lon: number) => boolean,
  emit: Emit,
): void {
  const lat = state.runLat / state.runPoints
  const mean = state.runLon / state.runPoints
  const lon = mean >= 180 ? mean - 360 : mean < -180 ? mean + 360 : mean
  if (!isClear(lat, lon)) return
  emit({
    kind: 'loitering',
    id: eventId('loitering', [mmsi], state.runStart),
    state: is,
    mmsi,
    track,
    start: state.runStart,
    end: state.runEnd,
    lat,
    lon,
    hours: state.runHours,
    knots: knotsOf(state.runMetres, state.runMs),
    km: state.runMetres / 1000,
  })
}
