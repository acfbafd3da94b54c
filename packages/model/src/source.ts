import type { Instant } from './instant.ts'

/**
 * A publisher's list or feed. Names follow OpenSanctions where they exist (`us_ofac_sdn`, `un_sc_sanctions`,
 * `eu_fsf`, `gb_fcdo_sanctions`); the collection of all is `default`.
 */
export interface Source {
  /** Machine name, `[a-z0-9_]+`. */
  readonly name: string
  readonly title: string
  readonly publisher: string
  /** Where a person finds it. */
  readonly url?: string
}

/** Which version of which source something was read from. */
export interface SourceRef {
  readonly source: string
  /** The publisher's own version or date of issue where it states one (`2025-09-03`), else the fetch time. */
  readonly version: string
  /** When the bytes were fetched. */
  readonly fetched: Instant
}

/** One stored version of a source. */
export interface SourceVersion extends SourceRef {
  /** SHA-256 of the raw bytes, hexadecimal. */
  readonly sha256: string
  /** Entities in this version. */
  readonly entities: number
}
