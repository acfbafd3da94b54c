import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Finding } from '@cordon/model'
import { type ScratchStore, scratchStore, startProgram } from '@cordon/testing'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { testFinding } from '../events/testing-findings.ts'
import { buildApp } from '../http/app.ts'
import { storeRecords } from '../http/store-records.ts'
import { KnownHolder } from '../known/known.ts'
import { usualSessions } from '../people/config.ts'
import { algorithms } from '../screening-algorithms.ts'
import { metaOf, person, readingOf } from '../store/testing-reading.ts'
import { importThreatFile } from '../threats/import-threats.ts'
import { planThreats } from '../threats/plan-threats.ts'
import { type WarningRuleInput, warningRuleSchema } from './rule.ts'
import { runWarnings, startWarnings } from './runner.ts'
import { isSigned, type SignedHeaders } from './sign.ts'
import { smtpConfig } from './smtp-config.ts'
import { type MailServer, type Receiver, startMailServer, startReceiver } from './testing-receivers.ts'

const hour = 3_600_000
let clock = Date.parse('2026-11-25T10:00:00Z')
let scratch: ScratchStore
let receiver: Receiver
let mail: MailServer
const child = new URL('./warnings.child.ts', import.meta.url)

beforeAll(async () => {
  scratch = await scratchStore({ now: () => clock })
  receiver = await startReceiver()
  mail = await startMailServer()
})
afterAll(async () => {
  await receiver.close()
  await mail.close()
  await scratch.close()
})
beforeEach(async () => {
  for (const { id } of await scratch.store.warnings.rules.list())
    await scratch.store.warnings.rules.remove(id, 'test')
  receiver.received.length = 0
  receiver.plan.length = 0
  mail.received.length = 0
})

const rule = (more: Partial<WarningRuleInput> = {}) =>
  warningRuleSchema.parse({
    name: 'grave',
    when: { on: 'findings' },
    to: [{ kind: 'webhook', address: receiver.url, allowPrivate: true }],
    ...more,
  })
const add = (more: Partial<WarningRuleInput> = {}) => scratch.store.warnings.rules.add(rule(more), 'test')
const put = (...findings: Finding[]) => scratch.store.findings.upsert(findings)
let named = 0
/** A listed person of a test list. */
const listed = (id: string) => {
  const group = person(id, `Person ${id}`)
  const [name] = group.statements
  return { ...group, statements: [...group.statements, { ...name!, property: 'topics', value: 'sanction' }] }
}
const grave = (more: Partial<Finding> = {}) => testFinding(`party ${++named}`, { severity: 'high', ...more })
const smtp = () =>
  smtpConfig({ CORDON_SMTP_URL: `smtp://127.0.0.1:${mail.port}`, CORDON_SMTP_FROM: 'cordon@bank.example' })
const run = () => runWarnings(scratch.store, { smtp: smtp(), timeout: 1_000, random: () => 0.5 })
const things = (of: Receiver = receiver) =>
  of.received.flatMap(({ body }) =>
    JSON.parse(body).data.warnings.map(({ thing }: { thing: string }) => thing),
  )

