import { join } from './fields.ts'
import type { Profile } from './profile.ts'

/** One value that a change of the profile set, added or took away. */
export interface ProfileChange {
  /** `hosts[3].roles[0]`; entries of a list are named by their place. */
  readonly field: string
  /** Absent where it was added. */
  readonly from?: unknown
  /** Absent where it was taken away. */
  readonly to?: unknown
}

const mostChanges = 200

/**
 * What differs between two profiles, value by value, entries of lists matched by what names them (account, operator,
 * host, ship) and not by their place. At most 200 are told; `more` counts the rest.
 */
export function profileChanges(
  from: Profile,
  to: Profile,
): { readonly changes: readonly ProfileChange[]; readonly more: number } {
  const all: ProfileChange[] = []
  compare('', from, to, all)
  return { changes: all.slice(0, mostChanges), more: Math.max(0, all.length - mostChanges) }
}

type Fields = Readonly<Record<string, unknown>>

function compare(field: string, from: unknown, to: unknown, into: ProfileChange[]): void {
  if (JSON.stringify(from) === JSON.stringify(to)) return
  if (from === undefined) into.push({ field, to })
  else if (to === undefined) into.push({ field, from })
  else if (Array.isArray(from) && Array.isArray(to)) compareLists(field, from, to, into)
  else if (isFields(from) && isFields(to))
    for (const key of new Set([...Object.keys(from), ...Object.keys(to)]))
      compare(join(field, key), from[key], to[key], into)
  else into.push({ field, from, to })
}

function compareLists(
  field: string,
  from: readonly unknown[],
  to: readonly unknown[],
  into: ProfileChange[],
): void {
  const [before, after] = [byName(from), byName(to)]
  for (const [name, value] of before) compare(`${field}[${name}]`, value, after.get(name), into)
  for (const [name, value] of after)
    if (!before.has(name)) into.push({ field: `${field}[${name}]`, to: value })
}

/** By what names an entry; a plain value names itself. */
function byName(list: readonly unknown[]): Map<string, unknown> {
  const named = new Map<string, unknown>()
  for (const entry of list) {
    const own = isFields(entry)
      ? (entry.id ?? entry.imo ?? entry.mmsi ?? entry.name ?? JSON.stringify(entry))
      : entry
    let name = String(own)
    while (named.has(name)) name += '+'
    named.set(name, entry)
  }
  return named
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
