import { describe, expect, it } from 'vitest'
import { readWeather } from './read-weather.ts'
import { type Weather, WeatherIndex } from './weather.ts'

const hour = 3_600_000
const report = (lat: number, lon: number, hours: number, waveM: number): Weather => ({
  lat,
  lon,
  time: 400_000 * hour + hours * hour,
  waveM,
})
const now = 400_000 * hour

describe('the weather', () => {
  it('at a place is that of the nearest report, within 60 km and three hours', () => {
    const index = new WeatherIndex([report(30, 125, 0, 1), report(30.2, 125, 0, 2), report(30, 125, 2, 3)])
    expect(index.at(30.01, 125, now)?.waveM).toBe(1)
    expect(index.at(30.19, 125, now)?.waveM).toBe(2)
    expect(index.at(30.01, 125, now + 2 * hour)?.waveM).toBe(3)
    expect(index.at(31, 125, now)).toBeUndefined()
    expect(index.at(30, 125, now + 6 * hour)).toBeUndefined()
  })

  it('is found across 180 degrees and near the poles', () => {
    expect(new WeatherIndex([report(10, 179.9, 0, 1)]).at(10, -179.9, now)?.waveM).toBe(1)
    expect(new WeatherIndex([report(88, 40, 0, 1)]).at(88, 50, now)?.waveM).toBe(1)
  })

  it('is read from CSV; a row that says nothing is a reject with its line', async () => {
    const text =
      'time,latitude,longitude,swh,wind_knots\n2018-02-24T00:00:00Z,31,124,0.8,7\n2018-02-24T00:00:00Z,31,124,,\nsoon,31,124,1,1\n2018-02-24T00:00:00Z,95,124,1,1\n'
    const bytes = (async function* () {
      yield new TextEncoder().encode(text)
    })()
    const all: Weather[] = []
    const reasons: string[] = []
    for await (const { records, rejects } of readWeather(bytes)) {
      all.push(...records)
      reasons.push(...rejects.map(({ where, reason }) => `${where}: ${reason}`))
    }
    expect(all).toEqual([{ time: Date.UTC(2018, 1, 24), lat: 31, lon: 124, waveM: 0.8, windKnots: 7 }])
    expect(reasons).toEqual([
      'line 3: neither waves nor wind',
      'line 4: expected a time, found "soon"',
      'line 5: expected a latitude and longitude, found "95, 124"',
    ])
  })
})
