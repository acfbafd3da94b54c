import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { referenceData, type ScratchStore, scratchStore } from '@cordon/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { importThreatFile } from './import-threats.ts'
import { loadThreats, ThreatHolder } from './known-threats.ts'
import { planThreats } from './plan-threats.ts'
import { indicatorPage, namedThreats, threatView, whatIsAsked } from './threat-view.ts'

const day = 86_400_000
const now = Date.parse('2026-01-01T00:00:00Z')
let scratch: ScratchStore
let folder: string

beforeAll(async () => {
  scratch = await scratchStore({ now: () => now })
  folder = await mkdtemp(join(tmpdir(), 'cordon-threats-'))
})
afterAll(async () => {
  await scratch.close()
  await rm(folder, { recursive: true, force: true })
})

const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const group = {
  type: 'intrusion-set',
  id: `intrusion-set--${uuid(2)}`,
  modified: '2025-06-01T00:00:00Z',
  name: 'Example Chollima',
  aliases: ['Group 999'],
}

async function importText(name: string, content: string, source?: string) {
  const path = join(folder, name)
  await writeFile(path, content)
  const { plans } = await planThreats([path])
  return importThreatFile(scratch.store, plans[0]!, { actor: 'test', ...(source && { source }) })
}

describe('threat intelligence in the store', () => {
  it('is imported by collection; the same bytes again change nothing', async () => {
    const list = 'evil.example\n203.0.113.9\n'
    expect(await importText('list.txt', list, 'feed_a')).toMatchObject({
      outcome: 'imported',
      id: 'feed_a/list.txt',
      seq: 1,
      changes: { added: 3, removed: 0 },
    })
    expect(await importText('list.txt', list, 'feed_a')).toMatchObject({ outcome: 'known', seq: 1 })
    expect(await importText('list.txt', list, 'feed_b')).toMatchObject({
      outcome: 'imported',
      id: 'feed_b/list.txt',
      seq: 1,
    })
  })

  it('what a later version no longer says stays on record, and answers no more', async () => {
    expect(await importText('list.txt', 'evil.example\nnew.example\n', 'feed_a')).toMatchObject({
      seq: 2,
      changes: { added: 1, changed: 0, removed: 1 },
    })
    await importText('list.txt', 'evil.example\n', 'feed_b')
    const known = await loadThreats(scratch.store)
    expect(known.indicators.find('ipv4', '203.0.113.9')).toBe(-1)
    expect(known.indicators.find('domain', 'new.example')).toBeGreaterThanOrEqual(0)
    const stored = await scratch.store.threats.indicator('ipv4', '203.0.113.9')
    expect(stored.map(({ collection, until }) => [collection, until])).toEqual([
      ['feed_a/list.txt', now],
      ['feed_b/list.txt', now],
    ])
  })

  it('of one key twice in a file the last counts, in the first version and in later ones', async () => {
    const named = (...names: string[]) =>
      JSON.stringify({
        type: 'bundle',
        objects: names.map((name, i) => ({
          ...group,
          id: `tool--${uuid(40)}`,
          type: 'tool',
          aliases: [],
          modified: `2025-06-0${i + 1}T00:00:00Z`,
          name,
        })),
      })
    await importText('twice.json', named('A', 'B'), 'feed_t')
    expect(await importText('twice.json', named('C', 'B'), 'feed_t')).toMatchObject({
      seq: 2,
      changes: { added: 0, changed: 0, removed: 0 },
    })
    expect(await importText('twice.json', named('C', 'D'), 'feed_t')).toMatchObject({
      seq: 3,
      changes: { added: 0, changed: 1, removed: 0 },
    })
    expect((await loadThreats(scratch.store)).graph.get(`tool--${uuid(40)}`)).toMatchObject({
      name: 'D',
      versions: [{ name: 'D' }],
    })
  })

  it('a file that breaks off leaves nothing', async () => {
    const before = await scratch.store.threats.signature()
    const bundle = JSON.stringify({
      type: 'bundle',
      objects: [group, { ...group, id: `intrusion-set--${uuid(3)}` }],
    })
    await expect(importText('broken.json', bundle.slice(0, -8))).rejects.toMatchObject({
      code: 'FORMATS_TRUNCATED',
    })
    await expect(
      importText('empty.json', '{"type":"bundle","objects":[{"type":"tool"}]}'),
    ).rejects.toMatchObject({ code: 'CORDON_THREATS_EMPTY' })
    expect(await scratch.store.threats.signature()).toBe(before)
    const { rows } = await scratch.store.database.pool.query(
      'select count(*)::int as n from threat_item where collection like $1',
      ['%broken%'],
    )
    expect(rows[0].n).toBe(0)
  })

  it('rejects are kept with their place', async () => {
    await importText('some.txt', 'evil.example\nno indicator at all\nother.example\n', 'feed_c')
    expect(await scratch.store.threats.rejects('feed_c/some.txt', 1)).toMatchObject([{ where: 'line 2' }])
  })

  it('a format that says nothing of its source needs one, and a folder gives its name', async () => {
    await expect(importText('nameless.txt', 'evil.example\n')).rejects.toMatchObject({
      code: 'CORDON_NO_SOURCE',
    })
    await mkdir(join(folder, 'My Feed', 'sub'), { recursive: true })
    await writeFile(join(folder, 'My Feed', 'sub', 'a.txt'), 'folder.example\n')
    await writeFile(join(folder, 'My Feed', 'LICENSE'), 'Do what you like.\n')
    const { plans, passedOver } = await planThreats([join(folder, 'My Feed')])
    expect(passedOver).toEqual(['LICENSE'])
    expect(await importThreatFile(scratch.store, plans[0]!, { actor: 'test' })).toMatchObject({
      id: 'my_feed/sub/a.txt',
    })
    await expect(planThreats([join(folder, 'My Feed', 'LICENSE')])).rejects.toMatchObject({
      code: 'CORDON_UNKNOWN_FORMAT',
    })
  })

  it('is known anew after an import, and each import is in the audit log', async () => {
    const holder = new ThreatHolder(async () => scratch.store)
    const first = await holder.get()
    expect(await holder.get()).toBe(first)
    await importText('groups.json', JSON.stringify({ type: 'bundle', objects: [group] }), 'feed_d')
    const second = await holder.get()
    expect(second).not.toBe(first)
    expect(second.graph.find('group 999')).toMatchObject([{ id: group.id, how: 'alias', source: 'feed_d' }])
    expect(await scratch.store.audit.verify()).toMatchObject({ sound: true })
    const entries = await scratch.store.audit.entries({ after: 0, limit: 100 })
    expect(entries.at(-1)).toMatchObject({ action: 'knowledge.import', subject: 'feed_d/groups.json' })
  })

  it('sightings start decay again, and the same one twice is one', async () => {
    await importText('old.csv', 'value,last_seen\nold.example,2023-01-01\n', 'feed_e')
    const page = async () =>
      indicatorPage(scratch.store, await loadThreats(scratch.store), 'domain', 'old.example', now)
    expect(await page()).toMatchObject({ known: true, state: 'decayed', score: 0 })
    const sighting = {
      kind: 'domain',
      value: 'old.example',
      at: now - day,
      place: 'dns.log:12',
      host: 'pc-1',
      path: 'query',
      written: 'OLD.example',
    } as const
    await scratch.store.threats.sight([sighting])
    await scratch.store.threats.sight([sighting])
    expect(await page()).toMatchObject({
      state: 'active',
      lastSeen: '2025-12-31T00:00:00Z',
      sightings: { total: 1, latest: [{ host: 'pc-1', place: 'dns.log:12' }] },
    })
  })

  it('what has no date counts as last seen when its collection was fetched', async () => {
    await importText('undated.txt', 'undated.example\n', 'feed_u')
    const known = await loadThreats(scratch.store)
    const collection = known.collections.find(({ id }) => id === 'feed_u/undated.txt')!
    const view = known.indicators.view(known.indicators.find('domain', 'undated.example'), collection.fetched)
    expect(view.lastSeen).toBe(Math.round(collection.fetched / 1000) * 1000)
    expect(view.decaysAt).toBeGreaterThan(collection.fetched + 300 * day)
  })

  it('a value on a warning list is set aside with the reason, however many say it', async () => {
    await importText('sloppy.txt', 'github.com\n8.8.8.8\npay1oad.duckdns.org\n', 'feed_f')
    const known = await loadThreats(scratch.store)
    const view = (kind: 'domain' | 'ipv4', value: string) =>
      known.indicators.view(known.indicators.find(kind, value), now)
    expect(view('domain', 'github.com')).toMatchObject({
      state: 'set-aside',
      warnings: [{ reason: 'Cordon: popular domains: github.com itself is on it' }],
    })
    expect(view('ipv4', '8.8.8.8').state).toBe('set-aside')
    expect(view('domain', 'pay1oad.duckdns.org')).toMatchObject({
      state: 'active',
      warnings: [{ setsAside: false }],
    })
  })

  it('an address longer than an index takes is kept and found', async () => {
    const url = `http://evil.example/${'a'.repeat(3500)}`
    await importText('long.txt', `${url}\nother.example/x\n`, 'feed_g')
    expect(await scratch.store.threats.indicator('url', url.slice(7))).toHaveLength(1)
  })
})

