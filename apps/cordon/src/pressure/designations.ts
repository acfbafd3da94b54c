import type { Designation } from '@cordon/knowledge'
import type { Known } from '../known/known.ts'

/** When lists put parties on them under some programmes. */
export interface FoundDesignations {
  /** One for each party and list, at the first date that the list states. */
  readonly dated: readonly Designation[]
  /** Parties of these programmes whose list states no date. */
  readonly undated: number
}

const text = ['program', 'programId', 'authority', 'authorityId'] as const

/**
 * The designations of some programmes, by the dates that the lists state. A party that a list has taken off again is no
 * longer on it, and so is not found.
 * @param programmes expressions, tried on programme and authority
 */
export function findDesignations({ graph }: Known, programmes: readonly RegExp[]): FoundDesignations {
  const first = new Map<string, { date: string; source: string }>()
  const undated = new Set<string>()
  for (const entity of graph.entities()) {
    if (entity.schema !== 'Sanction') continue
    const values = text.flatMap((property) => entity.properties[property] ?? [])
    if (!programmes.some((one) => values.some((value) => one.test(value)))) continue
    const dates = [...(entity.properties.listingDate ?? []), ...(entity.properties.startDate ?? [])]
    const date = dates.filter((one) => /^\d{4}-\d{2}/.test(one)).sort()[0]
    for (const source of entity.datasets)
      for (const party of entity.properties.entity ?? [entity.id]) {
        const key = `${source}\n${party}`
        if (!date) undated.add(key)
        else if (date < (first.get(key)?.date ?? '9')) first.set(key, { date, source })
      }
  }
  for (const key of first.keys()) undated.delete(key)
  const dated = [...first.values()].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
  return { dated, undated: undated.size }
}
