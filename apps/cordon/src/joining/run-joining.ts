import { oneOfEachList, type ProposedJoin, proposeJoins, referenceJoins } from '@cordon/knowledge'
import type { Entity } from '@cordon/model'
import type { Known } from '../known/known.ts'
import { inSlices } from '../known/slices.ts'
import type { Identities } from '../store/index.ts'
import { joinEngine, joinIndex } from './engine.ts'

/** What a run of joining came to. */
export interface JoiningSummary {
  /** Entries that took part. */
  readonly entries: number
  /** Proposals by what they rest on. */
  readonly reference: number
  readonly identifier: number
  readonly score: number
  readonly added: number
  readonly withdrawn: number
  readonly kept: number
}

/**
 * Joins the entries of all lists that are known, and puts the outcome in the place of the former one. What people said
 * stays as it is.
 */
export async function runJoining(
  identities: Identities,
  known: Known,
  actor: string,
  onProgress: (text: string) => void = () => {},
): Promise<JoiningSummary> {
  const entities: Entity[] = [...known.graph.entities()]
  onProgress('indexing the entries')
  const index = joinIndex(entities)
  onProgress('comparing the entries')
  const proposed = await inSlices(proposeJoins(entities, joinEngine(index)))
  const references = referenceJoins(entities)
  const listsOf = (id: string) => known.graph.get(id)?.datasets ?? []
  // A list and the matcher may claim the same pair: both stay, since their sources differ.
  const joins = [...references, ...oneOfEachList(proposed, references, listsOf)]
  const counts = await identities.propose(joins, actor)
  const of = (kind: ProposedJoin['kind']) => joins.filter((join) => join.kind === kind).length
  return {
    entries: index.size,
    reference: of('reference'),
    identifier: of('identifier'),
    score: of('score'),
    ...counts,
  }
}
