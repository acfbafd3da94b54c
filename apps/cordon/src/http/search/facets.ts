import { countryLabels, type Entity, topicLabels } from '@cordon/model'
import type { Known } from '../../known/known.ts'
import { countCodes } from './columns.ts'
import { countriesOf } from './countries.ts'
import type { SearchIndex } from './search-index.ts'

/** One value of a facet, with how many of the hits have it. */
export interface FacetValue {
  readonly name: string
  readonly label: string
  readonly count: number
}

const mostValues = 200

const facets: Readonly<Record<string, { label: string; values: (entity: Entity) => Iterable<string> }>> = {
  countries: { label: 'Countries', values: countriesOf },
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
 * @param names of `facetNames`; others are left out
 */
export function facetsOf(
  index: SearchIndex,
  hits: Uint32Array,
  names: readonly string[],
  known: Known,
): Record<string, { label: string; values: FacetValue[] }> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const facet = Object.hasOwn(facets, name) ? facets[name] : undefined
      if (!facet) return []
      const values = countCodes(index.column(name, facet.values), hits)
        .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
        .slice(0, mostValues)
        .map(({ value, count }) => ({ name: value, label: labelOf(name, value, known), count }))
      return [[name, { label: facet.label, values }]]
    }),
  )
}
