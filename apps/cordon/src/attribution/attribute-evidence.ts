import {
  type ActorFact,
  ActorKnowledge,
  type Attribution,
  attribute,
  type Feature,
  type HypothesisMatrix,
  prefilledMatrix,
} from '@cordon/cyber'
import type { Claim, Entity, Instant } from '@cordon/model'
import type { KnownThreats } from '../threats/known-threats.ts'
import { type ActorTable, actorTable } from './actors.ts'
import type { WhereSeen } from './case-evidence.ts'
import type { AttributionEvidence } from './evidence.ts'
import { actorFacts } from './facts.ts'
import { indicatorFacts } from './indicator-facts.ts'
import { featuresOf, resolveEvidence, type SeenEvidence } from './resolve-evidence.ts'
import { walletFacts } from './wallet-facts.ts'

/** Who may have done it, with how the evidence was read and what it was held against. */
export interface AttributionAnswer {
  readonly attribution: Attribution
  readonly seen: readonly (SeenEvidence & { readonly findings: readonly string[] })[]
  /** Collections that were asked, with their versions. */
  readonly sources: readonly { readonly source: string; readonly version: string }[]
  readonly matrix: HypothesisMatrix
}

/** What evidence is held against besides threat intelligence. */
export interface AttributionKnowledge {
  readonly threats: KnownThreats
  readonly at: Instant
  /** Entities of the lists, for wallets; and the claims that join them with groups. */
  readonly entities?: () => Iterable<Entity>
  readonly claims?: readonly Claim[]
}

interface Prepared {
  readonly table: ActorTable
  readonly facts: readonly ActorFact[]
}

const prepared = new WeakMap<KnownThreats, Prepared>()

/** Groups and facts of one state of what is known; made once. */
function prepare(threats: KnownThreats): Prepared {
  const before = prepared.get(threats)
  if (before) return before
  const table = actorTable(threats.graph)
  const made = { table, facts: actorFacts(threats.graph, table.holdings) }
  prepared.set(threats, made)
  return made
}

/** Holds evidence against everything that is known. Reads only; the same evidence and knowledge give the same answer. */
export function attributeEvidence(
  { threats, at, entities, claims }: AttributionKnowledge,
  evidence: AttributionEvidence,
  where: WhereSeen = new Map(),
): AttributionAnswer {
  const { table, facts } = prepare(threats)
  const seen = resolveEvidence(threats.graph, evidence)
  const features = featuresOf(seen)
  const more = indicatorFacts(threats, table, features, at)
  if (entities && claims && features.some(({ kind }) => kind === 'wallet'))
    more.push(...walletFacts(entities(), claims, table, features))
  const knowledge = new ActorKnowledge(withPackSponsors(table, claims ?? []), concat(facts, more))
  const attribution = attribute(knowledge, features)
  return {
    attribution,
    seen: seen.map((one) => ({ ...one, findings: where.get(one.written) ?? [] })),
    sources: sourcesOf(threats, features, attribution),
    matrix: prefilledMatrix(knowledge.view(), features, attribution),
  }
}

/** Bodies that claims of packs put groups under: an entry of a list that is the group, controlled by another. */
function withPackSponsors({ actors, holdings }: ActorTable, claims: readonly Claim[]): ActorTable['actors'] {
  if (claims.length === 0) return actors
  return actors.map((actor) => {
    const entries = claims.filter(
      ({ relation, from, to }) =>
        relation === 'same-as' &&
        from.kind === 'entity' &&
        holdings.get(to.id)?.some((held) => held.actor === actor.id),
    )
    const sponsors = entries.flatMap((entry) =>
      claims
        .filter(({ relation, to }) => relation === 'controls' && to.id === entry.from.id)
        .map(({ from, source, confidence }) => ({
          sponsor: from,
          source,
          ...(confidence !== undefined && { confidence }),
          via: entry.from,
        })),
    )
    return sponsors.length === 0 ? actor : { ...actor, sponsors: [...actor.sponsors, ...sponsors] }
  })
}

function sourcesOf(
  { collections }: KnownThreats,
  features: readonly Feature[],
  { candidates }: Attribution,
): AttributionAnswer['sources'] {
  if (collections.length > 0)
    return collections
      .map(({ id, version }) => ({ source: id, version }))
      .sort((a, b) => (a.source < b.source ? -1 : 1))
  const named = candidates.flatMap(({ actor }) => actor.sources)
  return features.length === 0
    ? []
    : [...new Set(named)].sort().map((source) => ({ source, version: 'from files' }))
}

function* concat<T>(...lists: readonly (readonly T[])[]): Generator<T, void, undefined> {
  for (const list of lists) yield* list
}
