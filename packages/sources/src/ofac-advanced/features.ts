import type { XmlElement } from '@cordon/formats'
import { StatementWriter } from '../statements.ts'
import type { Countries } from './countries.ts'
import { type ReadDate, readPeriod } from './dates.ts'
import { RecordFault } from './fault.ts'
import { addressLines, type Location } from './locations.ts'
import type { ReferenceValues } from './reference-values.ts'

/** What a feature says, whatever its kind. */
export interface Feature {
  readonly id: string
  /** The file's own word for it, without a closing colon or dash. */
  readonly type: string
  readonly text?: string | undefined
  readonly date?: ReadDate | undefined
  readonly location?: Location | undefined
  readonly comment?: string | undefined
  /** Where the file doubts or stresses it: `False`, `Reported`. */
  readonly reliability?: string | undefined
}

/** Where statements about a party go, and what must be known to make them. */
export interface FeatureContext {
  readonly writer: StatementWriter
  readonly source: string
  readonly countries: Countries
  /** Takes the entities that a feature makes beside the party: wallets, operators, owners, addresses. */
  readonly emit: (entity: StatementWriter) => void
  readonly emitAddress: (location: Location) => string | undefined
}

/** Reads a Feature element. @throws {RecordFault} where it refers to a location that the file lacks */
export function readFeature(
  element: XmlElement,
  reference: ReferenceValues,
  locations: ReadonlyMap<string, Location>,
): Feature[] {
  const label = reference.text('FeatureType', element.attribute('FeatureTypeID')) ?? 'Unknown feature'
  return element.all('FeatureVersion').map((version) => {
    const detail = version.child('VersionDetail')
    const locationId = version.child('VersionLocation')?.attribute('LocationID')
    const location = locationId === undefined ? undefined : locations.get(locationId)
    if (locationId !== undefined && !location)
      throw new RecordFault('dangling location', `LocationID ${locationId}`)
    if (location) location.isUsed = true
    const reliability = reference.known('Reliability', version.attribute('ReliabilityID'))
    return {
      id: element.attribute('ID') ?? '',
      type: label.replace(/\s*[-:]\s*$/, ''),
      text:
        reference.text('DetailReference', detail?.attribute('DetailReferenceID')) ??
        (detail?.text.trim() || undefined),
      date: readPeriod(version.child('DatePeriod')),
      location,
      comment: version.textOf('Comment'),
      reliability: reliability === 'Confirmed' ? undefined : reliability,
    }
  })
}

/** Writes a feature: as a property where the schema has one, else as a note that begins with the feature's name. */
export function addFeature(feature: Feature, context: FeatureContext): void {
  const { writer } = context
  if (!addProperty(feature, context)) writer.add('notes', `${feature.type}: ${textOfFeature(feature)}`)
  const remarks = [feature.comment, feature.reliability && `reliability: ${feature.reliability}`].filter(
    Boolean,
  )
  if (remarks.length > 0)
    writer.add(
      'notes',
      `${feature.type}${textOfFeature(feature) ? ` ${textOfFeature(feature)}` : ''}: ${remarks.join('; ')}`,
    )
}

/** A feature's value as one text. */
export function textOfFeature(feature: Feature): string {
  const { text, date, location } = feature
  const place = location && (addressLines(location)[0]?.text ?? location.place?.name)
  return [text, date?.values.join(' to '), place].filter(Boolean).join(', ')
}

type Group = 'Person' | 'Organization' | 'Vessel' | 'Airplane'

