import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type PeopleConfig, usualSessions } from '../people/config.ts'
import { permissionsOf } from '../people/permissions.ts'
import type { Store } from '../store/index.ts'
import { anyone, type Caller, noPerson, notAllowed } from './caller.ts'
import { readCookie, setCookie } from './cookies.ts'
import { HttpFault } from './problem.ts'

/** `open`: no account yet, and everyone may do everything. `locked`: no account yet, and only the set-up link works. */
export type Standing = 'open' | 'locked' | 'accounts'

/** What the gate stands before. */
export interface GateOptions {
  /** Absent on a server that keeps nothing: it has no accounts. */
  readonly store?: (() => Promise<Store>) | undefined
  /** While there is no account everyone may do everything. */
  readonly openWithoutAccounts: boolean
  readonly people?: PeopleConfig | undefined
  /** Who asks from inside this process alone, and how they prove it. */
  readonly inside?: { readonly secret: string; readonly caller: Caller } | undefined
  readonly now?: () => number
}

/** Tells who asks, and lets through what they may. */
export interface Gate {
  readonly people: PeopleConfig
  /** Cookies are for TLS only. */
  readonly secure: boolean
  store(): Promise<Store>
  standing(): Promise<Standing>
  /** The first account has just been made here. */
  accountMade(): void
  /** Who asks; undefined for nobody. @throws HttpFault 401 for a session or key that is no longer in force */
  identify(request: FastifyRequest): Promise<Caller | undefined>
}

/** Another process may make the first account: that there is none is believed for so long, milliseconds. */
const noneFor = 1_000

/** Makes the gate. */
export function makeGate({ store, openWithoutAccounts, people, inside, now = Date.now }: GateOptions): Gate {
  const config = people ?? { sessions: usualSessions }
  const secure = config.publicUrl?.protocol === 'https:'
  let any = false
  let asked = Number.NEGATIVE_INFINITY
  const standing = async (): Promise<Standing> => {
    if (any) return 'accounts'
    if (store && now() - asked >= noneFor) {
      const opened = await store()
      any = await opened.accounts.any()
      asked = now()
      if (any) return 'accounts'
    }
    return openWithoutAccounts ? 'open' : 'locked'
  }
  const opened = () => {
    if (store) return store()
    throw noPerson('a server that keeps nothing, and so no accounts')
  }
  return {
    people: config,
    secure,
    store: async () => opened(),
    standing,
    accountMade() {
      any = true
    },
    async identify(request) {
      if (inside) return bearerOf(request) === inside.secret ? inside.caller : undefined
      if ((await standing()) !== 'accounts') return (await standing()) === 'open' ? anyone : undefined
      const key = bearerOf(request)
      if (key !== undefined) return keyCaller(await opened(), key)
      const token = readCookie(request, 'session', secure)
      if (token === undefined) return undefined
      const session = await (await opened()).sessions.live(token, config.sessions, activityOf(request))
      if (!session) throw unauthorised('CORDON_SESSION_EXPIRED', 'a session in force', 'one that has ended')
      refuseForeignChange(request)
      const { account, display, role, expiresAt } = session
      return {
        actor: `person:${account}`,
        account,
        display,
        role,
        expiresAt,
        permissions: permissionsOf(role),
      }
    },
  }
}

/** Refuses, before its body is read, every request that its route's declaration does not allow. */
export function addGate(app: FastifyInstance, gate: Gate): void {
  app.decorateRequest('caller')
  app.addHook('onRequest', async (request, reply) => {
    if (request.is404) return
    const { needs } = request.routeOptions.config
    if (needs === 'public') return
    try {
      const caller = await gate.identify(request)
      if (!caller) throw await nobody(gate)
      request.caller = caller
      if (caller === anyone) return
      if (needs === undefined) throw undeclared(request)
      if (needs === 'self') {
        if (caller.account === undefined) throw noPerson(caller.actor)
      } else if (!caller.permissions.has(needs)) throw notAllowed(caller, needs)
    } catch (error) {
      if (!(error instanceof HttpFault) || error.status !== 401) throw error
      if (error.code === 'CORDON_SESSION_EXPIRED') setCookie(reply, 'session', gate.secure, undefined, 0)
      if (isNavigation(request)) return reply.redirect(`/sign-in?return=${encodeURIComponent(request.url)}`)
      void reply.header('www-authenticate', 'Bearer realm="Cordon"')
      throw error
    }
  })
}

