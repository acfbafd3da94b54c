import type { Entity, Instant } from '@cordon/model'
import type { ScreeningIndex } from './engine.ts'
import type { MatchOptions, PartyQuery } from './query.ts'

/** A party as it comes by: a row of a customers' file, a new account, a supplier. */
export interface PartyObservation {
  /** The institution's own id of the party: the same id is the same party. */
  readonly id: string
  readonly query: PartyQuery
  /** When it was seen or last changed. */
  readonly time: Instant
  /** Where it stands in its stream, for evidence: a file and line, a table and key. */
  readonly position?: string
}

/** What the watch screens against: one index, and who says what is in it. */
export interface ScreeningKnowledge {
  readonly index: ScreeningIndex
  entity(id: string): Entity | undefined
  /** Versions of the lists in the index by source name. */
  readonly versions: Readonly<Record<string, string>>
  /** What people call the lists, by source name; the name itself where it is missing. */
  readonly titles?: Readonly<Record<string, string>>
  readonly options?: MatchOptions
  /** Ids under which sources list an entity, where a merge has given it another. Default: see `listingIds`. */
  listings?(entity: Entity): readonly string[]
}
