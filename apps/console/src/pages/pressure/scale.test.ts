import { expect, it } from 'vitest'
import { hasMonth, heightOf, monthOf, shortDollars, ticksUpTo } from './scale.ts'

it('places dates by month, the middle of it where the day is not known', () => {
  expect(monthOf('2017-01-01')).toBe(2017 * 12)
  expect(monthOf('2017-01')).toBe(2017 * 12 + 0.5)
  expect([hasMonth('2017'), hasMonth('2017-01')]).toEqual([false, true])
})

it('places sums by their logarithm, and what is nothing on the ground', () => {
  expect([heightOf(0), heightOf(1e4), heightOf(1e10), heightOf(1e7)]).toEqual([0, 0.02, 1, 0.5])
})

it('names round numbers on an axis', () => {
  expect(ticksUpTo(82)).toEqual([0, 50])
  expect(ticksUpTo(9)).toEqual([0, 5])
  expect(ticksUpTo(60)).toEqual([0, 20, 40, 60])
  expect(ticksUpTo(0)).toEqual([0])
})

it('says dollars in few signs', () => {
  const plain = (value: number) => String(value)
  expect([1_460_000_000, 81_000_000, 4_800_000, 272_000].map((one) => shortDollars(one, plain))).toEqual([
    '1.46 bn',
    '81 m',
    '4.8 m',
    '272000',
  ])
})
