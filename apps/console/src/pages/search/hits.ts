import type { Entity, Explanation, MatchAnswer, ScoredEntity, SearchAnswer } from '../../api/types.ts'

/** One line of the results: scored where the scorer knows it. */
export interface Hit {
  readonly entity: Entity
  readonly score?: number
  readonly isMatch: boolean
  /** The strongest reason. */
  readonly reason?: { readonly feature: string } & Explanation
}

/** What a person looks for; links such as ownerships and sanctions are reached through them. */
const linkSchemata =
  /^(?:Sanction|Ownership|Directorship|Membership|Employment|Family|Associate|Representation|UnknownLink|Succession|Occupancy|Identification|Address|Position)$/

/**
 * Scored results first, best first, then those that only hold the words typed; each entity once, and of the entries of several
 * lists that are one the best alone.
 */
export function hitsOf(match: MatchAnswer | undefined, search: SearchAnswer | undefined): Hit[] {
  const best = new Map<string, ScoredEntity>()
  for (const { results } of Object.values(match?.responses ?? {})) {
    for (const result of results ?? []) {
      const known = best.get(result.id)
      if (!known || result.score > known.score) best.set(result.id, result)
    }
  }
  const told = new Set<string>()
  const isFirst = (entity: Entity) => {
    if (told.has(entity.id)) return false
    for (const id of [entity.id, ...(entity.referents ?? [])]) told.add(id)
    return true
  }
  const scored = [...best.values()]
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
    .filter(isFirst)
  const others = (search?.results ?? []).filter(
    (entity) => !linkSchemata.test(entity.schema) && isFirst(entity),
  )
  return [
    ...scored.map((entity): Hit => {
      const reason = strongest(entity.explanations)
      return { entity, score: entity.score, isMatch: entity.match, ...(reason ? { reason } : {}) }
    }),
    ...others.map((entity): Hit => ({ entity, isMatch: false })),
  ]
}

function strongest(explanations: ScoredEntity['explanations']): Hit['reason'] {
  const all = Object.entries(explanations ?? {}).map(([feature, explanation]) => ({
    feature,
    ...explanation,
  }))
  return all.sort((a, b) => b.score - a.score)[0]
}
