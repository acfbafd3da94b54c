import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'
import { referenceData } from '@cordon/testing'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sectorRing } from '../places/area.ts'
import { readPositionCsv } from '../positions/read-csv.ts'
import { TrackBuilder } from '../tracks/track-builder.ts'
import type { SeaEvent } from './event.ts'
import { EventFinder } from './event-finder.ts'
import {
  day,
  eventsOf,
  findAll,
  hours,
  metres,
  positionsOf,
  steam,
  still,
  type Voyage,
} from './testing-sea.ts'

const a = 273_000_001
const b = 412_000_002
const port = { id: 'SHA', name: 'Shanghai', lat: 31.2, lon: 122, country: 'cn' }

/** Ships that pass in the same water, so that reception is known to be good. */
function passers(lat: number, lon: number, count = 3): Voyage[] {
  return Array.from({ length: count }, (_, i) => ({
    mmsi: 440_000_100 + i,
    from: 0,
    to: 48,
    everyMinutes: 20,
    at: (hour: number) => [lat + 0.2 + 0.01 * i, lon + 0.3 * Math.sin(hour / 5), 4, 90] as const,
  }))
}

describe('an encounter', () => {
  const pair = [
    { mmsi: a, from: 5, to: 8, at: still(30, 125) },
    { mmsi: b, from: 5, to: 8, at: still(30 + metres(100), 125) },
  ]

  it('is two ships within 500 m for two hours or more: told when it is one, and again when it is over', () => {
    const found = eventsOf({ voyages: pair }, 'encounter')
    expect(found.map(({ state, mmsi, other }) => [state, mmsi, other])).toEqual([
      ['open', a, b],
      ['closed', a, b],
    ])
    const [, closed] = found
    expect(closed).toMatchObject({ hours: expect.closeTo(2.83, 1), medianDistanceKm: expect.closeTo(0.1, 1) })
    expect(found[0]!.id).toBe(closed!.id)
  })

  it('is none near a port, none for an hour, none at five knots', () => {
    expect(eventsOf({ voyages: pair, ports: [{ ...port, lat: 30, lon: 125 }] }, 'encounter')).toEqual([])
    const short = pair.map((voyage) => ({ ...voyage, to: 6 }))
    expect(eventsOf({ voyages: short }, 'encounter')).toEqual([])
    const convoy = [
      { mmsi: a, from: 0, to: 6, at: steam(30, 125, 4.5, 90) },
      { mmsi: b, from: 0, to: 6, at: steam(30 + metres(200), 125, 4.5, 90) },
    ]
    expect(eventsOf({ voyages: convoy }, 'encounter')).toEqual([])
  })

  it('goes on across midnight, across 180 degrees, over a sample apart, and over silence of one side', () => {
    const across = [
      { mmsi: a, from: 22, to: 26, at: still(10, 179.9995) },
      { mmsi: b, from: 22, to: 26, at: still(10, -179.9995) },
    ]
    expect(eventsOf({ voyages: across }, 'encounter').at(-1)).toMatchObject({ hours: expect.closeTo(3.8, 1) })
    const drift = [
      { mmsi: a, from: 6, to: 9, at: still(30, 125) },
      {
        mmsi: b,
        from: 6,
        to: 9,
        at: (h: number) => [30 + metres(h > 7.4 && h < 7.6 ? 700 : 100), 125, 0.2, 0] as const,
      },
    ]
    expect(eventsOf({ voyages: drift }, 'encounter').at(-1)).toMatchObject({ hours: expect.closeTo(2.8, 1) })
    const silent = [
      { mmsi: a, from: 4, to: 12, at: still(30, 125) },
      { mmsi: b, from: 4, to: 12, at: (h: number) => (h > 6 && h < 8.5 ? undefined : still(30, 125.0005)()) },
    ]
    expect(eventsOf({ voyages: silent }, 'encounter')).toMatchObject([
      { state: 'open' },
      { state: 'closed', hours: expect.closeTo(7.8, 1) },
    ])
  })

  it('is the same however the stream is cut, and through any number of restarts', {
    timeout: 120_000,
  }, () => {
    const sea = {
      voyages: [
        ...pair,
        {
          mmsi: 355_000_003,
          from: 0,
          to: 30,
          at: (h: number) => (h > 9 && h < 20 ? undefined : still(30.02, 125)()),
        },
        ...passers(30, 125),
      ],
      sightings: [{ id: 's1', time: hours(6.5), lat: 30, lon: 125, accuracyM: 200 }],
      areas: [
        {
          id: 'w',
          name: 'W',
          kind: 'watch' as const,
          polygons: [
            [
              [
                [124, 29],
                [126, 29],
                [126, 31],
                [124, 31],
              ],
            ],
          ] as const,
          cites: [],
        },
      ],
      statics: [
        { mmsi: a, time: hours(5), name: 'ALPHA', draughtM: 6 },
        { mmsi: a, time: hours(9), name: 'OMEGA', draughtM: 8 },
      ],
    }
    const whole = JSON.stringify(findAll(sea))
    fc.assert(
      fc.property(fc.integer({ min: 7, max: 300 }), fc.boolean(), (cut, restarts) => {
        expect(JSON.stringify(findAll({ ...sea, cut, restarts }))).toBe(whole)
      }),
      { numRuns: 15 },
    )
    expect(new Set(findAll(sea).events.map(({ kind }) => kind)).size).toBeGreaterThan(4)
  })
})

