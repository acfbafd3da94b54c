import type { Evidence, Severity } from '@cordon/model'
import type { LogRecord } from '../records/record.ts'
import type { RecordMatch, RecordMatcher } from '../records/record-match.ts'
import { LiteralIndex } from '../sigma/literal-index.ts'
import { techniqueRefs } from '../watch/findings.ts'
import { explainComparison, type MetTest, meetsComparison, type Objects } from './compare.ts'
import { type CompiledPattern, compilePattern, type PatternReject, type PatternRule } from './pattern-rule.ts'
import { type PartMet, type PatternRunState, PatternRuns } from './pattern-runs.ts'
import { StixPatternError } from './pattern-types.ts'
import { recordObjects } from './record-objects.ts'

/** An observation expression and whose it is. */
interface Place {
  readonly pattern: CompiledPattern
  readonly leaf: number
}

const maxDepth = 32

/**
 * STIX patterns looked for in log records. Each observation expression is filed under texts without which a record can't
 * meet it; a record is searched once for all texts, and made into cyber observables only where one stands in it, or
 * where an expression rests on no text (`ISSUBSET`, `>`, `EXISTS`). Case is not told apart. AND, FOLLOWEDBY, WITHIN
 * and REPEATS are kept by host, or account where there is no host.
 * @see STIX 2.1, part 9
 */
export class PatternMatcher implements RecordMatcher {
  readonly keeps = 'stix-patterns'
  /** Patterns that can't be looked for. */
  readonly rejects: readonly PatternReject[]
  /** Patterns of which a part rests on no text: every record is compared with them. */
  readonly unindexed: readonly PatternRule[]
  readonly patterns: readonly CompiledPattern[]
  private readonly index: LiteralIndex
  private readonly filed: readonly (readonly Place[])[]
  private readonly always: readonly Place[]
  private readonly runs = new PatternRuns()
  private readonly candidates = new Set<Place>()

  constructor(rules: readonly PatternRule[]) {
    const { compiled, rejects } = compileAll(rules)
    const byText = new Map<string, Place[]>()
    const always: Place[] = []
    for (const pattern of compiled)
      for (const [leaf, { literals }] of pattern.leaves.entries()) {
        const place = { pattern, leaf }
        if (!literals) always.push(place)
        else for (const text of literals) byText.set(text, [...(byText.get(text) ?? []), place])
      }
    this.patterns = compiled
    this.rejects = rejects
    this.always = always
    this.unindexed = [...new Set(always.map(({ pattern }) => pattern.rule))]
    this.index = new LiteralIndex([...byText.keys()])
    this.filed = [...byText.values()]
  }

  match(record: LogRecord): RecordMatch[] {
    this.candidates.clear()
    for (const place of this.always) this.candidates.add(place)
    if (this.filed.length > 0) this.search(record.fields, 0)
    if (this.candidates.size === 0) return []
    const met = this.leavesMet(recordObjects(record))
    const found: RecordMatch[] = []
    for (const [pattern, leaves] of met) {
      const one = this.judge(pattern, leaves, record)
      if (one) found.push(one)
    }
    return found
  }

  snapshot(): PatternRunState {
    return this.runs.snapshot()
  }

  restore(state: unknown): void {
    this.runs.restore((state as PatternRunState | undefined) ?? [])
  }

  private search(value: unknown, depth: number): void {
    if (typeof value === 'string') this.index.scan(value, this.hit)
    else if (typeof value === 'number') this.index.scan(String(value), this.hit)
    else if (typeof value === 'object' && value !== null && depth < maxDepth)
      for (const key in value) this.search((value as Record<string, unknown>)[key], depth + 1)
  }

  private readonly hit = (literal: number): void => {
    for (const place of this.filed[literal]!) this.candidates.add(place)
  }