describe('a warning', () => {
  it('goes to a webhook, signed, for what happens from the rule on, and once', async () => {
    await put(grave())
    const { secrets } = await add()
    const [one, weak] = [grave(), grave({ severity: 'low' })]
    await put(one, weak)
    expect(await run()).toMatchObject({ told: 1, delivered: 1 })
    expect(things()).toEqual([`finding:${one.id}`])
    const { headers, body } = receiver.received[0]!
    expect(isSigned(secrets[receiver.url]!, headers as unknown as SignedHeaders, body, clock / 1_000)).toBe(
      true,
    )
    await put({ ...one, revision: 2 })
    expect(await run()).toMatchObject({ told: 0, delivered: 0 })
    expect(receiver.received).toHaveLength(1)
  })

  it('comes once though two rules tell it to the same recipient', async () => {
    await add()
    await add({ name: 'another', when: { on: 'findings', text: 'party' } })
    await put(grave())
    expect(await run()).toMatchObject({ told: 1, delivered: 1 })
  })

  it('comes again when a finding becomes more severe, once for each step', async () => {
    await add()
    const one = grave()
    await put(one)
    await run()
    await put({ ...one, revision: 2, severity: 'critical' })
    await run()
    await put({ ...one, revision: 3, severity: 'critical' })
    await run()
    expect(things()).toEqual([`finding:${one.id}`, `finding:${one.id}`])
  })

  it('is not sent for what a person has held to be false meanwhile', async () => {
    await add()
    const one = grave()
    await put(one)
    await scratch.store.findings.decide({
      findingId: one.id,
      verdict: 'false',
      reason: 'known',
      who: 'test',
      revision: 1,
    })
    expect(await run()).toMatchObject({ told: 0 })
  })

  it('of a flood is gathered: one message for up to two hundred', async () => {
    await add()
    await put(...Array.from({ length: 250 }, () => grave()))
    expect(await run()).toMatchObject({ told: 250, delivered: 2 })
    expect(receiver.received.map(({ body }) => JSON.parse(body).data.warnings.length).sort()).toEqual([
      200, 50,
    ])
  })

  it('by e-mail comes at most once a minute: what comes meanwhile is gathered', async () => {
    await add({ to: [{ kind: 'email', address: 'kim@bank.example' }] })
    await put(grave())
    await run()
    await put(grave())
    await run()
    await put(grave())
    await run()
    expect(mail.received).toHaveLength(1)
    clock += 60_000
    await run()
    expect(mail.received).toHaveLength(2)
    expect(mail.received[1]!.source).toContain('2 warnings')
  })

  it('waits for the digest and the end of quiet hours; a critical one does not', async () => {
    clock = Date.parse('2026-11-25T22:30:00Z')
    await add({ digest: { every: 'day', at: '06:00' }, quiet: { from: '22:00', to: '07:00' } })
    const [high, critical] = [grave(), grave({ severity: 'critical' })]
    await put(high, critical)
    expect(await run()).toMatchObject({ told: 2, delivered: 1 })
    clock = Date.parse('2026-11-26T06:59:00Z')
    const later = grave()
    await put(later)
    expect(await run()).toMatchObject({ delivered: 0 })
    clock = Date.parse('2026-11-26T07:00:00Z')
    expect(await run()).toMatchObject({ delivered: 1 })
    expect(things()).toEqual([`finding:${critical.id}`, `finding:${high.id}`])
    clock = Date.parse('2026-11-27T07:00:00Z')
    await run()
    expect(things()[2]).toBe(`finding:${later.id}`)
  })
})

it('tells of a new version of a list and of a partner’s bundle, each once, and not of a first version', async () => {
  const { lists } = scratch.store
  await add({ when: { on: 'lists' } })
  await add({ name: 'partners', when: { on: 'bundles', collections: ['partner'] } })
  await lists.import(readingOf('1', [listed('a')]), metaOf('1'))
  expect(await run()).toMatchObject({ told: 0 })
  await lists.import(readingOf('2', [listed('a'), listed('b')]), metaOf('2'))
  const folder = await mkdtemp(join(tmpdir(), 'cordon-warnings-'))
  await writeFile(join(folder, 'week-12.txt'), 'evil.example\n203.0.113.9\n')
  const { plans } = await planThreats([join(folder, 'week-12.txt')])
  await importThreatFile(scratch.store, plans[0]!, { actor: 'test', source: 'partner' })
  await rm(folder, { recursive: true })
  expect(await run()).toMatchObject({ told: 2, delivered: 2 })
  expect(await run()).toMatchObject({ told: 0 })
  const told = receiver.received.map(({ body }) => JSON.parse(body).data.warnings[0])
  expect(told.map(({ thing }) => thing).sort()).toEqual(['bundle:partner/week-12.txt#1', 'list:xx_test#2'])
  const list = told.find(({ kind }) => kind === 'list')
  expect(list).toMatchObject({ title: 'A test list: 1 added, 0 removed, 0 changed' })
  expect(list.data.entries).toMatchObject([{ kind: 'added', id: 'b' }])
})

