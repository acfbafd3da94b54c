import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { circleThrough } from './circle-fit.ts'
import { eventsOf, findAll, hours, metres, steam, still, type Voyage } from './testing-sea.ts'

const ship = 477_000_001
const other = 538_000_002
type At = Voyage['at']

/** Round a circle: its radius in metres, and the speed with which it is gone round. */
function round(lat: number, lon: number, radiusM: number, knots: number, noiseM = 0): At {
  return (hour) => {
    const angle = (hour * knots * 1852) / radiusM
    const r = radiusM + noiseM * Math.sin(hour * 997)
    const east = metres(r * Math.sin(angle)) / Math.cos((lat * Math.PI) / 180)
    return [lat + metres(r * Math.cos(angle)), lon + east, knots, ((angle * 180) / Math.PI + 90) % 360]
  }
}

const one = (at: At, mmsi = ship, everyMinutes = 1): Voyage => ({ mmsi, from: 0, to: 8, everyMinutes, at })
const circling = (...voyages: Voyage[]) => eventsOf({ voyages }, 'circling')

describe('the circle through positions', () => {
  it('is found to a metre from points on it, wherever it lies, and a few that lie off are left out', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -70, max: 70, noNaN: true }),
        fc.double({ min: -180, max: 179.9, noNaN: true }),
        fc.integer({ min: 100, max: 5000 }),
        fc.integer({ min: 0, max: 6 }),
        (lat, lon, radius, strays) => {
          const points = Array.from(
            { length: 36 },
            (_, i) => round(lat, lon, radius, 10)((i * radius) / 105_000)!,
          )
          const lats = points.map(([y], i) => (i < strays ? lat : y))
          const lons = points.map(([, x], i) => (i < strays ? lon : x > 180 ? x - 360 : x))
          const circle = circleThrough(lats, lons)
          expect(circle?.radiusM).toBeCloseTo(radius, -Math.log10(radius / 50))
          expect(circle?.points).toBe(36 - strays)
        },
      ),
    )
  })

  it('is none through a line, and none through positions all over the place', () => {
    const line = Array.from({ length: 30 }, (_, i) => 30 + i / 1000)
    expect(circleThrough(line, line)).toBeUndefined()
    const square = Array.from({ length: 64 }, (_, i) => [i % 8, Math.floor(i / 8)] as const)
    const found = circleThrough(
      square.map(([y]) => 30 + y / 100),
      square.map(([, x]) => 120 + x / 100),
    )
    expect(found === undefined || found.spread > 0.08).toBe(true)
  })
})

