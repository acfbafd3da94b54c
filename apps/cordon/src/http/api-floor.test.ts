import type { AddressInfo } from 'node:net'
import { type ScratchStore, scratchStore } from '@cordon/testing'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testFinding } from '../events/testing-findings.ts'
import { KnownHolder } from '../known/known.ts'
import { algorithms } from '../screening-algorithms.ts'
import { buildApp } from './app.ts'
import { storeRecords } from './store-records.ts'
import { knownOf } from './testing-server.ts'

const now = Date.parse('2026-03-10T12:00:00Z')
let clock = now
let scratch: ScratchStore
let app: FastifyInstance
let url: string

beforeAll(async () => {
  scratch = await scratchStore({ now: () => clock })
  const known = new KnownHolder()
  known.swap(await knownOf())
  app = await buildApp({
    version: '0.1.0',
    known,
    algorithms,
    records: storeRecords(Promise.resolve(scratch.store), known),
  })
  await app.listen({ port: 0, host: '127.0.0.1' })
  url = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`
})
afterAll(async () => {
  await app.close()
  await scratch.close()
})

// biome-ignore lint/suspicious/noExplicitAny: answers of many shapes
async function ask(path: string, method = 'GET', body?: unknown): Promise<{ status: number; body: any }> {
  const response = await fetch(url + path, {
    method,
    ...(body !== undefined && {
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    }),
  })
  return { status: response.status, body: await response.json() }
}

describe('GET /api/floor', () => {
  it('counts by door, day and severity, and names what waits: the gravest, and what waits longest', async () => {
    const day = 86_400_000
    clock = now - 2 * day
    await scratch.store.findings.upsert([
      testFinding('old'),
      testFinding('decided', { severity: 'critical' }),
    ])
    clock = now
    const ship = { ...testFinding('ship', { severity: 'high' }), watch: 'maritime' as const }
    await scratch.store.findings.upsert([testFinding('new', { severity: 'low' }), ship])
    const decided = testFinding('decided').id
    await scratch.store.findings.decide({ findingId: decided, verdict: 'true', reason: 'so', who: 'ana' })
    const { body } = await ask('/api/floor?days=3')
    expect(body.from).toBe(Date.parse('2026-03-08'))
    const door = (watch: string) => body.doors.find((one: { watch: string }) => one.watch === watch)
    expect(door('screening')).toMatchObject({
      total: 3,
      undecided: 2,
      arrived: { low: [0, 0, 1], medium: [1, 0, 0], high: [0, 0, 0], critical: [1, 0, 0] },
      latest: '2026-03-10T12:00:00Z',
    })
    expect(door('maritime')).toMatchObject({ total: 1, undecided: 1, arrived: { high: [0, 0, 1] } })
    expect(door('payments')).toMatchObject({ total: 0, undecided: 0 })
    expect(body.urgent.map(({ severity }: { severity: string }) => severity)).toEqual([
      'high',
      'medium',
      'low',
    ])
    expect(body.oldest[0]).toMatchObject({ id: testFinding('old').id, arrived: '2026-03-08T12:00:00Z' })
    expect(body.running).toEqual([])
    // The three are of different parties: a case each, due by how grave they are.
    expect(body.due.map(({ severity }: { severity: string }) => severity)).toEqual(['high', 'medium', 'low'])
    expect(body.due[0]).toMatchObject({ findings: 1, overdue: false })
  })

  it('counts a single day by hours', async () => {
    const { body } = await ask('/api/floor?days=1')
    expect([body.bucket, body.doors[0].arrived.low.length]).toEqual([3_600_000, 24])
  })
})

describe('GET /api/find', () => {
  // biome-ignore lint/suspicious/noExplicitAny: answers of many shapes
  const group = (body: any, room: string) => body.groups.find((one: any) => one.room === room)

  it('asks every room', async () => {
    const { body } = await ask('/api/find?q=park')
    expect(body.groups.map(({ room }: { room: string }) => room)).toEqual([
      'entities',
      'cases',
      'findings',
      'payments',
      'vessels',
      'threats',
      'watched',
      'lists',
    ])
    expect(group(body, 'entities')).toMatchObject({
      state: 'answered',
      hits: [{ id: 'ofac-24918', title: 'PARK, Jin Hyok', kind: 'Person' }],
    })
  })

  it('finds a case by whom it is about', async () => {
    const { body } = await ask('/api/find?q=old&rooms=cases')
    expect(group(body, 'cases')).toMatchObject({ state: 'answered', hits: [{ kind: 'medium' }] })
  })

  it('finds a name with a letter wrong, and says that it is near', async () => {
    const { body } = await ask('/api/find?q=lazerus')
    expect(group(body, 'entities')).toMatchObject({ near: true, hits: [{ id: 'ofac-27307' }] })
  })

  it('finds findings by what they say, ships by number and name, lists by publisher', async () => {
    await scratch.store.database.pool.query(
      `insert into sea_vessel (mmsi, name, class, seen_at, body) values (445114000, 'WISE HONEST', 'A', 1, '{"imo":8905490}')`,
    )
    expect(group((await ask('/api/find?q=ship')).body, 'findings').hits).toMatchObject([
      { watch: 'maritime' },
    ])
    for (const q of ['445114', 'MMSI 445114000', 'honest', 'IMO 8905490'])
      expect(group((await ask(`/api/find?q=${encodeURIComponent(q)}`)).body, 'vessels').hits).toMatchObject([
        { id: '445114000', title: 'WISE HONEST' },
      ])
    expect(group((await ask('/api/find?q=ofac')).body, 'lists').hits).toMatchObject([{ id: 'us_ofac_sdn' }])
    expect(group((await ask('/api/find?q=100%25')).body, 'vessels').hits).toEqual([])
  })

  it('does not wait for a room that is late', async () => {
    const client = await scratch.store.database.connect()
    await client.query('begin')
    await client.query('lock table sea_vessel in access exclusive mode')
    const { body } = await ask('/api/find?q=honest&wait=50')
    expect(group(body, 'vessels')).toMatchObject({ state: 'late', hits: [] })
    expect(group(body, 'entities').state).toBe('answered')
    await client.query('rollback')
    await client.end()
  })
})

describe('the profile', () => {
  const profile = { institution: { name: 'Example Bank', bics: ['DEUTDEFF'] } }

  it('is empty until someone sets it, keeps every version, and is taken back', async () => {
    expect((await ask('/api/profile')).body).toMatchObject({ version: 0, profile: { accounts: [] } })
    const first = await ask('/api/profile', 'PUT', { profile, version: 0, note: 'first' })
    expect(first.body).toMatchObject({ version: 1, note: 'first', by: 'person:local' })
    const hosts = [{ name: 'PAY1', addresses: ['10.0.0.1'], roles: ['payment-server'] }]
    await ask('/api/profile', 'PUT', { profile: { ...profile, hosts }, version: 1 })
    const restored = await ask('/api/profile/versions/1/restore', 'POST', {})
    expect(restored.body).toMatchObject({ version: 3, profile: { hosts: [] } })
    expect((await ask('/api/profile/versions/2')).body.profile.hosts).toEqual(hosts)
    expect((await ask('/api/profile/versions')).body.versions).toHaveLength(3)
    const { entries } = (await ask('/api/audit?limit=1')).body
    expect(entries[0]).toMatchObject({
      action: 'profile.set',
      subject: 'profile 3',
      detail: { changes: [{ field: 'hosts[PAY1]', from: hosts[0] }], more: 0 },
    })
    expect((await ask('/api/audit/verify')).body.ok).toBe(true)
  })

  it('is not overwritten by who saw a former version, and makes no version where nothing changed', async () => {
    const late = await ask('/api/profile', 'PUT', { profile, version: 1 })
    expect([late.status, late.body.code]).toEqual([409, 'CORDON_PROFILE_CHANGED'])
    expect((await ask('/api/profile', 'PUT', { profile, version: 3 })).body.version).toBe(3)
  })

  it('is refused with the field where it is wrong', async () => {
    const wrong = {
      ships: [
        { name: 'A', imo: 1234568, interest: 'owned' },
        { name: 'B', interest: 'x' },
      ],
    }
    const { status, body } = await ask('/api/profile', 'PUT', {
      profile: { ...wrong, institution: { lei: '1' } },
    })
    expect([status, body.where]).toEqual([422, 'institution.lei'])
    const { body: checked } = await ask('/api/profile/check', 'POST', wrong)
    expect(checked.faults.map(({ field }: { field: string }) => field)).toEqual([
      'ships[0].imo',
      'ships[1].interest',
    ])
    expect((await ask('/api/profile/versions/99')).status).toBe(404)
  })

  it('goes out as YAML and comes in again the same', async () => {
    const text = await (await fetch(`${url}/api/profile.yaml`)).text()
    const { body } = await ask('/api/profile/read', 'POST', { text })
    expect(body).toEqual({ profile: (await ask('/api/profile')).body.profile, faults: [] })
    expect((await ask('/api/profile/read', 'POST', { text: 'a: [' })).body.code).toBe('CORDON_PROFILE_YAML')
  })

  it('takes days from a file of holidays', async () => {
    const { body } = await ask('/api/profile/calendar', 'POST', { text: 'day\n2026-01-01,New Year' })
    expect(body).toEqual({ days: ['2026-01-01'], rejects: [] })
  })
})

describe('settings', () => {
  it('hold for questions that name no threshold, and go to the audit log', async () => {
    const query = { queries: { q: { schema: 'Person', properties: { name: ['Pak Jin Hyok'] } } } }
    const matches = async (more = '') =>
      (await ask(`/match/default?cutoff=0${more}`, 'POST', query)).body.responses.q.results[0]
    const { score, match } = await matches()
    expect(match).toBe(score >= 0.7)
    const answer = await ask('/api/settings', 'PATCH', { matchThreshold: 1 })
    expect(answer.body.settings).toEqual({ matchThreshold: 1, matchCutoff: 0.5 })
    expect(answer.body.about).toMatchObject({
      version: '0.1.0',
      drop: [],
      store: expect.stringMatching(/^\d/),
    })
    await expect.poll(async () => (await matches()).match).toBe(false)
    expect((await matches('&threshold=0.1')).match).toBe(true)
    const { entries } = (await ask('/api/audit?limit=1')).body
    expect(entries[0]).toMatchObject({
      action: 'settings.set',
      subject: 'matchThreshold',
      detail: { from: 0.7, to: 1 },
    })
    expect((await ask('/api/settings', 'PATCH', { matchThreshold: 2 })).status).toBe(422)
  })
})
