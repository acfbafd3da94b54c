import type { Instant } from '@cordon/model'
import { type Emit, type EventBase, eventId } from './event.ts'
import { knotsOf, type Leg } from './leg.ts'

/**
 * For half an hour or more the speed that a ship sends and the way between its positions don't agree: positions are made
 * up, or the speed is.
 */
export interface SpeedInconsistent extends EventBase {
  readonly kind: 'speed-inconsistent'
  readonly track: number
  readonly minutes: number
  /** Mean of what was sent, and mean of what the positions say. Knots. */
  readonly sentKnots: number
  readonly madeKnots: number
}

/** When they don't agree. */
export interface SpeedParameters {
  /** Difference that counts. Default 5 knots, and half of the greater of the two. */
  readonly knots: number
  /** Shorter ones are noise. Default 30 minutes. */
  readonly minMinutes: number
  /** Legs from one to the other minutes are looked at: shorter ones are noise, longer ones hide turns. Defaults 1, 30. */
  readonly legMinutes: readonly [number, number]
}

/** The defaults. */
export const speedDefaults: SpeedParameters = { knots: 5, minMinutes: 30, legMinutes: [1, 30] }

/** What is kept of a track. Plain data; `legs` of 0 is nothing. */
export interface SpeedState {
  /** The position that a look goes back to. */
  time: Instant
  lat: number
  lon: number
  metres: number
  sogSum: number
  sogs: number
  legs: number
  start: Instant
  sent: number
  made: number
}

/** A track that begins. */
export function newSpeedState(): SpeedState {
  return { time: 0, lat: 0, lon: 0, metres: 0, sogSum: 0, sogs: 0, legs: 0, start: 0, sent: 0, made: 0 }
}

/** Takes a leg. Short ones are put together first. */
export function speedLeg(state: SpeedState, leg: Leg, parameters: SpeedParameters, emit: Emit): void {
  if (Number.isNaN(leg.ms) || Number.isNaN(leg.sog)) {
    begin(state, leg)
    return
  }
  if (state.time === 0) begin(state, leg)
  state.metres += leg.metres
  state.sogSum += leg.sog
  state.sogs++
  const ms = leg.time - state.time
  if (ms < parameters.legMinutes[0] * 60_000) return
  if (ms <= parameters.legMinutes[1] * 60_000) judge(state, leg, ms, parameters, emit)
  else endSpeed(state, leg.mmsi, leg.track, leg.time0, parameters, emit)
  begin(state, leg)
}

function begin(state: SpeedState, { time, lat, lon }: Leg): void {
  state.time = time
  state.lat = lat
  state.lon = lon
  state.metres = state.sogSum = state.sogs = 0
}

function judge(state: SpeedState, leg: Leg, ms: number, parameters: SpeedParameters, emit: Emit): void {
  const made = knotsOf(state.metres, ms)
  const sent = state.sogSum / state.sogs
  const differs = Math.abs(made - sent) > Math.max(parameters.knots, 0.5 * Math.max(made, sent))
  if (!differs) {
    endSpeed(state, leg.mmsi, leg.track, state.time, parameters, emit)
    return
  }
  if (state.legs === 0) {
    state.start = state.time
    state.sent = state.made = 0
  }
  state.legs++
  state.sent += sent
  state.made += made
}

/** Ends what goes on. */
export function endSpeed(
  state: SpeedState,
  mmsi: number,
  track: number,
  end: Instant,
  parameters: SpeedParameters,
  emit: Emit,
): void {
  const minutes = (end - state.start) / 60_000
  if (state.legs >= 3 && minutes >= parameters.minMinutes)
    emit({
      kind: 'speed-inconsistent',
      id: eventId('speed-inconsistent', [mmsi], state.start),
      state: 'closed',
      mmsi,
      track,
      start: state.start,
      end,
      lat: state.lat,
      lon: state.lon,
      minutes,
      sentKnots: state.sent / state.legs,
      madeKnots: state.made / state.legs,
    })
  state.legs = 0
}
