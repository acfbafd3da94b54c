import { changesOf, changeWords, type EntityGraph, type FieldChange, type ListEntry } from '@cordon/knowledge'
import { type Entity, type Finding, severities } from '@cordon/model'
import type { PartyQuery } from '@cordon/screening'

/** What of a party or an entry decides whether the two are one: fields with their values, in order. Plain data. */
export interface MaterialState {
  readonly schema: string
  readonly fields: Readonly<Record<string, readonly string[]>>
}

/** Parts of a name count where a party has no whole one. */
const partyFields = new Set([
  ...Object.keys(changeWords).filter((field) => changeWords[field]!.material),
  'firstName',
  'middleName',
  'lastName',
  'secondName',
  'fatherName',
]) // prettier-ignore

const sorted = (values: Iterable<string>) => [...new Set(values)].sort()

/** What is material of a party: names, dates and places of birth, countries, numbers. Addresses and notes are not. */
export function materialOfParty({ schema, properties }: PartyQuery): MaterialState {
  const fields: Record<string, readonly string[]> = {}
  for (const name of Object.keys(properties).sort())
    if (partyFields.has(name) && properties[name]!.length > 0) fields[name] = sorted(properties[name]!)
  return { schema, fields }
}

/** What is material of an entry: the same, and its documents, wallets, programmes, legal bases and measures. */
export function materialOfEntity(entity: Entity, graph: EntityGraph): MaterialState {
  const fields = new Map<string, string[]>()
  const add = (field: string, values: readonly string[] = []) => {
    if (changeWords[field]?.material && values.length > 0)
      fields.set(field, [...(fields.get(field) ?? []), ...values])
  }
  for (const [name, values] of Object.entries(entity.properties)) add(name, values)
  for (const { entity: near, inverse } of graph.adjacent(entity.id)) {
    if (!inverse) continue
    if (near.schema === 'Sanction')
      for (const [name, values] of Object.entries(near.properties)) add(`sanction.${name}`, values)
    else if (near.properties.holder) {
      add('wallet', near.properties.publicKey)
      add('document', near.properties.number ?? near.properties.passportNumber)
    }
  }
  const names = [...fields.keys()].sort()
  return {
    schema: entity.schema,
    fields: Object.fromEntries(names.map((name) => [name, sorted(fields.get(name)!)])),
  }
}

function entryOf({ schema, fields }: MaterialState): ListEntry {
  return {
    id: '',
    schema,
    caption: '',
    fields: new Map([
      ['schema', new Set([schema])],
      ...Object.entries(fields).map(([field, values]) => [field, new Set(values)] as const),
    ]),
  }
}

/** What changed materially between two states; nothing where they are the same. */
export function materialChanges(before: MaterialState, after: MaterialState): FieldChange[] {
  return changesOf(entryOf(before), entryOf(after))
}

/** Features that only say where and how often: they change with every record. */
const bookkeeping = new Set(['news', 'record', 'records', 'where', 'citation', 'tags', 'falsePositives'])

/**
 * What of a finding decides, where its two sides are not known themselves: the kind of evidence that bears on it, the
 * value that each met, and of a party what it says of itself. Other values of the observation (times, speeds, command lines) are
 * not: a pattern that is met by another line is still that pattern.
 */
export function materialOfFinding({ rule, evidence }: Finding): MaterialState {
  const fields = new Map<string, string[]>()
  for (const { feature, query, candidate, contribution } of evidence) {
    if (contribution === 0 || bookkeeping.has(feature)) continue
    const own = changeWords[feature]?.material && query !== '' ? [`of the party: ${query}`] : []
    fields.set(feature, [...(fields.get(feature) ?? []), candidate, ...own])
  }
  const names = [...fields.keys()].sort()
  return {
    schema: rule,
    fields: Object.fromEntries(names.map((name) => [name, sorted(fields.get(name)!)])),
  }
}

/** What changed materially of a finding since it was decided; that it has become less grave is no such thing. */
export function findingChanges(
  before: { readonly state: MaterialState; readonly severity: Finding['severity'] },
  after: Finding,
): FieldChange[] {
  const isGraver = severities.indexOf(after.severity) > severities.indexOf(before.severity)
  const graver: FieldChange = {
    field: 'severity',
    kind: 'changed',
    words: 'graver',
    before: [before.severity],
    after: [after.severity],
    material: true,
  }
  return [...(isGraver ? [graver] : []), ...materialChanges(before.state, materialOfFinding(after))]
}
