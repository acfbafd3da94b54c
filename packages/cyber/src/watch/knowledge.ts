import type { Evidence, Ref, Severity } from '@cordon/model'
import type { LogRecord } from '../records/record.ts'
import type { SigmaEngine } from '../sigma/engine.ts'
import type { SigmaCorrelation, SigmaLevel } from '../sigma/rule.ts'
import type { KnownFalsePositive } from '../sigma/tuning.ts'
import type { StreamRule } from '../stream/stream-rule.ts'
import type { SiteTuning } from './site-tuning.ts'

/** Something other than a Sigma rule that a record met: an indicator, a STIX pattern. */
export interface RecordMatch {
  /** Stable; one finding a rule, subject and day. */
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
  readonly marking?: import('@cordon/model').Tlp
}

/** What looks at records beside the rules. */
export interface RecordMatcher {
  match(record: LogRecord): readonly RecordMatch[]
}

/** What the watch over networks is given. */
export interface CyberKnowledge {
  readonly engine: SigmaEngine
  readonly correlations: readonly SigmaCorrelation[]
  /** Rules over many records that Sigma's correlations can't say. */
  readonly streams: readonly StreamRule[]
  readonly tuning: SiteTuning
  readonly knownFalsePositives: readonly KnownFalsePositive[]
  readonly matchers: readonly RecordMatcher[]
  /** Findings below it are not told. */
  readonly level: SigmaLevel
  /** Source name to version: rule sets, indicator lists. */
  readonly versions: Readonly<Record<string, string>>
}
