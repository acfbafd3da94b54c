import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { referenceData } from '@cordon/testing'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { distanceKm } from '../geo.ts'
import { type PositionBatch, PositionColumns } from '../positions/position-batch.ts'
import { type TrackBatch, TrackBuilder } from './track-builder.ts'
import { Watermark } from './watermark.ts'

interface Row {
  minute: number
  lat: number
  lon: number
  sog?: number
  cog?: number
  mmsi?: number
  source?: number
}

const start = Date.UTC(2018, 0, 20)

function batchOf(rows: readonly Row[]): PositionBatch {
  const columns = new PositionColumns(4)
  for (const { minute, lat, lon, sog = 0, cog = 0, mmsi = 273000001, source = 0 } of rows) {
    const i = columns.next()
    columns.mmsi[i] = mmsi
    columns.time[i] = start + minute * 60_000
    columns.lat[i] = lat
    columns.lon[i] = lon
    columns.sog[i] = sog
    columns.cog[i] = cog
    columns.heading[i] = Number.NaN
    columns.status[i] = -1
    columns.type[i] = 1
    columns.source[i] = source
  }
  return columns.take()
}

function build(rows: readonly Row[]): TrackBatch & { counts: TrackBuilder['counts'] } {
  const builder = new TrackBuilder()
  builder.push(batchOf(rows))
  return { ...builder.end(), counts: builder.counts }
}

/** North at ten knots from a place, every ten minutes. */
const sail = (lat: number, lon: number, count: number, from = 0): Row[] =>
  Array.from({ length: count }, (_, i) => ({
    minute: from + 10 * i,
    lat: lat + (i * 10) / 360,
    lon,
    sog: 10,
    cog: 0,
  }))

describe('a track', () => {
  it('is one for a ship under way, whatever the order its positions came in', () => {
    const rows = sail(30, 125, 12)
    fc.assert(
      fc.property(fc.shuffledSubarray(rows, { minLength: 12 }), (shuffled) => {
        const { track, positions } = build(shuffled)
        expect(new Set(track).size).toBe(1)
        expect([...positions.time]).toEqual([...positions.time].sort((a, b) => a - b))
      }),
    )
  })

  it('goes on over hours of silence where the place can be reached', () => {
    expect(new Set(build([...sail(30, 125, 3), ...sail(31, 125, 3, 360)]).track).size).toBe(1)
  })

  it('goes on across 180 degrees', () => {
    const rows = [179.98, 179.99, -180, -179.99].map((lon, i) => ({
      minute: 4 * i,
      lat: 0,
      lon,
      sog: 9,
      cog: 90,
    }))
    expect(new Set(build(rows).track).size).toBe(1)
  })

  it('splits in two where two ships use one MMSI, and says so', () => {
    const here = sail(30, 125, 10)
    const there = sail(38, 121, 10, 5)
    const { track, splits, positions } = build([...here, ...there])
    const places = new Set([...track].map((number, i) => `${number}:${positions.lon[i]}`))
    expect(places).toEqual(new Set(['1:125', '2:121']))
    expect(splits.map(({ kind, from, to }) => [kind, from, to])).toEqual([
      ['jump', 1, 2],
      ['two ships', 1, 2],
    ])
  })

  it('splits where a position jumps and stays away', () => {
    const { splits, track } = build([...sail(30, 125, 5), ...sail(35, 130, 5, 50)])
    expect(splits).toMatchObject([{ kind: 'jump', hours: expect.closeTo(1 / 6), knots: expect.any(Number) }])
    expect(splits[0]!.knots).toBeGreaterThan(1000)
    expect([...track]).toEqual([1, 1, 1, 1, 1, 2, 2, 2, 2, 2])
  })

  it('is not ended by one wrong position', () => {
    const rows = sail(30, 125, 10)
    const { track } = build([...rows, { minute: 45, lat: -10, lon: 40 }])
    expect([...track].filter((number) => number === 1)).toHaveLength(10)
  })

  it('ends after a day of silence', () => {
    const { track } = build([...sail(30, 125, 2), ...sail(30, 125, 2, 26 * 60)])
    expect([...track]).toEqual([1, 1, 2, 2])
  })
})

