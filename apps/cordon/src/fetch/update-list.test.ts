import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { type ScratchStore, scratchStore } from '@cordon/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ListsConfig, listsConfig } from './lists-config.ts'
import type { Publisher } from './publishers.ts'
import { type ListServer, listServer } from './testing-list-server.ts'
import { acceptHeld, type UpdateContext, updateList } from './update-list.ts'
import { publishersNamed, updateLists } from './update-lists.ts'

let server: ListServer
let scratch: ScratchStore
let folder: string
beforeAll(async () => {
  server = await listServer()
  scratch = await scratchStore()
  folder = await mkdtemp(join(tmpdir(), 'cordon-update-'))
})
afterAll(async () => {
  await server.close()
  await scratch.close()
  await rm(folder, { recursive: true, force: true })
})

/** A UN list of so many made-up entities. */
const unList = (count: number, day = '2026-02-27') =>
  `<CONSOLIDATED_LIST dateGenerated="${day}T00:00:00.000Z"><INDIVIDUALS/><ENTITIES>${Array.from(
    { length: count },
    (_, i) =>
      `<ENTITY><DATAID>${i}</DATAID><FIRST_NAME>Example ${i}</FIRST_NAME><UN_LIST_TYPE>DPRK</UN_LIST_TYPE><REFERENCE_NUMBER>KPe.${i}</REFERENCE_NUMBER><ENTITY_ADDRESS><STREET>${i} Street</STREET></ENTITY_ADDRESS></ENTITY>`,
  ).join('')}</ENTITIES></CONSOLIDATED_LIST>`

const publisher = (name: string, url: string, more: Partial<Publisher> = {}): Publisher => ({
  name,
  title: name,
  url,
  kind: 'file',
  format: 'un-consolidated-xml',
  allowPrivate: true,
  maxLoss: 0.2,
  ...more,
})
const context = (config: Partial<ListsConfig> = {}): UpdateContext => ({
  store: scratch.store,
  config: { drop: [], keepRaw: 3, publishers: [], folder, ...config },
  actor: 'test',
  transfer: { pause: 1, idleTimeout: 300, attempts: 2 },
})
const current = async (name: string) =>
  (await scratch.store.lists.status()).find((one) => one.name === name)?.current
const stateOf = (name: string) => scratch.store.listFetches.get(name)

