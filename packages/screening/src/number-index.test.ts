import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { NumberIndex } from './number-index.ts'
import { finish } from './steps.ts'

function found(keys: readonly (readonly string[])[], key: string): number[] {
  const holders = new Set<number>()
  finish(NumberIndex.building(keys)).find(key, (holder) => holders.add(holder))
  return [...holders].sort()
}

const number = fc.stringMatching(/^[0-9A-Z]{7,12}$/)

describe('finding who holds a number', () => {
  it('finds each holder of a number, and nobody for another', () => {
    const keys = [['290333974'], [], ['8660313', '290333974']]
    expect(found(keys, '290333974')).toEqual([0, 2])
    expect(found(keys, '8660313')).toEqual([2])
    expect(found(keys, '1234567')).toEqual([])
    expect(found([], '1234567')).toEqual([])
  })

  it('finds a number in which one character is another', () => {
    fc.assert(
      fc.property(number, fc.nat(), fc.constantFrom(...'0123456789XYZ'), (key, place, other) => {
        const at = place % key.length
        const slip = key.slice(0, at) + other + key.slice(at + 1)
        expect(found([[], [key]], slip)).toEqual([1])
      }),
    )
  })

  it('finds a number in which two neighbours are swapped', () => {
    fc.assert(
      fc.property(number, fc.nat(), (key, place) => {
        const at = place % (key.length - 1)
        const slip = key.slice(0, at) + key[at + 1] + key[at] + key.slice(at + 2)
        expect(found([[key]], slip)).toEqual([0])
      }),
    )
  })

  it('takes short numbers and wallets only as they are written', () => {
    expect(found([['123456']], '123457')).toEqual([])
    expect(found([['1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa']], '1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb')).toEqual([])
  })
})
