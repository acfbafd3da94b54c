import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { decompress, readCsv } from '@cordon/formats'
import { type Port, readWeather, type Weather, WeatherIndex } from '@cordon/maritime'
import { countryCode } from '@cordon/model'
import { openBytes } from '../lists/input-files.ts'
import { areasOf, loadSeaPack, type SeaPack } from './pack.ts'

/** What a command says of the world. */
export interface PlaceOptions {
  readonly pack: string
  /** A CSV of ports beside those of the pack. */
  readonly ports?: string
  /** A GeoJSON of areas beside those of the pack. */
  readonly areas?: string
  /** A CSV of the weather. */
  readonly weather?: string
}

/** A pack's places, and which files were added to them. */
export interface Places extends SeaPack {
  /** File to the beginning of its SHA-256: what a finding was judged with can be found again. */
  readonly versions: Readonly<Record<string, string>>
  readonly weather?: WeatherIndex
}

/** The pack with what the command adds to it. */
export async function openPlaces({ pack, ports, areas, weather }: PlaceOptions): Promise<Places> {
  const known = loadSeaPack(pack)
  return {
    rules: known.rules,
    areas: [...known.areas, ...(areas === undefined ? [] : areasOf(readFileSync(areas, 'utf8')))],
    ports: [...known.ports, ...(ports === undefined ? [] : await readPorts(ports))],
    ...(weather !== undefined && { weather: await readWeatherFile(weather) }),
    versions: Object.fromEntries(
      [ports, areas, weather].flatMap((path) => (path === undefined ? [] : [versionOf(path)])),
    ),
  }
}

async function readWeatherFile(path: string): Promise<WeatherIndex> {
  const reports: Weather[] = []
  for await (const { records, rejects } of readWeather(await openBytes(path))) {
    reports.push(...records)
    for (const { where, reason } of rejects) process.stderr.write(`rejected: ${path}, ${where}: ${reason}\n`)
  }
  return new WeatherIndex(reports)
}

function versionOf(path: string): [string, string] {
  const hash = createHash('sha256').update(readFileSync(path)).digest('hex')
  return [basename(path), `sha256:${hash.slice(0, 16)}`]
}

const columns: Readonly<Record<keyof Port, readonly string[]>> = {
  id: ['id', 's2id', 'UN/LOCODE', 'World Port Index Number'],
  name: ['name', 'label', 'Main Port Name'],
  lat: ['lat', 'latitude', 'Latitude'],
  lon: ['lon', 'longitude', 'Longitude'],
  country: ['country', 'iso3', 'Country Code'],
  kind: ['kind'],
}

/**
 * Ports from CSV: `id,name,country,lat,lon`, the NGA's World Port Index, or Global Fishing Watch's anchorages. Rows without a
 * place are passed over.
 */
async function readPorts(path: string): Promise<Port[]> {
  const ports: Port[] = []
  for await (const { records } of readCsv(decompress(await openBytes(path)))) {
    for (const row of records) {
      const value = (field: keyof Port) =>
        columns[field]
          .map((name) => row.value(name)?.trim())
          .find((text) => text !== undefined && text !== '')
      const lat = Number(value('lat') ?? Number.NaN)
      const lon = Number(value('lon') ?? Number.NaN)
      if (!(Math.abs(lat) <= 90 && Math.abs(lon) <= 180)) continue
      const country = countryCode(value('country') ?? '')
      const id = value('id') ?? `port-${row.line}`
      ports.push({
        id,
        name: value('name') ?? id,
        lat,
        lon,
        ...(country !== undefined && { country }),
        ...(value('kind') === 'anchorage' && { kind: 'anchorage' as const }),
      })
    }
  }
  return ports
}
