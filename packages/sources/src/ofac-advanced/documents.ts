import type { XmlElement } from '@cordon/formats'
import { parseImo, parseImoCompany, parseLei } from '@cordon/model'
import { StatementWriter } from '../statements.ts'
import type { Countries, Place } from './countries.ts'
import { readInterval } from './dates.ts'
import { documentProperty, isPassport } from './document-types.ts'
import { addressLines, type Location } from './locations.ts'
import type { ReferenceValues } from './reference-values.ts'

/** An IDRegDocument, kept small until its party comes. */
export interface Document {
  readonly id: string
  readonly identityId: string
  readonly type: string
  readonly number: string
  readonly nameId: string | undefined
  readonly country?: Place | undefined
  readonly authority?: string | undefined
  readonly issued?: string | undefined
  readonly expires?: string | undefined
  /** What else is said: comment, place of issue, that it is fraudulent, a date type that is unknown. */
  readonly remarks: readonly string[]
}

/** Reads an IDRegDocument element. */
export function readDocument(
  element: XmlElement,
  reference: ReferenceValues,
  countries: Countries,
  locations: ReadonlyMap<string, Location>,
): Document {
  const remarks: string[] = []
  const comment = element.textOf('Comment')
  if (comment) remarks.push(comment)
  const validity = reference.text('Validity', element.attribute('ValidityID'))
  if (validity && validity !== 'Valid') remarks.push(validity)
  const place = locations.get(element.attribute('IssuedIn-LocationID') ?? '')
  if (place) place.isUsed = true
  const placeText = place && (addressLines(place)[0]?.text ?? place.place?.name)
  if (placeText) remarks.push(`Issued in ${placeText}`)
  let issued: string | undefined
  let expires: string | undefined
  for (const date of element.all('DocumentDate')) {
    const type = reference.text('IDRegDocDateType', date.attribute('IDRegDocDateTypeID'))
    const { start, end } = readInterval(date.child('DatePeriod'))
    if (type === 'Issue Date') issued = start
    else if (type === 'Expiration Date') expires = end ?? start
    else if (start) remarks.push(`${type ?? 'Date'} ${start}`)
  }
  return {
    id: element.attribute('ID') ?? '',
    identityId: element.attribute('IdentityID') ?? '',
    type: reference.text('IDRegDocType', element.attribute('IDRegDocTypeID')) ?? 'Unknown',
    number: element.textOf('IDRegistrationNo') ?? '',
    nameId: element.child('DocumentedNameReference')?.attribute('DocumentedNameID'),
    country: countries.country(element.attribute('IssuedBy-CountryID')),
    authority: element.textOf('IssuingAuthority'),
    issued,
    expires,
    remarks,
  }
}

/**
 * Puts a document on its holder, and returns the Identification entity for it where the holder can have one: a
 * vessel or an aircraft can't, so what is said besides the number becomes a note there.
 */
export function addDocument(
  holder: StatementWriter,
  document: Document,
  source: string,
  names: ReadonlyMap<string, string>,
): StatementWriter | undefined {
  const { schema } = holder
  if (schema === 'Vessel' || schema === 'Airplane') {
    addTransportNumber(holder, document)
    return undefined
  }
  const special = specialNumber(document, schema)
  if (special) holder.add(special[0], special[1], { original: document.number })
  else holder.add(documentProperty(document.type, schema), document.number)
  return identification(holder, document, source, names)
}

/** Numbers whose form says what they are: company IMO numbers, and LEIs among "Legal Entity Numbers". */
function specialNumber(document: Document, schema: string): [property: string, value: string] | undefined {
  if (schema === 'Person') return undefined
  if (document.type === 'Vessel Registration Identification') {
    const company = parseImoCompany(document.number)
    const ship = company.ok ? company : parseImo(document.number)
    return ship.ok ? ['imoNumber', ship.value] : undefined
  }
  const lei = document.type === 'Legal Entity Number' ? parseLei(document.number) : undefined
  return lei?.ok ? ['leiCode', lei.value] : undefined
}

function addTransportNumber(holder: StatementWriter, document: Document): void {
  const { type, number } = document
  const digits = /^IMO\s*(\d{7})$/.exec(number)?.[1]
  if (holder.schema === 'Vessel' && type === 'MMSI') holder.add('mmsi', number)
  else if (holder.schema === 'Vessel' && type === 'Vessel Registration Identification' && digits)
    holder.add('imoNumber', digits, { original: number })
  else if (holder.schema === 'Airplane' && type === 'Aircraft Serial Identification')
    holder.add('serialNumber', number)
  else {
    holder.add('registrationNumber', number)
    holder.add('notes', `${type}: ${number}`)
  }
  const { country, authority, issued, expires, remarks } = document
  const more = [
    country && `issued by ${country.name}`,
    authority,
    issued && `issued ${issued}`,
    expires && `expires ${expires}`,
    ...remarks,
  ].filter(Boolean)
  if (more.length > 0) holder.add('notes', `${type} ${number}: ${more.join('; ')}`)
}

function identification(
  holder: StatementWriter,
  document: Document,
  source: string,
  names: ReadonlyMap<string, string>,
): StatementWriter {
  const passport = isPassport(document.type)
  const writer = new StatementWriter(
    source,
    `ofac-id-${document.id}`,
    passport ? 'Passport' : 'Identification',
  )
  writer.add('holder', holder.entityId).add('type', document.type).add('number', document.number)
  if (passport) writer.add('passportNumber', document.number)
  writer.add('country', document.country?.code, { original: document.country?.name })
  if (document.country && !document.country.code) writer.add('description', document.country.name)
  writer.add('authority', document.authority)
  writer.add('startDate', document.issued).add('endDate', document.expires)
  writer.addAll('description', document.remarks)
  return writer.add('namesMentioned', names.get(document.nameId ?? ''))
}
