import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ScratchStore, scratchStore } from '@cordon/testing'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { KnownHolder } from '../known/known.ts'
import { algorithms } from '../screening-algorithms.ts'
import { importThreatFile } from '../threats/import-threats.ts'
import { planThreats } from '../threats/plan-threats.ts'
import { buildApp } from './app.ts'
import { storeRecords } from './store-records.ts'

let scratch: ScratchStore
let app: FastifyInstance
let url: string
let folder: string

const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const objects = [
  {
    type: 'x-mitre-tactic',
    id: `x-mitre-tactic--${uuid(1)}`,
    name: 'Impact',
    x_mitre_shortname: 'impact',
    external_references: [{ source_name: 'mitre-attack', external_id: 'TA0040' }],
  },
  {
    type: 'attack-pattern',
    id: `attack-pattern--${uuid(2)}`,
    name: 'Data Destruction',
    kill_chain_phases: [{ kill_chain_name: 'mitre-attack', phase_name: 'impact' }],
    external_references: [
      { source_name: 'mitre-attack', external_id: 'T1485', url: 'https://attack.mitre.org/techniques/T1485' },
    ],
  },
  {
    type: 'intrusion-set',
    id: `intrusion-set--${uuid(3)}`,
    name: 'Lazarus Group',
    aliases: ['Labyrinth Chollima'],
    external_references: [{ source_name: 'mitre-attack', external_id: 'G0032' }],
  },
  {
    type: 'intrusion-set',
    id: `intrusion-set--${uuid(4)}`,
    name: 'Moonstone Sleet',
    aliases: ['Labyrinth Chollima'],
  },
  {
    type: 'relationship',
    id: `relationship--${uuid(5)}`,
    relationship_type: 'uses',
    source_ref: `intrusion-set--${uuid(3)}`,
    target_ref: `attack-pattern--${uuid(2)}`,
    description: 'It wiped disks.',
  },
  {
    type: 'indicator',
    id: `indicator--${uuid(6)}`,
    pattern: "[domain-name:value = 'evil.example']",
    valid_from: '2025-01-01T00:00:00Z',
  },
  {
    type: 'relationship',
    id: `relationship--${uuid(7)}`,
    relationship_type: 'indicates',
    source_ref: `indicator--${uuid(6)}`,
    target_ref: `intrusion-set--${uuid(3)}`,
  },
]

beforeAll(async () => {
  scratch = await scratchStore({ now: () => Date.parse('2025-01-02T00:00:00Z') })
  folder = await mkdtemp(join(tmpdir(), 'cordon-knowledge-'))
  await writeFile(join(folder, 'bundle.json'), JSON.stringify({ type: 'bundle', objects }))
  const { plans } = await planThreats([join(folder, 'bundle.json')])
  await importThreatFile(scratch.store, plans[0]!, { actor: 'test', source: 'example' })
  const known = new KnownHolder()
  app = await buildApp({
    version: '0.1.0',
    known,
    algorithms,
    records: storeRecords(Promise.resolve(scratch.store), known),
  })
  await app.listen({ port: 0, host: '127.0.0.1' })
  url = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}/api/knowledge`
})
afterAll(async () => {
  await app.close()
  await scratch.close()
  await rm(folder, { recursive: true, force: true })
})

// biome-ignore lint/suspicious/noExplicitAny: answers of many shapes
async function ask(path: string, body?: unknown): Promise<{ status: number; body: any }> {
  const init =
    body === undefined
      ? {}
      : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
  const response = await fetch(url + path, init)
  return { status: response.status, body: await response.json() }
}

describe('/api/knowledge', () => {
  it('tells what there is', async () => {
    expect((await ask('')).body).toMatchObject({
      indicators: 1,
      kinds: { domain: 1 },
      collections: [{ id: 'example/bundle.json', format: 'stix-bundle', seq: 1 }],
    })
  })

  it('gives ATT&CK as a matrix with who uses what', async () => {
    expect((await ask('/attack')).body).toEqual({
      tactics: [{ id: `x-mitre-tactic--${uuid(1)}`, code: 'TA0040', shortName: 'impact', name: 'Impact' }],
      techniques: [
        {
          id: `attack-pattern--${uuid(2)}`,
          code: 'T1485',
          name: 'Data Destruction',
          tactics: ['impact'],
          platforms: [],
        },
      ],
      groups: [
        {
          id: `intrusion-set--${uuid(3)}`,
          code: 'G0032',
          name: 'Lazarus Group',
          aliases: ['Labyrinth Chollima'],
          techniques: ['T1485'],
          campaignTechniques: [],
          attributedTo: [],
        },
      ],
    })
  })

  it('finds things by what anyone calls them', async () => {
    const { body } = await ask('/search?q=labyrinth%20chollima')
    expect(body.results.map(({ name }: { name: string }) => name).sort()).toEqual([
      'Lazarus Group',
      'Moonstone Sleet',
    ])
    expect((await ask('/search?q=evil%5B.%5Dexample')).body.indicator).toEqual({
      kind: 'domain',
      value: 'evil.example',
      known: true,
    })
  })

  it('gives a thing with all that is said of it, by id and by short id', async () => {
    const { body } = await ask('/objects/G0032')
    expect(body).toMatchObject({
      name: 'Lazarus Group',
      names: [
        { name: 'Lazarus Group', source: 'example' },
        { name: 'Labyrinth Chollima', also: [{ label: 'Moonstone Sleet', source: 'example' }] },
      ],
      techniques: [{ code: 'T1485', description: 'It wiped disks.', source: 'example' }],
      indicators: { counts: { domain: 1 }, first: [{ value: 'evil.example', state: 'active' }] },
    })
    expect((await ask(`/objects/intrusion-set--${uuid(3)}`)).body).toEqual(body)
    expect(await ask('/objects/G9999')).toMatchObject({ status: 404 })
  })

  it('gives an indicator with its sources, its worth and its warnings', async () => {
    expect((await ask('/indicator?value=hxxp%3A%2F%2Fevil%5B.%5Dexample')).body).toMatchObject({
      kind: 'domain',
      value: 'evil.example',
      known: true,
      state: 'active',
      claims: [
        {
          source: 'example',
          collection: 'example/bundle.json',
          about: [{ label: 'Lazarus Group' }],
          validFrom: '2025-01-01T00:00:00Z',
        },
      ],
      sightings: { total: 0 },
    })
    expect((await ask('/indicator?value=8.8.8.8')).body).toMatchObject({
      known: false,
      warnings: [{ setsAside: true }],
      claims: [],
    })
    expect(await ask('/indicator?value=abc&kind=sha256')).toMatchObject({
      status: 422,
      body: { code: 'CORDON_INDICATOR' },
    })
  })

  it('finds indicators in a text', async () => {
    expect(
      (await ask('/match', { text: 'it asked evil[.]example, not notevil.example' })).body,
    ).toMatchObject({
      total: 1,
      matches: [{ value: 'evil.example', defanged: true, how: 'itself', sources: ['example'] }],
    })
    expect(await ask('/match', { text: 'x', at: 'yesterday' })).toMatchObject({ status: 422 })
  })
})
