import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { readers } from '@cordon/sources'
import { type ScratchStore, scratchStore } from '@cordon/testing'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { KnownFollower } from '../known/follow.ts'
import { KnownHolder } from '../known/known.ts'
import { importList } from '../lists/import-list.ts'
import { inputFile } from '../lists/input-files.ts'
import { planReadings } from '../lists/recognise.ts'
import { ensureStarter } from '../lists/starter.ts'
import { algorithms } from '../screening-algorithms.ts'
import { buildApp } from './app.ts'
import { storeRecords } from './store-records.ts'

const list = fileURLToPath(new URL('../cli/fixtures/list.ftm.json', import.meta.url))
let scratch: ScratchStore
let app: FastifyInstance
let follower: KnownFollower
let url: string

beforeAll(async () => {
  scratch = await scratchStore()
  await ensureStarter(scratch.store)
  const known = new KnownHolder()
  app = await buildApp({
    version: '0.1.0',
    known,
    algorithms,
    records: storeRecords(Promise.resolve(scratch.store), known),
  })
  await app.listen({ port: 0, host: '127.0.0.1' })
  url = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`
  follower = new KnownFollower(scratch.store, known, (error) => {
    throw error
  })
  await follower.start()
})
afterAll(async () => {
  await app.close()
  await follower.stop()
  await scratch.close()
})

// biome-ignore lint/suspicious/noExplicitAny: answers of many shapes
async function ask(path: string, init: RequestInit = {}): Promise<{ status: number; body: any }> {
  const headers = init.body ? { 'content-type': 'application/json' } : {}
  const response = await fetch(url + path, { headers, ...init })
  return { status: response.status, body: await response.json() }
}
const post = (path: string, body: unknown) => ask(path, { method: 'POST', body: JSON.stringify(body) })

async function until(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, 20))
}

describe('the console on a store', () => {
  it('begins with the starter, and says that it is no list', async () => {
    const { body } = await ask('/api/status')
    expect(body).toMatchObject({ ready: true, starterOnly: true, lists: 1, accounts: false, open: true })
    const { lists } = (await ask('/api/lists')).body
    expect(lists).toHaveLength(1)
    expect(lists[0]).toMatchObject({ source: 'dprk_starter', starter: true, rejected: 0 })
    expect(lists[0].targets).toBeGreaterThan(50)
    expect(lists[0].versions).toEqual([expect.objectContaining({ seq: 1, current: true })])
  })

  it('shows the relations of an entity, stepping over the link between the two', async () => {
    const { body } = await ask('/api/entities/ofac-24918')
    expect(body.links.length).toBeGreaterThan(0)
    for (const { via, entity } of body.links) expect(via.id).not.toBe(entity.id)
  })

  it('answers from a new list as soon as its import has committed, and from the whole of it', async () => {
    const match = () =>
      post('/match/default', { queries: { q: { schema: 'Vessel', properties: { imoNumber: '7937317' } } } })
    const [plan] = await planReadings([await inputFile(list)], readers)
    await importList(scratch.store, plan!, { actor: 'test' })
    await until(async () => 'test_list' in (await match()).body.versions)
    const { responses } = (await match()).body
    expect(responses.q.results.map(({ id }: { id: string }) => id)).toContain('t-3')
    expect((await ask('/api/status')).body).toMatchObject({ starterOnly: false, lists: 1 })
  })

  it('tells where the fetching of each list stands, with what is held back and what failed', async () => {
    const at = Date.parse('2026-01-02T03:04:05Z')
    await scratch.store.listFetches.put({
      name: 'test_list',
      url: 'https://example.org/list.xml',
      failures: 2,
      checkedAt: at,
      error: 'no answer',
      errorAt: at,
      held: { sha256: 'ab', bytes: 7, reason: 'it lost a fifth', at },
    })
    const { body } = await ask('/api/lists/updates')
    const found = body.lists.find(({ name }: { name: string }) => name === 'test_list')
    expect(found).toMatchObject({
      failures: 2,
      error: 'no answer',
      checked: '2026-01-02T03:04:05Z',
      held: { reason: 'it lost a fifth' },
    })
    expect(body.lists.map(({ name }: { name: string }) => name)).toContain('un_sc_sanctions')
    const { lists } = (await ask('/api/lists')).body
    expect(lists.find(({ source }: { source: string }) => source === 'test_list').fetch).toEqual(found)
  })

  it('answers no more from the starter once a real list is loaded, and shows it still', async () => {
    const query = { queries: { q: { schema: 'Person', properties: { name: ['Park Jin Hyok'] } } } }
    const { versions, responses } = (await post('/match/default', query)).body
    expect(Object.keys(versions)).toEqual(['test_list'])
    for (const { datasets } of responses.q.results) expect(datasets).toEqual(['test_list'])
    expect((await ask('/search/default?q=kimsuky')).body.total.value).toBe(0)
    expect((await ask('/entities/ofac-24918')).status).toBe(404)
    expect((await post('/match/dprk_starter', query)).status).toBe(404)
    const { lists } = (await ask('/api/lists')).body
    expect(
      lists.map(({ source, starter }: { source: string; starter: boolean }) => [source, starter]),
    ).toEqual([
      ['dprk_starter', true],
      ['test_list', false],
    ])
  })

  it('shows an entity with every fact, who says it and since which version, and its designations', async () => {
    const { body } = await ask('/api/entities/t-1')
    expect(body.statements).toContainEqual(
      expect.objectContaining({
        property: 'birthDate',
        label: 'Birth date',
        value: '1984-08-15',
        source: 'test_list',
      }),
    )
    for (const { firstSeen, lastSeen } of body.statements) expect(firstSeen && lastSeen).toBeTruthy()
    expect(body.sanctions).toEqual([
      expect.objectContaining({
        id: 't-4',
        authority: 'Test authority',
        program: 'DPRK3',
        listingDate: '2018-09-06',
      }),
    ])
  })

  it('names the records that could not be read of a version, and answers 404 for one that is not there', async () => {
    expect((await ask('/api/lists/test_list/versions/1/rejects')).body).toEqual({ rejects: [], total: 0 })
    expect((await ask('/api/lists/test_list/versions/9/rejects')).status).toBe(404)
  })

  it('keeps what a watched party meets as a finding, once, until a person decides it', async () => {
    const party = {
      schema: 'Person',
      properties: { name: ['Park Jin-hyok'], passportNumber: ['290333974'] },
      storeAs: 'customer-1',
    }
    const screened = await post('/api/screen', party)
    expect(screened.body).toMatchObject({ stored: true })
    await post('/api/screen', party)
    const { findings, counts } = (await ask('/api/findings')).body
    expect(findings.length).toBe(counts.undecided)
    const finding = findings.find((one: { matches: { id: string }[] }) =>
      one.matches.some(({ id }) => id === 't-1'),
    )
    expect(finding.subjects).toEqual([expect.objectContaining({ kind: 'party', id: 'customer-1' })])
    expect(finding.knowledgeVersions).toHaveProperty('test_list')

    const path = `/api/findings/${finding.id}/decision`
    expect((await post(path, { verdict: 'true', reason: '  ' })).status).toBe(422)
    const decided = await post(path, { verdict: 'true', reason: 'the passport is the same' })
    expect(decided.body.decision).toMatchObject({
      verdict: 'true',
      reason: 'the passport is the same',
      revision: finding.revision,
    }) // prettier-ignore
    expect(
      (await ask('/api/findings?verdict=true')).body.findings.map(({ id }: { id: string }) => id),
    ).toEqual([finding.id]) // prettier-ignore

    const undone = await ask(path, { method: 'DELETE' })
    expect([undone.status, undone.body.decision]).toEqual([200, undefined])
    expect((await ask(path, { method: 'DELETE' })).status).toBe(409)
    expect((await post('/api/findings/none/decision', { verdict: 'true', reason: 'x' })).status).toBe(404)
  })

  it('has a log of all that, latest first, whose chain holds', async () => {
    const { entries, next } = (await ask('/api/audit?limit=2')).body
    expect(entries.map(({ action }: { action: string }) => action)).toEqual([
      'finding.undo',
      'finding.decide',
    ])
    const older = (await ask(`/api/audit?limit=50&cursor=${next}`)).body
    expect(older.entries.map(({ action }: { action: string }) => action)).toEqual([
      'case.join',
      'lists.import',
      'lists.import',
    ])
    expect(older.next).toBeUndefined()
    expect((await ask('/api/audit/verify')).body).toMatchObject({ ok: true, entries: 5 })
    expect((await ask('/api/audit?cursor=x')).status).toBe(400)
  })
})
