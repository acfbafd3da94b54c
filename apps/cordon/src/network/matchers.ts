import { IndicatorMatcher, type RecordMatcher } from '@cordon/cyber'
import type { Reject } from '@cordon/formats'
import { readPlan } from '../threats/import-threats.ts'
import { type KnownThreats, ThreatCollector } from '../threats/known-threats.ts'
import { planThreats } from '../threats/plan-threats.ts'

/** What looks at records beside rules, and what it looks for. */
export interface LoadedMatchers {
  readonly matchers: readonly RecordMatcher[]
  /** Distinct indicators. */
  readonly indicators: number
  /** Those that a warning list, their end or their age kept from being told, by value. */
  readonly setAside: ReadonlyMap<string, string>
}

/**
 * Reads indicators of files and folders in every form that `cordon knowledge import` knows. A file that does not say who
 * publishes it is taken to be its own source.
 * @throws CordonError for a file that no reader understands
 */
export async function loadMatchers(
  files: readonly string[] | undefined,
  onRejects: (rejects: readonly Reject[]) => Promise<void>,
): Promise<LoadedMatchers> {
  if (files === undefined || files.length === 0) return { matchers: [], indicators: 0, setAside: new Map() }
  const collector = new ThreatCollector()
  const { plans } = await planThreats(files)
  for (const plan of plans) {
    const source = plan.folder ?? plan.file.name.replace(/\.gz$|\.\w+$/g, '')
    for await (const batch of readPlan(plan, { source, actor: 'scan', onRejects }))
      for (const item of batch.records) collector.add(item)
  }
  return matcherOf(collector.build())
}

/** The indicators of what is known of threats, ready to look at records. */
export function matcherOf({ indicators }: Pick<KnownThreats, 'indicators'>): LoadedMatchers {
  const setAside = new Map<string, string>()
  if (indicators.size === 0) return { matchers: [], indicators: 0, setAside }
  const matcher = new IndicatorMatcher(indicators, {
    onSetAside: ({ value, reason }) => {
      if (setAside.size < 100_000) setAside.set(value, reason)
    },
  })
  return { matchers: [matcher], indicators: indicators.size, setAside }
}
