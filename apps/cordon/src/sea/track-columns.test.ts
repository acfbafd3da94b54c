import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { TrackPiece } from '../store/index.ts'
import { readTracks } from './testing-tracks.ts'
import { packTracks } from './track-columns.ts'

const piece = (mmsi: number, ...points: [number, number, number][]): TrackPiece => ({
  mmsi,
  from: points[0]![0] * 1000,
  until: points.at(-1)![0] * 1000,
  points: Int32Array.from(points.flatMap(([time, lat, lon]) => [time, lat * 1e6, lon * 1e6])),
})
const all = { from: 0, until: 4e12, most: 1_000_000 }
const packed = (pieces: readonly TrackPiece[], request: Partial<Parameters<typeof packTracks>[2]> = {}) =>
  readTracks(packTracks(pieces, new Map([[7, { name: 'MAIKA', class: 'tanker' }]]), { ...all, ...request }))

describe('tracks as bytes', () => {
  it('joins the pieces of a ship, and gives name and class', () => {
    const { ships } = packed([
      piece(7, [100, 30, 125], [700, 30.1, 125]),
      piece(7, [700, 30.1, 125], [1300, 30.2, 125]),
    ])
    expect(ships).toEqual([
      {
        mmsi: 7,
        class: 1,
        name: 'MAIKA',
        points: [
          [100, 3_000_000, 12_500_000],
          [700, 3_010_000, 12_500_000],
          [1300, 3_020_000, 12_500_000],
        ],
      },
    ])
  })

  it('leaves out what is outside the span and ships without a point in it', () => {
    const { ships } = packed([piece(7, [100, 0, 0]), piece(8, [100, 0, 0], [900, 0, 1])], { from: 500_000 })
    expect(ships.map(({ mmsi, points }) => [mmsi, points.length])).toEqual([[8, 1]])
  })

  it('gives whole tracks of the ships that come into a box, across the 180th meridian too', () => {
    const pieces = [piece(7, [1, 0, 179.9], [2, 0, -179.9]), piece(8, [1, 0, 10])]
    const box = { west: 175, south: -5, east: -175, north: 5 }
    expect(packed(pieces, { box }).ships.map(({ mmsi, points }) => [mmsi, points.length])).toEqual([[7, 2]])
  })

  it('is thinned to what was asked for, and keeps the last point', () => {
    const points = Array.from({ length: 200 }, (_, i): [number, number, number] => [i * 300, 1, i / 100])
    const { step, ships } = packed([piece(7, ...points)], { most: 60 })
    expect(step).toBe(1200)
    expect(ships[0]!.points.length).toBeLessThanOrEqual(60)
    expect(ships[0]!.points.at(-1)![0]).toBe(199 * 300)
  })

  it('gives every point back, wherever and whenever it is', () => {
    const point = fc.tuple(
      fc.integer({ min: 1, max: 2_000_000_000 }),
      fc.integer({ min: -90_00000, max: 90_00000 }),
      fc.integer({ min: -180_00000, max: 180_00000 }),
    )
    fc.assert(
      fc.property(
        fc.uniqueArray(point, { minLength: 1, maxLength: 30, selector: ([time]) => time }),
        (given) => {
          const sorted = given.toSorted((a, b) => a[0] - b[0])
          const { ships } = packed([
            piece(9, ...sorted.map(([t, y, x]): [number, number, number] => [t, y / 1e5, x / 1e5])),
          ])
          expect(ships[0]!.points).toEqual(sorted)
        },
      ),
    )
  })
})