describe('circling', () => {
  it('is a ship whose positions run round one place again and again, told once and again when it is over', () => {
    const found = circling(one(round(38, -123, 2000, 21, 20)))
    expect(found.map(({ state, why }) => [state, why])).toEqual([
      ['open', 'even'],
      ['closed', 'even'],
    ])
    expect(found[0]).toMatchObject({
      radiusM: expect.closeTo(2000, -2),
      knots: expect.closeTo(21, 0),
      lat: expect.closeTo(38, 2),
      lon: expect.closeTo(-123, 2),
    })
    expect(found[1]!.id).toBe(found[0]!.id)
    expect(found[1]!.end).toBeGreaterThan(found[0]!.end)
  })

  it('is a long ship in a circle shorter than itself', () => {
    const statics = [{ mmsi: ship, time: hours(0), lengthM: 240 }]
    const tight = eventsOf({ voyages: [one(round(31.4, 121.6, 200, 21, 15))], statics }, 'circling')
    expect(tight[0]).toMatchObject({ why: 'tight', radiusM: expect.closeTo(200, -2) })
  })

  it('is two ships round one centre, though neither is even', () => {
    const rough = (mmsi: number) => one(round(31.4, 121.6, 3000, 15, 250), mmsi)
    expect(circling(rough(ship))).toEqual([])
    expect(circling(rough(ship), rough(other)).at(0)).toMatchObject({ why: 'together', ships: [ship, other] })
  })

  it('is seen from the jumps of sparse positions too, true ones among them', () => {
    const ring = round(31.4, 121.6, 400, 25)
    const mixed = one(
      (hour) => (Math.round(hour * 60) % 25 === 0 ? [31.42, 121.63, 0, 0] : ring(hour)),
      ship,
      3,
    )
    expect(circling(mixed)[0]).toMatchObject({ why: 'even' })
  })

  it('is none where ships swing at anchor, drift, search, fish, ply between two places or are carried off by a current', () => {
    const anchored = round(30, 124, 250, 0.6)
    const carried: At = (hour) => {
      const [lat, lon, knots, course] = round(30, 124, 600, 10)(hour)!
      return [lat + metres(hour * 0.8 * 1852), lon, knots!, course!]
    }
    const trawl: At = (hour) => [30 + 0.06 * Math.sin(hour * 2), 124 + 0.02 * Math.sin(hour * 0.9), 4.5, 0]
    const ferry: At = (hour) => [
      30 + 0.15 * Math.abs(((hour * 2) % 2) - 1),
      124,
      18,
      hour % 1 < 0.5 ? 0 : 180,
    ]
    const ladder: At = (hour) => [
      30 + 0.01 * Math.floor(hour * 3),
      124 + 0.08 * Math.abs(((hour * 6) % 2) - 1),
      12,
      90,
    ]
    const figureEight: At = (hour) => [
      30 + 0.03 * Math.sin(hour * 12),
      124 + 0.03 * Math.sin(hour * 6),
      12,
      0,
    ]
    for (const at of [
      anchored,
      carried,
      trawl,
      ferry,
      ladder,
      figureEight,
      still(30, 124),
      steam(30, 124, 12, 45),
    ])
      expect(circling(one(at))).toEqual([])
  })

  it('is the same however the stream is cut, and through restarts', () => {
    const voyages = [one(round(38, -123, 2000, 21, 20)), one(steam(30, 124, 12, 45), other)]
    expect(findAll({ voyages, cut: 30, restarts: true }).events).toEqual(findAll({ voyages }).events)
  })
})

describe('a speed that does not fit the cargo', () => {
  /** Steams, halts at sea for so many hours, steams on at another speed. */
  const halting = (before: number, after: number, haltHours = 5): Voyage => ({
    mmsi: ship,
    from: 0,
    to: 24,
    everyMinutes: 6,
    at: (hour) => {
      const there = steam(30, 124, before, 90)(Math.min(hour, 8))
      if (hour <= 8) return there
      if (hour <= 8 + haltHours) return [there[0], there[1], 0.3, 0]
      return steam(there[0], there[1], after, 90, 8 + haltHours)(hour)
    },
  })
  const said = (draughtM: number, time = 0, shipClass: 'tanker' | 'passenger' = 'tanker') => ({
    mmsi: ship,
    time: hours(time),
    draughtM,
    shipClass,
  })
  const found = (voyage: Voyage, ...statics: ReturnType<typeof said>[]) =>
    eventsOf({ voyages: [voyage], statics }, 'speed-for-cargo')

  it('is a tanker that is slower after a halt at sea, and says the same draught', () => {
    expect(found(halting(13, 10.5), said(4.2), said(4.2, 20))).toMatchObject([
      { beforeKnots: expect.closeTo(13, 0), afterKnots: expect.closeTo(10.5, 0), draughtM: 4.2 },
    ])
    expect(found(halting(13, 10.5), said(4.2))[0]!.asDraughtM).toBeGreaterThan(8)
    expect(found(halting(10.5, 13), said(7))).toHaveLength(1)
  })

  it('is none where the speed is the same, the draught changed or is not said, the halt is short, or it carries people', () => {
    expect(found(halting(13, 12.5), said(4.2))).toEqual([])
    expect(found(halting(13, 10.5), said(4.2), said(7.5, 12))).toEqual([])
    expect(found(halting(13, 10.5))).toEqual([])
    expect(found(halting(13, 10.5, 1), said(4.2))).toEqual([])
    expect(found(halting(13, 10.5), said(4.2, 0, 'passenger'))).toEqual([])
  })

  it('is none where it halted in a port', () => {
    const [lat, lon] = steam(30, 124, 13, 90)(8)
    const ports = [{ id: 'P', name: 'P', lat, lon, country: 'cn' }]
    expect(
      eventsOf({ voyages: [halting(13, 10.5)], statics: [said(4.2)], ports }, 'speed-for-cargo'),
    ).toEqual([])
  })
})
