import type { AddressInfo } from 'node:net'
import { MaritimeWatch, shipIndex } from '@cordon/maritime'
import { type ScratchStore, scratchStore } from '@cordon/testing'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { KnownHolder } from '../known/known.ts'
import { algorithms } from '../screening-algorithms.ts'
import { loadSeaDrills, observationsOf } from '../sea/drill.ts'
import { MapKeeper } from '../sea/map-keeper.ts'
import { loadSeaPack } from '../sea/pack.ts'
import { readTracks } from '../sea/testing-tracks.ts'
import { buildApp } from './app.ts'
import { storeRecords } from './store-records.ts'
import { knownOf } from './testing-server.ts'

let scratch: ScratchStore
let app: FastifyInstance
let url: string
const drill = loadSeaDrills().find(({ id }) => id.includes('chon-ma-san'))!
const day = Date.UTC(2018, 1, 24)
const yukTung = 'sea-2018-01-20-yuk-tung'

beforeAll(async () => {
  scratch = await scratchStore()
  const map = new MapKeeper()
  const watch = new MaritimeWatch({ onFound: map.add })
  const { rules, areas, ports } = loadSeaPack()
  watch.start({ ships: shipIndex([]), rules, places: { areas, ports }, versions: {} })
  const seen = observationsOf(drill)
  for (const half of [seen.slice(0, 400), seen.slice(400)]) {
    for (const _ of watch.observe(half)) throw new Error('nothing is found before time moves on')
    for (const _ of watch.advance(half.at(-1)!.time));
    const addition = map.take()
    await scratch.store.sea.add(addition)
    // What a restart does again changes nothing.
    await scratch.store.sea.add(addition)
  }
  for (const _ of watch.advance(Number.MAX_SAFE_INTEGER));
  await scratch.store.sea.add(map.take())
  const known = new KnownHolder()
  known.swap(await knownOf())
  app = await buildApp({
    version: '0.1.0',
    known,
    algorithms,
    records: storeRecords(Promise.resolve(scratch.store), known),
  })
  await app.listen({ port: 0, host: '127.0.0.1' })
  url = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`
})
afterAll(async () => {
  await app.close()
  await scratch.close()
})

// biome-ignore lint/suspicious/noExplicitAny: answers of many shapes
const json = async (path: string, init?: RequestInit): Promise<any> => (await fetch(url + path, init)).json()

describe('the sea over HTTP', () => {
  it('tells what there is', async () => {
    const summary = await json('/api/sea')
    expect(summary).toMatchObject({ ships: 2, from: Date.UTC(2018, 1, 22, 12) })
    expect(summary.areas.map(({ id }: { id: string }) => id)).toContain('east-china-sea')
    expect(summary.citations.length).toBeGreaterThan(5)
    const unchecked = summary.citations.filter(({ verified }: { verified?: boolean }) => verified === false)
    expect(unchecked.map(({ id }: { id: string }) => id)).toEqual(['un-2375-11', 'un-2397-9', 'un-2397-13'])
  })

  it('gives tracks as bytes, each point once, in order of time', async () => {
    const response = await fetch(`${url}/api/sea/tracks?from=${day - 86_400_000}&until=${day + 86_400_000}`)
    expect(response.headers.get('content-type')).toBe('application/octet-stream')
    const { ships, step } = readTracks(new Uint8Array(await response.arrayBuffer()))
    expect(step).toBe(0)
    expect(ships.map(({ mmsi, class: kind }) => [mmsi, kind])).toEqual([
      [455123170, 1],
      [455910000, 1],
    ])
    expect(ships[0]!.name).toBe('XIN YUAN 18')
    for (const { points } of ships) {
      expect(points.every(([time], i) => i === 0 || time > points[i - 1]![0])).toBe(true)
      expect(Math.min(...points.map(([, lat]) => lat))).toBeGreaterThan(28e5)
    }
    expect((await fetch(`${url}/api/sea/tracks?from=0&until=${day}`)).status).toBe(422)
    expect((await fetch(`${url}/api/sea/tracks`)).status).toBe(422)
    const span = `from=${day}&until=${day + 1}`
    expect((await json(`/api/sea/tracks?${span}&bbox=10,20`)).code).toBe('CORDON_BOX')
    const elsewhere = await fetch(`${url}/api/sea/tracks?${span}&bbox=-10,-10,10,10`)
    expect(readTracks(new Uint8Array(await elsewhere.arrayBuffer())).ships).toEqual([])
  })

  it('gives where ships are at a time, from the store and of a drill, as their tracks have it', async () => {
    const ask = async (path: string) =>
      readTracks(new Uint8Array(await (await fetch(`${url}${path}`)).arrayBuffer())).ships
    const { from, until } = await json('/api/sea')
    const whole = await ask(`/api/sea/tracks?from=${from}&until=${until}`)
    const at = day + 1000
    for (const { mmsi, points, class: kind } of await ask(`/api/sea/fleet?at=${at}`)) {
      const track = whole.find((ship) => ship.mmsi === mmsi)!
      const known = new Set(track.points.map(String))
      expect(points.length).toBeGreaterThan(1)
      expect(points.every((point) => known.has(String(point)))).toBe(true)
      expect(points[0]![0] * 1000).toBeLessThanOrEqual(at)
      expect(kind).toBe(track.class)
    }
    const latest = await ask('/api/sea/fleet')
    expect(latest.map(({ points }) => points.at(-1))).toEqual(
      whole
        .filter((ship) => latest.some(({ mmsi }) => mmsi === ship.mmsi))
        .map(({ points }) => points.at(-1)),
    )
    expect(await ask('/api/sea/fleet?at=1000')).toEqual([])
    const drilled = await json(`/api/sea?drill=${yukTung}`)
    expect(await ask(`/api/sea/fleet?drill=${yukTung}&at=${drilled.until}`)).not.toEqual([])
  })

  it('gives events by span, kind and ship, and a vessel with its identities and track', async () => {
    const { events } = await json(
      `/api/sea/events?from=${day - 86_400_000}&until=${day + 86_400_000}&kind=encounter`,
    )
    expect(events).toMatchObject([{ kind: 'encounter', state: 'closed', mmsi: 455123170, other: 455910000 }])
    expect((await json(`/api/sea/events?until=1000`)).events).toEqual([])
    const { vessel, track, events: own } = await json('/api/sea/vessels/455123170')
    expect(vessel).toMatchObject({ name: 'XIN YUAN 18', shipClass: 'tanker' })
    expect(vessel.spans).toHaveLength(1)
    expect(track.length).toBeGreaterThan(50)
    expect(own.map(({ kind }: { kind: string }) => kind)).toEqual(
      expect.arrayContaining(['encounter', 'draught-change']),
    )
    expect((await fetch(`${url}/api/sea/vessels/1`)).status).toBe(404)
    expect((await fetch(`${url}/api/sea/vessels/nonsense`)).status).toBe(404)
  })

  it('matches a sighting that is typed, once', async () => {
    const send = (body: object) =>
      json('/api/sea/sightings', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
    const typed = {
      time: '2018-02-24T00:00:00Z',
      lat: 31.3,
      lon: 124.4,
      accuracy_m: 300,
      name: 'Xin Yuan 18',
    }
    const first = await send(typed)
    expect(first).toMatchObject({ kind: 'sighting', mmsi: 455123170 })
    expect(first.matches[0].probability).toBeGreaterThan(0.9)
    await send(typed)
    const far = await send({ ...typed, lat: 33 })
    expect(far.dark).toBeGreaterThan(0.9)
    const { events } = await json('/api/sea/events?kind=sighting&limit=50')
    expect(events.filter(({ name }: { name?: string }) => name === 'XIN YUAN 18')).toHaveLength(3)
    expect(far.findings).toEqual([])
    expect((await send({ time: 'noon', lat: 1, lon: 1 })).code).toBe('CORDON_SIGHTING')
    expect((await scratch.store.findings.counts()).total).toBe(0)
  })

  it('makes a finding of a sighting where a listed name was read off a dark ship, once', async () => {
    const body = {
      time: '2018-02-24T03:00:00Z',
      lat: 30.2,
      lon: 124,
      name: 'CHONG CHON GANG',
      imo: '7937317',
    }
    const send = (path: string) =>
      json(path, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
    const { findings, listed } = await send('/api/sea/sightings')
    expect(listed.length).toBeGreaterThan(0)
    expect(findings).toMatchObject([
      { rule: 'sighting', statement: expect.stringContaining('does not transmit') },
    ])
    await send('/api/sea/sightings')
    const stored = await scratch.store.findings.get(findings[0].id)
    expect(stored?.finding).toMatchObject({ revision: 1, watch: 'maritime' })
  })

  it('takes a file of sightings: tells how columns are read, keeps nothing on a look, then matches and judges, once', async () => {
    const send = async (body: string, query: string) => {
      const response = await fetch(`${url}/api/sea/sightings/import?name=scene.csv&${query}`, {
        method: 'POST',
        headers: { 'content-type': 'application/octet-stream' },
        body,
      })
      const lines = (await response.text()).trim().split('\n')
      return lines.map((line) => JSON.parse(line))
    }
    const seen = (lines: { columns?: { column: string; field?: string }[] }[]) =>
      Object.fromEntries(
        lines.flatMap(({ columns = [] }) => columns.map(({ column, field }) => [column, field])),
      )
    // Detections of a radar satellite, one of them of the ship that waits, one a listed name that was read off.
    const body = [
      'acquired,detect_lat,detect_lon,length_m,ship_name,imo,sea_state',
      '2018-02-24T00:00:00Z,31.3,124.4,,,,3',
      '2018-02-24T03:00:00Z,30.9,122,110,CHONG CHON GANG,7937317,3',
      '2018-02-24T03:00:00Z,95,122,,,,3',
    ].join('\n')
    const events = async () => (await json('/api/sea/events?kind=sighting&limit=50')).events.length
    const before = await events()
    const guessed = await send(body, 'look=true')
    expect(seen(guessed)).toEqual({
      detect_lat: 'lat',
      detect_lon: 'lon',
      length_m: 'lengthM',
      ship_name: 'name',
      imo: 'imo',
    })
    expect(guessed.at(-1).error.expected).toContain('time')
    const mapped = 'column=time%3Dacquired&column=lengthM%3D'
    const looked = await send(body, `look=true&${mapped}`)
    expect(seen(looked)).toMatchObject({ acquired: 'time' })
    expect(seen(looked).length_m).toBeUndefined()
    expect(looked.find(({ reject }) => reject).reject.where).toBe('line 4')
    expect(looked.at(-1).summary).toMatchObject({ name: 'scene.csv', sightings: 2, rejected: 1 })
    expect(await events()).toBe(before)
    const { summary } = (await send(body, mapped)).at(-1)
    expect(summary).toMatchObject({ sightings: 2, rejected: 1, fitting: 1, dark: 1, findings: 1 })
    expect((await scratch.store.findings.get(summary.first[0].id))?.finding).toMatchObject({
      rule: 'sighting',
      revision: 1,
    })
    expect((await send(body, mapped)).at(-1).summary).toEqual(summary)
    expect(await events()).toBe(before + 2)
    expect((await send(body, 'column=depth%3Dx'))[0].code).toBe('CORDON_SIGHTING_COLUMN')
    expect((await send('', 'look=true')).at(-1).error.found).toBe('no record')
  })

  it('plays a drill in memory: places of findings, identities over time, what contradicts what', async () => {
    const { drills } = await json('/api/sea/drills')
    expect(drills.map(({ id }: { id: string }) => id)).toContain(yukTung)
    const { from, until, ships, drill: played } = await json(`/api/sea?drill=${yukTung}`)
    expect({ ships, title: played.title }).toMatchObject({
      ships: 2,
      title: expect.stringContaining('MAIKA'),
    })
    const { findings } = await json(`/api/sea/findings?from=${from}&until=${until}&drill=${yukTung}`)
    const dark = findings.find(({ rule }: { rule: string }) => rule === 'dark-sts-transfer')
    expect(dark.ships).toEqual([327000001])
    expect([dark.lat, dark.lon]).toEqual([expect.closeTo(30.1, 1), expect.closeTo(125.2, 1)])
    expect(dark.events[0]).toMatch(/^dark-rendezvous/)
    expect(dark.events).toContain('sighting-p3c-2')
    expect((await json(`/api/sea/findings/${dark.id}?drill=${yukTung}`)).id).toBe(dark.id)
    const ship = await json(`/api/sea/vessels/327000001?drill=${yukTung}`)
    expect(ship.number).toMatchObject({ kind: 'ship', flag: 'do' })
    expect(ship.related).toMatchObject([{ mmsi: 563000001, change: 'new-number' }])
    expect(ship.doubts.map(({ kind }: { kind: string }) => kind)).toContain('new-number')
    expect(ship.findings.length).toBeGreaterThan(0)
    const { vessels } = await json(`/api/sea/vessels?q=maik&drill=${yukTung}`)
    expect(vessels).toMatchObject([{ mmsi: 327000001, name: 'MAIKA', class: 'tanker' }])
    // Nothing of it is in the store.
    expect((await fetch(`${url}/api/sea/vessels/327000001`)).status).toBe(404)
    expect((await fetch(`${url}/api/sea?drill=none`)).status).toBe(404)
  })

  it('gives watch areas as GeoJSON', async () => {
    const { type, features } = await json('/api/sea/areas')
    expect(type).toBe('FeatureCollection')
    expect(features[0]).toMatchObject({ type: 'Feature', geometry: { type: 'MultiPolygon' } })
  })

  it('watches a file that is sent, tells of rejects, and takes it once', async () => {
    const rows = Array.from({ length: 40 }, (_, i) => {
      const time = new Date(Date.UTC(2020, 4, 1) + i * 900_000).toISOString()
      return `412000001,${time},30.${10 + i},125.0`
    })
    const send = async (body: string) => {
      const response = await fetch(`${url}/api/sea/import?name=day.csv`, {
        method: 'POST',
        headers: { 'content-type': 'text/csv' },
        body,
      })
      return (await response.text())
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line))
    }
    const body = ['mmsi,timestamp,lat,lon', ...rows, 'nonsense,yesterday,1,1'].join('\n')
    const lines = await send(body)
    expect(lines.find((line) => line.reject)?.reject.where).toMatch(/line/)
    expect(lines.at(-1).summary).toMatchObject({ name: 'day.csv', rejected: 1, ended: true, observed: 40 })
    expect((await json('/api/sea/vessels/412000001')).track.length).toBeGreaterThan(3)
    expect((await send(body)).at(-1).summary).toMatchObject({
      observed: 40,
      findings: lines.at(-1).summary.findings,
    })
    expect((await json('/api/sea')).ships).toBe(3)
    const [refused] = await send('')
    expect(refused.code).toBe('CORDON_SEA_EMPTY')
    const [unknown] = (await send('lat and lon, but of what\nnothing')).slice(-1)
    expect(unknown.error.expected).toBeTruthy()
    expect(unknown.error).toMatchObject({
      code: 'CORDON_SEA_NOTHING',
      found: expect.stringContaining('2 lines'),
    })
  })
})
