import { EditDistance } from '@cordon/text'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { finish } from '../steps.ts'
import { WholeIndex } from './whole-index.ts'

const distance = new EditDistance()

function find(listed: readonly string[], asked: string): string[] {
  const index = finish(WholeIndex.building(listed.length, (name) => listed[name]!))
  const found: string[] = []
  index.near(asked, (name) => found.push(listed[name]!))
  return found
}

describe('the index of whole names', () => {
  it.each([
    ['alisherusmanov', 'alisherusmnov', 'a letter lost'],
    ['alisherusmanov', 'lalisherusmanovv', 'one more at either end'],
    ['abcdef', 'acbedf', 'both borders swapped'],
    ['abcdefghi', 'abdcefxhi', 'a border swapped and a letter changed'],
    ['abcdefghi', 'xbcdegfhi', 'a letter changed and the other border swapped'],
    ['abcdefghi', 'bcdegfhi', 'a letter lost and the other border swapped'],
  ])('finds %s from %s: %s', (listed, asked) => {
    expect(find([listed], asked)).toEqual([listed])
  })

  it('finds exactly what is within two edits', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 6, maxLength: 14 })
    fc.assert(
      fc.property(fc.uniqueArray(text, { maxLength: 60 }), text, (listed, asked) => {
        const expected = listed.filter((other) => distance.osa(asked, other, 2) <= 2)
        expect(find(listed, asked).sort()).toEqual(expected.sort())
      }),
      { numRuns: 2000 },
    )
  })
})
