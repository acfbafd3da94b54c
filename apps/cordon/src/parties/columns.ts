import { CordonError } from '@cordon/model'
import { headerKey, meaningByHeader, recognisedProperties, schemaHints } from './headers.ts'

/** What each column of a file of parties means. */
export interface ColumnMapping {
  /** FollowTheMoney property, `id` or `schema`, by column name as it stands in the file. */
  readonly meanings: ReadonlyMap<string, string>
  /** Columns that say nothing about the party; they are passed through, not compared. */
  readonly unused: readonly string[]
  /** The kind of party that a header names ("vessel name"), where one does. */
  readonly schemaHint?: string
}

const propertyPattern = /^[a-z][A-Za-z]+$/

/**
 * Finds out what the columns of a file mean, by the names people use.
 * @param columns as they stand in the file
 * @param given column to meaning, over what is recognised; `ignore` leaves a column out. Column names are compared
 *   as headers are: case and punctuation don't count
 * @throws CordonError when `given` names a column that is not there
 */
export function recogniseColumns(
  columns: readonly string[],
  given: Readonly<Record<string, string>> = {},
): ColumnMapping {
  const wanted = givenByColumn(columns, given)
  const raw = columns.map(
    (column) => [column, wanted.get(column) ?? meaningByHeader.get(headerKey(column))] as const,
  )
  const present = new Set(raw.map(([, meaning]) => meaning))
  const hasGiven = present.has('firstName')
  const hasFamily = present.has('lastName')
  const settle = (column: string, meaning: string | undefined): string | undefined => {
    if (meaning === 'familyOrFull') return hasGiven && !hasFamily ? 'lastName' : 'name'
    if (meaning === 'givenOrFull') return hasFamily && !hasGiven ? 'firstName' : 'name'
    // "Name, Vorname" is the German way: the bare "name" is the family name.
    if (meaning === 'name' && headerKey(column) === 'name' && !wanted.has(column) && hasGiven && !hasFamily)
      return 'lastName'
    return meaning === 'ignore' ? undefined : meaning
  }
  const meanings = new Map<string, string>()
  const unused: string[] = []
  for (const [column, meaning] of raw) {
    const settled = settle(column, meaning)
    if (settled) meanings.set(column, settled)
    else unused.push(column)
  }
  const hint = columns
    .filter((column) => meanings.get(column) === 'name')
    .map((column) => schemaHints[headerKey(column)])
    .find((schema) => schema !== undefined)
  return { meanings, unused, ...(hint && { schemaHint: hint }) }
}

function givenByColumn(
  columns: readonly string[],
  given: Readonly<Record<string, string>>,
): Map<string, string> {
  const byKey = new Map(columns.map((column) => [headerKey(column), column]))
  return new Map(
    Object.entries(given).map(([column, meaning]) => {
      const found = columns.includes(column) ? column : byKey.get(headerKey(column))
      if (found === undefined)
        throw new CordonError({
          code: 'CORDON_UNKNOWN_COLUMN',
          expected: `one of the columns ${columns.join(', ')}`,
          found: `"${column}"`,
          where: '--map',
          remedy: 'Give a column of the file, as it stands in its first line.',
        })
      return [found, meaning] as const
    }),
  )
}

/**
 * Reads `--map` values, `column=property`.
 * @throws CordonError when one has no `=` or its right side can't be a property
 */
export function parseMappings(values: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    values.map((value) => {
      const at = value.lastIndexOf('=')
      const [column, meaning] = [value.slice(0, at), value.slice(at + 1)]
      if (at <= 0 || !propertyPattern.test(meaning))
        throw new CordonError({
          code: 'CORDON_BAD_MAPPING',
          expected: 'column=property',
          found: `"${value}"`,
          where: '--map',
          remedy: `Properties are id, schema, ignore, ${recognisedProperties.join(', ')}.`,
        })
      return [column, meaning]
    }),
  )
}

/**
 * The mapping in one line for a person: `columns: DOB -> birthDate; not used: Branch`.
 * @param mapping from `recogniseColumns`
 */
export function describeMapping(mapping: ColumnMapping): string {
  const used = [...mapping.meanings].map(([column, meaning]) =>
    column === meaning ? column : `${column} -> ${meaning}`,
  )
  const unused = mapping.unused.length > 0 ? `; not used: ${mapping.unused.join(', ')}` : ''
  return `columns: ${used.join(', ') || 'none recognised'}${unused}`
}
