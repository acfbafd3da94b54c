import type { Instant } from '@cordon/model'
import { distanceKm, meanLongitude, median } from '../../geo.ts'
import { type Near, neighboursOf, type Placed } from './neighbours.ts'
import { type EncounterParameters, encounterDefaults } from './parameters.ts'
import { type Fix, resample } from './resample.ts'

/** The fixes of one track, under a name of its own. */
export interface TrackFixes {
  readonly id: string
  readonly fixes: readonly Fix[]
}

/** A meeting as seen from one of the two. There is one the other way round. */
export interface RawEncounter {
  readonly track1: string
  readonly track2: string
  readonly start: Instant
  readonly end: Instant
  /** Of the first: mean place, and where the meeting began and ended. Degrees. */
  readonly lat: number
  readonly lon: number
  readonly startLat: number
  readonly startLon: number
  readonly endLat: number
  readonly endLon: number
  readonly medianDistanceKm: number
  /** Of the first, from its samples. Knots. */
  readonly medianSpeedKnots: number
  /** Fixes behind the samples. */
  readonly points1: number
  readonly points2: number
}

interface Met {
  readonly time: Instant
  readonly own: Placed
  readonly other: Placed
  readonly km: number
}

/** A meeting that goes on. `near` is how many of `met` there were when the two were last near. */
interface Run {
  readonly met: Met[]
  near: number
}

const minute = 60_000
const metresASecondToKnots = 3600 / 1852

/** Meetings between tracks, both views of each. `parameters` that are not given are the defaults. */
export function rawEncounters(
  tracks: readonly TrackFixes[],
  parameters: Partial<EncounterParameters> = {},
): RawEncounter[] {
  const finder = new EncounterFinder(
    tracks.map(({ id }) => id),
    { ...encounterDefaults, ...parameters },
  )
  for (const [time, places] of samplesByTime(tracks, { ...encounterDefaults, ...parameters }))
    finder.step(time, places)
  return finder.end()
}

function samplesByTime(
  tracks: readonly TrackFixes[],
  parameters: EncounterParameters,
): [Instant, Placed[]][] {
  const byTime = new Map<Instant, Placed[]>()
  for (const [track, { fixes }] of tracks.entries()) {
    for (const { time, lat, lon, density } of resample(fixes, parameters)) {
      const place = { track, lat, lon, density }
      const same = byTime.get(time)
      if (same) same.push(place)
      else byTime.set(time, [place])
    }
  }
  return [...byTime].sort(([a], [b]) => a - b)
}

/** Follows meetings from step to step of the grid; tracks are numbers, names by `ids`. */
class EncounterFinder {
  private readonly runs = new Map<number, Map<number, Run>>()
  private readonly found: RawEncounter[] = []
  private readonly ids: readonly string[]
  private readonly parameters: EncounterParameters

  constructor(ids: readonly string[], parameters: EncounterParameters) {
    this.ids = ids
    this.parameters = parameters
  }

  /** All places of one time. Times must not go back. */
  step(time: Instant, places: readonly Placed[]): void {
    const { withinKm, leaveKm, neighbours, reference, stepMinutes } = this.parameters
    if (reference && time % 86_400_000 < stepMinutes * minute) this.closeAll()
    const near = neighboursOf(places, reference ? withinKm : Math.max(withinKm, leaveKm), neighbours)
    for (const [i, place] of places.entries()) this.meet(time, place, near[i]!)
    if (!reference) this.closeUnseen(time)
  }

  /** Ends all meetings and returns those that count. */
  end(): RawEncounter[] {
    this.closeAll()
    return this.found
  }

  private meet(time: Instant, own: Placed, near: readonly Near[]): void {
    let runs = this.runs.get(own.track)
    if (near.length > 0 && runs === undefined) {
      runs = new Map()
      this.runs.set(own.track, runs)
    }
    for (const { other, km } of near) {
      const isNear = km <= this.parameters.withinKm
      const run = runs!.get(other.track)
      if (run === undefined && !isNear) continue
      const current = run ?? { met: [], near: 0 }
      if (run === undefined) runs!.set(other.track, current)
      current.met.push({ time, own, other, km })
      if (isNear) current.near = current.met.length
    }
    if (runs && this.parameters.reference) this.closeMissed(own.track, runs, time)
  }

  /** The reference: a sample of the one without the other ends it. */
  private closeMissed(track: number, runs: Map<number, Run>, time: Instant): void {
    for (const [other, run] of runs) {
      if (run.met.at(-1)!.time !== time) this.close(track, other, run)
    }
  }

  private closeUnseen(time: Instant): void {
    for (const [track, runs] of this.runs) {
      for (const [other, run] of runs) {
        const { time: lastNear } = run.met[run.near - 1]!
        if (time - lastNear > this.parameters.leaveMinutes * minute) this.close(track, other, run)
      }
    }
  }

  private closeAll(): void {
    for (const [track, runs] of this.runs) for (const [other, run] of runs) this.close(track, other, run)
  }

  private close(track: number, other: number, run: Run): void {
    const runs = this.runs.get(track)!
    runs.delete(other)
    if (runs.size === 0) this.runs.delete(track)
    const met = run.met.slice(0, run.near)
    const first = met[0]!
    const last = met.at(-1)!
    if (met.length < 2 || last.time - first.time < this.parameters.minMinutes * minute) return
    this.found.push({
      track1: this.ids[track]!,
      track2: this.ids[other]!,
      start: first.time,
      end: last.time,
      lat: met.reduce((sum, { own }) => sum + own.lat, 0) / met.length,
      lon: meanLongitude(met.map(({ own }) => own.lon)),
      startLat: first.own.lat,
      startLon: first.own.lon,
      endLat: last.own.lat,
      endLon: last.own.lon,
      medianDistanceKm: median(met.map(({ km }) => km)),
      medianSpeedKnots: median(speedsOf(met)),
      points1: Math.round(met.reduce((sum, { own }) => sum + own.density, 0)),
      points2: Math.round(met.reduce((sum, { other: second }) => sum + second.density, 0)),
    })
  }
}

function speedsOf(met: readonly Met[]): number[] {
  return met.slice(1).map(({ time, own }, i) => {
    const before = met[i]!
    const metres = 1000 * distanceKm(before.own.lat, before.own.lon, own.lat, own.lon)
    return (metres / ((time - before.time) / 1000)) * metresASecondToKnots
  })
}
