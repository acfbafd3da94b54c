import type { Instant } from '@cordon/model'
import { distanceKm, nauticalMileKm } from '../geo.ts'
import { isCopy, isPlainlyNear, matchOf, type TrackPoint } from './match.ts'
import type { TrackParameters } from './parameters.ts'
import type { TrackSplit } from './split.ts'

/** A track that goes on. */
interface Open {
  readonly number: number
  /** The latest positions, the last one last. */
  readonly recent: TrackPoint[]
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
  add(point: TrackPoint): Assigned {
    for (const { recent } of this.open) {
      for (const before of recent) if (isCopy(before, point, this.parameters.copySeconds)) return 'copy'
    }
    const track = this.only(point) ?? this.best(point) ?? this.begin(point)
    this.settle(track)
    track.recent.push(point)
    if (track.recent.length > this.parameters.lookback) track.recent.shift()
    if (this.open.length > 1) this.open = this.open.filter((one) => !this.isSilent(one, point.time))
    return track.number
  }

  /** The common case: there is one track, and the position is plainly on it. */
  private only(point: TrackPoint): Open | undefined {
    const track = this.open[0]
    if (track === undefined || this.open.length > 1 || this.isSilent(track, point.time)) return undefined
    return isPlainlyNear(track.recent.at(-1)!, point, this.parameters) ? track : undefined
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
    return time - recent.at(-1)!.time > this.parameters.maxHours * hour
  }

  /** A leg that can't be sailed is in no track; otherwise the best of the latest positions counts. */
  private match({ recent }: Open, point: TrackPoint): number {
    let best = matchOf(recent.at(-1)!, point, this.parameters)
    if (best === 0) return 0
    let weight = 1 / this.parameters.lookbackFactor
    for (let i = recent.length - 2; i >= 0; i--) {
      best = Math.max(best, weight * matchOf(recent[i]!, point, this.parameters))
      weight /= this.parameters.lookbackFactor
    }
    return best
  }

  private begin(point: TrackPoint): Open {
    const latest = this.open.reduce<Open | undefined>(
      (a, b) => (a === undefined || b.recent.at(-1)!.time > a.recent.at(-1)!.time ? b : a),
      undefined,
    )
    if (this.open.length >= this.parameters.openTracks)
      this.open.splice(this.open.indexOf(this.quietest()), 1)
    const number = this.newNumber()
    const track: Open = { number, recent: [], split: undefined }
    if (latest) track.split = this.splitOf(latest, number, point)
    this.open.push(track)
    if (track.split) this.onSplit(track.split)
    return track
  }

  private quietest(): Open {
    return this.open.reduce((a, b) => (b.recent.at(-1)!.time < a.recent.at(-1)!.time ? b : a))
  }

  private splitOf(from: Open, to: number, point: TrackPoint): TrackSplit {
    const last = from.recent.at(-1)!
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
