import {
  type Bytes,
  decompress,
  excerptOf,
  InputError,
  isZip,
  type Reject,
  readCsv,
  readXlsx,
} from '@cordon/formats'
import type { ReadContext } from './list-reader.ts'
import type { InputFile } from './reader.ts'
import { watchEnd } from './reading.ts'

/** One row of a table under its header. */
export class TableRow {
  readonly cells: readonly string[]
  readonly where: string
  /** The sheet of a workbook; of a CSV file the file's name. */
  readonly sheet: string
  private readonly places: ReadonlyMap<string, number>

  constructor(cells: readonly string[], where: string, sheet: string, places: ReadonlyMap<string, number>) {
    this.cells = cells
    this.where = where
    this.sheet = sheet
    this.places = places
  }

  /** The trimmed text under a column, whatever its case and spaces; undefined where it is empty or there is none. */
  value(column: string): string | undefined {
    const place = this.places.get(columnKey(column))
    return place === undefined ? undefined : this.cells[place]?.trim() || undefined
  }

  /** The first of several columns that holds something. */
  first(...columns: readonly string[]): string | undefined {
    for (const column of columns) {
      const value = this.value(column)
      if (value !== undefined) return value
    }
    return undefined
  }

  /** What a reject shows of it. */
  get excerpt(): string {
    return excerptOf(this.cells.filter(Boolean).join(','))
  }
}

/** How the columns of a header are compared: without regard to case and spaces. */
export const columnKey = (name: string): string => name.normalize('NFKC').toLowerCase().replace(/\s+/g, '')

/** How a publisher's table looks. */
export interface TableShape {
  /** Columns of which the header has all; it may stand some rows down. */
  readonly columns: readonly string[]
  readonly delimiter?: string
  readonly encoding?: string
  /** Told of each row before the header, once for each sheet. */
  readonly onPreamble?: (cells: readonly string[], sheet: string) => void
  /** Told of the header, once for each sheet. */
  readonly onHeader?: (columns: readonly string[], sheet: string) => void
  /** Sheets that hold none of the list. */
  readonly isOther?: (sheet: string) => boolean
}

/** A row, or why it is none. */
export type TableStep = { readonly row: TableRow } | { readonly reject: Reject }

const mostPreamble = 40

/**
 * The rows of a table, CSV or the sheets of an XLSX workbook, by what the bytes are. Rows before the header are passed
 * over; a CSV row with another number of fields than the header is a reject. A sheet without the header is counted as unknown.
 * @throws {InputError} `FORMATS_UNKNOWN` where no header is found, `FORMATS_TRUNCATED` where the file ends in mid-line
 */
export async function* tableRows(
  context: ReadContext,
  file: InputFile,
  shape: TableShape,
): AsyncGenerator<TableStep, void, undefined> {
  const tables = new Map<string, Table>()
  for await (const { sheet, line, cells, reject, isSheet } of rawRows(context, file, shape)) {
    if (shape.isOther?.(sheet)) continue
    const table = tables.get(sheet) ?? new Table(file.name, sheet, isSheet, shape)
    tables.set(sheet, table)
    if (reject) yield { reject }
    else {
      const step = table.take(cells, line)
      if (step) yield step
    }
  }
  if (![...tables.values()].some((table) => table.hasHeader)) throw noHeader(file.name, shape, tables)
  for (const [sheet, table] of tables)
    if (!table.hasHeader) context.report.countUnknown(`sheet ${JSON.stringify(sheet)}`, file.name)
}

class Table {
  private places: ReadonlyMap<string, number> | undefined
  private width = 0
  private before = 0
  readonly firstCells: string[] = []
  private readonly name: string
  private readonly sheet: string
  private readonly isSheet: boolean
  private readonly shape: TableShape

  constructor(name: string, sheet: string, isSheet: boolean, shape: TableShape) {
    this.name = name
    this.sheet = sheet
    this.isSheet = isSheet
    this.shape = shape
  }

  get hasHeader(): boolean {
    return this.places !== undefined
  }

