import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { readers } from '@cordon/sources'
import { referenceData } from '@cordon/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startServer, type TestServer } from '../http/testing-server.ts'
import { loadListFiles } from '../known/from-files.ts'
import { findDesignations } from './designations.ts'
import { loadPressurePack } from './pack.ts'
import { pressureView } from './pressure-view.ts'
import { sayPressure } from './say.ts'

const packs = new URL('../../../../packs/', import.meta.url)
const starter = fileURLToPath(new URL('dprk/starter/entities.ftm.json', packs))

describe('the pack', () => {
  it('names a source for each row, and an address for each that is sure, but for a few of the police', async () => {
    const { incidents, resolutions, events } = await loadPressurePack()
    for (const { source, attributedBy, basis } of incidents)
      expect([source, attributedBy, basis].every((text) => text.length > 1)).toBe(true)
    const without = incidents.filter(({ verified, url }) => verified && !url)
    expect(without.every(({ source }) => /Korean National Police|Symantec/.test(source))).toBe(true)
    expect(resolutions.map(({ id }) => id)).toEqual(
      '1695 1718 1874 2087 2094 2270 2321 2356 2371 2375 2397'.split(' '),
    )
    expect(events.map(({ title }) => title)).toEqual(expect.arrayContaining(['Singapore summit']))
    // Whoever adds to them changes the figures of docs/methods/pressure.md too.
    expect([incidents.length, incidents.filter(({ verified }) => verified).length]).toEqual([81, 50])
  })

  const broken = async (file: string, change: (text: string) => string) => {
    const folder = await mkdtemp(join(tmpdir(), 'cordon-pack-'))
    await mkdir(join(folder, 'dprk/pressure'), { recursive: true })
    for (const name of ['pressure.yaml', 'incidents.csv', 'resolutions.csv', 'events.csv']) {
      const text = await readFile(new URL(`dprk/pressure/${name}`, packs), 'utf8')
      await writeFile(join(folder, 'dprk/pressure', name), name === file ? change(text) : text)
    }
    const error = await loadPressurePack('dprk', pathToFileURL(`${folder}/`)).catch((fault: Error) => fault)
    await rm(folder, { recursive: true })
    return String(error)
  }

  it('that is at fault says in which file, line and field', async () => {
    expect(await broken('incidents.csv', (text) => text.replace('81000000,81000000', '81m,81m'))).toMatch(
      /incidents\.csv, line \d+, low_usd.*US dollars/,
    )
    expect(await broken('incidents.csv', (text) => text.replace('nicehash', 'youbit'))).toContain(
      'ids that stand once',
    )
    expect(await broken('incidents.csv', (text) => text.replace('2016-02-04', '2016-13-04'))).toContain(
      'a date',
    )
    expect(await broken('resolutions.csv', (text) => text.replace('2006-07-15', '2006'))).toContain(
      'resolutions.csv, line 2',
    )
    expect(await broken('pressure.yaml', (text) => text.replace('before: 6', 'before: none'))).toContain(
      'windows.before',
    )
    expect(await broken('pressure.yaml', (text) => text.replace("'1718'", "'('"))).toContain(
      'regular expression',
    )
    await expect(loadPressurePack('../dprk')).rejects.toThrow('a folder "pressure"')
  })
})

describe('the curve', () => {
  it('counts each party of a list once, at its first date, and those without one apart', async () => {
    const known = await loadListFiles([starter], readers)
    const { dated, undated } = findDesignations(known, (await loadPressurePack()).programmes)
    expect(undated).toBe(0)
    expect(dated.length).toBeGreaterThan(60)
    expect(dated.filter(({ date }) => date === '2018-09-06')).toHaveLength(2)
    expect(dated.map(({ date }) => date)).toEqual(dated.map(({ date }) => date).sort())
    expect(findDesignations(known, [/^NOTHING$/]).dated).toEqual([])
  })

  it('says in words what it cannot say, the same each time', async () => {
    const known = await loadListFiles([starter], readers)
    const pack = await loadPressurePack()
    const view = pressureView(known, pack)
    const says = sayPressure(view)
    expect(says.join('\n')).toMatch(/not measurably more or fewer.*no proof that there is no effect/s)
    expect(says.join('\n')).toMatch(/Hawkes models are not compared: there are \d\d dated incidents/)
    expect(sayPressure(pressureView(known, pack))).toEqual(says)
    expect(view.months[0]).toBe('2006-01')
    for (const counts of Object.values(view.designations)) expect(counts).toHaveLength(view.months.length)
  })

  it('without incidents or lists says that it says nothing', async () => {
    const known = await loadListFiles([starter], readers)
    const pack = await loadPressurePack()
    const empty = pressureView(known, { ...pack, incidents: [], resolutions: [], programmes: [] })
    expect(sayPressure(empty).join('\n')).toMatch(/No loaded list holds.*say nothing/s)
  })

  const file = referenceData('lists/un/un_consolidated_2026-02-27.xml.gz')
  it.skipIf(!file)(
    'of the real list has the designations of the programmes',
    { timeout: 60_000 },
    async () => {
      const { lists } = pressureView(await loadListFiles([file!], readers), await loadPressurePack())
      expect(lists).toMatchObject([{ source: 'un_sc_sanctions', starter: false }])
      expect(lists[0]!.designations).toBeGreaterThan(150)
    },
  )
})

describe('over HTTP', () => {
  let server: TestServer
  beforeAll(async () => {
    server = await startServer()
    server.known.swap(await loadListFiles([starter], readers))
  })
  afterAll(() => server.app.close())

  it('is told with every row’s source, and again without being worked out anew', async () => {
    const answer = await server.json('/api/pressure')
    expect(answer.lists[0]).toMatchObject({ source: 'dprk_starter', starter: true })
    expect(answer.incidents.find(({ id }: { id: string }) => id === 'bybit')).toMatchObject({
      low: 1_460_000_000,
    })
    expect(answer.verdict).toEqual({ verified: 'unclear', all: 'unclear' })
    expect(await server.json('/api/pressure')).toEqual(answer)
  })

  it('of a pack that has none is refused', async () => {
    expect((await server.get('/api/pressure?pack=common')).status).toBe(404)
    expect((await server.get('/api/pressure?pack=../x')).status).toBe(422)
  })
})
