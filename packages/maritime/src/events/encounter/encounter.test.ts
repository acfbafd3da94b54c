import { readFileSync } from 'node:fs'
import { referenceData } from '@cordon/testing'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { distanceKm } from '../../geo.ts'
import { mergeEncounters } from './merge.ts'
import { neighboursOf } from './neighbours.ts'
import { encounterDefaults } from './parameters.ts'
import { rawEncounters, type TrackFixes } from './raw-encounter.ts'
import { type Fix, resample } from './resample.ts'

const day = Date.UTC(2018, 1, 13)
const at = (minutes: number) => day + minutes * 60_000

/** A fix every ten minutes; `place` gives latitude and longitude by minutes of the day. */
function track(
  id: string,
  from: number,
  to: number,
  place: (minutes: number) => [number, number],
): TrackFixes {
  const fixes: Fix[] = []
  for (let minutes = from; minutes <= to; minutes += 10) {
    const [lat, lon] = place(minutes)
    fixes.push({ time: at(minutes), lat, lon, speed: 0.2, course: 90 })
  }
  return { id, fixes }
}

const still = (lat: number, lon: number) => (): [number, number] => [lat, lon]
const options = { extrapolate: false }
const fixed = { ...encounterDefaults, ...options }
const reference = { ...fixed, reference: true }
/** Degrees of latitude of so many metres. */
const metres = (count: number) => count / 111_195

describe('two ships that lie together', () => {
  const tracks = [track('a', 300, 480, still(30, 125)), track('b', 300, 480, still(30 + metres(100), 125))]

  it('are an encounter, seen from each', () => {
    const found = rawEncounters(tracks, options)
    expect(found.map(({ track1, track2, start, end }) => [track1, track2, start, end])).toEqual([
      ['a', 'b', at(300), at(480)],
      ['b', 'a', at(300), at(480)],
    ])
    expect(found[0]!.medianDistanceKm).toBeCloseTo(0.1, 3)
  })

  it('become one event of the two', () => {
    const [event, ...others] = mergeEncounters(rawEncounters(tracks, options), (id) => id)
    expect(event).toMatchObject({ vessel1: 'a', vessel2: 'b', start: at(300), end: at(480) })
    expect(others).toEqual([])
  })

  it('are none in port, none for half an hour, none under way', () => {
    const raw = rawEncounters(tracks, options)
    expect(mergeEncounters(raw, (id) => id, { isInPort: () => true })).toEqual([])
    expect(mergeEncounters(raw, (id) => id, { minMinutes: 200 })).toEqual([])
    expect(mergeEncounters(raw, (id) => id, { belowKnots: 0 })).toEqual([])
    expect(
      rawEncounters(
        tracks.map(({ id, fixes }) => ({ id, fixes: fixes.slice(0, 4) })),
        options,
      ),
    ).toEqual([])
  })
})

