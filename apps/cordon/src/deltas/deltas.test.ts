import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readers } from '@cordon/sources'
import { referenceData, type ScratchStore, scratchStore } from '@cordon/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { importList } from '../lists/import-list.ts'
import { inputFile } from '../lists/input-files.ts'
import { planReadings } from '../lists/recognise.ts'
import { AffectedFinder } from './affected-parties.ts'
import { writtenDiff } from './diff-text.ts'
import { diffLines } from './filter-diff.ts'
import { diffFiles, diffStored } from './list-diff.ts'

let folder: string
let scratch: ScratchStore
const paths: string[] = []

const line = (id: string, schema: string, properties: Record<string, string[]>) =>
  `${JSON.stringify({ id, schema, properties, datasets: ['xx_deltas'] })}\n`
const listed = { topics: ['sanction'] }
const versions = [
  line('a', 'Person', { name: ['Kim Il'], ...listed }) +
    line('b', 'Vessel', { name: ['CHON MA SAN'], addressEntity: ['ad'], ...listed }) +
    line('ad', 'Address', { full: ['Nampo'] }) +
    line('c', 'Person', { name: ['Ri Chol'], birthDate: ['1970'], ...listed }) +
    line('c-s', 'Sanction', { entity: ['c'], program: ['DPRK'] }),
  line('b', 'Vessel', { name: ['DIAMOND 8'], addressEntity: ['ad'], ...listed }) +
    line('ad', 'Address', { full: ['Nampo, North Korea'] }) +
    line('c', 'Person', { name: ['Ri Chol'], birthDate: ['1970'], ...listed }) +
    line('c-s', 'Sanction', { entity: ['c'], program: ['DPRK2'] }) +
    line('d', 'Person', { name: ['Park Jin Hyok'], alias: ['Pak Jin Hek'], ...listed }),
]

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cordon-deltas-'))
  scratch = await scratchStore()
  for (const [number, text] of versions.entries()) {
    const path = join(folder, `${number}.ftm.json`)
    await writeFile(path, text)
    paths.push(path)
    const [plan] = await planReadings([await inputFile(path)], readers)
    const fetched = Date.parse(`2026-01-0${number + 1}`)
    await importList(scratch.store, plan!, { source: 'xx_deltas', actor: 'test', fetched })
  }
})
afterAll(async () => {
  await scratch.close()
  await rm(folder, { recursive: true, force: true })
})

describe('comparing versions of a list', () => {
  it('says the same from two files and from the store, which reads only what changed', async () => {
    const files = await diffFiles(paths[0]!, paths[1]!)
    const stored = await diffStored(scratch.store.lists, 'xx_deltas')
    for (const diff of [files, stored])
      expect(
        diffLines(diff).map((one) => [
          one.kind,
          one.id,
          one.kind === 'changed' ? one.changes.map(({ words }) => words) : [],
        ]),
      ).toEqual([
        ['added', 'd', []],
        ['removed', 'a', []],
        ['changed', 'b', ['vessel renamed', 'address changed']],
        ['changed', 'c', ['listing basis changed']],
      ])
    expect([files.unchanged, stored.unchanged]).toEqual([0, 0])
  })

  it('finds a stored version by its date, its number and the beginning of its hash', async () => {
    const { lists } = scratch.store
    const [first] = await lists.versions('xx_deltas')
    for (const label of ['2026-01-01', '#1', first!.sha256.slice(0, 8)])
      expect((await lists.find('xx_deltas', label)).seq).toBe(1)
    await expect(lists.find('xx_deltas', '2026-01')).rejects.toThrow(/2 of them begin with/)
    await expect(diffStored(lists, 'nobody')).rejects.toMatchObject({ code: 'CORDON_LIST_UNKNOWN' })
    await expect(diffStored(lists, 'xx_deltas', undefined, '#1')).rejects.toMatchObject({
      code: 'CORDON_LIST_FIRST',
    })
  })

  it('narrows by kind, field, words and materiality', async () => {
    const diff = await diffFiles(paths[0]!, paths[1]!)
    const ids = (filter: Parameters<typeof diffLines>[1]) => diffLines(diff, filter).map(({ id }) => id)
    expect(ids({ kind: 'removed' })).toEqual(['a'])
    expect(ids({ field: 'sanction.program' })).toEqual(['c'])
    expect(ids({ search: 'diamond' })).toEqual(['b'])
    expect(ids({ schema: 'Vessel' })).toEqual(['b'])
    const [ship] = diffLines(diff, { material: true, schema: 'Vessel' })
    expect(ship).toMatchObject({ changes: [{ field: 'name' }] })
  })

  it('tells which parties it concerns, those of entries that went too', async () => {
    const finder = new AffectedFinder(await diffFiles(paths[0]!, paths[1]!))
    const person = (name: string) => ({ schema: 'Person', properties: { name: [name] } })
    expect(finder.of(person('Pak Jin Hyok'), '7')).toMatchObject([
      { party: '7', entityId: 'd', kind: 'added' },
    ])
    expect(finder.of(person('Kim Il'), '8')).toMatchObject([{ entityId: 'a', kind: 'removed' }])
    expect(finder.of(person('Margaret Hamilton'), '9')).toEqual([])
  })

  it('writes text, JSON, NDJSON and CSV', async () => {
    const diff = await diffFiles(paths[0]!, paths[1]!)
    const shown = { diff, lines: diffLines(diff) }
    expect(writtenDiff(shown, 'text')).toContain('    vessel renamed: CHON MA SAN -> DIAMOND 8')
    expect(JSON.parse(writtenDiff(shown, 'json'))).toMatchObject({ added: 1, removed: 1, changed: 2 })
    expect(writtenDiff(shown, 'ndjson').trimEnd().split('\n')).toHaveLength(5)
    expect(writtenDiff(shown, 'csv')).toContain(
      'changed,c,Person,Ri Chol,listing basis changed,DPRK,DPRK2,true,',
    )
  })
})

const files = ['2025-05-29', '2025-07-01'].map((day) =>
  referenceData(`lists/us-ofac/sdn_advanced_${day}.xml.gz`),
)
it.skipIf(files.some((file) => !file))(
  'finds the 112 that came and the 520 that went as the Syria programme ended',
  async () => {
    const diff = await diffFiles(files[0]!, files[1]!)
    expect([diff.added.length, diff.removed.length]).toEqual([112, 520])
    const syrian = diff.removed.filter(({ basis }) => basis.some((one) => one.startsWith('SYRIA')))
    expect(syrian.length).toBeGreaterThan(400)
    const rami = diff.changed.find(({ id }) => id === 'ofac-10725')
    expect(rami?.changes).toContainEqual({
      field: 'sanction.program',
      kind: 'changed',
      words: 'listing basis changed',
      before: ['SYRIA'],
      after: ['PAARSSR-EO13894'],
      material: true,
    })
  },
  120_000,
)
