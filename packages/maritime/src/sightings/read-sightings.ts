import {
  type Batch,
  type Bytes,
  decompress,
  excerptOf,
  InputError,
  type Reject,
  readCsv,
  readJsonArray,
  readNdjson,
} from '@cordon/formats'
import { isoSeconds, parseImo } from '@cordon/model'
import { parseTime } from '../positions/parse-time.ts'
import type { Sighting } from './sighting.ts'

/** What a column of a sighting file can be, by the names that people and detectors use. */
const names: Readonly<Record<string, SightingField>> = {
  id: 'id',
  detection_id: 'id',
  detect_id: 'id',
  scene_detection_id: 'id',
  report: 'report',
  scene_id: 'report',
  time: 'time',
  timestamp: 'time',
  datetime: 'time',
  detect_timestamp: 'time',
  lat: 'lat',
  latitude: 'lat',
  detect_lat: 'lat',
  lon: 'lon',
  lng: 'lon',
  longitude: 'lon',
  detect_lon: 'lon',
  accuracy: 'accuracyM',
  accuracy_m: 'accuracyM',
  accuracym: 'accuracyM',
  length: 'lengthM',
  length_m: 'lengthM',
  lengthm: 'lengthM',
  length_meters: 'lengthM',
  vessel_length_m: 'lengthM',
  heading: 'heading',
  course: 'heading',
  name: 'name',
  ship_name: 'name',
  shipname: 'name',
  imo: 'imo',
  photo: 'photo',
  photograph: 'photo',
  image: 'photo',
  source: 'source',
  sensor: 'source',
  confidence: 'confidence',
  presence: 'confidence',
  presence_score: 'confidence',
  score: 'confidence',
}

/** What a sighting says, in the order in which a person would. */
export const sightingFields = [
  'time',
  'lat',
  'lon',
  'accuracyM',
  'name',
  'imo',
  'lengthM',
  'heading',
  'source',
  'photo',
  'confidence',
  'id',
  'report',
] as const satisfies readonly (keyof Sighting)[]
/** One of `sightingFields`. */
export type SightingField = (typeof sightingFields)[number]

/** A column of a file of sightings; without a field where it is not known, and not read. */
export interface SightingColumn {
  readonly column: string
  readonly field?: SightingField
}

/** What is said of a file of sightings beside its bytes. */
export interface SightingReadOptions {
  /** Columns by what they hold, where the names do not tell; an empty name reads no column for it. */
  readonly columns?: Readonly<Partial<Record<SightingField, string>>>
  /** Told once, before the first sighting: the columns of the header, or the names of the first record of JSON. */
  readonly onColumns?: (columns: readonly SightingColumn[]) => void
}

/** Metres of standard deviation where a file does not say: half a nautical mile, as a patrol writes down places. */
export const accuracyUnsaid = 900

/**
 * Sightings from CSV with a header line, NDJSON or a JSON array, gzip or not: a patrol's reports, or the detections of a
 * radar satellite. Columns are known by the usual names; a row without a time or a place, or with an impossible one, is a
 * reject with its line. A sighting without an id gets its time and place for one,
 * so that it is the same one in whatever file it stands.
 * @throws InputError where no column is a time and a place
 */
export async function* readSightings(
  bytes: Bytes,
  { columns: given = {}, onColumns }: SightingReadOptions = {},
): AsyncGenerator<Batch<Sighting>, void, undefined> {
  const fieldOf = fieldsBy(given)
  const told = (header: readonly string[]) => onColumns?.(columnsOf(header, fieldOf))
  const { first, whole } = await peek(decompress(bytes))
  if (first === '{' || first === '[') {
    let isTold = false
    for await (const { records, rejects } of first === '[' ? readJsonArray(whole) : readNdjson(whole)) {
      if (!isTold && records.length > 0) told(Object.keys(plain(records[0]!.value)))
      isTold ||= records.length > 0
      yield batchOf(
        records.map(({ line, value }) => ({ line, record: plain(value) })),
        rejects,
        fieldOf,
      )
    }
    return
  }
  let columns: readonly string[] = []
  const onHeader = (header: readonly string[]) => {
    columns = header
    told(header)
    const known = new Set(header.map(fieldOf))
    for (const field of ['time', 'lat', 'lon'] as const) if (!known.has(field)) throw noColumn(header, field)
  }
  for await (const { records, rejects } of readCsv(whole, { onHeader }))
    yield batchOf(
      records.map(({ line, fields }) => ({
        line,
        record: Object.fromEntries(columns.map((column, i) => [column, fields[i]])),
      })),
      rejects,
      fieldOf,
    )
}

type FieldOf = (column: string) => SightingField | undefined

const usualField: FieldOf = (column) => names[keyOf(column)]

