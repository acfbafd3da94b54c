import { distanceKm, longitudeStep, wrapLongitude } from '../geo.ts'
import { nameKey } from '../identity/known-ship.ts'
import { reckon, type TrackPoint } from '../tracks/match.ts'
import type { Sighting } from './sighting.ts'

/** A ship that transmits near the place and time of a sighting: its last position before, its first one after. */
export interface Candidate {
  readonly mmsi: number
  readonly track: number
  readonly before: TrackPoint
  readonly after?: TrackPoint
  readonly lengthM?: number
  readonly name?: string
}

/** A candidate with the probability that it is what was seen. */
export interface SightingMatch {
  readonly mmsi: number
  readonly track: number
  readonly probability: number
  /** From where it was seen to where it was, as far as its positions say. */
  readonly km: number
  /** Standard deviation of that place, metres. */
  readonly sigmaM: number
}

/** What a sighting is: candidates, the likeliest first, and the probability that it is none of them. */
export interface SightingAnswer {
  readonly matches: readonly SightingMatch[]
  /** That it is a ship which does not transmit, or is not received. */
  readonly dark: number
  /** Ships that transmitted within two kilometres of it, whether they are it or not; nearest first. */
  readonly beside: readonly { readonly mmsi: number; readonly track: number; readonly km: number }[]
}

/** What is assumed of the sea. */
export interface MatchAssumptions {
  /** Ships that are not heard, a square kilometre. Default 0.0001: one in a square of 100 km. */
  readonly darkPerKm2: number
  /** How much a ship's speed and course wander: metres of standard deviation a minute away from a fix. Default 25. */
  readonly driftM: number
}

const besideKm = 2

/** The defaults. */
export const matchDefaults: MatchAssumptions = { darkPerKm2: 1e-4, driftM: 25 }

/**
 * Which ship was seen. Bayes' rule over the candidates and "none of them": the place of each at the time is normally
 * distributed around where its positions put it, wider the longer before and after they are; length, heading and name then
 * weigh in. The prior of none is the density of ships that are not heard.
 */
export function matchSighting(
  sighting: Sighting,
  candidates: readonly Candidate[],
  assumptions: Partial<MatchAssumptions> = {},
): SightingAnswer {
  const { darkPerKm2, driftM } = { ...matchDefaults, ...assumptions }
  const weighed = candidates.map((candidate) => weigh(sighting, candidate, driftM))
  const total = darkPerKm2 + weighed.reduce((sum, { weight }) => sum + weight, 0)
  const matches = weighed
    .map(({ weight, ...match }) => ({ ...match, probability: weight / total }))
    .filter(({ probability }) => probability >= 0.001)
    .sort((a, b) => b.probability - a.probability || a.mmsi - b.mmsi)
  const beside = weighed
    .filter(({ km, sigmaM }) => km <= besideKm && sigmaM <= besideKm * 1000)
    .sort((a, b) => a.km - b.km)
    .map(({ mmsi, track, km }) => ({ mmsi, track, km }))
  return { matches, dark: darkPerKm2 / total, beside }
}

function weigh(sighting: Sighting, candidate: Candidate, driftM: number) {
  const { mmsi, track, lengthM, name } = candidate
  const { lat, lon, sigmaM, cog } = placeAt(candidate, sighting, driftM)
  const km = distanceKm(lat, lon, sighting.lat, sighting.lon)
  const variance = (sigmaM / 1000) ** 2
  const place = Math.exp(-(km * km) / (2 * variance)) / (2 * Math.PI * variance)
  const weight =
    place *
    likelihoodOfLength(sighting.lengthM, lengthM) *
    likelihoodOfHeading(sighting.heading, cog) *
    likelihoodOfName(sighting.name, name)
  return { mmsi, track, km, sigmaM, weight }
}

/** Where a candidate was: between its two positions, or on from the one. */
function placeAt({ before, after }: Candidate, { time, accuracyM }: Sighting, driftM: number) {
  const minutes = Math.max(0, time - before.time) / 60_000
  if (after === undefined) {
    const there = reckon(before, minutes / 60)
    // Without a later position the course is a guess: it may have turned or stopped.
    const wander = 3 * driftM * minutes
    return { ...there, cog: before.cog, sigmaM: Math.hypot(accuracyM, 50, wander) }
  }
  const mix = after.time === before.time ? 0 : (time - before.time) / (after.time - before.time)
  const nearest = Math.min(minutes, Math.max(0, after.time - time) / 60_000)
  return {
    lat: before.lat + (after.lat - before.lat) * mix,
    lon: wrapLongitude(before.lon + longitudeStep(before.lon, after.lon) * mix),
    cog: mix < 0.5 ? before.cog : after.cog,
    sigmaM: Math.hypot(accuracyM, 50, driftM * nearest),
  }
}

/** Against a length that could be any from 20 to 300 metres. */
function likelihoodOfLength(seen: number | undefined, said: number | undefined): number {
  if (seen === undefined || said === undefined) return 1
  const sigma = Math.max(10, 0.15 * said)
  const density = Math.exp(-((seen - said) ** 2) / (2 * sigma * sigma)) / (sigma * Math.sqrt(2 * Math.PI))
  return 280 * density + 0.02
}

/** A ship's picture often doesn't tell bow from stern. */
function likelihoodOfHeading(seen: number | undefined, course: number): number {
  if (seen === undefined || Number.isNaN(course)) return 1
  const apart = Math.abs(((seen - course + 540) % 360) - 180)
  const off = Math.min(apart, 180 - apart)
  return 0.2 + 1.8 * Math.exp(-(off * off) / (2 * 25 * 25))
}

/** Names are painted over, so that another name does not rule a ship out. */
function likelihoodOfName(seen: string | undefined, said: string | undefined): number {
  if (seen === undefined || said === undefined) return 1
  return nameKey(seen) === nameKey(said) ? 50 : 0.3
}
