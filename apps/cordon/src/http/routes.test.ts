import type { AddressInfo } from 'node:net'
import { type ScratchStore, scratchStore } from '@cordon/testing'
import fastify, { type FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { KnownHolder } from '../known/known.ts'
import { usualSessions } from '../people/config.ts'
import { type Permission, type Role, roles } from '../people/permissions.ts'
import { algorithms } from '../screening-algorithms.ts'
import { buildApp } from './app.ts'
import { addGate, makeGate } from './gate.ts'
import { answerProblem } from './problem.ts'
import { storeRecords } from './store-records.ts'
import { knownOf } from './testing-server.ts'

/** Written by hand a second time: who changes what a role may do changes it here too. */
const mayDo: Readonly<Record<Role, readonly string[]>> = {
  viewer: ['read', 'screen', 'read:shared'],
  analyst: [
    'read',
    'screen',
    'read:shared',
    'read:audit',
    'write:findings',
    'write:cases',
    'write:parties',
    'write:observations',
    'write:knowledge',
    'write:shared',
    'share',
  ],
  approver: [
    'read',
    'screen',
    'read:shared',
    'read:audit',
    'write:findings',
    'write:cases',
    'write:parties',
    'write:observations',
    'write:knowledge',
    'write:shared',
    'share',
    'approve',
    'write:profile',
  ],
  administrator: [
    'read',
    'screen',
    'read:shared',
    'read:audit',
    'write:findings',
    'write:cases',
    'write:parties',
    'write:observations',
    'write:knowledge',
    'write:shared',
    'share',
    'approve',
    'write:profile',
    'manage:settings',
    'manage:people',
  ],
} // prettier-ignore

/** All that anyone may ask; a new one is a decision to be made here. */
const publicRoutes = [
  'DELETE /api/session',
  'GET /api/session',
  'GET /api/sign-in/openid',
  'GET /api/sign-in/openid/callback',
  'GET /feeds/:token/atom.xml',
  'GET /feeds/:token/rss.xml',
  'GET /healthz',
  'GET /openapi.json',
  'GET /readyz',
  'POST /api/session',
  'POST /api/set-up',
  'POST /api/set-up/check',
]

let scratch: ScratchStore
let app: FastifyInstance
let url: string
let clock = Date.now()
let keys: Readonly<Record<'all' | 'narrowed' | 'revoked' | 'late' | 'ofDisabled' | 'ofDemoted', string>>

const everything = mayDo.administrator as Permission[]

beforeAll(async () => {
  scratch = await scratchStore({ now: () => clock })
  const known = new KnownHolder()
  known.swap(await knownOf())
  const openid = {
    issuer: 'http://127.0.0.1:9',
    clientId: 'x',
    title: 'x',
    scope: 'openid',
    defaultRole: 'viewer' as const,
  }
  app = await buildApp(
    { version: '0.1.0', known, algorithms, records: storeRecords(Promise.resolve(scratch.store), known) },
    { people: { sessions: usualSessions, openid } },
  )
  await app.listen({ port: 0, host: '127.0.0.1' })
  url = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`
})
afterAll(async () => {
  await app.close()
  await scratch.close()
})

interface Route {
  readonly method: string
  readonly url: string
  readonly needs: string | undefined
}

function routesOf(server: FastifyInstance): Route[] {
  return server.routeTable.flatMap(({ method, url: path, config }) =>
    [method].flat().map((one) => ({ method: one, url: path, needs: config?.needs })),
  )
}

/** Asks a route with nothing but its path; reads the status and the fault's code, and hangs up. */
async function ask(route: Route, headers: Record<string, string>, to = url) {
  const path = route.url.replace(/:\w+/g, '1').replace('*', '')
  const abort = new AbortController()
  const response = await fetch(to + path, {
    method: route.method,
    headers,
    redirect: 'manual',
    signal: abort.signal,
  })
  const isProblem =
    /json/.test(response.headers.get('content-type') ?? '') && !response.ok && route.method !== 'HEAD'
  const code = isProblem ? ((await response.json()) as { code: string }).code : ''
  abort.abort()
  return { status: response.status, code, refused: isRefusal(response.status, code, route) }
}

const refusals = [
  'CORDON_SIGN_IN',
  'CORDON_SESSION_EXPIRED',
  'CORDON_KEY_REFUSED',
  'CORDON_NOT_ALLOWED',
  'CORDON_SET_UP',
  'CORDON_UNDECLARED_ROUTE',
]
function isRefusal(status: number, code: string, { method }: Route): boolean {
  if (method === 'HEAD') return status === 401 || status === 403
  return (status === 401 || status === 403) && refusals.includes(code)
}

const cookieOf = (token: string) => ({ cookie: `cordon-session-${new URL(url).port}=${token}`, origin: url })
const session = async (account: string) =>
  cookieOf(
    (
      await scratch.store.sessions.begin(
        account,
        { address: '', agent: '' },
        { limits: usualSessions, how: 'test' },
      )
    ).token,
  )
const bearer = (key: string) => ({ authorization: `Bearer ${key}` })

/** A file of the console or the reference: the same bytes for everyone. */
function isFile({ needs, method, url: path }: Route): boolean {
  const named =
    path === '/' || path.startsWith('/docs') || path.startsWith('/assets/') || /^\/[\w.-]+\.\w+$/.test(path)
  return needs === 'public' && ['GET', 'HEAD'].includes(method) && named && path !== '/openapi.json'
}

/** Every route, as each caller meets it, against what that caller may do. */
async function walk(
  headers: () => Promise<Record<string, string>> | Record<string, string>,
  allowed: (needs: string) => boolean,
) {
  const wrong: string[] = []
  for (const route of routesOf(app).filter((one) => !isFile(one))) {
    const { status, code, refused } = await ask(route, await headers())
    const should = route.needs === 'public' || (route.needs !== undefined && allowed(route.needs))
    if (refused === should || status >= 500)
      wrong.push(`${route.method} ${route.url} (${route.needs}): ${status} ${code}`)
  }
  return wrong
}

describe('the routes', () => {
  it('declare each what they need', () => {
    expect(routesOf(app).length).toBeGreaterThan(80)
    expect(routesOf(app).filter(({ needs }) => needs === undefined)).toEqual([])
  })

  it('are public only where that was decided, and for files', () => {
    const found = routesOf(app)
      .filter((route) => route.needs === 'public' && route.method !== 'HEAD' && !isFile(route))
      .map(({ method, url: path }) => `${method} ${path}`)
    expect([...new Set(found)].sort()).toEqual(publicRoutes)
  })

  it('tell in the OpenAPI document which scope they need', async () => {
    const { paths } = (await (await fetch(`${url}/openapi.json`)).json()) as {
      paths: Record<string, Record<string, { security: Record<string, string[]>[] }>>
    }
    expect(paths['/api/findings/{id}/decision']?.post?.security).toEqual([
      { key: ['write:findings'] },
      { session: [] },
    ])
    expect(paths['/healthz']?.get?.security).toEqual([])
    for (const methods of Object.values(paths))
      for (const one of Object.values(methods)) expect(one.security).toBeDefined()
  })

  /** They only look at what is sent with them; at `/mcp` each tool asks for its own permission. */
  const onlyLook = ['/api/profile/check', '/api/profile/read', '/api/profile/calendar', '/mcp']

  it('that change anything are closed to who may only read', () => {
    const open = routesOf(app).filter(
      ({ method, needs, url: path }) =>
        !['GET', 'HEAD', 'OPTIONS'].includes(method) && needs === 'read' && !onlyLook.includes(path),
    )
    expect(open).toEqual([])
  })
})

describe('while there is no account', () => {
  it('everything is open on loopback, and a person says who they are nowhere', async () => {
    expect(
      await walk(
        () => ({}),
        (needs) => !['self'].includes(needs),
      ).then((wrong) => wrong.filter((one) => !/\(self\)|CORDON_SET_UP/.test(one))),
    ).toEqual([])
    expect(await (await fetch(`${url}/api/session`)).json()).toMatchObject({
      standing: 'open',
      actor: 'person:local',
    })
  })

  it('nothing answers beyond loopback but what is public', async () => {
    const known = new KnownHolder()
    const locked = await buildApp(
      { version: '0.1.0', known, algorithms, records: storeRecords(Promise.resolve(scratch.store), known) },
      { loopbackOnly: false },
    )
    await locked.listen({ port: 0, host: '127.0.0.1' })
    const to = `http://127.0.0.1:${(locked.server.address() as AddressInfo).port}`
    for (const route of routesOf(locked)) {
      const { refused, code } = await ask(route, {}, to)
      expect([route.method, route.url, refused]).toEqual([route.method, route.url, route.needs !== 'public'])
      if (refused && route.method !== 'HEAD') expect(code).toBe('CORDON_SET_UP')
    }
    const { standing } = (await (await fetch(`${to}/api/session`)).json()) as { standing: string }
    expect(standing).toBe('locked')
    await locked.close()
  })
})

