import { isoSeconds } from '@cordon/model'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { checkPassword, hashPassword } from '../people/passwords.ts'
import { needs, personOf } from './caller.ts'
import { type Gate, sendSession } from './gate.ts'
import { jsonSchema, responses } from './json-schema.ts'
import { passwordSchema } from './people-shapes.ts'
import { beginSession, checkSignIn } from './sign-in.ts'

const changeSchema = z.object({ current: passwordSchema, password: passwordSchema })
const sessionsSchema = z.object({
  sessions: z.array(
    z.object({
      id: z.string(),
      created: z.string(),
      seen: z.string(),
      address: z.string(),
      agent: z.string(),
    }),
  ),
})

/** What every person may do with their own account. */
export function addAccountRoutes(app: FastifyInstance, gate: Gate): void {
  const tags = ['People']
  const config = needs('self')
  app.post<{ Body: z.infer<typeof changeSchema> }>(
    '/api/account/password',
    {
      config,
      schema: {
        tags,
        summary: 'Change your password; your other sessions end',
        body: jsonSchema(changeSchema),
        response: { 204: { type: 'null' }, ...responses(z.null(), 401, 422, 429) },
      },
    },
    async (request, reply) => {
      const { account, display } = personOf(request as FastifyRequest)
      const store = await gate.store()
      const { current, password } = request.body
      await checkSignIn(store, request as FastifyRequest, reply, { name: account, password: current })
      checkPassword(password, [account, display ?? ''])
      await store.accounts.setPassword(account, await hashPassword(password), `person:${account}`)
      await beginSession(store, gate, request as FastifyRequest, reply, account, 'password change')
      return reply.code(204).send()
    },
  )
  app.get(
    '/api/account/sessions',
    {
      config,
      schema: { tags, summary: 'Where you are signed in', response: responses(sessionsSchema, 401) },
    },
    async (request) => {
      const found = await (await gate.store()).sessions.list(personOf(request).account, gate.people.sessions)
      return {
        sessions: found.map(({ createdAt, seenAt, ...rest }) => ({
          ...rest,
          created: isoSeconds(createdAt),
          seen: isoSeconds(seenAt),
        })),
      }
    },
  )
  app.delete(
    '/api/account/sessions',
    {
      config,
      schema: { tags, summary: 'Sign out everywhere, here too', response: { 204: { type: 'null' } } },
    },
    async (request, reply) => {
      const { account, actor } = personOf(request)
      await (await gate.store()).sessions.endAll(account, actor)
      sendSession(reply, gate, undefined)
      return reply.code(204).send()
    },
  )
}
