import type { Entity } from '@cordon/model'
import type { Comparison, MatchOptions, MatchResult, PartyQuery } from './query.ts'

/** An index over one set of list versions: immutable, swapped in whole. */
export interface ScreeningIndex {
  /** Entities that can be found. */
  readonly size: number
  /** The best results first; equal scores by entity id. */
  match(query: PartyQuery, options?: MatchOptions): MatchResult[]
  /** Entities for a search box: words of any order, the last one may be unfinished. */
  search(
    text: string,
    options?: SearchOptions,
  ): { readonly total: number; readonly entityIds: readonly string[] }
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

/** A way of scoring: `cordon` is the default one. */
export interface Algorithm {
  readonly name: string
  readonly description: string
  /** Features that appear in explanations, with what each means. */
  readonly features: Readonly<Record<string, { readonly description: string; readonly weight: number }>>
  buildIndex(entities: Iterable<Entity>): ScreeningIndex
  /** Query against one candidate, without an index; word rarity is the world's, not a list's. */
  compare(query: PartyQuery, candidate: PartyQuery, options?: MatchOptions): Comparison
}
