import type { Instant } from '@cordon/model'
import { meanLongitude, median } from '../../geo.ts'
import type { RawEncounter } from './raw-encounter.ts'

/** A meeting of two vessels: all views of it, and parts between which they were apart for a short time. */
export interface Encounter {
  /** Smaller name first. */
  readonly vessel1: string
  readonly vessel2: string
  readonly tracks1: readonly string[]
  readonly tracks2: readonly string[]
  readonly start: Instant
  readonly end: Instant
  /** Mean over both, by duration. Degrees. */
  readonly lat: number
  readonly lon: number
  readonly startLat: number
  readonly startLon: number
  readonly endLat: number
  readonly endLon: number
  readonly medianDistanceKm: number
  readonly medianSpeedKnots: number
  readonly points1: number
  readonly points2: number
}

/** How raw encounters become encounters. Defaults: Global Fishing Watch's published rule. */
export interface MergeParameters {
  /** Parts less far apart are one. Default 4 hours. */
  readonly joinHours: number
  /** Shorter ones are none. Default 120 minutes. */
  readonly minMinutes: number
  /** Faster ones are ships under way side by side. Default 2 knots. */
  readonly belowKnots: number
  /** Whether a place is in port: there two ships are near each other every day. Default: never. */
  readonly isInPort: (lat: number, lon: number) => boolean
}

/** The defaults. */
export const mergeDefaults: MergeParameters = {
  joinHours: 4,
  minMinutes: 120,
  belowKnots: 2,
  isInPort: () => false,
}

/** Joins raw encounters of the same two vessels. `vesselOf` names the vessel of a track. */
export function mergeEncounters(
  raw: readonly RawEncounter[],
  vesselOf: (track: string) => string,
  parameters: Partial<MergeParameters> = {},
): Encounter[] {
  const { joinHours, minMinutes, belowKnots, isInPort } = { ...mergeDefaults, ...parameters }
  const pairs = new Map<string, Oriented[]>()
  for (const encounter of raw) {
    if (isInPort(encounter.lat, encounter.lon)) continue
    const oriented = orient(encounter, vesselOf)
    const key = `${oriented.vessel1}\n${oriented.vessel2}`
    const same = pairs.get(key)
    if (same) same.push(oriented)
    else pairs.set(key, [oriented])
  }
  return [...pairs.values()]
    .flatMap((parts) => runsOf(parts, joinHours * 3_600_000).map(joined))
    .filter(({ start, end }) => end - start >= minMinutes * 60_000)
    .filter(({ medianSpeedKnots }) => medianSpeedKnots < belowKnots)
}

interface Oriented {
  readonly vessel1: string
  readonly vessel2: string
  readonly track1: string
  readonly track2: string
  readonly points1: number
  readonly points2: number
  readonly raw: RawEncounter
}

function orient(raw: RawEncounter, vesselOf: (track: string) => string): Oriented {
  const { track1, track2, points1, points2 } = raw
  const [a, b] = [vesselOf(track1), vesselOf(track2)]
  if (a <= b) return { vessel1: a, vessel2: b, track1, track2, points1, points2, raw }
  return {
    vessel1: b,
    vessel2: a,
    track1: track2,
    track2: track1,
    points1: points2,
    points2: points1,
    raw,
  }
}

function runsOf(parts: readonly Oriented[], apart: number): Oriented[][] {
  const sorted = [...parts].sort(
    (a, b) => a.raw.start - b.raw.start || a.raw.end - b.raw.end || order(a.raw.track1, b.raw.track1),
  )
  const runs: Oriented[][] = []
  let end = Number.NEGATIVE_INFINITY
  for (const part of sorted) {
    if (part.raw.start - end >= apart) runs.push([part])
    else runs.at(-1)!.push(part)
    end = Math.max(end, part.raw.end)
  }
  return runs
}

function order(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}

function joined(parts: readonly Oriented[]): Encounter {
  const raws = parts.map(({ raw }) => raw)
  const weights = raws.map(({ start, end }) => (end - start) / 1000)
  const total = Math.max(1, sum(weights))
  const first = raws.reduce((a, b) => (b.start < a.start ? b : a))
  const last = raws.reduce((a, b) => (b.end > a.end ? b : a))
  return {
    vessel1: parts[0]!.vessel1,
    vessel2: parts[0]!.vessel2,
    tracks1: [...new Set(parts.map(({ track1 }) => track1))].sort(),
    tracks2: [...new Set(parts.map(({ track2 }) => track2))].sort(),
    start: first.start,
    end: last.end,
    lat: sum(raws.map(({ lat }, i) => lat * weights[i]!)) / total,
    lon: meanLongitude(
      raws.map(({ lon }) => lon),
      weights,
    ),
    startLat: first.startLat,
    startLon: first.startLon,
    endLat: last.endLat,
    endLon: last.endLon,
    medianDistanceKm: median(raws.map(({ medianDistanceKm }) => medianDistanceKm)),
    medianSpeedKnots: median(raws.map(({ medianSpeedKnots }) => medianSpeedKnots)),
    points1: sum(parts.map(({ points1 }) => points1)),
    points2: sum(parts.map(({ points2 }) => points2)),
  }
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
