import type { MatchOptions, ScreeningKnowledge } from '@cordon/screening'
import type { Known } from './known.ts'

/** What is known, as the screening watch asks it. */
export function screeningKnowledge(known: Known, options?: MatchOptions): ScreeningKnowledge {
  return {
    index: known.index,
    entity: (id) => known.graph.get(id),
    versions: known.versions,
    titles: Object.fromEntries(known.lists.map(({ source, title }) => [source, title])),
    ...(options && { options }),
  }
}
