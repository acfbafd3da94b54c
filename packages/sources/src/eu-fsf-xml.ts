import type { XmlElement } from '@cordon/formats'
import { listReader, type ReadContext } from './list-reader.ts'
import { ListedParty } from './listed-party.ts'
import { refused, type Step, wrote } from './reading.ts'
import { allText, childText, excerptOfElement, squeeze, xmlRecords } from './xml-files.ts'

/**
 * The EU's consolidated financial sanctions file in XML 1.1 (`xmlFullSanctionsList_1_1`), whose facts stand in attributes.
 * An entity's id is made of its EU reference number (`eu-fsf-eu-27-28`). Names of quality "weak" are weak aliases; the
 * first strong one is the name.
 * @see https://data.europa.eu/data/datasets/consolidated-list-of-persons-groups-and-entities-subject-to-eu-financial-sanctions
 */
export const euFsfXml = listReader({
  format: 'eu-fsf-xml',
  source: {
    name: 'eu_fsf',
    title: 'EU Financial Sanctions Files',
    publisher: 'European Commission, DG FISMA',
    url: 'https://data.europa.eu/data/datasets/consolidated-list-of-persons-groups-and-entities-subject-to-eu-financial-sanctions',
  },
  recognises: (head) => /<(\w+:)?export[\s>]/.test(head) && /<(\w+:)?sanctionEntity[\s>]/.test(head),
  steps: readEntities,
})

async function* readEntities(context: ReadContext): AsyncGenerator<Step, void, undefined> {
  const seen = new Set<string>()
  const shape = {
    root: ['export'],
    isRecord: (name: string, path: readonly string[]) => path.length === 1 && name === 'sanctionEntity',
    onRoot: (attribute: (name: string) => string | undefined) => {
      const generated = attribute('generationDate')
      if (generated) context.report.setVersion(generated.replace(/\.\d+/, ''))
    },
  }
  for await (const { element, where } of xmlRecords(context, shape))
    yield readEntity(element, where, context, seen)
}

const schemas: Readonly<Record<string, string>> = {
  P: 'Person',
  person: 'Person',
  E: 'Organization',
  enterprise: 'Organization',
  vessel: 'Vessel',
  ship: 'Vessel',
}

function readEntity(element: XmlElement, where: string, context: ReadContext, seen: Set<string>): Step {
  const { source, report } = context
  report.countRead('sanctionEntity')
  const reference = element.attribute('euReferenceNumber') || element.attribute('logicalId')
  if (!reference) return refused(where, 'neither euReferenceNumber nor logicalId', excerptOfElement(element))
  if (seen.has(reference))
    return refused(where, 'a second entity with the same reference number', excerptOfElement(element))
  if (!element.all('nameAlias').some((name) => nameOf(name)))
    return refused(where, 'an entity without a name', excerptOfElement(element))
  seen.add(reference)
  const type = element.child('subjectType')
  const code = type?.attribute('code') ?? type?.attribute('classificationCode') ?? ''
  const schema = schemas[code] ?? schemas[type?.attribute('classificationCode') ?? '']
  if (!schema) report.countUnknown(`subjectType ${JSON.stringify(code)}`, where)
  const id = `eu-fsf-${reference.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`
  const authority = 'European Union'
  const party = new ListedParty({
    source,
    report,
    id,
    where,
    authority,
    country: 'eu',
    schema: schema ?? 'LegalEntity',
  })
  const { listing } = party
  listing
    .add('authorityId', element.attribute('euReferenceNumber'))
    .add('recordId', element.attribute('logicalId'))
  listing.add('unscId', element.attribute('unitedNationId'))
  party.addListingDate('listingDate', element.attribute('designationDate'))
  listing.add('summary', squeeze(element.attribute('designationDetails')))
  addNames(party, element.all('nameAlias'))
  for (const child of element.children) {
    const add = parts[child.name]
    if (add) add(party, child)
    else if (child.name !== 'nameAlias' && child.name !== 'subjectType')
      party.unknown(`element ${child.name}`, `${child.name}: ${allText(child)}`)
  }
  return wrote(...party.groups())
}

const nameOf = (element: XmlElement): string | undefined =>
  squeeze(element.attribute('wholeName')) ??
  squeeze(['firstName', 'middleName', 'lastName'].map((part) => element.attribute(part) ?? '').join(' '))

function addNames(party: ListedParty, names: readonly XmlElement[]): void {
  const isStrong = (name: XmlElement) => name.attribute('strong') !== 'false'
  const main = names.find((name) => isStrong(name) && nameOf(name)) ?? names.find((name) => nameOf(name))
  for (const name of names) {
    party.addName(name === main ? 'name' : isStrong(name) ? 'alias' : 'weakAlias', nameOf(name))
    if (party.schema === 'Person') {
      const gender = { M: 'male', F: 'female' }[name.attribute('gender') ?? '']
      party.add('gender', gender).add('title', name.attribute('title'))
    }
    party.add(party.schema === 'Person' ? 'position' : 'notes', name.attribute('function'))
    party.note(childText(name, 'remark'), `Name ${nameOf(name) ?? ''}`)
  }
  if (party.schema !== 'Person' || !main) return
  for (const part of ['firstName', 'middleName', 'lastName']) party.add(part, main.attribute(part))
}

