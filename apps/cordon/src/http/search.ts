import { type Entity, isA } from '@cordon/model'
import type { SearchOptions } from '@cordon/screening'
import type { FastifyInstance } from 'fastify'
import type { Known } from '../known/known.ts'
import { facetNames, facetsOf } from './facets.ts'
import { jsonSchema, responses } from './json-schema.ts'
import { HttpFault } from './problem.ts'
import { listOf, type SearchQuery, searchAnswerSchema, searchQuerySchema } from './schemas.ts'
import { knownNow, type Services, sourcesOf, versionsOf } from './services.ts'

/** Facets are counted over this many of the best; beyond, `total.relation` still tells the whole number. */
const facetWindow = 10_000

/** Everything in a dataset, for a search without words. */
function browse(known: Known, options: SearchOptions): string[] {
  const meets = (wanted: readonly string[] | undefined, have: readonly string[] | undefined) =>
    wanted === undefined || (have?.some((value) => wanted.includes(value)) ?? false)
  const countriesOf = ({ properties }: Entity) =>
    ['country', 'nationality', 'citizenship', 'jurisdiction', 'flag', 'birthCountry', 'mainCountry'].flatMap(
      (property) => properties[property] ?? [],
    )
  return [...known.graph.entities()]
    .filter(
      (entity) =>
        (options.schema ? isA(entity.schema, options.schema) : entity.target) &&
        meets(options.datasets, entity.datasets) &&
        meets(options.topics, entity.properties.topics) &&
        meets(options.countries, countriesOf(entity)),
    )
    .sort((a, b) => (a.caption < b.caption ? -1 : a.caption > b.caption ? 1 : a.id < b.id ? -1 : 1))
    .map((entity) => entity.id)
}

function sorted(entities: Entity[], order: readonly string[]): Entity[] {
  const keys = order.map((key) => {
    const [field = '', direction = 'asc'] = key.split(':')
    return { field: field === 'name' ? 'caption' : field, sign: direction === 'desc' ? -1 : 1 }
  })
  for (const { field } of keys)
    if (!['caption', 'first_seen', 'last_seen', 'last_change', 'schema', 'id'].includes(field))
      throw new HttpFault(400, {
        code: 'CORDON_BAD_SORT',
        expected: 'name, first_seen, last_seen, last_change, schema or id, with :asc or :desc',
        found: `"${field}"`,
        where: 'query.sort',
        remedy: 'For example ?sort=last_change:desc',
      })
  return keys.length === 0
    ? entities
    : entities.sort((a, b) => {
        for (const { field, sign } of keys) {
          const [left, right] = [a, b].map((e) => String(e[field as keyof Entity] ?? ''))
          if (left !== right) return left! < right! ? -sign : sign
        }
        return 0
      })
}

/** `GET /search/{dataset}`. */
export function addSearchRoutes(app: FastifyInstance, services: Services): void {
  app.get<{ Params: { dataset: string }; Querystring: SearchQuery }>(
    '/search/:dataset',
    {
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
      const wanted = listOf(query.datasets)
      const datasets = sources ?? (wanted.length > 0 ? wanted : undefined)
      const narrow: SearchOptions = {
        ...(query.schema && { schema: query.schema }),
        ...(listOf(query.countries).length > 0 && { countries: listOf(query.countries) }),
        ...(listOf(query.topics).length > 0 && { topics: listOf(query.topics) }),
        ...(datasets && { datasets }),
      }
      const facets = query.facets === undefined ? ['countries', 'topics', 'datasets'] : listOf(query.facets)
      const order = listOf(query.sort)
      const everything = facets.length > 0 || order.length > 0 || query.target !== undefined
      const window = everything ? facetWindow : query.offset + query.limit
      const found =
        query.q.trim() === ''
          ? toPage(browse(known, narrow))
          : known.index.search(query.q, { ...narrow, limit: window, offset: 0 })
      const hits = found.entityIds
        .map((id) => known.graph.get(id)!)
        .filter((entity) => query.target === undefined || entity.target === query.target)
      return {
        limit: query.limit,
        offset: query.offset,
        total: { value: query.target === undefined ? found.total : hits.length, relation: 'eq' },
        results: sorted(hits, order).slice(query.offset, query.offset + query.limit),
        facets: facetsOf(
          hits,
          facets.filter((name) => facetNames.includes(name)),
          known,
        ),
        versions: versionsOf(known, datasets),
      }
    },
  )
}

function toPage(entityIds: string[]) {
  return { total: entityIds.length, entityIds }
}
