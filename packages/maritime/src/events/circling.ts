import type { Instant } from '@cordon/model'
import { distanceKm } from '../geo.ts'
import { type Circle, circleThrough } from './circle-fit.ts'
import { type Emit, type EventBase, eventId } from './event.ts'
import { knotsOf, type Leg } from './leg.ts'

/**
 * A ship's positions run round a circle as no ship sails: made up, or a receiver deceived ("circle spoofing": Bergman,
 * SkyTruth 2020; the rings of Shanghai 2019, C4ADS). `lat` and `lon` are the centre. `why`: `tight`, the radius is less than
 * the ship's length (IMO MSC.137(76) asks of a ship to turn in a circle of five lengths at most, and none turns in two under
 * way); `even`, three turns and more in one place, though wind and current carry a circling ship off; `together`, another
 * ship went round the same centre.
 */
export interface Circling extends EventBase {
  readonly kind: 'circling'
  readonly track: number
  readonly why: 'tight' | 'even' | 'together'
  readonly radiusM: number
  readonly turns: number
  /** Mean of what was sent, or what the positions say where nothing was. */
  readonly knots: number
  /** Ships that went round this centre within a day, this one among them. */
  readonly ships: readonly number[]
}

/** When positions run round a circle. */
export interface CirclingParameters {
  /** Slower ones drift or swing round an anchor. Default 5 knots. */
  readonly knots: number
  /** An hour that made good less than this part of its way is looked at. Default 0.45. */
  readonly madeGood: number
  /** Distance from the line, as a part of the radius (root mean square). Default 0.08; to be even, 0.04. */
  readonly spread: number
  readonly evenSpread: number
  /** Turns of one ship. Default 3. */
  readonly turns: number
  /** Shorter ships can turn on the spot. Default 50 m. */
  readonly leastLengthM: number
}

/** The defaults. */
export const circlingDefaults: CirclingParameters = {
  knots: 5,
  madeGood: 0.45,
  spread: 0.08,
  evenSpread: 0.04,
  turns: 3,
  leastLengthM: 50,
}

/** The latest positions of a track that may be circling. Plain data. */
interface Ring {
  readonly mmsi: number
  readonly track: number
  readonly since: Instant
  readonly times: number[]
  readonly lats: number[]
  readonly lons: number[]
  /** Metres sailed up to each. */
  readonly ways: number[]
  way: number
  /** Milliseconds between those that are kept. */
  step: number
  told?: Circling
}

/** A circle that was seen, to be held against those of others. Plain data. */
interface Seen {
  readonly mmsi: number
  readonly time: Instant
  readonly lat: number
  readonly lon: number
  readonly radiusM: number
}

const most = 64
const least = 24
const mostRings = 20_000
const mostSeen = 1000
const dayMs = 86_400_000

/** Looks at tracks that go far and come nowhere. Which those are is told from outside, once an hour. */
export class CirclingFinder {
  private readonly rings = new Map<number, Ring>()
  private seen: Seen[] = []
  private readonly parameters: CirclingParameters
  private readonly lengthOf: (mmsi: number) => number | undefined

  constructor(parameters: CirclingParameters, lengthOf: (mmsi: number) => number | undefined) {
    this.parameters = parameters
    this.lengthOf = lengthOf
  }

  /** Whether a ship with this leg, that came so many metres in so many milliseconds, goes far and comes nowhere. */
  isSuspect(leg: Leg, ms: number, metres: number): boolean {
    const knots = Number.isNaN(leg.sog) ? knotsOf(leg.metres, leg.ms) : leg.sog
    return knots >= this.parameters.knots && knotsOf(metres, ms) < this.parameters.madeGood * knots
  }

  /** Follows a track from now on; false where too many are followed. */
  begin(slot: number, { mmsi, track, time }: Leg): boolean {
    if (this.rings.size >= mostRings) return false
    this.rings.set(slot, {
      mmsi,
      track,
      since: time,
      times: [],
      lats: [],
      lons: [],
      ways: [],
      way: 0,
      step: 20_000,
    })
    return true
  }

