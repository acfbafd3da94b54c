import { expect, it } from 'vitest'
import { nothing, ranged, toggled } from './selection.ts'

const order = [9, 7, 5, 3, 1]

it('selects a row, and lets it go', () => {
  const one = toggled(nothing, 7)
  expect([...one.ids]).toEqual([7])
  expect(toggled(one, 7).ids.size).toBe(0)
})

it('selects from the last one chosen to another, either way', () => {
  expect([...ranged(toggled(nothing, 7), order, 3).ids]).toEqual([7, 5, 3])
  expect([...ranged(toggled(nothing, 3), order, 9).ids].sort()).toEqual([3, 5, 7, 9])
})

it('selects one where there is nothing to begin from', () => {
  expect([...ranged(nothing, order, 5).ids]).toEqual([5])
})
