import type { Evidence, Ref, Severity, Tlp } from '@cordon/model'
import type { LogRecord } from './record.ts'

/** Something other than a Sigma rule that a record met: an indicator, a STIX pattern. */
export interface RecordMatch {
  /** Stable (`indicator:<kind>:<value>`); one finding a rule, subject and day. */
  readonly rule: string
  readonly ruleVersion: string
  readonly title: string
  readonly severity: Severity
  /** 0..1. */
  readonly score: number
  readonly matches: readonly Ref[]
  /** ATT&CK tags as rules have them. */
  readonly tags: readonly string[]
  readonly evidence: readonly Evidence[]
  readonly marking?: Tlp
}

/** What looks at records beside the rules. */
export interface RecordMatcher {
  match(record: LogRecord): readonly RecordMatch[]
  /** Names what it keeps from one record to the next; absent where that is nothing. */
  readonly keeps?: string
  /** What it keeps, as plain data. */
  snapshot?(): unknown
  /** Goes on from a snapshot; from nothing where there is none. */
  restore?(state: unknown): void
}
