import { compileRule } from './compile-rule.ts'
import type { CompiledRule } from './engine.ts'
import { SigmaError } from './errors.ts'
import type { Placeholders } from './modifiers.ts'
import type { Predicate } from './predicate.ts'
import type { LogSource, SigmaFilter } from './rule.ts'

/**
 * Takes what filters select out of the rules they name (filters specification 2.1): `rule and not filter`. A filter
 * that names no rule known is a `SIGMA_REFERENCE` among the rejects.
 */
export function applyFilters(
  rules: readonly CompiledRule[],
  filters: readonly SigmaFilter[],
  placeholders: Placeholders,
  rejects: SigmaError[],
): CompiledRule[] {
  const exclusions = new Map<number, Predicate[]>()
  for (const filter of filters) {
    try {
      const predicate = compileRule(filter, placeholders)
      for (const i of rulesOf(filter, rules)) exclusions.set(i, [...(exclusions.get(i) ?? []), predicate])
    } catch (error) {
      if (!(error instanceof SigmaError)) throw error
      rejects.push(error)
    }
  }
  return rules.map((compiled, i) => {
    const excluded = exclusions.get(i)
    if (!excluded) return compiled
    const items: Predicate[] = [
      compiled.predicate,
      ...excluded.map((item): Predicate => ({ op: 'not', item })),
    ]
    return { rule: compiled.rule, predicate: { op: 'and', items } }
  })
}

function rulesOf(filter: SigmaFilter, rules: readonly CompiledRule[]): number[] {
  const named = new Set(filter.rules)
  const found = rules.flatMap(({ rule }, i) => {
    if (!isFor(filter.logSource, rule.logSource)) return []
    const isNamed =
      named.size === 0 || named.has(rule.id) || (rule.name !== undefined && named.has(rule.name))
    return isNamed ? [i] : []
  })
  if (found.length === 0)
    throw new SigmaError('SIGMA_REFERENCE', {
      expected: `rules that the filter names, of its log source`,
      found: `none of ${filter.rules.join(', ') || 'any'}`,
      where: filter.where,
      remedy: 'Load the rules with the filter, or correct its list.',
    })
  return found
}

/** A filter is for the rules of its log source, part by part where it states one. */
function isFor(filter: LogSource, rule: LogSource): boolean {
  return (['product', 'category', 'service'] as const).every(
    (part) => filter[part] === undefined || filter[part] === rule[part],
  )
}
