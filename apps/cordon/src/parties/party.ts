import { isWallet } from '@cordon/model'
import type { PartyQuery } from '@cordon/screening'
import type { ColumnMapping } from './columns.ts'
import { headerKey } from './headers.ts'

/** A record as a file or a caller has it: cells, or JSON values. */
export type PartyRecord = Readonly<Record<string, unknown>>

/** FollowTheMoney schema by the words people use for kinds of parties (`headerKey` form). */
const schemaWords: Readonly<Record<string, string>> = {
  person: 'Person',
  individual: 'Person',
  naturalperson: 'Person',
  p: 'Person',
  i: 'Person',
  human: 'Person',
  persona: 'Person',
  personne: 'Person',
  personnephysique: 'Person',
  personafisica: 'Person',
  naturlicheperson: 'Person',
  naturperson: 'Person',
  개인: 'Person',
  자연인: 'Person',
  entity: 'LegalEntity',
  legalentity: 'LegalEntity',
  legalperson: 'LegalEntity',
  e: 'LegalEntity',
  personnemorale: 'LegalEntity',
  personajuridica: 'LegalEntity',
  juristischeperson: 'LegalEntity',
  organization: 'Organization',
  organisation: 'Organization',
  org: 'Organization',
  단체: 'Organization',
  company: 'Company',
  business: 'Company',
  corporate: 'Company',
  corporation: 'Company',
  c: 'Company',
  firma: 'Company',
  unternehmen: 'Company',
  societe: 'Company',
  entreprise: 'Company',
  empresa: 'Company',
  bank: 'Company',
  법인: 'Company',
  회사: 'Company',
  vessel: 'Vessel',
  ship: 'Vessel',
  v: 'Vessel',
  schiff: 'Vessel',
  navire: 'Vessel',
  buque: 'Vessel',
  선박: 'Vessel',
  aircraft: 'Airplane',
  airplane: 'Airplane',
  plane: 'Airplane',
  flugzeug: 'Airplane',
  항공기: 'Airplane',
  wallet: 'CryptoWallet',
  cryptowallet: 'CryptoWallet',
  지갑: 'CryptoWallet',
  thing: 'Thing',
  unknown: 'Thing',
  other: 'Thing',
  publicbody: 'PublicBody',
}

const personProperties = [
  'birthDate',
  'gender',
  'passportNumber',
  'firstName',
  'lastName',
  'nationality',
  'citizenship',
  'fatherName',
  'motherName',
  'birthPlace',
  'birthCountry',
  'middleName',
] // prettier-ignore
const vesselProperties = ['imoNumber', 'mmsi', 'callSign', 'flag']
const organisationProperties = [
  'leiCode',
  'swiftBic',
  'registrationNumber',
  'ogrnCode',
  'incorporationDate',
  'jurisdiction',
] // prettier-ignore
/** Text in which `;` and `|` are part of the value. */
const undivided = new Set(['address', 'notes', 'website', 'id', 'schema'])

/**
 * The FollowTheMoney schema that a person's word for a kind of party means, or the word itself where it already
 * is a schema (`LegalEntity`). Undefined where it is neither.
 */
export function schemaOf(word: string): string | undefined {
  return schemaWords[headerKey(word)] ?? (/^[A-Z][A-Za-z]+$/.test(word.trim()) ? word.trim() : undefined)
}

/**
 * The party that a record describes. Where no column says of which kind it is, the filled-in fields do: a birth
 * date makes a person, an IMO number a vessel, only a wallet address a wallet; a bare name stays `Thing` and is
 * compared with everything.
 * @param record cells by column, or a JSON object
 * @param mapping what the columns mean
 * @returns undefined where nothing in the record can be compared
 */
export function partyOf(record: PartyRecord, mapping: ColumnMapping): PartyQuery | undefined {
  const properties: Record<string, string[]> = {}
  let id: string | undefined
  let schema: string | undefined
  for (const [column, meaning] of mapping.meanings) {
    const values = valuesOf(record[column], undivided.has(meaning))
    if (values.length === 0) continue
    if (meaning === 'id') id ??= values[0]
    else if (meaning === 'schema') schema ??= schemaOf(values[0]!)
    else {
      // "Address" is a street in one file and an address on a chain in the next.
      const property = meaning === 'address' && values.every(isWallet) ? 'publicKey' : meaning
      properties[property] = [...(properties[property] ?? []), ...values]
    }
  }
  if (Object.keys(properties).length === 0) return undefined
  const whole = wholeName(properties)
  if (whole && !properties.name) properties.name = [whole]
  return { ...(id && { id }), schema: schema ?? guessSchema(properties, mapping), properties }
}

/**
 * A party in FollowTheMoney's or yente's own shape (`schema` and `properties`), or undefined where the record is
 * not of that shape.
 */
export function nestedParty(record: PartyRecord): PartyQuery | undefined {
  const { id, schema, properties } = record
  if (typeof properties !== 'object' || properties === null || Array.isArray(properties)) return undefined
  const cleaned = Object.fromEntries(
    Object.entries(properties)
      .map(([name, value]) => [name, valuesOf(value, true)] as const)
      .filter(([, values]) => values.length > 0),
  )
  return {
    ...((typeof id === 'string' || typeof id === 'number') && { id: String(id) }),
    schema: (typeof schema === 'string' && schemaOf(schema)) || 'Thing',
    properties: cleaned,
  }
}

function guessSchema(properties: Readonly<Record<string, unknown>>, mapping: ColumnMapping): string {
  if (mapping.schemaHint) return mapping.schemaHint
  const has = (names: readonly string[]) => names.some((name) => name in properties)
  if (has(vesselProperties)) return 'Vessel'
  if (has(personProperties)) return 'Person'
  if (has(organisationProperties)) return 'LegalEntity'
  if ('publicKey' in properties && !('name' in properties)) return 'CryptoWallet'
  return 'Thing'
}

function wholeName(properties: Readonly<Record<string, readonly string[]>>): string | undefined {
  const parts = ['firstName', 'middleName', 'lastName'].flatMap((name) => properties[name]?.[0] ?? [])
  return parts.length > 0 ? parts.join(' ') : undefined
}

function valuesOf(value: unknown, whole: boolean): string[] {
  if (value === null || value === undefined) return []
  if (Array.isArray(value)) return value.flatMap((item) => valuesOf(item, whole))
  if (typeof value === 'object') return []
  const text = String(value)
  const parts = whole ? [text] : text.split(/[;|\n]/)
  return parts.map((part) => part.trim()).filter((part) => part !== '' && !emptyWords.has(part.toLowerCase()))
}

/** What files write where they have nothing to say. Not "NA", "Null" or "None": people bear those names. */
const emptyWords = new Set(['-', '--', '-0-', 'n/a', '#n/a'])
