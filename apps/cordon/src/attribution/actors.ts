import type { Actor, ActorName, SponsorClaim } from '@cordon/cyber'
import type { ThreatGraph } from '@cordon/knowledge'
import { nameKey, type Ref } from '@cordon/model'

/** A group of one source that stands, in part or whole, for a group of another. */
export interface Holding {
  /** `Actor.id`. */
  readonly actor: string
  /** 0..1; what one holder is split into sums to 1. */
  readonly share: number
}

/** The groups that are weighed, and what other sources' groups come to among them. */
export interface ActorTable {
  readonly actors: readonly Actor[]
  /** By the id of any group-like thing: the actors it stands for. An actor stands for itself. */
  readonly holdings: ReadonlyMap<string, readonly Holding[]>
}

/** What describes someone who acts. A grouping is what lists of indicators have: a file named after a group. */
export const actorTypes: ReadonlySet<string> = new Set(['intrusion-set', 'threat-actor', 'grouping'])

/**
 * Groups of all sources. One with techniques or software of its own is weighed by itself. Another joins those it shares names
 * with, in shares by how many: so a source that takes four groups for one speaks a little of each, and never moves all of it
 * to one. Where nothing is shared it is weighed by itself. Shared names are claims of sources; they decide nothing alone.
 */
export function actorTable(graph: ThreatGraph): ActorTable {
  const things: Thing[] = []
  for (const type of actorTypes)
    for (const { id, revoked, deprecated } of graph.objects(type))
      if (!revoked && !deprecated) things.push(thingOf(graph, id, type))
  const described = anchorsOf(things)
  const isAnchor = new Set(described)
  const byName = new Map<string, Thing[]>()
  for (const thing of described)
    for (const key of new Set([...thing.keys, thing.primary]))
      byName.set(key, [...(byName.get(key) ?? []), thing])
  const holdings = new Map<string, Holding[]>()
  const alone: Thing[] = []
  for (const thing of things) {
    const shares = isAnchor.has(thing) ? [] : sharesOf(graph, thing, byName)
    if (shares.length === 0) {
      // A file of indicators that says no name of a group is about no group: `README`, `samples`, `c2-iocs`.
      if (thing.tokens && thing.keys.size < 2) continue
      alone.push(thing)
      holdings.set(thing.id, [{ actor: thing.id, share: 1 }])
    } else holdings.set(thing.id, shares)
  }
  const joined = new Map<string, { readonly thing: Thing; readonly share: number }[]>()
  for (const thing of things)
    for (const { actor, share } of holdings.get(thing.id) ?? [])
      if (actor !== thing.id) joined.set(actor, [...(joined.get(actor) ?? []), { thing, share }])
  const actors = alone.map((thing) => actorOf(graph, thing, joined.get(thing.id) ?? [], holdings))
  return { actors, holdings }
}

interface Thing {
  readonly id: string
  readonly name: string
  readonly code?: string
  readonly sources: readonly string[]
  /** Keys of all names that any source gives it. */
  readonly keys: ReadonlySet<string>
  readonly primary: string
  /** Words of the name, of a list of indicators only: `lazarus-three-rats` is about Lazarus. */
  readonly tokens?: readonly string[]
  /** How much some source says of what it uses, itself or over a campaign. */
  readonly facts: number
}

/** Of described groups that bear one name the one of which most is said; the others speak for it. */
function anchorsOf(things: readonly Thing[]): Thing[] {
  const anchors = new Map<string, Thing>()
  const bySize = [...things].sort((a, b) => b.facts - a.facts || (a.id < b.id ? -1 : 1))
  for (const thing of bySize)
    if (thing.facts > 0 && !anchors.has(thing.primary)) anchors.set(thing.primary, thing)
  return [...anchors.values()]
}

function thingOf(graph: ThreatGraph, id: string, type: string): Thing {
  const threat = graph.get(id)!
  const keys = new Set(threat.versions.map(({ name }) => nameKey(name)))
  for (const { relation, from } of graph.claims(id))
    if (relation === 'alias-of') keys.add(nameKey(from.label))
  const campaigns = graph
    .to(id)
    .filter(({ relation, from }) => relation === 'attributed-to' && graph.get(from)?.type === 'campaign')
  const facts = [id, ...campaigns.map(({ from }) => from)]
    .flatMap((one) => graph.from(one))
    .filter(({ relation }) => relation === 'uses').length
  return {
    id,
    name: threat.name,
    ...(threat.code && { code: threat.code }),
    sources: threat.versions.map(({ source }) => source),
    keys,
    primary: primaryKey(threat.name),
    facts,
    ...(type === 'grouping' && { tokens: threat.name.split(/[^A-Za-z0-9]+/).map(primaryKey) }),
  }
}

