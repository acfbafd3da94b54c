import { EditDistance } from '@cordon/text'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { finish } from '../steps.ts'
import { DeleteIndex } from './delete-index.ts'
import { editsAllowed } from './meet.ts'

const distance = new EditDistance()

describe('the index of slips', () => {
  it('finds exactly the words within the edits that their length allows', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 2, maxLength: 12 })
    fc.assert(
      fc.property(fc.uniqueArray(word, { maxLength: 60 }), word, (listed, asked) => {
        const index = finish(DeleteIndex.building(listed))
        const found = [...index.found.subarray(0, index.near(asked))].map((id) => listed[id]!)
        const expected = listed.filter((other) => {
          const allowed = editsAllowed(Math.max(asked.length, other.length))
          return distance.osa(asked, other, allowed) <= allowed
        })
        expect(found.sort()).toEqual(expected.sort())
      }),
      { numRuns: 1500 },
    )
  })
})
