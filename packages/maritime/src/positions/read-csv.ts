import {
  type Bytes,
  type CsvRow,
  excerptOf,
  InputError,
  type Limits,
  type Reject,
  readCsv,
} from '@cordon/formats'
import type { Instant } from '@cordon/model'

import { statusWords, wordFor } from '../ais/vocabulary.ts'
import { type CsvColumn, type CsvDialect, type CsvField, csvDialects, dialectOf } from './csv-dialect.ts'
import { parseTime } from './parse-time.ts'
import { type PositionBatch, PositionColumns } from './position-batch.ts'

/** What a row says of the ship, as it stands there. */
export interface ShipReport {
  readonly mmsi: number
  readonly time: Instant
  readonly name?: string
  readonly imo?: string
  readonly callsign?: string
  readonly shiptype?: string
  readonly destination?: string
  /** Metres. */
  readonly length?: number
  readonly width?: number
  readonly draught?: number
}

/** Some rows of a file. */
export interface PositionRows {
  readonly positions: PositionBatch
  /** What ships said of themselves, when it was first said and whenever it changed. */
  readonly ships: readonly ShipReport[]
  readonly rejects: readonly Reject[]
}

/** How a position file is read. */
export interface PositionCsvOptions {
  /** The columns. Absent: found from the header line. */
  readonly dialect?: CsvDialect
  /** Columns that stand elsewhere than the dialect has them; enough for a file that no dialect knows. */
  readonly columns?: CsvDialect['columns']
  readonly delimiter?: string
  readonly limits?: Limits
}

/** A reading in progress. */
export interface PositionReading extends AsyncIterable<PositionRows> {
  /** Names of receivers by their numbers in the columns; the first is empty. */
  readonly sources: readonly string[]
}

/**
 * Reads positions from CSV. Each row is a position or a reject with its line: a row whose MMSI, time or place can't be
 * read, or whose place is not available, is one. Throws an `InputError` where the header line has no known columns.
 */
export function readPositionCsv(bytes: Bytes, options: PositionCsvOptions = {}): PositionReading {
  const rows = new RowReader(options)
  async function* batches(): AsyncGenerator<PositionRows, void, undefined> {
    const csv = readCsv(bytes, {
      ...(options.delimiter !== undefined && { delimiter: options.delimiter }),
      ...(options.limits !== undefined && { limits: options.limits }),
      onHeader: (header) => rows.begin(header),
    })
    for await (const { records, rejects } of csv) {
      for (const row of records) rows.read(row)
      yield rows.take(rejects)
    }
  }
  return { sources: rows.sources, [Symbol.asyncIterator]: batches }
}

interface Place {
  readonly at: number
  readonly per: number
}

/** Ships whose last report is remembered, so that only changes come out. */
const mostShips = 500_000

const required: readonly CsvField[] = ['mmsi', 'time', 'lat', 'lon']

class RowReader {
  readonly sources: string[] = ['']
  private readonly sourceIds = new Map<string, number>()
  private readonly said = new Map<number, string>()
  private readonly columns = new PositionColumns()
  private readonly options: PositionCsvOptions
  private ships: ShipReport[] = []
  private rejects: Reject[] = []
  private places: Partial<Record<CsvField, Place>> = {}
  private monthFirst = false

  constructor(options: PositionCsvOptions) {
    this.options = options
  }

  begin(header: readonly string[]): void {
    const dialect = this.options.dialect ?? dialectOf(header)
    const columns = { ...dialect?.columns, ...this.options.columns }
    if (required.some((field) => columns[field] === undefined)) throw unknownHeader(header)
    this.monthFirst = dialect?.monthFirst ?? false
    for (const [field, column] of Object.entries(columns) as [CsvField, CsvColumn][]) {
      const { column: name, per } = typeof column === 'string' ? { column, per: 1 } : column
      const at = header.indexOf(name)
      if (at >= 0) this.places[field] = { at, per }
      else if (required.includes(field) || this.options.columns?.[field] !== undefined)
        throw unknownHeader(header, name)
    }
  }

  take(rejects: readonly Reject[]): PositionRows {
    const { ships } = this
    const all = [...rejects, ...this.rejects]
    this.ships = []
    this.rejects = []
    return { positions: this.columns.take(), ships, rejects: all }
  }

  read(row: CsvRow): void {
    const reason = this.row(row.fields)
    if (reason !== undefined)
      this.rejects.push({ where: `line ${row.line}`, reason, excerpt: excerptOf(row.fields.join(',')) })
  }

