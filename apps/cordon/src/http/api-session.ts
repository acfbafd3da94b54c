import { isoSeconds } from '@cordon/model'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { roles } from '../people/permissions.ts'
import { type Caller, needs } from './caller.ts'
import { readCookie } from './cookies.ts'
import { type Gate, sendSession } from './gate.ts'
import { jsonSchema, responses } from './json-schema.ts'
import { nameSchema, passwordSchema } from './people-shapes.ts'
import { HttpFault } from './problem.ts'
import { beginSession, checkSignIn } from './sign-in.ts'

const sessionSchema = z.object({
  standing: z
    .enum(['open', 'locked', 'accounts'])
    .describe(
      'open: no account yet, everyone may do everything; locked: no account yet, only the set-up link works',
    ),
  actor: z.string().optional().describe('Who asks, as the audit log names them'),
  person: z
    .object({
      name: z.string(),
      display: z.string(),
      role: z.enum(roles),
      hasPassword: z.boolean(),
      expires: z.string(),
    })
    .optional(),
  permissions: z.array(z.string()),
  openid: z.object({ title: z.string() }).optional().describe('The provider that people can sign in with'),
})

const signInSchema = z.object({ name: nameSchema, password: passwordSchema })

/** `GET /api/session`: who asks. `POST` signs in, `DELETE` signs out. All are public: they say nothing that is kept. */
export function addSessionRoutes(app: FastifyInstance, gate: Gate): void {
  const tags = ['People']
  const config = needs('public')
  app.get(
    '/api/session',
    {
      config,
      schema: { tags, summary: 'Who asks, and what they may do', response: responses(sessionSchema) },
    },
    async (request) => sessionOf(gate, await identified(gate, request)),
  )
  app.post<{ Body: z.infer<typeof signInSchema> }>(
    '/api/session',
    {
      config,
      schema: {
        tags,
        summary: 'Sign in with a name and a password',
        description:
          'The session is a cookie that no script reads. After some failures in a row each attempt has to wait.',
        body: jsonSchema(signInSchema),
        response: responses(sessionSchema, 401, 422, 429),
      },
    },
    async (request, reply) => {
      if ((await gate.standing()) !== 'accounts') throw noAccounts()
      const store = await gate.store()
      const name = await checkSignIn(store, request as FastifyRequest, reply, request.body)
      await beginSession(store, gate, request as FastifyRequest, reply, name, 'password')
      return { standing: 'accounts', permissions: [] }
    },
  )
  app.delete(
    '/api/session',
    { config, schema: { tags, summary: 'Sign out', response: { 204: { type: 'null' } } } },
    async (request, reply) => {
      const token = readCookie(request, 'session', gate.secure)
      if (token !== undefined && (await gate.standing()) === 'accounts')
        await (await gate.store()).sessions.end(token)
      sendSession(reply, gate, undefined)
      return reply.code(204).send()
    },
  )
}

/** An ended session is nobody here: the page that signs in asks too. */
async function identified(gate: Gate, request: FastifyRequest): Promise<Caller | undefined> {
  try {
    return await gate.identify(request)
  } catch (error) {
    if (error instanceof HttpFault && error.status < 500) return undefined
    throw error
  }
}

async function sessionOf(gate: Gate, caller: Caller | undefined): Promise<z.infer<typeof sessionSchema>> {
  const { openid } = gate.people
  const account =
    caller?.account === undefined ? undefined : await (await gate.store()).accounts.get(caller.account)
  return {
    standing: await gate.standing(),
    ...(caller && { actor: caller.actor }),
    ...(account && {
      person: {
        name: account.name,
        display: account.display,
        role: account.role,
        hasPassword: account.hasPassword,
        expires: isoSeconds(caller?.expiresAt ?? 0),
      },
    }),
    permissions: [...(caller?.permissions ?? [])],
    ...(openid && { openid: { title: openid.title } }),
  }
}

function noAccounts(): HttpFault {
  return new HttpFault(409, {
    code: 'CORDON_SET_UP',
    expected: 'a server that has an account',
    found: 'one that has none yet',
    where: 'server',
    remedy:
      'Open the set-up link that `cordon serve` printed when it started, or run `cordon accounts link`.',
  })
}
