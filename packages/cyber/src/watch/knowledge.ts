import type { RecordMatcher } from '../records/record-match.ts'
import type { SigmaEngine } from '../sigma/engine.ts'
import type { SigmaCorrelation, SigmaLevel } from '../sigma/rule.ts'
import type { KnownFalsePositive } from '../sigma/tuning.ts'
import type { StreamRule } from '../stream/stream-rule.ts'
import type { SiteTuning } from './site-tuning.ts'

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