  private leavesMet(objects: Objects): Map<CompiledPattern, Map<number, readonly MetTest[]>> {
    const met = new Map<CompiledPattern, Map<number, readonly MetTest[]>>()
    for (const { pattern, leaf } of this.candidates) {
      const { comparison } = pattern.leaves[leaf]!
      try {
        if (!meetsComparison(comparison, objects)) continue
      } catch (error) {
        // A value that can't be compared, such as a time that is none, meets nothing.
        if (error instanceof StixPatternError) continue
        throw error
      }
      const leaves = met.get(pattern) ?? new Map<number, readonly MetTest[]>()
      met.set(pattern, leaves.set(leaf, explainComparison(comparison, objects)))
    }
    return met
  }

  private judge(
    pattern: CompiledPattern,
    leaves: ReadonlyMap<number, readonly MetTest[]>,
    record: LogRecord,
  ): RecordMatch | undefined {
    const { time, where } = record
    const { validUntil } = pattern.rule
    if (validUntil !== undefined && time !== undefined && time >= validUntil) return undefined
    const tests = [...leaves.values()].flat().slice(0, mostEvidence)
    const evidence = tests.map((one) => evidenceOf(one, pattern, where))
    // Without a time nothing can be put in order; a single observation needs none, unless its pattern asks when.
    if (time === undefined)
      return pattern.isSequence || pattern.expression.op === 'startStop'
        ? undefined
        : matchOf(pattern, evidence, record)
    const part = {
      at: time,
      where,
      leaves: [...leaves.keys()],
      said: evidence.map(({ detail }) => detail).join(' '),
    }
    const used = this.runs.add(pattern, record.host ?? record.account ?? '', part)
    if (!used) return undefined
    const before = used.filter((one) => one !== part).slice(0, 10)
    return matchOf(pattern, [...evidence, ...before.map(beforeEvidence)], record)
  }
}

function compileAll(rules: readonly PatternRule[]) {
  const compiled: CompiledPattern[] = []
  const rejects: PatternReject[] = []
  for (const rule of rules)
    try {
      compiled.push(compilePattern(rule))
    } catch (error) {
      if (!(error instanceof StixPatternError)) throw error
      rejects.push({ id: rule.id, reason: `${error.code}: ${error.message}` })
    }
  return { compiled, rejects }
}

/** Reasons that one finding names. */
const mostEvidence = 20
const usualConfidence = 0.5

function matchOf({ rule }: CompiledPattern, evidence: readonly Evidence[], { time }: LogRecord): RecordMatch {
  const score = rule.confidence ?? usualConfidence
  const isEarly = rule.validFrom !== undefined && time !== undefined && time < rule.validFrom
  return {
    rule: `pattern:${rule.id}`,
    ruleVersion: rule.version ?? '1',
    title: rule.name,
    severity: severityOf(score),
    score,
    matches: [
      { kind: 'rule', id: `pattern:${rule.id}`, label: rule.name },
      ...techniqueRefs(rule.tags),
      ...rule.about,
    ],
    tags: rule.tags,
    evidence: evidence.map((one) => ({
      ...one,
      contribution: Number((score / evidence.length).toFixed(3)),
      ...(isEarly && { detail: `${one.detail} Older than the pattern's first day.` }),
    })),
    ...(rule.marking && { marking: rule.marking }),
  }
}

function severityOf(score: number): Severity {
  return score >= 0.75 ? 'high' : score >= 0.4 ? 'medium' : 'low'
}

function evidenceOf({ test, value }: MetTest, { rule }: CompiledPattern, where: string): Evidence {
  const steps = test.path.steps.map(({ kind, key, index }) =>
    kind === 'key' ? `.${key}` : kind === 'any' ? '[*]' : `[${index}]`,
  )
  const path = `${test.path.type}:${steps.join('').slice(1)}`
  const asked = test.constants.map((one) => String(one.value)).join(', ')
  const words = `${test.negated ? 'NOT ' : ''}${test.operator} ${asked}`.slice(0, 300)
  return {
    feature: path,
    query: value.slice(0, 600),
    candidate: words,
    contribution: 0,
    detail: `${path} ${words}.`,
    source: rule.source,
    path: where,
  }
}

function beforeEvidence({ at, where, said }: PartMet): Evidence {
  return {
    feature: 'observed',
    query: new Date(at).toISOString(),
    candidate: where,
    contribution: 0,
    detail: said.slice(0, 600),
    path: where,
  }
}
