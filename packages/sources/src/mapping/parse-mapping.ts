import { isObject } from '../json-files.ts'
import {
  checkEntities,
  type MappedEntity,
  type MappedProperty,
  type Mapping,
  mappingFault,
} from './mapping.ts'

type Fields = Readonly<Record<string, unknown>>

/**
 * A mapping from its parsed YAML or JSON.
 * @param where the file's name, for messages
 * @throws {CordonError} `CORDON_MAPPING` that names the place, what was expected there and what was found
 */
export function parseMapping(value: unknown, where = 'mapping'): Mapping {
  try {
    return mappingOf(value)
  } catch (error) {
    if (!isObject(error) || !('code' in error) || error.code !== 'CORDON_MAPPING') throw error
    const fault = error as unknown as { where: string; expected: string; found: string; remedy: string }
    throw mappingFault(`${where}: ${fault.where}`, fault.expected, raw(fault.found), fault.remedy)
  }
}

const raw = (found: string): unknown => {
  try {
    return JSON.parse(found)
  } catch {
    return found === 'nothing' ? undefined : found
  }
}

const known = [
  'source',
  'title',
  'publisher',
  'url',
  'version',
  'delimiter',
  'encoding',
  'member',
  'parts',
  'entities',
]

function mappingOf(value: unknown): Mapping {
  const fields = objectAt(value, 'the mapping', known, 'a mapping with source and entities')
  const source = textAt(fields, 'source', 'source')
  if (!/^[a-z0-9_]{1,64}$/.test(source))
    throw mappingFault('source', 'a name of lower-case letters, digits and _', source, 'For example my_list.')
  if (fields.parts !== undefined && fields.parts !== 'together')
    throw mappingFault(
      'parts',
      'together, or nothing',
      fields.parts,
      'Without it each file is a version of its own.',
    )
  const given = objectAt(fields.entities, 'entities', undefined, 'at least one entity by name')
  const entities = Object.entries(given).map(([name, entity]) => entityOf(name, entity))
  if (entities.length === 0)
    throw mappingFault('entities', 'at least one entity', {}, 'See the example in docs/reference/mapping.md.')
  checkEntities(entities)
  const optional = Object.fromEntries(
    ['url', 'delimiter', 'encoding', 'member'].flatMap((name) =>
      fields[name] === undefined ? [] : [[name, textAt(fields, name, name)]],
    ),
  )
  return {
    source,
    title: fields.title === undefined ? source : textAt(fields, 'title', 'title'),
    publisher: fields.publisher === undefined ? 'unknown' : textAt(fields, 'publisher', 'publisher'),
    ...optional,
    ...(fields.parts === 'together' && { parts: 'together' as const }),
    ...(fields.version !== undefined && { version: versionOf(fields.version) }),
    entities,
  }
}

function versionOf(value: unknown): NonNullable<Mapping['version']> {
  if (typeof value === 'string' || typeof value === 'number') return { literal: String(value) }
  const fields = objectAt(value, 'version', ['column'], 'a text, or {column: ...}')
  return { column: textAt(fields, 'column', 'version.column') }
}

function entityOf(name: string, value: unknown): MappedEntity {
  const where = `entities.${name}`
  const fields = objectAt(
    value,
    where,
    ['schema', 'keys', 'key_literal', 'properties'],
    'schema, keys and properties',
  )
  const keys = textsAt(fields.keys, `${where}.keys`)
  if (keys.length === 0)
    throw mappingFault(
      `${where}.keys`,
      'at least one column that identifies a record',
      fields.keys,
      'An id made of a row number would change with every version.',
    )
  const properties = objectAt(
    fields.properties,
    `${where}.properties`,
    undefined,
    'properties by their FollowTheMoney name',
  )
  return {
    name,
    schema: schemaOf(fields.schema, `${where}.schema`),
    keys,
    ...(fields.key_literal !== undefined && {
      keyLiteral: textAt(fields, 'key_literal', `${where}.key_literal`),
    }),
    properties: new Map(
      Object.entries(properties).map(([property, one]) => [
        property,
        propertyOf(one, `${where}.properties.${property}`),
      ]),
    ),
  }
}

