import type { Entity } from '@cordon/model'
import type { Comparison, MatchOptions, MatchResult, PartyQuery } from './query.ts'
import type { PartySieve } from './sieve/party-sieve.ts'
import type { Steps } from './steps.ts'

/** An index over one set of list versions: immutable, swapped in whole. */
export interface ScreeningIndex {
  /** Entities that can be found. */
  readonly size: number
  /** The best results first; equal scores by entity id. */
  match(query: PartyQuery, options?: MatchOptions): MatchResult[]
  /** Entities for a search box: words of any order, the last one may be unfinished. */
  search(text: string, options?: SearchOptions): SearchResult
  /** A new index with the delta applied; this one stays as it was, so that a query never sees half a delta. */
  apply(delta: IndexDelta): ScreeningIndex
  /** The index over some of its entities alone: it scores as this one does. Where there is none, index them anew. */
  narrowed?(ids: Iterable<string>): NarrowedIndex
}

/** A few entities of an index. */
export interface NarrowedIndex extends ScreeningIndex {
  /** What passes parties over that can't match any of them at a threshold, by their blocks. */
  sieve(threshold: number): PartySieve
}

/** What changed between two list versions. */
export interface IndexDelta {
  /** New entities and new states of known ones. */
  readonly upserts: Iterable<Entity>
  /** Ids of entities that are gone. */
  readonly removals?: Iterable<string>
}

/** What a search may be narrowed to. */
export interface SearchOptions {
  readonly limit?: number
  readonly offset?: number
  readonly schema?: string
  readonly countries?: readonly string[]
  readonly topics?: readonly string[]
  readonly datasets?: readonly string[]
}

/** One page of a search. */
export interface SearchResult {
  /** Entities found in all, not only on this page. */
  readonly total: number
  readonly entityIds: readonly string[]
}

/** A way of scoring: `cordon` is the default one. */
export interface Algorithm {
  readonly name: string
  readonly description: string
  /** Features that appear in explanations, with what each means. */
  readonly features: Readonly<Record<string, { readonly description: string; readonly weight: number }>>
  buildIndex(entities: Iterable<Entity>): ScreeningIndex
  /** The same in small steps, so that a server answers in between; where there is none, `buildIndex` is one step. */
  buildingIndex?(entities: Iterable<Entity>): Steps<ScreeningIndex>
  /** Query against one candidate, without an index; word rarity is the world's, not a list's. */
  compare(query: PartyQuery, candidate: PartyQuery, options?: MatchOptions): Comparison
}
