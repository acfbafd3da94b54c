/** The levels of a Sigma rule, least first (Sigma specification 2.1, "Level"). */
export const sigmaLevels = ['informational', 'low', 'medium', 'high', 'critical'] as const
/** One of `sigmaLevels`. */
export type SigmaLevel = (typeof sigmaLevels)[number]

/** Which logs a rule is for. Absent parts mean any. */
export interface LogSource {
  readonly product?: string
  readonly category?: string
  readonly service?: string
}

/** A value of a detection as YAML gives it. */
export type SigmaScalar = string | number | boolean | null

/** One `field|modifier|modifier: value` of a detection; `field` is empty for keywords. */
export interface FieldItem {
  readonly field: string
  readonly modifiers: readonly string[]
  readonly values: readonly SigmaScalar[]
  /** The values were one scalar, not a list. */
  readonly single: boolean
}

/** A search identifier: alternatives (OR), each a conjunction (AND) of field items. */
export type Search = readonly (readonly FieldItem[])[]

/** What rules, correlations and filters have in common. */
export interface SigmaHeader {
  readonly title: string
  /** The rule's id, its name, or else its title: what others refer to it by. */
  readonly id: string
  readonly name?: string
  readonly status?: string
  readonly level: SigmaLevel
  readonly description?: string
  readonly author?: string
  readonly date?: string
  readonly modified?: string
  readonly tags: readonly string[]
  readonly references: readonly string[]
  readonly falsePositives: readonly string[]
  /** File and document, for messages. */
  readonly where: string
}

/** A detection rule. */
export interface SigmaRule extends SigmaHeader {
  readonly kind: 'rule'
  readonly logSource: LogSource
  readonly searches: ReadonlyMap<string, Search>
  /** More than one condition is an OR. */
  readonly conditions: readonly string[]
  readonly fields: readonly string[]
}

/** The seven types of the correlation specification 2.1. */
export const correlationTypes = [
  'event_count',
  'value_count',
  'temporal',
  'temporal_ordered',
  'value_sum',
  'value_avg',
  'value_percentile',
] as const
/** One of `correlationTypes`. */
export type CorrelationType = (typeof correlationTypes)[number]

/** `{gte: 10}`, `{gt: 1, lt: 5}`: all must hold. */
export type Threshold = readonly {
  readonly op: 'gt' | 'gte' | 'lt' | 'lte' | 'eq' | 'neq'
  readonly value: number
}[]

/** A correlation of rules or of other correlations. */
export interface SigmaCorrelation extends SigmaHeader {
  readonly kind: 'correlation'
  readonly type: CorrelationType
  /** Ids, names or titles of what is correlated, in order. */
  readonly rules: readonly string[]
  readonly groupBy: readonly string[]
  /** Milliseconds. */
  readonly timespan: number
  readonly condition: Threshold
  /** The fields counted or measured; several are counted as one tuple. */
  readonly fields: readonly string[]
  /** For `value_percentile`: which percentile; 50 where the rule does not say. */
  readonly percentile: number
  /** Alias to (rule to field). */
  readonly aliases: ReadonlyMap<string, ReadonlyMap<string, string>>
  /** Whether the rules correlated also report on their own. */
  readonly generate: boolean
}

/** A filter: what it selects is taken out of the rules it names. */
export interface SigmaFilter extends SigmaHeader {
  readonly kind: 'filter'
  readonly logSource: LogSource
  /** Ids or names; empty for `any`: every rule of the log source. */
  readonly rules: readonly string[]
  readonly searches: ReadonlyMap<string, Search>
  readonly conditions: readonly string[]
}

/** One document of a Sigma file. */
export type SigmaDocument = SigmaRule | SigmaCorrelation | SigmaFilter
