import { nameKey, type Ref, type ThreatObject, type ThreatRelation } from '@cordon/model'
import type { JoinedThreat, ThreatGraph } from './threat-graph.ts'

/** A name of a thing, who uses it for this thing, and for what others it is used. */
export interface NameClaim {
  readonly name: string
  readonly source: string
  readonly confidence?: number
  /** Other things that some source calls so: the name does not tell which one is meant. */
  readonly also: readonly { readonly id: string; readonly label: string; readonly source: string }[]
}

/** Something that a thing is said to be linked with. */
export interface LinkedThreat {
  readonly id: string
  readonly type: string
  readonly name: string
  readonly code?: string
  readonly relation: string
  readonly source: string
  readonly confidence?: number
  readonly description?: string
  readonly references?: readonly { readonly name: string; readonly url?: string }[]
  /** The campaign by which it comes, where the source does not say it of the group itself. */
  readonly via?: Ref
}

/** Everything that is known of a thing, by who says it. */
export interface ThreatProfile {
  readonly threat: JoinedThreat
  /** Set where it was revoked: what stands in its place. */
  readonly replacedBy?: { readonly id: string; readonly name: string }
  readonly names: readonly NameClaim[]
  /** What it is attributed to: states, sponsors, other groups. */
  readonly attributions: readonly {
    readonly to: Ref
    readonly source: string
    readonly confidence?: number
  }[]
  /** What sources hold to be the same or nearly so. Never joined. */
  readonly similar: readonly LinkedThreat[]
  readonly techniques: readonly LinkedThreat[]
  readonly software: readonly LinkedThreat[]
  readonly campaigns: readonly LinkedThreat[]
  /** Who uses it, for software and techniques. */
  readonly usedBy: readonly LinkedThreat[]
  readonly reports: readonly LinkedThreat[]
  readonly mitigations: readonly LinkedThreat[]
}

const groups = new Set(['intrusion-set', 'threat-actor', 'campaign'])
const software = new Set(['malware', 'tool'])

/** What is known of a thing; undefined where there is none of this id. Of a revoked one, with what stands in its place. */
export function threatProfile(graph: ThreatGraph, id: string): ThreatProfile | undefined {
  const threat = graph.get(id)
  if (!threat) return undefined
  const now = graph.current(id)
  const used = uses(graph, id)
  const out = graph.from(id).map((relation) => linked(graph, relation, relation.to))
  const into = graph.to(id).map((relation) => linked(graph, relation, relation.from))
  const of = (links: readonly (LinkedThreat | undefined)[], test: (link: LinkedThreat) => boolean) =>
    distinct(links.filter((link): link is LinkedThreat => link !== undefined && test(link)))
  return {
    threat,
    ...(now !== id && { replacedBy: { id: now, name: graph.get(now)?.name ?? now } }),
    names: namesOf(graph, threat),
    attributions: attributionsOf(graph, id),
    similar: of(
      [...out, ...into],
      ({ relation }) => relation === 'similar-to' || relation === 'duplicate-of',
    ),
    techniques: distinct(used.filter(({ type }) => type === 'attack-pattern')),
    software: distinct(used.filter(({ type }) => software.has(type))),
    campaigns: of(into, ({ type, relation }) => type === 'campaign' && relation === 'attributed-to'),
    usedBy: of(into, ({ type, relation }) => relation === 'uses' && (groups.has(type) || software.has(type))),
    reports: of(into, ({ relation }) => relation === 'refers-to'),
    mitigations: of(into, ({ relation }) => relation === 'mitigates'),
  }
}

/** What a thing uses, with what the campaigns attributed to it use: ATT&CK keeps those off the group. */
function uses(graph: ThreatGraph, id: string): LinkedThreat[] {
  const own = graph.from(id).filter(({ relation }) => relation === 'uses')
  const found = own.flatMap((relation) => linked(graph, relation, relation.to) ?? [])
  for (const { relation, from: campaign } of graph.to(id)) {
    if (relation !== 'attributed-to' || graph.get(campaign)?.type !== 'campaign') continue
    const via: Ref = { kind: 'stix', id: campaign, label: graph.get(campaign)?.name ?? campaign }
    for (const one of graph.from(campaign))
      if (one.relation === 'uses')
        found.push(...[linked(graph, one, one.to)].flatMap((link) => (link ? [{ ...link, via }] : [])))
  }
  return found
}

function linked(graph: ThreatGraph, relation: ThreatRelation, end: string): LinkedThreat | undefined {
  const id = graph.current(end)
  const threat = graph.get(id)
  if (!threat || threat.deprecated) return undefined
  const { confidence, description, references, source } = relation
  return {
    id,
    type: threat.type,
    name: threat.name,
    ...(threat.code && { code: threat.code }),
    relation: relation.relation,
    source,
    ...(confidence !== undefined && { confidence }),
    ...(description && { description }),
    ...(references && { references }),
  }
}

/** One row for each thing, source and campaign. */
function distinct(links: readonly LinkedThreat[]): LinkedThreat[] {
  const seen = new Map<string, LinkedThreat>()
  for (const link of links) {
    const key = `${link.id} ${link.source} ${link.relation} ${link.via?.id ?? ''}`
    if (!seen.has(key)) seen.set(key, link)
  }
  return [...seen.values()].sort(
    (a, b) => order(a.code ?? a.name, b.code ?? b.name) || order(a.source, b.source),
  )
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function namesOf(graph: ThreatGraph, { id, versions }: JoinedThreat): NameClaim[] {
  const names = new Map<string, NameClaim>()
  const add = (name: string, source: string, confidence?: number) => {
    const key = `${source} ${nameKey(name)}`
    if (names.has(key)) return
    const others = graph
      .find(name)
      .filter((match) => match.id !== id && (match.how === 'name' || match.how === 'alias'))
    const also = new Map<string, { id: string; label: string; source: string }>()
    for (const match of others)
      if (isSameKind(graph, id, match.id))
        also.set(`${match.id} ${match.source}`, {
          id: match.id,
          label: graph.get(match.id)?.name ?? match.label,
          source: match.source,
        })
    names.set(key, {
      name,
      source,
      ...(confidence !== undefined && { confidence }),
      also: [...also.values()],
    })
  }
  for (const { name, source } of versions as readonly ThreatObject[]) add(name, source)
  for (const { relation, from, source, confidence } of graph.claims(id))
    if (relation === 'alias-of') add(from.label, source, confidence)
  return [...names.values()]
}

/** A malware called like the group that wrote it says nothing about who the group is. */
function isSameKind(graph: ThreatGraph, a: string, b: string): boolean {
  const [one, other] = [graph.get(a)?.type, graph.get(b)?.type]
  if (one === undefined || other === undefined) return false
  return one === other || (groups.has(one) && groups.has(other)) || (software.has(one) && software.has(other))
}

function attributionsOf(graph: ThreatGraph, id: string): { to: Ref; source: string; confidence?: number }[] {
  const found: { to: Ref; source: string; confidence?: number }[] = []
  for (const { relation, to, source, confidence } of graph.claims(id))
    if (relation === 'attributed-to')
      found.push({ to, source, ...(confidence !== undefined && { confidence }) })
  for (const { relation, to, source, confidence } of graph.from(id)) {
    if (relation !== 'attributed-to') continue
    const now = graph.current(to)
    const label = graph.get(now)?.name ?? now
    found.push({
      to: { kind: 'stix', id: now, label },
      source,
      ...(confidence !== undefined && { confidence }),
    })
  }
  return found
}
