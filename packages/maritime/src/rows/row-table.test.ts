import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { RowTable } from './row-table.ts'

/** What a table holds, in its order. */
function contents(table: RowTable): [number, number][] {
  const rows: [number, number][] = []
  for (let slot = table.first; slot >= 0; slot = table.after(slot))
    rows.push([table.key(slot), table.page(slot)[table.at(slot) + 1]!])
  return rows
}

describe('rows of numbers by key', () => {
  it('finds, forgets and orders as a Map does', () => {
    const action = fc.tuple(fc.constantFrom('put', 'remove', 'touch'), fc.integer({ min: 0, max: 40 }))
    fc.assert(
      fc.property(
        fc.array(action, { maxLength: 400 }),
        fc.constantFrom(1, 256, 0x9e3779b1),
        (actions, step) => {
          const table = new RowTable(3)
          const map = new Map<number, number>()
          for (const [at, [what, small]] of actions.entries()) {
            const key = (small * step) >>> 0
            const slot = table.find(key)
            expect(slot >= 0).toBe(map.has(key))
            if (what === 'put' && slot < 0) {
              const added = table.add(key)
              expect([...table.page(added).subarray(table.at(added), table.at(added) + 3)]).toEqual([0, 0, 0])
              table.page(added)[table.at(added) + 1] = at
              map.set(key, at)
            } else if (what === 'remove' && slot >= 0) {
              table.remove(slot)
              map.delete(key)
            } else if (what === 'touch' && slot >= 0) {
              table.touch(slot)
              const value = map.get(key)!
              map.delete(key)
              map.set(key, value)
            }
          }
          expect(table.size).toBe(map.size)
          expect(contents(table)).toEqual([...map])
        },
      ),
    )
  })

  it('holds any number of rows, with the greatest keys', () => {
    const table = new RowTable(2)
    for (let i = 0; i < 5000; i++) table.page(table.add(0xffffffff - i))[table.at(i) + 1] = i
    for (let i = 0; i < 5000; i++) expect(table.find(0xffffffff - i)).toBe(i)
    expect(contents(table)[4999]).toEqual([0xffffffff - 4999, 4999])
    expect(table.find(7)).toBe(-1)
  })
})
