import { describe, expect, it } from 'vitest'
import { boundsOf, decodeTracks, fleetAt, newFleet, trackOf } from './track-data.ts'

const hour = 3_600_000
/** Two ships as the server sends them: 7 at 100 s and 700 s, 8 across the 180th meridian. */
function sent(): ArrayBuffer {
  const names = new TextEncoder().encode('MAIKA\0<b>x</b>\0')
  const varints: number[] = []
  const write = (...values: number[]) => {
    for (const value of values) {
      let rest = (value << 1) ^ (value >> 31)
      for (; (rest & ~0x7f) !== 0; rest >>>= 7) varints.push((rest & 0x7f) | 0x80)
      varints.push(rest)
    }
  }
  write(100, 3_000_000, 12_500_000, 600, 10_000, 0)
  write(0, 0, 17_990_000, 600, 0, -35_980_000)
  const head = new DataView(new ArrayBuffer(38))
  for (const [i, value] of [2, 4, 1000, 0, names.length].entries()) head.setInt32(4 * i, value, true)
  for (const [i, mmsi] of [7, 8].entries()) {
    head.setInt32(20 + 9 * i, mmsi, true)
    head.setInt32(24 + 9 * i, 2, true)
    head.setUint8(28 + 9 * i, i + 1)
  }
  return Uint8Array.from([...new Uint8Array(head.buffer), ...names, ...varints]).buffer
}

describe('tracks as the server sends them', () => {
  it('are read as columns, with longitudes that run on across the 180th meridian', () => {
    const data = decodeTracks(sent())
    expect(data).toMatchObject({ ships: 2, points: 4, base: 1000 })
    expect([...data.mmsi]).toEqual([7, 8])
    expect(data.names.slice(0, 2)).toEqual(['MAIKA', '<b>x</b>'])
    expect([...data.starts]).toEqual([0, 2, 4])
    expect([...data.times]).toEqual([100, 700, 0, 600])
    expect([...data.places].map((value) => Math.round(value * 10) / 10)).toEqual([
      125, 30, 125, 30.1, 179.9, 0, 180.1, 0,
    ])
    expect(boundsOf(data)!.map(Math.round)).toEqual([125, 0, 180, 30])
  })

  it('are refused where they end too early', () => {
    expect(() => decodeTracks(sent().slice(0, -1))).toThrow(RangeError)
  })
})

describe('where ships are at a time', () => {
  const data = trackOf(7, 'MAIKA', 1, [
    [0, 0, 0],
    [hour, 0, 1],
    [9 * hour, 0, 2],
  ])

  it('is between two positions, with the course', () => {
    const fleet = newFleet(1)
    expect(fleetAt(data, 1800, fleet)).toBe(1)
    expect([...fleet.places]).toEqual([0.5, 0])
    expect(fleet.courses[0]).toBe(90)
    expect(fleet.alphas[0]).toBe(255)
  })

  it('is where it was last heard through a silence, paler, and nowhere after long', () => {
    const fleet = newFleet(1)
    fleetAt(data, 5 * 3600, fleet)
    expect([fleet.places[0], fleet.alphas[0]]).toEqual([1, 90])
    expect(fleetAt(data, 30 * 3600, fleet)).toBe(0)
  })

  it('is the same whichever way time runs', () => {
    const forward = newFleet(1)
    for (let s = 0; s <= 9 * 3600; s += 600) fleetAt(data, s, forward)
    fleetAt(data, 1800, forward)
    const fresh = newFleet(1)
    fleetAt(data, 1800, fresh)
    expect(forward).toEqual(fresh)
    expect(fleetAt(data, -1, fresh)).toBe(0)
  })
})
