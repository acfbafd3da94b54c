import type { KnowledgeView } from './actor-knowledge.ts'
import type { EvidenceLine, EvidenceSource } from './attribution.ts'
import { type Feature, featureKey, specificKinds } from './features.ts'

/** By feature and group: the group's probability without the feature. */
export type Without = ReadonlyMap<string, ReadonlyMap<number, number>>

/** Groups at most for which a program still counts as somebody's own. */
const fewUsers = 3

/** The evidence for and against a group: the strongest first. */
export function evidenceFor(
  view: KnowledgeView,
  seen: readonly Feature[],
  actor: number,
  without: Without,
): { readonly for: readonly EvidenceLine[]; readonly against: readonly EvidenceLine[] } {
  const speaking: EvidenceLine[] = []
  const against: EvidenceLine[] = []
  for (const feature of seen) {
    const users = view.users(feature)
    if (users.length === 0) continue
    const line = {
      feature,
      users: users.length,
      strength: strengthOf(feature, users.length),
      ...withoutIt(without.get(featureKey(feature))?.get(actor)),
    }
    if (users.some((user) => user.actor === actor))
      speaking.push({ ...line, sources: sourcesOf(view, feature, actor), others: [] })
    else if (isOwn(feature) && users.length <= fewUsers)
      against.push({
        ...line,
        sources: users.flatMap((user) => sourcesOf(view, feature, user.actor)),
        others: users.map((user) => {
          const { id, name } = view.knowledge.actors[user.actor]!
          return { id, name }
        }),
      })
  }
  return { for: speaking.sort(byStrength), against: against.sort(byStrength) }
}

/** What sources say that links a feature with a group, without what is left out. */
export function sourcesOf(view: KnowledgeView, feature: Feature, actor: number): EvidenceSource[] {
  return view.knowledge
    .facts(feature, actor)
    .filter((fact) => view.holds(fact))
    .map(({ source, reports, via, share, words }) => ({
      source,
      reports,
      share,
      ...(via && { via }),
      ...(words && { words }),
    }))
}

function isOwn({ kind, isPublic }: Feature): boolean {
  return specificKinds.has(kind) && !isPublic
}

function strengthOf(feature: Feature, users: number): EvidenceLine['strength'] {
  if (!isOwn(feature)) return 'weak'
  return users === 1 ? 'strong' : users <= fewUsers ? 'moderate' : 'weak'
}

function withoutIt(probability: number | undefined): { without?: number } {
  return probability === undefined ? {} : { without: probability }
}

const strengths = { strong: 0, moderate: 1, weak: 2 } as const

function byStrength(a: EvidenceLine, b: EvidenceLine): number {
  return (
    strengths[a.strength] - strengths[b.strength] ||
    a.users - b.users ||
    (a.feature.label < b.feature.label ? -1 : a.feature.label > b.feature.label ? 1 : 0)
  )
}
