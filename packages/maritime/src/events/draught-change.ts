import type { Instant } from '@cordon/model'
import type { ShipSaid } from '../identity/ship-said.ts'
import { type EventBase, eventId } from './event.ts'

/**
 * The draught that a ship states changed: the trace that loading or discharging leaves. Crews enter it by hand, so that it
 * comes late or not at all. `start` is when the old one was last said, `end` when the new one was first said.
 */
export interface DraughtChange extends EventBase {
  readonly kind: 'draught-change'
  /** Metres. */
  readonly from: number
  readonly to: number
  /** The ship stopped in a port between the two. */
  readonly inPort: boolean
}

/** The draught that a ship last stated. Plain data. */
export interface DraughtState {
  readonly metres: number
  readonly time: Instant
}

/** Smaller changes are trim, water and ballast. Metres. */
export const leastDraughtChange = 0.3

/** Compares what a ship says with what it said. `place` is where it was last heard, `lastStop` when it was last in port. */
export function draughtChangeOf(
  before: DraughtState | undefined,
  { mmsi, time, draughtM }: ShipSaid,
  place: { readonly lat: number; readonly lon: number } | undefined,
  lastStop: Instant,
): DraughtChange | undefined {
  if (before === undefined || draughtM === undefined || place === undefined) return undefined
  if (Math.abs(draughtM - before.metres) < leastDraughtChange - 1e-9) return undefined
  return {
    kind: 'draught-change',
    id: eventId('draught-change', [mmsi], time),
    state: 'closed',
    mmsi,
    start: before.time,
    end: time,
    lat: place.lat,
    lon: place.lon,
    from: before.metres,
    to: draughtM,
    inPort: lastStop >= before.time,
  }
}
