import { excerptOf, parseJson, type Reject } from '@cordon/formats'
import type { Instant } from '@cordon/model'
import type { LogClass, LogRecord } from '../records/record.ts'
import { WindowsRecords } from '../records/windows.ts'
import { AuditdLines, isAuditd } from './auditd.ts'
import { ClassBook } from './class-book.ts'
import { parseCef, parseLeef } from './extension-format.ts'
import { extensionRecord } from './extension-records.ts'
import { HeaderFormat } from './header-format.ts'
import { JsonRecords, type StatedSource, statedClass } from './json-sources.ts'
import { ncsaRecord } from './ncsa.ts'
import { parseSyslog } from './syslog.ts'
import { syslogRecord } from './syslog-records.ts'

/** How records are made. */
export interface LogOptions {
  /** The input's name: the beginning of each record's `where`. */
  readonly name: string
  /** When the input was written: the year of times that lack one. */
  readonly now?: Instant
  /** What a person says the records are, where they don't say it themselves. */
  readonly source?: StatedSource
  /** Nesting of JSON. Default 64. */
  readonly maxDepth?: number
}

/**
 * Makes records of lines of any text log, each line judged by itself: JSON, syslog and what it carries (CEF, LEEF, JSON,
 * auditd), auditd, access logs, Zeek's TSV and W3C's format with their headers. A file may hold several of them.
 */
export class LogDecoder {
  readonly json: JsonRecords
  readonly windows = new WindowsRecords()
  readonly book = new ClassBook()
  private readonly audit = new AuditdLines()
  private readonly header: HeaderFormat
  private readonly stated: LogClass | undefined
  private readonly options: LogOptions
  private readonly maxDepth: number

  constructor(options: LogOptions) {
    this.options = options
    this.maxDepth = options.maxDepth ?? 64
    this.json = new JsonRecords(this.book, this.windows, options.source)
    this.header = new HeaderFormat(this.json, this.book)
    this.stated = options.source && statedClass(options.source)
  }

  /** Takes a line; what it gives is added to `records` or `rejects`. */
  line(text: string, number: number, records: LogRecord[], rejects: Reject[]): void {
    const where = `${this.options.name}:${number}`
    const made = text.charCodeAt(0) === 0x7b ? this.jsonInto(text, where, records) : this.decode(text, where)
    if (made === undefined) return
    if (typeof made === 'string') rejects.push({ where, reason: made, excerpt: excerptOf(text) })
    else if (Array.isArray(made)) records.push(...(made as LogRecord[]))
    else records.push(made as LogRecord)
  }

  /** What is still open at the end of the input. */
  end(records: LogRecord[]): void {
    records.push(...this.audit.end())
  }

  /** A JSON value as records: one, or those that a known wrapper holds. A reason where it holds none. */
  value(value: unknown, where: string, records: LogRecord[]): string | undefined {
    if (typeof value !== 'object' || value === null)
      return `a JSON ${value === null ? 'null' : typeof value}, not an object`
    if (Array.isArray(value)) {
      const reasons = value.map((one, i) => this.value(one, `${where}[${i}]`, records))
      return reasons.find((one) => one !== undefined)
    }
    const fields = value as Record<string, unknown>
    const known = this.json.known(fields, where)
    if (known) {
      records.push(known)
      return undefined
    }
    const wrapped = wrappedIn(fields)
    if (wrapped) return this.value(wrapped, where, records)
    records.push(this.json.unknown(fields, where))
    return undefined
  }

  /** The hot path: a line of JSON adds its record straight away. */
  private jsonInto(text: string, where: string, records: LogRecord[]): string | undefined {
    const value = parseJson(text, this.maxDepth)
    return typeof value === 'string' ? value : this.value(value.value, where, records)
  }

  private decode(text: string, where: string): LogRecord | readonly LogRecord[] | string | undefined {
    const first = text.charCodeAt(0)
    if (text.trim() === '') return undefined
    if (first === 0x23) return this.header.comment(text) ? undefined : this.plain(text, where)
    if (this.header.isOpen) return this.header.record(text, where)
    return this.plain(text, where)
  }

  private plain(text: string, where: string): LogRecord | readonly LogRecord[] | string {
    if (isAuditd(text)) return this.audit.push(text, where, undefined)
    if (text.startsWith('CEF:') || text.startsWith('LEEF:')) return this.extension(text, undefined, where)
    const access = ncsaRecord(text, where, this.book)
    if (access) return access
    const envelope = parseSyslog(text, this.options.now)
    if (!envelope) return this.unknown(text, where)
    const carried = /(?:CEF:[01]\||LEEF:[12]\.0\|)/.exec(text)
    if (carried) return this.extension(text.slice(carried.index), envelope, where)
    const { message, host } = envelope
    if (message.startsWith('{')) return this.jsonLine(message, where, host)
    const at = message.indexOf('type=')
    if (at !== -1 && at < 20 && isAuditd(message.slice(at)))
      return this.audit.push(message.slice(at), where, host)
    return this.stated
      ? { class: this.stated, fields: { ...envelope }, where, ...placed(envelope) }
      : syslogRecord(envelope, where, this.book)
  }

  private extension(
    text: string,
    envelope: ReturnType<typeof parseSyslog>,
    where: string,
  ): LogRecord | string {
    const line = text.startsWith('CEF:') ? parseCef(text) : parseLeef(text)
    return typeof line === 'string' ? line : extensionRecord(line, envelope, where, this.book, this.windows)
  }

  private jsonLine(text: string, where: string, host?: string): readonly LogRecord[] | string {
    const value = parseJson(text, this.maxDepth)
    if (typeof value === 'string') return value
    const records: LogRecord[] = []
    const reason = this.value(value.value, where, records)
    if (reason !== undefined) return reason
    return host === undefined
      ? records
      : records.map((one) => (one.host === undefined ? { ...one, host } : one))
  }

  /** A line of no known form is a record only where a person says what it is. */
  private unknown(text: string, where: string): LogRecord | string {
    if (this.stated) return { class: this.stated, fields: { message: text }, where }
    return 'no log line of a known form (JSON, syslog, CEF, LEEF, auditd, access log, Zeek, W3C)'
  }
}

function placed({ time, host }: { readonly time?: Instant; readonly host?: string }) {
  return { ...(time !== undefined && { time }), ...(host !== undefined && { host }) }
}

/** Members in which programs and clouds wrap many records (CloudTrail, Azure Event Hubs, Okta, Graph, Elasticsearch). */
export const wrappers = [
  'Records',
  'records',
  'value',
  'events',
  'Events',
  'items',
  'hits',
  'logs',
  'data',
] as const

function wrappedIn(value: Readonly<Record<string, unknown>>): readonly unknown[] | undefined {
  // A search result of Elasticsearch: hits.hits[]._source.
  const hits = value.hits
  if (typeof hits === 'object' && hits !== null && !Array.isArray(hits)) {
    const inner = (hits as Record<string, unknown>).hits
    if (Array.isArray(inner)) return inner.map((one) => (one as Record<string, unknown>)?._source ?? one)
  }
  const keys = Object.keys(value)
  if (keys.length > 4) return undefined
  for (const name of wrappers) {
    const list = value[name]
    if (Array.isArray(list) && list.length > 0 && typeof list[0] === 'object') return list
  }
  return undefined
}
