import { describe, expect, it } from 'vitest'
import { readSightings, type SightingColumn, type SightingReadOptions } from './read-sightings.ts'

async function read(text: string, columns?: SightingReadOptions['columns']) {
  const told: SightingColumn[] = []
  async function* bytes() {
    yield new TextEncoder().encode(text)
  }
  const sightings = []
  const options = { onColumns: (all: readonly SightingColumn[]) => told.push(...all) }
  for await (const { records } of readSightings(bytes(), { ...options, ...(columns && { columns }) }))
    sightings.push(...records)
  return { told, sightings }
}

const csv = 'acquired,timestamp,lat,latitude,lon,score\n2020-01-02T03:04:05Z,2020-01-01T00:00:00Z,1,2,3,0.5'

describe('columns of a file of sightings', () => {
  it('are told with what they are read as; of several for one thing the first is read', async () => {
    const { told, sightings } = await read(csv)
    expect(told).toEqual([
      { column: 'acquired' },
      { column: 'timestamp', field: 'time' },
      { column: 'lat', field: 'lat' },
      { column: 'latitude' },
      { column: 'lon', field: 'lon' },
      { column: 'score', field: 'confidence' },
    ])
    expect(sightings).toMatchObject([{ time: Date.UTC(2020, 0, 1), lat: 1, lon: 3, confidence: 0.5 }])
  })

  it('are read as what is given before what they are called; an empty name reads none', async () => {
    const given = { time: 'acquired', lat: 'latitude', confidence: '' }
    const { told, sightings } = await read(csv, given)
    expect(told.filter(({ field }) => field).map(({ column }) => column)).toEqual([
      'acquired',
      'latitude',
      'lon',
    ])
    expect(sightings).toMatchObject([{ time: Date.UTC(2020, 0, 2, 3, 4, 5), lat: 2, lon: 3 }])
    expect(sightings[0]).not.toHaveProperty('confidence')
  })

  it('are told of JSON too, and before a file without a place is refused', async () => {
    const { told } = await read('[{"when":"2020-01-01T00:00:00Z","lat":1,"lon":2}]', { time: 'when' })
    expect(told.map(({ field }) => field)).toEqual(['time', 'lat', 'lon'])
    const columns: SightingColumn[] = []
    const bytes = (async function* () {
      yield new TextEncoder().encode('time,where\n2020-01-01T00:00:00Z,here')
    })()
    const reading = async () => {
      for await (const { records } of readSightings(bytes, { onColumns: (all) => columns.push(...all) }))
        expect(records).toEqual([])
    }
    await expect(reading()).rejects.toMatchObject({ code: 'FORMATS_UNKNOWN' })
    expect(columns).toEqual([{ column: 'time', field: 'time' }, { column: 'where' }])
  })
})
