import { createHash } from 'node:crypto'
import { type ScratchStore, scratchStore, startProgram } from '@cordon/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { manyPersons, metaOf, readingOf, testSource } from './testing-reading.ts'

let scratch: ScratchStore
beforeAll(async () => {
  scratch = await scratchStore()
})
afterAll(() => scratch.close())

/** A hash over all that the store answers. */
async function answer(): Promise<string> {
  const hash = createHash('sha256')
  for await (const groups of scratch.store.lists.entities()) hash.update(JSON.stringify(groups))
  return hash.digest('hex')
}

describe('an import whose process is killed', () => {
  it('leaves the former version answering and the store sound', { timeout: 240_000 }, async () => {
    const { lists, audit, database } = scratch.store
    const groups = manyPersons(8_000, '2026-01-01', (i) => i % 3 > 0)
    await lists.import(readingOf('2026-01-01', groups), metaOf('2026-01-01'))
    const before = await answer()
    const child = new URL('./list-import.child.ts', import.meta.url)
    const args = (version: string) => [JSON.stringify(scratch.config), scratch.database, version]
    for (const phase of ['reading', 'reading', 'merging', 'merging']) {
      const program = startProgram(child, args('2026-01-02'))
      for await (const line of program.lines) if (line === phase) break
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 20))
      await program.kill()
      expect(await lists.versions(testSource.name)).toHaveLength(1)
      expect(await answer()).toBe(before)
    }
    const done = startProgram(child, args('2026-01-02'))
    expect(await done.ended).toBe(0)
    const versions = await lists.versions(testSource.name)
    expect(versions.map(({ seq, current }) => [seq, current])).toEqual([
      [1, false],
      [2, true],
    ])
    expect(await audit.verify()).toMatchObject({ sound: true, entries: 2 })
    const { rows } = await database.pool.query(
      'select count(*)::int as n from entity_content where until_seq > 2',
    )
    expect(rows[0].n).toBe(8_000)
  })
})
