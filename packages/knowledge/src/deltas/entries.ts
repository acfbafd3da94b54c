import { ftmProperty, ftmSchema } from '@cordon/model'
import { listingTopics } from '../project-entity.ts'
import { documentWords, silentListingFields } from './change-words.ts'

/** What one version of a list says of one thing; a `StatementGroup` of a reader or a stored one is of this shape. */
export interface ListedGroup {
  readonly entityId: string
  readonly schema: string
  readonly statements: readonly { readonly property: string; readonly value: string }[]
}

/** One entry of a list: a party with all that hangs on it, as fields with values. */
export interface ListEntry {
  readonly id: string
  readonly schema: string
  readonly caption: string
  /** See `changeWords` for the fields. Values are text for a person, each once. */
  readonly fields: ReadonlyMap<string, ReadonlySet<string>>
}

/**
 * The entries of a list version: what it lists by itself, with listings, documents, wallets, addresses and links
 * folded in. A list that marks nothing as listed (no topics) has everything in it as an entry, addresses apart.
 */
export function entriesOf(groups: Iterable<ListedGroup>): Map<string, ListEntry> {
  const byId = groupsById(groups)
  return foldedEntries(byId, byId)
}

/** Groups by the id of what they tell of. */
export type Groups = ReadonlyMap<string, readonly ListedGroup[]>

/** Groups of one id together. */
export function groupsById(groups: Iterable<ListedGroup>): Groups {
  const byId = new Map<string, ListedGroup[]>()
  for (const group of groups) {
    const known = byId.get(group.entityId)
    if (known) known.push(group)
    else byId.set(group.entityId, [group])
  }
  return byId
}

/**
 * `entriesOf` with the names of linked parties from elsewhere: that the party at the other end is called otherwise now
 * is no change of this one.
 */
export function foldedEntries(byId: Groups, names: Groups): Map<string, ListEntry> {
  const things = [...byId.values()].filter(isThing)
  const listed = things.filter(isListed)
  const entries = new Map<string, Draft>()
  for (const one of listed.length > 0 ? listed : things) {
    const draft = new Draft(one, byId)
    entries.set(draft.id, draft)
  }
  for (const [id, one] of byId) if (!entries.has(id)) attach(one, entries, names)
  return entries
}

class Draft implements ListEntry {
  readonly id: string
  readonly schema: string
  readonly caption: string
  readonly fields = new Map<string, Set<string>>()

  constructor(groups: readonly ListedGroup[], all: Groups) {
    const { entityId, schema } = groups[0]!
    this.id = entityId
    this.schema = schema
    this.caption = labelOf(entityId, all)
    this.add('schema', ftmSchema(schema)?.label ?? schema)
    for (const group of groups)
      for (const { property, value } of group.statements) {
        const isReference = ftmProperty(group.schema, property)?.type === 'entity'
        this.add(property, isReference ? labelOf(value, all) : value)
      }
  }

  add(field: string, value: string): void {
    const values = this.fields.get(field)
    if (values) values.add(value)
    else this.fields.set(field, new Set([value]))
  }
}

/** Puts a thing that is no entry under the entries that it names. */
function attach(groups: readonly ListedGroup[], entries: ReadonlyMap<string, Draft>, all: Groups): void {
  for (const group of groups)
    for (const { property, value } of group.statements) {
      const entry = entries.get(value)
      if (!entry || ftmProperty(group.schema, property)?.type !== 'entity') continue
      if (group.schema === 'Sanction') addListing(entry, group)
      else if (property === 'holder') addHeld(entry, group)
      else addLink(entry, group, property, all)
    }
}

function addListing(entry: Draft, { statements }: ListedGroup): void {
  for (const { property, value } of statements)
    if (!silentListingFields.has(property)) entry.add(`sanction.${property}`, value)
}

function addHeld(entry: Draft, group: ListedGroup): void {
  if (group.schema === 'CryptoWallet') {
    const [key] = valuesOf(group, 'publicKey')
    if (key) entry.add('wallet', [...valuesOf(group, 'currencySymbol').slice(0, 1), key].join(' '))
    return
  }
  const [type = documentWords[group.schema] ?? group.schema] = valuesOf(group, 'type')
  const [number = ''] = [...valuesOf(group, 'number'), ...valuesOf(group, 'passportNumber')]
  const [country] = valuesOf(group, 'country')
  const issuer = country ? ` (${country.toUpperCase()})` : ''
  entry.add('document', `${type.replace(/:$/, '')} ${number}${issuer}`.trim())
}

function addLink(entry: Draft, group: ListedGroup, from: string, all: Groups): void {
  const edge = ftmSchema(group.schema)?.edge
  if (!edge) return
  const far = from === edge.source ? edge.target : edge.source
  const [role = ftmSchema(group.schema)?.label ?? group.schema] = [
    ...valuesOf(group, 'role'),
    ...valuesOf(group, 'relationship'),
  ]
  const former = valuesOf(group, 'status').includes('former') ? ', former' : ''
  // The list's words are said from the first end to the second; the other way round they need their subject.
  for (const other of valuesOf(group, far))
    entry.add(
      'link',
      `${role}: ${labelOf(other, all)}${from === edge.source ? '' : ' (from there)'}${former}`,
    )
}

function valuesOf(group: ListedGroup, property: string): string[] {
  return group.statements.filter((one) => one.property === property).map(({ value }) => value)
}

const labelProperties = ['name', 'full', 'alias', 'weakAlias', 'publicKey', 'registrationNumber']

function labelOf(id: string, all: Groups): string {
  for (const property of labelProperties)
    for (const group of all.get(id) ?? []) {
      const value = group.statements.find((one) => one.property === property)?.value
      if (value) return value
    }
  return id
}

function isThing([group]: readonly ListedGroup[]): boolean {
  return group!.schema !== 'Address' && ftmSchema(group!.schema)?.ancestors.has('Thing') === true
}

/** Listed by itself; a wallet is an entry only where it is nobody's. */
function isListed(groups: readonly ListedGroup[]): boolean {
  const has = (test: (property: string, value: string) => boolean) =>
    groups.some(({ statements }) => statements.some(({ property, value }) => test(property, value)))
  if (groups[0]!.schema === 'CryptoWallet' && has((property) => property === 'holder')) return false
  return has((property, value) => property === 'topics' && listingTopics.has(value))
}
