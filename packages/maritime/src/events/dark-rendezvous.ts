import { distanceKm } from '../geo.ts'
import { type EventBase, eventId } from './event.ts'
import type { Gap } from './gap.ts'
import type { Loitering } from './loitering.ts'

/**
 * One ship transmits and waits at sea. The other is not heard there, but could have come: it was silent meanwhile and not
 * too far away (`gap`), or something was seen beside the first that no transmission explains (`sighting`).
 */
export interface DarkRendezvous extends EventBase {
  readonly kind: 'dark-rendezvous'
  readonly by: 'gap' | 'sighting'
  /** The silent ship, for `gap`. */
  readonly other?: number
  /** The sighting, for `sighting`. */
  readonly sighting?: string
  /** Hours in which it waited. */
  readonly hours: number
  /** Knots that the silent ship needed for the way there and back, had it stayed for two hours. */
  readonly knotsNeeded?: number
  /** Probability that what was sighted does not transmit. */
  readonly probability?: number
  /** The gap's own reception: where nobody was heard, the gap is worth little. */
  readonly reception?: Gap['reception']['verdict']
}

/** What makes a rendezvous possible. */
export interface DarkParameters {
  /** Faster ships of this trade there are not. Default 14 knots. */
  readonly mostKnots: number
  /** Hours that a transfer takes at least. Default 2. */
  readonly stayHours: number
  /** The gap's ends are not further from the place. Default 150 km: within more, one of many silences always fits. */
  readonly withinKm: number
}

/** The defaults. */
export const darkDefaults: DarkParameters = { mostKnots: 14, stayHours: 2, withinKm: 150 }

const hourMs = 3_600_000

/** Whether a silent ship could have met one that waits; the rendezvous, or undefined. */
export function rendezvousOf(
  loitering: Loitering,
  gap: Gap,
  { mostKnots, stayHours, withinKm }: DarkParameters,
): DarkRendezvous | undefined {
  if (gap.mmsi === loitering.mmsi) return undefined
  const kmThere = distanceKm(gap.lat, gap.lon, loitering.lat, loitering.lon)
  // A ship that lay still elsewhere before and after its silence lay there in between.
  if (gap.state === 'closed' && gap.km < 2 && (gap.speedBefore ?? 0) < 1 && kmThere > 5) return undefined
  const start = Math.max(gap.start, loitering.start)
  const end = Math.min(gap.end, loitering.end)
  if (end - start < stayHours * hourMs) return undefined
  const kmBack = gap.state === 'open' ? 0 : distanceKm(gap.endLat, gap.endLon, loitering.lat, loitering.lon)
  if (Math.max(kmThere, kmBack) > withinKm) return undefined
  const hours = gap.hours - stayHours
  const knotsNeeded = hours > 0 ? (kmThere + kmBack) / 1.852 / hours : Number.POSITIVE_INFINITY
  if (knotsNeeded > mostKnots) return undefined
  return {
    kind: 'dark-rendezvous',
    id: eventId('dark-rendezvous', [loitering.mmsi, gap.mmsi], gap.start),
    state: 'closed',
    by: 'gap',
    mmsi: loitering.mmsi,
    other: gap.mmsi,
    start,
    end,
    lat: loitering.lat,
    lon: loitering.lon,
    hours: (end - start) / hourMs,
    knotsNeeded,
    reception: gap.reception.verdict,
  }
}
