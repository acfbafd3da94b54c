import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { keep, type PeopleServer, peopleServer, type TestBrowser } from '../http/testing-people.ts'
import { usualSessions } from './config.ts'
import type { Role } from './permissions.ts'

/** What the provider knows of its people; a test changes it. */
const claims: Record<string, { groups: string[]; preferred_username: string }> = {
  'sub-1': { groups: ['staff', 'sanctions-analysts'], preferred_username: 'Kim.Lee' },
  'sub-2': { groups: ['staff', 'sanctions-analysts', 'heads'], preferred_username: 'boss' },
  'sub-3': { groups: ['staff'], preferred_username: 'guest' },
}
const map: Record<string, Role> = { 'sanctions-analysts': 'analyst', heads: 'approver' }
let http: Server
let issuer: string
let server: PeopleServer

/** The OpenID-certified oidc-provider, on a port of its own; its sign-in page is asked as a browser asks it. */
async function startProvider(redirectUri: string): Promise<void> {
  // @ts-expect-error: the package ships no types
  const { Provider } = await import('oidc-provider')
  const provider = new Provider(issuer, {
    clients: [{ client_id: 'cordon', client_secret: 'secret-of-cordon', redirect_uris: [redirectUri] }],
    claims: { openid: ['sub'], profile: ['preferred_username', 'groups'] },
    pkce: { required: () => true },
    findAccount: (_context: unknown, sub: string) => ({
      accountId: sub,
      claims: () => ({ sub, ...claims[sub] }),
    }),
    cookies: { keys: ['a key of this test'] },
  })
  http.on('request', provider.callback())
}

beforeAll(async () => {
  http = createServer().listen(0, '127.0.0.1')
  await once(http, 'listening')
  issuer = `http://127.0.0.1:${(http.address() as AddressInfo).port}`
  server = await peopleServer({
    people: {
      sessions: usualSessions,
      openid: {
        issuer,
        clientId: 'cordon',
        clientSecret: 'secret-of-cordon',
        title: 'Sign in at work',
        scope: 'openid profile',
        roles: { claim: 'groups', map },
      },
    },
  })
  await startProvider(`${server.url}/api/sign-in/openid/callback`)
  const { accounts } = server.scratch.store
  await accounts.add({ name: 'boss', display: '', role: 'administrator' }, 'test')
})
afterAll(async () => {
  await server.close()
  http.close()
  http.closeAllConnections()
})

/** A person at the provider's pages: signs in as `sub`, consents, and is sent back. @returns where to */
async function throughProvider(start: string, sub: string): Promise<string> {
  const cookies = new Map<string, string>()
  let url = start
  for (let step = 0; step < 12 && !url.startsWith(server.url); step++) {
    let answer = await visit(url, cookies)
    if (answer.status === 200) {
      const [, action] = /action="([^"]+)"/.exec(answer.text)!
      const prompt = /name="prompt" value="(\w+)"/.exec(answer.text)![1]!
      answer = await visit(
        new URL(action!, url).href,
        cookies,
        new URLSearchParams({ prompt, login: sub, password: 'x' }),
      )
    }
    url = new URL(answer.location!, url).href
  }
  return url
}

async function visit(url: string, cookies: Map<string, string>, form?: URLSearchParams) {
  const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const response = await fetch(url, {
    redirect: 'manual',
    headers: { cookie },
    ...(form && { method: 'POST', body: form }),
  })
  for (const set of response.headers.getSetCookie()) keep(cookies, set)
  return { status: response.status, location: response.headers.get('location'), text: await response.text() }
}

const pathOf = (url: string) => new URL(url).pathname + new URL(url).search
async function begin(browser: TestBrowser, returnTo = '/findings'): Promise<string> {
  const away = await browser.ask(`/api/sign-in/openid?return=${encodeURIComponent(returnTo)}`)
  expect(away.status).toBe(302)
  return away.headers.get('location')!
}
async function signIn(browser: TestBrowser, sub: string, returnTo?: string) {
  const back = await throughProvider(await begin(browser, returnTo), sub)
  return browser.ask(pathOf(back))
}