/** What is given comes before what the names tell. */
function fieldsBy(given: NonNullable<SightingReadOptions['columns']>): FieldOf {
  const fields = Object.entries(given) as [SightingField, string][]
  const byColumn = new Map(fields.map(([field, column]) => [column, field]))
  return (column) => {
    const usual = usualField(column)
    return byColumn.get(column) ?? (usual !== undefined && usual in given ? undefined : usual)
  }
}

/** Of several columns for one field the first is read. */
function columnsOf(header: readonly string[], fieldOf: FieldOf): SightingColumn[] {
  const taken = new Set<SightingField>()
  return header.map((column) => {
    const field = fieldOf(column)
    if (field === undefined || taken.has(field)) return { column }
    taken.add(field)
    return { column, field }
  })
}

function batchOf(
  rows: readonly { readonly line: number; readonly record: Readonly<Record<string, unknown>> }[],
  lost: readonly Reject[],
  fieldOf: FieldOf,
): Batch<Sighting> {
  const records: Sighting[] = []
  const rejects = [...lost]
  for (const { line, record } of rows) {
    const sighting = sightingOf(record, fieldOf)
    if (typeof sighting === 'string')
      rejects.push({ where: `line ${line}`, reason: sighting, excerpt: excerptOf(JSON.stringify(record)) })
    else records.push(sighting)
  }
  return { records, rejects }
}

/** A sighting from a record with the names that columns have, or why it is none. */
export function sightingOf(
  record: Readonly<Record<string, unknown>>,
  fieldOf: FieldOf = usualField,
): Sighting | string {
  const said: Partial<Record<keyof Sighting, string>> = {}
  for (const [name, value] of Object.entries(record)) {
    const field = fieldOf(name)
    const text = value === undefined || value === null ? '' : String(value).trim()
    if (field !== undefined && text !== '' && said[field] === undefined) said[field] = text
  }
  const time = parseTime(said.time ?? '')
  if (time === undefined) return `expected a time, found "${said.time ?? ''}"`
  const lat = number(said.lat)
  const lon = number(said.lon)
  if (!(Math.abs(lat ?? 91) <= 90) || !(Math.abs(lon ?? 181) <= 180))
    return `expected a latitude and longitude, found "${said.lat ?? ''}, ${said.lon ?? ''}"`
  const accuracyM = number(said.accuracyM)
  if (accuracyM !== undefined && !(accuracyM > 0))
    return `expected an accuracy in metres, found "${said.accuracyM}"`
  const imo = said.imo === undefined ? undefined : parseImo(said.imo)
  const optional = {
    report: said.report,
    lengthM: positive(said.lengthM),
    heading: number(said.heading),
    name: said.name?.toUpperCase(),
    imo: imo?.ok ? imo.value : said.imo?.replace(/\D/g, '') || undefined,
    photo: said.photo,
    source: said.source,
    confidence: number(said.confidence),
  }
  const present = Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined))
  return {
    id: said.id ?? idOf(time, lat!, lon!),
    time,
    lat: lat!,
    lon: lon!,
    accuracyM: accuracyM ?? accuracyUnsaid,
    ...present,
  }
}

function idOf(time: number, lat: number, lon: number): string {
  return `${isoSeconds(time)}-${lat.toFixed(4)}-${lon.toFixed(4)}`
}

function number(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  const value = Number(text)
  return Number.isFinite(value) ? value : undefined
}

function positive(text: string | undefined): number | undefined {
  const value = number(text)
  return value !== undefined && value > 0 ? value : undefined
}

function keyOf(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_')
}

function plain(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
}

async function peek(bytes: Bytes): Promise<{ first: string; whole: Bytes }> {
  const iterator = bytes[Symbol.asyncIterator]()
  const head: Uint8Array[] = []
  let first = ''
  for (let step = await iterator.next(); !step.done; step = await iterator.next()) {
    head.push(step.value)
    first =
      new TextDecoder()
        .decode(step.value)
        .replace(/^\ufeff/, '')
        .trimStart()[0] ?? ''
    if (first !== '') break
  }
  async function* whole() {
    yield* head
    for (let step = await iterator.next(); !step.done; step = await iterator.next()) yield step.value
  }
  return { first, whole: whole() }
}

function noColumn(header: readonly string[], field: string): InputError {
  return new InputError('FORMATS_UNKNOWN', {
    expected: `a column for the ${field === 'time' ? 'time' : field === 'lat' ? 'latitude' : 'longitude'} of sightings`,
    found: header.slice(0, 12).join(', '),
    where: 'line 1',
    remedy: `Name it one of: ${Object.keys(names)
      .filter((name) => names[name] === field)
      .join(', ')}.`,
  })
}
