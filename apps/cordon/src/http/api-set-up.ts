import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { checkPassword, hashPassword } from '../people/passwords.ts'
import { throttleKey } from '../store/index.ts'
import { needs } from './caller.ts'
import type { Gate } from './gate.ts'
import { jsonSchema, responses } from './json-schema.ts'
import { accountSchema, accountView, displaySchema, nameSchema, passwordSchema } from './people-shapes.ts'
import { HttpFault } from './problem.ts'
import { beginSession, countAttempt } from './sign-in.ts'

const tokenSchema = z.object({ token: z.string().min(1).max(200) })
const setUpSchema = tokenSchema.extend({
  name: nameSchema.optional().describe('Of the first account; a link of an account has its name'),
  display: displaySchema.optional(),
  password: passwordSchema,
})
const linkSchema = z.object({
  kind: z.enum(['first', 'account']),
  account: z.string().optional(),
  display: z.string().optional(),
})

/** What a one-time link does: it makes the first account, or sets the password of the one that it was made for. */
export function addSetUpRoutes(app: FastifyInstance, gate: Gate): void {
  const tags = ['People']
  const config = needs('public')
  app.post<{ Body: z.infer<typeof tokenSchema> }>(
    '/api/set-up/check',
    {
      config,
      schema: {
        tags,
        summary: 'What a one-time link is for',
        body: jsonSchema(tokenSchema),
        response: responses(linkSchema, 404, 422, 429),
      },
    },
    async (request, reply) => {
      const store = await gate.store()
      const address = throttleKey('address', request.ip)
      await countAttempt(store, reply, [[address, 'address']])
      const link = await store.accountLinks.find(request.body.token)
      if (!link) throw gone()
      await store.signIns.succeeded('', address)
      const account = link.account === undefined ? undefined : await store.accounts.get(link.account)
      return account
        ? { kind: 'account', account: account.name, display: account.display }
        : { kind: 'first' }
    },
  )
  app.post<{ Body: z.infer<typeof setUpSchema> }>(
    '/api/set-up',
    {
      config,
      schema: {
        tags,
        summary: 'Use a one-time link, and be signed in',
        body: jsonSchema(setUpSchema),
        response: responses(accountSchema, 404, 422, 429),
      },
    },
    async (request, reply) => {
      const { token, name = '', display = '', password } = request.body
      const store = await gate.store()
      const address = throttleKey('address', request.ip)
      await countAttempt(store, reply, [[address, 'address']])
      const link = await store.accountLinks.find(token)
      if (!link) throw gone()
      const known = link.account === undefined ? undefined : await store.accounts.get(link.account)
      checkPassword(password, [known?.name ?? name, known?.display ?? display])
      const account = await store.accountLinks.use(token, {
        name,
        display,
        password: await hashPassword(password),
      })
      gate.accountMade()
      await store.signIns.succeeded(throttleKey('name', account.name), address)
      await beginSession(store, gate, request as FastifyRequest, reply, account.name, 'link')
      return accountView(account, gate.people.openid?.roles !== undefined)
    },
  )
}

function gone(): HttpFault {
  return new HttpFault(404, {
    code: 'CORDON_LINK_USED',
    expected: 'a link that was not used yet',
    found: 'one that was used, has run out, or was never given',
    where: 'body.token',
    remedy: 'Ask an administrator for a new one, or run `cordon accounts link` on the machine.',
  })
}