describe('loitering', () => {
  const drifts = { mmsi: a, from: 0, to: 10, at: still(28, 126, 0.5) }

  it('is slow hours in a row, away from port', () => {
    const found = eventsOf({ voyages: [drifts] }, 'loitering')
    expect(found.map(({ state }) => state)).toEqual(['open', 'closed'])
    expect(found[1]).toMatchObject({ lat: expect.closeTo(28, 5), hours: expect.closeTo(10, 0) })
    expect(eventsOf({ voyages: [drifts], ports: [{ ...port, lat: 28.2, lon: 126 }] }, 'loitering')).toEqual(
      [],
    )
  })

  it('is none for a ship under way, nor for three hours', () => {
    expect(eventsOf({ voyages: [{ ...drifts, at: steam(28, 126, 12, 45) }] }, 'loitering')).toEqual([])
    expect(eventsOf({ voyages: [{ ...drifts, to: 3 }] }, 'loitering')).toEqual([])
  })
})

describe('a gap', () => {
  const silent = (from: number, to: number) => (h: number) =>
    h > from && h < to ? undefined : steam(28, 126, 10, 90)(h)

  it('says how long, how far, and that others were heard meanwhile', () => {
    const voyages = [
      { mmsi: a, from: 0, to: 24, at: silent(6, 16) },
      ...passers(28, 127),
      ...passers(28, 128),
      ...passers(28, 129),
    ]
    const gap = eventsOf({ voyages }, 'gap').find(({ mmsi, state }) => mmsi === a && state === 'closed')
    expect(gap).toMatchObject({
      hours: expect.closeTo(10, 0),
      knots: expect.closeTo(10, 0),
      speedBefore: 10,
      courseBefore: 90,
      reception: { verdict: 'good' },
    })
    expect(gap!.positionsBefore).toBeGreaterThan(60)
  })

  it('where nobody was heard it is lack of reception', () => {
    const [open, closed] = eventsOf({ voyages: [{ mmsi: a, from: 0, to: 24, at: silent(6, 16) }] }, 'gap')
    expect(open).toMatchObject({ state: 'open', knots: 0 })
    expect(closed).toMatchObject({ state: 'closed', id: open!.id, reception: { verdict: 'none' } })
  })

  it('of days is one too', () => {
    const [, closed] = eventsOf({ voyages: [{ mmsi: a, from: 0, to: 60, at: silent(6, 50) }] }, 'gap')
    expect(closed).toMatchObject({ hours: expect.closeTo(44, 0) })
  })
})

describe('a port visit', () => {
  it('is arrival, stop and departure', () => {
    const at = (h: number): readonly [number, number, number, number] =>
      h < 5 ? steam(31.2, 122, 12, 270, 5)(h) : h < 15 ? [31.2, 122, 0, 0] : steam(31.2, 122, 12, 90, 15)(h)
    const found = eventsOf({ voyages: [{ mmsi: a, from: 0, to: 20, at }], ports: [port] }, 'port-visit')
    expect(found.at(-1)).toMatchObject({
      state: 'closed',
      name: 'Shanghai',
      country: 'cn',
      confidence: 4,
      stoppedHours: expect.closeTo(10, 0),
    })
    const passing = eventsOf(
      { voyages: [{ mmsi: a, from: 0, to: 5, at: steam(31.2, 121.5, 12, 90) }], ports: [port] },
      'port-visit',
    )
    expect(passing).toEqual([])
  })
})

