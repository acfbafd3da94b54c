import { type Bytes, type CsvRow, InputError, type Limits, type Reject, readCsv } from '@cordon/formats'
import type { InputFile } from './reader.ts'
import { watchEnd } from './reading.ts'

/** The four files of OFAC's delimited format, by what they hold. Their rows have no header. */
export const ofacTables = {
  'party row': [
    'ent_num',
    'SDN_Name',
    'SDN_Type',
    'Program',
    'Title',
    'Call_Sign',
    'Vess_type',
    'Tonnage',
    'GRT',
    'Vess_flag',
    'Vess_owner',
    'Remarks',
  ],
  'alias row': ['ent_num', 'alt_num', 'alt_type', 'alt_name', 'alt_remarks'],
  'address row': ['ent_num', 'add_num', 'Address', 'City', 'Country', 'Add_remarks'],
  'comment row': ['ent_num', 'Comments'],
} as const
/** Which of the four. */
export type OfacTable = keyof typeof ofacTables

const none = '(?:"[^"]*"|-0- ?)'
const heads: readonly (readonly [OfacTable, RegExp])[] = [
  ['party row', /^\d+,"(?:[^"]|"")+",(?:-0- ?|"(?:individual|vessel|aircraft|entity)"),/],
  ['alias row', /^\d+,\d+,"[afn]ka",/],
  ['address row', new RegExp(`^\\d+,\\d+,(?:${none},){3}${none}\\s*(?:\n|$)`)],
  ['comment row', /^\d+,"(?:[^"]|"")*"\s*(?:\n|$)/],
]

/** Which of OFAC's files a decompressed beginning is of, or undefined. */
export function ofacTableOf(head: string): OfacTable | undefined {
  return heads.find(([, pattern]) => pattern.test(head))?.[0]
}

/** A null of OFAC's delimited files, `-0-`, as undefined. The text is not trimmed: comments go on in mid-word. */
export function ofacField(text: string | undefined): string | undefined {
  return text === undefined || text.trim() === '-0-' || text.trim() === '' ? undefined : text
}

/** A well-formed row, or why it is none. */
export type OfacRow = { readonly row: CsvRow } | { readonly reject: Reject }

/**
 * The rows of one file. It must end as OFAC ends its files, with Ctrl-Z, or at least with a whole line.
 * @throws {InputError} `FORMATS_TRUNCATED` where it ends in mid-line
 */
export async function* ofacRows(
  bytes: Bytes,
  table: OfacTable,
  name: string,
  limits: Limits | undefined,
): AsyncGenerator<OfacRow, void, undefined> {
  const end = { byte: 0x0a }
  const options = { delimiter: ',', columns: ofacTables[table], ...(limits && { limits }) }
  for await (const batch of readCsv(watchEnd(bytes, end), options)) {
    for (const row of batch.records) yield checked(row, name)
    for (const reject of batch.rejects) yield { reject: { ...reject, where: `${name} ${reject.where}` } }
  }
  if (end.byte !== 0x0a && end.byte !== 0x1a) throw truncated(name)
}

function checked(row: CsvRow, name: string): OfacRow {
  if (/^\d+$/.test(row.fields[0]!.trim())) return { row }
  const excerpt = row.fields.join(',').slice(0, 200)
  return { reject: { where: `${name} line ${row.line}`, reason: 'ent_num is not a number', excerpt } }
}

/** Reads the beginning of a file to tell which of the four it is. */
export async function findOfacTable(file: InputFile, open: (file: InputFile) => Bytes): Promise<OfacTable> {
  const decoder = new TextDecoder()
  let head = ''
  for await (const chunk of open(file)) {
    head += decoder.decode(chunk, { stream: true })
    if (head.length >= 4096) break
  }
  const table = ofacTableOf(head)
  if (table) return table
  throw new InputError('FORMATS_UNKNOWN', {
    expected: 'rows of SDN.CSV, ALT.CSV, ADD.CSV or SDN_COMMENTS.CSV (12, 5, 6 or 2 fields, no header)',
    found: JSON.stringify(head.slice(0, 60)),
    where: `${file.name} line 1`,
    remedy: 'Check that this is the right file; a web page in its place means that the download failed.',
  })
}

function truncated(name: string): InputError {
  return new InputError('FORMATS_TRUNCATED', {
    expected: 'the end of a line, or the Ctrl-Z that ends these files',
    found: 'the end of the file in mid-line',
    where: `the end of ${name}`,
    remedy: 'The download broke off; fetch the file again.',
  })
}