describe('what the reference does wrong', () => {
  it('it carries an eastbound ship on to the north: the course is converted twice', () => {
    const fix = { time: at(600), lat: 0, lon: 0, speed: 10, course: 90 }
    const hourLater = (parameters: typeof fixed) =>
      resample([{ ...fix, time: at(590) }, fix], { ...parameters, extrapolate: true }).at(-1)!
    const wrong = hourLater(reference)
    expect([wrong.lat, wrong.lon]).toEqual([expect.closeTo(0.1666, 4), expect.closeTo(0.0046, 4)])
    const right = hourLater(fixed)
    expect([right.lat, right.lon]).toEqual([expect.closeTo(0, 6), expect.closeTo(0.1667, 4)])
  })

  it('it cuts a meeting at midnight, and loses it', () => {
    const across = [track('a', 1390, 1490, still(30, 125)), track('b', 1390, 1490, still(30, 125))]
    expect(rawEncounters(across, { ...options, reference: true })).toEqual([])
    expect(rawEncounters(across, options)).toMatchObject([
      { start: at(1390), end: at(1490) },
      { start: at(1390), end: at(1490) },
    ])
    const earlier = [track('a', 1030, 1130, still(30, 125)), track('b', 1030, 1130, still(30, 125))]
    expect(rawEncounters(earlier, { ...options, reference: true })).toHaveLength(2)
  })

  it('it goes from 179.99 to -179.99 through Greenwich', () => {
    const fixes = [
      { time: at(600), lat: 10, lon: 179.99, speed: 1, course: 90 },
      { time: at(620), lat: 10, lon: -179.99, speed: 1, course: 90 },
    ]
    expect(resample(fixes, reference)[1]!.lon).toBeCloseTo(0, 9)
    expect(Math.abs(resample(fixes, fixed)[1]!.lon)).toBeCloseTo(180, 9)
  })

  it('it ends a meeting when the two drift apart for one sample', () => {
    const drift = (minutes: number): [number, number] => [30 + metres(minutes === 450 ? 556 : 100), 125]
    const tracks = [track('a', 360, 540, still(30, 125)), track('b', 360, 540, drift)]
    const spans = (found: ReturnType<typeof rawEncounters>) =>
      found.filter(({ track1 }) => track1 === 'a').map(({ start, end }) => [start, end])
    expect(spans(rawEncounters(tracks, { ...options, reference: true }))).toEqual([
      [at(360), at(440)],
      [at(460), at(540)],
    ])
    expect(spans(rawEncounters(tracks, options))).toEqual([[at(360), at(540)]])
  })
})

describe('a meeting', () => {
  it('ends where the two were last near, not while they part', () => {
    const leaving = (minutes: number): [number, number] => [30 + metres(minutes <= 480 ? 100 : 800), 125]
    const tracks = [track('a', 360, 600, still(30, 125)), track('b', 360, 600, leaving)]
    expect(rawEncounters(tracks, options)[0]).toMatchObject({ start: at(360), end: at(480) })
  })

  it('is found across 180 degrees', () => {
    const tracks = [track('a', 300, 480, still(10, 179.9995)), track('b', 300, 480, still(10, -179.9995))]
    const [event] = mergeEncounters(rawEncounters(tracks, options), (id) => id)
    expect(Math.abs(event!.lon)).toBeCloseTo(180, 3)
  })

  it('is the same whatever the order of tracks and fixes', () => {
    const tracks = [
      track('a', 300, 480, still(30, 125)),
      track('b', 320, 500, still(30 + metres(200), 125)),
      track('c', 300, 480, still(31, 125)),
    ]
    const expected = mergeEncounters(rawEncounters(tracks, options), (id) => id)
    expect(expected).toHaveLength(1)
    fc.assert(
      fc.property(fc.shuffledSubarray(tracks, { minLength: 3 }), fc.boolean(), (shuffled, reversed) => {
        const given = shuffled.map(({ id, fixes }) => ({
          id,
          fixes: reversed ? [...fixes].reverse() : fixes,
        }))
        expect(mergeEncounters(rawEncounters(given, options), (id) => id)).toEqual(expected)
      }),
    )
  })
})

describe('neighbours', () => {
  it('are all that are near enough, anywhere on Earth', () => {
    const anchor = fc.tuple(
      fc.double({ min: -90, max: 90, noNaN: true }),
      fc.double({ min: -180, max: 180, noNaN: true }),
    )
    const offset = fc.double({ min: -0.02, max: 0.02, noNaN: true })
    fc.assert(
      fc.property(
        anchor,
        fc.array(fc.tuple(offset, offset), { minLength: 2, maxLength: 12 }),
        ([lat0, lon0], offsets) => {
          const places = offsets.map(([dLat, dLon], track) => ({
            track,
            lat: Math.max(-90, Math.min(90, lat0 + dLat)),
            lon: ((((lon0 + dLon + 180) % 360) + 360) % 360) - 180,
            density: 1,
          }))
          const found = neighboursOf(places, 1, 100).map(
            (near) => new Set(near.map(({ other }) => other.track)),
          )
          for (const a of places) {
            for (const b of places) {
              const isNear = a !== b && distanceKm(a.lat, a.lon, b.lat, b.lon) <= 1
              expect(found[a.track]!.has(b.track)).toBe(isNear)
            }
          }
        },
      ),
    )
  })
})

