import { isObject, listOf, textOf } from '../json-files.ts'
import type { TableRow } from '../tables.ts'

/** A record of any file, for a mapping. */
export interface MappedRecord {
  readonly where: string
  readonly excerpt: string
  /** All values under a column or path; none where it is empty. */
  values(column: string): readonly string[]
}

/** A row of a table. */
export function rowRecord(row: TableRow): MappedRecord {
  const { where, excerpt } = row
  return { where, excerpt, values: (column) => [row.value(column)].filter((text) => text !== undefined) }
}

/** A JSON object: columns are paths with dots, and lists on the way give all their values. */
export function objectRecord(fields: Readonly<Record<string, unknown>>, where: string): MappedRecord {
  const excerpt = JSON.stringify(fields).slice(0, 200)
  return {
    where,
    excerpt,
    values: (column) => (column in fields ? texts(fields[column]) : follow(fields, column.split('.'))),
  }
}

function follow(value: unknown, path: readonly string[]): string[] {
  const [name, ...rest] = path
  if (name === undefined) return texts(value)
  return listOf(value).flatMap((one) => (isObject(one) ? follow(one[name], rest) : []))
}

const texts = (value: unknown): string[] => listOf(value).flatMap((one) => textOf(one) ?? [])
