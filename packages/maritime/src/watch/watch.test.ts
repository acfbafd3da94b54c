import type { Finding } from '@cordon/model'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hours, metres, positionsOf, still, type Voyage } from '../events/testing-sea.ts'
import { type KnownShip, noShips, shipIndex } from '../identity/known-ship.ts'
import type { ShipClass } from '../identity/ship-class.ts'
import type { ShipSaid } from '../identity/ship-said.ts'
import type { Area } from '../places/area.ts'
import { WeatherIndex } from '../places/weather.ts'
import { type SeaKnowledge, type SeaRuleKind, seaRuleKinds, seaWeights } from './knowledge.ts'
import { MaritimeWatch } from './maritime-watch.ts'
import type { SeaObservation } from './observation.ts'

const a = 273_000_001
const b = 412_000_002
const ring = [
  [124, 29],
  [126, 29],
  [126, 31],
  [124, 31],
] as const
const watchArea: Area = { id: 'w', name: 'Watched', kind: 'watch', polygons: [[ring]], cites: ['un-1'] }
const listed: KnownShip = {
  ref: { kind: 'entity', id: 'ofac-1', label: 'ALPHA' },
  names: ['ALPHA'],
  imo: '9074729',
  mmsis: [],
  callSigns: [],
  flags: ['kp'],
  listed: true,
  source: 'us_ofac_sdn',
  version: '2018-01-01',
  owners: [],
}
const thresholds: Partial<Record<SeaRuleKind, number>> = { 'listed-ship': 0.4, 'port-call': 0.3 }
const knowledge = (known: Partial<SeaKnowledge> = {}): SeaKnowledge => ({
  ships: noShips,
  places: { areas: [watchArea], ports: [] },
  versions: { us_ofac_sdn: '2018-01-01' },
  rules: {
    name: 'test-sea',
    version: '1',
    flags: ['kp'],
    portCountries: ['kp'],
    rules: seaRuleKinds.map((kind) => ({
      id: kind,
      kind,
      version: '1',
      title: kind,
      threshold: thresholds[kind] ?? 0.5,
      cites: [],
    })),
    citations: [{ id: 'un-1', title: 'Resolution 1, paragraph 1', says: 'Forbids it.' }],
    weights: seaWeights,
  },
  ...known,
})
const pair = (lat = 30, lon = 125): Voyage[] => [
  { mmsi: a, from: 5, to: 11, at: still(lat, lon) },
  { mmsi: b, from: 5, to: 11, at: still(lat + metres(100), lon) },
]
const says = (mmsi: number, hour: number, fields: Partial<ShipSaid>): ShipSaid => ({
  mmsi,
  time: hours(hour),
  ...fields,
})

function observations(voyages: readonly Voyage[], statics: readonly ShipSaid[] = []): SeaObservation[] {
  const { length, mmsi, time, lat, lon, sog, cog } = positionsOf(voyages)
  const positions = Array.from(
    { length },
    (_, i): SeaObservation => ({
      kind: 'position',
      mmsi: mmsi[i]!,
      time: time[i]!,
      lat: lat[i]!,
      lon: lon[i]!,
      sog: sog[i]!,
      cog: cog[i]!,
    }),
  )
  return [...positions, ...statics.map((said): SeaObservation => ({ kind: 'static', ...said }))].sort(
    (x, y) => x.time - y.time,
  )
}

/** Every finding that is given out; the watermark moves each ten minutes. */
function watchAll(
  seen: readonly SeaObservation[],
  known = knowledge(),
  restart: (step: number) => boolean = () => false,
): Finding[] {
  let watch = new MaritimeWatch()
  watch.start(known)
  const given: Finding[] = []
  let from = 0
  for (let step = 0; from < seen.length; step++) {
    const until = hours(step / 6)
    let to = from
    while (to < seen.length && seen[to]!.time <= until) to++
    given.push(...watch.observe(seen.slice(from, to)), ...watch.advance(until))
    from = to
    if (!restart(step)) continue
    const saved = JSON.parse(JSON.stringify(watch.snapshot())) as ReturnType<MaritimeWatch['snapshot']>
    watch = new MaritimeWatch()
    watch.start(known, saved)
  }
  given.push(...watch.advance(Number.MAX_SAFE_INTEGER))
  return given
}

const last = (findings: readonly Finding[], rule: string) =>
  findings.filter((finding) => finding.rule === rule).at(-1)
const withClass = (x: ShipClass, y: ShipClass, lengthM = 60) => [
  says(a, 5, { shipClass: x, lengthM }),
  says(b, 5, { shipClass: y, lengthM }),
]

