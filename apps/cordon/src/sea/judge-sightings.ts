import {
  MaritimeWatch,
  type SeaFound,
  type SeaKnowledge,
  type SeaObservation,
  type ShipRecord,
  type Sighting,
  type SightingResult,
} from '@cordon/maritime'
import type { Finding, Instant } from '@cordon/model'
import { canonicalJson, type Findings, type SeaStore, type TrackPiece } from '../store/index.ts'
import { candidatesFrom } from './track-columns.ts'

const hourMs = 3_600_000
/** Ships that were heard this long around may be what was seen. */
const aroundMs = 6 * hourMs
/** What they did this long before counts in judging. */
const pastMs = 7 * 24 * hourMs
/** For each sighting, and for all that are judged together. */
const mostShips = 200
const mostShipsTogether = 5000
/** Ships farther away can't have come within six hours. */
const reachKm = 400

/** What became of sightings that came alone. */
export interface JudgedSightings {
  /** In order of time. */
  readonly results: readonly SightingResult[]
  readonly findings: readonly Finding[]
  /** Events that a sighting makes with a ship that waits. */
  readonly events: SeaFound['events']
  /** What the ships near say of themselves. */
  readonly ships: readonly ShipRecord[]
}

/**
 * Judges sightings by the rules, with the tracks that are kept: those of ships near are played through a watch in memory, and
 * what comes of the sightings is given out. The tracks are thinned, so that what the ships did otherwise is not judged anew.
 * @param sightings one or more, near each other in time or not
 */
export async function judgeSightings(
  sea: SeaStore,
  knowledge: SeaKnowledge,
  sightings: readonly Sighting[],
): Promise<JudgedSightings> {
  const answers: JudgedSightings[] = []
  for (const together of apartInTime(sightings)) answers.push(await judgeTogether(sea, knowledge, together))
  return {
    results: answers.flatMap(({ results }) => results),
    findings: answers.flatMap(({ findings }) => findings),
    events: answers.flatMap(({ events }) => events),
    ships: answers.flatMap(({ ships }) => ships),
  }
}

/** Stores findings; one that is there already and says something else now gets a higher revision. */
export async function keepFindings(store: Findings, findings: readonly Finding[]): Promise<void> {
  const known = new Map(
    (await store.getAll(findings.map(({ id }) => id))).map(({ finding }) => [finding.id, finding]),
  )
  await store.upsert(
    findings.flatMap((finding) => {
      const before = known.get(finding.id)
      if (before === undefined) return [finding]
      // A watch that saw more than the kept tracks hold knows better.
      if (finding.score < before.score || said(before) === said(finding)) return []
      return [{ ...finding, revision: before.revision + 1 }]
    }),
  )
}

function said({ score, matches, evidence }: Finding): string {
  return canonicalJson([score, matches, evidence.map(({ feature, detail }) => [feature, detail ?? ''])])
}

/** Sightings in order of time, cut where nothing of one bears on the next: each part can be judged for itself. */
export function apartInTime(sightings: readonly Sighting[]): Sighting[][] {
  const groups: Sighting[][] = []
  for (const one of [...sightings].sort((a, b) => a.time - b.time || (a.id < b.id ? -1 : 1))) {
    const last = groups.at(-1)
    if (last !== undefined && one.time - last.at(-1)!.time <= aroundMs) last.push(one)
    else groups.push([one])
  }
  return groups
}

async function judgeTogether(
  sea: SeaStore,
  knowledge: SeaKnowledge,
  sightings: readonly Sighting[],
): Promise<JudgedSightings> {
  const from = sightings[0]!.time
  const until = sightings.at(-1)!.time + aroundMs
  const near = shipsNear(await sea.pieces(from - aroundMs, until), sightings)
  const hulls = [...near, ...(await otherNumbers(sea, near, from - pastMs, until))]
  const pieces = hulls.length === 0 ? [] : await sea.pieces(from - pastMs, until, hulls)
  const ships = (await Promise.all(hulls.map((mmsi) => sea.vessel(mmsi)))).flatMap((one) => one ?? [])
  const results: SightingResult[] = []
  const events: SeaFound['events'][number][] = []
  const found = new Map<string, Finding>()
  const watch = new MaritimeWatch({
    onFound(step) {
      results.push(...step.sightings.map(onePerShip))
      for (const event of step.events)
        if (event.kind === 'dark-rendezvous' && event.by === 'sighting') events.push(event)
    },
  })
  watch.start(knowledge)
  watch.observe(pieces.flatMap((piece) => [...positionsOf(piece)]))
  watch.observe(ships.flatMap((ship) => [...saidOf(ship, until)]))
  watch.observe(sightings.map((sighting) => ({ kind: 'sighting', ...sighting })))
  // Each is judged with what was known an hour after it, as a watch that goes on does.
  for (const time of new Set(sightings.map((one) => one.time + hourMs)))
    for (const finding of watch.advance(time))
      if (sightings.some((one) => isOf(finding, one))) found.set(finding.id, finding)
  return { results, findings: [...found.values()], events, ships }
}

