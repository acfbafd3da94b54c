import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { roles } from '../people/permissions.ts'
import { actorOf } from './actor.ts'
import { anyone, callerOf, needs } from './caller.ts'
import type { Gate } from './gate.ts'
import { jsonSchema, responses } from './json-schema.ts'
import { accountSchema, accountView, displaySchema, nameSchema } from './people-shapes.ts'
import { HttpFault, notFound } from './problem.ts'

const newSchema = z.object({ name: nameSchema, display: displaySchema.default(''), role: z.enum(roles) })
const changeSchema = z
  .object({ role: z.enum(roles).optional(), disabled: z.boolean().optional() })
  .describe('What is left out stays')
const linkSchema = z.object({
  link: z.string().describe('Path of the one-time link with which the person sets a password'),
})
const addedSchema = linkSchema.extend({ account: accountSchema })

/** Accounts, for who manages people. */
export function addPeopleRoutes(app: FastifyInstance, gate: Gate): void {
  const tags = ['People']
  const config = needs('manage:people')
  const params = jsonSchema(z.object({ name: z.string().max(100) }))
  const view = (account: Parameters<typeof accountView>[0]) =>
    accountView(account, gate.people.openid?.roles !== undefined)
  const found = async (name: string) => {
    const account = await (await gate.store()).accounts.get(name)
    if (account) return account
    throw notFound('the name of an account', name, 'GET /api/people names them.')
  }
  app.get(
    '/api/people',
    {
      config,
      schema: {
        tags,
        summary: 'All accounts',
        response: responses(z.object({ people: z.array(accountSchema) }), 401, 403),
      },
    },
    async () => ({ people: (await (await gate.store()).accounts.list()).map(view) }),
  )
  app.post<{ Body: z.infer<typeof newSchema> }>(
    '/api/people',
    {
      config,
      schema: {
        tags,
        summary: 'Add a person; hand them the link',
        body: jsonSchema(newSchema),
        response: responses(addedSchema, 401, 403, 409, 422),
      },
    },
    async (request) => {
      refuseFirst(request as FastifyRequest)
      const { accounts, accountLinks } = await gate.store()
      const actor = actorOf(request as FastifyRequest)
      const account = await accounts.add(request.body, actor)
      return { account: view(account), link: `/set-up/${await accountLinks.makeFor(account.name, actor)}` }
    },
  )
  app.patch<{ Params: { name: string }; Body: z.infer<typeof changeSchema> }>(
    '/api/people/:name',
    {
      config,
      schema: {
        tags,
        summary: 'Change a role, or disable an account: its sessions end, its keys answer no more',
        params,
        body: jsonSchema(changeSchema),
        response: responses(accountSchema, 401, 403, 404, 409, 422),
      },
    },
    async (request) => {
      const { accounts } = await gate.store()
      const actor = actorOf(request as FastifyRequest)
      const { role, disabled } = request.body
      let account = await found(request.params.name)
      if (role !== undefined && role !== account.role) {
        if (view(account).roleIsProvided) throw provided(account.name)
        account = await accounts.setRole(account.name, role, actor)
      }
      return view(
        disabled === undefined ? account : await accounts.setDisabled(account.name, disabled, actor),
      )
    },
  )
  app.post<{ Params: { name: string } }>(
    '/api/people/:name/link',
    {
      config,
      schema: {
        tags,
        summary: 'A new link to set a password',
        params,
        response: responses(linkSchema, 401, 403, 404, 409),
      },
    },
    async (request) => {
      const account = await found(request.params.name)
      if (account.disabled || account.issuer) throw noLink(account.name, account.disabled)
      const token = await (await gate.store()).accountLinks.makeFor(
        account.name,
        actorOf(request as FastifyRequest),
      )
      return { link: `/set-up/${token}` }
    },
  )
  app.delete<{ Params: { name: string } }>(
    '/api/people/:name/sessions',
    {
      config,
      schema: {
        tags,
        summary: 'Sign a person out everywhere',
        params,
        response: { 204: { type: 'null' }, ...responses(z.null(), 404) },
      },
    },
    async (request, reply) => {
      const { name } = await found(request.params.name)
      await (await gate.store()).sessions.endAll(name, actorOf(request as FastifyRequest))
      return reply.code(204).send()
    },
  )
}

/** Who can't sign in yet must not make accounts: the first one is its own maker's. */
function refuseFirst(request: FastifyRequest): void {
  if (callerOf(request) !== anyone) return
  throw conflict(
    'CORDON_SET_UP',
    'a server that has an account',
    'one that has none yet',
    'Open the set-up link that `cordon serve` printed when it started, or run `cordon accounts link`.',
  )
}

function provided(name: string): HttpFault {
  return conflict(
    'CORDON_ROLE_PROVIDED',
    'an account whose role is kept here',
    `"${name}", whose role the OpenID provider decides`,
    "Change the person's groups there.",
  )
}

function noLink(name: string, disabled: boolean): HttpFault {
  return conflict(
    'CORDON_NO_LINK',
    'an enabled account with a password of its own',
    `"${name}", which is ${disabled ? 'disabled' : 'signed in by the OpenID provider'}`,
    disabled ? 'Enable it first.' : 'The person signs in there.',
  )
}

function conflict(code: string, expected: string, found: string, remedy: string): HttpFault {
  return new HttpFault(409, { code, expected, found, where: 'account', remedy })
}
