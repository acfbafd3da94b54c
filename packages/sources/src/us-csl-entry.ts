import { ListedParty } from './listed-party.ts'
import { addOfacName } from './ofac-names.ts'
import type { ReportBuilder } from './report.ts'

/** One result of the Consolidated Screening List, as its CSV and its JSON both have it. */
export interface CslEntry {
  text(field: string): string | undefined
  list(field: string): readonly string[]
  readonly addresses: readonly CslAddress[]
  readonly documents: readonly CslDocument[]
}

/** An address by its parts, or as one line. */
export interface CslAddress {
  readonly street?: string | undefined
  readonly city?: string | undefined
  readonly state?: string | undefined
  readonly postalCode?: string | undefined
  readonly country?: string | undefined
}

/** A number with what it is. */
export interface CslDocument {
  readonly type: string | undefined
  readonly number: string | undefined
  readonly country?: string | undefined
  readonly issued?: string | undefined
  readonly expires?: string | undefined
}

/** Where the Consolidated Screening List comes from. */
export const cslSource = {
  name: 'us_trade_csl',
  title: 'US Consolidated Screening List',
  publisher: 'International Trade Administration, US Department of Commerce',
  url: 'https://www.trade.gov/consolidated-screening-list',
}

/** The lists in it, by the words in their titles: whose they are, and what being on them means. First match wins. */
const lists: readonly (readonly [RegExp, authority: string, topic: string])[] = [
  [/\(SDN\)/, 'Office of Foreign Assets Control', 'sanction'],
  [/Entity List/, 'Bureau of Industry and Security', 'export.control'],
  [/Denied Persons/, 'Bureau of Industry and Security', 'export.control'],
  [/Unverified List/, 'Bureau of Industry and Security', 'export.risk'],
  [/Military End User/, 'Bureau of Industry and Security', 'export.control'],
  [/Nonproliferation/, 'Bureau of International Security and Nonproliferation', 'sanction'],
  [/Debarred|\(DTC\)/, 'Directorate of Defense Trade Controls', 'debarment'],
  [/Treasury Department/, 'Office of Foreign Assets Control', 'sanction'],
]

const schemas: Readonly<Record<string, string>> = {
  individual: 'Person',
  entity: 'Organization',
  vessel: 'Vessel',
  aircraft: 'Airplane',
}

/**
 * An entry as a listed party. One of OFAC's lists has OFAC's own id (`ofac-12345`), so that it is the same entity as there;
 * others have `us-csl-` and the list's `_id`.
 */
export function cslParty(entry: CslEntry, source: string, report: ReportBuilder, where: string): ListedParty {
  const title = entry.text('source') ?? ''
  const found = lists.find(([pattern]) => pattern.test(title))
  if (!found) report.countUnknown(`source ${JSON.stringify(title)}`, where)
  const isOfac = found?.[1] === 'Office of Foreign Assets Control'
  const number = entry.text('entity_number')
  const id = isOfac && number ? `ofac-${number}` : `us-csl-${entry.text('_id') ?? entry.text('id')}`
  // Some are on two lists of OFAC's under one number: one party with two listings.
  const listingId = `${id}-csl-${title.match(/\(([\w-]+)/)?.[1]?.toLowerCase() ?? 'list'}`
  const party = new ListedParty({
    source,
    report,
    where,
    id,
    listingId,
    schema: schemaOf(entry, report, where),
    authority: found?.[1] ?? title,
    country: 'us',
    topic: found?.[2] ?? 'sanction',
  })
  addNames(party, entry, isOfac)
  addListing(party, entry, title)
  addFacts(party, entry)
  for (const address of entry.addresses) party.addAddress(address)
  for (const document of entry.documents) addDocument(party, document)
  return party
}

/** Only OFAC's entries say what they are; a "who" of the others is left open. */
function schemaOf(entry: CslEntry, report: ReportBuilder, where: string): string {
  const type = entry.text('type')
  const schema = schemas[type?.toLowerCase() ?? '']
  if (type && !schema) report.countUnknown(`type ${JSON.stringify(type)}`, where)
  return schema ?? 'LegalEntity'
}

