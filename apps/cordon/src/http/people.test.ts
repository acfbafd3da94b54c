import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { usualSessions } from '../people/config.ts'
import { type PeopleServer, peopleServer, type TestBrowser } from './testing-people.ts'

const password = 'violet harbour tin spoon'
const other = 'seven grey ladders at dusk'
let server: PeopleServer
let boss: TestBrowser

beforeAll(async () => {
  server = await peopleServer()
})
afterAll(() => server.close())

const signIn = (browser: TestBrowser, name: string, word = password) =>
  browser.ask('/api/session', { method: 'POST', body: { name, password: word } })
const setUp = (browser: TestBrowser, body: Record<string, string>) =>
  browser.ask('/api/set-up', { method: 'POST', body })
const tokenIn = (link: string) => link.replace('/set-up/', '')
/** All browsers of this file sit behind one address, which the failures of the tests would slow down. */
const forgetAddress = () =>
  server.scratch.store.database.pool.query("delete from sign_in_throttle where key like 'address:%'")
/** Adds a person as the administrator does; they use their link. */
async function person(name: string, role: string): Promise<TestBrowser> {
  const added = await boss.ask('/api/people', { method: 'POST', body: { name, role } })
  expect(added.status).toBe(200)
  const browser = server.browser()
  expect((await setUp(browser, { token: tokenIn(added.body.link), password })).status).toBe(200)
  return browser
}

describe('the first start', () => {
  it('makes no account by itself, nor lets one be made without the link', async () => {
    const added = await server
      .browser()
      .ask('/api/people', { method: 'POST', body: { name: 'eve', role: 'administrator' } })
    expect([added.status, added.body.code]).toEqual([409, 'CORDON_SET_UP'])
    expect((await signIn(server.browser(), 'admin', 'admin')).status).toBe(409)
  })

  it('has a link with which the first account is made once, as an administrator who is then signed in', async () => {
    const [token, second] = [
      await server.scratch.store.accountLinks.makeFirst(),
      await server.scratch.store.accountLinks.makeFirst(),
    ]
    boss = server.browser()
    const check = (given: string) => boss.ask('/api/set-up/check', { method: 'POST', body: { token: given } })
    expect((await check('made-up')).status).toBe(404)
    expect((await check(token)).body).toEqual({ kind: 'first' })
    const weak = await setUp(boss, { token, name: 'Boss', password: 'short' })
    expect([weak.status, weak.body.code]).toEqual([422, 'CORDON_PASSWORD_WEAK'])
    const made = await setUp(boss, { token, name: 'Boss', display: 'B. Oss', password })
    expect(made.body).toMatchObject({
      name: 'boss',
      display: 'B. Oss',
      role: 'administrator',
      hasPassword: true,
    })
    expect((await boss.ask('/api/session')).body).toMatchObject({
      standing: 'accounts',
      person: { name: 'boss' },
    })
    for (const used of [token, second])
      expect((await setUp(server.browser(), { token: used, name: 'eve', password })).status).toBe(404)
    expect((await server.browser().ask('/api/lists')).status).toBe(401)
  })

  it('makes one account though two come at once', async () => {
    const two = await peopleServer()
    const tokens = [
      await two.scratch.store.accountLinks.makeFirst(),
      await two.scratch.store.accountLinks.makeFirst(),
    ]
    const tried = await Promise.all(
      ['one', 'two'].map((name, i) => setUp(two.browser(), { token: tokens[i]!, name, password })),
    )
    expect(tried.map(({ status }) => status).sort()).toEqual([200, 404])
    expect(await two.scratch.store.accounts.list()).toHaveLength(1)
    await two.close()
  })
})

