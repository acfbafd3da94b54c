import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { type OpenId, openIdOf } from '../people/openid.ts'
import { newToken } from '../people/tokens.ts'
import { throttleKey } from '../store/index.ts'
import { needs } from './caller.ts'
import { readCookie, setCookie } from './cookies.ts'
import type { Gate } from './gate.ts'
import { jsonSchema } from './json-schema.ts'
import { beginSession, countAttempt } from './sign-in.ts'

/** Milliseconds that a person may take at the provider. */
const flowLife = 10 * 60_000
const callback = '/api/sign-in/openid/callback'

/** A page of this server, and nothing else: `//host` and `/\host` are other sites. */
export function ownPage(path: string | undefined): string {
  return path !== undefined && /^\/(?![/\\])[^\p{Cc}]*$/u.test(path) && path.length < 2_000 ? path : '/'
}

/** Signing in at an OpenID provider: away to it, and back. Absent where none is set up. */
export function addOpenIdRoutes(app: FastifyInstance, gate: Gate): void {
  const { openid } = gate.people
  if (!openid) return
  const provider = openIdOf(openid)
  const tags = ['People']
  const config = needs('public')
  const querystring = jsonSchema(z.object({ return: z.string().max(2_000).optional() }))
  app.get<{ Querystring: { return?: string } }>(
    '/api/sign-in/openid',
    { config, schema: { tags, summary: 'Go to the OpenID provider to sign in', querystring } },
    (request, reply) =>
      begin(gate, provider, request as FastifyRequest<{ Querystring: { return?: string } }>, reply),
  )
  app.get(
    callback,
    { config, schema: { tags, summary: 'Where the OpenID provider sends the browser back' } },
    (request, reply) => finish(gate, provider, request, reply),
  )
}

async function begin(
  gate: Gate,
  provider: OpenId,
  request: FastifyRequest<{ Querystring: { return?: string } }>,
  reply: FastifyReply,
) {
  try {
    const { url, flow } = await provider.begin(new URL(callback, baseOf(gate, request)).href)
    const token = newToken()
    const returnTo = ownPage(request.query.return)
    await (await gate.store()).signIns.keepFlow(token, { ...flow, returnTo }, flowLife)
    setCookie(reply, 'openid', gate.secure, token, flowLife / 1_000)
    return reply.redirect(url)
  } catch (error) {
    return refused(request, reply, error as Error)
  }
}

/** The cookie binds what comes back to the browser that was sent away: nobody can be signed in as someone else. */
async function finish(gate: Gate, provider: OpenId, request: FastifyRequest, reply: FastifyReply) {
  const store = await gate.store()
  const token = readCookie(request, 'openid', gate.secure)
  setCookie(reply, 'openid', gate.secure, undefined, 0)
  try {
    const address = throttleKey('address', request.ip)
    await countAttempt(store, reply, [[address, 'address']])
    const flow = token === undefined ? undefined : await store.signIns.takeFlow(token)
    if (!flow) return reply.redirect('/sign-in?fault=openid-late')
    const person = await provider.finish(new URL(request.url, baseOf(gate, request)), flow)
    const account = await store.accounts.provided(person)
    if (account.disabled) {
      await store.signIns.refused(account.name, { address: request.ip, why: 'disabled' })
      return reply.redirect('/sign-in?fault=disabled')
    }
    gate.accountMade()
    await store.signIns.succeeded('', address)
    await beginSession(store, gate, request, reply, account.name, 'openid')
    return reply.redirect(flow.returnTo)
  } catch (error) {
    const { code, found } = error as Error & { code?: string; found?: string }
    await store.signIns.refused(undefined, { address: request.ip, why: code ?? 'openid', found: found ?? '' })
    return refused(request, reply, error as Error)
  }
}

/** What the page that signs in says of a fault, by its code. */
const told: Readonly<Record<string, string>> = {
  CORDON_SIGN_IN_SLOWED: 'slowed',
  CORDON_OPENID_NO_ROLE: 'no-role',
  CORDON_OPENID_UNREACHABLE: 'openid-unreachable',
}

/** The browser is on its way between pages: it is told on one. */
function refused(request: FastifyRequest, reply: FastifyReply, error: Error & { readonly code?: string }) {
  request.log.warn({ err: error }, 'a sign-in at the OpenID provider failed')
  return reply.redirect(`/sign-in?fault=${told[error.code ?? ''] ?? 'openid'}`)
}

function baseOf(gate: Gate, request: FastifyRequest): string {
  return gate.people.publicUrl?.href ?? `${request.protocol}://${request.headers.host}`
}