function addNames(party: ListedParty, entry: CslEntry, isInverted: boolean): void {
  const add = (property: string, name: string | undefined) => {
    if (isInverted) addOfacName(party.writer, property, name)
    else party.addName(property, name)
  }
  add('name', entry.text('name'))
  for (const name of entry.list('alt_names')) add('alias', name)
  const isPerson = party.schema === 'Person'
  party.add(isPerson ? 'position' : 'notes', entry.text('title'))
}

function addListing(party: ListedParty, entry: CslEntry, title: string): void {
  const { listing } = party
  listing
    .add('authorityId', entry.text('entity_number'))
    .add('recordId', entry.text('_id') ?? entry.text('id'))
  listing.add('description', title).add('sourceUrl', entry.text('source_information_url'))
  for (const program of entry.list('programs')) listing.add('program', program)
  party.addListingDate('startDate', entry.text('start_date'))
  party.addListingDate('endDate', entry.text('end_date'))
  const order = entry.text('standard_order')
  for (const [label, text] of [
    ['Federal Register', entry.text('federal_register_notice')],
    ['License requirement', entry.text('license_requirement')],
    ['License policy', entry.text('license_policy')],
    ['Standard order', order],
  ] as const)
    if (text) listing.add('provisions', `${label}: ${text}`)
}

function addFacts(party: ListedParty, entry: CslEntry): void {
  party.note(entry.text('remarks'))
  for (const date of entry.list('dates_of_birth')) party.addDate('birthDate', date)
  for (const country of entry.list('nationalities')) party.addCountry('nationality', country)
  for (const country of entry.list('citizenships')) party.addCountry('citizenship', country)
  for (const place of entry.list('places_of_birth')) party.add('birthPlace', place)
  party.add('callSign', entry.text('call_sign'))
  if (entry.text('vessel_type')) party.add('type', entry.text('vessel_type'))
  party.addCountry('flag', entry.text('vessel_flag'))
  for (const [property, field] of [
    ['tonnage', 'gross_tonnage'],
    ['grossRegisteredTonnage', 'gross_registered_tonnage'],
  ] as const)
    party.add(property, entry.text(field)?.replace(/(?<=\d),(?=\d{3})/g, ''))
  party.note(entry.text('vessel_owner'), 'Owner')
}

/** What OFAC calls a number, and the property that holds it; the rest are numbers of an identity document or a register. */
const numbers: readonly (readonly [RegExp, string])[] = [
  [/passport/i, 'passportNumber'],
  [/vessel registration|^IMO/i, 'imoNumber'],
  [/MMSI/i, 'mmsi'],
  [/SWIFT|BIC/, 'swiftBic'],
  [/tax|fiscal|RFC|NIT|RUC|RIF|C\.U\.I\.T/i, 'taxNumber'],
  [/registration|register|registry|company|commercial|license|licence|enterprise/i, 'registrationNumber'],
  [/e-?mail/i, 'email'],
  [/website/i, 'website'],
  [/phone/i, 'phone'],
  [/gender/i, 'gender'],
]

function addDocument(party: ListedParty, { type, number, ...rest }: CslDocument): void {
  if (!number || number === '-') {
    party.note(type)
    return
  }
  const wallet = type?.match(/^Digital Currency Address(?: -)? (\w+)$/)?.[1]
  const property = numbers.find(([pattern]) => pattern.test(type ?? ''))?.[1] ?? 'idNumber'
  const value = property === 'imoNumber' ? number.replace(/^IMO\s*/, '') : number
  if (wallet) addWallet(party, wallet, number)
  else if (
    /^(Additional|Secondary|Executive|Subject|Effective|Listing|Nationality|Aircraft|Vessel (Year|Flag|Type))/i.test(
      type ?? '',
    )
  )
    party.note(number, type)
  else if (['gender', 'email', 'website', 'phone', 'mmsi', 'imoNumber', 'swiftBic'].includes(property))
    party.add(property, property === 'gender' ? value.toLowerCase() : value)
  else party.addDocument({ property, type, number: value, ...rest })
}

function addWallet(party: ListedParty, currency: string, address: string): void {
  const wallet = party.child('CryptoWallet', `${party.id}-wallet-${address}`)
  wallet.add('publicKey', address).add('holder', party.id).add('topics', 'sanction')
  wallet.add('currencySymbol', currency === 'XBT' ? 'BTC' : currency, { original: currency })
}