/**
 * `Authorization: Bearer <key>`; the scheme of OpenSanctions' own API, `ApiKey`, is taken as well. Clients of TAXII speak HTTP Basic
 * alone: under /taxii2, and nowhere else, the key is the password.
 */
function bearerOf(request: FastifyRequest): string | undefined {
  const { authorization } = request.headers
  if (authorization === undefined) return undefined
  const basic = /^basic\s+(\S+)$/i.exec(authorization)?.[1]
  if (basic !== undefined && /^\/taxii2(?:[/?]|$)/.test(request.url))
    return Buffer.from(basic, 'base64')
      .toString('utf8')
      .replace(/^[^:]*:/, '')
  return /^(?:bearer|apikey)\s+(\S+)$/i.exec(authorization)?.[1] ?? ''
}

async function keyCaller(store: Store, text: string): Promise<Caller> {
  const key = await store.apiKeys.live(text)
  if (key) return { actor: `key:${key.id}`, permissions: key.permissions }
  throw unauthorised('CORDON_KEY_REFUSED', 'a key in force', 'one that is unknown, revoked or run out')
}

/**
 * How long ago the person did something, as the console says: it asks by itself too, and that must keep no session
 * alive. Undefined for a stream of events, which runs without anybody.
 */
function activityOf(request: FastifyRequest): number | undefined {
  if (/\btext\/event-stream\b/.test(request.headers.accept ?? '')) return undefined
  const seconds = Number(request.headers['cordon-idle'] ?? 0)
  return Number.isFinite(seconds) ? seconds * 1_000 : undefined
}

/** A browser says on every change which page asks (Fetch, section 3.1); who carries a cookie and doesn't is refused. */
function refuseForeignChange(request: FastifyRequest): void {
  if (['GET', 'HEAD', 'OPTIONS'].includes(request.method)) return
  if (request.headers.origin !== undefined || request.headers['sec-fetch-site'] === 'same-origin') return
  throw new HttpFault(403, {
    code: 'CORDON_FOREIGN_ORIGIN',
    expected: 'a change from a page of this server, which names its origin',
    found: 'a session cookie without one',
    where: 'header.origin',
    remedy: 'Programs use an API key in the header authorization.',
  })
}

/** A person who opens an address in a browser is led to the page that signs in. */
function isNavigation({ method, headers }: FastifyRequest): boolean {
  return (
    method === 'GET' && /\btext\/html\b/.test(headers.accept ?? '') && headers.authorization === undefined
  )
}

async function nobody(gate: Gate): Promise<HttpFault> {
  if ((await gate.standing()) === 'accounts')
    return unauthorised('CORDON_SIGN_IN', 'a session or an API key', 'neither')
  return new HttpFault(401, {
    code: 'CORDON_SET_UP',
    expected: 'a server that has an account',
    found: 'one that has none yet and can be reached from other machines',
    where: 'server',
    remedy:
      'Open the set-up link that `cordon serve` printed when it started, or run `cordon accounts link`.',
  })
}

function unauthorised(code: string, expected: string, found: string): HttpFault {
  return new HttpFault(401, {
    code,
    expected,
    found,
    where: 'request',
    remedy: 'Sign in at /sign-in, or send `authorization: Bearer <key>`.',
  })
}

function undeclared({ method, routeOptions }: FastifyRequest): HttpFault {
  return new HttpFault(403, {
    code: 'CORDON_UNDECLARED_ROUTE',
    expected: 'a route that declares what it needs',
    found: `${method} ${routeOptions.url}, which declares nothing and so is denied`,
    where: 'server',
    remedy: 'Please report it.',
  })
}

/** Sets or takes away the cookie of a session. */
export function sendSession(
  reply: FastifyReply,
  gate: Gate,
  session: { readonly token: string } | undefined,
): void {
  setCookie(reply, 'session', gate.secure, session?.token, gate.people.sessions.absolute / 1_000)
}