interface Vectors {
  cases: {
    name: string
    stage: 'raw_encounters' | 'merged_encounters'
    params: Record<string, number>
    input: { id: string; timestamp: string; lat: number; lon: number; speed: number; course: number }[]
    expected: Record<string, unknown>[]
  }[]
}

const vectors = referenceData('ais/encounters/gfw-encounter-vectors.json')

describe("Global Fishing Watch's own cases", () => {
  const cases = vectors ? (JSON.parse(readFileSync(vectors, 'utf8')) as Vectors).cases : []
  it.skipIf(!vectors)('are there', () => expect(cases).toHaveLength(6))

  for (const { name, stage, params, input, expected } of cases) {
    it(`${name} comes out as theirs`, () => {
      const byId = new Map<string, Fix[]>()
      for (const { id, timestamp, ...fix } of input) {
        const fixes = byId.get(id) ?? []
        fixes.push({ time: Date.parse(timestamp), ...fix })
        byId.set(id, fixes)
      }
      const raw = rawEncounters(
        [...byId].map(([id, fixes]) => ({ id, fixes })),
        {
          reference: true,
          extrapolate: false,
          stepMinutes: params.resample_increment_s! / 60,
          gapMinutes: params.resample_max_gap_s! / 60,
          withinKm: params.max_km_for_encounter!,
          minMinutes: params.min_minutes_for_encounter!,
        },
      )
      const ours =
        stage === 'raw_encounters'
          ? raw.map((one) => ({ ...shared(one), vessel_1_seg_id: one.track1, vessel_2_seg_id: one.track2 }))
          : mergeEncounters(raw, (id) => id, {
              joinHours: params.min_hours_between_encounters!,
              minMinutes: 0,
              belowKnots: Number.POSITIVE_INFINITY,
            }).map((one) => ({
              ...shared(one),
              vessel_1_id: one.vessel1,
              vessel_2_id: one.vessel2,
              vessel_1_seg_ids: one.tracks1,
              vessel_2_seg_ids: one.tracks2,
            }))
      expect(ours).toHaveLength(expected.length)
      for (const row of expected) {
        const same = ours.find((one) => isAlike(one, row))
        expect(same, JSON.stringify(row)).toBeDefined()
      }
    })
  }

  function shared(one: {
    start: number
    end: number
    lat: number
    lon: number
    startLat: number
    startLon: number
    endLat: number
    endLon: number
    medianDistanceKm: number
    medianSpeedKnots: number
    points1: number
    points2: number
  }): Record<string, unknown> {
    return {
      start_time: one.start,
      end_time: one.end,
      mean_latitude: one.lat,
      mean_longitude: one.lon,
      median_distance_km: one.medianDistanceKm,
      median_speed_knots: one.medianSpeedKnots,
      vessel_1_point_count: one.points1,
      vessel_2_point_count: one.points2,
      start_lat: one.startLat,
      start_lon: one.startLon,
      end_lat: one.endLat,
      end_lon: one.endLon,
    }
  }

  /** Within their tolerance: 1e-8 or one part in 100,000. */
  function isAlike(ours: Record<string, unknown>, theirs: Record<string, unknown>): boolean {
    return Object.entries(theirs).every(([name, value]) => {
      const own = ours[name]
      if (name.endsWith('_time'))
        return own === (typeof value === 'string' ? Date.parse(value) : Number(value) * 1000)
      if (typeof value !== 'number') return JSON.stringify(own) === JSON.stringify(value)
      return Math.abs(Number(own) - value) <= Math.max(1e-8, 1e-5 * Math.abs(value))
    })
  }
})
