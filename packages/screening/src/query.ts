import type { Probability } from './probability.ts'

/** A party to screen, as FollowTheMoney properties. Values may be as people write them ("Russia", "15/08/1984"). */
export interface PartyQuery {
  readonly id?: string
  /** `Person`, `Organization`, `Company`, `LegalEntity`, `Vessel`, `CryptoWallet`, `Thing` ... */
  readonly schema: string
  readonly properties: Readonly<Record<string, readonly string[]>>
}

/** What a caller may set for one query; the names are yente's. */
export interface MatchOptions {
  /** Scores at or above it are matches. Default 0.7. */
  readonly threshold?: number
  /** Most results. Default 5. */
  readonly limit?: number
  /** Results below it are left out. Default 0.5. */
  readonly cutoff?: number
  readonly includeDatasets?: readonly string[]
  readonly excludeDatasets?: readonly string[]
  readonly excludeSchemata?: readonly string[]
  readonly topics?: readonly string[]
  /** Only entities that name at least one of these countries (any property that holds one). */
  readonly countries?: readonly string[]
  /** Only entities that changed at or after this ISO date. */
  readonly changedSince?: string
  /** Share of the screened population that is listed, for `probability`. Default 0.0001. */
  readonly prior?: number
  readonly excludeEntityIds?: ReadonlySet<string>
  /** Weight by feature name, over the algorithm's own. */
  readonly weights?: Readonly<Record<string, number>>
  readonly config?: Readonly<Record<string, number | string | boolean>>
}

/** One word of the query and the word of the candidate that it met; one side is absent where nothing met it. */
export interface WordMatch {
  readonly query?: string
  readonly candidate?: string
  /** `same`, `variant`, `edit`, `initial`, `form`, `joined`, `acronym` or `nothing` */
  readonly how: string
  /** The reading in which they met, and where it comes from. */
  readonly via?: string
  /** 0..1: how alike the two words are. */
  readonly similarity: number
  /** 0..1: this word's share of its name's weight. */
  readonly weight: number
}

/** How one feature of the query met the candidate. */
export interface Explanation {
  /** 0..1 for evidence that speaks for; negative for a contradiction. */
  readonly score: number
  /** One sentence for a person. */
  readonly detail: string
  readonly query?: string
  readonly candidate?: string
  /** For names: which word met which. */
  readonly words?: readonly WordMatch[]
}

/** A query against one entity. */
export interface Comparison {
  /** 0..1; ranks results, never reaches 1 on names alone. */
  readonly score: number
  /** How likely it is the party meant, for the stated prior. */
  readonly probability?: Probability
  readonly explanations: Readonly<Record<string, Explanation>>
}

/** One result of a match. */
export interface MatchResult extends Comparison {
  readonly entityId: string
  readonly match: boolean
}
