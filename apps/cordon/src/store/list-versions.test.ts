import type { StatementGroup } from '@cordon/model'
import { type ScratchStore, scratchStore } from '@cordon/testing'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Lists, StoredGroup, VersionChoice } from './list-versions.ts'
import { metaOf, person, readingOf, testSource } from './testing-reading.ts'

let scratch: ScratchStore
let lists: Lists
const source = testSource.name

beforeAll(async () => {
  scratch = await scratchStore()
  lists = scratch.store.lists
})
afterAll(() => scratch.close())
beforeEach(async () => {
  await scratch.store.database.pool.query('truncate source cascade')
})

const load = (version: string, groups: Iterable<StatementGroup>) =>
  lists.import(readingOf(version, groups), metaOf(version))

async function everything(choice?: VersionChoice): Promise<StoredGroup[]> {
  const all: StoredGroup[] = []
  for await (const groups of lists.entities(choice)) all.push(...groups)
  return all
}

const names = (groups: readonly StoredGroup[]) =>
  Object.fromEntries(
    groups.map(({ entityId, statements }) => [entityId, statements.map(({ value }) => value)]),
  )

/** Every statement as `value first seen..last seen`. */
const seen = (groups: readonly StoredGroup[]) =>
  groups.flatMap(({ statements }) => statements.map((s) => `${s.value} ${s.firstSeen}..${s.lastSeen}`))

describe('an import', () => {
  it('gives back every statement as it came in', async () => {
    const statements = [
      { property: 'name', value: 'PARK\tJin\\Hyok\n"X"', original: 'Парк', lang: 'rus' },
      { property: 'alias', value: 'nul \u0000, lone \ud800, 박진혁', lang: 'Hang' },
      { property: 'birthDate', value: '1984', date: { circa: true, from: '1983', to: '1985' } },
      { property: 'name', value: 'kept', schema: 'Person' },
      { property: 'topics', value: 'sanction', original: '' },
    ].map((part) => ({ entityId: "id'; drop\t\\", schema: 'LegalEntity', source, ...part }))
    const group = { entityId: "id'; drop\t\\", schema: 'LegalEntity', statements }
    await load('2026-01-01', [group])
    const [stored] = await lists.entity(group.entityId)
    expect(stored!.statements).toEqual(
      statements.map((one) => ({ ...one, firstSeen: '2026-01-01', lastSeen: '2026-01-01' })),
    )
  })

  it('joins what a reading says of one entity in several places, each statement once', async () => {
    await load('2026-01-01', [person('a', 'One', 'Two'), person('b', 'Other'), person('a', 'Two', 'Three')])
    expect(names(await everything())).toEqual({ a: ['One', 'Two', 'Three'], b: ['Other'] })
    expect((await lists.versions(source))[0]).toMatchObject({ entities: 2, statements: 4 })
  })

  it('tells what changed, and stores nothing for what did not', async () => {
    await load('2026-01-01', [person('a', 'One'), person('b', 'Two'), person('c', 'Three')])
    const result = await load('2026-01-02', [person('a', 'One'), person('b', 'Zwei'), person('d', 'Four')])
    expect(result).toMatchObject({ outcome: 'imported', changes: { added: 1, changed: 1, removed: 1 } })
    const { rows } = await scratch.store.database.pool.query(
      'select entity_id from entity_content order by 1',
    )
    expect(rows.map(({ entity_id }) => entity_id)).toEqual(['a', 'b', 'b', 'c', 'd'])
  })

  it('does not take another order of the statements for a change', async () => {
    await load('2026-01-01', [person('a', 'One', 'Two')])
    expect(await load('2026-01-02', [person('a', 'Two', 'One')])).toMatchObject({
      changes: { added: 0, changed: 0, removed: 0 },
    })
  })

  it('recognises bytes that it has, and reads nothing', async () => {
    await load('2026-01-01', [person('a', 'One')])
    const unread = readingOf('2026-01-01', {
      [Symbol.iterator]: () => {
        throw new Error('it was read')
      },
    })
    expect(await lists.import(unread, metaOf('2026-01-01'))).toMatchObject({
      outcome: 'known',
      version: { seq: 1, current: true },
    })
    expect(await lists.versions(source)).toHaveLength(1)
  })

  it('keeps an older version without letting it answer, unless asked to', async () => {
    await load('2026-02-01', [person('a', 'New')])
    await load('2026-01-01', [person('a', 'Old')])
    expect(names(await everything())).toEqual({ a: ['New'] })
    expect(names(await everything({ asOf: { [source]: '2026-01-01' } }))).toEqual({ a: ['Old'] })
    await lists.makeCurrent(source, 2, 'ana')
    expect(names(await everything())).toEqual({ a: ['Old'] })
    await load('2026-03-01', [person('a', 'New')])
    expect(seen(await everything())).toEqual(['New 2026-02-01..2026-03-01'])
  })

  it('keeps the rejects with their places', async () => {
    const rejects = [{ where: 'line 3', reason: 'no id', excerpt: 'a\u0000\\b' }]
    await lists.import(
      readingOf('2026-01-01', [person('a', 'A'), person('b\0', 'B')], { rejects }),
      metaOf('x'),
    )
    expect((await lists.versions(source))[0]).toMatchObject({ entities: 1, rejects: 2 })
    expect(await lists.rejects(source, 1)).toEqual(
      expect.arrayContaining([rejects[0], expect.objectContaining({ reason: 'an id with U+0000' })]),
    )
  })

  it('leaves the store as it was when the reading fails', async () => {
    await load('2026-01-01', [person('a', 'One')])
    const broken = readingOf(
      '2026-01-02',
      (function* () {
        for (let i = 0; i < 5_000; i++) yield person(`p-${i}`, `Person ${i}`)
        throw new Error('the file ended too early')
      })(),
    )
    await expect(lists.import(broken, metaOf('2026-01-02'))).rejects.toThrow('ended too early')
    expect(names(await everything())).toEqual({ a: ['One'] })
    expect(await lists.versions(source)).toHaveLength(1)
    expect((await scratch.store.audit.verify()).sound).toBe(true)
  })

  it('refuses a reading with nothing in it', async () => {
    await expect(load('2026-01-01', [])).rejects.toMatchObject({ code: 'CORDON_LIST_EMPTY' })
    expect(await lists.status()).toEqual([])
  })

  it('is recorded in the audit log', async () => {
    await load('2026-01-01', [person('a', 'One')])
    const entries = await scratch.store.audit.entries({ limit: 1_000 })
    expect(entries.at(-1)).toMatchObject({
      actor: 'ana',
      action: 'lists.import',
      subject: source,
      detail: { seq: 1, version: '2026-01-01', entities: 1, current: true },
    })
  })

  it('tells every process that listens', async () => {
    const changes: string[] = []
    const end = await scratch.store.onChange((change) => changes.push(change))
    await load('2026-01-01', [person('a', 'One')])
    // What happened is told as an event too.
    await expect.poll(() => changes.filter((change) => change !== 'events')).toEqual(['lists'])
    await end()
  })
})