describe('a meeting', () => {
  it('with a listed ship is a finding that names the ship, the list, the area and the resolution', () => {
    const statics = [says(a, 5, { imo: '9074729', name: 'OMEGA' })]
    const finding = last(
      watchAll(observations(pair(), statics), knowledge({ ships: shipIndex([listed]) })),
      'transfer',
    )!
    expect(finding).toMatchObject({
      watch: 'maritime',
      state: 'closed',
      severity: 'critical',
      matches: [{ id: 'ofac-1' }],
      knowledgeVersions: { us_ofac_sdn: '2018-01-01', 'test-sea': '1' },
    })
    expect(finding.subjects.map(({ id }) => id)).toEqual([`mmsi:${a}`, `mmsi:${b}`])
    expect(finding.evidence).toContainEqual(
      expect.objectContaining({ feature: 'citation', candidate: 'Resolution 1, paragraph 1' }),
    )
    expect(finding.statement).toMatch(
      /^OMEGA .* lay \d+ m apart .* in the watch area Watched; listed: ALPHA\.$/,
    )
  })

  it('of two unknown tankers in a watch area is none, and one when a draught tells of cargo afterwards', () => {
    const tankers = withClass('tanker', 'tanker', 180)
    expect(watchAll(observations(pair(), tankers))).toEqual([])
    const after = [...tankers, says(a, 6, { draughtM: 6 }), says(a, 13, { draughtM: 9 })]
    const findings = watchAll(
      observations([...pair(), { mmsi: 3e8, from: 5, to: 20, at: still(20, 120) }], after),
    )
    expect(findings.at(-1)).toMatchObject({ rule: 'transfer', state: 'closed', score: 0.61 })
    expect(new Set(findings.map(({ id }) => id)).size).toBe(1)
  })

  it('in a rough sea scores less, and says what the weather was, where it is given', () => {
    const seen = observations(pair(), [says(a, 5, { imo: '9074729' })])
    const judged = (waveM?: number) => {
      const weather = new WeatherIndex(
        waveM === undefined ? [] : [{ time: hours(8), lat: 30.1, lon: 125, waveM, source: 'model' }],
      )
      const found = watchAll(seen, knowledge({ ships: shipIndex([listed]), weather }))
      return found.findLast(({ rule }) => rule === 'transfer')!
    }
    const [unknown, calm, rough] = [judged(), judged(0.8), judged(4.2)]
    expect(unknown.evidence.some(({ feature }) => feature === 'weather')).toBe(false)
    expect(calm.score).toBe(unknown.score)
    expect(calm.evidence.find(({ feature }) => feature === 'weather')).toMatchObject({
      candidate: 'waves of 0.8 m',
      source: 'model',
    })
    expect(rough.evidence.find(({ feature }) => feature === 'weather')?.contribution).toBe(-0.2)
    expect(rough.id).toBe(calm.id)
  })

  it('grows in revisions of one finding, and says the same thing only once', () => {
    const statics = [...Array(12).keys()].map((i) => says(a, 5 + i / 2, { imo: '9074729' }))
    const findings = watchAll(observations(pair(), statics), knowledge({ ships: shipIndex([listed]) }))
    const transfers = findings.filter(({ rule }) => rule === 'transfer')
    expect(new Set(transfers.map(({ id }) => id)).size).toBe(1)
    expect(transfers.map(({ revision, state }) => [revision, state])).toEqual([
      [1, 'open'],
      [2, 'closed'],
    ])
    expect(findings.filter(({ rule }) => rule === 'listed-ship').length).toBeLessThanOrEqual(3)
  })

  it('has the sum of its parts for a score', () => {
    const statics = [says(a, 5, { imo: '9074729' }), ...withClass('tanker', 'cargo')]
    for (const { score, evidence } of watchAll(
      observations(pair(), statics),
      knowledge({ ships: shipIndex([listed]) }),
    ))
      expect(score).toBeCloseTo(
        Math.min(
          1,
          evidence.reduce((sum, { contribution }) => sum + contribution, 0),
        ),
        3,
      )
  })
})

