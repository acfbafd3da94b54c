import { countryLabels, type Entity, topicLabels } from '@cordon/model'
import type { Known } from '../known/known.ts'

/** One value of a facet, with how many of the hits have it. */
export interface FacetValue {
  readonly name: string
  readonly label: string
  readonly count: number
}

const countryProperties = [
  'country',
  'nationality',
  'citizenship',
  'jurisdiction',
  'flag',
  'birthCountry',
  'mainCountry',
] // prettier-ignore

const facets: Readonly<Record<string, { label: string; values: (entity: Entity) => Iterable<string> }>> = {
  countries: {
    label: 'Countries',
    values: ({ properties }) => new Set(countryProperties.flatMap((name) => properties[name] ?? [])),
  },
  topics: { label: 'Topics', values: ({ properties }) => properties.topics ?? [] },
  datasets: { label: 'Data sources', values: ({ datasets }) => datasets },
  schema: { label: 'Type', values: ({ schema }) => [schema] },
}

/** Names of the facets there are. */
export const facetNames: readonly string[] = Object.keys(facets)

function labelOf(facet: string, value: string, known: Known): string {
  if (facet === 'datasets') return known.lists.find((list) => list.source === value)?.title ?? value
  if (facet === 'countries') return countryLabels.get(value) ?? value
  if (facet === 'topics') return topicLabels.get(value) ?? value
  return value
}

/**
 * What the hits have in common, most frequent first; at most 200 values a facet.
 * @param names of `facetNames`
 */
export function facetsOf(
  hits: readonly Entity[],
  names: readonly string[],
  known: Known,
): Record<string, { label: string; values: FacetValue[] }> {
  return Object.fromEntries(
    names.map((name) => {
      const { label, values } = facets[name]!
      const counts = new Map<string, number>()
      for (const entity of hits)
        for (const value of values(entity)) counts.set(value, (counts.get(value) ?? 0) + 1)
      const list = [...counts]
        .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
        .slice(0, 200)
        .map(([value, count]) => ({ name: value, label: labelOf(name, value, known), count }))
      return [name, { label, values: list }]
    }),
  )
}