describe('a receiver that fails', () => {
  it('is tried again under the same id with the same bytes, later each time, until it is dead; then by hand', async () => {
    await add()
    await put(grave())
    for (let tries = 0; tries < 10; tries++) {
      receiver.plan.push((response) => response.writeHead(503).end())
      await run()
      clock += 25 * hour
    }
    await run()
    expect(receiver.received).toHaveLength(10)
    const [dead] = (await scratch.store.warnings.deliveries({ state: 'dead' })).deliveries
    expect(dead).toMatchObject({ attempts: 10, outcome: '503 Service Unavailable' })
    expect(await scratch.store.warnings.retry(dead!.id, 'test')).toBe(1)
    await run()
    expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id']))).toEqual(
      new Set([dead!.id]),
    )
    expect(new Set(receiver.received.map(({ body }) => body)).size).toBe(1)
    expect(await scratch.store.warnings.delivery(dead!.id)).toMatchObject({ state: 'delivered' })
    await expect(scratch.store.warnings.retry(dead!.id, 'test')).rejects.toMatchObject({
      code: 'CORDON_WARNING_STATE',
    })
  })

  it('holds up no other one', async () => {
    const other = await startReceiver()
    await add({
      to: [receiver.url, other.url].map((address) => ({ kind: 'webhook', address, allowPrivate: true })),
    })
    await put(grave())
    receiver.plan.push(() => undefined)
    expect(await run()).toMatchObject({ delivered: 1, failed: 1 })
    expect(other.received).toHaveLength(1)
    await other.close()
  })

  it('in a private network is not asked unless the rule says so', async () => {
    await add({ to: [{ kind: 'webhook', address: receiver.url }] })
    await put(grave())
    expect(await run()).toMatchObject({ dead: 1 })
    expect(receiver.received).toEqual([])
  })

  it('of a rule that is removed gets nothing more; of one that is off it waits', async () => {
    const { stored } = await add()
    await put(grave())
    receiver.plan.push((response) => response.writeHead(500).end())
    await run()
    await scratch.store.warnings.rules.change(stored.id, rule({ enabled: false }), 'test')
    clock += hour
    expect(await run()).toMatchObject({ delivered: 0 })
    await scratch.store.warnings.rules.remove(stored.id, 'test')
    expect((await scratch.store.warnings.deliveries()).deliveries[0]).toMatchObject({ state: 'given-up' })
  })
})

it('is sent by one process at a time, and by the next one when that ends', async () => {
  const quiet = { error: () => undefined, info: () => undefined }
  const first = startWarnings(scratch.store, { smtp: undefined }, quiet)
  while ((await run()) !== undefined) await pause(20)
  await add()
  await put(grave())
  for (let tries = 0; receiver.received.length === 0 && tries < 500; tries++) await pause(20)
  expect(receiver.received).toHaveLength(1)
  await first.stop()
  expect(await run()).toBeDefined()
})

it('no event is thrown away before it was looked at', async () => {
  await add()
  const one = grave()
  await put(one)
  await scratch.store.events.prune(0)
  await run()
  expect(things()).toEqual([`finding:${one.id}`])
})

it('a sender that is killed again and again loses nothing and tells nothing twice', {
  timeout: 90_000,
}, async () => {
  await add()
  const all = Array.from({ length: 120 }, () => grave())
  let starts = 0
  const start = () =>
    startProgram(child, [JSON.stringify(scratch.config), scratch.database, String(++starts * hour)])
  for (let at = 0; at < all.length; at += 40) {
    await put(...all.slice(at, at + 20))
    // Some attempts fail, some break after the message came.
    receiver.plan.push(
      (response) => response.writeHead(500).end(),
      (_response, socket) => socket.destroy(),
    )
    const program = start()
    const came = receiver.received.length
    for (let tries = 0; receiver.received.length === came && tries < 400; tries++) await pause(10)
    await put(...all.slice(at + 20, at + 40))
    await pause(Math.random() * 60)
    await program.kill()
  }
  receiver.plan.length = 0
  const last = start()
  let idle = 0
  for await (const line of last.lines) if (JSON.parse(line).delivered === 0 && ++idle > 2) break
  await last.kill()
  // A receiver that drops what it has by its id sees each thing once.
  const messages = new Map(receiver.received.map(({ headers, body }) => [headers['webhook-id'], body]))
  const told = [...messages.values()].flatMap((body) =>
    JSON.parse(body).data.warnings.map(({ thing }: { thing: string }) => thing),
  )
  expect(told.sort()).toEqual(all.map(({ id }) => `finding:${id}`).sort())
  for (const { headers, body } of receiver.received) expect(messages.get(headers['webhook-id'])).toBe(body)
  expect((await scratch.store.audit.verify()).sound).toBe(true)
})