/** A ship with several tracks, as thinned ones may come apart into, is one that may be it. */
function onePerShip(result: SightingResult): SightingResult {
  const ships = new Map<number, SightingResult['matches'][number]>()
  for (const match of result.matches) {
    const best = ships.get(match.mmsi)
    ships.set(match.mmsi, best ? { ...best, probability: best.probability + match.probability } : match)
  }
  const besides = new Map(result.beside.toReversed().map((one) => [one.mmsi, one]))
  return { ...result, matches: [...ships.values()], beside: [...besides.values()].toReversed() }
}

/** Numbers of ships that may be what was seen, the nearest first where there are too many. */
function shipsNear(pieces: readonly TrackPiece[], sightings: readonly Sighting[]): number[] {
  const near = new Map<number, number>()
  for (const sighting of sightings)
    for (const { mmsi, before, after } of candidatesFrom(pieces, sighting)) {
      const km = Math.min(...[before, after].map((point) => (point ? roughKm(point, sighting) : Infinity)))
      if (km <= reachKm) near.set(mmsi, Math.min(km, near.get(mmsi) ?? Infinity))
    }
  return [...near]
    .sort(([a, one], [b, other]) => one - other || a - b)
    .slice(0, Math.min(mostShipsTogether, mostShips * sightings.length))
    .map(([mmsi]) => mmsi)
}

/** Numbers that the same hulls had before, or that they exchanged with others. */
async function otherNumbers(
  sea: SeaStore,
  near: readonly number[],
  from: Instant,
  until: Instant,
): Promise<number[]> {
  if (near.length === 0) return []
  const changes = await sea.events({ from, until, kinds: ['identity-change'], ships: near, limit: 1000 })
  const numbers = changes.flatMap(({ mmsi, other }) => (typeof other === 'number' ? [mmsi, other] : []))
  return [...new Set(numbers)].filter((one) => !near.includes(one))
}

interface Place {
  readonly lat: number
  readonly lon: number
}

function roughKm(a: Place, b: Place): number {
  const east = Math.abs(((a.lon - b.lon + 540) % 360) - 180) * Math.cos((b.lat * Math.PI) / 180)
  return 111.2 * Math.hypot(a.lat - b.lat, east)
}

/** Positions of a piece; the speed is that from the one before, since none is kept. */
function* positionsOf({ mmsi, points }: TrackPiece): Generator<SeaObservation> {
  for (let i = 0; i < points.length; i += 3) {
    const [time, lat, lon] = [points[i]! * 1000, points[i + 1]! / 1e6, points[i + 2]! / 1e6]
    const hours = i === 0 ? 0 : (points[i]! - points[i - 3]!) / 3600
    const before = { lat: points[i - 2]! / 1e6, lon: points[i - 1]! / 1e6 }
    const sog = hours > 0 ? { sog: roughKm(before, { lat, lon }) / 1.852 / hours } : {}
    yield { kind: 'position', mmsi, time, lat, lon, ...sog }
  }
}

/** What a ship said, when it first said it: the identities that it had up to a time. */
function* saidOf({ mmsi, spans, draught }: ShipRecord, until: Instant): Generator<SeaObservation> {
  for (const { from, until: _, ...identity } of spans)
    if (from <= until) yield { kind: 'static', mmsi, time: from, ...identity }
  if (draught !== undefined && draught.time <= until)
    yield { kind: 'static', mmsi, time: draught.time, draughtM: draught.metres }
}

/** Whether a finding comes of a sighting: of what was seen itself, or of a ship that waited beside it. */
function isOf({ subjects, window }: Finding, { id, time }: Sighting): boolean {
  if (subjects.some((subject) => subject.id === `sighting:${id}`)) return true
  return (
    window.start === time && window.end === time && !subjects.some((one) => one.id.startsWith('sighting:'))
  )
}
