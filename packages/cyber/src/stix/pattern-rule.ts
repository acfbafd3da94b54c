import type { Instant, Ref, Tlp } from '@cordon/model'
import { type FoldedPattern, foldPattern } from './folded-pattern.ts'
import { parseStixPattern } from './parse-pattern.ts'
import { type Expression, StixPatternError } from './pattern-types.ts'

/** A STIX pattern to be looked for in log records, with what its source says of it. */
export interface PatternRule {
  /** The id of its indicator object, or one made of its text. */
  readonly id: string
  readonly name: string
  readonly pattern: string
  readonly source: string
  /** When its source last changed it. */
  readonly version?: string
  /** What it indicates: groups, malware, campaigns. */
  readonly about: readonly Ref[]
  /** ATT&CK tags as rules have them. */
  readonly tags: readonly string[]
  readonly validFrom?: Instant
  /** From then on it is not told. */
  readonly validUntil?: Instant
  /** 0..1. */
  readonly confidence?: number
  readonly marking?: Tlp
}

/** A pattern that was compiled for records. */
export interface CompiledPattern extends FoldedPattern {
  readonly rule: PatternRule
  /** It asks for more than one observation. */
  readonly isSequence: boolean
  /** Observations that it may need at once. */
  readonly needs: number
  /** How far apart they may lie, in milliseconds. */
  readonly span: number
}

/** A pattern that can't be looked for, and why. */
export interface PatternReject {
  readonly id: string
  readonly reason: string
}

/** Observations that one pattern may ask for. */
const mostNeeded = 10_000
/** Where a pattern says nothing of time: what is of one kind of event lies within a day. */
const usualSpan = 86_400_000

/**
 * Compiles a pattern for records.
 * @throws {StixPatternError} where it can't be read, or needs more observations than are kept
 */
export function compilePattern(rule: PatternRule): CompiledPattern {
  const folded = foldPattern(parseStixPattern(rule.pattern).expression)
  const needs = needOf(folded.expression)
  if (needs > mostNeeded)
    throw new StixPatternError(
      'STIX_TOO_COMPLEX',
      `a pattern that needs ${needs} observations; ${mostNeeded} are kept at most`,
    )
  return { ...folded, rule, needs, isSequence: needs > 1, span: spanOf(folded.expression) ?? usualSpan }
}

function needOf(expression: Expression): number {
  switch (expression.op) {
    case 'observe':
      return 1
    case 'or':
      return Math.max(...expression.items.map(needOf))
    case 'and':
    case 'followedBy':
      return expression.items.reduce((sum, one) => sum + needOf(one), 0)
    case 'repeats':
      return expression.times * needOf(expression.item)
    default:
      return needOf(expression.item)
  }
}

/** The longest time between the first and the last observation, or undefined where the pattern sets none. */
function spanOf(expression: Expression): number | undefined {
  switch (expression.op) {
    case 'observe':
      return 0
    case 'within':
      return expression.item.op === 'observe' ? 0 : Math.ceil(Number(expression.nanoseconds / 1_000_000n))
    case 'startStop':
      return spanOf(expression.item) ?? Number((expression.stop - expression.start) / 1_000_000n)
    case 'or': {
      const spans = expression.items.map(spanOf)
      return spans.includes(undefined) ? undefined : Math.max(...(spans as number[]))
    }
    default:
      return undefined
  }
}
