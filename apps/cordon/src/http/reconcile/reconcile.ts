import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { needs } from '../caller.ts'
import { entityOf } from '../entities.ts'
import { jsonSchema } from '../json-schema.ts'
import { HttpFault, notFound } from '../problem.ts'
import { maxLimit } from '../schemas.ts'
import { ordered } from '../search/order.ts'
import { searchIndexOf } from '../search/search-index.ts'
import { allSources, knownNow, type Services, searchedHeader, sourcesOf } from '../services.ts'
import { embedded } from './embedded.ts'
import { extend, extendSchema, proposeProperties, suggestProperties, suggestTypes } from './extend.ts'
import { manifest } from './manifest.ts'
import { previewPage, previewPolicy } from './preview.ts'
import { describe, queriesSchema, reconcile, typeOf } from './queries.ts'

const batchParameters = z.object({
  queries: z
    .string()
    .optional()
    .describe(
      'JSON: {"q0": {"query": "...", "type": "Person", "limit": 5, "properties": [{"pid": "birthDate", "v": "1984"}]}}',
    ),
  extend: z.string().optional().describe('JSON: {"ids": ["..."], "properties": [{"id": "birthDate"}]}'),
})
const suggestParameters = z.object({
  prefix: z.string().max(1000).default(''),
  cursor: z.number().int().min(0).max(9499).default(0),
  limit: z.number().int().min(0).max(maxLimit).default(10),
})
const proposeParameters = z.object({
  type: z.string().max(100).optional(),
  limit: z.number().int().min(0).max(maxLimit).default(100),
})

type Batch = z.infer<typeof batchParameters>
type Suggest = z.infer<typeof suggestParameters>
type Params = { dataset: string }

const params = { type: 'object', properties: { dataset: { type: 'string' } } }
const tags = ['Reconciliation']

/**
 * The reconciliation API 0.2 of OpenRefine: manifest, queries, data extension, suggestions and previews. To be
 * registered in a scope of its own: only here are forms taken.
 */
export function addReconcileRoutes(app: FastifyInstance, services: Services): void {
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(body as string))),
  )
  addBatchRoutes(app, services)
  addSuggestRoutes(app, services)
  app.get<{ Params: Params; Querystring: { id: string } }>(
    '/reconcile/:dataset/preview',
    {
      config: needs('screen'),
      schema: {
        tags,
        summary: 'A small page about an entity',
        params,
        querystring: jsonSchema(z.object({ id: z.string().max(1000) })),
      },
    },
    async (request, reply) => {
      const known = knownNow(services)
      sourcesOf(known, request.params.dataset)
      const found = entityOf(known, request.query.id)
      const entity = 'canonical' in found ? known.graph.get(found.canonical)! : found
      return reply
        .header('content-security-policy', previewPolicy)
        .type('text/html; charset=utf-8')
        .serializer(String)
        .send(previewPage(known, entity))
    },
  )
}

