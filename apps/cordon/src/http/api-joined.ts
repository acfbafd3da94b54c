import type { Entity } from '@cordon/model'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { keepApart, oneEntity, takeBack } from '../joining/one-entity.ts'
import type { Known } from '../known/known.ts'
import { bookOf } from '../ownership/ownership-view.ts'
import { actorOf } from './actor.ts'
import { needs } from './caller.ts'
import { entityOf } from './entities.ts'
import { jsonSchema, responses } from './json-schema.ts'
import { knownNow, recordsOf, type Services } from './services.ts'

const reasonSchema = z.object({
  kind: z.enum(['person', 'reference', 'identifier', 'score']),
  reason: z.string(),
  by: z.string(),
  since: z.string(),
  with: z.string(),
})
const joinedSchema = z.object({
  id: z.string(),
  members: z.array(
    z.object({
      id: z.string(),
      label: z.string(),
      datasets: z.array(z.string()),
      properties: z.record(z.string(), z.array(z.string())),
      joined: z.array(reasonSchema),
    }),
  ),
  apart: z.array(z.object({ id: z.string(), label: z.string(), reasons: z.array(reasonSchema) })),
})

const sayBody = z.object({
  other: z.string().min(1).max(500).describe('The id of the other entry'),
  say: z.enum(['one', 'two', 'undo']).describe('These are one; these are two; take back what was said'),
  reason: z.string().min(1).max(4000).regex(/\S/),
})

/** What of an entry stands side by side with the others'. */
const compared = [
  'name',
  'alias',
  'birthDate',
  'birthPlace',
  'nationality',
  'country',
  'flag',
  'passportNumber',
  'idNumber',
  'imoNumber',
  'registrationNumber',
] // prettier-ignore

const partOf = ({ properties }: Entity) =>
  Object.fromEntries(compared.flatMap((name) => (properties[name] ? [[name, properties[name]]] : [])))

/** `GET /api/entities/{id}/joined`, `POST` of a person's word on it, and `GET /api/entities/{id}/ownership`. */
export function addJoinedRoutes(app: FastifyInstance, services: Services): void {
  const params = { type: 'object', properties: { id: { type: 'string' } } }
  const view = async (known: Known, id: string, label: string) => {
    const { identities } = await recordsOf(services).store()
    const one = await oneEntity(identities, id, label)
    return {
      ...one,
      // An entry that the lists hold no more stays in the claims, and is not shown.
      members: one.members.flatMap((member) => {
        const entity = known.graph.get(member.id)
        return entity
          ? [{ ...member, label: entity.caption, datasets: entity.datasets, properties: partOf(entity) }]
          : []
      }),
      apart: one.apart.filter((other) => known.graph.get(other.id)),
    }
  }
  const entityIn = (known: Known, id: string): Entity => {
    const found = entityOf(known, id)
    return 'canonical' in found ? known.graph.get(found.canonical)! : found
  }
  app.get<{ Params: { id: string } }>(
    '/api/entities/:id/joined',
    {
      config: needs('read'),
      schema: {
        tags: ['Data access'],
        summary: 'The entries of other lists that are one with this one, why, and those kept apart',
        params,
        response: responses(joinedSchema, 404, 501, 503),
      },
    },
    async ({ params: { id } }) => {
      const known = knownNow(services)
      const entity = entityIn(known, id)
      return view(known, entity.id, entity.caption)
    },
  )
  app.post<{ Params: { id: string }; Body: z.infer<typeof sayBody> }>(
    '/api/entities/:id/joined',
    {
      config: needs('write:knowledge'),
      schema: {
        tags: ['Data access'],
        summary: 'Say that two entries are one, or two, or take that back',
        params,
        body: jsonSchema(sayBody),
        response: responses(joinedSchema, 404, 422, 501, 503),
      },
    },
    async (request) => {
      const { id } = request.params
      const { other, say, reason } = request.body
      const who = actorOf(request)
      const known = knownNow(services)
      const [entity, far] = [entityIn(known, id), entityIn(known, other)]
      const { identities } = await recordsOf(services).store()
      const pair = { id: entity.id, label: entity.caption, other: far.id }
      if (say === 'two') await keepApart(identities, pair, who, reason)
      else if (say === 'undo') await takeBack(identities, pair, who, reason)
      else {
        const [from, to] = [entity, far].map((one) => ({ id: one.id, label: one.caption })) as [
          { id: string; label: string },
          { id: string; label: string },
        ] // prettier-ignore
        await identities.say([{ from, to, relation: 'same-as', reason, who }])
      }
      return view(known, entity.id, entity.caption)
    },
  )
  app.get<{ Params: { id: string }; Querystring: { day?: string } }>(
    '/api/entities/:id/ownership',
    {
      config: needs('read'),
      schema: {
        tags: ['Data access'],
        summary:
          "How an entity stands under OFAC's 50 Percent Rule and the EU's and the UK's tests, with the chain",
        params,
        querystring: jsonSchema(z.object({ day: z.iso.date().optional() })),
        response: responses(
          z.object({ day: z.string(), rules: z.array(z.record(z.string(), z.unknown())) }),
          404,
          422,
          503,
        ),
      },
    },
    async ({ params: { id }, query }) => {
      const known = knownNow(services)
      const entity = entityIn(known, id)
      const day = query.day ?? new Date().toISOString().slice(0, 10)
      return { day, rules: bookOf(known, day, services.known.joined).of(entity.id) }
    },
  )
}
