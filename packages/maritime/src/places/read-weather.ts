import {
  type Batch,
  type Bytes,
  decompress,
  excerptOf,
  InputError,
  type Reject,
  readCsv,
} from '@cordon/formats'
import { parseTime } from '../positions/parse-time.ts'
import type { Weather } from './weather.ts'

type Field = keyof Weather

/** What columns are called where wave and wind are published. */
const names: Readonly<Record<string, Field>> = {
  time: 'time',
  timestamp: 'time',
  valid_time: 'time',
  lat: 'lat',
  latitude: 'lat',
  lon: 'lon',
  longitude: 'lon',
  wave_m: 'waveM',
  wave_height: 'waveM',
  swh: 'waveM',
  wvht: 'waveM',
  wind_knots: 'windKnots',
  wind_kn: 'windKnots',
  source: 'source',
}

/**
 * Weather from CSV with a header line, gzip or not: time (UTC), latitude, longitude, significant wave height in metres, wind in
 * knots. A row without time, place and one of the two is a reject with its line.
 * @throws InputError where no column is a time and a place
 */
export async function* readWeather(bytes: Bytes): AsyncGenerator<Batch<Weather>, void, undefined> {
  let fields: readonly (Field | undefined)[] = []
  const onHeader = (header: readonly string[]) => {
    fields = header.map(
      (name) =>
        names[
          name
            .trim()
            .toLowerCase()
            .replace(/[\s-]+/g, '_')
        ],
    )
    for (const field of ['time', 'lat', 'lon'] as const)
      if (!fields.includes(field)) throw noColumn(header, field)
  }
  for await (const { records, rejects } of readCsv(decompress(bytes), { onHeader })) {
    const weather: Weather[] = []
    const lost: Reject[] = [...rejects]
    for (const row of records) {
      const read = weatherOf(Object.fromEntries(fields.map((field, i) => [field ?? '', row.fields[i] ?? ''])))
      if (typeof read !== 'string') weather.push(read)
      else lost.push({ where: `line ${row.line}`, reason: read, excerpt: excerptOf(row.fields.join(',')) })
    }
    yield { records: weather, rejects: lost }
  }
}

function weatherOf(said: Readonly<Record<string, string>>): Weather | string {
  const time = parseTime(said.time?.trim() ?? '')
  if (time === undefined) return `expected a time, found "${said.time}"`
  const [lat, lon, waveM, windKnots] = [said.lat, said.lon, said.waveM, said.windKnots].map(number)
  if (!(Math.abs(lat ?? 91) <= 90) || !(Math.abs(lon ?? 181) <= 180))
    return `expected a latitude and longitude, found "${said.lat}, ${said.lon}"`
  const [isWave, isWind] = [waveM, windKnots].map((value) => value !== undefined && value >= 0)
  if (!isWave && !isWind) return 'neither waves nor wind'
  return {
    time,
    lat: lat!,
    lon: lon!,
    ...(isWave && { waveM: waveM! }),
    ...(isWind && { windKnots: windKnots! }),
    ...(said.source && { source: said.source.trim() }),
  }
}

function number(text: string | undefined): number | undefined {
  const value = text === undefined || text.trim() === '' ? Number.NaN : Number(text)
  return Number.isFinite(value) ? value : undefined
}

function noColumn(header: readonly string[], field: Field): InputError {
  return new InputError('FORMATS_UNKNOWN', {
    expected: `a column for the ${field} of weather`,
    found: header.slice(0, 12).join(', '),
    where: 'line 1',
    remedy: `Name it one of: ${Object.keys(names)
      .filter((name) => names[name] === field)
      .join(', ')}.`,
  })
}