describe('a watch area', () => {
  const ring = sectorRing(31.2, 121.5, 240, 450, 90, 180)
  const areas = [
    { id: 'ecs', name: 'East China Sea', kind: 'watch' as const, polygons: [[ring]], cites: ['un-2375-11'] },
  ]

  it('is entered once, and left when the ship has been outside for an hour', () => {
    const found = eventsOf(
      { voyages: [{ mmsi: a, from: 0, to: 40, at: steam(31, 122, 12, 100) }], areas },
      'watch-area',
    )
    expect(found.map(({ state, area }) => [state, area])).toEqual([
      ['open', 'ecs'],
      ['closed', 'ecs'],
    ])
    expect(found[0]!.cites).toEqual(['un-2375-11'])
  })
})

describe('speed', () => {
  it('that is sent and speed that is made must agree', () => {
    const lies = { mmsi: a, from: 0, to: 4, at: (h: number) => [28, 126 + h * 0.0001, 12, 90] as const }
    expect(eventsOf({ voyages: [lies] }, 'speed-inconsistent')).toMatchObject([
      { sentKnots: expect.closeTo(12, 1), madeKnots: expect.closeTo(0, 1) },
    ])
    const honest = { ...lies, at: steam(28, 126, 12, 90) }
    expect(eventsOf({ voyages: [honest] }, 'speed-inconsistent')).toEqual([])
  })
})

describe('a dark rendezvous', () => {
  const waits = { mmsi: a, from: 0, to: 12, at: still(28, 126) }
  const comes = (silentFrom: number, silentTo: number): Voyage => ({
    mmsi: b,
    from: 0,
    to: 30,
    at: (h) =>
      h > silentFrom && h < silentTo
        ? undefined
        : h < 10
          ? steam(28, 125, 8, 90)(h)
          : steam(28, 127, 8, 90, 20)(h),
  })

  it('is one that waits and one that is silent and could have come', () => {
    const found = eventsOf({ voyages: [waits, comes(1, 18)] }, 'dark-rendezvous')
    expect(found).toMatchObject([{ by: 'gap', mmsi: a, other: b }])
    expect(found[0]!.knotsNeeded).toBeLessThan(14)
  })

  it('is none where the silent one could not have come', () => {
    expect(
      eventsOf(
        {
          voyages: [waits, { ...comes(1, 18), at: (h) => (h > 1 && h < 18 ? undefined : still(20, 126)()) }],
        },
        'dark-rendezvous',
      ),
    ).toEqual([])
    expect(eventsOf({ voyages: [waits, comes(1, 3)] }, 'dark-rendezvous')).toEqual([])
  })
})

describe('ships that jump', () => {
  it('to one place together are jammed', () => {
    const ships = Array.from({ length: 6 }, (_, i) => ({
      mmsi: 636_000_100 + i,
      from: 0,
      to: 4,
      at: (h: number) =>
        h < 2 ? ([40 + i, 20 + i, 10, 0] as const) : ([44.95 + 0.001 * i, 37.3, 0, 0] as const),
    }))
    expect(eventsOf({ voyages: ships }, 'jamming')).toMatchObject([{ ships: expect.any(Array) }])
    expect(eventsOf({ voyages: ships.slice(0, 3) }, 'jamming')).toEqual([])
  })

  it('to and fro are two ships under one number', () => {
    const two = [
      { mmsi: a, from: 0, to: 4, everyMinutes: 10, at: still(30, 125) },
      { mmsi: a, from: 0.05, to: 4, everyMinutes: 10, at: still(-10, 20) },
    ]
    expect(eventsOf({ voyages: two }, 'shared-number')).toHaveLength(1)
  })
})