  /** Takes a row into the columns, or says why not. Thirty bits are sent, and some ships send more than nine digits. */
  private row(fields: readonly string[]): string | undefined {
    const mmsi = Number(this.text(fields, 'mmsi'))
    if (!Number.isInteger(mmsi) || mmsi <= 0 || mmsi >= 2 ** 30)
      return `expected an MMSI, found "${this.text(fields, 'mmsi')}"`
    const time = this.timeOf(fields)
    if (time === undefined) return `expected a time, found "${this.text(fields, 'time')}"`
    const lat = this.number(fields, 'lat')
    const lon = this.number(fields, 'lon')
    this.ship(fields, mmsi, time)
    if (!(Math.abs(lat) <= 90) || !(Math.abs(lon) <= 180))
      return lat === 91 || lon === 181 ? 'position not available' : 'no latitude and longitude'
    this.position(fields, mmsi, time, lat, lon)
    return undefined
  }

  private position(fields: readonly string[], mmsi: number, time: Instant, lat: number, lon: number): void {
    const { columns } = this
    const at = columns.next()
    columns.mmsi[at] = mmsi
    columns.time[at] = time
    columns.lat[at] = lat
    columns.lon[at] = lon
    columns.sog[at] = within(this.number(fields, 'sog'), 0, 102.25)
    columns.cog[at] = within(this.number(fields, 'cog'), 0, 359.99)
    columns.heading[at] = within(this.number(fields, 'heading'), 0, 359.99)
    columns.status[at] = this.statusOf(this.text(fields, 'status'))
    columns.type[at] = within(this.number(fields, 'type'), 1, 27) || 0
    columns.source[at] = this.sourceOf(this.text(fields, 'source'))
  }

  private text(fields: readonly string[], field: CsvField): string {
    const place = this.places[field]
    const text = place === undefined ? '' : fields[place.at]!.trim()
    return text === 'NULL' || text === 'None' || text === 'Unknown' ? '' : text
  }

  private number(fields: readonly string[], field: CsvField): number {
    const text = this.text(fields, field)
    return text === '' ? Number.NaN : Number(text) / this.places[field]!.per
  }

  private timeOf(fields: readonly string[]): Instant | undefined {
    const time = parseTime(this.text(fields, 'time'), this.monthFirst)
    const milli = this.number(fields, 'millisecond')
    return time === undefined || Number.isNaN(milli) ? time : time + milli
  }

  private statusOf(text: string): number {
    if (text === '') return -1
    const code = Number(text)
    if (Number.isNaN(code)) return statusByWord.get(text.toLowerCase()) ?? -1
    return code >= 0 && code < 15 ? code : -1
  }

  private sourceOf(name: string): number {
    if (name === '') return 0
    const known = this.sourceIds.get(name)
    if (known !== undefined) return known
    if (this.sources.length > 65_535) return 0
    this.sourceIds.set(name, this.sources.length)
    return this.sources.push(name) - 1
  }

  private ship(fields: readonly string[], mmsi: number, time: Instant): void {
    const words = shipWords.flatMap((name) => {
      const text = this.text(fields, name)
      return text === '' ? [] : [[name, text] as const]
    })
    const sizes = shipSizes.flatMap((name) => {
      const size = this.number(fields, name)
      return size > 0 ? [[name, size] as const] : []
    })
    if (words.length + sizes.length === 0) return
    const report = Object.fromEntries<string | number>([...words, ...sizes])
    const key = JSON.stringify(report)
    if (this.said.get(mmsi) === key) return
    if (this.said.size >= mostShips) this.said.clear()
    this.said.set(mmsi, key)
    this.ships.push({ mmsi, time, ...report })
  }
}

const shipWords = ['name', 'imo', 'callsign', 'shiptype', 'destination'] as const
const shipSizes = ['length', 'width', 'draught'] as const

const statusByWord: ReadonlyMap<string, number> = new Map([
  ...Array.from({ length: 15 }, (_, code) => [wordFor(statusWords, code)!.toLowerCase(), code] as const),
  ['restricted maneuverability', 3],
  ['constrained by her draught', 4],
])

function within(value: number, least: number, most: number): number {
  return value >= least && value <= most ? value : Number.NaN
}

function unknownHeader(header: readonly string[], missing?: string): InputError {
  return new InputError('FORMATS_UNKNOWN', {
    expected: missing === undefined ? 'the columns of a known position file' : `a column "${missing}"`,
    found: header.slice(0, 12).join(', '),
    where: 'line 1',
    remedy:
      'Say which columns hold what: at the command line `--column mmsi=... time=... lat=... lon=...` or ' +
      '`--columns FILE`, in code `columns`. Known without it: ' +
      `${csvDialects.map(({ name: known }) => known).join(', ')}.`,
  })
}
