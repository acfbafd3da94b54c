import { CordonError, ftmFault, ftmSchema } from '@cordon/model'

/** Where the values of a property come from. */
export interface MappedProperty {
  /** Columns, or paths into a JSON record (`address.city`); the values of all of them are taken. */
  readonly columns: readonly string[]
  /** Values that every record has. */
  readonly literals: readonly string[]
  /** Joins the columns' values to one, in their order. */
  readonly join?: string
  /** Splits a value into several. */
  readonly split?: string
  /** Replaces values, without regard to case: `{"M": "male"}`. Others stay. */
  readonly values?: ReadonlyMap<string, string>
  /** Of a link: the entity of this mapping whose id is the value. */
  readonly entity?: string
  /** Which number comes first in `05/08/1965`. */
  readonly dates: 'day-first' | 'month-first'
}

/** One entity that each record gives. */
export interface MappedEntity {
  readonly name: string
  /** One schema, or that which a column says. */
  readonly schema: {
    readonly column?: string
    readonly values: ReadonlyMap<string, string>
    readonly otherwise?: string
  }
  /** Columns of which the id is made; records that lack all of them are rejected. */
  readonly keys: readonly string[]
  /** Tells the entities of one record apart where they have the same keys. */
  readonly keyLiteral?: string
  readonly properties: ReadonlyMap<string, MappedProperty>
}

/** How the records of any table or JSON file become FollowTheMoney entities. See docs/reference/mapping.md. */
export interface Mapping {
  readonly source: string
  readonly title: string
  readonly publisher: string
  readonly url?: string
  /** The version of the list, or the column whose latest date is it. */
  readonly version?: { readonly literal?: string; readonly column?: string }
  readonly delimiter?: string
  readonly encoding?: string
  /** Of a JSON object: the member that holds the records. */
  readonly member?: string
  /** Several files are parts of one list. */
  readonly parts?: 'together'
  readonly entities: readonly MappedEntity[]
}

/** A mapping with something wrong: where in it, and what would be right. */
export function mappingFault(where: string, expected: string, found: unknown, remedy: string): CordonError {
  const text = found === undefined ? 'nothing' : JSON.stringify(found)
  return new CordonError({ code: 'CORDON_MAPPING', expected, found: text.slice(0, 120), where, remedy })
}

/** Throws where an entity's schema or one of its properties is not FollowTheMoney's, or a link leads nowhere. */
export function checkEntities(entities: readonly MappedEntity[]): void {
  for (const { name, schema, properties } of entities) {
    const where = `entities.${name}`
    const schemata = [...schema.values.values(), ...(schema.otherwise ? [schema.otherwise] : [])]
    for (const one of schemata) {
      const found = ftmSchema(one)
      if (!found || found.abstract)
        throw mappingFault(
          `${where}.schema`,
          'a FollowTheMoney schema such as Person, Organization or Vessel',
          one,
          'See https://followthemoney.tech/explorer/ for all of them.',
        )
    }
    for (const [property, { entity }] of properties) {
      // With several schemata a property need be only one of theirs: the others pass it over.
      const faults = schemata.map((one) => ftmFault(one, property))
      if (faults.length > 0 && faults.every(Boolean))
        throw mappingFault(
          `${where}.properties.${property}`,
          `a property of ${schemata.join(' or ')}`,
          property,
          nearMisses(schemata, property),
        )
      if (entity !== undefined && !entities.some((one) => one.name === entity))
        throw mappingFault(
          `${where}.properties.${property}.entity`,
          `one of the entities ${entities.map((one) => one.name).join(', ')}`,
          entity,
          'Links point to another entity of the same mapping.',
        )
    }
  }
}

function nearMisses(schemata: readonly string[], property: string): string {
  const all = new Set(
    schemata.flatMap((name) =>
      [...(ftmSchema(name)?.properties.values() ?? [])].filter(({ stub }) => !stub).map(({ name }) => name),
    ),
  )
  const wanted = property.toLowerCase().replace(/[^a-z]/g, '')
  const near = [...all].filter((name) => {
    const own = name.toLowerCase()
    return own.includes(wanted.slice(0, 5)) || wanted.includes(own.slice(0, 5))
  })
  return near.length > 0
    ? `Did you mean ${near.slice(0, 5).join(', ')}?`
    : `It has ${[...all].sort().join(', ')}.`
}