describe('the versions of a list', () => {
  it('answer as of each of them, though an import goes on', async () => {
    await load('2026-01-01', [person('a', 'One'), person('b', 'Two')])
    await load('2026-01-02', [person('b', 'Two', 'Zwei')])
    const reading = lists.entities({ asOf: { [source]: 1 } })
    const first = await reading.next()
    await load('2026-01-03', [person('c', 'Three')])
    expect(names(first.value ?? [])).toEqual({ a: ['One'], b: ['Two'] })
    expect((await reading.next()).done).toBe(true)
    expect(names(await everything({ asOf: { [source]: '2026-01-02' } }))).toEqual({ b: ['Two', 'Zwei'] })
    expect(names(await everything())).toEqual({ c: ['Three'] })
  })

  it('carry the first appearance of each statement, over gaps too', async () => {
    await load('2026-01-01', [person('a', 'One')])
    await load('2026-01-02', [person('a', 'One', 'Two')])
    await load('2026-01-03', [person('b', 'Other')])
    await load('2026-01-04', [person('a', 'Two', 'Three', 'One')])
    expect(seen(await everything())).toEqual([
      'Two 2026-01-02..2026-01-04',
      'Three 2026-01-04..2026-01-04',
      'One 2026-01-01..2026-01-04',
    ])
  })

  it('that are not there are named with those that are', async () => {
    await load('2026-01-01', [person('a', 'One')])
    await expect(lists.entity('a', { asOf: { [source]: '2025-01-01' } })).rejects.toMatchObject({
      code: 'CORDON_LIST_VERSION',
      expected: expect.stringContaining('2026-01-01 (1)'),
    })
  })

  it('give back any history of any list, version by version', async () => {
    const state = fc.dictionary(
      fc.constantFrom('a', 'b', 'c', 'd'),
      fc.uniqueArray(fc.constantFrom('One', 'Two', 'Three'), { minLength: 1 }),
      { minKeys: 1, noNullPrototype: true },
    )
    await fc.assert(
      fc.asyncProperty(fc.array(state, { minLength: 1, maxLength: 6 }), async (history) => {
        await scratch.store.database.pool.query('truncate source cascade')
        const first = new Map<string, string>()
        const expected: string[][] = []
        for (const [i, entities] of history.entries()) {
          const version = `2026-01-0${i + 1}`
          await load(
            version,
            Object.entries(entities).map(([id, values]) => person(id, ...values)),
          )
          const lines = Object.entries(entities).flatMap(([id, values]) =>
            values.map((value) => {
              const key = `${id} ${value}`
              if (!first.has(key)) first.set(key, version)
              return `${value} ${first.get(key)}..${version}`
            }),
          )
          expected.push(lines.sort())
        }
        for (const [i, lines] of expected.entries())
          expect(seen(await everything({ asOf: { [source]: i + 1 } })).sort()).toEqual(lines)
      }),
      { numRuns: 15 },
    )
  })
})