describe('bad input', () => {
  const noise = fc.record({
    mmsi: fc.integer({ min: 0, max: 2 ** 30 - 1 }),
    time: fc.oneof(fc.integer({ min: day - 1e9, max: day + 1e9 }), fc.constantFrom(0, -1, 8.64e15)),
    lat: fc.double({ min: -90, max: 90, noNaN: true }),
    lon: fc.double({ min: -180, max: 180, noNaN: true }),
    sog: fc.oneof(fc.double({ min: 0, max: 102.2, noNaN: true }), fc.constant(Number.NaN)),
  })

  it('of any kind is counted, breaks nothing, and leaves the rest as it was', () => {
    const pair = [
      { mmsi: a, from: 5, to: 8, at: still(30, 125) },
      { mmsi: b, from: 5, to: 8, at: still(30 + metres(100), 125) },
    ]
    fc.assert(
      fc.property(fc.array(noise, { maxLength: 60 }), (rows) => {
        const builder = new TrackBuilder()
        const finder = new EventFinder({ ports: [port], areas: [] })
        const batch = positionsOf(pair)
        builder.push(batch)
        const columns = positionsOf(
          rows.map((row) => ({
            mmsi: row.mmsi,
            from: 0,
            to: 0,
            at: () => [row.lat, row.lon, row.sog] as const,
          })),
        )
        for (const [i, { time }] of rows.entries()) columns.time[i] = time
        builder.push(columns)
        const found: SeaEvent[] = []
        for (let h = 0; h < 24; h++)
          found.push(...finder.take(builder.advance(hours(h)), [], hours(h)).events)
        found.push(...finder.take(builder.end(), [], Number.MAX_SAFE_INTEGER).events)
        const { pushed, tracked, copies, dropped } = builder.counts
        expect(tracked + copies + Object.values(dropped).reduce((sum, n) => sum + n, 0)).toBe(pushed)
        expect(
          found.some((event) => event.kind === 'encounter' && event.mmsi === a && event.other === b),
        ).toBe(true)
      }),
      { numRuns: 30 },
    )
  })

  it('of more ships than are followed forgets those heard least recently', () => {
    const builder = new TrackBuilder({ ships: 1000 })
    const finder = new EventFinder({ ports: [], areas: [] }, undefined, { tracks: 1000 })
    for (let slice = 0; slice < 10; slice++) {
      builder.push(
        positionsOf(
          Array.from({ length: 1000 }, (_, i) => ({
            mmsi: 200_000_000 + slice * 1000 + i,
            from: slice / 10,
            to: slice / 10,
            at: still(0.01 * i, 0.01 * slice),
          })),
        ),
      )
      finder.take(builder.advance(hours(slice / 10 + 0.05)), [], hours(slice / 10 + 0.05))
    }
    const { states } = finder.snapshot() as { states: unknown[] }
    expect(states.length).toBeLessThanOrEqual(1000)
    expect(states.length).toBeGreaterThanOrEqual(900)
  })
})

const kattegat = referenceData('ais/csv/dma-kattegat-2025-11-01..03-1min-51569.csv.gz')
const gapOwn = referenceData('ais/events/gfw-gap_positions_gfw.csv.gz')
const gapOther = referenceData('ais/events/gfw-gap_positions_ee.csv.gz')

async function readAll(...files: string[]) {
  const builder = new TrackBuilder()
  for (const file of files)
    for await (const { positions } of readPositionCsv(createReadStream(file).pipe(createGunzip())))
      builder.push(positions)
  return new EventFinder({ ports: [], areas: [] }).take(builder.end(), [], Number.MAX_SAFE_INTEGER).events
}

describe('real days', () => {
  it.skipIf(!kattegat)('of the Kattegat hold no encounter and no ship under another number', async () => {
    const events = await readAll(kattegat!)
    expect(events.filter(({ kind }) => kind === 'encounter' || kind === 'jamming')).toEqual([])
    expect(events.filter(({ kind }) => kind === 'identity-change')).toEqual([])
  })

  it.skipIf(!gapOwn || !gapOther)('a gap of one provider is none where another one received', async () => {
    const own = await readAll(gapOwn!)
    const gaps = own.filter((event) => event.kind === 'gap' && event.state === 'closed')
    expect(gaps.length).toBeGreaterThan(0)
    for (const gap of gaps) if (gap.kind === 'gap') expect(gap.reception.verdict).not.toBe('good')
    const both = await readAll(gapOwn!, gapOther!)
    const longest = (events: readonly SeaEvent[]) =>
      Math.max(
        0,
        ...events.map((event) => (event.kind === 'gap' && event.state === 'closed' ? event.hours : 0)),
      )
    expect(longest(both)).toBeLessThan(longest(own))
  })
})
