import type { KnowledgeView } from './actor-knowledge.ts'
import { type Feature, specificKinds } from './features.ts'

/** Reports that a group is given in advance, in which everything is as common as anywhere. */
const priorReports = { technique: 8, specific: 0.5, other: 8 } as const

/**
 * The other design, kept to compare with: naive Bayes. How much likelier a feature is in a report on this group than in any report,
 * in natural logarithms, summed over what was seen. Rates are by report and drawn to the common rate where
 * reports are few, so that neither a large nor a small profile gains by its size.
 * @param actors places in the knowledge
 * @returns one sum a group
 */
export function likelihoods(
  view: KnowledgeView,
  seen: readonly Feature[],
  actors: readonly number[],
): { readonly specific: number; readonly other: number }[] {
  const sums = actors.map(() => ({ specific: 0, other: 0 }))
  const rank = new Map(actors.map((actor, i) => [actor, i]))
  for (const feature of seen) {
    const users = view.users(feature)
    if (users.length === 0) continue
    const isSpecific = specificKinds.has(feature.kind)
    const prior =
      feature.kind === 'technique'
        ? priorReports.technique
        : isSpecific
          ? priorReports.specific
          : priorReports.other
    const common = users.reduce((sum, { reports }) => sum + reports, 0) / Math.max(view.pairs, 1)
    const counts = new Map(users.map(({ actor, reports, share }) => [actor, reports * share]))
    for (const actor of actors) {
      const total = Math.max(view.reportsOf[actor]!, 1)
      const rate = ((counts.get(actor) ?? 0) + prior * common) / (total + prior)
      const sum = sums[rank.get(actor)!]!
      const ratio = Math.log(rate / common)
      if (isSpecific) sum.specific += ratio
      else sum.other += ratio
    }
  }
  return sums
}
