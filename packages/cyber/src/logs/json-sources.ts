import { type LogClass, type LogRecord, recordOf } from '../records/record.ts'
import { parseTime } from '../records/time.ts'
import { WindowsRecords } from '../records/windows.ts'
import { ClassBook } from './class-book.ts'
import { eveAliases, eveCategories, zeekAliases, zeekCategories } from './field-maps.data.ts'
import { jsonSources } from './json-sources.data.ts'

type Fields = Readonly<Record<string, unknown>>

/** What is said of the records of an input that do not say it themselves. */
export interface StatedSource {
  readonly product?: string
  readonly service?: string
  readonly category?: string
}

/**
 * JSON objects as records with a log source: Windows events in all their forms, Zeek, Suricata EVE, AWS CloudTrail, Azure,
 * Microsoft 365, Google Cloud and Workspace, Okta, GitHub, Bitbucket, Kubernetes, OneLogin, OpenCanary, journald, Elastic
 * Common Schema. An object of none of these is a record without a log source: only rules for any source see it.
 */
export class JsonRecords {
  private readonly windows: WindowsRecords
  private readonly book: ClassBook
  private readonly stated: LogClass | undefined

  constructor(book = new ClassBook(), windows = new WindowsRecords(), stated?: StatedSource) {
    this.book = book
    this.windows = windows
    this.stated = stated && statedClass(stated)
  }

  /** The record of an object. */
  read(value: Record<string, unknown>, where: string): LogRecord {
    return this.known(value, where) ?? this.unknown(value, where)
  }

  /** The record of an object of a known kind. */
  known(value: Record<string, unknown>, where: string): LogRecord | undefined {
    if (this.stated) return made(this.stated, value, where, usualTime(value), usualHost(value))
    return this.windows.read(value, where) ?? this.network(value, where) ?? this.other(value, where)
  }

  private network(value: Fields, where: string): LogRecord | undefined {
    const path = value._path ?? value['@path'] ?? value['@stream']
    if (typeof path === 'string' && (value.ts !== undefined || value['@timestamp'] !== undefined)) {
      const logClass = this.zeekClass(path)
      return made(logClass, value, where, value.ts ?? value['@timestamp'], origin(value))
    }
    if (typeof value.event_type === 'string' && value.timestamp !== undefined && isFlow(value))
      return made(this.eveClass(value.event_type), value, where, value.timestamp, value.src_ip)
    return undefined
  }

  /** The class of a Zeek log, by its path. */
  zeekClass(path: string): LogClass {
    return this.book.of(`zeek\0${path}`, () => ({
      product: 'zeek',
      services: [path],
      categories: zeekCategories[path] ?? [],
      aliases: zeekAliases,
    }))
  }

  private eveClass(type: string): LogClass {
    return this.book.of(`suricata\0${type}`, () => ({
      product: 'suricata',
      services: [type],
      categories: eveCategories[type] ?? [],
      aliases: eveAliases,
    }))
  }

  private other(value: Fields, where: string): LogRecord | undefined {
    for (const source of jsonSources) {
      if (!source.is(value)) continue
      const service = source.service(value)
      const logClass = this.book.of(`${source.product}\0${service.join()}`, () => ({
        product: source.product,
        services: service,
        categories: source.categories ?? [],
        ...(source.aliases && { aliases: source.aliases }),
      }))
      const record = made(logClass, value, where, source.time(value), source.host?.(value))
      const account = source.account?.(value)
      return typeof account === 'string' ? { ...record, account } : record
    }
    return undefined
  }

  /** The record of an object of no known kind. */
  unknown(value: Fields, where: string): LogRecord {
    const named = isMap(value.logsource) ? statedClass(value.logsource as StatedSource) : undefined
    const logClass = named
      ? this.book.of(named.key, () => named)
      : this.book.of('json', () => ({ services: [], categories: [] }))
    return made(logClass, value, where, usualTime(value), usualHost(value))
  }
}

/** The class of records whose source a person states. */
export function statedClass({ product, service, category }: StatedSource): LogClass {
  return {
    key: `stated\0${product}\0${service}\0${category}`,
    ...(product !== undefined && { product }),
    services: service === undefined ? [] : [service],
    categories: category === undefined ? [] : [{ name: category }],
  }
}

function made(logClass: LogClass, fields: Fields, where: string, time: unknown, host: unknown): LogRecord {
  return recordOf(logClass, fields, where, parseTime(time), host)
}

function isFlow(value: Fields): boolean {
  return value.flow_id !== undefined || value.src_ip !== undefined || value.stats !== undefined
}

function origin(value: Fields): unknown {
  const id = isMap(value.id) ? value.id.orig_h : undefined
  return value['id.orig_h'] ?? value.id_orig_h ?? id
}

function usualTime(value: Fields): unknown {
  return value['@timestamp'] ?? value.timestamp ?? value.time ?? value.eventTime ?? value.date ?? value.ts
}

function usualHost(value: Fields): unknown {
  const host = value.host ?? value.hostname ?? value.Computer ?? value.Hostname
  return isMap(host) ? (host.name ?? host.hostname) : host
}

function isMap(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
