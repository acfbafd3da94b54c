import {
  type Batch,
  type Bytes,
  excerptOf,
  type Reject,
  readCsv,
  readJsonArray,
  readNdjson,
} from '@cordon/formats'
import { parseUnits } from './amount.ts'
import { type AddressLabel, plainAddress, type Transfer } from './transfer.ts'

/** What columns and keys are called, in any case and with or without `_`. */
const names = {
  from: ['from', 'fromaddress', 'sender', 'source', 'src', 'origin'],
  to: ['to', 'toaddress', 'receiver', 'recipient', 'target', 'dst', 'destination'],
  amount: ['amount', 'value', 'quantity', 'tokenvalue'],
  asset: ['asset', 'currency', 'token', 'symbol', 'tokensymbol', 'coin'],
  time: ['time', 'timestamp', 'date', 'datetime', 'blocktime', 'blocktimestamp', 'unixtimestamp'],
  id: ['id', 'hash', 'txid', 'txhash', 'transactionhash', 'transaction'],
  address: ['address', 'wallet', 'publickey', 'account'],
  category: ['category', 'kind', 'type', 'topic'],
  name: ['name', 'label', 'entity', 'holder', 'service'],
  source: ['source', 'list', 'publisher', 'dataset'],
} as const
type Field = keyof typeof names

/** How a table is written. */
export type TableFormat = 'csv' | 'ndjson' | 'json'

type Row = {
  readonly where: string
  readonly get: (field: Field) => string | undefined
  readonly excerpt: string
}

/**
 * Transfers of a CSV file with a header, of NDJSON or of a JSON array: `from`, `to`, `amount`, `asset`, `time`, `id` (and what
 * block explorers call them). An empty amount, `?` or `unknown` is an unknown amount; times are ISO 8601 or seconds or
 * milliseconds since 1970. A row without both addresses, or with an amount or time that is none, is a reject.
 * @param fallbackAsset the asset of rows that name none
 */
export async function* readTransfers(
  bytes: Bytes,
  format: TableFormat,
  fallbackAsset = 'unknown',
): AsyncGenerator<Batch<Transfer>, void, undefined> {
  for await (const { records, rejects } of rows(bytes, format)) {
    const batch: { records: Transfer[]; rejects: Reject[] } = { records: [], rejects: [...rejects] }
    for (const row of records) {
      const read = transferOf(row, fallbackAsset)
      if (typeof read === 'string')
        batch.rejects.push({ where: row.where, reason: read, excerpt: row.excerpt })
      else batch.records.push(read)
    }
    yield batch
  }
}

/**
 * Labels of addresses in the same formats: `address`, `category`, `name`, `source`.
 * @param fallbackCategory the category of rows that name none
 */
export async function* readLabels(
  bytes: Bytes,
  format: TableFormat,
  fallbackCategory: string,
): AsyncGenerator<Batch<AddressLabel>, void, undefined> {
  for await (const { records, rejects } of rows(bytes, format)) {
    const batch: { records: AddressLabel[]; rejects: Reject[] } = { records: [], rejects: [...rejects] }
    for (const { where, get, excerpt } of records) {
      const address = get('address')
      const source = get('source')
      if (address === undefined)
        batch.rejects.push({ where, reason: 'no address (a column `address`)', excerpt })
      else
        batch.records.push({
          address: plainAddress(address),
          category: get('category') ?? fallbackCategory,
          name: get('name') ?? address,
          ...(source !== undefined && { source }),
        })
    }
    yield batch
  }
}

