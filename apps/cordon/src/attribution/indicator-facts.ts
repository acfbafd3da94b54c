import { type ActorFact, type Feature, type FeatureKind, reportKey } from '@cordon/cyber'
import { hostOfUrl, type IndicatorKind, type Instant, type Ref } from '@cordon/model'
import type { KnownThreats } from '../threats/known-threats.ts'
import { type ActorTable, actorTypes } from './actors.ts'

const hashes = new Set<IndicatorKind>(['md5', 'sha1', 'sha256', 'sha512'])
const places = new Set<IndicatorKind>(['ipv4', 'ipv6', 'domain', 'url', 'socket', 'email'])

/** What an indicator counts as; undefined for those that tell no group apart (user agents, accounts, file names). */
export function featureKindOf(kind: IndicatorKind): FeatureKind | undefined {
  if (hashes.has(kind)) return 'hash'
  if (kind === 'wallet') return 'wallet'
  return places.has(kind) ? 'infrastructure' : undefined
}

/** An indicator as a feature, and beside an address the host that it names. The value is canonical. */
export function indicatorFeatures(kind: IndicatorKind, value: string): Feature[] {
  const counted = featureKindOf(kind)
  if (!counted) return []
  const own: Feature = { kind: counted, id: `${kind}:${value}`, label: value }
  const host = kind === 'url' ? hostOfUrl(value) : kind === 'socket' ? value.replace(/:\d+$/, '') : undefined
  if (!host) return [own]
  const hostKind = /^\d+\.\d+\.\d+\.\d+$/.test(host) ? 'ipv4' : 'domain'
  return [own, { kind: counted, id: `${hostKind}:${host}`, label: host }]
}

/**
 * What the indicator collections say of the indicators seen: whose they are, by themselves, over a program or over a campaign.
 * Values that warning lists set aside, because the world shares them, say nothing.
 */
export function indicatorFacts(
  { graph, indicators }: KnownThreats,
  { holdings }: ActorTable,
  seen: readonly Feature[],
  at: Instant,
): ActorFact[] {
  const facts: ActorFact[] = []
  for (const feature of seen) {
    const [kind, ...rest] = feature.id.split(':')
    if (featureKindOf(kind as IndicatorKind) !== feature.kind) continue
    for (const { place } of indicators.lookUp(kind as IndicatorKind, rest.join(':'))) {
      const { claims, state } = indicators.view(place, at)
      if (state === 'set-aside') continue
      for (const claim of claims)
        for (const about of claim.about)
          for (const { actor, share, via } of ownersOf(about))
            facts.push({
              actor,
              share,
              feature,
              reports: /^https?:/.test(claim.note ?? '')
                ? [reportKey({ name: claim.note!, url: claim.note! })]
                : [],
              source: claim.source,
              ...(via && { via }),
              ...(claim.note && { words: claim.note }),
            })
    }
  }
  return facts

  function ownersOf(about: Ref): { actor: string; share: number; via?: Ref }[] {
    const id = graph.current(about.id)
    const held = holdings.get(id)
    if (held) return held.map((one) => (one.actor === id ? one : { ...one, via: about }))
    const type = graph.get(id)?.type
    const from =
      type === 'campaign'
        ? graph.from(id).filter(({ relation }) => relation === 'attributed-to')
        : graph.to(id).filter(({ relation }) => relation === 'uses')
    const ends = new Set(
      from
        .map((relation) => graph.current(type === 'campaign' ? relation.to : relation.from))
        .filter((end) => actorTypes.has(graph.get(end)?.type ?? '')),
    )
    const via: Ref = { kind: 'stix', id, label: about.label }
    return [...ends].flatMap((end) =>
      (holdings.get(end) ?? []).map(({ actor, share }) => ({ actor, share: share / ends.size, via })),
    )
  }
}
