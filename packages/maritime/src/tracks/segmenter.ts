import type { Instant } from '@cordon/model'
import { distanceKm, nauticalMileKm } from '../geo.ts'
import { isPlainlyNear, matchOf, type TrackPoint } from './match.ts'
import type { TrackParameters } from './parameters.ts'
import { RecentPoints } from './recent-points.ts'
import type { TrackSplit } from './split.ts'

/** A track that goes on. */
interface Open {
  readonly number: number
  /** The latest positions. */
  readonly recent: RecentPoints
  /** The split that began it, until it is known which kind it is. */
  split: TrackSplit | undefined
}

/** What became of a position: the number of its track, or `copy`. */
export type Assigned = number | 'copy'

const hour = 3_600_000

/** Divides the positions of one MMSI, in order of time, into tracks that one ship can have sailed. */
export class Segmenter {
  private open: Open[] = []
  private readonly mmsi: number
  private readonly parameters: TrackParameters
  private readonly newNumber: () => number
  private readonly onSplit: (split: TrackSplit) => void

  constructor(
    mmsi: number,
    parameters: TrackParameters,
    newNumber: () => number,
    onSplit: (split: TrackSplit) => void,
  ) {
    this.mmsi = mmsi
    this.parameters = parameters
    this.newNumber = newNumber
    this.onSplit = onSplit
  }

  /** Puts a position, not earlier than the last one, into the track that it fits best, or begins one. */
  add(time: Instant, lat: number, lon: number, sog: number, cog: number): Assigned {
    const { open } = this
    for (let i = 0; i < open.length; i++)
      if (this.isCopy(open[i]!.recent, time, lat, lon, sog, cog)) return 'copy'
    const track = this.only(time, lat, lon) ?? this.search({ time, lat, lon, sog, cog })
    if (this.open.length > 1) this.settle(track)
    track.recent.push(time, lat, lon, sog, cog)
    if (this.open.length > 1) this.open = this.open.filter((one) => !this.isSilent(one, time))
    return track.number
  }

  /** Takes up a ship's only track. */
  resume(number: number, recent: RecentPoints): void {
    this.open = [{ number, recent, split: undefined }]
  }

  /** The track where there is but one. */
  get single(): { readonly number: number; readonly recent: RecentPoints } | undefined {
    return this.open.length === 1 ? this.open[0] : undefined
  }

  /** The same report by another receiver: everything is the same but the time. */
  private isCopy(
    recent: RecentPoints,
    time: Instant,
    lat: number,
    lon: number,
    sog: number,
    cog: number,
  ): boolean {
    for (let back = 0; back < recent.length; back++) {
      if (time - recent.time(back) > this.parameters.copySeconds * 1000) return false
      if (recent.isSame(back, lat, lon, sog, cog)) return true
    }
    return false
  }

  /** The common case: there is one track, and the position is plainly on it. */
  private only(time: Instant, lat: number, lon: number): Open | undefined {
    const track = this.open[0]
    if (track === undefined || this.open.length > 1 || this.isSilent(track, time)) return undefined
    const { recent } = track
    const hours = (time - recent.time(0)) / hour
    return isPlainlyNear(lat - recent.lat(0), lon - recent.lon(0), hours, this.parameters) ? track : undefined
  }

  private search(point: TrackPoint): Open {
    return this.best(point) ?? this.begin(point)
  }

  /** Plain data: the tracks that go on. NaN is null. */
  snapshot(): unknown {
    return this.open.map(({ number, recent, split }) => ({
      number,
      recent: pointsOf(recent).map(({ time, lat, lon, sog, cog }) => [
        time,
        lat,
        lon,
        orNull(sog),
        orNull(cog),
      ]),
      ...(split && { split: { ...split, knots: Number.isFinite(split.knots) ? split.knots : null } }),
    }))
  }

  /** Resumes from a snapshot. */
  restore(saved: unknown): void {
    this.open = (saved as SavedOpen[]).map(({ number, recent, split }) => {
      const points = new RecentPoints(this.parameters.lookback)
      for (const [time, lat, lon, sog, cog] of recent)
        points.push(time, lat, lon, sog ?? Number.NaN, cog ?? Number.NaN)
      return {
        number,
        recent: points,
        split: split && { ...split, knots: split.knots ?? Number.POSITIVE_INFINITY },
      }
    })
  }

  private best(point: TrackPoint): Open | undefined {
    let best: Open | undefined
    let bestMatch = 0
    for (const track of this.open) {
      if (this.isSilent(track, point.time)) continue
      const match = this.match(track, point)
      if (match > bestMatch) {
        best = track
        bestMatch = match
      }
    }
    return best
  }

  private isSilent({ recent }: Open, time: Instant): boolean {
    return time - recent.time(0) > this.parameters.maxHours * hour
  }

  /** A leg that can't be sailed is in no track; otherwise the best of the latest positions counts. */
  private match({ recent }: Open, point: TrackPoint): number {
    let best = matchOf(recent.point(0), point, this.parameters)
    // With one track it is enough that it can be.
    if (best === 0 || this.open.length === 1) return best
    let weight = 1 / this.parameters.lookbackFactor
    for (let back = 1; back < recent.length; back++) {
      best = Math.max(best, weight * matchOf(recent.point(back), point, this.parameters))
      weight /= this.parameters.lookbackFactor
    }
    return best
  }

  private begin(point: TrackPoint): Open {
    const latest = this.open.reduce<Open | undefined>(
      (a, b) => (a === undefined || b.recent.time(0) > a.recent.time(0) ? b : a),
      undefined,
    )
    if (this.open.length >= this.parameters.openTracks)
      this.open.splice(this.open.indexOf(this.quietest()), 1)
    const number = this.newNumber()
    const track: Open = { number, recent: new RecentPoints(this.parameters.lookback), split: undefined }
    if (latest) track.split = this.splitOf(latest, number, point)
    this.open.push(track)
    if (track.split) this.onSplit(track.split)
    return track
  }

  private quietest(): Open {
    return this.open.reduce((a, b) => (b.recent.time(0) < a.recent.time(0) ? b : a))
  }

  private splitOf(from: Open, to: number, point: TrackPoint): TrackSplit {
    const last = from.recent.point(0)
    const hours = (point.time - last.time) / hour
    const km = distanceKm(last.lat, last.lon, point.lat, point.lon)
    const kind = hours > this.parameters.maxHours ? 'silence' : 'jump'
    const knots = km / nauticalMileKm / hours
    return { kind, mmsi: this.mmsi, time: point.time, from: from.number, to, km, hours, knots }
  }

  /** The track was heard again behind a jump away from it: there are two ships, or one true and one false place. */
  private settle(track: Open): void {
    for (const other of this.open) {
      if (other.split?.from !== track.number || other.recent.length === 0) continue
      this.onSplit({ ...other.split, kind: 'two ships' })
      other.split = undefined
    }
  }
}

interface SavedOpen {
  readonly number: number
  readonly recent: [number, number, number, number | null, number | null][]
  readonly split?: Omit<TrackSplit, 'knots'> & { readonly knots: number | null }
}

/** Oldest first. */
function pointsOf(recent: RecentPoints): TrackPoint[] {
  return Array.from({ length: recent.length }, (_, i) => recent.point(recent.length - 1 - i))
}

function orNull(value: number): number | null {
  return Number.isNaN(value) ? null : value
}
