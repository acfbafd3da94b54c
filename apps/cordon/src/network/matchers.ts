import {
  IndicatorMatcher,
  PatternMatcher,
  type PatternReject,
  type PatternRule,
  type RecordMatcher,
} from '@cordon/cyber'
import type { Reject } from '@cordon/formats'
import type { Store } from '../store/index.ts'
import { readPlan } from '../threats/import-threats.ts'
import { type KnownThreats, restoreSightings, ThreatCollector } from '../threats/known-threats.ts'
import { planThreats } from '../threats/plan-threats.ts'
import { isPatternText, readPatternText } from './pattern-files.ts'
import { SightingLog } from './sightings.ts'

/** What looks at records beside rules, and what it looks for. */
export interface LoadedMatchers {
  readonly matchers: readonly RecordMatcher[]
  /** Distinct indicators. */
  readonly indicators: number
  /** STIX patterns. */
  readonly patterns: number
  /** Patterns that can't be looked for. */
  readonly rejects: readonly PatternReject[]
  /** Patterns with a part that rests on no text, so that every record is compared with it. */
  readonly unindexed: number
  /** Those that a warning list, their end or their age kept from being told, by value. */
  readonly setAside: ReadonlyMap<string, string>
  /** Where indicators were met, to be kept with what was found. */
  readonly sightings: SightingLog
}

/** What is to be looked for. */
export interface MatcherChoice {
  /** Files and folders in every form that `cordon knowledge import` knows. */
  readonly files?: readonly string[] | undefined
  /** Files of STIX patterns: bundles, or text. */
  readonly patterns?: readonly string[] | undefined
  /** Where sightings from before are; their indicators have begun to fade anew. */
  readonly store?: Store | undefined
  /** All that the store keeps of threats, too. */
  readonly isImportedUsed?: boolean
}

/**
 * Reads what is to be looked for. A file that does not say who publishes it is taken to be its own source.
 * @throws CordonError for a file that no reader understands
 */
export async function loadMatchers(
  { files = [], patterns = [], store, isImportedUsed = false }: MatcherChoice,
  onRejects: (rejects: readonly Reject[]) => Promise<void>,
): Promise<LoadedMatchers> {
  const collector = new ThreatCollector()
  const written: PatternRule[] = []
  const others: string[] = []
  for (const file of patterns)
    if (await isPatternText(file)) written.push(...(await readPatternText(file, onRejects)))
    else others.push(file)
  if (store && isImportedUsed)
    for await (const batch of store.threats.items()) for (const item of batch) collector.add(item)
  const { plans } = await planThreats([...files, ...others])
  for (const plan of plans) {
    const source = plan.folder ?? plan.file.name.replace(/\.gz$|\.\w+$/g, '')
    for await (const batch of readPlan(plan, { source, actor: 'scan', onRejects }))
      for (const item of batch.records) collector.add(item)
  }
  const known = collector.build()
  if (store) await restoreSightings(store, known.indicators)
  return matcherOf({ ...known, patterns: [...known.patterns, ...written] })
}

/** What is known of threats, ready to look at records. What it meets is seen: its decay starts again. */
export function matcherOf({
  indicators,
  patterns,
}: Pick<KnownThreats, 'indicators' | 'patterns'>): LoadedMatchers {
  const setAside = new Map<string, string>()
  const sightings = new SightingLog()
  const matchers: RecordMatcher[] = []
  if (indicators.size > 0)
    matchers.push(
      new IndicatorMatcher(indicators, {
        onSetAside: ({ value, reason }) => {
          if (setAside.size < 100_000) setAside.set(value, reason)
        },
        onSighting: (view, sighted, record) => {
          if (record.time !== undefined) indicators.sight(sighted.place, record.time)
          sightings.note(view, sighted, record)
        },
      }),
    )
  const matcher = new PatternMatcher(patterns)
  if (matcher.patterns.length > 0) matchers.push(matcher)
  return {
    matchers,
    indicators: indicators.size,
    patterns: matcher.patterns.length,
    rejects: matcher.rejects,
    unindexed: matcher.unindexed.length,
    setAside,
    sightings,
  }
}
