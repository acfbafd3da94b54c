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

/** Columns of a track's row: the last hour written, course and speed at the last position, whether the gap that goes on was told. */
const hourAt = 12
const cogAt = 13
const sogAt = 14
const toldAt = 15
/** Positions by hour modulo 12. */
const hoursAt = 40

/** A track that begins. */
export function newGap(row: Float64Array, at: number): void {
  row[at + hourAt] = -1
  row[at + cogAt] = Number.NaN
  row[at + sogAt] = Number.NaN
}

const hourMs = 3_600_000

/** Takes a leg: ends a gap where the leg was long, and counts the position. */
export function gapLeg(
  row: Float64Array,
  at: number,
  leg: Leg,
  parameters: GapParameters,
  reception: ReceptionMap,
  emit: Emit,
): void {
  if (leg.ms >= parameters.minHours * hourMs) emit(gapOf(row, at, leg, reception, 'closed'))
  row[at + toldAt] = 0
  const hour = Math.floor(leg.time / hourMs)
  const last = row[at + hourAt]!
  if (hour !== last) {
    for (let passed = Math.max(last + 1, hour - 11); passed <= hour; passed++)
      row[at + hoursAt + ofTwelve(passed)] = 0
    row[at + hourAt] = hour
  }
  row[at + hoursAt + ofTwelve(hour)]!++
  row[at + cogAt] = leg.cog
  row[at + sogAt] = leg.sog
}

/** An hour's place among twelve, before 1970 too. */
function ofTwelve(hour: number): number {
  return ((hour % 12) + 12) % 12
}

/** Whether the gap that goes on was told. */
export function isGapTold(row: Float64Array, at: number): boolean {
  return row[at + toldAt] === 1
}

/** Time alone shows that a ship is silent. The leg ends where it began, at the present time of the stream. */
export function gapSweep(
  row: Float64Array,
  at: number,
  leg: Leg,
  parameters: GapParameters,
  reception: ReceptionMap,
  emit: Emit,
): void {
  if (row[at + toldAt] === 1 || leg.ms < parameters.minHours * hourMs) return
  row[at + toldAt] = 1
  emit(gapOf(row, at, { ...leg, cog: Number.NaN }, reception, 'open'))
}

function gapOf(row: Float64Array, at: number, leg: Leg, map: ReceptionMap, is: 'open' | 'closed'): Gap {
  const { mmsi, track, time0, lat0, lon0, time, lat, lon } = leg
  const km = distanceKm(lat0, lon0, lat, lon)
  const hours = (time - time0) / hourMs
  const last = Math.floor(time0 / hourMs)
  // The positions are counted by hours: twelve of them end with the hour of the last one.
  const hoursBefore = row.subarray(at + hoursAt, at + hoursAt + 12)
  const positionsBefore = row[at + hourAt] === last ? hoursBefore.reduce((sum, count) => sum + count, 0) : 0
  const [sog, cog] = [row[at + sogAt]!, row[at + cogAt]!]
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
    ...known('speedBefore', sog),
    ...known('courseBefore', cog),
    ...known('courseAfter', leg.cog),
    reception: map.around(time0, time, is === 'open' ? onward(sog, cog, leg) : between(leg)),
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
function onward(sog: number, cog: number, { time0, lat0, lon0 }: Leg): (at: Instant) => number {
  const last = { time: time0, lat: lat0, lon: lon0, sog, cog }
  return (at) => {
    const { lat, lon } = reckon(last, (at - time0) / hourMs)
    return cellOf(lat, lon)
  }
}

function known<K extends string>(name: K, value: number): { [key in K]?: number } {
  return Number.isNaN(value) ? {} : ({ [name]: value } as { [key in K]?: number })
}