  take(cells: readonly string[], line: number): TableStep | undefined {
    if (!this.places) {
      if (this.before++ < mostPreamble) this.lookForHeader(cells)
      return undefined
    }
    if (cells.every((cell) => cell.trim() === '')) return undefined
    const where = this.isSheet
      ? `${this.name} sheet "${this.sheet}" row ${line}`
      : `${this.name} line ${line}`
    if (!this.isSheet && cells.length !== this.width) {
      const reason = `${cells.length} fields where there should be ${this.width}`
      return { reject: { where, reason, excerpt: excerptOf(cells.join(',')) } }
    }
    return { row: new TableRow(cells, where, this.sheet, this.places) }
  }

  private lookForHeader(cells: readonly string[]): void {
    this.firstCells.push(...cells.filter(Boolean).slice(0, 5))
    const keys = cells.map(columnKey)
    if (!this.shape.columns.every((column) => keys.includes(columnKey(column)))) {
      this.shape.onPreamble?.(cells, this.sheet)
      return
    }
    this.width = cells.length
    // From the right, so that of two columns with one name the first one stays.
    this.places = new Map(keys.map((key, place) => [key, place] as const).reverse())
    this.shape.onHeader?.(
      cells.map((cell) => cell.trim()),
      this.sheet,
    )
  }
}

interface RawRow {
  readonly sheet: string
  readonly line: number
  readonly cells: readonly string[]
  readonly isSheet: boolean
  readonly reject?: Reject
}

async function* rawRows(
  { opener, options: { limits } }: ReadContext,
  file: InputFile,
  shape: TableShape,
): AsyncGenerator<RawRow, void, undefined> {
  const { head, bytes } = await peeked(opener.stored(file))
  if (isZip(head)) {
    for await (const { records } of readXlsx(bytes, limits))
      for (const { sheet, line, cells } of records) yield { sheet, line, cells, isSheet: true }
    return
  }
  const end = { byte: 0x0a }
  const told = { sheet: file.name, isSheet: false }
  const csv = readCsv(watchEnd(decompress(bytes, limits), end), {
    columns: [],
    ragged: 'keep',
    ...(shape.delimiter && { delimiter: shape.delimiter }),
    ...(shape.encoding && { encoding: shape.encoding }),
    ...(limits && { limits }),
  })
  for await (const batch of csv) {
    for (const { line, fields } of batch.records) yield { ...told, line, cells: fields }
    for (const reject of batch.rejects)
      yield { ...told, line: 0, cells: [], reject: { ...reject, where: `${file.name} ${reject.where}` } }
  }
  if (end.byte !== 0x0a && end.byte !== 0x0d) throw midLine(file.name)
}

/** The first bytes, and all of them as an iterable again. */
async function peeked(bytes: Bytes): Promise<{ head: Uint8Array; bytes: Bytes }> {
  const iterator = bytes[Symbol.asyncIterator]()
  const first = await iterator.next()
  async function* whole(): AsyncGenerator<Uint8Array, void, undefined> {
    try {
      if (!first.done) yield first.value
      for (let step = await iterator.next(); !step.done; step = await iterator.next()) yield step.value
    } finally {
      await iterator.return?.()
    }
  }
  return { head: first.done ? new Uint8Array() : first.value, bytes: whole() }
}

/** A file that ends in mid-line: its last row may lack fields or letters. */
export function midLine(name: string): InputError {
  return new InputError('FORMATS_TRUNCATED', {
    expected: 'the end of a line',
    found: 'the end of the file in mid-line',
    where: `the end of ${name}`,
    remedy: 'The download broke off; fetch the file again. If it is whole, add a line end.',
  })
}

function noHeader(name: string, shape: TableShape, tables: ReadonlyMap<string, Table>): InputError {
  const found = [...tables.values()].flatMap((table) => table.firstCells).slice(0, 12)
  return new InputError('FORMATS_UNKNOWN', {
    expected: `a header with the columns ${shape.columns.join(', ')}`,
    found: found.length > 0 ? JSON.stringify(found).slice(0, 300) : 'an empty table',
    where: name,
    remedy: 'Check that this is the right file; a web page in its place means that the download failed.',
  })
}
