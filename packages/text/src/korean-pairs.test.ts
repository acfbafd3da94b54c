import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { expect, it } from 'vitest'
import { analyseName } from './analyse.ts'

interface Pair {
  name1: string
  name2: string
  match: string
  rule: string
}

const pairs: Pair[] = parse(readFileSync(new URL('./fixtures/korean-pairs.csv', import.meta.url)), {
  columns: true,
})

function shareName(a: string, b: string): boolean {
  const other = new Set(analyseName(b, 'person').keys.map((key) => key.text))
  return analyseName(a, 'person').keys.some((key) => other.has(key.text))
}

it('is a set of at least 300 pairs, two fifths or more of them different persons', () => {
  expect(pairs.length).toBeGreaterThanOrEqual(300)
  expect(pairs.filter((pair) => pair.match === 'false').length / pairs.length).toBeGreaterThan(0.4)
})

it('whole-name keys join at least 98% of one person’s spellings and none of different persons', () => {
  const same = pairs.filter((pair) => pair.match === 'true')
  const joined = same.filter((pair) => shareName(pair.name1, pair.name2))
  expect(joined.length / same.length).toBeGreaterThan(0.98)
  const wrong = pairs.filter((pair) => pair.match === 'false' && shareName(pair.name1, pair.name2))
  expect(wrong).toEqual([])
})
