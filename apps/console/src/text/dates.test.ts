import { expect, it } from 'vitest'
import { ago, partialDate, qualifiedDate } from './dates.ts'

it('shows a date only as far as it is known', () => {
  expect([partialDate('1984'), partialDate('1984-08'), partialDate('1984-08-15')]).toEqual([
    '1984',
    'Aug 1984',
    '15 Aug 1984',
  ])
})

it('leaves alone what is no date', () => {
  expect(partialDate('unknown')).toBe('unknown')
})

it('says about and between where the source does', () => {
  expect(qualifiedDate('1965', { circa: true })).toBe('about 1965')
  expect(qualifiedDate('1960', { from: '1960', to: '1965' })).toBe('between 1960 and 1965')
})

it('tells age in the largest whole unit', () => {
  const now = Date.UTC(2025, 8, 10)
  expect(ago('2025-09-03T00:00:00Z', now)).toBe('7 days ago')
  expect(ago(now - 5_000, now)).toBe('just now')
})