describe('over HTTP', () => {
  let app: FastifyInstance
  let url: string
  beforeAll(async () => {
    const known = new KnownHolder()
    const records = storeRecords(Promise.resolve(scratch.store), known)
    app = await buildApp(
      { version: '0.1.0', known, algorithms, records },
      { sender: { smtp: smtp(), timeout: 1_000 } },
    )
    await app.listen({ port: 0, host: '127.0.0.1' })
    url = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`
  })
  afterAll(() => app.close())
  // biome-ignore lint/suspicious/noExplicitAny: answers of many shapes
  const ask = async (method: string, path: string, body?: unknown, headers = {}): Promise<any> => {
    const response = await fetch(url + path, {
      method,
      headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    return { status: response.status, ...((await response.json()) as object) }
  }

  it('a rule is previewed, made, tried, changed and removed', async () => {
    await put(grave())
    const body = {
      name: 'r',
      when: { on: 'findings' },
      to: [{ kind: 'webhook', address: receiver.url, allowPrivate: true }],
    }
    const preview = await ask('POST', '/api/warnings/preview', body)
    const { total } = await scratch.store.findings.counts({ severity: 'high' })
    expect([preview.status, preview.count]).toEqual([200, total - 1])
    expect(preview.byDay.reduce((a: number, b: number) => a + b, 0)).toBe(total - 1)
    const made = await ask('POST', '/api/warnings/rules', body)
    const secret = made.secrets[receiver.url]
    expect(secret).toMatch(/^whsec_/)
    const { outcomes } = await ask('POST', `/api/warnings/rules/${made.rule.id}/test`)
    expect(outcomes).toEqual([{ kind: 'webhook', address: receiver.url, ok: true, outcome: '200 OK' }])
    expect(JSON.parse(receiver.received[0]!.body).type).toBe('cordon.test')
    const renewed = await ask('POST', '/api/warnings/secret', { address: receiver.url })
    expect(renewed.secret).not.toBe(secret)
    await ask('POST', `/api/warnings/rules/${made.rule.id}/test`)
    for (const one of [secret, renewed.secret]) {
      const { headers, body: sent } = receiver.received[1]!
      expect(isSigned(one, headers as unknown as SignedHeaders, sent, clock / 1_000)).toBe(true)
    }
    const changed = await ask('PUT', `/api/warnings/rules/${made.rule.id}`, { ...body, name: 'other' })
    expect([changed.rule.rule.name, changed.secrets]).toEqual(['other', {}])
    expect((await ask('DELETE', `/api/warnings/rules/${made.rule.id}`)).status).toBe(200)
    expect((await ask('DELETE', `/api/warnings/rules/${made.rule.id}`)).status).toBe(404)
    const actions = (await scratch.store.audit.entries({ limit: 10_000 })).map(({ action }) => action)
    for (const one of ['add', 'test', 'secret', 'change', 'remove'])
      expect(actions).toContain(`warning.${one}`)
    expect(JSON.stringify(await scratch.store.audit.entries({ limit: 10_000 }))).not.toContain('/hook')
  })

  it('a rule that makes no sense is refused with its place', async () => {
    const bad = { name: 'r', when: { on: 'findings' }, to: [{ kind: 'email', address: 'nobody' }] }
    expect((await ask('POST', '/api/warnings/rules', bad)).status).toBe(422)
    const zone = { ...bad, to: [{ kind: 'email', address: 'a@b.example' }], zone: 'Mars/Olympus' }
    expect(await ask('POST', '/api/warnings/rules', zone)).toMatchObject({ status: 422, where: 'body.zone' })
    const feed = { ...bad, to: [{ kind: 'feed', address: 'nobody' }] }
    expect(await ask('POST', '/api/warnings/rules', feed)).toMatchObject({
      status: 422,
      code: 'CORDON_WARNING_ACCOUNT',
    })
  })

  it('deliveries are told page by page, with what they tell of, and tried again', async () => {
    await add()
    await put(grave())
    receiver.plan.push((response) => response.writeHead(410).end())
    await run()
    const first = await ask('GET', '/api/warnings/deliveries?limit=1')
    const second = await ask('GET', `/api/warnings/deliveries?limit=1&cursor=${first.next}`)
    expect(first.deliveries[0].id).not.toBe(second.deliveries[0].id)
    const { delivery, items } = await ask('GET', `/api/warnings/deliveries/${first.deliveries[0].id}`)
    expect([delivery.state, items.length]).toEqual(['dead', 1])
    expect(await ask('POST', `/api/warnings/deliveries/${delivery.id}/retry`)).toMatchObject({ retried: 1 })
    expect(await run()).toMatchObject({ delivered: 1 })
    expect((await ask('POST', `/api/warnings/deliveries/${delivery.id}/retry`)).status).toBe(409)
    expect((await ask('GET', '/api/warnings/deliveries?cursor=x')).status).toBe(400)
  })

  it('a person has a feed of their own, whose address alone lets in, until it is made anew or they may no more', async () => {
    const { accounts, sessions } = scratch.store
    await accounts.add({ name: 'boss', display: '', role: 'administrator' }, 'test')
    await accounts.add({ name: 'kim', display: '', role: 'viewer' }, 'test')
    const { token } = await sessions.begin(
      'kim',
      { address: '', agent: '' },
      { limits: usualSessions, how: 'test' },
    )
    const mine = { cookie: `cordon-session-${new URL(url).port}=${token}`, origin: url }
    for (let tries = 0; tries < 100 && (await ask('GET', '/api/warnings/rules')).status !== 401; tries++)
      await pause(50)
    await add({ to: [{ kind: 'feed', address: 'kim' }] })
    await put(grave({ statement: 'A & B <i>may</i> be one.' }))
    await run()
    const { atom, rss } = await ask('POST', '/api/warnings/feed', undefined, mine)
    const read = (path: string, headers = {}) => fetch(url + path, { headers })
    const text = await (await read(atom)).text()
    expect(text).toContain('A &#38; B &#60;i&#62;may')
    expect((await (await read(rss)).text()).match(/<item>/g)).toHaveLength(1)
    const etag = (await read(atom)).headers.get('etag')!
    expect((await read(atom, { 'if-none-match': etag })).status).toBe(304)
    expect(await ask('GET', '/api/warnings/feed', undefined, mine)).toMatchObject({
      made: expect.any(String),
    })
    expect((await read(`/feeds/${'x'.repeat(43)}/atom.xml`)).status).toBe(404)
    const again = await ask('POST', '/api/warnings/feed', undefined, mine)
    expect([(await read(atom)).status, (await read(again.atom)).status]).toEqual([404, 200])
    // A viewer sees rules, but neither the whole address of a webhook nor a way to change it.
    await add()
    const { rules, mayChange } = await ask('GET', '/api/warnings/rules', undefined, mine)
    const hook = rules.find((one: { rule: { to: { kind: string }[] } }) => one.rule.to[0]?.kind === 'webhook')
    expect([mayChange, hook.rule.to[0].address]).toEqual([false, `${new URL(receiver.url).origin}/…`])
    expect((await ask('DELETE', `/api/warnings/rules/${rules[0].id}`, undefined, mine)).status).toBe(403)
    await accounts.setDisabled('kim', true, 'test')
    expect((await read(again.atom)).status).toBe(404)
  })
})
