import type { Fact } from '../../api/types.ts'

/** Groups of facts, in the order in which a person asks. */
export const groupNames = [
  'names',
  'identity',
  'organisation',
  'vessel',
  'identifiers',
  'places',
  'other',
  'notes',
] as const
/** One of `groupNames`. */
export type GroupName = (typeof groupNames)[number]

/** Properties of each group, in reading order. What stands nowhere here belongs to `other`. */
const members: Readonly<Record<Exclude<GroupName, 'other'>, readonly string[]>> = {
  names: [
    'name',
    'alias',
    'weakAlias',
    'previousName',
    'abbreviation',
    'title',
    'firstName',
    'secondName',
    'middleName',
    'fatherName',
    'motherName',
    'lastName',
    'nameSuffix',
  ],
  identity: [
    'birthDate',
    'birthPlace',
    'birthCountry',
    'deathDate',
    'gender',
    'nationality',
    'citizenship',
    'ethnicity',
    'religion',
    'education',
    'position',
    'political',
    'appearance',
  ],
  organisation: [
    'legalForm',
    'jurisdiction',
    'mainCountry',
    'status',
    'incorporationDate',
    'dissolutionDate',
    'sector',
    'classification',
  ],
  vessel: [
    'type',
    'flag',
    'pastFlags',
    'buildDate',
    'owner',
    'tonnage',
    'grossRegisteredTonnage',
    'deadweightTonnage',
    'dwt',
    'navigationArea',
    'pastNames',
    'pastTypes',
    'model',
  ],
  identifiers: [
    'imoNumber',
    'mmsi',
    'callSign',
    'passportNumber',
    'idNumber',
    'socialSecurityNumber',
    'registrationNumber',
    'taxNumber',
    'vatCode',
    'innCode',
    'ogrnCode',
    'leiCode',
    'swiftBic',
    'dunsCode',
    'isinCode',
    'iban',
    'accountNumber',
    'publicKey',
    'currency',
    'serialNumber',
    'registrationMark',
    'uniqueEntityId',
    'cageCode',
  ],
  places: ['country', 'address', 'addressEntity', 'phone', 'email', 'website'],
  notes: [
    'description',
    'summary',
    'notes',
    'keywords',
    'program',
    'programId',
    'sourceUrl',
    'publisher',
    'topics',
  ],
}

/** Properties whose values a person carries elsewhere: shown in a fixed-width face, with a button that copies. */
export function isIdentifier(property: string): boolean {
  return (members.identifiers.includes(property) && property !== 'currency') || property === 'authorityId'
}

/** One value with all who say it. */
export interface FactValue {
  readonly fact: Fact
  readonly sayers: readonly Fact[]
}

/** One property with its values. */
export interface FactRow {
  readonly property: string
  readonly label: string | undefined
  readonly values: readonly FactValue[]
}

/** Facts by group and property; the same value from several sources is one value with several sayers. */
export function groupFacts(facts: readonly Fact[]): Map<GroupName, FactRow[]> {
  const groups = new Map<GroupName, FactRow[]>()
  for (const [property, ofProperty] of grouped(facts, (fact) => fact.property)) {
    const byValue = grouped(ofProperty, (fact) =>
      JSON.stringify([fact.value, fact.lang ?? null, fact.date ?? null]),
    )
    const values = [...byValue.values()].map((sayers) => ({ fact: sayers[0]!, sayers }))
    const name = groupOf(property)
    groups.set(name, [...(groups.get(name) ?? []), { property, label: ofProperty[0]?.label, values }])
  }
  for (const [name, rows] of groups) rows.sort((a, b) => rank(name, a.property) - rank(name, b.property))
  return new Map(groupNames.flatMap((name) => (groups.has(name) ? [[name, groups.get(name)!]] : [])))
}

function groupOf(property: string): GroupName {
  return groupNames.find((name) => name !== 'other' && members[name].includes(property)) ?? 'other'
}

function rank(name: GroupName, property: string): number {
  if (name === 'other') return 0
  return members[name].indexOf(property)
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group) group.push(item)
    else groups.set(keyOf(item), [item])
  }
  return groups
}
