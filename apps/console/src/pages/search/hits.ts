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

/** Scored results first, best first, then those that only hold the words typed; each entity once. */
export function hitsOf(match: MatchAnswer | undefined, search: SearchAnswer | undefined): Hit[] {
  const best = new Map<string, ScoredEntity>()
  for (const { results } of Object.values(match?.responses ?? {})) {
    for (const result of results ?? []) {
      const known = best.get(result.id)
      if (!known || result.score > known.score) best.set(result.id, result)
    }
  }
  const scored = [...best.values()].sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
  const others = (search?.results ?? []).filter(
    ({ id, schema }) => !best.has(id) && !linkSchemata.test(schema),
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
