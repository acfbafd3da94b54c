import { parseImo } from '@cordon/model'
import { describe, expect, it } from 'vitest'
import { AisDecoder } from '../ais/read-ais.ts'
import { distanceKm } from '../geo.ts'
import { shipIndex } from '../identity/known-ship.ts'
import type { Area } from '../places/area.ts'
import { seaRuleKinds, seaWeights } from '../watch/knowledge.ts'
import { MaritimeWatch } from '../watch/maritime-watch.ts'
import { makeCast, type Theatre } from './cast.ts'
import { hear, nmeaOf } from './fleet.ts'
import { Random } from './random.ts'
import { receptionDefaults } from './reception.ts'
import { lawfulAlarms, scoreMeetings, scoreTransfers } from './score.ts'

const start = Date.UTC(2018, 1, 1)
const square = (west: number, south: number) =>
  [
    [
      [west, south],
      [west + 3, south],
      [west + 3, south + 3],
      [west, south + 3],
    ],
  ] as [number, number][][]
const areas: Area[] = [
  { id: 'w', name: 'Watched', kind: 'watch', polygons: [square(123, 28)], cites: [] },
  { id: 'l', name: 'Lightering', kind: 'lawful', polygons: [square(128, 28)], cites: [] },
]
const ports = [
  { id: 'a', name: 'A', lat: 31, lon: 121 },
  { id: 'b', name: 'B', lat: 34, lon: 128 },
  { id: 'c', name: 'C', lat: 26, lon: 120 },
]
const theatre: Theatre = { areas, ports, box: [25, 119, 35, 131] }
const options = { seed: 7, start, days: 3, traffic: 30, transfers: 8, difficulty: 'default' as const }
const reception = { ...receptionDefaults, stations: ports }

describe('the simulator', () => {
  const cast = makeCast(theatre, options)

  it('makes the same sea of the same seed, and another one of another', () => {
    expect(makeCast(theatre, options)).toEqual(cast)
    expect(makeCast(theatre, { ...options, seed: 8 }).labels).not.toEqual(cast.labels)
    const random = new Random(1)
    const drawn = Array.from({ length: 10_000 }, () => random.next())
    expect(drawn.reduce((sum, one) => sum + one, 0) / drawn.length).toBeCloseTo(0.5, 1)
  })

  it('has labels that are true: at every time of a meeting the two are within 500 m', () => {
    expect(new Set(cast.labels.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(7)
    for (const { ships, start: from, end } of cast.labels) {
      const [a, b] = ships.map((number) => cast.ships[number - 1]!)
      for (let time = from + 60_000; time < end; time += 1_800_000) {
        const [one, other] = [a!.plan.at(time)!, b!.plan.at(time)!]
        expect(distanceKm(one.lat, one.lon, other.lat, other.lon)).toBeLessThan(0.5)
      }
    }
  })

  it('lists ships with true IMO numbers, no other ship having one of them', () => {
    const all = cast.ships.flatMap(({ states }) => states[0]!.imo ?? [])
    for (const { imo } of cast.listed) {
      expect(parseImo(imo!).ok).toBe(true)
      expect(all.filter((one) => one === imo)).toHaveLength(1)
    }
  })

  it('writes sentences that decode to what was sent', () => {
    const seen = [...hear(cast.ships, reception, start, start + 7_200_000)].flat()
    const decoder = new AisDecoder()
    const { records, rejects } = decoder.push(
      new TextEncoder().encode(`${seen.flatMap(nmeaOf).join('\n')}\n`),
    )
    expect(rejects).toEqual([])
    expect(records).toHaveLength(seen.length)
    for (const [i, { time, message }] of records.entries()) {
      expect([time, message.mmsi]).toEqual([seen[i]!.time, 'mmsi' in seen[i]! ? seen[i].mmsi : undefined])
      const one = seen[i]!
      if (one.kind === 'position') expect(message.lat).toBeCloseTo(one.lat, 5)
    }
  })

  it('is watched with hardly a miss, and without an alarm for what is lawful', () => {
    const meetings = new Map()
    const watch = new MaritimeWatch({
      onFound: ({ events }) => {
        for (const event of events) if (event.kind === 'encounter') meetings.set(event.id, event)
      },
    })
    const rules = seaRuleKinds.map((kind) => ({
      id: kind,
      kind,
      version: '1',
      title: kind,
      threshold: 0.5,
      cites: [],
    }))
    watch.start({
      ships: shipIndex(cast.listed),
      rules: {
        name: 'sim',
        version: '1',
        flags: [],
        portCountries: [],
        rules,
        citations: [],
        weights: seaWeights,
      },
      places: { areas, ports },
      versions: {},
    })
    const findings = new Map()
    for (const seen of hear(cast.ships, reception, start, start + 5 * 86_400_000)) {
      for (const _ of watch.observe(seen)) throw new Error('nothing is found before time moves on')
      const until = Math.floor(seen[0]!.time / 600_000) * 600_000 - 600_000
      for (const one of watch.advance(until)) findings.set(one.id, one)
    }
    for (const one of watch.advance(Number.MAX_SAFE_INTEGER)) findings.set(one.id, one)
    const transfers = [...findings.values()].filter(({ rule }) => rule === 'transfer')
    const isInPort = (lat: number, lon: number) =>
      ports.some((port) => distanceKm(lat, lon, port.lat, port.lon) < 10)
    const encounters = scoreMeetings([...meetings.values()], cast.labels, isInPort)
    expect(encounters.precision).toBeGreaterThanOrEqual(0.97)
    expect(encounters.recall).toBeGreaterThanOrEqual(0.9)
    const scored = scoreTransfers(transfers, cast.labels)
    expect(scored.recall).toBeGreaterThanOrEqual(0.87)
    expect(scored.precision).toBe(1)
    expect(lawfulAlarms(transfers, cast.labels).alarms).toBe(0)
  })
})