describe('a session', () => {
  it('is a cookie that no script reads and no other site sends, and a new one at each sign-in', async () => {
    const browser = server.browser()
    const first = await signIn(browser, 'BOSS ')
    expect(first.headers.get('set-cookie')).toMatch(
      /^cordon-session-\d+=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Strict$/,
    )
    const before = new Map(browser.cookies)
    await signIn(browser, 'boss')
    expect([...browser.cookies]).not.toEqual([...before])
    const old = server.browser()
    for (const [name, value] of before) old.cookies.set(name, value)
    expect((await old.ask('/api/lists')).body.code).toBe('CORDON_SESSION_EXPIRED')
  })

  it('is kept in the store as a hash alone', async () => {
    const [token] = boss.cookies.values()
    const { rows } = await server.scratch.store.database.pool.query('select * from session')
    expect(JSON.stringify(rows)).not.toContain(token)
  })

  it('is never set for another origin, and over TLS for TLS alone', async () => {
    const secure = await peopleServer({
      people: { sessions: usualSessions, publicUrl: new URL('https://cordon.example') },
    })
    const token = await secure.scratch.store.accountLinks.makeFirst()
    const made = await setUp(secure.browser(), { token, name: 'boss', password })
    expect(made.headers.get('set-cookie')).toMatch(/^__Host-cordon-session=.*; Secure; SameSite=Strict$/)
    await secure.close()
  })

  it('ends after two hours without the person, though the console goes on asking by itself', async () => {
    const browser = server.browser()
    await signIn(browser, 'boss')
    const start = server.clock.now
    for (let minutes = 10; minutes < 120; minutes += 10) {
      server.clock.now = start + minutes * 60_000
      expect(
        (await browser.ask('/api/lists', { headers: { 'cordon-idle': String(minutes * 60) } })).status,
      ).toBe(200)
    }
    server.clock.now = start + 120 * 60_000
    const late = await browser.ask('/api/lists', { headers: { 'cordon-idle': '7200' } })
    expect([late.status, late.body.code, browser.cookies.size]).toEqual([401, 'CORDON_SESSION_EXPIRED', 0])
  })

  it('ends after twelve hours whatever is done', async () => {
    const browser = server.browser()
    await signIn(browser, 'boss')
    const start = server.clock.now
    for (let hours = 1; hours < 12; hours++) {
      server.clock.now = start + hours * 3_600_000
      expect([hours, (await browser.ask('/api/lists')).status]).toEqual([hours, 200])
    }
    server.clock.now = start + 12 * 3_600_000
    expect((await browser.ask('/api/lists')).status).toBe(401)
    await signIn(boss, 'boss')
  })

  it('ends by signing out, here or everywhere', async () => {
    const [here, there] = [server.browser(), server.browser()]
    await signIn(here, 'boss')
    await signIn(there, 'boss')
    const { sessions } = (await here.ask('/api/account/sessions')).body
    expect(sessions.length).toBeGreaterThanOrEqual(2)
    const token = new Map(here.cookies)
    expect((await here.ask('/api/session', { method: 'DELETE' })).status).toBe(204)
    for (const [name, value] of token) here.cookies.set(name, value)
    expect((await here.ask('/api/lists')).status).toBe(401)
    expect((await there.ask('/api/account/sessions', { method: 'DELETE' })).status).toBe(204)
    expect((await boss.ask('/api/lists')).status).toBe(401)
    await signIn(boss, 'boss')
  })
})

