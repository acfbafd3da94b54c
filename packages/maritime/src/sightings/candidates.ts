import { knotsOf } from '../events/leg.ts'
import type { LastHeard } from '../events/track-rows.ts'
import { distanceKm } from '../geo.ts'
import type { TrackPoint } from '../tracks/match.ts'
import type { Sighting } from './sighting.ts'

const hourMs = 3_600_000
const mostHours = 6
const most = 500

/** Tracks that may be what was sighted: heard within six hours before, and not too far away for it. */
export function candidatesOf(
  { lat, lon, time, accuracyM }: Sighting,
  tracks: Iterable<LastHeard>,
): { mmsi: number; track: number; before: TrackPoint }[] {
  const found: { mmsi: number; track: number; before: TrackPoint }[] = []
  for (const { mmsi, track, ...before } of tracks) {
    const ms = time - before.time
    if (ms < 0 || ms > mostHours * hourMs || Math.abs(before.lat - lat) > 3) continue
    const km = distanceKm(before.lat, before.lon, lat, lon)
    if (km > 5 + (5 * accuracyM) / 1000 && knotsOf(km * 1000, Math.max(ms, 60_000)) > 30) continue
    if (found.length < most) found.push({ mmsi, track, before })
  }
  return found
}
