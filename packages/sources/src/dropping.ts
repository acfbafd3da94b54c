import { CordonError, ftmProperty, ftmSchema, isA, type StatementGroup } from '@cordon/model'
import type { Reading } from './reader.ts'

/** What a deployment may not keep, ready to be applied. */
export interface DropPolicy {
  /** The names it was made of, in order. */
  readonly names: readonly string[]
  /** The name by which all entities of a schema go, or undefined. */
  schemaRule(schema: string): string | undefined
  /** The name by which a property of a schema goes, or undefined. */
  propertyRule(schema: string, property: string): string | undefined
}

/** What goes under one name: whole schemata with what descends from them, and properties of any schema. */
interface Group {
  readonly schemata?: readonly string[]
  readonly properties?: readonly string[]
}

/** Kinds of personal data by the name that a configuration gives them. */
const groups: Readonly<Record<string, Group>> = {
  addresses: { schemata: ['Address'], properties: ['address', 'addressEntity'] },
  photographs: { schemata: ['Image'], properties: ['proof'] },
  family: { schemata: ['Family'], properties: ['fatherName', 'motherName'] },
  contacts: { properties: ['email', 'phone', 'website'] },
  documents: {
    schemata: ['Identification'],
    properties: ['passportNumber', 'idNumber', 'socialSecurityNumber', 'taxNumber', 'licenseNumber'],
  },
  appearance: { properties: ['appearance', 'height', 'weight', 'eyeColor', 'hairColor'] },
  beliefs: { properties: ['religion', 'ethnicity', 'political'] },
  birthplaces: { properties: ['birthPlace', 'birthCountry'] },
  notes: { properties: ['notes', 'summary', 'description'] },
}

/**
 * A policy from names: a group (`addresses`, `photographs`, `family`, `contacts`, `documents`, `appearance`, `beliefs`,
 * `birthplaces`, `notes`), a schema (`Family`), a property of any schema (`phone`), or of one (`Person.birthPlace`).
 * @throws {CordonError} CORDON_DROP for a name that is none of these, or that would leave nothing to screen by
 */
export function dropPolicy(names: readonly string[], where = 'drop'): DropPolicy {
  const schemata = new Map<string, string>()
  const properties = new Map<string, string>()
  const owned: { schema: string; property: string; name: string }[] = []
  for (const name of names) {
    const [schema, property] = name.split('.')
    const group = groups[name]
    if (group) {
      for (const one of group.schemata ?? []) schemata.set(one, name)
      for (const one of group.properties ?? []) properties.set(one, name)
    } else if (property !== undefined && ftmProperty(schema!, property))
      owned.push({ schema: schema!, property, name })
    else if (property === undefined && ftmSchema(name)) schemata.set(name, name)
    else if (property === undefined && isProperty(name)) properties.set(name, name)
    else throw unknownName(name, where)
    if (['name', 'Thing', 'Interval', 'Sanction', 'LegalEntity', 'Person'].includes(property ?? name))
      throw needed(name, where)
  }
  return {
    names: [...names],
    schemaRule: (schema) => [...schemata].find(([dropped]) => isA(schema, dropped))?.[1],
    propertyRule: (schema, property) => {
      const own = owned.find((one) => one.property === property && isA(schema, one.schema))
      const range = ftmProperty(schema, property)?.range
      // A link to what is dropped would lead nowhere.
      const linked = range && [...schemata].find(([dropped]) => isA(range, dropped))?.[1]
      return own?.name ?? properties.get(property) ?? (linked || undefined)
    },
  }
}

const carriers = [
  'Person',
  'Company',
  'Vessel',
  'Airplane',
  'Address',
  'Passport',
  'Sanction',
  'Ownership',
  'CryptoWallet',
  'Family',
]
const isProperty = (name: string) => carriers.some((schema) => ftmProperty(schema, name) !== undefined)

/**
 * The same reading without what a policy drops. What went is counted in the report under `dropped`: entities as
 * `addresses: Address`, values as `contacts: Person.phone`.
 */
export function dropping(reading: Reading, policy: DropPolicy): Reading {
  if (policy.names.length === 0) return reading
  const dropped = new Map<string, number>()
  const written = new Map<string, number>()
  let lost = 0
  const rules = new Map<string, string | undefined>()
  const ruleOf = (schema: string, property: string) => {
    const key = `${schema}.${property}`
    if (!rules.has(key)) rules.set(key, policy.propertyRule(schema, property))
    return rules.get(key)
  }
  const count = (what: string, by = 1) => dropped.set(what, (dropped.get(what) ?? 0) + by)
  const take = (group: StatementGroup): StatementGroup[] => {
    const { schema, statements } = group
    const whole = policy.schemaRule(schema)
    if (whole !== undefined) {
      count(`${whole}: ${schema}`)
      written.set(schema, (written.get(schema) ?? 0) + 1)
      lost += statements.length
      return []
    }
    const kept = statements.filter(({ property }) => {
      const rule = ruleOf(schema, property)
      if (rule !== undefined) count(`${rule}: ${schema}.${property}`)
      return rule === undefined
    })
    lost += statements.length - kept.length
    return kept.length === statements.length ? [group] : [{ ...group, statements: kept }]
  }
  return {
    async *[Symbol.asyncIterator]() {
      for await (const { records, rejects } of reading) yield { records: records.flatMap(take), rejects }
    },
    ...(reading.deleted && { deleted: () => reading.deleted!() }),
    report() {
      const report = reading.report()
      const left = Object.entries(report.written).map(
        ([schema, n]) => [schema, n - (written.get(schema) ?? 0)] as const,
      )
      return {
        ...report,
        written: Object.fromEntries(left.filter(([, n]) => n > 0)),
        statements: report.statements - lost,
        dropRules: policy.names,
        dropped: Object.fromEntries([...dropped].sort(([a], [b]) => (a < b ? -1 : 1))),
      }
    },
  }
}

function unknownName(name: string, where: string): CordonError {
  return new CordonError({
    code: 'CORDON_DROP',
    expected: `one of ${Object.keys(groups).join(', ')}; or a FollowTheMoney schema (Family), property (phone) or both (Person.birthPlace)`,
    found: JSON.stringify(name),
    where,
    remedy: 'Check the spelling; nothing was imported.',
  })
}

function needed(name: string, where: string): CordonError {
  return new CordonError({
    code: 'CORDON_DROP',
    expected: 'fields without which a list can still be screened against',
    found: JSON.stringify(name),
    where,
    remedy: 'Names and designations are what a list is. Leave the whole list out instead.',
  })
}
