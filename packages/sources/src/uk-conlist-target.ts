import type { ReadContext } from './list-reader.ts'
import { ListedParty } from './listed-party.ts'
import { refused, type Step, wrote } from './reading.ts'

/** One name of a target in OFSI's Consolidated List, whichever format it stands in: the columns are those of the CSV. */
export interface ConListRow {
  readonly where: string
  readonly excerpt: string
  value(column: string): string | undefined
}

/** OFSI's Consolidated List of asset freeze targets. */
export const conListSource = {
  name: 'gb_hmt_sanctions',
  title: 'UK OFSI Consolidated List of Asset Freeze Targets (ended January 2026)',
  publisher: 'Office of Financial Sanctions Implementation, HM Treasury',
  url: 'https://www.gov.uk/government/publications/financial-sanctions-consolidated-list-of-targets',
}

/** Rows of targets by their Group ID. */
export class ConListGroups {
  private readonly groups = new Map<string, ConListRow[]>()

  /** Takes a row in; a step where it can't be. */
  add(row: ConListRow): Step | undefined {
    const id = row.value('Group ID')
    if (!id) return refused(row.where, 'no Group ID', row.excerpt)
    const known = this.groups.get(id)
    if (known) known.push(row)
    else this.groups.set(id, [row])
    return undefined
  }

  /** Every target with all of its names. */
  *targets(context: ReadContext): Generator<Step, void, undefined> {
    for (const [id, rows] of this.groups) {
      yield readGroup(id, rows, context)
      this.groups.delete(id)
    }
  }
}

const schemas: Readonly<Record<string, string>> = {
  individual: 'Person',
  entity: 'Organization',
  ship: 'Vessel',
}
const numbers = [1, 2, 3, 4, 5, 6] as const
const nameOf = (row: ConListRow) =>
  numbers
    .map((n) => row.value(`Name ${n}`))
    .filter(Boolean)
    .join(' ')

function readGroup(id: string, rows: readonly ConListRow[], { source, report }: ReadContext): Step {
  const { where, excerpt } = rows[0]!
  const main =
    rows.find((row) => /^primary name$/i.test(row.value('Alias Type') ?? '') && nameOf(row)) ??
    rows.find(nameOf)
  if (!main) return refused(where, 'a group without a name', excerpt)
  const type = main.value('Group Type') ?? ''
  const schema = schemas[type.toLowerCase()]
  if (!schema) report.countUnknown(`Group Type ${JSON.stringify(type)}`, where)
  const authority = 'Office of Financial Sanctions Implementation'
  const party = new ListedParty({
    source,
    report,
    where,
    authority,
    id: `gb-hmt-${id}`,
    country: 'gb',
    schema: schema ?? 'LegalEntity',
  })
  party.listing.add('authorityId', id)
  for (const row of rows) addRow(party, row, row === main)
  return wrote(...party.groups())
}

function addRow(party: ListedParty, row: ConListRow, isMain: boolean): void {
  const weak = /low/i.test(row.value('Alias Quality') ?? '')
  const former = /^fka$/i.test(row.value('Alias Type') ?? '')
  party.addName(isMain ? 'name' : former ? 'previousName' : weak ? 'weakAlias' : 'alias', nameOf(row))
  party.addName('alias', row.value('Name Non-Latin Script'))
  const { listing } = party
  listing.add('program', row.value('Regime'))
  party.addListingDate(
    'listingDate',
    day(row.value('UK Sanctions List Date Designated') ?? row.value('Listed On')),
  )
  party.addListingDate('startDate', day(row.value('Listed On')))
  party.addListingDate('modifiedAt', day(row.value('Last Updated')))
  addDetails(party, row)
  if (party.schema !== 'Person') return
  party.add('title', row.value('Title'))
  if (!isMain) return
  party.add('firstName', row.value('Name 1')).add('lastName', row.value('Name 6'))
  for (const n of [2, 3, 4, 5]) party.add('middleName', row.value(`Name ${n}`))
}