describe('signing in', () => {
  it('tells nobody whether an account exists, and names no unknown one in the log', async () => {
    await person('quiet', 'viewer')
    const [wrong, unknown] = [
      await signIn(server.browser(), 'quiet', other),
      await signIn(server.browser(), 'my secret password', other),
    ]
    expect(wrong.body).toEqual(unknown.body)
    expect([wrong.status, unknown.status]).toEqual([401, 401])
    const entries = JSON.stringify(await server.scratch.store.audit.entries({ limit: 1_000 }))
    expect(entries).not.toContain('my secret password')
    expect((await server.audit()).filter((one) => one.startsWith('account.sign-in-refused'))).toEqual([
      'account.sign-in-refused nobody person:quiet',
      'account.sign-in-refused nobody nobody',
    ])
  })

  it('waits ever longer after failures in a row, also with the right password, also for names that nobody has', async () => {
    await person('slow', 'viewer')
    for (const name of ['slow', 'nobody-of-this-name']) {
      await forgetAddress()
      for (let i = 0; i < 5; i++) expect((await signIn(server.browser(), name, other)).status).toBe(401)
      const waits = []
      for (let i = 0; i < 4; i++) {
        expect((await signIn(server.browser(), name, other)).status).toBe(401)
        const held = await signIn(server.browser(), name, password)
        expect([held.status, held.body.code]).toEqual([429, 'CORDON_SIGN_IN_SLOWED'])
        waits.push(Number(held.headers.get('retry-after')))
        server.clock.now += waits.at(-1)! * 1_000
      }
      expect(waits).toEqual([1, 2, 4, 8])
    }
    expect((await signIn(server.browser(), 'slow')).status).toBe(200)
    expect((await signIn(server.browser(), 'slow', other)).status).toBe(401)
    expect((await signIn(server.browser(), 'slow')).status).toBe(200)
  })

  it('lets no more attempts through when they come at once', async () => {
    await person('crowd', 'viewer')
    const tried = await Promise.all(
      Array.from({ length: 20 }, () => signIn(server.browser(), 'crowd', other)),
    )
    expect(tried.filter(({ status }) => status === 401).length).toBeLessThanOrEqual(6)
    await forgetAddress()
  })

  it('slows an address down that fails at many names', async () => {
    const statuses = []
    for (let i = 0; i < 40; i++) statuses.push((await signIn(server.browser(), `name-${i}`, other)).status)
    expect(statuses.slice(0, 30)).toEqual(Array(30).fill(401))
    expect(statuses.slice(31)).toEqual(Array(9).fill(429))
    await forgetAddress()
  })
})

describe('a password', () => {
  it('is changed with the present one; every other session ends', async () => {
    const browser = await person('change', 'analyst')
    const elsewhere = server.browser()
    await signIn(elsewhere, 'change')
    const change = (current: string, word: string) =>
      browser.ask('/api/account/password', { method: 'POST', body: { current, password: word } })
    expect((await change(other, other)).status).toBe(401)
    expect((await change(password, 'changechangechange')).status).toBe(422)
    expect((await change(password, other)).status).toBe(204)
    expect((await browser.ask('/api/lists')).status).toBe(200)
    expect((await elsewhere.ask('/api/lists')).status).toBe(401)
    expect((await signIn(elsewhere, 'change')).status).toBe(401)
    expect((await signIn(elsewhere, 'change', other)).status).toBe(200)
  })

  it('is set anew with a link that an administrator gives; a former link works no more', async () => {
    await person('forgot', 'viewer')
    const link = async () =>
      tokenIn((await boss.ask('/api/people/forgot/link', { method: 'POST' })).body.link)
    const [old, fresh] = [await link(), await link()]
    expect((await setUp(server.browser(), { token: old, password: other })).status).toBe(404)
    expect((await setUp(server.browser(), { token: fresh, password: other })).status).toBe(200)
    const late = await link()
    server.clock.now += 73 * 3_600_000
    expect((await setUp(server.browser(), { token: late, password: other })).status).toBe(404)
    await signIn(boss, 'boss')
  })
})

describe('people', () => {
  it('get and lose rights with the next request', async () => {
    const browser = await person('rise', 'viewer')
    expect((await browser.ask('/api/audit')).body.code).toBe('CORDON_NOT_ALLOWED')
    await boss.ask('/api/people/rise', { method: 'PATCH', body: { role: 'analyst' } })
    expect((await browser.ask('/api/audit')).status).toBe(200)
    await boss.ask('/api/people/rise', { method: 'PATCH', body: { disabled: true } })
    expect((await browser.ask('/api/audit')).status).toBe(401)
    expect((await signIn(browser, 'rise')).status).toBe(401)
  })

  it('always have an administrator among them', async () => {
    for (const body of [{ role: 'viewer' }, { disabled: true }]) {
      const refused = await boss.ask('/api/people/boss', { method: 'PATCH', body })
      expect([refused.status, refused.body.code]).toEqual([409, 'CORDON_LAST_ADMINISTRATOR'])
    }
  })

  it('have names that nobody else gets', async () => {
    const twice = await boss.ask('/api/people', { method: 'POST', body: { name: 'BOSS', role: 'viewer' } })
    expect([twice.status, twice.body.code]).toEqual([409, 'CORDON_ACCOUNT_EXISTS'])
    const odd = await boss.ask('/api/people', { method: 'POST', body: { name: '<script>', role: 'viewer' } })
    expect([odd.status, odd.body.code]).toEqual([422, 'CORDON_ACCOUNT_NAME'])
  })
})

