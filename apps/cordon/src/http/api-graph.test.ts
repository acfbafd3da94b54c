import type { AddressInfo } from 'node:net'
import { type Finding, findingId, type Ref } from '@cordon/model'
import { type ScratchStore, scratchStore } from '@cordon/testing'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { KnownFollower } from '../known/follow.ts'
import { KnownHolder } from '../known/known.ts'
import { ensureStarter } from '../lists/starter.ts'
import { algorithms } from '../screening-algorithms.ts'
import { buildApp } from './app.ts'
import { storeRecords } from './store-records.ts'

let scratch: ScratchStore
let app: FastifyInstance
let follower: KnownFollower
let url: string

const meeting = Date.UTC(2018, 0, 20)
const ref = (kind: Ref['kind'], id: string, label = id): Ref => ({ kind, id, label })

function finding(watch: Finding['watch'], subject: Ref, match: Ref): Finding {
  const key = { watch, rule: 'a-rule', subjects: [subject], matches: [match], anchor: 'x' }
  return {
    ...key,
    id: findingId(key),
    revision: 1,
    state: 'open',
    ruleVersion: '1',
    severity: 'high',
    score: 0.9,
    window: { start: meeting },
    evidence: [],
    knowledgeVersions: {},
    marking: 'TLP:AMBER',
    statement: `${subject.label} meets ${match.label}`,
  }
}

beforeAll(async () => {
  scratch = await scratchStore()
  await ensureStarter(scratch.store)
  const known = new KnownHolder()
  const records = storeRecords(Promise.resolve(scratch.store), known)
  app = await buildApp({ version: '0.1.0', known, algorithms, records })
  await app.listen({ port: 0, host: '127.0.0.1' })
  url = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`
  follower = new KnownFollower(scratch.store, known, (error) => {
    throw error
  })
  await follower.start()
  await scratch.store.sea.add({
    pieces: [],
    sightings: [],
    ships: [
      { mmsi: 445000001, name: 'A TANKER', imo: '8916580', spans: [] },
      { mmsi: 353000002, name: 'A CARRIER', spans: [] },
    ],
    events: [
      {
        id: 'meeting-1',
        kind: 'encounter',
        mmsi: 353000002,
        other: 445000001,
        start: meeting,
        end: meeting + 6 * 3_600_000,
      } as never,
    ],
  })
})
afterAll(async () => {
  await app.close()
  await follower.stop()
  await scratch.close()
})

// biome-ignore lint/suspicious/noExplicitAny: answers of many shapes
async function ask(path: string): Promise<{ status: number; body: any }> {
  const response = await fetch(url + path)
  return { status: response.status, body: await response.json() }
}
const query = (route: string, parameters: Record<string, string>) =>
  ask(`/api/graph/${route}?${new URLSearchParams({ fresh: 'true', ...parameters })}`)
// biome-ignore lint/suspicious/noExplicitAny: answers of many shapes
const told = (steps: any[]) => steps.map(({ from, words, to }) => `${from.id} ${words} ${to.id}`)

describe('the graph', () => {
  it('says where a list and threat intelligence mean one thing, who says so, and on what it rests', async () => {
    const { body } = await query('paths', {
      from: 'ofac-24918',
      to: 'intrusion-set--c93fccb1-e8e8-42cf-ae33-2ad1d183913a',
    })
    expect(told(body.paths[0].steps)).toEqual([
      'ofac-24918 belongs to ofac-27307',
      'ofac-27307 is the same as intrusion-set--c93fccb1-e8e8-42cf-ae33-2ad1d183913a',
    ])
    const [first, second] = body.paths[0].steps
    expect(first).toMatchObject({ source: 'us_doj', confidence: 0.9 })
    expect(second).toMatchObject({ source: 'mitre_attack' })
    expect(second.note).toContain('sm774')
  })

  it('leads from a payment over who owns a ship to a ship that it met', async () => {
    const company = ref('party', 'customer-7', 'A Company Ltd')
    await scratch.store.findings.upsert([
      finding('payments', company, ref('vessel', 'mmsi:353000002', 'A CARRIER')),
    ])
    const { body } = await query('paths', { from: 'customer-7', to: 'imo:8916580' })
    const [meets, ...rest] = body.paths[0].steps.slice(1)
    expect(body.paths[0].steps[0]).toMatchObject({ words: 'is the subject of', to: { kind: 'finding' } })
    expect(meets).toMatchObject({ words: 'matches', to: { id: 'mmsi:353000002' } })
    expect(told(rest)).toEqual([
      'mmsi:353000002 met at sea mmsi:445000001',
      'mmsi:445000001 transmits the number imo:8916580',
    ])
    expect(rest[0]).toMatchObject({ since: '2018-01-20T00:00:00Z', note: '6.0 hours', record: 'meeting-1' })
  })

  it('tells what a thing is exposed to, with the way there', async () => {
    const host = ref('host', 'srv-1')
    await scratch.store.findings.upsert([
      finding('cyber', host, ref('entity', 'ofac-27307', 'Lazarus Group')),
    ])
    const { body } = await query('exposure', { of: 'host:srv-1', hops: '3' })
    expect(body.designated).toBe(false)
    const group = body.exposures.find((one: { to: { id: string } }) => one.to.id === 'ofac-27307')
    expect(group).toMatchObject({ hops: 2 })
    expect(group.share).toBeCloseTo(0.8 * 0.8 * 0.9, 5)
  })

  it('pages and narrows what a thing is linked to', async () => {
    const { body } = await query('neighbours', { of: 'Lazarus Group', kind: 'stix' })
    expect(body.links.map((one: { step: { to: { kind: string } } }) => one.step.to.kind)).toEqual(['stix'])
    expect(body.byKind).toEqual({ stix: 1 })
    expect(Date.parse(body.builtAt)).not.toBeNaN()
  })

  it('says what is not linked, and which of several are meant', async () => {
    expect(await query('neighbours', { of: 'no such thing' })).toMatchObject({
      status: 404,
      body: { code: 'CORDON_GRAPH_UNKNOWN' },
    })
    await scratch.store.findings.upsert([
      finding('cyber', ref('host', 'one', 'Twin'), ref('rule', 'r')),
      finding('cyber', ref('host', 'two', 'Twin'), ref('rule', 'r')),
    ])
    const { status, body } = await query('neighbours', { of: 'twin' })
    expect(status).toBe(409)
    expect(body.remedy).toContain('host:one, host:two')
  })

  it('refuses what is no question', async () => {
    for (const bad of ['hops=0', 'hops=99', 'at=yesterday', 'least=2', 'limit=1e9'])
      expect((await ask(`/api/graph/exposure?of=ofac-27307&${bad}`)).status).toBe(422)
    expect((await ask('/api/graph/paths?from=a')).status).toBe(422)
  })
})