function addDetails(party: ListedParty, row: ConListRow): void {
  const born = day(row.value('DOB'))?.replace(/^(?:00|dd)\/(?:00|mm)\//i, '')
  if (party.schema === 'Person') {
    party.addDate('birthDate', born).add('birthPlace', row.value('Town of Birth'))
    party.addCountry('birthCountry', row.value('Country of Birth'))
    for (const one of (row.value('Nationality') ?? '').split(/\s*\(\d\)\s*/))
      party.addCountry('nationality', one)
    party.add('position', row.value('Position'))
  } else party.note(row.value('Position'), 'Position')
  addNumber(party, 'passportNumber', 'Passport', row.value('Passport Number'), row.value('Passport Details'))
  const [number, details] = [
    row.value('National Identification Number'),
    row.value('National Identification Details'),
  ]
  addNumber(party, 'idNumber', 'National identification', number, details)
  const street = numbers.flatMap((n) => row.value(`Address ${n}`) ?? []).join(', ')
  party.addAddress({
    street: street || undefined,
    postalCode: row.value('Post/Zip Code'),
    country: row.value('Country'),
  })
  addOther(party, row.value('Other Information'))
  addOwnColumns(party, row)
}

/** What the XML has in elements of their own, and the CSV in its remarks. */
function addOwnColumns(party: ListedParty, row: ConListRow): void {
  party.listing.add('recordId', row.value('UK Sanctions List Ref'))
  party.listing.add('reason', row.value('UK Statement of Reasons'))
  for (const [property, column] of contacts) party.add(property, row.value(column))
  if (party.schema === 'Person') party.add('gender', row.value('Gender')?.toLowerCase())
  else if (party.schema === 'Vessel') {
    party.add('imoNumber', row.value('IMO Number')?.match(/\d{7}/)?.[0]).add('type', row.value('Ship Type'))
    party.addCountry('flag', row.value('Flag'))
  } else party.add('registrationNumber', row.value('Business Registration Number'))
  for (const column of noted) party.note(row.value(column), column)
}

const contacts = [
  ['phone', 'Phone Number'],
  ['email', 'Email Address'],
  ['website', 'Website'],
] as const
const noted = [
  'Entity Type',
  'Parent Company',
  'Subsidiaries',
  'Previous Flags',
  'Tonnage',
  'Length',
  'Year Built',
]

/** The XML writes days with a time: 2022-12-09T00:00:00. */
const day = (text: string | undefined) => text?.replace(/T00:00:00.*$/, '')

/** OFSI's remarks begin with the UK list's id: "(UK Sanctions List Ref):RUS0123", and hold a ship's IMO number. */
function addOther(party: ListedParty, text: string | undefined): void {
  if (!text) return
  party.note(text)
  party.listing.add('recordId', text.match(/UK Sanctions List Ref\)?:?\s*([A-Z]{2,4}\d{4})/)?.[1])
  party.listing.add('unscId', text.match(/UN Ref\)?:?\s*([A-Za-z]{2,4}\.\d{3})/)?.[1])
  party.listing.add('reason', text.match(/UK Statement of Reasons\)?:\s*(.*?)(?:\s*\([A-Z][^()]*\):|$)/)?.[1])
  const imo = text.match(/IMO number\)?:?\s*(\d{7})/i)?.[1]
  if (party.schema === 'Vessel') party.add('imoNumber', imo)
  const gender = text.match(/\(Gender\):\s*(male|female)/i)?.[1]?.toLowerCase()
  if (party.schema === 'Person') party.add('gender', gender)
}

function addNumber(
  party: ListedParty,
  property: string,
  type: string,
  number: string | undefined,
  summary: string | undefined,
): void {
  if (number) party.addDocument({ property, type, number, summary })
  else party.note(summary, type)
}