describe('updating a list', () => {
  it('imports it, keeps its raw bytes under their hash, and asks only for what is new', async () => {
    const body = unList(40)
    const one = publisher('un_plain', server.serve('un.xml', { body, etag: '"1"' }))
    expect(await updateList(one, context())).toMatchObject({ outcome: 'imported' })
    const sha256 = createHash('sha256').update(body).digest('hex')
    expect(await current('un_plain')).toMatchObject({
      version: '2026-02-27T00:00:00Z',
      sha256,
      entities: 120,
    })
    const raw = await readFile(join(folder, 'un_plain/raw', `${sha256}.gz`))
    expect(gunzipSync(raw).toString()).toBe(body)
    expect(await updateList(one, context())).toMatchObject({ outcome: 'unchanged' })
    expect(server.requests('un.xml').at(-1)).toMatchObject({ 'if-none-match': '"1"' })
    expect(await stateOf('un_plain')).toMatchObject({ etag: '"1"', sha256, failures: 0 })
  })

  it('knows the same bytes from a server that has no validators', async () => {
    const one = publisher('un_bare', server.serve('bare.xml', { body: unList(30) }))
    expect(await updateList(one, context())).toMatchObject({ outcome: 'imported' })
    expect(await updateList(one, context())).toMatchObject({ outcome: 'unchanged' })
    expect((await scratch.store.lists.versions('un_bare')).length).toBe(1)
  })

  it('holds back a version that lost a fifth of its entries, until a person accepts it', async () => {
    const one = publisher('un_held', server.serve('held.xml', { body: unList(100), etag: '"1"' }))
    await updateList(one, context())
    server.serve('held.xml', { body: unList(79, '2026-03-01'), etag: '"2"' })
    expect(await updateList(one, context())).toMatchObject({
      outcome: 'held',
      reason: expect.stringContaining('21 % are gone'),
    })
    expect(await current('un_held')).toMatchObject({ version: '2026-02-27T00:00:00Z' })
    expect((await stateOf('un_held'))?.held?.reason).toContain('it has 237 entities, the version before 300')
    expect(await updateList(one, context())).toMatchObject({ outcome: 'held' })
    expect(server.requests('held.xml').at(-1)).toMatchObject({ 'if-none-match': '"2"' })
    expect(await acceptHeld(one, context())).toMatchObject({ outcome: 'imported' })
    expect(await current('un_held')).toMatchObject({ version: '2026-03-01T00:00:00Z', entities: 237 })
    expect((await stateOf('un_held'))?.held).toBeUndefined()
    expect(await updateList(one, context())).toMatchObject({ outcome: 'unchanged' })
    await expect(acceptHeld(one, context())).rejects.toMatchObject({ code: 'CORDON_NOTHING_HELD' })
    const actions = (await scratch.store.audit.entries({ after: 0, limit: 1000 })).map(({ action }) => action)
    expect(actions).toEqual(expect.arrayContaining(['lists.held', 'lists.accept']))
  })

  it('takes a list that lost less', async () => {
    const one = publisher('un_less', server.serve('less.xml', { body: unList(100) }))
    await updateList(one, context())
    server.serve('less.xml', { body: unList(81, '2026-03-01') })
    expect(await updateList(one, context())).toMatchObject({ outcome: 'imported' })
  })

  const html = '<!DOCTYPE html><html><body>We are sorry for the inconvenience.</body></html>'
  it.each([
    ['an error page with status 200', { body: html, type: 'text/html' }, /a web page that begins with/],
    [
      'an answer cut short by the length that the server states',
      { body: unList(50, '2026-03-01').slice(0, 4_000) },
      /found the end|expected/,
    ],
    ['another publisher’s list', { body: '<sdnList><publshInformation/></sdnList>' }, /un-consolidated-xml/],
    ['an empty file', { body: '' }, /an empty file/],
    ['a list without entries', { body: unList(0, '2026-03-01') }, /at least one entity/],
    [
      'a transfer that breaks off every time',
      { body: unList(50), breakAt: [9, 9, 9, 9, 9, 9] },
      /the whole file/,
    ],
    ['a server that stalls', { body: unList(50), stallAt: 100 }, /nothing came for/],
    [
      'a server that lies about the length',
      { body: unList(50), statedLength: 999_999 },
      /the whole file, found \d+ bytes of \d+/,
    ],
    ['a server in trouble', { status: 500 }, /500/],
  ])('lets the version before answer after %s, and keeps the reason', async (_, served, message) => {
    const name = `un_bad_${createHash('sha256').update(JSON.stringify(served)).digest('hex').slice(0, 8)}`
    const one = publisher(name, server.serve(name, { body: unList(50), etag: '"1"' }))
    await updateList(one, context())
    server.serve(name, { ...served, etag: '"2"' })
    expect(await updateList(one, context())).toMatchObject({ outcome: 'failed' })
    const state = await stateOf(name)
    expect(state?.error).toMatch(message)
    expect(state).toMatchObject({ failures: 1, etag: '"1"' })
    expect(await current(name)).toMatchObject({ version: '2026-02-27T00:00:00Z' })
    expect(await readdir(join(folder, name, 'raw'))).toHaveLength(1)
    server.serve(name, { body: unList(51, '2026-04-01'), etag: '"3"' })
    expect(await updateList(one, context())).toMatchObject({ outcome: 'imported' })
    expect((await stateOf(name))?.error).toBeUndefined()
  })

  it('goes on with the others where one publisher is down', async () => {
    const down = publisher('un_down', 'http://127.0.0.1:9/list.xml')
    const up = publisher('un_up', server.serve('up.xml', { body: unList(5) }))
    const outcomes = []
    for await (const one of updateLists([down, up], context())) outcomes.push(one)
    expect(outcomes).toMatchObject([
      { name: 'un_down', outcome: 'failed' },
      { name: 'un_up', outcome: 'imported' },
    ])
  })

  it('leaves out what may not be kept, and reads the same bytes again when that changes', async () => {
    const one = publisher('un_private', server.serve('private.xml', { body: unList(30), etag: '"1"' }))
    await updateList(one, context({ drop: ['addresses'] }))
    const report = (await current('un_private'))!.report
    expect(report.dropped).toEqual({
      'addresses: Address': 30,
      'addresses: Organization.address': 30,
      'addresses: Organization.addressEntity': 30,
    })
    expect(report.written).toEqual({ Organization: 30, Sanction: 30 })
  })
})

