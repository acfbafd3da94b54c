import { setImmediate as nextTurn } from 'node:timers/promises'
import { type ScratchStore, scratchStore } from '@cordon/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { manyPersons, metaOf, readingOf, testSource } from '../store/testing-reading.ts'
import { KnownFollower } from './follow.ts'
import { type Known, KnownHolder } from './known.ts'

const count = 3_000
const words: Readonly<Record<string, string>> = { '2026-01-01': 'alpha', '2026-02-01': 'omega' }
let scratch: ScratchStore

beforeAll(async () => {
  scratch = await scratchStore()
})
afterAll(() => scratch.close())

const importOf = (version: string) =>
  scratch.store.lists.import(readingOf(version, manyPersons(count, words[version]!)), metaOf(version))

/** The versions whose words are found at all, by each way to ask. */
function spoken({ index, graph }: Known): Record<string, number[]> {
  const names = [...graph.entities()].flatMap(({ properties }) => properties.name ?? [])
  return Object.fromEntries(
    Object.entries(words).map(([version, word]) => [
      version,
      [index.search(word).total, names.filter((name) => name.endsWith(word)).length],
    ]),
  )
}

describe('following the store', () => {
  it('answers while a new version is imported and loaded, and from one version whole at each moment', async () => {
    const known = new KnownHolder()
    const failures: unknown[] = []
    const follower = new KnownFollower(scratch.store, known, (error) => failures.push(error))
    await importOf('2026-01-01')
    await follower.start()
    const importing = importOf('2026-02-01')
    const seen = new Map<Known, string>()
    let whileLoading = 0
    while (known.current!.versions[testSource.name] !== '2026-02-01') {
      if (known.loading) whileLoading++
      seen.set(known.current!, known.current!.versions[testSource.name]!)
      await nextTurn()
    }
    await importing
    seen.set(known.current!, '2026-02-01')
    expect([...seen.values()]).toEqual(['2026-01-01', '2026-02-01'])
    for (const [state, version] of seen)
      for (const [other, found] of Object.entries(spoken(state)))
        expect(found, `${other} in ${version}`).toEqual(other === version ? [count, count] : [0, 0])
    expect(whileLoading).toBeGreaterThan(10)
    expect(failures).toEqual([])
    await follower.stop()
  })
})