describe('an API key', () => {
  it('is shown once, acts within its scopes, and is in the log by its id', async () => {
    const browser = await person('keys', 'analyst')
    const make = (scopes: string[]) =>
      browser.ask('/api/keys', { method: 'POST', body: { title: 'core banking', scopes, days: 30 } })
    expect((await make(['manage:people'])).body.code).toBe('CORDON_NOT_ALLOWED')
    const made = (await make(['read', 'screen', 'write:parties'])).body
    expect(made.secret).toMatch(/^cordon_[0-9a-f]{10}_[\w-]{43}$/)
    const { keys } = (await browser.ask('/api/keys')).body
    expect(JSON.stringify(keys)).not.toContain(made.secret.slice(18))
    const program = server.browser()
    const headers = { authorization: `ApiKey ${made.secret}` }
    const party = { schema: 'Person', properties: { name: ['Park Jin Hyok'] }, storeAs: 'c-1' }
    expect((await program.ask('/api/screen', { method: 'POST', body: party, headers })).body).toMatchObject({
      stored: true,
    })
    await browser.ask(`/api/keys/${made.key.id}`, { method: 'PATCH', body: { scopes: ['read', 'screen'] } })
    expect((await program.ask('/api/screen', { method: 'POST', body: party, headers })).status).toBe(403)
    const wider = await browser.ask(`/api/keys/${made.key.id}`, {
      method: 'PATCH',
      body: { scopes: ['read', 'approve'] },
    })
    expect([wider.status, wider.body.code]).toEqual([422, 'CORDON_KEY_WIDER'])
    expect((await server.browser().ask('/api/lists', { headers })).status).toBe(200)
    server.clock.now += 31 * 86_400_000
    expect((await server.browser().ask('/api/lists', { headers })).body.code).toBe('CORDON_KEY_REFUSED')
  })

  it('is revoked by its owner or an administrator, and by nobody else', async () => {
    await signIn(boss, 'boss')
    const [mine, theirs] = [await person('owner', 'viewer'), await person('stranger', 'approver')]
    const { key, secret } = (
      await mine.ask('/api/keys', { method: 'POST', body: { title: 'k', scopes: ['read'] } })
    ).body
    expect((await theirs.ask(`/api/keys/${key.id}`, { method: 'DELETE' })).status).toBe(404)
    expect((await theirs.ask('/api/keys?all=true')).status).toBe(403)
    expect((await boss.ask('/api/keys?all=true')).body.keys.map(({ id }: { id: string }) => id)).toContain(
      key.id,
    )
    expect((await boss.ask(`/api/keys/${key.id}`, { method: 'DELETE' })).body.revoked).toBeTruthy()
    const answer = await server
      .browser()
      .ask('/api/lists', { headers: { authorization: `Bearer ${secret}` } })
    expect(answer.body.code).toBe('CORDON_KEY_REFUSED')
  })
})

describe('the audit log', () => {
  it('names who did all that, and its chain holds', async () => {
    const log = await server.audit()
    for (const expected of [
      'account.create set-up person:boss',
      'account.sign-in person:boss person:boss',
      'account.sign-out person:boss person:boss',
      'account.sign-out-everywhere person:boss person:boss',
      'account.create person:boss person:change',
      'account.link person:boss person:forgot',
      'account.password person:change person:change',
      'account.role person:boss person:rise',
      'account.disable person:boss person:rise',
      'account.sign-in-refused nobody person:rise',
    ])
      expect(log).toContain(expected)
    for (const action of ['key.create person:keys', 'key.narrow person:keys', 'key.revoke person:boss'])
      expect(log.some((entry) => entry.startsWith(`${action} key:`))).toBe(true)
    expect(await server.scratch.store.audit.verify()).toMatchObject({ sound: true })
  })
})