describe('positions that are no part of a track', () => {
  it('are copies by other receivers', () => {
    const rows = sail(30, 125, 5)
    const copies = rows.map((row) => ({ ...row, minute: row.minute + 0.05, source: 7 }))
    const { counts, positions } = build([...rows, ...copies])
    expect(counts).toMatchObject({ pushed: 10, tracked: 5, copies: 5 })
    expect(positions.length).toBe(5)
  })

  it.each([
    [51.2, 'speed of a receiver error'],
    [63, 'speed of a receiver error'],
    [102.3, 'speed of a receiver error'],
  ])('have a speed of %s knots', (sog, reason) => {
    expect(build([{ minute: 0, lat: 30, lon: 125, sog }]).counts.dropped).toEqual({ [reason]: 1 })
  })

  it('have no time, or stand at 0, 0', () => {
    const { counts } = build([
      { minute: Number.NaN, lat: 30, lon: 125 },
      { minute: 0, lat: 0, lon: 0 },
    ])
    expect(counts.dropped).toEqual({ 'no time': 1, 'place 0, 0': 1 })
  })

  it('come too late', () => {
    const builder = new TrackBuilder()
    builder.push(batchOf(sail(30, 125, 5)))
    expect(builder.advance(start + 20 * 60_000).positions.length).toBe(3)
    builder.push(batchOf([{ minute: 15, lat: 30.04, lon: 125 }]))
    expect(builder.end().positions.length).toBe(2)
    expect(builder.counts).toMatchObject({ tracked: 5, waiting: 0, dropped: { late: 1 } })
  })
})

describe('any positions', () => {
  const row = fc.record({
    minute: fc.integer({ min: 0, max: 3000 }),
    lat: fc.double({ min: -90, max: 90, noNaN: true }),
    lon: fc.double({ min: -180, max: 180, noNaN: true }),
    sog: fc.constantFrom(0, 5, 15, Number.NaN),
    cog: fc.constantFrom(0, 90, 270, Number.NaN),
    mmsi: fc.constantFrom(1, 2),
  })

  it('are counted once, and a track never needs more than its reach', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 40 }), (rows) => {
        const { counts, positions, track } = build(rows)
        const dropped = Object.values(counts.dropped).reduce((sum, n) => sum + n, 0)
        expect(counts.tracked + counts.copies + counts.waiting + dropped).toBe(counts.pushed)
        const mmsis = new Map<number, number>()
        for (let i = 0; i < positions.length; i++) {
          const known = mmsis.get(track[i]!)
          expect(known === undefined || known === positions.mmsi[i]).toBe(true)
          mmsis.set(track[i]!, positions.mmsi[i]!)
        }
      }),
    )
  })

  it('of very many ships take bounded memory: the ones heard least recently are forgotten', () => {
    const builder = new TrackBuilder({ ships: 100 })
    for (let mmsi = 1; mmsi <= 1000; mmsi++) builder.push(batchOf([{ minute: mmsi, lat: 1, lon: 1, mmsi }]))
    expect(new Set(builder.end().track).size).toBe(1000)
  })
})

describe('the watermark', () => {
  it('is the latest time less the lateness', () => {
    const watermark = new Watermark(10)
    watermark.see(start)
    watermark.see(start - 5000)
    expect(watermark.until).toBe(start - 600_000)
  })

  it('does not follow one clock that runs ahead, but many', () => {
    const watermark = new Watermark(0, 60, 3)
    watermark.see(start)
    watermark.see(start + 86_400_000)
    watermark.see(start + 1000)
    expect(watermark.until).toBe(start + 1000)
    for (let i = 0; i < 3; i++) watermark.see(start + 86_400_000 + i)
    expect(watermark.until).toBe(start + 86_400_002)
  })
})

describe('an MMSI of many ships', () => {
  const path = referenceData('ais/segment/gpsdio-segment-416000000.json.gz')
  it.skipIf(!path)('comes apart into tracks without impossible legs', () => {
    const lines = gunzipSync(readFileSync(path!)).toString().trim().split('\n')
    const rows = lines
      .map((line) => JSON.parse(line))
      .filter(({ lat }) => lat !== undefined && lat !== null)
      .map(({ timestamp, lat, lon, speed, course }) => ({
        minute: (Date.parse(`${timestamp.replace(' ', 'T')}Z`) - start) / 60_000,
        lat,
        lon,
        sog: speed ?? Number.NaN,
        cog: course ?? Number.NaN,
      }))
    const { positions, track, counts } = build(rows)
    expect(counts.tracked + counts.copies).toBeGreaterThan(0.95 * rows.length)
    const last = new Map<number, number>()
    let impossible = 0
    for (let i = 0; i < positions.length; i++) {
      const before = last.get(track[i]!)
      last.set(track[i]!, i)
      if (before === undefined) continue
      const hours = (positions.time[i]! - positions.time[before]!) / 3_600_000
      const km = distanceKm(
        positions.lat[before]!,
        positions.lon[before]!,
        positions.lat[i]!,
        positions.lon[i]!,
      )
      if (km / 1.852 > 2 * 25 * Math.hypot(hours, 0.25)) impossible++
    }
    expect(last.size).toBeGreaterThan(3)
    expect(impossible).toBe(0)
  })
})