describe('real files', () => {
  const attack = referenceData('cyber/attack/attack-18.1-dprk-subgraph.stix20.json.gz')
  const galaxy = referenceData('cyber/misp-galaxy/dprk-clusters-extract.json')
  const maltrail = referenceData('cyber/iocs/maltrail')

  it.skipIf(!attack || !galaxy || !maltrail)(
    'Labyrinth Chollima is four groups to one source and Lazarus to another, and both stay',
    async () => {
      const { plans } = await planThreats([attack!, galaxy!, maltrail!])
      for (const plan of plans) await importThreatFile(scratch.store, plan, { actor: 'test' })
      const known = await loadThreats(scratch.store)
      const named = namedThreats(known.graph, known.graph.find('Labyrinth Chollima')).flatMap(
        ({ name, by }) => by.map(({ source }) => `${source}: ${name}`),
      )
      expect(named.filter((one) => one.startsWith('misp_galaxy_microsoft')).sort()).toEqual(
        ['Citrine', 'Diamond', 'Jade', 'Moonstone'].map(
          (one) => `misp_galaxy_microsoft_activity_group: ${one} Sleet`,
        ),
      )
      expect(named).toContain('mitre_attack: Lazarus Group')
      expect(named).toContain('misp_galaxy_threat_actor: Lazarus Group')
      expect(whatIsAsked(known, 'Labyrinth Chollima').is).toBe('several')

      const asked = whatIsAsked(known, 'G0032')
      const lazarus = threatView(known, asked.is === 'threat' ? asked.id : '', now)!
      const also = lazarus.names.find(
        ({ name, source }) => name === 'Labyrinth Chollima' && source === 'mitre_attack',
      )!.also
      expect(also.map(({ label }) => label)).toEqual(
        expect.arrayContaining(['Jade Sleet', 'Moonstone Sleet', 'Citrine Sleet', 'Diamond Sleet']),
      )
      expect(lazarus.techniques.filter(({ source, via }) => source === 'mitre_attack' && !via)).toHaveLength(
        93,
      )
      expect(lazarus.campaigns.map(({ name }) => name)).toEqual(['Operation Dream Job'])
    },
    180_000,
  )

  it.skipIf(!maltrail)(
    'no domain of maltrail meets another that only stands under the same suffix',
    async () => {
      const { indicators } = await loadThreats(scratch.store)
      expect(indicators.count('domain')).toBeGreaterThan(32_000)
      expect(indicators.lookUp('domain', 'surely-not-listed.duckdns.org')).toEqual([])
      expect(indicators.lookUp('domain', 'tprecord47id.dynv6.net')).toHaveLength(1)
    },
  )
})
