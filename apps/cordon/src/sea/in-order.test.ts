import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSeaBytes } from './bytes.ts'
import { disorderOf, inOrderOfTime } from './in-order.ts'
import { readObservations } from './observations.ts'

const head = 'mmsi,timestamp,lat,lon,sog,cog'
const row = (mmsi: number, minute: number) =>
  `${mmsi},2025-11-01T00:${String(minute).padStart(2, '0')}:00Z,57.5,11.2,5,90`

describe('positions that stand ship by ship', () => {
  let folder: string
  const path = (name: string) => join(folder, name)
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cordon-in-order-'))
    const byShip = [
      row(209275000, 0),
      row(209275000, 30),
      row(219000001, 1),
      'no position',
      row(219000001, 29),
    ]
    await writeFile(path('ships.csv'), `${[head, ...byShip].join('\n')}\n`)
    await writeFile(
      path('time.csv'),
      `${[head, row(209275000, 0), row(219000001, 1), row(209275000, 30)].join('\n')}\n`,
    )
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  it('are found out: lateness must be above 29 minutes', async () => {
    expect(await disorderOf([path('ships.csv')], {})).toBe(30)
    expect(await disorderOf([path('time.csv')], {})).toBe(0)
  })

  it('are in order across files as well', async () => {
    expect(await disorderOf([path('time.csv'), path('time.csv')], {})).toBe(31)
  })

  it('come in order of time, with nothing lost', async () => {
    const seen: [number, number][] = []
    const rejected: string[] = []
    for await (const batch of inOrderOfTime(readObservations(await openSeaBytes(path('ships.csv'))))) {
      for (const { reason } of batch.rejects) rejected.push(reason)
      for (const observation of batch.observations)
        if (observation.kind === 'position')
          seen.push([observation.mmsi, new Date(observation.time).getUTCMinutes()])
    }
    expect(seen).toEqual([
      [209275000, 0],
      [219000001, 1],
      [219000001, 29],
      [209275000, 30],
    ])
    expect(rejected).toHaveLength(1)
  })
})