describe('lawful company', () => {
  const draughts = [says(a, 4, { draughtM: 6 }), says(a, 12, { draughtM: 9 })]
  const rest: Voyage = { mmsi: 3e8, from: 4, to: 20, at: still(20, 120) }
  const alarms = (statics: readonly ShipSaid[], known = knowledge()) =>
    watchAll(observations([...pair(), rest], [...statics, ...draughts]), known).filter(
      ({ rule }) => rule === 'transfer',
    )

  it('is that of tugs, pilots, tenders, rescue and service craft, and of fishing boats in pairs', () => {
    for (const [x, y] of [
      ['tug', 'tanker'],
      ['pilot', 'cargo'],
      ['tender', 'cargo'],
      ['rescue', 'tanker'],
      ['dredger', 'dredger'],
      ['law', 'cargo'],
      ['fishing', 'fishing'],
      ['pleasure', 'cargo'],
    ] as const)
      expect(alarms(withClass(x, y)), `${x} ${y}`).toEqual([])
    expect(alarms(withClass('tanker', 'tanker', 180))).not.toEqual([])
  })

  it('is that in lightering areas and anchorages, and of bunker barges near a port', () => {
    const area = (kind: Area['kind']): Area => ({ ...watchArea, id: kind, name: kind, kind })
    for (const kind of ['lawful', 'anchorage'] as const)
      expect(
        alarms(
          withClass('tanker', 'tanker', 180),
          knowledge({ places: { areas: [watchArea, area(kind)], ports: [] } }),
        ),
      ).toEqual([])
    const port = { id: 'p', name: 'P', lat: 30.2, lon: 125.1 }
    const near = knowledge({ places: { areas: [watchArea], ports: [port] } })
    expect(
      alarms(
        [says(a, 5, { shipClass: 'tanker', lengthM: 60 }), says(b, 5, { shipClass: 'cargo', lengthM: 180 })],
        near,
      ),
    ).toEqual([])
  })

  it('excuses neither a listed ship nor one that is not what it says', () => {
    const imo = says(a, 5, { imo: '9074729' })
    const findings = alarms(
      [...withClass('fishing', 'fishing'), imo],
      knowledge({ ships: shipIndex([{ ...listed, flags: [] }]) }),
    )
    expect(findings.at(-1)!.evidence).toContainEqual(
      expect.objectContaining({ feature: 'lawful:fishing', contribution: 0 }),
    )
    expect(alarms(withClass('fishing', 'fishing', 104))).not.toEqual([])
  })
})

describe('the watch', () => {
  const statics = [
    says(a, 5, { imo: '9074729', name: 'ALPHA', draughtM: 5 }),
    says(a, 7, { name: 'OMEGA' }),
    says(a, 12, { draughtM: 8 }),
    says(b, 5, { shipClass: 'tanker' }),
  ]
  const sea: SeaObservation[] = [
    ...observations(
      [
        ...pair(),
        { mmsi: 445_000_003, from: 0, to: 20, at: (h) => (h > 6 && h < 15 ? undefined : still(30.3, 125)()) },
      ],
      statics,
    ),
    {
      kind: 'sighting' as const,
      id: 's',
      time: hours(8),
      lat: 30 + metres(50),
      lon: 125,
      accuracyM: 100,
      name: 'ALPHA',
    },
  ].sort((x, y) => x.time - y.time)
  const known = knowledge({ ships: shipIndex([listed]) })

  it('loses and repeats nothing through restarts at any moments', () => {
    const quiet = JSON.stringify(watchAll(sea, known))
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 120 }), { maxLength: 6 }), (steps) => {
        expect(JSON.stringify(watchAll(sea, known, (step) => steps.includes(step)))).toBe(quiet)
      }),
      { numRuns: 15 },
    )
    expect(JSON.parse(quiet).length).toBeGreaterThan(4)
  })

  it('has a snapshot that structuredClone and JSON both keep', () => {
    const watch = new MaritimeWatch()
    watch.start(known)
    for (const _ of watch.observe(sea)) throw new Error('nothing is found before time moves on')
    expect([...watch.advance(hours(9))].length).toBeGreaterThan(0)
    const saved = watch.snapshot()
    expect(structuredClone(saved)).toEqual(saved)
    expect(JSON.parse(JSON.stringify(saved))).toEqual(JSON.parse(JSON.stringify(structuredClone(saved))))
  })

  it('refuses a state of another version, and says what to do', () => {
    const watch = new MaritimeWatch()
    expect(() => watch.start(knowledge(), { builder: {} })).toThrow('begin a run under a new name')
  })

  it('judges again what goes on when a list changes', () => {
    const watch = new MaritimeWatch()
    watch.start(knowledge())
    for (const _ of watch.observe(sea)) throw new Error('nothing is found before time moves on')
    expect([...watch.advance(hours(9))].filter(({ matches }) => matches.length > 0)).toEqual([])
    const learnt = [...watch.learn(known)]
    expect(learnt.map(({ rule }) => rule)).toEqual(expect.arrayContaining(['listed-ship', 'transfer']))
  })

  it('is moved by nothing that comes too late, nor by a clock that runs backwards', () => {
    const watch = new MaritimeWatch()
    watch.start(known)
    watch.observe(sea)
    const first = [...watch.advance(hours(12))]
    expect(first.length).toBeGreaterThan(0)
    watch.observe(sea)
    expect([...watch.advance(hours(3)), ...watch.advance(hours(12))]).toEqual([])
    expect(watch.counts.dropped.late).toBeGreaterThan(0)
    expect(watch.counts.lateStatics).toBeGreaterThan(0)
  })
})