/** Properties for texts, by feature and kind of party. `*` stands for persons and organisations. */
const textProperties: Readonly<Record<string, Partial<Record<Group | '*', string>>>> = {
  'SWIFT/BIC': { '*': 'swiftBic' },
  Website: { '*': 'website' },
  'Email Address': { '*': 'email' },
  'Phone Number': { '*': 'phone' },
  'D-U-N-S Number': { '*': 'dunsCode' },
  Title: { Person: 'position' },
  'Organization Type': { '*': 'sector' },
  'Target Type': { '*': 'classification' },
  'Vessel Call Sign': { Vessel: 'callSign' },
  'Other Vessel Call Sign': { Vessel: 'callSign' },
  'VESSEL TYPE': { Vessel: 'type' },
  'Other Vessel Type': { Vessel: 'type' },
  'Vessel Year of Build': { Vessel: 'buildDate' },
  'Aircraft Construction Number (also called L/N or S/N or F/N)': { Airplane: 'serialNumber' },
  "Aircraft Manufacturer's Serial Number (MSN)": { Airplane: 'serialNumber' },
  'Aircraft Model': { Airplane: 'model' },
  'Aircraft Tail Number': { Airplane: 'registrationNumber' },
}
const companyProperties: Readonly<Record<string, string>> = {
  'BIK (RU)': 'bikCode',
  ISIN: 'isinCode',
  'Equity Ticker': 'ticker',
  'MICEX Code': 'ticker',
}
const dateProperties: Readonly<Record<string, readonly [Group | '*', string]>> = {
  Birthdate: ['Person', 'birthDate'],
  'Organization Established Date': ['Organization', 'incorporationDate'],
  'Aircraft Manufacture Date': ['Airplane', 'buildDate'],
}
const flagProperties: Readonly<Record<string, string>> = {
  'Vessel Flag': 'flag',
  'Other Vessel Flag': 'flag',
  'Former Vessel Flag': 'pastFlags',
}
const tonnageProperties: Readonly<Record<string, string>> = {
  'Vessel Tonnage': 'tonnage',
  'Vessel Gross Registered Tonnage': 'grossRegisteredTonnage',
}
const placeProperties: Readonly<Record<string, readonly [Group, string]>> = {
  'Nationality Country': ['Person', 'nationality'],
  'Citizenship Country': ['Person', 'citizenship'],
  'Nationality of Registration': ['Organization', 'jurisdiction'],
  'Registration Country': ['Organization', 'jurisdiction'],
}
/** Features that only companies have: with one of them a party is a Company. */
export const companyFeatures: ReadonlySet<string> = new Set(Object.keys(companyProperties))

/** Features that this reader knows to be notes; others that end as notes are told as unknown. */
export const noteFeatures: ReadonlySet<string> = new Set([
  'Secondary sanctions risk',
  'Additional Sanctions Information',
  'Transactions Prohibited For Persons Owned or Controlled By U.S. Financial Institutions',
  'IFCA Determination',
  'Executive Order 13662 Directive Determination',
  'Executive Order 14024 Directive Information',
  'Listing Date (EO 14024 Directive 2)',
  'Effective Date (EO 14024 Directive 2)',
  'Listing Date (EO 14024 Directive 3)',
  'Effective Date (EO 14024 Directive 3)',
  'CAATSA Section 235 Information',
  'Executive Order 13846 information',
  'PEESA Information',
  'UN/LOCODE',
  'Previous Aircraft Tail Number',
  'Aircraft Mode S Transponder Code',
])

/** Whether the reader has a place for this kind of feature. */
export function isKnownFeature(type: string): boolean {
  return (
    noteFeatures.has(type) ||
    ['Location', 'Gender', 'Place of Birth', 'Vessel Owner', 'Aircraft Operator'].includes(type) ||
    type.startsWith(walletPrefix) ||
    [
      textProperties,
      companyProperties,
      dateProperties,
      flagProperties,
      tonnageProperties,
      placeProperties,
    ].some((table) => type in table)
  )
}

const walletPrefix = 'Digital Currency Address - '

function groupOf(schema: string): Group {
  return schema === 'Person' || schema === 'Vessel' || schema === 'Airplane' ? schema : 'Organization'
}

