import type { DateQualifier } from './partial-date.ts'

/**
 * One value of one property, with who says so. Statements are the record; entities are projected from them.
 * Follows FollowTheMoney's statement model (entity_id, schema, prop, value, lang, original_value, dataset,
 * first_seen, last_seen).
 */
export interface Statement {
  /** The source's own id of the thing, prefixed (`ofac-24918`). */
  readonly entityId: string
  /** FollowTheMoney schema (`Person`, `Vessel`, `Sanction` ...). */
  readonly schema: string
  /** FollowTheMoney property of that schema (`name`, `birthDate` ...). */
  readonly property: string
  /** The value in FollowTheMoney's form: country codes in lower-case ISO 3166-1 alpha-2, dates as prefixes of ISO 8601. */
  readonly value: string
  /** The publisher's text where cleaning changed it. */
  readonly original?: string
  /** Language or script of the value where the source says it: ISO 639-3, or ISO 15924 for a script (`Hang`). */
  readonly lang?: string
  /** Machine name of the source. */
  readonly source: string
  /** Set where a date is a range or approximate: FollowTheMoney's date types can't hold that. */
  readonly date?: DateQualifier
}

/** A statement with the versions of its source in which it was first and last seen. */
export interface StoredStatement extends Statement {
  readonly firstSeen: string
  readonly lastSeen: string
}

/** All statements of one thing from one source, as readers emit them: one batch item is one entity, whole. */
export interface StatementGroup {
  readonly entityId: string
  readonly schema: string
  readonly statements: readonly Statement[]
}
