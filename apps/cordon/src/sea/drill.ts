import { existsSync, readdirSync, readFileSync } from 'node:fs'
import {
  type KnownShip,
  MaritimeWatch,
  type SeaKnowledge,
  type SeaObservation,
  type Ships,
  shipClass,
  shipIndex,
} from '@cordon/maritime'
import type { Finding } from '@cordon/model'
import { parse } from 'yaml'
import { z } from 'zod'
import { loadSeaPack } from './pack.ts'

const packs = new URL('../../../../packs/', import.meta.url)

const time = z.iso.datetime().transform((text) => Date.parse(text))
const waypoint = z.tuple([time, z.number().min(-90).max(90), z.number().min(-180).max(180)])

const drillSchema = z.object({
  id: z.string(),
  title: z.string(),
  kind: z.literal('sea'),
  /** Where the public record tells of it. */
  record: z.array(z.object({ source: z.string(), says: z.string() })),
  /** What was made up for the drill. */
  synthetic: z.string(),
  known: z
    .array(
      z.object({
        id: z.string(),
        name: z.string(),
        imo: z.string(),
        flag: z.string().optional(),
        source: z.string(),
      }),
    )
    .default([]),
  ships: z.array(
    z.object({
      mmsi: z.number().int(),
      everyMinutes: z.number().positive().default(6),
      track: z.array(waypoint).min(1),
      silent: z.array(z.tuple([time, time])).default([]),
      says: z.array(
        z.object({
          time,
          name: z.string().optional(),
          imo: z.string().optional(),
          callSign: z.string().optional(),
          type: z.number().int().optional(),
          length: z.number().optional(),
          draught: z.number().optional(),
        }),
      ),
    }),
  ),
  sightings: z
    .array(
      z.object({
        id: z.string(),
        report: z.string().optional(),
        time,
        lat: z.number(),
        lon: z.number(),
        accuracyM: z.number().default(200),
        lengthM: z.number().optional(),
        name: z.string().optional(),
        imo: z.string().optional(),
        source: z.string().optional(),
      }),
    )
    .default([]),
  expect: z.array(
    z.object({
      rule: z.string(),
      subjects: z.array(z.string()),
      matches: z.array(z.string()).default([]),
      features: z.array(z.string()).default([]),
      atLeast: z.number().default(0),
    }),
  ),
})

/** A past operation at sea as synthetic observations, with the findings that must come out. */
export type SeaDrill = z.infer<typeof drillSchema>

/** The drills of a pack that play at sea, by file name. */
export function loadSeaDrills(pack = 'dprk'): SeaDrill[] {
  const folder = new URL(`${pack}/drills/`, packs)
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => name.startsWith('sea-') && name.endsWith('.yaml'))
    .sort()
    .map((name) => drillSchema.parse(parse(readFileSync(new URL(name, folder), 'utf8'))))
}

/** What came of a drill. */
export interface DrillResult {
  /** The last revision of each. */
  readonly findings: readonly Finding[]
  /** Expected findings that did not come, in words. */
  readonly missing: readonly string[]
}

/**
 * Plays a drill through the watch.
 * @param ships those on the lists; the drill's own are added
 * @param versions of the lists, which findings name
 */
export function playSeaDrill(
  drill: SeaDrill,
  ships: Ships,
  pack = 'dprk',
  versions: Readonly<Record<string, string>> = {},
): DrillResult {
  const watch = new MaritimeWatch()
  watch.start(knowledgeOf(drill, ships, versions, pack))
  const all = findingsOf(watch, drill)
  return { findings: all, missing: drill.expect.flatMap((one) => missingOf(one, all)) }
}

/** What a drill is judged with: the ships of the lists and its own, the pack's rules and places. */
export function knowledgeOf(
  drill: SeaDrill,
  listed: Ships,
  versions: Readonly<Record<string, string>>,
  pack = 'dprk',
): SeaKnowledge {
  const { rules, areas, ports } = loadSeaPack(pack)
  const own = shipIndex(drill.known.map(knownShip))
  const ships: Ships = { find: (query) => [...new Set([...own.find(query), ...listed.find(query)])] }
  return { ships, rules, places: { areas, ports }, versions }
}

