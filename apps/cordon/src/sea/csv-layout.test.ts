import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { csvLayout } from './csv-layout.ts'
import { readSea } from './read-sea.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cordon-csv-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const file = 'Schiff;wann;Breite;Laenge;Fahrt_x10\n273000001;2018-01-13 04:05:06;31.5;124.25;57\n'
async function read(text: string, layout?: ReturnType<typeof csvLayout>) {
  const bytes = (async function* () {
    yield new TextEncoder().encode(text)
  })()
  const rows: number[][] = []
  let rejected = 0
  for await (const { positions, rejects } of readSea(bytes, layout ? { csv: layout } : {})) {
    rejected += rejects.length
    for (let i = 0; i < positions.length; i++)
      rows.push([
        positions.mmsi[i]!,
        positions.time[i]!,
        positions.lat[i]!,
        positions.lon[i]!,
        positions.sog[i]!,
      ])
  }
  return { rows, rejected }
}
const row = [273000001, Date.UTC(2018, 0, 13, 4, 5, 6), 31.5, 124.25, Math.fround(5.7)]

describe('the columns of a CSV', () => {
  it('are named one by one, with what their numbers are divided by', async () => {
    const column = ['mmsi=Schiff', 'time=wann', 'lat=Breite', 'lon=Laenge', 'sog=Fahrt_x10/10']
    expect(await read(file, csvLayout({ column }))).toEqual({ rows: [row], rejected: 0 })
  })

  it('are named in a file, and one by one on top of it', async () => {
    const path = join(folder, 'columns.yaml')
    await writeFile(
      path,
      'columns:\n  mmsi: Schiff\n  time: wann\n  lat: Breite\n  lon: Laenge\n  sog: { column: Fahrt_x10, per: 5 }\n',
    )
    const column = ['sog=Fahrt_x10/10']
    expect((await read(file, csvLayout({ columns: path, column }))).rows).toEqual([row])
  })

  it('of a dialect may stand elsewhere in part', async () => {
    const text = 'MMSI,BaseDateTime,LAT,LON,SOG,speed_ms\n273000001,2018-01-13T04:05:06,31.5,124.25,9,5.7\n'
    expect((await read(text, csvLayout({ column: ['sog=speed_ms'] }))).rows).toEqual([row])
    expect((await read(text, csvLayout({ dialect: 'marinecadastre' }))).rows[0]![4]).toBe(9)
  })

  it('that nobody knows are an error that says what to do, not a line-by-line loss', async () => {
    await expect(read(file)).rejects.toMatchObject({
      found: expect.stringContaining('Breite'),
      remedy: expect.stringContaining('--column'),
    })
    const column = ['mmsi=Schiff', 'time=wann', 'lat=Breite', 'lon=Length']
    await expect(read(file, csvLayout({ column }))).rejects.toMatchObject({ expected: 'a column "Length"' })
  })

  it('are refused where they make no sense', async () => {
    expect(() => csvLayout({ column: ['latitude=x'] })).toThrow('FIELD=COLUMN')
    expect(() => csvLayout({ column: ['lat'] })).toThrow('FIELD=COLUMN')
    expect(() => csvLayout({ dialect: 'none' })).toThrow('marinecadastre')
    const path = join(folder, 'wrong.yaml')
    await writeFile(path, 'columns: { latitude: x }\n')
    expect(() => csvLayout({ columns: path })).toThrow('columns')
    expect(() => csvLayout({ columns: join(folder, 'none.yaml') })).toThrow('no such file')
  })

  it('are not looked for in sentences that begin in the middle of a line', async () => {
    const log =
      '1,1,,A,15RTgt0PAso;90TKcjM8h6g208CQ,0*4A\r\n\\c:1519432800*5B\\!AIVDM,1,1,,A,15RTgt0PAso;90TKcjM8h6g208CQ,0*4A\r\n'
    expect((await read(log)).rejected).toBeGreaterThan(0)
  })
})