/** Returns false where the party's schema has no property for it. */
function addProperty(feature: Feature, context: FeatureContext): boolean {
  const { type, text, date, location } = feature
  const { writer } = context
  const group = groupOf(writer.schema)
  if (type === 'Location' && location) return addLocation(location, context)
  if (type.startsWith(walletPrefix)) return addWallet(feature, context)
  if (date) return addDate(feature, date, writer, group)
  if (location) return addCountry(feature, location, context, group)
  if (text === undefined) return false
  if (type === 'Gender' && group === 'Person') {
    writer.add('gender', text.toLowerCase(), { original: text })
    return true
  }
  if (type === 'Place of Birth' && group === 'Person') return addBirthPlace(text, context)
  if (type === 'Vessel Owner' && group === 'Vessel') return addNamed('owner', feature, context)
  if (type === 'Aircraft Operator' && group === 'Airplane') return addNamed('operator', feature, context)
  if (group === 'Vessel' && type in flagProperties) return addFlag(flagProperties[type]!, text, context)
  if (group === 'Vessel' && type in tonnageProperties)
    return addNumber(tonnageProperties[type]!, text, writer)
  const isParty = group === 'Person' || group === 'Organization'
  const property =
    (writer.schema === 'Company' ? companyProperties[type] : undefined) ??
    textProperties[type]?.[group] ??
    (isParty ? textProperties[type]?.['*'] : undefined)
  if (property) writer.add(property, text)
  return property !== undefined
}

function addDate(feature: Feature, date: ReadDate, writer: StatementWriter, group: Group): boolean {
  const place = dateProperties[feature.type]
  if (!place || place[0] !== group) return false
  const isCirca = /^circa\b/i.test(feature.comment ?? '')
  const qualifier = isCirca ? { ...date.qualifier, circa: true } : date.qualifier
  writer.addAll(place[1], date.values, { date: qualifier })
  return true
}

function addCountry(
  feature: Feature,
  location: Location,
  { writer, countries }: FeatureContext,
  group: Group,
): boolean {
  const entry = placeProperties[feature.type]
  // Some of these places are a country written out, with no code of their own.
  const name = location.place?.name ?? addressLines(location)[0]?.text
  const code = location.place?.code ?? (name === undefined ? undefined : countries.codeOf(name))
  if (!entry || !code) return false
  writer.add(entry[0] === group ? entry[1] : 'country', code, { original: name })
  return true
}

function addLocation(location: Location, context: FeatureContext): boolean {
  const { writer } = context
  const { place } = location
  writer.add('addressEntity', context.emitAddress(location))
  if (location.parts.length > 0)
    for (const line of addressLines(location)) writer.add('address', line.text, { lang: line.script })
  if (place?.code) writer.add('country', place.code, { original: place.name })
  else if (place && location.parts.length === 0) writer.add('address', place.name)
  return true
}

function addBirthPlace(text: string, { writer, countries }: FeatureContext): boolean {
  writer.add('birthPlace', text)
  const last = text.split(',').at(-1)!.trim()
  writer.add('birthCountry', countries.codeOf(last), { original: last })
  return true
}

function addFlag(property: string, text: string, { writer, countries }: FeatureContext): boolean {
  const code = countries.codeOf(text)
  if (code) writer.add(property, code, { original: text })
  return code !== undefined
}

function addNumber(property: string, text: string, writer: StatementWriter): boolean {
  const digits = text.replaceAll(',', '')
  if (!/^\d+(\.\d+)?$/.test(digits)) return false
  writer.add(property, digits, { original: text })
  return true
}

/** An owner or operator that the file only names: an entity of its own, so that a link can point to it. */
function addNamed(property: string, feature: Feature, context: FeatureContext): boolean {
  const { writer, source } = context
  const named = new StatementWriter(source, `${writer.entityId}-${property}-${feature.id}`, 'LegalEntity')
  context.emit(named.add('name', feature.text))
  writer.add(property, named.entityId)
  return true
}

/** A wallet is listed by its address; `holder` links it to its party. */
function addWallet(feature: Feature, context: FeatureContext): boolean {
  const { writer, source } = context
  const isHolder = writer.schema !== 'Vessel' && writer.schema !== 'Airplane'
  if (!feature.text || !isHolder) return false
  const wallet = new StatementWriter(source, `ofac-wallet-${feature.id}`, 'CryptoWallet')
  wallet
    .add('publicKey', feature.text)
    .add('currencySymbol', feature.type.slice(walletPrefix.length))
    .add('holder', writer.entityId)
    .add('topics', 'sanction')
  context.emit(wallet)
  return true
}