function transferOf({ where, get }: Row, fallbackAsset: string): Transfer | string {
  const [from, to] = [get('from'), get('to')]
  if (from === undefined || to === undefined)
    return 'no address it comes from, or goes to (columns `from`, `to`)'
  const text = get('amount')
  const isUnknown = text === undefined || /^(\?|unknown|n\/a|null)$/i.test(text)
  const amount = isUnknown ? undefined : parseUnits(text)
  if (!isUnknown && amount === undefined)
    return `an amount that is no decimal number of at most 18 places: ${text.slice(0, 140)}`
  const timeText = get('time')
  const time = timeText === undefined ? undefined : instantOf(timeText)
  if (timeText !== undefined && time === undefined) return `a time that is none: ${timeText.slice(0, 60)}`
  const id = get('id')
  return {
    from: plainAddress(from),
    to: plainAddress(to),
    asset: get('asset') ?? fallbackAsset,
    where,
    ...(amount !== undefined && { amount }),
    ...(time !== undefined && { time }),
    ...(id !== undefined && { id }),
  }
}

function instantOf(text: string): number | undefined {
  if (/^\d{9,11}$/.test(text)) return Number(text) * 1000
  if (/^\d{12,14}$/.test(text)) return Number(text)
  const isoLike = /^\d{4}-\d\d-\d\d([T ]\d\d:\d\d(:\d\d(\.\d+)?)?)?\s*(Z|UTC|[+-]\d\d:?\d\d)?$/.exec(text)
  if (!isoLike) return undefined
  // Explorers write UTC without saying so.
  const zoned = isoLike[4] === undefined ? `${text.replace(' ', 'T')}${isoLike[1] ? 'Z' : ''}` : text
  const time = Date.parse(zoned.replace(/\s*UTC$/, 'Z').replace(/^(\S+) (\S+)$/, '$1T$2'))
  return Number.isNaN(time) ? undefined : time
}

async function* rows(bytes: Bytes, format: TableFormat): AsyncGenerator<Batch<Row>, void, undefined> {
  if (format === 'csv') {
    let places = new Map<Field, number>()
    const onHeader = (columns: readonly string[]) => {
      places = placesOf(columns)
    }
    for await (const { records, rejects } of readCsv(bytes, { onHeader }))
      yield {
        rejects,
        records: records.map(({ line, fields }) => ({
          where: `line ${line}`,
          excerpt: excerptOf(fields.join(',')),
          get: (field) => textOf(fields[places.get(field) ?? -1]),
        })),
      }
    return
  }
  if (format === 'ndjson') {
    for await (const { records, rejects } of readNdjson(bytes))
      yield { rejects, records: records.map(({ line, value }) => jsonRow(`line ${line}`, value)) }
    return
  }
  for await (const { records, rejects } of readJsonArray(bytes))
    yield { rejects, records: records.map(({ line, value }) => jsonRow(`line ${line}`, value)) }
}

function jsonRow(where: string, value: unknown): Row {
  const object = value !== null && typeof value === 'object' ? (value as Record<string, unknown>) : {}
  const keys = Object.keys(object)
  const places = placesOf(keys)
  return {
    where,
    excerpt: excerptOf(JSON.stringify(value) ?? ''),
    get: (field) => textOf(object[keys[places.get(field) ?? -1] ?? '']),
  }
}

function placesOf(columns: readonly string[]): Map<Field, number> {
  const plain = columns.map((column) => column.toLowerCase().replace(/[^a-z0-9]/g, ''))
  const places = new Map<Field, number>()
  for (const field of Object.keys(names) as Field[])
    for (const name of names[field]) {
      const place = plain.indexOf(name)
      if (place === -1) continue
      places.set(field, place)
      break
    }
  return places
}

function textOf(value: unknown): string | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? plainNumber(value) : undefined
  if (typeof value !== 'string') return undefined
  const text = value.trim()
  return text === '' ? undefined : text
}

/**
 * A JSON number as a decimal text. Whole numbers above 2^53 were rounded when the JSON was read: they are left in a form that is
 * refused, so that nobody counts with them; written as strings they are exact.
 */
function plainNumber(value: number): string {
  const text = String(value)
  if (Math.abs(value) > Number.MAX_SAFE_INTEGER)
    return `${text} (a JSON number this large is not exact; write it as a string)`
  return /e/i.test(text) ? value.toFixed(18).replace(/\.?0+$/, '') : text
}
