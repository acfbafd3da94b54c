import type { Instant } from '@cordon/model'

/** What a category of Sigma's taxonomy is called by a class of logs. */
export interface CategoryView {
  readonly name: string
  /** Sigma's field name to the field of these logs, where they differ. */
  readonly fields?: Readonly<Record<string, string>>
}

/**
 * A class of log records: all records that the same rules are for. Records share one object a class, so that an engine
 * can keep what it built for it.
 */
export interface LogClass {
  /** Unlike that of any other class. */
  readonly key: string
  readonly product?: string
  readonly services: readonly string[]
  readonly categories: readonly CategoryView[]
  /** Fields whose value all records of the class share. */
  readonly constants?: Readonly<Record<string, string>>
  /** Other names of a field, tried in order where the field is absent. */
  readonly aliases?: Readonly<Record<string, readonly string[]>>
}

/** One log record, with its fields under the names of its source (for Windows events: those of EventData and System). */
export interface LogRecord {
  readonly class: LogClass
  readonly fields: Readonly<Record<string, unknown>>
  /** When it happened, in UTC; absent where the record does not say or can't be read. */
  readonly time?: Instant
  /** The host it happened on, lower-cased. */
  readonly host?: string
  /** Whose it is where no host is named: a cloud account, a tenant, a user. */
  readonly account?: string
  /** File and line, for a person to find it again. */
  readonly where: string
}

/** Reads a field by its name; one with dots also reaches into nested values (`userIdentity.type`). */
export function fieldReader(
  field: string,
  aliases: LogClass['aliases'] = {},
): (fields: Readonly<Record<string, unknown>>) => unknown {
  const others = aliases[field]
  const path = field.includes('.') ? field.split('.') : undefined
  if (!others && !path) return (fields) => fields[field]
  return (fields) => {
    const direct = fields[field]
    if (direct !== undefined) return direct
    if (others)
      for (const other of others) {
        const value = fields[other] ?? (other.includes('.') ? walk(fields, other.split('.'), 0) : undefined)
        if (value !== undefined && value !== null) return value
      }
    return path ? walk(fields, path, 0) : undefined
  }
}

function walk(value: unknown, path: readonly string[], at: number): unknown {
  if (at === path.length) return value
  if (Array.isArray(value)) {
    const found = value.map((one) => walk(one, path, at)).filter((one) => one !== undefined)
    return found.length === 0 ? undefined : found.flat()
  }
  if (typeof value !== 'object' || value === null) return undefined
  const map = value as Record<string, unknown>
  const next = walk(map[path[at]!], path, at + 1)
  if (next !== undefined || at + 1 >= path.length) return next
  const rest = map[path.slice(at).join('.')]
  return rest
}

/** All text of a record: what keywords are looked for in. Values in order, one a line; nested ones too, to a depth of 32. */
export function recordText(fields: Readonly<Record<string, unknown>>): string {
  const lines: string[] = []
  collect(fields, lines, 0)
  return lines.join('\n')
}

function collect(value: unknown, lines: string[], depth: number): void {
  if (typeof value === 'string') lines.push(value)
  else if (typeof value === 'number' || typeof value === 'boolean') lines.push(String(value))
  else if (Array.isArray(value) && depth < 32) for (const one of value) collect(one, lines, depth + 1)
  else if (typeof value === 'object' && value !== null && depth < 32)
    for (const key in value) collect((value as Record<string, unknown>)[key], lines, depth + 1)
}

/** A record of its parts; what is no time or host is left out. Made for every line of a log: without spreading. */
export function recordOf(
  logClass: LogClass,
  fields: Readonly<Record<string, unknown>>,
  where: string,
  time: Instant | undefined,
  host: unknown,
): LogRecord {
  const record: { -readonly [K in keyof LogRecord]: LogRecord[K] } = { class: logClass, fields, where }
  if (time !== undefined) record.time = time
  if (typeof host === 'string' && host !== '') record.host = host.toLowerCase()
  return record
}
