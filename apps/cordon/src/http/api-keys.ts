import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { permissionTexts } from '../people/permissions.ts'
import { demand, needs, notAllowed, personOf } from './caller.ts'
import type { Gate } from './gate.ts'
import { jsonSchema, responses } from './json-schema.ts'
import { keySchema, keyView, scopesSchema } from './people-shapes.ts'
import { notFound } from './problem.ts'

const day = 86_400_000
const newKeySchema = z.object({
  title: z.string().min(1).max(200).regex(/\S/).describe('What it is for'),
  scopes: scopesSchema,
  days: z.number().int().min(1).max(3650).optional().describe('Days until it runs out; left out: never'),
})
const madeSchema = z.object({ key: keySchema, secret: z.string().describe('The key: shown this once') })
const listSchema = z.object({
  keys: z.array(keySchema),
  scopes: z.record(z.string(), z.string()).describe('What there is, and what each lets do'),
})

/**
 * API keys. A person makes and sees their own, within what they may do themselves; who manages people sees and
 * revokes all.
 */
export function addKeyRoutes(app: FastifyInstance, gate: Gate): void {
  const tags = ['People']
  const config = needs('self')
  const params = jsonSchema(z.object({ id: z.string().max(100) }))
  /** A key that the person may change. */
  const own = async (request: FastifyRequest, id: string) => {
    const key = await (await gate.store()).apiKeys.get(id)
    const { account, permissions } = personOf(request)
    if (key && (key.owner === account || permissions.has('manage:people'))) return key
    throw notFound('the id of a key of yours', id, 'GET /api/keys names them.')
  }
  app.get<{ Querystring: { all?: boolean } }>(
    '/api/keys',
    {
      config,
      schema: {
        tags,
        summary: 'Your keys, or everyone’s',
        querystring: jsonSchema(z.object({ all: z.boolean().default(false) })),
        response: responses(listSchema, 401, 403),
      },
    },
    async (request) => {
      if (request.query.all) demand(request as FastifyRequest, 'manage:people')
      const owner = request.query.all ? undefined : personOf(request as FastifyRequest).account
      return { keys: (await (await gate.store()).apiKeys.list(owner)).map(keyView), scopes: permissionTexts }
    },
  )
  app.post<{ Body: z.infer<typeof newKeySchema> }>(
    '/api/keys',
    {
      config,
      schema: {
        tags,
        summary: 'Make a key; it is shown once',
        body: jsonSchema(newKeySchema),
        response: responses(madeSchema, 401, 403, 422),
      },
    },
    async (request) => {
      const person = personOf(request as FastifyRequest)
      const { title, scopes, days } = request.body
      const wider = scopes.find((scope) => !person.permissions.has(scope))
      if (wider) throw notAllowed(person, wider)
      const store = await gate.store()
      const expires = days === undefined ? {} : { expiresAt: store.now() + days * day }
      const made = { title: title.trim(), scopes: [...new Set(scopes)], owner: person.account, ...expires }
      const { key, text } = await store.apiKeys.create(made, person.actor)
      return { key: keyView(key), secret: text }
    },
  )
  app.patch<{ Params: { id: string }; Body: { scopes: z.infer<typeof scopesSchema> } }>(
    '/api/keys/:id',
    {
      config,
      schema: {
        tags,
        summary: 'Take scopes away from a key',
        params,
        body: jsonSchema(z.object({ scopes: scopesSchema })),
        response: responses(keySchema, 401, 404, 422),
      },
    },
    async (request) => {
      const { id } = await own(request as FastifyRequest, request.params.id)
      const { actor } = personOf(request as FastifyRequest)
      return keyView(await (await gate.store()).apiKeys.narrow(id, request.body.scopes, actor))
    },
  )
  app.delete<{ Params: { id: string } }>(
    '/api/keys/:id',
    {
      config,
      schema: { tags, summary: 'Revoke a key for ever', params, response: responses(keySchema, 401, 404) },
    },
    async (request) => {
      const { id } = await own(request as FastifyRequest, request.params.id)
      return keyView(await (await gate.store()).apiKeys.revoke(id, personOf(request as FastifyRequest).actor))
    },
  )
}
