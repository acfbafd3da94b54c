import type { FastifyInstance } from 'fastify'
import { asOne, type JoinedEntries } from '../../joining/joined-entries.ts'
import { needs } from '../caller.ts'
import { jsonSchema, responses } from '../json-schema.ts'
import { listOf, type SearchQuery, searchAnswerSchema, searchQuerySchema } from '../schemas.ts'
import { knownNow, type Services, searchedLists, sourcesOf, versionsOf } from '../services.ts'
import { facetsOf } from './facets.ts'
import { narrowing, type Test } from './narrow.ts'
import { ordered, type SortKey, sortKeys } from './order.ts'
import { type Hits, type SearchIndex, searchIndexOf } from './search-index.ts'

const standardFacets = ['countries', 'topics', 'datasets']
const byName: readonly SortKey[] = [{ field: 'caption', descending: false }]

/** The hits that pass; those that bear the last word as a whole still come first. */
function passing(index: SearchIndex, { numbers, whole }: Hits, test: Test | undefined): Hits {
  if (!test) return { numbers, whole }
  const kept = new Uint32Array(numbers.length)
  let count = 0
  let keptWhole = 0
  for (let i = 0; i < numbers.length; i++) {
    if (i === whole) keptWhole = count
    if (test(index.entities[numbers[i]!]!)) kept[count++] = numbers[i]!
  }
  return { numbers: kept.subarray(0, count), whole: whole === numbers.length ? count : keptWhole }
}

/** Of entries that are one the first alone, which is the best of them. */
function eachOnce(index: SearchIndex, { numbers, whole }: Hits, joined: JoinedEntries): Hits {
  if (joined.size === 0) return { numbers, whole }
  const seen = new Set<string>()
  let before = 0
  const kept = numbers.filter((at, i) => {
    const { id } = index.entities[at]!
    const one = joined.canonical(id)
    if (joined.members(id).length === 1) return true
    if (seen.has(one)) {
      if (i < whole) before++
      return false
    }
    seen.add(one)
    return true
  })
  return { numbers: kept, whole: whole - before }
}

/** `GET /search/{dataset}`. */
export function addSearchRoutes(app: FastifyInstance, services: Services): void {
  app.get<{ Params: { dataset: string }; Querystring: SearchQuery }>(
    '/search/:dataset',
    {
      config: needs('read'),
      schema: {
        tags: ['Matching'],
        summary: 'Find entities by a few words',
        description:
          'For a search box: words in any order, the last may be unfinished. To screen a party use POST /match.',
        params: { type: 'object', properties: { dataset: { type: 'string' } } },
        querystring: jsonSchema(searchQuerySchema),
        response: responses(searchAnswerSchema, 400, 404, 422, 503),
      },
    },
    async ({ params, query }) => {
      const known = knownNow(services)
      const sources = sourcesOf(known, params.dataset)
      const wanted = [...listOf(query.datasets), ...listOf(query.include_dataset)]
      const datasets = sources ?? (wanted.length > 0 ? wanted : undefined)
      const index = await searchIndexOf(known)
      const isBrowsing = query.q.trim() === ''
      // Without words and kind it is a list of what is listed, not of everyone who is named beside it.
      const target = isBrowsing && !query.schema ? { target: true, ...query } : query
      const { joined } = services.known
      const found = passing(index, index.find(query.q, query.fuzzy), narrowing(target, datasets))
      const hits = query.joined ? eachOnce(index, found, joined) : found
      const keys = sortKeys(listOf(query.sort))
      const order = keys.length === 0 && isBrowsing ? byName : keys
      const page = ordered(index, hits, order, query.offset + query.limit).subarray(query.offset)
      const facets = query.facets === undefined ? standardFacets : listOf(query.facets)
      return {
        limit: query.limit,
        offset: query.offset,
        total: { value: hits.numbers.length, relation: 'eq' },
        results: Array.from(page, (at) =>
          query.joined ? asOne(index.entities[at]!, joined, known) : index.entities[at]!,
        ),
        facets: facetsOf(index, found.numbers, facets, known),
        versions: versionsOf(known, datasets),
        lists: searchedLists(known, datasets),
      }
    },
  )
}
