import { type ActorFact, type Feature, reportKey } from '@cordon/cyber'
import type { JoinedThreat, ThreatGraph } from '@cordon/knowledge'
import type { Ref, ThreatRelation } from '@cordon/model'
import type { Holding } from './actors.ts'

const software = new Set(['malware', 'tool'])
const places = new Set(['location', 'identity'])

/**
 * What the graph says of groups: what they use and whom they aim at, and the same of the campaigns attributed to them, which
 * ATT&CK keeps off the group. A campaign's facts rest on its own reports.
 */
export function actorFacts(
  graph: ThreatGraph,
  holdings: ReadonlyMap<string, readonly Holding[]>,
): ActorFact[] {
  const facts: ActorFact[] = []
  for (const [id, held] of holdings) {
    const add = (made: readonly Made[], via: Ref | undefined, bridge?: readonly string[]) => {
      for (const { feature, relation } of made)
        for (const { actor, share } of held)
          facts.push({ ...factOf(actor, share, feature, relation, via), ...(bridge && { bridge }) })
    }
    const own = graph.get(id)
    const self: Ref | undefined =
      held[0]?.actor === id ? undefined : { kind: 'stix', id, label: own?.name ?? id }
    add(featuresOf(graph, id), self)
    for (const relation of graph.to(id)) {
      const campaign = graph.get(relation.from)
      if (relation.relation !== 'attributed-to' || campaign?.type !== 'campaign') continue
      const via: Ref = { kind: 'stix', id: campaign.id, label: campaign.name }
      add(featuresOf(graph, campaign.id), via, (relation.references ?? []).map(reportKey))
    }
    for (const { feature, source } of statedVictims(own))
      for (const { actor, share } of held)
        facts.push({ actor, share, feature, reports: [], source, ...(self && { via: self }) })
  }
  return facts
}

interface Made {
  readonly feature: Feature
  readonly relation: ThreatRelation
}

function featuresOf(graph: ThreatGraph, id: string): Made[] {
  return graph.from(id).flatMap((relation) => {
    if (relation.relation !== 'uses' && relation.relation !== 'targets') return []
    const target = graph.get(graph.current(relation.to))
    if (!target || target.deprecated) return []
    const feature =
      relation.relation === 'uses'
        ? usedFeature(target)
        : places.has(target.type)
          ? victimFeature(target)
          : undefined
    return feature ? [{ feature, relation }] : []
  })
}

/** A technique or program as a feature. */
export function usedFeature(target: JoinedThreat): Feature | undefined {
  const label = target.code ? `${target.name} (${target.code})` : target.name
  if (target.type === 'attack-pattern') return { kind: 'technique', id: target.id, label }
  if (!software.has(target.type)) return undefined
  return { kind: 'software', id: target.id, label, ...(target.type === 'tool' && { isPublic: true }) }
}

function victimFeature({ versions }: JoinedThreat): Feature | undefined {
  const body = versions[0]?.body ?? {}
  if (typeof body.country === 'string' && body.country.length === 2)
    return { kind: 'victim-country', id: body.country.toUpperCase(), label: body.country.toUpperCase() }
  const [sector] = Array.isArray(body.sectors) ? body.sectors : []
  if (typeof sector !== 'string') return undefined
  return { kind: 'victim-sector', id: sectorKey(sector), label: sector }
}

/** A sector as it is compared: STIX writes `financial-services`, MISP "Financial services". */
export function sectorKey(sector: string): string {
  return sector
    .toLowerCase()
    .replace(/[^a-z]+/g, '-')
    .replace(/^-|-$/g, '')
}

/** What MISP's clusters say of targets (`cfr-target-category`). */
function statedVictims(threat: JoinedThreat | undefined): { feature: Feature; source: string }[] {
  return (threat?.versions ?? []).flatMap(({ body, source }) => {
    const meta = body.x_misp_meta
    const stated =
      typeof meta === 'object' && meta !== null
        ? (meta as Record<string, unknown>)['cfr-target-category']
        : []
    return (Array.isArray(stated) ? stated : [])
      .filter((one): one is string => typeof one === 'string')
      .map((sector) => ({
        feature: { kind: 'victim-sector' as const, id: sectorKey(sector), label: sector },
        source,
      }))
  })
}

function factOf(
  actor: string,
  share: number,
  feature: Feature,
  { references, source, description }: ThreatRelation,
  via: Ref | undefined,
): ActorFact {
  return {
    actor,
    share,
    feature,
    reports: [...new Set((references ?? []).map(reportKey))],
    source,
    ...(via && { via }),
    ...(description && { words: description }),
  }
}
