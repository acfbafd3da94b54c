import { ListedParty } from './listed-party.ts'
import type { ReportBuilder } from './report.ts'

/** One designation of the UK's list, as its XML and its CSV both have it: names, then texts by field. */
export interface UkDesignation {
  readonly id: string
  readonly type: string | undefined
  readonly names: readonly UkName[]
  readonly nonLatin: readonly { readonly name: string; readonly language?: string | undefined }[]
  readonly addresses: readonly UkAddress[]
  /** Distinct texts by the names that the publisher's CSV has for them, in lower case. */
  readonly texts: ReadonlyMap<string, readonly string[]>
}

/** A name by its six parts; the sixth is the family name, or the whole one. */
export interface UkName {
  readonly parts: readonly (string | undefined)[]
  readonly type: string | undefined
  readonly strength: string | undefined
  readonly title?: string | undefined
}

/** Lines, postcode and country. */
export interface UkAddress {
  readonly lines: readonly string[]
  readonly postalCode: string | undefined
  readonly country: string | undefined
}

const schemas: Readonly<Record<string, string>> = {
  individual: 'Person',
  entity: 'Organization',
  ship: 'Vessel',
}

/** A designation as a listed party. Its id is `gb-` and the list's own unique id. */
export function ukParty(
  one: UkDesignation,
  source: string,
  report: ReportBuilder,
  where: string,
): ListedParty {
  const schema = schemas[one.type?.toLowerCase() ?? '']
  if (!schema) report.countUnknown(`type ${JSON.stringify(one.type ?? '')}`, where)
  const authority = 'Foreign, Commonwealth & Development Office'
  const party = new ListedParty({
    source,
    report,
    where,
    authority,
    id: `gb-${one.id}`,
    country: 'gb',
    schema: schema ?? 'LegalEntity',
  })
  party.listing.add('authorityId', one.id)
  addNames(party, one)
  for (const { lines, postalCode, country } of one.addresses)
    party.addAddress({ street: lines.join(', ') || undefined, postalCode, country: known(country) })
  for (const [field, values] of one.texts) {
    const add = fields[field]
    for (const value of values)
      if (add) add(party, value)
      else party.unknown(`field ${JSON.stringify(field)}`, `${field}: ${value}`)
  }
  addNumbers(party, one.texts)
  return party
}

function addNames(party: ListedParty, { names, nonLatin }: UkDesignation): void {
  const isPrimary = ({ type }: UkName) => /^primary name$/i.test(type ?? '')
  const main = names.find(isPrimary) ?? names[0]
  for (const name of names) {
    const weak = /low/i.test(name.strength ?? '')
    const property = name === main ? 'name' : weak ? 'weakAlias' : isPrimary(name) ? 'alias' : 'alias'
    party.addName(property, name.parts.filter(Boolean).join(' '))
    if (party.schema === 'Person') party.add('title', name.title)
  }
  for (const { name } of nonLatin) party.addName('alias', name)
  if (party.schema !== 'Person' || !main) return
  const [first, ...middle] = main.parts.slice(0, 5)
  party.add('firstName', first).add('lastName', main.parts[5])
  for (const part of middle) party.add('middleName', part)
}

/** Countries that the list writes where it knows none. */
const known = (text: string | undefined) => (text && /^(unknown|n\/a|none)$/i.test(text) ? undefined : text)

/** `dd/mm/1965` and `00/00/1965` are the list's ways to say that only the year is known. */
function ukDate(text: string): string {
  return text.replace(/^(?:dd|00)\/(?:mm|00)\//i, '').replace(/^(?:dd|00)\/(\d\d)\/(\d{4})$/i, '$2-$1')
}

type Add = (party: ListedParty, value: string) => void
const listing =
  (property: string): Add =>
  (party, value) => {
    party.listing.add(property, value)
  }
const listed =
  (property: string): Add =>
  (party, value) => {
    party.addListingDate(property, ukDate(value))
  }
const value =
  (property: string): Add =>
  (party, text) => {
    party.add(property, text)
  }
const note =
  (label?: string): Add =>
  (party, text) => {
    party.note(text, label)
  }
const country =
  (property: string): Add =>
  (party, text) => {
    // Several in one field: "(1) Iraq (2) Iran".
    for (const one of text.split(/\s*\(\d\)\s*|\s*[|;]\s*/))
      party.addCountry(property, known(one.trim() || undefined))
  }
const none: Add = () => {}

/** What each field becomes. Names, addresses and the fields that belong together are read elsewhere. */
const fields: Readonly<Record<string, Add>> = {
  'last updated': listed('modifiedAt'),
  'date designated': listed('listingDate'),
  'ofsi group id': listing('recordId'),
  'un reference number': listing('unscId'),
  'regime name': listing('program'),
  'designation source': listing('description'),
  'sanctions imposed': (party, text) => {
    for (const one of text.split('|')) party.listing.add('provisions', one.trim())
  },
  'uk statement of reasons': listing('reason'),
  'other information': note(),
  'phone number': value('phone'),
  website: value('website'),
  'email address': value('email'),
  'd.o.b': (party, text) => {
    party.addDate('birthDate', ukDate(text), text)
  },
  'nationality(/ies)': country('nationality'),
  position: value('position'),
  gender: (party, text) => {
    const gender = text.toLowerCase()
    if (gender === 'male' || gender === 'female') party.add('gender', gender)
    else party.note(text, 'Gender')
  },
  'town of birth': value('birthPlace'),
  'country of birth': country('birthCountry'),
  'type of entity': value('legalForm'),
  subsidiaries: note('Subsidiaries'),
  'parent company': note('Parent company'),
  'business registration number (s)': none,
  'national identifier number': none,
  'national identifier additional information': none,
  'passport number': none,
  'passport additional information': none,
  'imo number': none,
  'current owner/operator (s)': (party, text) => addShipParty(party, text),
  'previous owner/operator (s)': note('Previous owner or operator'),
  'current believed flag of ship': country('flag'),
  'previous flags': country('pastFlags'),
  'type of ship': value('type'),
  'tonnage of ship': value('tonnage'),
  'length of ship': note('Length'),
  'year built': (party, text) => {
    party.addDate('buildDate', text)
  },
  'hull identification number (hin)': note('Hull identification number'),
}

/** The list does not say whether a name owns or operates the ship: a link that says just that. */
function addShipParty(party: ListedParty, name: string): void {
  const role = 'Owner or operator'
  const other = party.child(
    'LegalEntity',
    `${party.id}-operator-${name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-')}`,
  )
  other.add('name', name)
  party.addLink(other.entityId, role)
}

/** Numbers with their additional information: where there is one of each they belong together. */
function addNumbers(party: ListedParty, texts: UkDesignation['texts']): void {
  const pairs = [
    ['passport number', 'passport additional information', 'passportNumber', 'Passport'],
    [
      'national identifier number',
      'national identifier additional information',
      'idNumber',
      'National identifier',
    ],
  ] as const
  for (const [numbers, remarks, property, type] of pairs) {
    const all = texts.get(numbers) ?? []
    const about = texts.get(remarks) ?? []
    const together = all.length === 1 && about.length === 1 ? about[0] : undefined
    for (const number of all) party.addDocument({ property, type, number, summary: together })
    if (!together) for (const text of about) party.note(text, type)
  }
  for (const number of texts.get('business registration number (s)') ?? [])
    party.add('registrationNumber', number)
  for (const number of texts.get('imo number') ?? [])
    party.add('imoNumber', number.replace(/^IMO\s*/i, ''), { original: number })
}
