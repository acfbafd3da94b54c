import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findAll, hours, metres, steam, still } from '../events/testing-sea.ts'
import { matchSighting } from './match.ts'
import { readSightings } from './read-sightings.ts'
import type { Sighting } from './sighting.ts'

const seen: Sighting = { id: 's', time: hours(5), lat: 30, lon: 125, accuracyM: 300 }
const point = (hour: number, lat: number, lon: number, sog = 0, cog = 0) => ({
  time: hours(hour),
  lat,
  lon,
  sog,
  cog,
})
const beside = { mmsi: 1, track: 1, before: point(4.9, 30, 125), after: point(5.1, 30, 125) }
const miles = { mmsi: 2, track: 2, before: point(4.9, 30.1, 125), after: point(5.1, 30.1, 125) }

describe('a sighting', () => {
  it('is the ship that transmits there', () => {
    const { matches, dark } = matchSighting(seen, [miles, beside])
    expect(matches[0]).toMatchObject({ mmsi: 1, probability: expect.closeTo(1, 2) })
    expect(dark).toBeLessThan(0.01)
  })

  it('is a dark ship where none does', () => {
    expect(matchSighting(seen, [miles]).dark).toBeGreaterThan(0.99)
    expect(matchSighting(seen, [])).toEqual({ matches: [], dark: 1, beside: [] })
  })

  it('tells two ships beside each other by length and name', () => {
    const two = [
      { ...beside, lengthM: 100, name: 'MAIKA' },
      { ...beside, mmsi: 3, track: 3, lengthM: 60, name: 'OTHER' },
    ]
    expect(matchSighting({ ...seen, lengthM: 98 }, two).matches[0]).toMatchObject({ mmsi: 1 })
    expect(matchSighting({ ...seen, name: 'OTHER' }, two).matches[0]).toMatchObject({ mmsi: 3 })
    expect(matchSighting(seen, two).matches[0]!.probability).toBeCloseTo(0.5, 1)
  })

  it('is less sure the longer ago the last position was', () => {
    const sure = (before: number) =>
      matchSighting(seen, [{ mmsi: 1, track: 1, before: point(before, 30, 125) }]).matches[0]?.probability ??
      0
    expect(sure(4.9)).toBeGreaterThan(sure(3))
    expect(sure(3)).toBeGreaterThan(sure(0))
  })

  it('has probabilities that sum to one', () => {
    const near = fc.record({
      lat: fc.double({ min: 29, max: 31, noNaN: true }),
      lon: fc.double({ min: 124, max: 126, noNaN: true }),
      ago: fc.double({ min: 0, max: 6, noNaN: true }),
    })
    fc.assert(
      fc.property(fc.array(near, { maxLength: 8 }), (ships) => {
        const candidates = ships.map(({ lat, lon, ago }, i) => ({
          mmsi: i,
          track: i,
          before: point(5 - ago, lat, lon, 3, 90),
        }))
        const { matches, dark } = matchSighting(seen, candidates)
        const total = matches.reduce((sum, { probability }) => sum + probability, dark)
        expect(total).toBeLessThan(1 + 1e-9)
        expect(total).toBeGreaterThan(0.99)
      }),
    )
  })
})

describe('sightings in a stream', () => {
  const a = 273_000_001
  const moving = { mmsi: a, from: 0, to: 9, everyMinutes: 20, at: steam(30, 124, 10, 90) }
  const [lat, lon] = steam(30, 124, 10, 90)(5.17)

  it('are matched between the positions before and after, an hour later', () => {
    const { sightings } = findAll({
      voyages: [moving],
      sightings: [{ ...seen, time: hours(5.17), lat: lat + metres(200), lon }],
    })
    expect(sightings).toMatchObject([{ matches: [{ mmsi: a, probability: expect.closeTo(1, 1) }] }])
  })

  it('of two ships in one report are two ships', () => {
    const lies = { mmsi: a, from: 0, to: 9, at: still(30, 125) }
    const two = [
      { ...seen, id: 's1', report: 'r', name: 'MAIKA' },
      { ...seen, id: 's2', report: 'r', lat: 30 + metres(60), name: 'RYE SONG GANG 1' },
    ]
    const statics = [{ mmsi: a, time: hours(1), name: 'MAIKA' }]
    const { sightings } = findAll({ voyages: [lies], statics, sightings: two })
    expect(sightings[0]).toMatchObject({ matches: [{ mmsi: a }] })
    expect(sightings[1]).toMatchObject({ dark: 1, beside: [{ mmsi: a }] })
  })

  it('of something beside a silent place are dark', () => {
    const { sightings } = findAll({
      voyages: [moving, { mmsi: 2e8, from: 0, to: 9, at: still(31, 125) }],
      sightings: [{ ...seen, lat: 30.5 }],
    })
    expect(sightings[0]!.dark).toBeGreaterThan(0.95)
  })
})

describe('a file of detections', () => {
  const read = async (text: string) => {
    const bytes = (async function* () {
      yield new TextEncoder().encode(text)
    })()
    const all = { records: [] as Sighting[], reasons: [] as string[] }
    for await (const { records, rejects } of readSightings(bytes)) {
      all.records.push(...records)
      all.reasons.push(...rejects.map(({ where, reason }) => `${where}: ${reason}`))
    }
    return all
  }
  const head = 'scene_id,timestamp,lat,lon,presence_score,length_m,mmsi,matched_category'

  it('of a radar satellite is sightings of one report, and what is none is a reject with its line', async () => {
    const { records, reasons } = await read(
      `${head}\nS1A_1,2018-02-24 00:20:00 UTC,31.3,124.4,0.99,90.5,,unmatched\nS1A_1,2018-02-24T00:20:00Z,98,124.4,0.9,,,\nS1A_1,,31,124.4,0.9,,,\n`,
    )
    expect(records).toEqual([
      {
        id: '2018-02-24T00:20:00Z-31.3000-124.4000',
        report: 'S1A_1',
        time: Date.UTC(2018, 1, 24, 0, 20),
        lat: 31.3,
        lon: 124.4,
        accuracyM: 900,
        lengthM: 90.5,
        confidence: 0.99,
      },
    ])
    expect(reasons).toEqual([
      'line 3: expected a latitude and longitude, found "98, 124.4"',
      'line 4: expected a time, found ""',
    ])
  })

  it('gives a detection the same id in whatever file and line it stands', async () => {
    const row = 'S1A_1,2018-02-24T00:20:00Z,31.3,124.4,0.99,90.5,,'
    const other = 'S1A_1,2018-02-24T00:20:00Z,30.3,124.4,0.99,90.5,,'
    const [a, b] = [await read(`${head}\n${row}\n`), await read(`${head}\n${other}\n${row}\n`)]
    expect(b.records[1]).toEqual(a.records[0])
    expect(b.records[0]!.id).not.toBe(a.records[0]!.id)
  })

  it('says which column it misses', async () => {
    await expect(read('when,latitude,longitude\n1,2,3\n')).rejects.toThrow('the time of sightings')
  })
})