function addBatchRoutes(app: FastifyInstance, services: Services): void {
  const answer = async (
    dataset: string,
    { queries, extend: extension }: Batch,
    { raw }: FastifyRequest,
    reply: FastifyReply,
  ) => {
    const known = knownNow(services)
    const sources = sourcesOf(known, dataset)
    // The specification leaves no place in the answer itself.
    void reply.header('x-cordon-lists', searchedHeader(known, sources))
    if (queries !== undefined)
      return reconcile(
        known,
        embedded(queriesSchema, queries, 'queries'),
        sources,
        () => raw.socket.destroyed,
      )
    if (extension !== undefined) return extend(known, embedded(extendSchema, extension, 'extend'), sources)
    return undefined
  }
  app.get<{ Params: Params; Querystring: Batch }>(
    '/reconcile/:dataset',
    {
      config: needs('screen'),
      schema: {
        tags,
        summary: 'The service as OpenRefine asks for it; with `queries` or `extend` their answer',
        params,
        querystring: jsonSchema(batchParameters),
      },
    },
    async (request, reply) => {
      const { dataset } = request.params
      const answered = await answer(dataset, request.query, request as FastifyRequest, reply)
      return answered ?? manifest(dataset, titleOf(services, dataset), baseOf(request as FastifyRequest))
    },
  )
  app.post<{ Params: Params; Body: Batch }>(
    '/reconcile/:dataset',
    {
      config: needs('screen'),
      schema: {
        tags,
        summary: 'Reconcile a batch of queries, or extend entities by properties',
        consumes: ['application/x-www-form-urlencoded', 'application/json'],
        params,
        body: jsonSchema(batchParameters),
      },
    },
    async (request, reply) => {
      const answered = await answer(request.params.dataset, request.body, request as FastifyRequest, reply)
      if (answered) return answered
      throw new HttpFault(400, {
        code: 'CORDON_BAD_REQUEST',
        expected: 'a form with the field queries or extend',
        found: 'neither',
        where: 'body',
        remedy: 'For example queries={"q0":{"query":"Park Jin Hyok","type":"Person"}}',
      })
    },
  )
}

function addSuggestRoutes(app: FastifyInstance, services: Services): void {
  const schema = (summary: string) => ({
    config: needs('screen'),
    schema: { tags, summary, params, querystring: jsonSchema(suggestParameters) },
  })
  const known = (dataset: string) => {
    const current = knownNow(services)
    return { current, sources: sourcesOf(current, dataset) }
  }
  app.get<{ Params: Params; Querystring: Suggest }>(
    '/reconcile/:dataset/suggest/entity',
    schema('Entities by the beginning of a name'),
    async ({ params: { dataset }, query: { prefix, cursor, limit } }) => {
      const { current, sources } = known(dataset)
      const index = await searchIndexOf(current)
      const hits = index.find(prefix)
      const numbers = sources
        ? hits.numbers.filter((at) => index.entities[at]!.datasets.some((one) => sources.includes(one)))
        : hits.numbers
      const page = ordered(index, { numbers, whole: 0 }, [], cursor + limit).subarray(cursor)
      const result = Array.from(page, (at) => {
        const entity = index.entities[at]!
        return {
          id: entity.id,
          name: entity.caption,
          description: describe(entity),
          type: [typeOf(entity.schema)],
        }
      })
      return { prefix, result }
    },
  )
  const suggest = (
    what: 'type' | 'property',
    summary: string,
    find: (prefix: string) => readonly unknown[],
  ) =>
    app.get<{ Params: Params; Querystring: Suggest }>(
      `/reconcile/:dataset/suggest/${what}`,
      schema(summary),
      async ({ params: { dataset }, query: { prefix, cursor, limit } }) => {
        known(dataset)
        return { prefix, result: find(prefix).slice(cursor, cursor + limit) }
      },
    )
  suggest('type', 'Types by a part of their name', suggestTypes)
  suggest('property', 'Properties by a part of their name', suggestProperties)
  app.get<{ Params: Params; Querystring: z.infer<typeof proposeParameters> }>(
    '/reconcile/:dataset/extend/propose',
    {
      config: needs('screen'),
      schema: {
        tags,
        summary: 'Properties that entities of a type can be extended by',
        params,
        querystring: jsonSchema(proposeParameters),
      },
    },
    async ({ params: { dataset }, query: { type, limit } }) => {
      known(dataset)
      return proposeProperties(type, limit)
    },
  )
}

function titleOf(services: Services, dataset: string): string {
  if (dataset === allSources) return 'all loaded lists'
  const list = knownNow(services).lists.find(({ source }) => source === dataset)
  if (!list) throw notFound('a loaded list', dataset, 'GET /catalog names them.')
  return list.title
}

/** Where the caller reached this server: its Host header has been checked. */
function baseOf(request: FastifyRequest): string {
  return `${request.protocol}://${request.host}`
}
