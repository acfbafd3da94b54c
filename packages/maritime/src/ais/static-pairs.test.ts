import { describe, expect, it } from 'vitest'
import { StaticPairs } from './static-pairs.ts'

const partA = (mmsi: number, shipname: string) => ({ type: 24, repeat: 0, mmsi, partno: 0, shipname })
const partB = (mmsi: number, callsign: string) => ({ type: 24, repeat: 0, mmsi, partno: 1, callsign })

describe('the parts of type 24', () => {
  it('are joined by MMSI in either order, with others in between', () => {
    const pairs = new StaticPairs()
    expect(pairs.add(partA(1, 'ALPHA'))).toBeUndefined()
    expect(pairs.add(partB(2, 'BRAVO1'))).toBeUndefined()
    expect(pairs.add({ type: 5, repeat: 0, mmsi: 1 })).toBeUndefined()
    expect(pairs.add(partB(1, 'ALPHA1'))?.fields).toEqual({
      type: 24,
      repeat: 0,
      mmsi: 1,
      shipname: 'ALPHA',
      callsign: 'ALPHA1',
    })
    expect(pairs.add(partA(2, 'BRAVO'))?.fields).toMatchObject({ shipname: 'BRAVO', callsign: 'BRAVO1' })
  })

  it('follow a change of name', () => {
    const pairs = new StaticPairs()
    pairs.add(partA(1, 'OLD'))
    pairs.add(partB(1, 'CALL'))
    expect(pairs.add(partA(1, 'NEW'))?.fields).toMatchObject({ shipname: 'NEW', callsign: 'CALL' })
  })

  it('of different hours are no pair', () => {
    const pairs = new StaticPairs()
    pairs.add(partA(1, 'ALPHA'), 0)
    expect(pairs.add(partB(1, 'ALPHA1'), 31 * 60_000)).toBeUndefined()
    expect(pairs.add(partA(1, 'ALPHA'), 32 * 60_000)?.timeB).toBe(31 * 60_000)
  })

  it('are held for a bounded number of ships', () => {
    const pairs = new StaticPairs({ ships: 2 })
    for (const mmsi of [1, 2, 3]) pairs.add(partA(mmsi, 'NAME'))
    expect(pairs.add(partB(1, 'CALL'))).toBeUndefined()
    expect(pairs.add(partB(3, 'CALL'))?.mmsi).toBe(3)
  })
})