describe('an OpenSanctions catalogue', () => {
  const entity = (id: string, name: string) => ({
    id,
    schema: 'Person',
    properties: { name: [name], topics: ['sanction'] },
    datasets: ['x'],
  })
  const lines = (values: unknown[]) => values.map((value) => `${JSON.stringify(value)}\n`).join('')
  const sha1 = (text: string) => createHash('sha1').update(text).digest('hex')
  const index = (version: string, entities: string, checksum = sha1(entities)) =>
    JSON.stringify({
      name: 'x',
      title: 'Dataset X',
      version,
      updated_at: `${version.slice(0, 4)}-${version.slice(4, 6)}-${version.slice(6, 8)}T00:00:00`,
      delta_url: '/os/delta.json',
      resources: [
        { name: 'entities.ftm.json', url: '/os/entities.ftm.json', checksum, size: entities.length },
      ],
    })
  const first = lines([entity('a', 'Alpha'), entity('b', 'Beta'), entity('c', 'Gamma')])
  const [v1, v2, v3] = ['20260101000000-aaa', '20260102000000-bbb', '20260103000000-ccc'] as const
  const serve = (version: string, entities = first) => {
    server.serve('os/entities.ftm.json', { body: entities })
    server.serve('os/delta.json', {
      body: JSON.stringify({ versions: { [v1]: '/os/d1.json', [v2]: '/os/d2.json', [v3]: '/os/d3.json' } }),
    })
    server.serve('os/d2.json', {
      body: lines([
        { op: 'MOD', entity: entity('b', 'Beta Two') },
        { op: 'ADD', entity: entity('d', 'Delta') },
      ]),
    })
    server.serve('os/d3.json', { body: lines([{ op: 'DEL', entity: { id: 'a' } }]) })
    return server.serve('os/index.json', { body: index(version, entities) })
  }
  const names = async () => {
    const found: string[] = []
    for await (const groups of scratch.store.lists.entities({ sources: ['os_x'] }))
      for (const { statements } of groups)
        for (const one of statements) if (one.property === 'name') found.push(one.value)
    return found
  }

  it('is loaded whole once, and then by its deltas, each a version', async () => {
    const one = publisher('os_x', serve(v1), { kind: 'catalog' })
    const { format: _, ...catalog } = one
    expect(await updateList(catalog, context())).toMatchObject({ outcome: 'imported' })
    expect(await names()).toEqual(['Alpha', 'Beta', 'Gamma'])
    expect(await updateList(catalog, context())).toMatchObject({ outcome: 'unchanged' })
    serve(v3)
    const fetches = server.requests('os/entities.ftm.json').length
    expect(await updateList(catalog, context())).toMatchObject({ outcome: 'imported' })
    expect(await names()).toEqual(['Beta Two', 'Gamma', 'Delta'])
    expect(server.requests('os/entities.ftm.json')).toHaveLength(fetches)
    expect(
      (await scratch.store.lists.versions('os_x')).map(({ version, entities }) => [version, entities]),
    ).toEqual([
      ['2026-01-01T00:00:00', 3],
      ['2026-01-02T00:00:00', 4],
      ['2026-01-03T00:00:00', 3],
    ])
    expect(await stateOf('os_x')).toMatchObject({ catalogVersion: v3 })
  })

  it('is loaded whole where the chain of deltas has a gap, and refused where its checksum is wrong', async () => {
    const { format: _, ...one } = publisher('os_gap', serve(v1), { kind: 'catalog' })
    await updateList(one, context())
    const later = '20260301000000-fff'
    serve(
      later,
      lines([entity('a', 'Alpha'), entity('b', 'Beta'), entity('c', 'Gamma'), entity('e', 'Epsilon')]),
    )
    expect(await updateList(one, context())).toMatchObject({ outcome: 'imported' })
    expect(await current('os_gap')).toMatchObject({ entities: 4 })
    server.serve('os/index.json', { body: index('20260302000000-fff', first, 'ff'.repeat(20)) })
    expect(await updateList(one, context())).toMatchObject({ outcome: 'failed' })
    expect((await stateOf('os_gap'))?.error).toContain('SHA-1')
  })
})

describe('lists.yaml', () => {
  const configOf = async (text: string) => {
    await writeFile(join(folder, 'lists.yaml'), text)
    return listsConfig(folder)
  }

  it('adds lists, changes what is known of one, and leaves some out', async () => {
    const config = await configOf(
      'drop: [addresses, family]\nschedule: 6h\nlists:\n  eu_fsf: {enabled: false}\n  un_sc_sanctions: {max_loss: 0.5}\n  mine: {url: "https://example.org/list.csv", mapping: mine.yaml, allow_private: true}\n',
    )
    expect(config).toMatchObject({ drop: ['addresses', 'family'], every: 6 * 3_600_000 })
    const named = (name: string) => config.publishers.find((one) => one.name === name)
    expect(named('eu_fsf')).toBeUndefined()
    expect(named('un_sc_sanctions')).toMatchObject({ maxLoss: 0.5, format: 'un-consolidated-xml' })
    expect(named('mine')).toMatchObject({ mapping: join(folder, 'mine.yaml'), allowPrivate: true })
    expect(publishersNamed([], config.publishers).map(({ name }) => name)).not.toContain('jp_mof_sanctions')
    expect(() => publishersNamed(['us_ofac'], config.publishers)).toThrow(/expected one of us_ofac_sdn/)
  })

  it.each([
    ['drop: [adresses]', /expected one of addresses/],
    ['schedule: often', /schedule: .*a duration such as 30m/],
    ['schedule: 1m', /at least 5m/],
    ['lists: {mine: {}}', /lists.mine: expected url, or catalog/],
    ['lists: {mine: {uri: x}}', /lists.mine/],
    ['lists: [', /expected YAML/],
  ])('refuses %s with its place', async (text, message) => {
    await expect(configOf(text)).rejects.toThrow(message)
  })
})
