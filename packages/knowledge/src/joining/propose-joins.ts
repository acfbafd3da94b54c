import type { Claim, Entity, Ref } from '@cordon/model'
import { evidenceFor, type JoinEngine } from './evidence.ts'
import { type JoinThresholds, joinMargin, joinThresholds, strengthOf, thresholdFor } from './strength.ts'

/** What a proposal rests on. */
export type JoinKind = 'reference' | 'identifier' | 'score'

/** A claim that two entries of different lists are one thing, with the reason for a person. */
export interface ProposedJoin {
  readonly claim: Claim
  readonly kind: JoinKind
  readonly reason: string
  /** Points of `strengthOf`, where names were weighed. */
  readonly points?: number
}

/** Who proposes: the name and version of the way of joining, so that a later one replaces what this one said. */
export const joinMatcher = 'matcher:cordon-join-1'

/** What may be joined: parties that a list lists, wallets not (an address is itself). */
const joinable = new Set([
  'Person',
  'Organization',
  'Company',
  'LegalEntity',
  'PublicBody',
  'Vessel',
  'Airplane',
])

/** Whether an entity takes part in joining. */
export function isJoinable(entity: Entity): boolean {
  return joinable.has(entity.schema) && entity.target
}

const refOf = ({ id, caption }: Entity): Ref => ({ kind: 'entity', id, label: caption })
const listOf = (entity: Entity) => entity.datasets[0] ?? ''

/**
 * Joins by what lists say themselves: entries whose listings carry the same UN reference (`unscId`), such as the UK's,
 * which names the UN's. The claim is the list's own.
 */
export function referenceJoins(entities: Iterable<Entity>): ProposedJoin[] {
  const all = new Map<string, Entity>()
  const byReference = new Map<string, Entity[]>()
  for (const entity of entities) {
    all.set(entity.id, entity)
    for (const reference of entity.schema === 'Sanction' ? (entity.properties.unscId ?? []) : [])
      byReference.set(reference, [...(byReference.get(reference) ?? []), entity])
  }
  const joins: ProposedJoin[] = []
  for (const [reference, listings] of byReference) {
    const parties = listings.flatMap((listing) =>
      (listing.properties.entity ?? []).flatMap((id) => {
        const party = all.get(id)
        return party && isJoinable(party) ? [party] : []
      }),
    )
    // The UN's own entry stands in the middle: others say that they are it.
    const [own] = parties.filter(({ datasets }) => datasets.some((one) => one.startsWith('un_')))
    if (!own) continue
    for (const party of parties)
      if (listOf(party) !== listOf(own))
        joins.push(
          joinOf(
            party,
            own,
            'reference',
            listOf(party),
            0.99,
            `${listOf(party)} gives the UN reference ${reference}`,
          ),
        )
  }
  return joins
}

/**
 * Joins by numbers, names, dates and countries. Two entries of different lists are joined where each is the best that
 * the other's list has for it, by a margin, and the evidence reaches the threshold. Entries within one list never
 * are: their publisher keeps them apart.
 * @param entities all entities; those that can't be joined are passed over
 * @param thresholds points from which entries are joined
 */
export function* proposeJoins(
  entities: readonly Entity[],
  engine: JoinEngine,
  thresholds: JoinThresholds = joinThresholds,
): Generator<undefined, ProposedJoin[], undefined> {
  const byId = new Map(entities.filter(isJoinable).map((entity) => [entity.id, entity]))
  const pairs = new Map<string, Pair>()
  let done = 0
  for (const a of askers(byId.values())) {
    if (++done % 16 === 0) yield
    for (const { id, names } of engine.candidates(a)) {
      const b = byId.get(id)
      if (!b || a.datasets.some((one) => b.datasets.includes(one))) continue
      const [first, second] = a.id < b.id ? [a, b] : [b, a]
      const key = `${first.id}\0${second.id}`
      if (pairs.has(key)) continue
      const evidence = evidenceFor(first, second, names, engine)
      const { points, reason } = strengthOf(first, second, evidence)
      pairs.set(key, { a: first, b: second, points, reason, identified: evidence.identifiers.length > 0 })
    }
  }
  return chosen([...pairs.values()], thresholds)
}

interface Pair {
  readonly a: Entity
  readonly b: Entity
  readonly points: number
  readonly reason: string
  readonly identified: boolean
}

/** All entries but those of the largest list: who is on it is found from the others. */
function* askers(entities: Iterable<Entity>): Generator<Entity> {
  const byList = new Map<string, Entity[]>()
  for (const entity of entities) {
    const own = byList.get(listOf(entity))
    if (own) own.push(entity)
    else byList.set(listOf(entity), [entity])
  }
  const lists = [...byList].sort(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1))
  for (const [, own] of lists.slice(1)) yield* own
}

/** The pairs in which each side is the best of its list for the other. */
function chosen(pairs: readonly Pair[], thresholds: JoinThresholds): ProposedJoin[] {
  const best = new Map<string, number[]>()
  const keyOf = (of: Entity, inList: string) => `${of.id}\0${inList}`
  for (const { a, b, points } of pairs)
    for (const key of [keyOf(a, listOf(b)), keyOf(b, listOf(a))]) {
      const known = best.get(key) ?? []
      known.push(points)
      best.set(key, known)
    }
  for (const all of best.values()) all.sort((x, y) => y - x)
  const leads = (key: string, points: number) => {
    const [first, second = -Infinity] = best.get(key)!
    return points === first && points - second >= joinMargin
  }
  return pairs
    .filter(
      ({ a, b, points }) =>
        points >= thresholdFor(a, thresholds) &&
        leads(keyOf(a, listOf(b)), points) &&
        leads(keyOf(b, listOf(a)), points),
    )
    .map(({ a, b, points, reason, identified }) => ({
      ...joinOf(
        a,
        b,
        identified ? 'identifier' : 'score',
        joinMatcher,
        confidenceOf(points, identified),
        reason,
      ),
      points,
    }))
    .sort((x, y) => (x.claim.from.id < y.claim.from.id ? -1 : 1))
}

/** Ranks claims among each other; it is no probability. */
function confidenceOf(points: number, identified: boolean): number {
  return Math.round(1000 * Math.min(0.98, (identified ? 0.8 : 0.5) + points / 30)) / 1000
}

function joinOf(
  a: Entity,
  b: Entity,
  kind: JoinKind,
  source: string,
  confidence: number,
  reason: string,
): ProposedJoin {
  return {
    claim: { from: refOf(a), to: refOf(b), relation: 'same-as', source, confidence, valid: {} },
    kind,
    reason,
  }
}
