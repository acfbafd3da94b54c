import type { AddressInfo } from 'node:net'
import { type ScratchStore, scratchStore } from '@cordon/testing'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildApp } from '../http/app.ts'
import { storeRecords } from '../http/store-records.ts'
import { KnownHolder } from '../known/known.ts'
import { algorithms } from '../screening-algorithms.ts'
import { foundFinding } from '../store/testing-findings.ts'
import { taxiiCollections, taxiiPages } from './client.ts'
import { importTaxii } from './import-feed.ts'
import { taxiiType } from './media.ts'
import { type HostileServer, hostileServer } from './testing-hostile.ts'

let scratch: ScratchStore
let app: FastifyInstance
let hostile: HostileServer
let url: string
const keys: Record<string, string> = {}
let collection: { id: string }

beforeAll(async () => {
  scratch = await scratchStore()
  const { store } = scratch
  hostile = await hostileServer()
  const known = new KnownHolder()
  app = await buildApp({
    version: '0.1.0',
    known,
    algorithms,
    records: storeRecords(Promise.resolve(store), known),
  })
  await app.listen({ port: 0, host: '127.0.0.1' })
  url = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`
  await store.accounts.add({ name: 'ann', display: 'Ann', role: 'administrator' }, 'test')
  const key = async (
    name: string,
    ...scopes: ('read:shared' | 'write:shared' | 'share' | 'approve' | 'read')[]
  ) => {
    keys[name] = (await store.apiKeys.create({ title: name, scopes }, 'test')).text
  }
  await key('partner', 'read:shared')
  await key('writer', 'read:shared', 'write:shared')
  await key('analyst', 'read', 'share')
  await key('approver', 'read', 'share', 'approve')
  collection = await store.taxii.create(
    { name: 'partners', title: 'For partners', tlp: 'TLP:GREEN', canWrite: true },
    'test',
  )
  await store.findings.upsert([
    foundFinding('Hanul', 'Listed', {
      severity: 'high',
      marking: 'TLP:GREEN',
      matches: [{ kind: 'indicator', id: 'domain:evil.example', label: 'evil.example' }],
    }),
    foundFinding('Hanul', 'Secret', { marking: 'TLP:RED' }),
  ])
})
afterAll(async () => {
  await app.close()
  await hostile.close()
  await scratch.close()
})

const basic = (key: string) => `Basic ${Buffer.from(`anyone:${keys[key]}`).toString('base64')}`
async function ask(path: string, init: RequestInit & { key?: string } = {}) {
  const { key = 'writer', headers, ...rest } = init
  const response = await fetch(path.startsWith('http') ? path : url + path, {
    ...rest,
    headers: { accept: taxiiType, authorization: basic(key), ...headers },
  })
  const text = await response.text()
  return {
    status: response.status,
    headers: response.headers,
    text,
    // biome-ignore lint/suspicious/noExplicitAny: answers of many shapes
    body: (text.startsWith('{') ? JSON.parse(text) : {}) as any,
  }
}
const objectsPath = (id = collection.id) => `/taxii2/cordon/collections/${id}/objects/`
const add = (objects: unknown[], more: RequestInit & { key?: string } = {}) =>
  ask(objectsPath(), {
    method: 'POST',
    body: JSON.stringify({ objects }),
    ...more,
    headers: { 'content-type': taxiiType },
  })
const tool = (n: number, more: Record<string, unknown> = {}) => ({
  type: 'tool',
  spec_version: '2.1',
  id: `tool--${String(n).padStart(8, '0')}-0000-4000-8000-000000000000`,
  created: '2026-01-01T00:00:00.000Z',
  modified: '2026-01-01T00:00:00.000Z',
  name: `tool ${n}`,
  ...more,
})
const client = {
  allowPrivate: true,
  user: 'x',
  get password() {
    return keys.partner!
  },
}

describe('the TAXII server', () => {
  it('is found by discovery, with a key as the password of HTTP Basic or as bearer, and with none not at all', async () => {
    const { body, headers } = await ask('/taxii2/', { key: 'partner' })
    expect(headers.get('content-type')).toBe(taxiiType)
    const root = await ask(body.default, { key: 'partner' })
    expect(root.body).toMatchObject({ versions: [taxiiType] })
    const bearer = await ask('/taxii2/cordon/collections/', {
      headers: { authorization: `Bearer ${keys.partner}` },
    })
    expect(bearer.body.collections).toMatchObject([{ id: collection.id, can_read: true, can_write: true }])
    const none = await fetch(`${url}/taxii2/`)
    expect([none.status, none.headers.get('www-authenticate')]).toEqual([
      401,
      expect.stringContaining('Basic'),
    ])
    expect(await none.json()).toMatchObject({ http_status: '401', error_code: 'CORDON_SIGN_IN' })
    // Elsewhere Basic opens nothing, and a partner's key nothing but this.
    expect((await ask('/api/cases')).status).toBe(401)
    expect((await ask('/api/cases', { headers: { authorization: `Bearer ${keys.partner}` } })).status).toBe(
      403,
    )
  })

  it('speaks TAXII 2.1 alone', async () => {
    expect(
      (await ask('/taxii2/', { headers: { accept: 'application/taxii+json;version=2.0' } })).status,
    ).toBe(406)
    expect((await ask('/taxii2/', { headers: { accept: 'text/html' } })).status).toBe(406)
    expect((await ask('/taxii2/', { headers: { accept: '*/*' } })).status).toBe(200)
    const other = await ask(objectsPath(), {
      method: 'POST',
      body: '{"objects":[]}',
      headers: { 'content-type': 'application/json' },
    })
    expect(other.status).toBe(415)
  })

  it('keeps what partners add, each object with what came of it, and never the half of one', async () => {
    const sound = [
      tool(1),
      tool(2),
      tool(3),
      { type: 'ipv4-addr', id: 'ipv4-addr--00000000-0000-5000-8000-000000000001', value: '192.0.2.1' },
    ]
    const bad = [
      'text',
      { ...tool(4), id: 'tool--x' },
      tool(5, { modified: '2999-01-01T00:00:00.000Z' }),
      tool(6, { modified: 'yesterday' }),
      {
        type: 'relationship',
        id: 'relationship--00000000-0000-4000-8000-000000000001',
        created: '2026-01-01T00:00:00Z',
        modified: '2026-01-01T00:00:00Z',
      },
      tool(1, { name: 'another' }),
    ]
    const { status, body } = await add([...sound, ...bad])
    expect(status).toBe(202)
    expect(body).toMatchObject({
      status: 'complete',
      total_count: 10,
      success_count: 4,
      failure_count: 6,
      pending_count: 0,
    })
    expect(body.failures.map(({ message }: { message: string }) => message.split(':')[0]).sort()).toEqual([
      'STIX_BAD_ID', 'STIX_BAD_VALUE', 'STIX_DUPLICATE', 'STIX_FUTURE_DATE', 'STIX_MISSING_MEMBER', 'STIX_MISSING_MEMBER',
    ]) // biome-ignore format: a list
    expect((await ask(`/taxii2/cordon/status/${body.id}/`)).body).toMatchObject({
      id: body.id,
      success_count: 4,
    })
    expect((await add([tool(9)], { key: 'partner' })).status).toBe(403)
    for (const text of ['', 'x', '{}', '{"objects":{}}', `{"objects":${'['.repeat(500)}${']'.repeat(500)}}`])
      expect(
        (await ask(objectsPath(), { method: 'POST', body: text, headers: { 'content-type': taxiiType } }))
          .status,
      ).toBe(422)
  })

  it('gives pages that go on in one order, with unique times of addition, and stop', async () => {
    await add(Array.from({ length: 25 }, (_, n) => tool(100 + n)))
    const seen: string[] = []
    let path = `${objectsPath()}?limit=7`
    for (let pages = 0; pages < 20; pages++) {
      const { body, headers } = await ask(path)
      seen.push(...body.objects.map(({ id }: { id: string }) => id))
      expect(headers.get('x-taxii-date-added-first')! <= headers.get('x-taxii-date-added-last')!).toBe(true)
      if (!body.more) break
      path = `${objectsPath()}?limit=7&next=${body.next}`
    }
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen).toHaveLength(29)
    const { body: manifest } = await ask(`/taxii2/cordon/collections/${collection.id}/manifest/?limit=100`)
    const times = manifest.objects.map(({ date_added }: { date_added: string }) => date_added)
    expect([...new Set(times)].sort()).toEqual(times)
    // After the time of the last object there is nothing, and after that of the one before only the last.
    expect((await ask(`${objectsPath()}?added_after=${times.at(-1)}`)).body).toEqual({})
    expect((await ask(`${objectsPath()}?added_after=${times.at(-2)}`)).body.objects).toHaveLength(1)
    for (const query of ['next=xyz', 'limit=0', 'added_after=today', 'match[version]=best'])
      expect((await ask(`${objectsPath()}?${query}`)).status).toBe(400)
  })

  it('filters by id, type and version, tells versions, and deletes', async () => {
    await add([
      tool(2, { modified: '2026-02-01T00:00:00.000Z', name: 'newer' }),
      tool(2, { modified: '2025-12-31T00:00:00.000Z', created: '2025-12-31T00:00:00.000Z', name: 'older' }),
    ])
    const names = async (query: string) =>
      (await ask(`${objectsPath()}?${query}`)).body.objects?.map(({ name }: { name: string }) => name) ?? []
    const id = tool(2).id
    expect(await names(`match[id]=${id}`)).toEqual(['newer'])
    expect(await names(`match[id]=${id}&match[version]=first`)).toEqual(['older'])
    expect(await names(`match[id]=${id}&match[version]=all`)).toEqual(['tool 2', 'newer', 'older'])
    expect(await names(`match[id]=${id}&match[version]=2026-01-01T00:00:00Z,last`)).toEqual([
      'tool 2',
      'newer',
    ])
    expect(await names('match[type]=ipv4-addr,malware&match[spec_version]=2.1')).toHaveLength(1)
    const versions = await ask(`${objectsPath()}${id}/versions/`)
    expect(versions.body.versions).toEqual([
      '2025-12-31T00:00:00.000000Z',
      '2026-01-01T00:00:00.000000Z',
      '2026-02-01T00:00:00.000000Z',
    ])
    await ask(`${objectsPath()}${id}/?match[version]=last`, { method: 'DELETE' })
    expect(await names(`match[id]=${id}`)).toEqual(['tool 2'])
    expect((await ask(`${objectsPath()}${id}/`, { method: 'DELETE' })).status).toBe(200)
    expect((await ask(`${objectsPath()}${id}/`)).status).toBe(404)
    expect((await ask(objectsPath('00000000-0000-4000-8000-000000000000'))).status).toBe(404)
  })
})

describe('a case', () => {
  const post = (path: string, body: unknown, key: string) =>
    ask(path, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json', authorization: `Bearer ${keys[key]}` },
    })

  it('is previewed, goes into a collection at a marking, and is in the log', async () => {
    const { body: preview } = await ask('/api/cases/1/export/preview?tlp=TLP:GREEN', {
      headers: { authorization: `Bearer ${keys.analyst}` },
    })
    expect(preview).toMatchObject({ counts: { findings: 1 }, held: { findings: 1 }, mayRelease: true })
    expect(JSON.stringify(preview)).not.toContain('Secret')
    expect(
      (await post('/api/cases/1/share', { collection: 'partners', tlp: 'TLP:AMBER' }, 'approver')).status,
    ).toBe(422)
    expect(
      (await post('/api/cases/1/share', { collection: 'partners', tlp: 'TLP:AMBER' }, 'analyst')).status,
    ).toBe(403)
    const shared = await post('/api/cases/1/share', { collection: 'partners', tlp: 'TLP:GREEN' }, 'analyst')
    expect(shared.body).toMatchObject({ collection: 'partners', withdrawn: 0 })
    const { body } = await ask(`${objectsPath()}?match[type]=indicator,grouping`, { key: 'partner' })
    expect(body.objects.map(({ type }: { type: string }) => type).sort()).toEqual(['grouping', 'indicator'])
    const all = await ask(`${objectsPath()}?limit=1000`, { key: 'partner' })
    expect(all.text).not.toContain('Secret')
    const [event] = await scratch.store.cases.events(1)
    expect(event).toMatchObject({ kind: 'share', body: { collection: 'partners', tlp: 'TLP:GREEN' } })
    expect(
      (await scratch.store.audit.entries({ limit: 100 })).filter(({ action }) => action === 'case.share'),
    ).toHaveLength(1)
  })

  it('takes out of the collection what it no longer shares', async () => {
    const { findings } = await scratch.store.cases.findings(1)
    const green = findings.find(({ finding }) => finding.marking === 'TLP:GREEN')!.finding
    await scratch.store.findings.upsert([{ ...green, revision: 2, marking: 'TLP:RED' }])
    const again = await post('/api/cases/1/share', { collection: 'partners', tlp: 'TLP:GREEN' }, 'analyst')
    expect(again.body.withdrawn).toBeGreaterThan(3)
    expect((await ask(`${objectsPath()}?match[type]=indicator`)).body).toEqual({})
    await scratch.store.findings.upsert([{ ...green, revision: 3 }])
  })

  it('leaves as a file in every form, above TLP:GREEN by an approver alone', async () => {
    for (const format of [
      'html',
      'pdf',
      'stix',
      'misp',
      'csv',
      'goaml',
      'ofac-blocking',
      'ofac-rejected',
      'ofac-annual',
    ]) {
      const { status, headers, text } = await post(
        `/api/cases/1/export/${format}`,
        { tlp: 'TLP:GREEN', language: 'ko' },
        'analyst',
      )
      expect([format, status, headers.get('content-disposition')?.startsWith('attachment')]).toEqual([
        format,
        200,
        true,
      ])
      expect(text).not.toContain('Secret')
      if (format === 'pdf') expect(text.startsWith('%PDF-')).toBe(true)
    }
    expect((await post('/api/cases/1/export/stix', { tlp: 'TLP:RED' }, 'analyst')).status).toBe(403)
    const { text } = await post('/api/cases/1/export/stix', { tlp: 'TLP:RED' }, 'approver')
    expect(text).toContain('Secret')
    expect((await post('/api/cases/77/export/stix', { tlp: 'TLP:GREEN' }, 'analyst')).status).toBe(404)
  })
})

describe('the TAXII client', () => {
  const here = () => `${url}/taxii2/cordon/collections/${collection.id}/`

  it('reads our own server into the store, and then only what is new', async () => {
    expect(await taxiiCollections(`${url}/taxii2/`, client)).toMatchObject([{ id: collection.id }])
    const { store } = scratch
    const read = () =>
      importTaxii(store, {
        ...client,
        password: keys.partner!,
        perPage: 5,
        address: `taxii:${here()}`,
        actor: 'test',
      })
    const first = await read()
    expect(first).toMatchObject({ outcome: 'imported' })
    expect(first.received).toBeGreaterThan(28)
    expect(await read()).toMatchObject({ outcome: 'known', received: 0 })
    await add([tool(500), tool(501)])
    expect(await read()).toMatchObject({
      outcome: 'imported',
      received: 2,
      changes: { added: 2, removed: 0 },
    })
    const local = await importTaxii(store, { address: 'taxii:local/partners', actor: 'test' })
    expect(local).toMatchObject({ outcome: 'imported', id: 'shared_partners/partners' })
  })

  it('asks no private address unless it is told to, follows no redirect, and sends no credentials elsewhere', async () => {
    await expect(all(here(), { ...client, allowPrivate: false })).rejects.toMatchObject({
      code: 'CORDON_FETCH_ADDRESS',
    })
    await expect(all(hostile.at('redirect'))).rejects.toMatchObject({ code: 'CORDON_FETCH_REDIRECT' })
    await expect(taxiiCollections(hostile.at('elsewhere'), client)).rejects.toMatchObject({
      code: 'CORDON_TAXII_ANSWER',
    })
  })

  it.each([
    ['same-next', 'CORDON_TAXII_LOOP'],
    ['empty-more', 'CORDON_TAXII_LOOP'],
    ['no-way', 'CORDON_TAXII_LOOP'],
    ['endless', 'CORDON_TAXII_ENDLESS'],
    ['html', 'CORDON_TAXII_TYPE'],
    ['old', 'CORDON_TAXII_TYPE'],
    ['not-json', 'CORDON_TAXII_ANSWER'],
    ['deep', 'CORDON_TAXII_ANSWER'],
    ['no-list', 'CORDON_TAXII_ANSWER'],
    ['huge', 'CORDON_TAXII_SIZE'],
    ['stall', 'CORDON_FETCH_BROKEN'],
    ['drip', 'CORDON_FETCH_BROKEN'],
    ['break', 'CORDON_FETCH_BROKEN'],
    ['error', 'CORDON_TAXII_STATUS'],
  ])('comes to an end with a server that misbehaves: %s', async (path, code) => {
    const options = { ...client, maxObjects: 50, maxPageBytes: 100_000, idleTimeout: 300, pageTime: 900 }
    await expect(all(hostile.at(path), options)).rejects.toMatchObject({ code })
  })

  it('goes on after the last whole page, and imports nothing before it is whole', async () => {
    const { store } = scratch
    const address = `taxii:${hostile.at('broken-once')}`
    const read = () =>
      importTaxii(store, {
        ...client,
        password: 'p',
        idleTimeout: 500,
        address,
        actor: 'test',
        source: 'broken_once',
      })
    await expect(read()).rejects.toMatchObject({ code: 'CORDON_FETCH_BROKEN' })
    expect((await store.threats.collections()).some(({ source }) => source === 'broken_once')).toBe(false)
    expect(await read()).toMatchObject({ outcome: 'imported', received: 2 })
    expect(hostile.asked('broken-once').map((query) => new URLSearchParams(query).get('next'))).toEqual([
      null,
      '2',
      '2',
    ])
  })
})

async function all(address: string, options = client as Parameters<typeof taxiiPages>[1]) {
  const objects: unknown[] = []
  for await (const page of taxiiPages(address, options)) objects.push(...page.objects)
  return objects
}
