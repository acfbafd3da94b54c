import type { Claim, IndicatorClaim, Ref, ThreatRelation } from '@cordon/model'
import type { ThreatGraph } from '../threats/threat-graph.ts'
import type { GraphLink } from './link-graph.ts'

/** Relations of STIX that say the same as one of ours, from the end that STIX begins at. */
const sameAs: Readonly<Record<string, string>> = {
  'attributed-to': 'attributed-to',
  'originates-from': 'attributed-to',
  indicates: 'indicates',
  'part-of': 'part-of',
  'similar-to': 'similar-to',
  'variant-of': 'similar-to',
  'derived-from': 'similar-to',
  'related-to': 'linked',
  'subtechnique-of': 'subtechnique-of',
}

/** Relations of threat intelligence, each with who states it. What a group does links it to no other: see `uses-technique`. */
export function* threatLinks(graph: ThreatGraph): Generator<GraphLink, void, undefined> {
  const refOf = (id: string): Ref => ({ kind: 'stix', id, label: graph.get(id)?.name ?? id })
  for (const { id } of graph.objects())
    for (const relation of graph.from(id)) {
      const to = graph.get(relation.to)
      if (!to) continue
      yield {
        from: refOf(id),
        to: refOf(to.id),
        relation: relationOf(relation, to.type),
        source: relation.source,
        record: relation.id,
        ...(relation.confidence !== undefined && { confidence: relation.confidence }),
        ...(relation.references?.[0] && { note: relation.references[0].name }),
      }
    }
}

function relationOf({ relation }: ThreatRelation, type: string): string {
  if (relation === 'uses') return type === 'attack-pattern' ? 'uses-technique' : 'uses'
  return sameAs[relation] ?? relation
}

/** What a source says an indicator belongs to. Wallets, accounts and the like are the same thing in every room. */
export function* indicatorLinks(claim: IndicatorClaim): Generator<GraphLink, void, undefined> {
  const { kind, value, source } = claim
  const from: Ref = { kind: 'indicator', id: `${kind}:${value}`, label: value }
  for (const to of claim.about)
    yield {
      from,
      to,
      relation: 'indicates',
      source,
      ...(claim.validFrom !== undefined && { since: claim.validFrom }),
      ...(claim.validUntil !== undefined && { until: claim.validUntil }),
      ...(claim.confidence !== undefined && { confidence: claim.confidence }),
    }
  const thing = thingOf(kind, value)
  if (thing) yield { from, to: thing, relation: 'same-as', source }
}

function thingOf(kind: string, value: string): Ref | undefined {
  if (kind === 'wallet') return { kind: 'wallet', id: value, label: value }
  if (kind === 'bic')
    return { kind: 'account', id: `bic:${value.toUpperCase().replace(/XXX$/, '')}`, label: value }
  if (kind === 'account') return { kind: 'account', id: value, label: value }
  return undefined
}

/** Claims over the borders of standards and sources: this organisation is that intrusion set; these two entries are one. */
export function* claimLinks(
  claims: Iterable<Claim & { readonly note?: string }>,
): Generator<GraphLink, void, undefined> {
  for (const { from, to, relation, source, confidence, valid, withdrawn, note } of claims) {
    if (withdrawn || relation === 'not-same-as') continue
    const [since, until] = [Date.parse(valid.from ?? ''), Date.parse(valid.until ?? '')]
    yield {
      from,
      to,
      relation,
      source,
      ...(confidence !== undefined && { confidence }),
      ...(!Number.isNaN(since) && { since }),
      ...(!Number.isNaN(until) && { until }),
      ...(note && { note }),
    }
  }
}