/** The name without what lists put before it (`apt_lazarus`) and groups behind it. */
function primaryKey(name: string): string {
  const key = nameKey(name.replace(/^(?:apt|android)_(?=[a-z])/i, ''))
  return key.length > 9 ? key.replace(/group$/, '') : key
}

/** A name that is the other's own counts for three, and so does a source that calls the two alike. */
const ownName = 3

function sharesOf(
  graph: ThreatGraph,
  thing: Thing,
  byName: ReadonlyMap<string, readonly Thing[]>,
): Holding[] {
  const points = new Map<string, number>()
  const add = (id: string, by: number) => points.set(id, (points.get(id) ?? 0) + by)
  for (const key of new Set([...thing.keys, thing.primary]))
    for (const other of byName.get(key) ?? [])
      add(other.id, key === other.primary || key === thing.primary ? ownName : 1)
  for (const token of thing.tokens ?? [])
    for (const other of byName.get(token) ?? []) if (other.primary === token) add(other.id, ownName)
  for (const { relation, to } of graph.from(thing.id))
    if (
      (relation === 'similar-to' || relation === 'duplicate-of') &&
      actorTypes.has(graph.get(to)?.type ?? '')
    )
      for (const key of [graph.current(to)])
        if (byName.get(nameKey(graph.get(key)?.name ?? ''))?.some(({ id }) => id === key)) add(key, ownName)
  const sum = [...points.values()].reduce((a, b) => a + b, 0)
  return [...points]
    .map(([actor, count]) => ({ actor, share: count / sum }))
    .sort((a, b) => b.share - a.share || (a.actor < b.actor ? -1 : 1))
}

function actorOf(
  graph: ThreatGraph,
  thing: Thing,
  joined: readonly { readonly thing: Thing; readonly share: number }[],
  holdings: ReadonlyMap<string, readonly Holding[]>,
): Actor {
  const { id, name, code, sources } = thing
  return {
    id,
    name,
    ...(code && { code }),
    sources: [...new Set([...sources, ...joined.flatMap((one) => one.thing.sources)])],
    names: namesOf(graph, id, holdings),
    sponsors: [
      ...sponsorsOf(graph, id),
      ...joined.flatMap((one) =>
        sponsorsOf(graph, one.thing.id).map((claim) => ({
          ...claim,
          via: {
            kind: 'stix' as const,
            id: one.thing.id,
            label: `${one.thing.name} (${one.thing.sources[0] ?? ''})`,
          },
        })),
      ),
    ],
  }
}

/** Names with who gives them, and groups that someone calls so and that are not this one alone. */
function namesOf(
  graph: ThreatGraph,
  id: string,
  holdings: ReadonlyMap<string, readonly Holding[]>,
): ActorName[] {
  const given = (graph.get(id)?.versions ?? []).map(({ name, source }) => ({ name, source }))
  for (const { relation, from, source } of graph.claims(id))
    if (relation === 'alias-of') given.push({ name: from.label, source })
  return given.map(({ name, source }) => {
    const also = new Map<string, { id: string; label: string; source: string }>()
    for (const match of graph.find(name)) {
      const other = graph.get(match.id)
      if (match.id === id || !other || !actorTypes.has(other.type)) continue
      const [held, ...more] = holdings.get(match.id) ?? []
      if (held?.actor === id && more.length === 0) continue
      also.set(`${match.id} ${match.source}`, { id: match.id, label: other.name, source: match.source })
    }
    return { name, source, also: [...also.values()] }
  })
}

function sponsorsOf(graph: ThreatGraph, id: string): SponsorClaim[] {
  const found = new Map<string, SponsorClaim>()
  const add = (sponsor: Ref, source: string, confidence?: number) =>
    found.set(`${sponsor.id} ${source}`, { sponsor, source, ...(confidence !== undefined && { confidence }) })
  for (const { relation, to, source, confidence } of graph.claims(id))
    if (relation === 'attributed-to') add(to, source, confidence)
  for (const { relation, to, source, confidence } of graph.from(id)) {
    if (relation !== 'attributed-to') continue
    const now = graph.current(to)
    add({ kind: 'stix', id: now, label: graph.get(now)?.name ?? now }, source, confidence)
  }
  return [...found.values()]
}