  /** A leg of a track that is followed. */
  leg(slot: number, leg: Leg, emit: Emit): void {
    const ring = this.rings.get(slot)
    if (ring === undefined) return
    ring.way += Number.isNaN(leg.sog) ? leg.metres : ((leg.sog * 1852) / 3_600_000) * leg.ms
    if (leg.time - (ring.times.at(-1) ?? Number.NEGATIVE_INFINITY) < ring.step) return
    ring.times.push(leg.time)
    ring.lats.push(leg.lat)
    ring.lons.push(leg.lon)
    ring.ways.push(ring.way)
    if (ring.times.length < most) {
      if (ring.times.length % 8 === 0 && ring.told === undefined) this.look(ring, emit)
      return
    }
    this.look(ring, emit)
    for (const column of [ring.times, ring.lats, ring.lons, ring.ways]) {
      for (let i = 0; i < most / 2; i++) column[i] = column[2 * i]!
      column.length = most / 2
    }
    ring.step *= 2
  }

  /** The track is no longer followed. */
  end(slot: number, emit: Emit): void {
    const ring = this.rings.get(slot)
    if (ring === undefined) return
    this.rings.delete(slot)
    if (ring.told) emit({ ...ring.told, state: 'closed', end: ring.times.at(-1) ?? ring.told.end })
  }

  private look(ring: Ring, emit: Emit): void {
    const { mmsi, track, times, lats, lons, ways } = ring
    if (times.length < least || ring.told !== undefined) return
    const circle = circleThrough(lats, lons)
    if (circle === undefined || circle.twelfths < 11 || circle.spread > this.parameters.spread) return
    const way = ways.at(-1)! - ways[0]!
    const end = times.at(-1)!
    const knots = knotsOf(way, end - times[0]!)
    const turns = way / (2 * Math.PI * circle.radiusM)
    if (knots < this.parameters.knots || turns < 1) return
    const ships = this.around(mmsi, end, circle)
    const why = this.whyOf(mmsi, circle, turns, ships)
    if (why === undefined) return
    const { lat, lon, radiusM } = circle
    ring.told = {
      kind: 'circling',
      id: eventId('circling', [mmsi], times[0]!),
      state: 'open',
      mmsi,
      track,
      start: times[0]!,
      end,
      lat,
      lon,
      why,
      radiusM,
      turns,
      knots,
      ships,
    }
    emit(ring.told)
  }

  private whyOf(mmsi: number, { radiusM, spread }: Circle, turns: number, ships: readonly number[]) {
    const { turns: mostTurns, evenSpread, leastLengthM } = this.parameters
    if (ships.length > 1) return 'together'
    const length = this.lengthOf(mmsi) ?? 0
    if (length >= leastLengthM && radiusM < length) return 'tight'
    return turns >= mostTurns && spread <= evenSpread ? 'even' : undefined
  }

  /** Ships that went round this centre; takes note of this one. */
  private around(mmsi: number, time: Instant, { lat, lon, radiusM }: Circle): number[] {
    this.seen = this.seen.filter((one) => time - one.time <= dayMs && one.mmsi !== mmsi).slice(1 - mostSeen)
    const others = this.seen.filter(
      (one) =>
        Math.abs(one.radiusM - radiusM) <= 0.5 * radiusM &&
        distanceKm(one.lat, one.lon, lat, lon) * 1000 <= 0.3 * radiusM,
    )
    this.seen.push({ mmsi, time, lat, lon, radiusM })
    return [mmsi, ...others.map((one) => one.mmsi)].sort((a, b) => a - b)
  }

  /** Plain data; tracks by their slot's key. */
  snapshot(keyOf: (slot: number) => number): unknown {
    return structuredClone({
      rings: [...this.rings].map(([slot, ring]) => [keyOf(slot), ring]),
      seen: this.seen,
    })
  }

  /** Resumes from a snapshot. */
  restore(saved: unknown, slotOf: (key: number) => number): void {
    const { rings, seen } = structuredClone(saved) as { rings: [number, Ring][]; seen: Seen[] }
    for (const [key, ring] of rings) this.rings.set(slotOf(key), ring)
    this.seen = seen
  }
}