describe('signing in at an OpenID provider', () => {
  it('goes away with PKCE, state and nonce, and comes back signed in to the page where one was', async () => {
    const browser = server.browser()
    const url = new URL(await begin(browser))
    expect(Object.fromEntries(url.searchParams)).toMatchObject({
      client_id: 'cordon',
      response_type: 'code',
      code_challenge_method: 'S256',
      state: expect.stringMatching(/^.{40,}$/),
      nonce: expect.stringMatching(/^.{40,}$/),
    }) // prettier-ignore
    const back = await browser.ask(pathOf(await throughProvider(url.href, 'sub-1')))
    expect([back.status, back.headers.get('location')]).toEqual([302, '/findings'])
    const { person, openid, actor } = (await browser.ask('/api/session')).body
    expect(person).toMatchObject({ name: 'kim.lee', role: 'analyst', hasPassword: false })
    expect([openid.title, actor]).toEqual(['Sign in at work', 'person:kim.lee'])
    expect((await browser.ask('/api/audit')).status).toBe(200)
  })

  it('takes the role from the claim at each sign-in; nobody changes it here', async () => {
    claims['sub-1']!.groups = ['heads', 'sanctions-analysts']
    const browser = server.browser()
    await signIn(browser, 'sub-1')
    expect((await browser.ask('/api/session')).body.person.role).toBe('approver')
    expect(await server.audit()).toContain(`account.role openid:${issuer} person:kim.lee`)
    const boss = server.browser()
    const token = await server.scratch.store.accountLinks.makeFor('boss', 'test')
    await boss.ask('/api/set-up', { method: 'POST', body: { token, password: 'violet harbour tin spoon' } })
    const changed = await boss.ask('/api/people/kim.lee', {
      method: 'PATCH',
      body: { role: 'administrator' },
    })
    expect([changed.status, changed.body.code]).toEqual([409, 'CORDON_ROLE_PROVIDED'])
  })

  it('gives nobody the account of another by its name', async () => {
    const browser = server.browser()
    await signIn(browser, 'sub-2')
    expect((await browser.ask('/api/session')).body.person).toMatchObject({
      name: 'boss-2',
      role: 'approver',
    })
  })

  it('refuses who has no role, and whose account is disabled', async () => {
    expect((await signIn(server.browser(), 'sub-3')).headers.get('location')).toBe('/sign-in?fault=no-role')
    await server.scratch.store.accounts.setDisabled('kim.lee', true, 'test')
    const browser = server.browser()
    expect((await signIn(browser, 'sub-1')).headers.get('location')).toBe('/sign-in?fault=disabled')
    expect((await browser.ask('/api/lists')).status).toBe(401)
    await server.scratch.store.accounts.setDisabled('kim.lee', false, 'test')
  })

  it('goes back to a page of this server only', async () => {
    for (const elsewhere of [
      'https://evil.example/',
      '//evil.example',
      '/\\evil.example',
      'javascript:alert(1)',
    ])
      expect((await signIn(server.browser(), 'sub-1', elsewhere)).headers.get('location')).toBe('/')
  })

  it('signs in only the browser that was sent away, once, and with the state it left with', async () => {
    const [victim, attacker] = [server.browser(), server.browser()]
    const back = pathOf(await throughProvider(await begin(attacker), 'sub-2'))
    expect((await victim.ask(back)).headers.get('location')).toBe('/sign-in?fault=openid-late')
    await begin(victim)
    expect((await victim.ask(back)).headers.get('location')).toBe('/sign-in?fault=openid')
    expect((await victim.ask('/api/lists')).status).toBe(401)
    expect((await attacker.ask(back)).headers.get('location')).toBe('/findings')
    expect((await attacker.ask(back)).headers.get('location')).toBe('/sign-in?fault=openid-late')
  })

  it('refuses a code that the provider did not give, and one whose proof is another’s', async () => {
    const browser = server.browser()
    const back = new URL(await throughProvider(await begin(browser), 'sub-1'))
    back.searchParams.set('code', 'made-up')
    expect((await browser.ask(pathOf(back.href))).headers.get('location')).toBe('/sign-in?fault=openid')
    const log = await server.scratch.store.audit.entries({ limit: 1_000 })
    expect(log.at(-1)).toMatchObject({
      action: 'account.sign-in-refused',
      detail: { why: 'CORDON_OPENID_REFUSED' },
    })
  })

  it('says so where the provider does not answer', async () => {
    const openid = {
      issuer: 'http://127.0.0.1:9/',
      clientId: 'x',
      title: 'x',
      scope: 'openid',
      defaultRole: 'viewer' as const,
    }
    const lonely = await peopleServer({ people: { sessions: usualSessions, openid } })
    const away = await lonely.browser().ask('/api/sign-in/openid')
    expect(away.headers.get('location')).toBe('/sign-in?fault=openid-unreachable')
    await lonely.close()
  })
})
