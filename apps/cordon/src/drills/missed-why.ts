import type { Expectation } from './drill-form.ts'
import type { DrillKnowledge } from './drill-knowledge.ts'
import type { Told } from './judge-drill.ts'

/** Why an expected finding did not come, as far as the run can tell. */
export function missedWhy(
  { rule, subjects, count }: Expectation,
  id: string,
  knowledge: DrillKnowledge,
  own: readonly Told[],
  found: number,
): string {
  const { cyber, ruleIds, titles, name } = knowledge
  const isNetwork = ruleIds.has(rule)
  const title = titles.get(id) ?? rule
  const runs = [...cyber.engine.rules.map((one) => one.rule.id), ...cyber.streams.map((one) => one.id)]
  const isDisabled = cyber.tuning.disable.some((one) => [id, rule, title].includes(one))
  if (isNetwork && isDisabled) return `"${title}" is turned off by the tuning.`
  if (isNetwork && !runs.includes(id))
    return `${name} has no rule "${title}", and none of its rules found the same.`
  if (found > 0) return `"${title}" found ${found} of ${count}.`
  const others = own.filter(({ finding }) => finding.rule === id)
  if (others.length > 0) {
    const about = [...new Set(others.flatMap(({ finding }) => finding.subjects.map((one) => one.id)))]
    return `"${title}" found nothing about ${subjects.join(', ')}; it found ${about.slice(0, 5).join(', ')}.`
  }
  return knowledge.isOwn
    ? `"${title}" ran and found nothing of the operation: see its thresholds, its filters and what the tuning ignores.`
    : `"${title}" ran and found nothing of the operation.`
}
