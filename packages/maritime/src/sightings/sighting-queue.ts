import type { Instant } from '@cordon/model'
import type { TrackPoint } from '../tracks/match.ts'
import type { Candidate, SightingAnswer } from './match.ts'
import { matchSighting } from './match.ts'
import type { Sighting } from './sighting.ts'

/** A sighting with what it was found to be. */
export interface SightingResult extends SightingAnswer {
  readonly sighting: Sighting
}

/** A track that is followed because a sighting is near. */
interface Followed {
  readonly mmsi: number
  readonly track: number
  readonly before: TrackPoint
  after?: TrackPoint
}

interface Pending {
  readonly sighting: Sighting
  readonly followed: Followed[]
}

const hourMs = 3_600_000
/** Positions after a sighting are waited for this long. */
const waitMs = hourMs

/**
 * Sightings that wait for positions after them. When the stream comes to a sighting's time, the tracks that may be it are
 * taken down with their last position; the first position after it completes them; an hour later it is matched.
 */
export class SightingQueue {
  private coming: Sighting[] = []
  private pending: Pending[] = []

  /** Takes a sighting; one from the past is matched to nothing but what is known of its time. */
  add(sighting: Sighting): void {
    this.coming.push(sighting)
    this.coming.sort((a, b) => a.time - b.time || (a.id < b.id ? -1 : 1))
  }

  /** The time of the next sighting to begin; Infinity for none. */
  get next(): Instant {
    return this.coming[0]?.time ?? Number.POSITIVE_INFINITY
  }

  /** Whether any track is followed. */
  get isFollowing(): boolean {
    return this.pending.length > 0
  }

  /** The stream has come to the next sighting. `candidates` are the tracks that may be it. */
  begin(candidates: (sighting: Sighting) => Followed[]): void {
    const sighting = this.coming.shift()!
    this.pending.push({ sighting, followed: candidates(sighting) })
  }

  /** A position of a track. */
  see(track: number, point: TrackPoint): void {
    for (const { sighting, followed } of this.pending) {
      const one = followed.find((candidate) => candidate.track === track)
      if (one !== undefined && one.after === undefined && point.time >= sighting.time) one.after = point
    }
  }

  /** Sightings for which enough has come. `describe` says what is known of a ship. */
  due(
    time: Instant,
    describe: (mmsi: number) => { readonly lengthM?: number; readonly name?: string } | undefined,
  ): SightingResult[] {
    if (this.pending.length === 0) return []
    const done = this.pending.filter(({ sighting }) => time - sighting.time >= waitMs)
    if (done.length === 0) return []
    this.pending = this.pending.filter((one) => !done.includes(one))
    const open = done.map(({ sighting, followed }) => ({
      sighting,
      candidates: followed.map((one): Candidate => {
        const { lengthM, name } = describe(one.mmsi) ?? {}
        return { ...one, ...(lengthM !== undefined && { lengthM }), ...(name !== undefined && { name }) }
      }),
    }))
    return apart(open)
  }

  /** Plain data: NaN of a speed or course is null. */
  snapshot(): unknown {
    return JSON.parse(JSON.stringify({ coming: this.coming, pending: this.pending }))
  }

  /** Resumes from a snapshot. */
  restore(saved: unknown): void {
    const { coming, pending } = structuredClone(saved) as { coming: Sighting[]; pending: Pending[] }
    this.coming = coming
    this.pending = pending.map(({ sighting, followed }) => ({
      sighting,
      followed: followed.map((one) => ({
        ...one,
        before: whole(one.before),
        ...(one.after && { after: whole(one.after) }),
      })),
    }))
  }
}

function whole(point: TrackPoint): TrackPoint {
  return { ...point, sog: point.sog ?? Number.NaN, cog: point.cog ?? Number.NaN }
}

/** Matches sightings; where two of one report come out as one ship, the likelier keeps it. */
function apart(
  open: readonly { readonly sighting: Sighting; readonly candidates: readonly Candidate[] }[],
): SightingResult[] {
  const taken = new Map<string, { readonly mmsi: number; readonly id: string; readonly weight: number }>()
  const answers = open.map((one) => ({ ...one, answer: matchSighting(one.sighting, one.candidates) }))
  for (const { sighting, answer } of answers) {
    const [best] = answer.matches
    if (best === undefined || best.probability < 0.5 || sighting.report === undefined) continue
    const key = `${sighting.report} ${best.mmsi}`
    // Two that are both all but certain are told apart by the distance.
    const weight = best.probability - best.km / 1000
    const other = taken.get(key)
    if (other === undefined || weight > other.weight)
      taken.set(key, { mmsi: best.mmsi, id: sighting.id, weight })
  }
  return answers.map(({ sighting, candidates, answer }) => {
    const others = [...taken.entries()].filter(
      ([key, { id }]) =>
        sighting.report !== undefined && key.startsWith(`${sighting.report} `) && id !== sighting.id,
    )
    if (others.length === 0) return { sighting, ...answer }
    const numbers = new Set(others.map(([, { mmsi }]) => mmsi))
    const { matches, dark } = matchSighting(
      sighting,
      candidates.filter(({ mmsi }) => !numbers.has(mmsi)),
    )
    return { sighting, matches, dark, beside: answer.beside }
  })
}
