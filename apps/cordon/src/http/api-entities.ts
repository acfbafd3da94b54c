import type { Entity } from '@cordon/model'
import { ftmProperty } from '@cordon/model'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Known } from '../known/known.ts'
import { needs } from './caller.ts'
import { entityOf } from './entities.ts'
import { linksOf, sanctionsOf } from './entity-view.ts'
import { responses } from './json-schema.ts'
import { entitySchema } from './schemas.ts'
import { knownNow, type Services } from './services.ts'

const factSchema = z.object({
  property: z.string(),
  label: z.string(),
  value: z.string(),
  original: z.string().optional(),
  lang: z.string().optional(),
  source: z.string(),
  version: z.string().optional(),
  firstSeen: z.string().optional(),
  lastSeen: z.string().optional(),
  date: z
    .object({ circa: z.boolean().optional(), from: z.string().optional(), to: z.string().optional() })
    .optional(),
})
type Fact = z.infer<typeof factSchema>

const pageSchema = z.object({
  entity: entitySchema,
  statements: z.array(factSchema),
  links: z.array(
    z.object({
      property: z.string(),
      label: z.string(),
      direction: z.enum(['out', 'in']),
      via: entitySchema.optional(),
      entity: entitySchema,
    }),
  ),
  sanctions: z.array(
    entitySchema.extend({
      source: z.string().optional(),
      authority: z.string().optional(),
      program: z.string().optional(),
      reason: z.string().optional(),
      legalBasis: z.string().optional(),
      measures: z.string().optional(),
      listingDate: z.string().optional(),
      startDate: z.string().optional(),
      endDate: z.string().optional(),
      sourceUrl: z.string().optional(),
    }),
  ),
})

const labelOf = (schema: string, property: string) => ftmProperty(schema, property)?.label ?? property

/** Without a store the facts come from the entity itself: who says it is known where one source alone does. */
function factsOfEntity(known: Known, entity: Entity): Fact[] {
  const source = entity.datasets.join(', ')
  const version = entity.datasets.map((one) => known.versions[one]).join(', ')
  return Object.entries(entity.properties).flatMap(([property, values]) =>
    values.map((value) => ({ property, label: labelOf(entity.schema, property), value, source, version })),
  )
}

async function factsOf(services: Services, known: Known, entity: Entity): Promise<Fact[]> {
  if (!services.records) return factsOfEntity(known, entity)
  const statements = await services.records.statements([entity.id, ...entity.referents], known.lists)
  return statements.map(({ schema, property, value, original, lang, source, date, firstSeen, lastSeen }) => ({
    property,
    label: labelOf(schema, property),
    value,
    ...(original !== undefined && { original }),
    ...(lang !== undefined && { lang }),
    source,
    ...(known.versions[source] !== undefined && { version: known.versions[source] }),
    firstSeen,
    lastSeen,
    ...(date && { date: { ...date } }),
  }))
}

/** `GET /api/entities/{id}`: everything a person's page shows. */
export function addEntityPageRoutes(app: FastifyInstance, services: Services): void {
  app.get<{ Params: { id: string } }>(
    '/api/entities/:id',
    {
      config: needs('read'),
      schema: {
        tags: ['Data access'],
        summary: 'An entity with every fact and who says it, its links and its designations',
        params: { type: 'object', properties: { id: { type: 'string' } } },
        response: responses(pageSchema, 404, 503),
      },
    },
    async (request, reply) => {
      const known = knownNow(services)
      const entity = entityOf(known, request.params.id)
      if ('canonical' in entity)
        return reply.redirect(`/api/entities/${encodeURIComponent(entity.canonical)}`, 308)
      const statements = await factsOf(services, known, entity)
      return {
        entity,
        statements,
        links: linksOf(known.graph, entity.id),
        sanctions: sanctionsOf(known.graph, entity.id),
      }
    },
  )
}
