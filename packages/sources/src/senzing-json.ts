import { ftmSchema } from '@cordon/model'
import { childId } from './child-id.ts'
import { isObject, jsonObjects, jsonShape, listOf, textOf } from './json-files.ts'
import { listReader, type ReadContext } from './list-reader.ts'
import { ListedParty } from './listed-party.ts'
import { refused, type Step, wrote } from './reading.ts'

/**
 * Entities in Senzing's JSON, one a line: features in lists (`NAMES`, `ADDRESSES`, ... or `FEATURES`) or at the top with their usage type before
 * them (`PRIMARY_NAME_FULL`). Ids are the data source's code and the record's id; relations point to records by them.
 * @see https://senzing.com/docs/entity_specification/
 */
export const senzingJson = listReader({
  format: 'senzing-json',
  source: { name: 'senzing', title: 'Entities in Senzing JSON', publisher: 'various' },
  recognises: (head) =>
    jsonShape(head) !== undefined && /"DATA_SOURCE"\s*:/.test(head) && /"RECORD_ID"\s*:/.test(head),
  steps: readRecords,
})

async function* readRecords(context: ReadContext): AsyncGenerator<Step, void, undefined> {
  const { report } = context
  const seen = new Set<string>()
  for (const file of context.files)
    for await (const step of jsonObjects(context, file)) {
      report.countRead('record')
      if ('reject' in step) yield { records: [], rejects: [step.reject] }
      else yield readRecord(step.fields, step.where, context, seen)
    }
}

type Fields = Readonly<Record<string, unknown>>
type Feature = Readonly<Record<string, string>>

function readRecord(fields: Fields, where: string, { source, report }: ReadContext, seen: Set<string>): Step {
  const excerpt = JSON.stringify(fields).slice(0, 200)
  const code = textOf(fields.DATA_SOURCE)
  const record = textOf(fields.RECORD_ID)
  if (!code || !record) return refused(where, 'no DATA_SOURCE or no RECORD_ID', excerpt)
  const id = recordKey(code, record)
  if (seen.has(id)) return refused(where, 'a second record with the same id', excerpt)
  const features = featuresOf(fields)
  if (
    !features.some((feature) => Object.keys(feature).some((key) => /NAME_(FULL|ORG|FIRST|LAST)$/.test(key)))
  )
    return refused(where, 'a record without a name', excerpt)
  seen.add(id)
  const schema = schemaOf(fields, features)
  const topics = features.flatMap(({ TOPIC }) => TOPIC ?? [])
  const party = new ListedParty({ source, report, id, where, schema })
  for (const topic of topics) party.add('topics', topic)
  for (const feature of features) addFeature(party, feature, code)
  party.add('sourceUrl', textOf(fields.URL))
  for (const [key, value] of Object.entries(fields))
    if (!isFeature(key) && !ignored.has(key))
      party.unknown(`attribute ${key}`, `${key}: ${textOf(value) ?? JSON.stringify(value)}`)
  return wrote(...party.groups())
}

const recordKey = (code: string, record: string) => `${code}-${record}`.toLowerCase().replace(/\s+/g, '-')
const ignored = new Set([
  'DATA_SOURCE',
  'RECORD_ID',
  'RECORD_TYPE',
  'ENTITY_TYPE',
  'URL',
  'LAST_CHANGE',
  'LOAD_ID',
  'SOURCE_ID',
])

function schemaOf({ RECORD_TYPE, ENTITY_TYPE }: Fields, features: readonly Feature[]): string {
  const inside = features.find(({ RECORD_TYPE }) => RECORD_TYPE)?.RECORD_TYPE
  const type = (textOf(RECORD_TYPE) ?? inside ?? textOf(ENTITY_TYPE) ?? '').toUpperCase()
  const known = {
    PERSON: 'Person',
    ORGANIZATION: 'Organization',
    COMPANY: 'Company',
    VESSEL: 'Vessel',
    ADDRESS: 'Address',
  }[type]
  if (known) return known
  const named = [...type.toLowerCase()].map((c, i) => (i === 0 ? c.toUpperCase() : c)).join('')
  return ftmSchema(named) && !ftmSchema(named)!.abstract ? named : 'LegalEntity'
}

