import type { Instant } from '@cordon/model'
import { distanceKm, longitudeStep, wrapLongitude } from '../geo.ts'
import { reckon } from '../tracks/match.ts'
import { type Emit, type EventBase, eventId } from './event.ts'
import type { Leg } from './leg.ts'
import { cellOf, type Reception, type ReceptionMap } from './reception.ts'

/**
 * A ship was not heard for hours, and what was heard of others around it meanwhile. It is not said that anything was
 * switched off: masters may lower the power or switch off for safety (SOLAS regulation V/19.2.4.7), and receivers miss.
 */
export interface Gap extends EventBase {
  readonly kind: 'gap'
  readonly track: number
  readonly hours: number
  /** Where it was heard again; where it was last heard as long as the gap goes on. */
  readonly endLat: number
  readonly endLon: number
  readonly km: number
  /** Speed that would join the two places; 0 as long as the gap goes on. */
  readonly knots: number
  /** Positions of the ship in the twelve hours before. */
  readonly positionsBefore: number
  /** Knots and degrees just before and just after; absent where not sent. */
  readonly speedBefore?: number
  readonly courseBefore?: number
  readonly courseAfter?: number
  readonly reception: Reception
}

/** When a silence is a gap. */
export interface GapParameters {
  /** Shorter ones are none. Default 6 hours, the least of Global Fishing Watch's pipe-gaps (9d9426e). */
  readonly minHours: number
}

/** The defaults. */
export const gapDefaults: GapParameters = { minHours: 6 }

/** What is kept of a track. Plain data. */
export interface GapState {
  /** Positions by hour modulo 12, and the last hour written. */
  readonly hours: number[]
  hour: number
  cog: number
  sog: number
  /** The gap that goes on was told. */
  told: boolean
}

/** A track that begins. */
export function newGap(): GapState {
  return { hours: new Array<number>(12).fill(0), hour: -1, cog: Number.NaN, sog: Number.NaN, told: false }
}

const hourMs = 3_600_000

/** Takes a leg: ends a gap where the leg was long, and counts the position. */
export function gapLeg(
  state: GapState,
  leg: Leg,
  parameters: GapParameters,
  reception: ReceptionMap,
  emit: Emit,
): void {
  if (leg.ms >= parameters.minHours * hourMs) emit(gapOf(state, leg, reception, 'closed'))
  state.told = false
  const hour = Math.floor(leg.time / hourMs)
  if (hour !== state.hour) {
    const from = Math.max(state.hour + 1, hour - 11)
    for (let at = from; at <= hour; at++) state.hours[at % 12] = 0
    state.hour = hour
  }
  state.hours[hour % 12]!++
  state.cog = leg.cog
  state.sog = leg.sog
}

/** Time alone shows that a ship is silent. The leg ends where it began, at the present time of the stream. */
export function gapSweep(
  state: GapState,
  leg: Leg,
  parameters: GapParameters,
  reception: ReceptionMap,
  emit: Emit,
): void {
  if (state.told || leg.ms < parameters.minHours * hourMs) return
  state.told = true
  emit(gapOf(state, { ...leg, cog: Number.NaN }, reception, 'open'))
}

function gapOf(state: GapState, leg: Leg, map: ReceptionMap, is: 'open' | 'closed'): Gap {
  const { mmsi, track, time0, lat0, lon0, time, lat, lon } = leg
  const km = distanceKm(lat0, lon0, lat, lon)
  const hours = (time - time0) / hourMs
  const last = Math.floor(time0 / hourMs)
  // The positions are counted by hours: twelve of them end with the hour of the last one.
  const positionsBefore = state.hour === last ? state.hours.reduce((sum, count) => sum + count, 0) : 0
  return {
    kind: 'gap',
    id: eventId('gap', [mmsi], time0),
    state: is,
    mmsi,
    track,
    start: time0,
    end: time,
    lat: lat0,
    lon: lon0,
    endLat: lat,
    endLon: lon,
    hours,
    km,
    knots: is === 'open' ? 0 : km / 1.852 / hours,
    positionsBefore,
    ...known('speedBefore', state.sog),
    ...known('courseBefore', state.cog),
    ...known('courseAfter', leg.cog),
    reception: map.around(time0, time, is === 'open' ? onward(state, leg) : between(leg)),
  }
}

/** Where a ship was between two places: on the straight way. */
function between({ time0, lat0, lon0, time, lat, lon }: Leg): (at: Instant) => number {
  const dLon = longitudeStep(lon0, lon)
  return (at) => {
    const mix = (at - time0) / (time - time0)
    return cellOf(lat0 + (lat - lat0) * mix, wrapLongitude(lon0 + dLon * mix))
  }
}

/** Where a ship is that has not come back yet: on by its speed and course. A ship that leaves what is received has no gap. */
function onward({ sog, cog }: GapState, { time0, lat0, lon0 }: Leg): (at: Instant) => number {
  const last = { time: time0, lat: lat0, lon: lon0, sog, cog }
  return (at) => {
    const { lat, lon } = reckon(last, (at - time0) / hourMs)
    return cellOf(lat, lon)
  }
}

function known<K extends string>(name: K, value: number): { [key in K]?: number } {
  return Number.isNaN(value) ? {} : ({ [name]: value } as { [key in K]?: number })
}
