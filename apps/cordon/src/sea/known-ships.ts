import type { EntityGraph } from '@cordon/knowledge'
import { type KnownShip, type Ships, shipClass, shipIndex } from '@cordon/maritime'
import { countryCode, type Entity, parseCallSign, parseMmsi } from '@cordon/model'
import type { Known } from '../known/known.ts'

/** Schemata and topics: what makes a vessel one of interest. */
const listedTopics = /^(sanction|mare\.(shadow|detained))/
const ownerKinds = new Set(['Ownership', 'UnknownLink', 'Directorship', 'Representation'])

/** The vessels that are known, as the watch at sea asks for them. Built once for a set of list versions. */
export function knownShips(known: Known): Ships {
  const ships: KnownShip[] = []
  for (const entity of known.graph.entities())
    if (entity.schema === 'Vessel') ships.push(shipOf(entity, known.graph, known.versions))
  return shipIndex(ships)
}

function shipOf(entity: Entity, graph: EntityGraph, versions: Readonly<Record<string, string>>): KnownShip {
  const { properties } = entity
  const all = (...names: string[]) => names.flatMap((name) => properties[name] ?? [])
  // As listed: a list may print a wrong check digit, and ships send it so.
  const imo = all('imoNumber').flatMap((text) => /\d{7}/.exec(text) ?? [])[0]
  const source = entity.datasets[0] ?? 'unknown'
  const version = versions[source]
  const type = all('type')[0]
  const kind = shipClass(type)
  const topics = all('topics')
  return {
    ref: { kind: 'entity', id: entity.id, label: entity.caption },
    names: all('name', 'alias', 'previousName', 'weakAlias'),
    ...(imo !== undefined && { imo }),
    mmsis: every(all('mmsi'), parseMmsi),
    callSigns: every(all('callSign'), parseCallSign),
    flags: [...new Set(all('flag', 'pastFlags').flatMap((flag) => countryCode(flag) ?? []))],
    ...(kind !== undefined && { shipClass: kind }),
    listed: topics.some((topic) => listedTopics.test(topic)) || (topics.length === 0 && entity.target),
    source,
    ...(version !== undefined && { version }),
    owners: graph
      .links(entity.id)
      .filter(({ kind: link, other }) => ownerKinds.has(link) && other.target)
      .map(({ other }) => ({ kind: 'entity' as const, id: other.id, label: other.caption })),
  }
}

type Parser = typeof parseMmsi | typeof parseCallSign

function every(values: readonly string[], parse: Parser): string[] {
  return values.flatMap((value) => {
    const parsed = parse(value)
    return parsed.ok ? [parsed.value] : []
  })
}