/** Plays a drill through a watch that has started, hour by hour; what came of it, as it stood last. */
export function findingsOf(watch: MaritimeWatch, drill: SeaDrill): Finding[] {
  const observations = observationsOf(drill)
  const findings = new Map<string, Finding>()
  const keep = (given: Iterable<Finding>) => {
    for (const finding of given) findings.set(finding.id, finding)
  }
  const hour = 3_600_000
  for (let from = 0; from < observations.length; ) {
    const until = Math.floor(observations[from]!.time / hour) * hour + hour
    let to = from
    while (to < observations.length && observations[to]!.time <= until) to++
    keep(watch.observe(observations.slice(from, to)))
    keep(watch.advance(until))
    from = to
  }
  keep(watch.advance(Number.MAX_SAFE_INTEGER))
  return [...findings.values()]
}

/** The observations of a drill, in order of time. */
export function observationsOf(drill: SeaDrill): SeaObservation[] {
  const observations: SeaObservation[] = drill.sightings.map((sighting) => ({
    kind: 'sighting',
    ...present(sighting),
  }))
  for (const ship of drill.ships) {
    for (const { time: said, name, imo, callSign, type, length, draught } of ship.says)
      observations.push({
        kind: 'static',
        mmsi: ship.mmsi,
        time: said,
        ...present({ name, imo, callSign, shipClass: shipClass(type), lengthM: length, draughtM: draught }),
      })
    observations.push(...positionsOf(ship))
  }
  return observations.sort((a, b) => a.time - b.time)
}

function positionsOf({ mmsi, track, silent, everyMinutes }: SeaDrill['ships'][number]): SeaObservation[] {
  const seen: SeaObservation[] = []
  for (let leg = 0; leg + 1 < track.length; leg++) {
    const [from, lat0, lon0] = track[leg]!
    const [to, lat1, lon1] = track[leg + 1]!
    const hours = (to - from) / 3_600_000
    const dLat = (lat1 - lat0) * 60
    const dLon = (lon1 - lon0) * 60 * Math.cos((lat0 * Math.PI) / 180)
    const sog = Math.round((Math.hypot(dLat, dLon) / hours) * 10) / 10
    const cog = ((Math.atan2(dLon, dLat) * 180) / Math.PI + 360) % 360
    for (let at = from; at < to; at += everyMinutes * 60_000) {
      if (silent.some(([begin, end]) => at >= begin && at < end)) continue
      const mix = (at - from) / (to - from)
      // A ship that lies still swings a little, as no two fixes are the same.
      const swing = 0.0002 * Math.sin(at / 1_000_000)
      const lat = lat0 + (lat1 - lat0) * mix + swing
      seen.push({ kind: 'position', mmsi, time: at, lat, lon: lon0 + (lon1 - lon0) * mix, sog, cog })
    }
  }
  return seen
}

/** A ship that a drill takes for known and listed. */
export function knownShip({ id, name, imo, flag, source }: SeaDrill['known'][number]): KnownShip {
  const ref = { kind: 'entity' as const, id, label: name }
  return {
    ref,
    names: [name],
    imo,
    mmsis: [],
    callSigns: [],
    flags: flag ? [flag] : [],
    listed: true,
    source,
    owners: [],
  }
}

function missingOf(expected: SeaDrill['expect'][number], findings: readonly Finding[]): string[] {
  const { rule, subjects, matches, features, atLeast } = expected
  const found = findings.find(
    (finding) =>
      finding.rule === rule &&
      subjects.every((id) => finding.subjects.some((subject) => subject.id === id)) &&
      matches.every((id) => finding.matches.some((match) => match.id === id)) &&
      features.every((feature) => finding.evidence.some((one) => one.feature === feature)) &&
      finding.score >= atLeast,
  )
  if (found) return []
  const near = findings.filter((finding) => finding.rule === rule)
  const closest = near.map(
    ({ subjects: who, score, evidence }) =>
      `${who.map(({ id }) => id).join(' + ')} ${score} (${evidence.map(({ feature }) => feature).join(', ')})`,
  )
  return [
    `${rule} of ${subjects.join(' + ')} with ${features.join(', ')}; found: ${closest.join('; ') || 'none of that rule'}`,
  ]
}

type Present<T> = { [K in keyof T]: Exclude<T[K], undefined> }

function present<T extends object>(values: T): Present<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Present<T>
}