describe('from the first account on', () => {
  beforeAll(async () => {
    const { accounts, apiKeys } = scratch.store
    for (const role of roles) await accounts.add({ name: role, display: '', role }, 'test')
    for (const name of ['gone', 'fallen'])
      await accounts.add({ name, display: '', role: 'administrator' }, 'test')
    const make = async (owner: string | undefined, scopes = everything, expiresAt?: number) =>
      apiKeys.create(
        { title: 'k', scopes, ...(owner && { owner }), ...(expiresAt !== undefined && { expiresAt }) },
        'test',
      )
    const revoked = await make('administrator')
    await apiKeys.revoke(revoked.key.id, 'test')
    const narrowed = await make('administrator')
    await apiKeys.narrow(narrowed.key.id, ['read'], 'test')
    keys = {
      all: (await make('administrator')).text,
      narrowed: narrowed.text,
      revoked: revoked.text,
      late: (await make('administrator', everything, clock - 1)).text,
      ofDisabled: (await make('gone')).text,
      ofDemoted: (await make('fallen')).text,
    }
    await accounts.setDisabled('gone', true, 'test')
    await accounts.setRole('fallen', 'viewer', 'test')
    // That another process made the first account is noticed within a second.
    while (
      ((await (await fetch(`${url}/api/session`)).json()) as { standing: string }).standing !== 'accounts'
    )
      await new Promise((resume) => setTimeout(resume, 50))
  })

  it('nobody gets anything', async () => {
    expect(
      await walk(
        () => ({}),
        () => false,
      ),
    ).toEqual([])
  })

  it.each(roles)('%s: gets what the role may do, on every route', async (role) => {
    expect(
      await walk(
        () => session(role),
        (needs) => needs === 'self' || mayDo[role].includes(needs),
      ),
    ).toEqual([])
  })

  it('a session that ended gets nothing', async () => {
    const ended = await session('administrator')
    clock += usualSessions.idle
    expect(
      await walk(
        () => ended,
        () => false,
      ),
    ).toEqual([])
  })

  it('a session of which the token is made up gets nothing', async () => {
    expect(
      await walk(
        () => cookieOf('x'.repeat(43)),
        () => false,
      ),
    ).toEqual([])
  })

  it('a key gets what its scopes say; what is a person’s own is no key’s', async () => {
    expect(
      await walk(
        () => bearer(keys.all),
        (needs) => everything.includes(needs as Permission),
      ),
    ).toEqual([])
    expect(
      await walk(
        () => bearer(keys.narrowed),
        (needs) => needs === 'read',
      ),
    ).toEqual([])
  })

  it('a key does no more than its owner may now', async () => {
    expect(
      await walk(
        () => bearer(keys.ofDemoted),
        (needs) => mayDo.viewer.includes(needs),
      ),
    ).toEqual([])
  })

  it.each(['revoked', 'late', 'ofDisabled'] as const)(
    'a key that is no longer in force (%s) gets nothing',
    async (which) => {
      expect(
        await walk(
          () => bearer(keys[which]),
          () => false,
        ),
      ).toEqual([])
    },
  )

  it('a key decides, never the cookie beside it', async () => {
    const both = async () => ({ ...(await session('administrator')), ...bearer(keys.revoked) })
    expect(await walk(both, () => false)).toEqual([])
  })

  it('a page of another site changes nothing, though the browser sends the cookie', async () => {
    const cookie = (await session('administrator')).cookie
    const foreign = { cookie, origin: 'http://localhost:3000' }
    const unnamed = { cookie }
    for (const headers of [foreign, unnamed]) {
      const response = await fetch(`${url}/api/account/sessions`, { method: 'DELETE', headers })
      expect([response.status, ((await response.json()) as { code: string }).code]).toEqual([
        403,
        'CORDON_FOREIGN_ORIGIN',
      ])
    }
  })

  it('a person’s browser is led from a page to the one that signs in, and back', async () => {
    const response = await fetch(`${url}/api/findings?verdict=true`, {
      headers: { accept: 'text/html' },
      redirect: 'manual',
    })
    expect([response.status, response.headers.get('location')]).toEqual([
      302,
      '/sign-in?return=%2Fapi%2Ffindings%3Fverdict%3Dtrue',
    ])
  })
})

describe('a route that declares nothing', () => {
  it('is denied to everyone', async () => {
    const server = fastify()
    server.setErrorHandler(answerProblem)
    addGate(server, makeGate({ store: async () => scratch.store, openWithoutAccounts: true }))
    server.get('/forgotten', async () => 'secret')
    const answer = await server.inject({ url: '/forgotten', headers: bearer(keys.all) })
    expect([answer.statusCode, answer.json().code]).toEqual([403, 'CORDON_UNDECLARED_ROUTE'])
    await server.close()
  })
})
