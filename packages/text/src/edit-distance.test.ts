import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { EditDistance } from './edit-distance.ts'
import { jaroWinkler } from './jaro-winkler.ts'

/** The textbook recurrence, as the oracle. */
function slowOsa(a: string, b: string): number {
  const d = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)),
  )
  for (let i = 1; i <= a.length; i++)
    for (let j = 1; j <= b.length; j++) {
      d[i]![j] = Math.min(
        d[i - 1]![j]! + 1,
        d[i]![j - 1]! + 1,
        d[i - 1]![j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1),
      )
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        d[i]![j] = Math.min(d[i]![j]!, d[i - 2]![j - 2]! + 1)
    }
  return d[a.length]![b.length]!
}

const distance = new EditDistance()

describe('EditDistance.osa', () => {
  it.each([
    ['kim', 'kim', 0],
    ['jong', 'jnog', 1],
    ['pak', 'paek', 1],
    ['', 'abc', 3],
    ['ca', 'abc', 3],
  ])('%s to %s is %i', (a, b, expected) => {
    expect(distance.osa(a, b)).toBe(expected)
  })

  it('agrees with the textbook on words of any length, and stops at the cut-off', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '김'), maxLength: 50 })
    fc.assert(
      fc.property(letters, letters, fc.nat(6), (a, b, max) => {
        const expected = slowOsa(a, b)
        expect(distance.osa(a, b)).toBe(expected)
        expect(distance.osa(a, b, max)).toBe(Math.min(expected, max + 1))
      }),
      { numRuns: 2000 },
    )
  })
})

describe('jaroWinkler', () => {
  it.each([
    ['martha', 'marhta', 0.961],
    ['dixon', 'dicksonx', 0.813],
    ['abc', 'xyz', 0],
  ])('%s and %s: %d (Winkler 1990)', (a, b, expected) => {
    expect(jaroWinkler(a, b)).toBeCloseTo(expected, 3)
  })
  it('is symmetric and within 0..1', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), maxLength: 40 })
    fc.assert(
      fc.property(letters, letters, (a, b) => {
        const score = jaroWinkler(a, b)
        expect(score).toBeGreaterThanOrEqual(0)
        expect(score).toBeLessThanOrEqual(1)
        expect(jaroWinkler(b, a)).toBeCloseTo(score, 12)
      }),
    )
  })
})
