import { expect, it } from 'vitest'
import { freshnessOf } from './freshness.tsx'

const now = Date.parse('2026-03-01T00:00:00Z')
const list = (version: string, fetch?: object) => ({
  version,
  fetched: `${version}T00:00:00Z`,
  ...(fetch && { fetch: fetch as never }),
})

it('tells a list by its age', () => {
  expect(
    ['2026-02-20', '2026-01-15', '2025-09-03'].map((version) => freshnessOf(list(version), now)),
  ).toEqual(['fresh', 'aging', 'old'])
})

it('tells before its age what needs someone', () => {
  expect(freshnessOf(list('2025-09-03', { error: 'down', failures: 3 }), now)).toBe('failing')
  expect(freshnessOf(list('2026-02-20', { held: {}, error: 'down' }), now)).toBe('held')
})
