import type { TrackSplit } from '../tracks/split.ts'
import { type EventBase, eventId } from './event.ts'

/** One MMSI is used at two places at a time: by two ships, or one of the places is false. */
export interface SharedNumber extends EventBase {
  readonly kind: 'shared-number'
  /** How far apart, and the speed that would join the two. */
  readonly km: number
  readonly knots: number
}

const dayMs = 86_400_000

/** Makes one event a day of an MMSI whose tracks go on side by side. `told` remembers; plain data. */
export function sharedNumberOf(
  split: TrackSplit,
  lat: number,
  lon: number,
  told: Map<number, number>,
): SharedNumber | undefined {
  if (split.kind !== 'two ships') return undefined
  const last = told.get(split.mmsi)
  if (last !== undefined && split.time - last < dayMs) return undefined
  told.set(split.mmsi, split.time)
  return {
    kind: 'shared-number',
    id: eventId('shared-number', [split.mmsi], split.time),
    state: 'closed',
    mmsi: split.mmsi,
    start: split.time,
    end: split.time,
    lat,
    lon,
    km: split.km,
    knots: Number.isFinite(split.knots) ? split.knots : 0,
  }
}