/** Names of attributes that belong to a feature, their usage type before them or not. */
const attribute =
  /(?:^|_)(NAME_(?:FULL|ORG|FIRST|LAST|MIDDLE|PREFIX|SUFFIX|TYPE)|ADDR_\w+|DATE_OF_BIRTH|DATE_OF_DEATH|GENDER|NATIONALITY|CITIZENSHIP|PLACE_OF_BIRTH|REGISTRATION_(?:DATE|COUNTRY)|COUNTRY_OF_ASSOCIATION|PASSPORT_\w+|NATIONAL_ID_\w+|TAX_ID_\w+|SSN_\w+|DRIVERS_LICENSE_\w+|OTHER_ID_\w+|TRUSTED_ID_\w+|ACCOUNT_\w+|LEI_NUMBER|DUNS_NUMBER|NPI_NUMBER|IMO_NUMBER|MMSI_NUMBER|CALL_SIGN|PHONE_\w+|EMAIL_ADDRESS|WEBSITE_ADDRESS|REL_\w+|TOPIC|RECORD_TYPE)$/

const isFeature = (key: string) => attribute.test(key) || listed.test(key)
const listed =
  /^(FEATURES|NAMES|ADDRESSES|DATES|COUNTRIES|IDENTIFIERS|CONTACTS|PHONES|EMAILS|WEBSITES|RELATIONSHIPS|ATTRIBUTES|RISKS|\w+_LIST)$/

/** Every feature as its attributes: those in lists, and those at the top gathered by their usage type. */
function featuresOf(fields: Fields): Feature[] {
  const features: Feature[] = []
  const top = new Map<string, Record<string, string>>()
  for (const [key, value] of Object.entries(fields)) {
    if (Array.isArray(value)) {
      for (const item of listOf(value)) if (isObject(item)) features.push(bare(item))
      continue
    }
    const name = key.match(attribute)?.[1]
    const text = textOf(value)
    if (!name || !text || ignored.has(key)) continue
    const usage = key.slice(0, key.length - name.length)
    const group = `${usage}${/^[A-Z]+(?=_)/.exec(name)?.[0] ?? name}`
    const gathered = top.get(group) ?? {}
    gathered[name] = text
    if (usage && name.startsWith('NAME_')) gathered.NAME_TYPE = usage.slice(0, -1)
    top.set(group, gathered)
  }
  return [...features, ...top.values()]
}

function bare(item: Fields): Feature {
  return Object.fromEntries(
    Object.entries(item).flatMap(([key, value]) => {
      const text = textOf(value)
      return text === undefined ? [] : [[key.match(attribute)?.[1] ?? key, text] as const]
    }),
  )
}

const simple: Readonly<Record<string, string>> = {
  PLACE_OF_BIRTH: 'birthPlace',
  LEI_NUMBER: 'leiCode',
  DUNS_NUMBER: 'dunsCode',
  NPI_NUMBER: 'npiCode',
  IMO_NUMBER: 'imoNumber',
  MMSI_NUMBER: 'mmsi',
  CALL_SIGN: 'callSign',
  PHONE_NUMBER: 'phone',
  EMAIL_ADDRESS: 'email',
  WEBSITE_ADDRESS: 'website',
}
const dates: Readonly<Record<string, string>> = {
  DATE_OF_BIRTH: 'birthDate',
  DATE_OF_DEATH: 'deathDate',
  REGISTRATION_DATE: 'incorporationDate',
}
const countries: Readonly<Record<string, string>> = {
  NATIONALITY: 'nationality',
  CITIZENSHIP: 'citizenship',
  REGISTRATION_COUNTRY: 'jurisdiction',
  COUNTRY_OF_ASSOCIATION: 'country',
}
const documents: readonly (readonly [kind: string, property: string])[] = [
  ['PASSPORT', 'passportNumber'],
  ['NATIONAL_ID', 'idNumber'],
  ['TAX_ID', 'taxNumber'],
  ['SSN', 'socialSecurityNumber'],
  ['DRIVERS_LICENSE', 'idNumber'],
  ['OTHER_ID', 'idNumber'],
  ['ACCOUNT', 'idNumber'],
]