type Add = (party: ListedParty, element: XmlElement) => void

/** What each child becomes. */
const parts: Readonly<Record<string, Add>> = {
  remark: (party, element) => {
    party.note(element.text)
  },
  regulation: (party, element) => {
    const { listing } = party
    listing.add('program', element.attribute('programme')).add('provisions', element.attribute('numberTitle'))
    listing.add('programUrl', childText(element, 'publicationUrl') ?? element.attribute('publicationUrl'))
    party.addListingDate(
      'startDate',
      element.attribute('entryIntoForceDate') ?? element.attribute('publicationDate'),
    )
  },
  citizenship: (party, element) => {
    addCountry(party, party.schema === 'Person' ? 'citizenship' : 'country', element)
    party.note(childText(element, 'remark'), 'Citizenship')
  },
  birthdate: addBirth,
  identification: addIdentification,
  address: addAddress,
}

/** "00" and "UNKNOWN" are the EU's words for no country. */
function countryOf(element: XmlElement): { name: string | undefined; code: string | undefined } {
  const name = squeeze(element.attribute('countryDescription'))
  const code = element.attribute('countryIso2Code')
  const isKnown = name !== 'UNKNOWN' && code !== '00'
  return { name: isKnown ? name : undefined, code: isKnown ? code : undefined }
}

function addCountry(party: ListedParty, property: string, element: XmlElement): void {
  const { name, code } = countryOf(element)
  party.addCountry(property, name, code)
}

function addBirth(party: ListedParty, element: XmlElement): void {
  const attribute = (name: string) => squeeze(element.attribute(name))
  const [from, to] = [attribute('yearRangeFrom'), attribute('yearRangeTo')]
  const parts = [attribute('year'), attribute('monthOfYear'), attribute('dayOfMonth')]
  const known = parts.slice(0, parts.includes(undefined) ? parts.indexOf(undefined) : 3)
  const date = attribute('birthdate') ?? (known.map((part) => part!.padStart(2, '0')).join('-') || undefined)
  const text = date ?? (from && to ? `${from} to ${to}` : (from ?? to))
  const calendar = attribute('calendarType')
  const isOther = calendar !== undefined && calendar !== 'GREGORIAN'
  if (isOther) party.note(text, `Date of birth, ${calendar} calendar`)
  else party.addDate('birthDate', text && element.attribute('circa') === 'true' ? `circa ${text}` : text)
  const { name } = countryOf(element)
  const place = ['place', 'city', 'region'].map(attribute).filter(Boolean)
  if (party.schema === 'Person')
    party.add('birthPlace', [...new Set([...place, name])].filter(Boolean).join(', '))
  addCountry(party, 'birthCountry', element)
  party.note(childText(element, 'remark'), 'Birth')
}

const documents: Readonly<Record<string, string>> = {
  passport: 'passportNumber',
  id: 'idNumber',
  ssn: 'socialSecurityNumber',
  regnumber: 'registrationNumber',
  fiscalcode: 'taxNumber',
  imo: 'imoNumber',
  swiftbic: 'swiftBic',
}

function addIdentification(party: ListedParty, element: XmlElement): void {
  const attribute = (name: string) => squeeze(element.attribute(name))
  const number = attribute('number') ?? attribute('latinNumber')
  const type = attribute('identificationTypeDescription') ?? attribute('identificationTypeCode')
  const remark = childText(element, 'remark')
  if (!number) {
    party.note([type, attribute('nameOnDocument'), remark].filter(Boolean).join(', '), 'Document')
    return
  }
  const flags = ['diplomatic', 'knownExpired', 'knownFalse', 'reportedLost', 'revokedByIssuer']
  const said = flags.filter((flag) => element.attribute(flag) === 'true')
  const onIt = attribute('nameOnDocument')
  const summary = [remark, onIt && `in the name of ${onIt}`, ...said].filter(Boolean).join('; ')
  party.addDocument({
    property: documents[attribute('identificationTypeCode') ?? ''] ?? 'idNumber',
    type,
    number,
    country: countryOf(element).name ?? countryOf(element).code,
    issued: attribute('issuedDate') ?? attribute('validFrom'),
    expires: attribute('validTo'),
    summary: [attribute('issuedBy') && `issued by ${attribute('issuedBy')}`, summary]
      .filter(Boolean)
      .join('; '),
  })
}

const contacts: Readonly<Record<string, string>> = { PHONE: 'phone', EMAIL: 'email', WEB: 'website' }

function addAddress(party: ListedParty, element: XmlElement): void {
  const attribute = (name: string) => squeeze(element.attribute(name))
  const { name, code } = countryOf(element)
  const box = attribute('poBox')
  party.addAddress(
    {
      street:
        [attribute('street'), box && `P.O. Box ${box}`, attribute('place')].filter(Boolean).join(', ') ||
        undefined,
      city: attribute('city'),
      state: attribute('region'),
      postalCode: attribute('zipCode'),
      country: name,
      remarks: childText(element, 'remark'),
    },
    code,
  )
  for (const contact of element.all('contactInfo'))
    party.add(contacts[contact.attribute('key') ?? ''] ?? 'notes', contact.attribute('value'))
}