function schemaOf(value: unknown, where: string): MappedEntity['schema'] {
  if (typeof value === 'string') return { values: new Map(), otherwise: value }
  const fields = objectAt(
    value,
    where,
    ['column', 'values', 'otherwise'],
    'a schema, or {column, values, otherwise}',
  )
  const column = textAt(fields, 'column', `${where}.column`)
  const values = valuesAt(fields.values, `${where}.values`)
  if (values.size === 0)
    throw mappingFault(
      `${where}.values`,
      'what the values of the column mean: {Individual: Person}',
      fields.values,
      'Add one line for each value.',
    )
  return {
    column,
    values,
    ...(fields.otherwise !== undefined && { otherwise: textAt(fields, 'otherwise', `${where}.otherwise`) }),
  }
}

const propertyFields = [
  'column',
  'columns',
  'literal',
  'literals',
  'join',
  'split',
  'values',
  'entity',
  'dates',
]

function propertyOf(value: unknown, where: string): MappedProperty {
  if (typeof value === 'string') return { columns: [value], literals: [], dates: 'day-first' }
  const fields = objectAt(value, where, propertyFields, 'a column, or {column, literal, entity ...}')
  const columns = [
    ...textsAt(fields.column, `${where}.column`),
    ...textsAt(fields.columns, `${where}.columns`),
  ]
  const literals = [
    ...textsAt(fields.literal, `${where}.literal`),
    ...textsAt(fields.literals, `${where}.literals`),
  ]
  const entity = fields.entity === undefined ? undefined : textAt(fields, 'entity', `${where}.entity`)
  if (columns.length + literals.length === 0 && entity === undefined)
    throw mappingFault(
      where,
      'column, literal or entity',
      value,
      'Say where the value comes from: {column: "Name"}.',
    )
  const dates = fields.dates ?? 'day-first'
  if (dates !== 'day-first' && dates !== 'month-first')
    throw mappingFault(
      `${where}.dates`,
      'day-first or month-first',
      dates,
      'It settles dates such as 05/08/1965.',
    )
  const values = valuesAt(fields.values, `${where}.values`)
  return {
    columns,
    literals,
    dates,
    ...(entity !== undefined && { entity }),
    ...(fields.join !== undefined && { join: plainTextAt(fields.join, `${where}.join`) }),
    ...(fields.split !== undefined && { split: plainTextAt(fields.split, `${where}.split`) }),
    ...(values.size > 0 && { values }),
  }
}

function objectAt(
  value: unknown,
  where: string,
  names: readonly string[] | undefined,
  expected: string,
): Fields {
  if (!isObject(value))
    throw mappingFault(where, expected, value, 'See the example in docs/reference/mapping.md.')
  const other = names && Object.keys(value).find((name) => !names.includes(name))
  if (other !== undefined)
    throw mappingFault(
      `${where}.${other}`,
      `one of ${names!.join(', ')}`,
      other,
      'Check the spelling, or leave it out.',
    )
  return value
}

function textAt(fields: Fields, name: string, where: string): string {
  const value = fields[name]
  if (typeof value === 'string' && value.trim() !== '') return value
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  throw mappingFault(where, 'a text', value, 'Put it in quotes where YAML reads it as something else.')
}

function plainTextAt(value: unknown, where: string): string {
  if (typeof value === 'string' && value !== '') return value
  throw mappingFault(where, 'the text between the values, such as ";"', value, 'Put it in quotes.')
}

function textsAt(value: unknown, where: string): string[] {
  const all = value === undefined ? [] : Array.isArray(value) ? value : [value]
  return all.map((one, place) => textAt({ one }, 'one', Array.isArray(value) ? `${where}[${place}]` : where))
}

function valuesAt(value: unknown, where: string): ReadonlyMap<string, string> {
  if (value === undefined) return new Map()
  const fields = objectAt(value, where, undefined, 'values and what they mean')
  return new Map(
    Object.keys(fields).map((name) => [name.toLowerCase(), textAt(fields, name, `${where}.${name}`)]),
  )
}
