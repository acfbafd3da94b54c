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
import { buildApp } from './app.ts'
import { storeRecords } from './store-records.ts'

let scratch: ScratchStore
let app: FastifyInstance
let url: string
const drill = loadSeaDrills().find(({ id }) => id.includes('chon-ma-san'))!
const day = Date.UTC(2018, 1, 24)

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
  })

  it('gives tracks as columns, each point once, in order of time', async () => {
    const response = await fetch(`${url}/api/sea/tracks?from=${day - 86_400_000}&until=${day + 86_400_000}`)
    expect(response.headers.get('content-type')).toBe('application/octet-stream')
    const columns = new Int32Array(await response.arrayBuffer())
    const [ships, points] = columns
    expect(ships).toBe(2)
    expect([...columns.subarray(2, 4)]).toEqual([455123170, 455910000])
    const starts = columns.subarray(4, 7)
    expect([starts[0], starts[2]]).toEqual([0, points])
    expect([...columns.subarray(7, 9)]).toEqual([1, 1])
    expect(columns.length).toBe(9 + 3 * points!)
    const times = columns.subarray(9, 9 + points!)
    for (let ship = 0; ship < 2; ship++)
      for (let i = starts[ship]! + 1; i < starts[ship + 1]!; i++)
        expect(times[i]!).toBeGreaterThan(times[i - 1]!)
    const lats = columns.subarray(9 + points!, 9 + 2 * points!)
    expect(Math.min(...lats)).toBeGreaterThan(28e6)
    expect((await fetch(`${url}/api/sea/tracks?from=0&until=${day}`)).status).toBe(422)
    expect((await fetch(`${url}/api/sea/tracks`)).status).toBe(422)
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
    expect((await send({ time: 'noon', lat: 1, lon: 1 })).code).toBe('CORDON_SIGHTING')
  })
})
