import type { XmlElement } from '@cordon/formats'
import { readDate } from './dates.ts'
import { listReader, type ReadContext } from './list-reader.ts'
import { refused, type Step, wrote } from './reading.ts'
import { type UkDesignation, ukParty } from './uk-designation.ts'
import { childText, excerptOfElement, squeeze, xmlRecords } from './xml-files.ts'

/** The UK Sanctions List, in whichever of its formats. */
export const ukSanctionsList = {
  name: 'gb_fcdo_sanctions',
  title: 'UK Sanctions List',
  publisher: 'Foreign, Commonwealth & Development Office',
  url: 'https://www.gov.uk/government/publications/the-uk-sanctions-list',
}

/**
 * The UK Sanctions List in the XML that the FCDO publishes: individuals, entities and ships. The CSV has the same content
 * under the same ids.
 * @see https://www.gov.uk/government/publications/the-uk-sanctions-list
 */
export const ukSanctionsListXml = listReader({
  format: 'uk-sanctions-list-xml',
  source: ukSanctionsList,
  recognises: (head) => /<Designations[\s>]/.test(head),
  steps: readDesignations,
})

async function* readDesignations(context: ReadContext): AsyncGenerator<Step, void, undefined> {
  const seen = new Set<string>()
  const shape = {
    root: ['Designations'],
    isRecord: (_: string, path: readonly string[]) => path.length === 1,
  }
  for await (const { element, where } of xmlRecords(context, shape)) {
    if (element.name === 'Designation') yield readDesignation(element, where, context, seen)
    else if (element.name === 'DateGenerated') setVersion(context, element.text, where)
    else context.report.countUnknown(`element ${element.name}`, where)
  }
}

function setVersion({ report }: ReadContext, text: string, where: string): void {
  const date = readDate(text.trim())?.values[0]
  if (date) report.setVersion(date)
  else report.countUnknown('DateGenerated in an unknown form', where)
}

/** What elements with one text are called in the CSV, where that is not their own name in small letters. */
const called: Readonly<Record<string, string>> = {
  LastUpdated: 'last updated',
  DateDesignated: 'date designated',
  OFSIGroupID: 'ofsi group id',
  UNReferenceNumber: 'un reference number',
  RegimeName: 'regime name',
  DesignationSource: 'designation source',
  SanctionsImposed: 'sanctions imposed',
  OtherInformation: 'other information',
  UKStatementofReasons: 'uk statement of reasons',
  PhoneNumber: 'phone number',
  EmailAddress: 'email address',
  DOB: 'd.o.b',
  Nationality: 'nationality(/ies)',
  NationalIdentifierNumber: 'national identifier number',
  NationalIdentifierAdditionalInformation: 'national identifier additional information',
  PassportNumber: 'passport number',
  PassportAdditionalInformation: 'passport additional information',
  TownOfBirth: 'town of birth',
  CountryOfBirth: 'country of birth',
  TypeOfEntity: 'type of entity',
  Subsidiary: 'subsidiaries',
  ParentCompany: 'parent company',
  BusinessRegistrationNumber: 'business registration number (s)',
  IMONumber: 'imo number',
  CurrentOwnerOperator: 'current owner/operator (s)',
  PreviousOwnerOperator: 'previous owner/operator (s)',
  CurrentBelievedFlagOfShip: 'current believed flag of ship',
  PreviousFlag: 'previous flags',
  TypeOfShip: 'type of ship',
  TypeOfShipDetails: 'type of ship',
  TonnageOfShip: 'tonnage of ship',
  LengthOfShip: 'length of ship',
  YearBuilt: 'year built',
  HullIdentificationNumber: 'hull identification number (hin)',
}

/** Read as a whole, or said again in another element. */
const elsewhere = new Set([
  'UniqueID',
  'IndividualEntityShip',
  'Names',
  'NonLatinNames',
  'Addresses',
  'SanctionsImposedIndicators',
])

function readDesignation(element: XmlElement, where: string, context: ReadContext, seen: Set<string>): Step {
  const { source, report } = context
  report.countRead('Designation')
  const id = childText(element, 'UniqueID')
  if (!id) return refused(where, 'no UniqueID', excerptOfElement(element))
  if (seen.has(id))
    return refused(where, 'a second designation with the same UniqueID', excerptOfElement(element))
  const designation = designationOf(element, id)
  if (designation.names.length === 0)
    return refused(where, 'a designation without a name', excerptOfElement(element))
  seen.add(id)
  return wrote(...ukParty(designation, source, report, where).groups())
}

function designationOf(element: XmlElement, id: string): UkDesignation {
  const texts = new Map<string, string[]>()
  for (const child of element.children) if (!elsewhere.has(child.name)) gatherTexts(child, texts)
  const nonLatin = (element.child('NonLatinNames')?.children ?? []).flatMap((name) => {
    const text = childText(name, 'NameNonLatinScript')
    return text ? [{ name: text, language: childText(name, 'NonLatinScriptLanguage') }] : []
  })
  return {
    id,
    type: childText(element, 'IndividualEntityShip'),
    names: (element.child('Names')?.children ?? []).map(nameOf).filter(({ parts }) => parts.some(Boolean)),
    nonLatin,
    addresses: (element.child('Addresses')?.children ?? []).map((address) => ({
      lines: [1, 2, 3, 4, 5, 6].flatMap((n) => childText(address, `AddressLine${n}`) ?? []),
      postalCode: childText(address, 'AddressPostalCode'),
      country: childText(address, 'AddressCountry'),
    })),
    texts,
  }
}

function nameOf(name: XmlElement) {
  return {
    parts: [1, 2, 3, 4, 5, 6].map((n) => childText(name, `Name${n}`)),
    type: childText(name, 'NameType'),
    strength: childText(name, 'AliasStrength'),
    title: childText(name, 'Title'),
  }
}

/** Texts at any depth, each under its own element's field: the elements around them only group. */
function gatherTexts(element: XmlElement, texts: Map<string, string[]>): void {
  for (const child of element.children) gatherTexts(child, texts)
  const text = element.children.length === 0 ? squeeze(element.text) : undefined
  if (!text) return
  const field = called[element.name] ?? element.name.toLowerCase()
  const others = texts.get(field) ?? []
  if (!others.includes(text)) others.push(text)
  texts.set(field, others)
}
