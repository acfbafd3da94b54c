import { strings } from '../strings/index.ts'

const regions = new Intl.DisplayNames(strings.locale, { type: 'region', fallback: 'none' })

/** FollowTheMoney's country codes that ISO 3166-1 lacks or holds otherwise. */
const otherCountries: Readonly<Record<string, string>> = {
  suhh: 'Soviet Union',
  yucs: 'Yugoslavia',
  csxx: 'Serbia and Montenegro',
  cshh: 'Czechoslovakia',
  dd: 'East Germany',
  eu: 'European Union',
  kp: 'North Korea',
  kr: 'South Korea',
  zz: 'Global',
}

/** A country's name from its lower-case code; the code itself where it is unknown. */
export function countryName(code: string): string {
  const known = otherCountries[code.toLowerCase()]
  if (known) return known
  if (!/^[a-z]{2}$/i.test(code)) return code
  return regions.of(code.toUpperCase()) ?? code
}

const topics: Readonly<Record<string, string>> = {
  sanction: 'Sanctioned',
  'sanction.linked': 'Linked to a sanctioned one',
  'sanction.counter': 'Counter-sanctioned',
  'sanction.control': 'Controlled by a sanctioned one',
  crime: 'Crime',
  'crime.cyber': 'Cybercrime',
  'crime.fin': 'Financial crime',
  'crime.fraud': 'Fraud',
  'crime.terror': 'Terrorism',
  'crime.theft': 'Theft',
  'crime.traffick': 'Trafficking',
  'crime.war': 'War crimes',
  debarment: 'Debarred',
  'export.control': 'Export control',
  'export.risk': 'Trade risk',
  'mare.detained': 'Detained ship',
  'mare.shadow': 'Shadow fleet',
  'mare.sts': 'Ship-to-ship transfer',
  'corp.offshore': 'Offshore',
  'corp.shell': 'Shell company',
  gov: 'Government',
  'gov.soe': 'State-owned',
  'gov.security': 'Security services',
  mil: 'Military',
  fin: 'Financial',
  'fin.bank': 'Bank',
  'role.pep': 'Politically exposed',
  'role.rca': 'Close associate',
  'role.oligarch': 'Oligarch',
  poi: 'Person of interest',
  wanted: 'Wanted',
}

/** A FollowTheMoney topic in words. */
export function topicName(topic: string): string {
  return topics[topic] ?? topic
}

const schemata: Readonly<Record<string, string>> = {
  CryptoWallet: 'Wallet',
  LegalEntity: 'Legal entity',
  PublicBody: 'Public body',
  Organization: 'Organisation',
  UnknownLink: 'Link',
}

/** A FollowTheMoney schema in words. */
export function schemaName(schema: string): string {
  return schemata[schema] ?? words(schema)
}

const properties: Readonly<Record<string, string>> = {
  bikCode: 'BIK',
  birthDate: 'Birth date',
  dwt: 'Deadweight',
  grossRegisteredTonnage: 'Gross tonnage',
  imoNumber: 'IMO number',
  innCode: 'INN',
  isinCode: 'ISIN',
  leiCode: 'LEI',
  mmsi: 'MMSI',
  name: 'Name',
  ogrnCode: 'OGRN',
  publicKey: 'Address',
  swiftBic: 'BIC',
  taxNumber: 'Tax number',
}

/** A property's label where the server sends none: `passportNumber` becomes `Passport number`. */
export function propertyName(property: string): string {
  return properties[property] ?? words(property)
}

function words(name: string): string {
  const spaced = name
    .replace(/[_.-]+/g, ' ')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .trim()
    .toLowerCase()
  return spaced.charAt(0).toUpperCase() + spaced.slice(1)
}
