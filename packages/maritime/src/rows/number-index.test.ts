import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { NumberIndex } from './number-index.ts'

describe('an index by numbers that are counted up', () => {
  it('gives what a map gives, through additions and removals of any keys', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.boolean(), fc.oneof(fc.nat(20), fc.nat(100_000)), fc.nat(1000))),
        (steps) => {
          const [index, map] = [new NumberIndex(), new Map<number, number>()]
          for (const [isAdded, key, slot] of steps) {
            if (isAdded && !map.has(key)) {
              index.set(key, slot)
              map.set(key, slot)
            } else if (!isAdded && map.delete(key)) index.delete(key)
          }
          for (const [, key] of steps) expect(index.get(key)).toBe(map.get(key) ?? -1)
          expect(index.get(4_000_000_000)).toBe(-1)
        },
      ),
    )
  })
})
