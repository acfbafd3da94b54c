import {
  type Batch,
  type Bytes,
  decompress,
  excerptOf,
  InputError,
  type Limits,
  type Reject,
  readCsv,
  readJsonArray,
  readNdjson,
} from '@cordon/formats'
import type { PartyQuery } from '@cordon/screening'
import { type ColumnMapping, recogniseColumns } from './columns.ts'
import { nestedParty, type PartyRecord, partyOf } from './party.ts'

/** One party of a file, with the record it came from. */
export interface PartyRow {
  /** Line it began on, from 1. */
  readonly line: number
  readonly record: PartyRecord
  readonly party: PartyQuery
}

/** How a file of parties is read. */
export interface ReadPartiesOptions {
  /** Column to meaning, over what is recognised. */
  readonly map?: Readonly<Record<string, string>>
  /** Told when the columns are known; for NDJSON again when a record brings others. */
  readonly onMapping?: (mapping: ColumnMapping) => void
  readonly limits?: Limits
}

/**
 * The parties of a file: CSV with a header, NDJSON, or a JSON array; recognised from the content, unpacked where it
 * is gzip. JSON records are flat, with the names that columns have, or of FollowTheMoney's shape. A record that
 * can't be read, or in which there is nothing to compare, is a reject with its line.
 * @throws {InputError} where no column means anything, or the input as a whole can't be read
 */
export async function* readParties(
  bytes: Bytes,
  options: ReadPartiesOptions = {},
): AsyncGenerator<Batch<PartyRow>, void, undefined> {
  const { first, whole } = await peek(decompress(bytes, options.limits))
  if (first === '{' || first === '[') yield* readJsonParties(whole, first === '[', options)
  else yield* readCsvParties(whole, options)
}

async function* readCsvParties(bytes: Bytes, options: ReadPartiesOptions) {
  let mapping: ColumnMapping | undefined
  let columns: readonly string[] = []
  const batches = readCsv(bytes, {
    ...(options.limits && { limits: options.limits }),
    onHeader(header) {
      columns = header
      mapping = known(recogniseColumns(header, options.map), header)
      options.onMapping?.(mapping)
    },
  })
  for await (const { records, rejects } of batches) {
    const lost: Reject[] = [...rejects]
    const rows: PartyRow[] = []
    for (const row of records) {
      const record = Object.fromEntries(columns.map((column, i) => [column, row.fields[i] ?? '']))
      const party = partyOf(record, mapping!)
      if (party) rows.push({ line: row.line, record, party })
      else lost.push(nothingToCompare(row.line, row.fields.join(',')))
    }
    if (rows.length > 0 || lost.length > 0) yield { records: rows, rejects: lost }
  }
}

async function* readJsonParties(bytes: Bytes, isArray: boolean, options: ReadPartiesOptions) {
  const mappings = new Map<string, ColumnMapping>()
  const mappingFor = (record: PartyRecord): ColumnMapping => {
    const keys = Object.keys(record)
    const key = keys.join('\u0000')
    let mapping = mappings.get(key)
    if (!mapping) {
      const given = Object.entries(options.map ?? {}).filter(([column]) => keys.includes(column))
      mapping = recogniseColumns(keys, Object.fromEntries(given))
      if (mappings.size < 1000) mappings.set(key, mapping)
      if (mappings.size <= 3) options.onMapping?.(mapping)
    }
    return mapping
  }
  const limits = options.limits && { limits: options.limits }
  const batches = isArray ? readJsonArray(bytes, { ...limits }) : readNdjson(bytes, { ...limits })
  for await (const { records, rejects } of batches) {
    const lost: Reject[] = [...rejects]
    const rows: PartyRow[] = []
    for (const { line, value } of records) {
      const record = isRecord(value) ? value : undefined
      const party = record && (nestedParty(record) ?? partyOf(record, mappingFor(record)))
      if (record && party && Object.keys(party.properties).length > 0) rows.push({ line, record, party })
      else lost.push(nothingToCompare(line, JSON.stringify(value) ?? ''))
    }
    if (rows.length > 0 || lost.length > 0) yield { records: rows, rejects: lost }
  }
}

function isRecord(value: unknown): value is PartyRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function nothingToCompare(line: number, text: string): Reject {
  return { where: `line ${line}`, reason: 'nothing in it to compare', excerpt: excerptOf(text) }
}

function known(mapping: ColumnMapping, header: readonly string[]): ColumnMapping {
  if ([...mapping.meanings.values()].some((meaning) => meaning !== 'id' && meaning !== 'schema'))
    return mapping
  throw new InputError('FORMATS_UNKNOWN', {
    expected: 'a header with columns such as name, date_of_birth, nationality, imo, passport or wallet',
    found: header.join(', ').slice(0, 200) || 'an empty file',
    where: 'line 1',
    remedy: `Say what a column means, for example --map "${header[0] ?? 'column'}=name".`,
  })
}

/** The first character that is no white space, and the bytes as a whole again. */
async function peek(bytes: AsyncGenerator<Uint8Array>): Promise<{ first: string; whole: Bytes }> {
  const seen: Uint8Array[] = []
  let first = ''
  while (first === '') {
    const step = await bytes.next()
    if (step.done) break
    seen.push(step.value)
    first = new TextDecoder().decode(step.value).trimStart().slice(0, 1)
  }
  async function* whole() {
    yield* seen.splice(0)
    yield* bytes
  }
  return { first, whole: whole() }
}
