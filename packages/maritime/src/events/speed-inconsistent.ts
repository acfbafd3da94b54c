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

/** Columns of a track's row: the position that a look goes back to, what came since, and the legs that don't agree. */
const timeAt = 29
const latAt = 30
const lonAt = 31
const metresAt = 32
const sogSumAt = 33
const sogsAt = 34
const legsAt = 35
const startAt = 36
const sentAt = 37
const madeAt = 38

/** Takes a leg. Short ones are put together first. */
export function speedLeg(
  row: Float64Array,
  at: number,
  leg: Leg,
  parameters: SpeedParameters,
  emit: Emit,
): void {
  if (Number.isNaN(leg.ms) || Number.isNaN(leg.sog)) {
    begin(row, at, leg)
    return
  }
  if (row[at + timeAt]! === 0) begin(row, at, leg)
  row[at + metresAt]! += leg.metres
  row[at + sogSumAt]! += leg.sog
  row[at + sogsAt]!++
  const ms = leg.time - row[at + timeAt]!
  if (ms < parameters.legMinutes[0] * 60_000) return
  if (ms <= parameters.legMinutes[1] * 60_000) judge(row, at, leg, ms, parameters, emit)
  else endSpeed(row, at, leg.mmsi, leg.track, leg.time0, parameters, emit)
  begin(row, at, leg)
}

function begin(row: Float64Array, at: number, { time, lat, lon }: Leg): void {
  row[at + timeAt] = time
  row[at + latAt] = lat
  row[at + lonAt] = lon
  row[at + metresAt] = 0
  row[at + sogSumAt] = 0
  row[at + sogsAt] = 0
}

function judge(
  row: Float64Array,
  at: number,
  leg: Leg,
  ms: number,
  parameters: SpeedParameters,
  emit: Emit,
): void {
  const made = knotsOf(row[at + metresAt]!, ms)
  const sent = row[at + sogSumAt]! / row[at + sogsAt]!
  const differs = Math.abs(made - sent) > Math.max(parameters.knots, 0.5 * Math.max(made, sent))
  if (!differs) {
    endSpeed(row, at, leg.mmsi, leg.track, row[at + timeAt]!, parameters, emit)
    return
  }
  if (row[at + legsAt]! === 0) {
    row[at + startAt] = row[at + timeAt]!
    row[at + sentAt] = 0
    row[at + madeAt] = 0
  }
  row[at + legsAt]!++
  row[at + sentAt]! += sent
  row[at + madeAt]! += made
}

/** Ends what goes on. */
export function endSpeed(
  row: Float64Array,
  at: number,
  mmsi: number,
  track: number,
  end: Instant,
  parameters: SpeedParameters,
  emit: Emit,
): void {
  const minutes = (end - row[at + startAt]!) / 60_000
  if (row[at + legsAt]! >= 3 && minutes >= parameters.minMinutes)
    emit({
      kind: 'speed-inconsistent',
      id: eventId('speed-inconsistent', [mmsi], row[at + startAt]!),
      state: 'closed',
      mmsi,
      track,
      start: row[at + startAt]!,
      end,
      lat: row[at + latAt]!,
      lon: row[at + lonAt]!,
      minutes,
      sentKnots: row[at + sentAt]! / row[at + legsAt]!,
      madeKnots: row[at + madeAt]! / row[at + legsAt]!,
    })
  row[at + legsAt] = 0
}
