import type { Batch, Bytes, Limits, Reject } from './batch.ts'
import { sniffDelimiter } from './csv-dialect.ts'
import { broken, incomplete, readCsvRecord } from './csv-record.ts'
import { detach, excerptOf, hasInvalidBytes } from './excerpt.ts'
import { resolveLimits } from './limits.ts'
import { decodeText, type TextOptions } from './text.ts'

/** How a CSV file is read. */
export interface CsvOptions {
  /** `,` `;` tab or `|`, found from the first records where absent. */
  readonly delimiter?: string
  /** Column names, where the file has no header line. Absent: the first record is the header. */
  readonly columns?: readonly string[]
  /** What a row with too many or too few fields is: a reject (by default), or a row like others. */
  readonly ragged?: 'reject' | 'keep'
  /** Told once, before the first row. */
  readonly onHeader?: (columns: readonly string[], delimiter: string) => void
  readonly encoding?: string
  readonly limits?: Limits
}

/** One record of a CSV file. */
export class CsvRow {
  /** Line it began on, from 1. */
  readonly line: number
  readonly fields: readonly string[]
  private readonly places: ReadonlyMap<string, number>

  constructor(line: number, fields: readonly string[], places: ReadonlyMap<string, number>) {
    this.line = line
    this.fields = fields
    this.places = places
  }

  /** The field under a column's name, or undefined. Of columns with one name, the first. */
  value(column: string): string | undefined {
    const place = this.places.get(column)
    return place === undefined ? undefined : this.fields[place]
  }
}

/**
 * The rows of a CSV file (RFC 4180). A record with broken quotes, bytes that are not UTF-8, too many or too few
 * fields, or more than `maxRecordBytes` (in UTF-16 units) is a reject with its line; reading goes on at the next
 * line after the one the record began on. Blank lines are passed over, and so is a lone Ctrl-Z at the end.
 */
export async function* readCsv(
  bytes: Bytes,
  options: CsvOptions = {},
): AsyncGenerator<Batch<CsvRow>, void, undefined> {
  const splitter = new RecordSplitter(options)
  const text: TextOptions = { invalid: 'escape', ...(options.encoding && { encoding: options.encoding }) }
  for await (const chunk of decodeText(bytes, text)) {
    splitter.push(chunk)
    yield splitter.take()
  }
  splitter.finish()
  yield splitter.take()
}

const sniffLength = 32 * 1024

class RecordSplitter {
  private rows: CsvRow[] = []
  private rejects: Reject[] = []
  private buffer = ''
  private position = 0
  private pending: string[] = []
  private pendingLength = 0
  private line = 1
  private isSkipping = false
  private suspicious = false
  private delimiter: string | undefined
  private columns: readonly string[] | undefined
  private places: ReadonlyMap<string, number> = new Map()
  private readonly options: CsvOptions
  private readonly limit: number

  constructor(options: CsvOptions) {
    this.options = options
    this.limit = resolveLimits(options.limits).maxRecordBytes
    this.delimiter = options.delimiter
  }

  push(chunk: string): void {
    this.suspicious ||= hasInvalidBytes(chunk)
    this.pending.push(chunk)
    this.pendingLength += chunk.length
    const rest = this.buffer.length - this.position
    if (this.delimiter === undefined && rest + this.pendingLength < sniffLength) return
    // An unfinished record is tried again only when the buffer has doubled: a long one costs linear time.
    if (this.pendingLength < rest) return
    this.run(false)
  }

  finish(): void {
    this.run(true)
  }

  take(): Batch<CsvRow> {
    const batch = { records: this.rows, rejects: this.rejects }
    this.rows = []
    this.rejects = []
    return batch
  }

  private run(isEnd: boolean): void {
    // Joining makes one flat string; adding would make a rope, which costs at every character read.
    this.buffer = [this.buffer.slice(this.position), ...this.pending].join('')
    this.position = 0
    this.pending = []
    this.pendingLength = 0
    this.delimiter ??= sniffDelimiter(this.buffer.slice(0, sniffLength))
    if (this.options.columns && !this.columns) this.setHeader(this.options.columns)
    if (this.isSkipping && !this.skipLine()) return
    const delimiter = this.delimiter.charCodeAt(0)
    while (this.position < this.buffer.length) {
      const fields: string[] = []
      const next = readCsvRecord(this.buffer, this.position, delimiter, isEnd, fields)
      const isTooLong = this.buffer.length - this.position > this.limit
      if (next === incomplete && !isTooLong) return
      if (next === broken && !isTooLong && !isEnd && !this.buffer.includes('\n', this.position)) return
      if (next < 0 || next - this.position > this.limit) {
        if (!this.rejectLine(next === broken ? 'broken quotes' : `longer than ${this.limit} characters`))
          return
      } else this.accept(fields, next)
    }
  }

  /** Rejects the line the record began on, and goes on after it. False where its end is not there yet. */
  private rejectLine(reason: string): boolean {
    const end = this.buffer.indexOf('\n', this.position)
    const text = this.buffer.slice(this.position, end === -1 ? undefined : end)
    this.reject(reason, text)
    return this.skipLine()
  }

  private skipLine(): boolean {
    const end = this.buffer.indexOf('\n', this.position)
    this.isSkipping = end === -1
    this.position = this.isSkipping ? this.buffer.length : end + 1
    if (!this.isSkipping) this.line++
    return !this.isSkipping
  }

  private accept(fields: string[], next: number): void {
    const text = this.buffer.slice(this.position, next)
    const isBlank = fields.length === 1 && fields[0] === ''
    const isEndMark = fields.length === 1 && fields[0] === '\x1a' && next === this.buffer.length
    if (!isBlank && !isEndMark) this.judge(fields, text)
    this.line += lineEnds(text)
    this.position = next
  }

  private judge(fields: string[], text: string): void {
    const width = this.columns?.length
    if (this.suspicious && hasInvalidBytes(text)) this.reject('not valid UTF-8', text)
    else if (width === undefined) this.setHeader(fields.map((field) => field.trim()))
    else if (fields.length !== width && this.options.ragged !== 'keep')
      this.reject(`${fields.length} fields where there should be ${width}`, text)
    else this.rows.push(new CsvRow(this.line, fields.map(detach), this.places))
  }

  private setHeader(columns: readonly string[]): void {
    this.columns = columns
    // From the right, so that of two columns with one name the first one stays.
    this.places = new Map(columns.map((column, place) => [column, place] as const).reverse())
    this.options.onHeader?.(columns, this.delimiter!)
  }

  private reject(reason: string, text: string): void {
    this.rejects.push({ where: `line ${this.line}`, reason, excerpt: excerptOf(text.trimEnd()) })
  }
}

function lineEnds(text: string): number {
  let count = 0
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i)
    if (c === 0x0a || (c === 0x0d && text.charCodeAt(i + 1) !== 0x0a)) count++
  }
  return count
}
