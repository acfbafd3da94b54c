import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { bytesOf, type Reject } from '@cordon/formats'
import { referenceData } from '@cordon/testing'
import { describe, expect, it } from 'vitest'
import { parseTime } from './parse-time.ts'
import type { PositionBatch } from './position-batch.ts'
import { type PositionCsvOptions, readPositionCsv, type ShipReport } from './read-csv.ts'

async function read(text: string, options: PositionCsvOptions = {}) {
  const reading = readPositionCsv(bytesOf(text), options)
  const batches: PositionBatch[] = []
  const ships: ShipReport[] = []
  const rejects: Reject[] = []
  for await (const rows of reading) {
    if (rows.positions.length > 0) batches.push(rows.positions)
    ships.push(...rows.ships)
    rejects.push(...rows.rejects)
  }
  return {
    first: batches[0]!,
    count: batches.reduce((sum, { length }) => sum + length, 0),
    ships,
    rejects,
    reading,
  }
}

describe('a position file', () => {
  it('of MarineCadastre has UTC times without a zone, and names', async () => {
    const { first, ships } = await read(
      'MMSI,BaseDateTime,LAT,LON,SOG,COG,Heading,VesselName,IMO,CallSign,VesselType,Status,Length,Width,Draft,Cargo,TransceiverClass\n' +
        '367000001,2022-01-03T00:00:01,30.5,-88.25,0.1,336.2,511,SEA TRIAL,IMO9074729,WAB1234,31,0,28,11,3.3,52,A\n',
    )
    expect(first.time[0]).toBe(Date.UTC(2022, 0, 3, 0, 0, 1))
    expect([first.lat[0], first.lon[0], first.status[0]]).toEqual([30.5, -88.25, 0])
    expect(first.heading[0]).toBeNaN()
    expect(ships).toMatchObject([{ mmsi: 367000001, name: 'SEA TRIAL', imo: 'IMO9074729', draught: 3.3 }])
  })

  it('of the Danish Maritime Authority has days first and a status in words', async () => {
    const { first } = await read(
      '# Timestamp,Type of mobile,MMSI,Latitude,Longitude,Navigational status,ROT,SOG,COG,Heading,IMO,Callsign,Name,Ship type,Data source type\n' +
        '03/11/2025 00:00:05,Class A,219000001,57.5,11.25,At anchor,,0.1,12.5,,Unknown,Unknown,,Cargo,AIS\n',
    )
    expect(first.time[0]).toBe(Date.UTC(2025, 10, 3, 0, 0, 5))
    expect(first.status[0]).toBe(1)
  })

  it('of exactEarth has its milliseconds and message type', async () => {
    const { first } = await read(
      'MMSI,Message_ID,Time,Millisecond,Region,SOG,Longitude,Latitude\n"432000001","3","20210701_185151","680","66","13.6","-103.5","8.75"\n',
    )
    expect(first.time[0]).toBe(Date.UTC(2021, 6, 1, 18, 51, 51, 680))
    expect(first.type[0]).toBe(3)
  })

  it('of Global Fishing Watch calls the MMSI ssvid', async () => {
    const { first } = await read(
      'ssvid,lat,lon,timestamp,speed\n220000001,35.5,-128.25,2018-01-01 00:12:19+00:00,19.5\n',
    )
    expect([first.mmsi[0], first.sog[0]]).toEqual([220000001, 19.5])
  })

  it('of any other form is read by a mapping, with its units', async () => {
    const dialect = {
      name: 'tower',
      columns: {
        mmsi: 'ID',
        time: 'WHEN',
        lat: 'Y',
        lon: 'X',
        sog: { column: 'SPEED_KNOTSx10', per: 10 },
      },
    }
    const { first } = await read(
      'ID;X;Y;WHEN;SPEED_KNOTSx10\n211000001;-5.25;36.5;2016-06-01 04:43:48;35\n',
      { dialect },
    )
    expect(first.sog[0]).toBe(3.5)
  })

  it('without known columns is an error that says what to do', async () => {
    await expect(read('a,b\n1,2\n')).rejects.toThrow('Say which columns hold what')
  })

  it('has a reject with line and reason for each row without ship, time or place', async () => {
    const { rejects, count } = await read(
      [
        'mmsi,timestamp,lat,lon',
        'x,2025-11-01T00:39:00Z,57,11',
        '209000001,2025-11-31T00:39:00Z,57,11',
        '209000001,2025-11-01T00:39:00Z,91,181',
        '209000001,2025-11-01T00:39:00Z,,',
        '209000001,2025-11-01T00:39:00Z,57,11',
      ].join('\n'),
    )
    expect(rejects.map(({ where, reason }) => [where, reason])).toEqual([
      ['line 2', 'expected an MMSI, found "x"'],
      ['line 3', 'expected a time, found "2025-11-31T00:39:00Z"'],
      ['line 4', 'position not available'],
      ['line 5', 'no latitude and longitude'],
    ])
    expect(count).toBe(1)
  })

  it('says again what a ship is only when it changes', async () => {
    const row = (minute: number, name: string) => `209000001,2025-11-01T00:0${minute}:00Z,57,11,${name}`
    const { ships } = await read(
      ['mmsi,timestamp,lat,lon,name', row(1, 'A'), row(2, 'A'), row(3, 'B')].join('\n'),
    )
    expect(ships.map(({ name }) => name)).toEqual(['A', 'B'])
  })
})

describe('a time', () => {
  it.each([
    ['2025-11-01T00:39:00.250Z', Date.UTC(2025, 10, 1, 0, 39, 0, 250)],
    ['2016-06-01 04:43:48', Date.UTC(2016, 5, 1, 4, 43, 48)],
    ['1334072103', 1334072103000],
    ['1522559988000', 1522559988000],
    ['2025-11-01T00:39:00+02:00', undefined],
    ['yesterday', undefined],
  ])('%s is read, or is none', (text, expected) => {
    expect(parseTime(text)).toBe(expected)
  })

  it('with slashes has its day first unless told otherwise', () => {
    expect(parseTime('03/11/2025 00:00:00')).toBe(Date.UTC(2025, 10, 3))
    expect(parseTime('03/11/2025 00:00:00', true)).toBe(Date.UTC(2025, 2, 11))
  })
})

describe('the real files', () => {
  const files = [
    ['marinecadastre-2022-01-03-first99999.csv.gz', 99_999, 0],
    ['dma-kattegat-2025-11-01..03-1min-51569.csv.gz', 51_569, 0],
    ['gfw-pelagos-10k-points-2012.csv.gz', 10_000, 720],
    ['aisdb-marinecadastre-2023-01-11-1000.csv', 1000, 0],
  ] as const
  for (const [name, rows, unavailable] of files) {
    const path = referenceData(`ais/csv/${name}`)
    it.skipIf(!path)(`${name}: every row is a position or a reject`, async () => {
      const stored = readFileSync(path!)
      const text = (name.endsWith('.gz') ? gunzipSync(stored) : stored).toString()
      const { count, rejects } = await read(text)
      expect(count).toBe(rows - unavailable)
      expect(rejects.filter(({ reason }) => reason === 'position not available')).toHaveLength(unavailable)
      expect(rejects).toHaveLength(unavailable)
    })
  }
})
