import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { KnownShip } from '@cordon/maritime'
import { shipIndex } from '@cordon/maritime'
import { type ScratchStore, scratchStore } from '@cordon/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadSeaDrills, observationsOf } from './drill.ts'
import { loadSeaPack } from './pack.ts'
import { PlausibleTime } from './plausible-time.ts'
import { type SeaStream, watchSea } from './watch-sea.ts'

const drill = loadSeaDrills().find(({ id }) => id.includes('chon-ma-san'))!
const listed: KnownShip = {
  ref: { kind: 'entity', id: 'ofac-23729', label: 'CHON MA SAN' },
  names: ['CHON MA SAN'],
  imo: '8660313',
  mmsis: [],
  callSigns: [],
  flags: ['kp'],
  listed: true,
  source: 'test',
  owners: [],
}

describe('a run of the watch at sea', () => {
  let scratch: ScratchStore
  let folder: string
  let stream: SeaStream
  beforeAll(async () => {
    scratch = await scratchStore({ now: () => Date.UTC(2018, 3, 1) })
    folder = await mkdtemp(join(tmpdir(), 'cordon-watch-sea-'))
    const rows = observationsOf(drill).flatMap((seen) =>
      seen.kind === 'position'
        ? [[seen.mmsi, new Date(seen.time).toISOString(), seen.lat, seen.lon, seen.sog, seen.cog].join(',')]
        : [],
    )
    const head = 'mmsi,timestamp,lat,lon,sog,cog'
    const inputs = [rows.slice(0, 500), rows.slice(500)].map(
      (part, i) => [join(folder, `${i}.csv`), `${[head, ...part].join('\n')}\n`] as const,
    )
    for (const [path, text] of inputs) await writeFile(path, text)
    const { rules, areas, ports } = loadSeaPack()
    stream = {
      run: 'sea/quiet',
      inputs: inputs.map(([path]) => path),
      sightings: drill.sightings.map((one) => JSON.parse(JSON.stringify(one))),
      knowledge: { ships: shipIndex([listed]), rules, places: { areas, ports }, versions: {} },
      latenessMinutes: 10,
      commitEvery: 1,
      onRejects: async () => {},
      onProgress: () => {},
    }
  })
  afterAll(async () => {
    await scratch.close()
    await rm(folder, { recursive: true, force: true })
  })

  const stored = async () =>
    (await scratch.store.findings.query({ limit: 100 })).findings
      .map(({ finding }) => JSON.stringify(finding))
      .sort()

  it('that breaks off anywhere is gone on with, to the same findings', async () => {
    const summary = await watchSea(scratch.store, stream)
    const quiet = await stored()
    expect(quiet.length).toBeGreaterThanOrEqual(2)
    expect(summary.commits).toBeGreaterThan(2)
    for (const breaksAt of [1, 2]) {
      const other = await scratchStore({ now: () => Date.UTC(2018, 3, 1) })
      const run = `sea/broken-${breaksAt}`
      const breaking = {
        ...stream,
        run,
        onProgress: ({ commits }: { commits: number }) => {
          if (commits === breaksAt) throw new Error('the machine goes down')
        },
      }
      await expect(watchSea(other.store, breaking)).rejects.toThrow('goes down')
      const again = await watchSea(other.store, { ...stream, run })
      expect(again.observed).toBe(summary.observed)
      const found = (await other.store.findings.query({ limit: 100 })).findings
        .map(({ finding }) => JSON.stringify(finding))
        .sort()
      expect(found).toEqual(quiet)
      await other.close()
    }
  })

  it('that is interrupted is gone on with too', async () => {
    const other = await scratchStore({ now: () => Date.UTC(2018, 3, 1) })
    const controller = new AbortController()
    const first = await watchSea(other.store, {
      ...stream,
      run: 'sea/stopped',
      signal: controller.signal,
      onProgress: () => controller.abort(),
    })
    expect(first.ended).toBe(false)
    const second = await watchSea(other.store, { ...stream, run: 'sea/stopped' })
    expect(second.ended).toBe(true)
    const found = (await other.store.findings.query({ limit: 100 })).findings
      .map(({ finding }) => JSON.stringify(finding))
      .sort()
    expect(found).toEqual(await stored())
    await other.close()
  })
})

describe('time that moves the watermark', () => {
  it('is not that of one clock years ahead, but that of all after a pause', () => {
    const time = new PlausibleTime()
    const year = 365 * 86_400_000
    expect(time.see(50 * year)).toBe(true)
    expect(time.see(51 * year)).toBe(false)
    expect(time.see(50 * year + 1000)).toBe(true)
    const later = Array.from({ length: 25 }, (_, i) => time.see(51 * year + i))
    expect(later.filter(Boolean).length).toBe(6)
    expect([Number.NaN, 0, -5].map((one) => time.see(one))).toEqual([false, false, false])
  })
})