function addFeature(party: ListedParty, feature: Feature, code: string): void {
  addName(party, feature)
  addAddress(party, feature)
  for (const [key, property] of Object.entries(simple)) party.add(property, feature[key])
  for (const [key, property] of Object.entries(dates)) party.addDate(property, feature[key])
  for (const [key, property] of Object.entries(countries)) party.addCountry(property, feature[key])
  const gender = { M: 'male', MALE: 'male', F: 'female', FEMALE: 'female' }[
    feature.GENDER?.toUpperCase() ?? ''
  ]
  if (feature.GENDER && party.schema === 'Person') party.add('gender', gender ?? feature.GENDER.toLowerCase())
  for (const [kind, property] of documents) {
    const number = feature[`${kind}_NUMBER`]
    if (number)
      party.addDocument({
        property,
        type: feature[`${kind}_TYPE`] ?? kind,
        number,
        country: feature[`${kind}_COUNTRY`],
      })
  }
  addRelation(party, feature, code)
  const known = Object.keys(feature).some((key) => attribute.test(key))
  if (!known && Object.keys(feature).length > 0)
    party.unknown(
      `feature ${Object.keys(feature)[0]}`,
      Object.entries(feature)
        .map((pair) => pair.join(': '))
        .join(', '),
    )
}

function addName(party: ListedParty, feature: Feature): void {
  const parts = ['NAME_FIRST', 'NAME_MIDDLE', 'NAME_LAST', 'NAME_SUFFIX'].map((key) => feature[key])
  const name = feature.NAME_FULL ?? feature.NAME_ORG ?? (parts.filter(Boolean).join(' ') || undefined)
  if (!name) return
  const type = feature.NAME_TYPE?.toUpperCase() ?? 'PRIMARY'
  const hasName = party.writer.group().statements.some(({ property }) => property === 'name')
  const property = type === 'FORMER' ? 'previousName' : type === 'PRIMARY' || !hasName ? 'name' : 'alias'
  party.addName(property, name)
  if (property !== 'name' || party.schema !== 'Person') return
  party
    .add('firstName', parts[0])
    .add('middleName', parts[1])
    .add('lastName', parts[2])
    .add('nameSuffix', parts[3])
}

function addAddress(party: ListedParty, feature: Feature): void {
  const lines = ['ADDR_LINE1', 'ADDR_LINE2', 'ADDR_LINE3', 'ADDR_LINE4'].map((key) => feature[key])
  const full = feature.ADDR_FULL
  if (!full && !lines.some(Boolean) && !feature.ADDR_CITY && !feature.ADDR_COUNTRY) return
  party.addAddress({
    street: full ?? (lines.filter(Boolean).join(', ') || undefined),
    city: feature.ADDR_CITY,
    state: feature.ADDR_STATE,
    postalCode: feature.ADDR_POSTAL_CODE,
    country: feature.ADDR_COUNTRY,
  })
}

/** A pointer names the other record by the domain and key of its anchor, by custom the data source and the record's id. */
function addRelation(party: ListedParty, feature: Feature, code: string): void {
  const key = feature.REL_POINTER_KEY
  if (!key) return
  const role = feature.REL_POINTER_ROLE
  const other = recordKey(code, key)
  const isOwner = /own/i.test(role ?? '') && /_OF$|^OWNER|OWNS/i.test(role ?? '')
  if (!isOwner) {
    party.addLink(other, role)
    return
  }
  const link = party.child('Ownership', childId(party.id, 'ownership', role, other))
  link.add('owner', party.id).add('asset', other).add('role', role)
}
