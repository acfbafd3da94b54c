import { nestedEntity } from '@cordon/knowledge'
import type { Entity } from '@cordon/model'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { z } from 'zod'
import type { Known } from '../known/known.ts'
import { needs } from './caller.ts'
import { adjacentEntities } from './entity-view.ts'
import { jsonSchema, responses } from './json-schema.ts'
import { notFound } from './problem.ts'
import { adjacentPageSchema, entitySchema, maxLimit, maxOffset } from './schemas.ts'
import { knownNow, type Services } from './services.ts'

const pageSchema = z.object({
  limit: z.number().int().min(0).max(maxLimit).default(50),
  offset: z.number().int().min(0).max(maxOffset).default(0),
})
type Page = z.infer<typeof pageSchema>

/**
 * The entity of an id.
 * @returns the canonical id where the one given is another name of it
 * @throws HttpFault 404
 */
export function entityOf(known: Known, id: string): Entity | { canonical: string } {
  const entity = known.graph.get(id)
  if (entity) return entity.id === id ? entity : { canonical: entity.id }
  throw notFound('the id of an entity of a loaded list', id, 'Search for it with GET /search/default?q=...')
}

function page<T>(values: readonly T[], { limit, offset }: Page) {
  return {
    results: values.slice(offset, offset + limit),
    total: { value: values.length, relation: 'eq' as const },
    limit,
    offset,
  }
}

/** `GET /entities/{id}` and its neighbours. */
export function addEntityRoutes(app: FastifyInstance, services: Services): void {
  const params = (...names: string[]) => ({
    type: 'object',
    properties: Object.fromEntries(names.map((name) => [name, { type: 'string' }])),
  })
  const redirect = (reply: FastifyReply, canonical: string, rest = '') =>
    reply.redirect(`/entities/${encodeURIComponent(canonical)}${rest}`, 308)
  const tags = ['Data access']

  app.get<{ Params: { id: string }; Querystring: { nested: boolean } }>(
    '/entities/:id',
    {
      config: needs('read'),
      schema: {
        tags,
        summary: 'One entity, with what it is linked to',
        params: params('id'),
        querystring: jsonSchema(z.object({ nested: z.boolean().default(true) })),
        response: responses(entitySchema, 404, 422, 503),
      },
    },
    async (request, reply) => {
      const known = knownNow(services)
      const found = entityOf(known, request.params.id)
      if ('canonical' in found) return redirect(reply, found.canonical)
      return request.query.nested ? nestedEntity(known.graph, found.id) : found
    },
  )

  app.get<{ Params: { id: string }; Querystring: Page }>(
    '/entities/:id/adjacent',
    {
      config: needs('read'),
      schema: {
        tags,
        summary: 'What stands next to an entity, by property',
        params: params('id'),
        querystring: jsonSchema(pageSchema),
        response: responses(
          z.object({ entity: entitySchema, adjacent: z.record(z.string(), adjacentPageSchema) }),
          404,
          422,
          503,
        ),
      },
    },
    async (request, reply) => {
      const known = knownNow(services)
      const found = entityOf(known, request.params.id)
      if ('canonical' in found) return redirect(reply, found.canonical, '/adjacent')
      const adjacent = [...adjacentEntities(known.graph, found.id)].map(([property, values]) => [
        property,
        page(values, request.query),
      ])
      return { entity: found, adjacent: Object.fromEntries(adjacent) }
    },
  )

  app.get<{ Params: { id: string; property: string }; Querystring: Page }>(
    '/entities/:id/adjacent/:property',
    {
      config: needs('read'),
      schema: {
        tags,
        summary: 'Neighbours by one property, paged',
        params: params('id', 'property'),
        querystring: jsonSchema(pageSchema),
        response: responses(adjacentPageSchema, 404, 422, 503),
      },
    },
    async (request, reply) => {
      const known = knownNow(services)
      const { id, property } = request.params
      const found = entityOf(known, id)
      if ('canonical' in found)
        return redirect(reply, found.canonical, `/adjacent/${encodeURIComponent(property)}`)
      return page(adjacentEntities(known.graph, found.id).get(property) ?? [], request.query)
    },
  )
}
