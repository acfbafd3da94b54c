import type { Batch, Bytes, Limits } from '@cordon/formats'
import type { Instant, Source, StatementGroup } from '@cordon/model'

/** One input file as it comes in: a name to show in messages, and its bytes, still compressed if they were. */
export interface InputFile {
  readonly name: string
  open(): Bytes
  /** Size in bytes as stored, for progress. */
  readonly size?: number
}

/** What a reader is told. */
export interface ReadOptions {
  /** Overrides the reader's own source name. */
  readonly source?: string
  /** When the bytes were fetched; stands in for the version where the publisher states none. */
  readonly fetched: Instant
  /** Stands in for the version, before the fetch time, where the files state none. */
  readonly version?: string
  readonly limits?: Limits
  /** Called from time to time with stored bytes read so far, over all files. */
  readonly onProgress?: (bytes: number) => void
  /** The time by the reader's clock: what says that it was changed more than a day later is refused. Left out: nothing is. */
  readonly now?: Instant
}

/** The account of one import: every record of the input is in exactly one of these counts. */
export interface ReadReport {
  readonly source: string
  readonly format: string
  /** The publisher's version or date of issue. */
  readonly version: string
  /** Records in the input by kind, in the publisher's words: `DistinctParty`, `Individual`, `alias row` ... */
  readonly read: Readonly<Record<string, number>>
  /** Entities written, by FollowTheMoney schema. */
  readonly written: Readonly<Record<string, number>>
  readonly statements: number
  readonly rejected: number
  /** Rejects by reason. */
  readonly rejectedBy: Readonly<Record<string, number>>
  /** Elements, attributes, columns or codes the reader does not know, with how often they occurred and where first. */
  readonly unknown: Readonly<Record<string, { readonly count: number; readonly first: string }>>
  /** What the deployment's policy leaves out, by its own names; absent where there is none. */
  readonly dropRules?: readonly string[]
  /** What was left out, with how often: `addresses: Address`, `contacts: Person.phone`. */
  readonly dropped?: Readonly<Record<string, number>>
}

/** A reading in progress: batches of whole entities, then the report. */
export interface Reading extends AsyncIterable<Batch<StatementGroup>> {
  /** Complete once the iteration has ended without an error; throws before. */
  report(): ReadReport
  /** Of a delta: ids of entities that are no more. Complete once the iteration has ended. */
  deleted?(): readonly string[]
}

/** A reader of one publisher's format. One file in this room each. */
export interface ListReader {
  /** `ofac-sdn-advanced-xml`, `ofac-sdn-csv`, `un-consolidated-xml`, `ftm-json` ... */
  readonly format: string
  /** The source it is by default. */
  readonly source: Source
  /**
   * `together`: several files are parts of one version (`SDN.CSV` with `ALT.CSV`) and make one reading. Without it
   * each file is a version of its own.
   */
  readonly parts?: 'together'
  /** What it reads is changes to the version before, not a whole list. */
  readonly isDelta?: true
  /**
   * Whether the decompressed beginning of a file (up to 64 KiB, as `headOf` gives it) is of this format. Of a list
   * in parts, each part is recognised.
   */
  recognises(head: string, fileName: string): boolean
  read(files: readonly InputFile[], options: ReadOptions): Reading
}
