import type { XmlElement } from '@cordon/formats'
import { listReader, type ReadContext } from './list-reader.ts'
import { NameIndex } from './ofac-name-index.ts'
import { addOfacName } from './ofac-names.ts'
import { type OfacContext, OfacParty } from './ofac-party.ts'
import { refused, type Step, wrote } from './reading.ts'
import { ReportBuilder } from './report.ts'
import { excerptOfElement, xmlRecords } from './xml-files.ts'

/**
 * OFAC's standard XML: CONSOLIDATED.XML (the lists other than the SDN list) and SDN.XML, which have one form. Which
 * of the two it is only the file's name says: one that begins with "sdn" is `us_ofac_sdn`.
 * @see https://ofac.treasury.gov/specially-designated-nationals-list-data-formats-data-schemas
 */
export const ofacStandardXml = listReader({
  format: 'ofac-standard-xml',
  source: {
    name: 'us_ofac_cons',
    title: 'US OFAC Consolidated (non-SDN) List',
    publisher: 'Office of Foreign Assets Control, US Department of the Treasury',
    url: 'https://sanctionslist.ofac.treas.gov/Home/ConsolidatedList',
  },
  recognises: (head) => /<sdnList[\s>]/.test(head),
  sourceOf: (files) =>
    files.length > 0 && files.every((file) => /(^|[\\/])sdn[^\\/]*$/i.test(file.name))
      ? 'us_ofac_sdn'
      : 'us_ofac_cons',
  steps: readEntries,
})

const shape = { root: ['sdnList'], isRecord: (_: string, path: readonly string[]) => path.length === 1 }

async function* readEntries(context: ReadContext): AsyncGenerator<Step, void, undefined> {
  const { source, report } = context
  const names = new NameIndex()
  // Remarks link by name, forwards too: names first, in a pass that counts nothing.
  const uncounted = { ...context, report: new ReportBuilder(source, '') }
  for await (const { element } of xmlRecords(uncounted, shape))
    names.add(nameOf(element) ?? '', element.textOf('uid') ?? '')
  const entries: OfacContext = { source, report, partyByName: (name) => names.find(name) }
  const seen = new Set<string>()
  for await (const { element, where } of xmlRecords(context, shape)) {
    if (element.name === 'publshInformation') setVersion(element, report, where)
    else if (element.name === 'sdnEntry') yield readEntry(element, entries, where, seen)
    else report.countUnknown(`element ${element.name}`, where)
  }
}

function setVersion(element: XmlElement, report: ReportBuilder, where: string): void {
  const [, month, day, year] = element.textOf('Publish_Date')?.match(/^(\d\d)\/(\d\d)\/(\d{4})$/) ?? []
  if (year) report.setVersion(`${year}-${month}-${day}`)
  else report.countUnknown('Publish_Date in an unknown form', where)
}

const schemas: Readonly<Record<string, string>> = {
  Individual: 'Person',
  Entity: 'Organization',
  Vessel: 'Vessel',
  Aircraft: 'Airplane',
}

function readEntry(element: XmlElement, context: OfacContext, where: string, seen: Set<string>): Step {
  const { report } = context
  report.countRead('sdnEntry')
  const excerpt = excerptOfElement(element)
  const uid = element.textOf('uid')
  if (!uid || !/^\d+$/.test(uid)) return refused(where, 'no uid', excerpt)
  const name = nameOf(element)
  if (!name) return refused(where, 'an entry without a name', excerpt)
  if (seen.has(uid)) return refused(where, 'a second entry with the same uid', excerpt)
  seen.add(uid)
  const type = element.textOf('sdnType') ?? ''
  if (!schemas[type]) report.countUnknown(`sdnType ${JSON.stringify(type)}`, where)
  const party = new OfacParty(context, uid, schemas[type] ?? 'LegalEntity', where)
  addOfacName(party.writer, 'name', name)
  for (const child of element.children) addChild(party, child, report, where)
  return wrote(...party.groups())
}

/** "LAST, First" as the delimited files write it, or the one name there is. */
function nameOf(element: XmlElement): string | undefined {
  return [element.textOf('lastName'), element.textOf('firstName')].filter(Boolean).join(', ') || undefined
}

type Add = (party: OfacParty, element: XmlElement) => void

/** Children of an entry that hold one text. */
const texts: Readonly<Record<string, (party: OfacParty, text: string) => void>> = {
  title: (party, text) => party.writer.add(party.writer.schema === 'Person' ? 'position' : 'notes', text),
  remarks: (party, text) => party.addRemarks(text),
}

/** Items of an entry's lists. */
const items: Readonly<Record<string, Add>> = {
  program: (party, element) => party.addPrograms(element.text),
  aka: addAka,
  dateOfBirthItem: (party, element) => party.addDate('birthDate', element.textOf('dateOfBirth') ?? ''),
  placeOfBirthItem: (party, element) => party.addValue('birthPlace', element.textOf('placeOfBirth') ?? ''),
  nationality: (party, element) => party.addCountry('nationality', element.textOf('country') ?? ''),
  citizenship: (party, element) => party.addCountry('citizenship', element.textOf('country') ?? ''),
  address: addAddress,
  id: addId,
}

const readElsewhere = new Set(['uid', 'firstName', 'lastName', 'sdnType'])

function addChild(party: OfacParty, element: XmlElement, report: ReportBuilder, where: string): void {
  if (readElsewhere.has(element.name)) return
  if (texts[element.name]) texts[element.name]!(party, element.text.trim())
  else if (element.name === 'vesselInfo') addVessel(party, element, report, where)
  else
    for (const item of element.children.length > 0 ? element.children : [element]) {
      if (items[item.name]) items[item.name]!(party, item)
      else keepUnknown(party, item, report, where)
    }
}

function keepUnknown(party: OfacParty, element: XmlElement, report: ReportBuilder, where: string): void {
  report.countUnknown(`element ${element.name}`, where)
  const text = [element.text, ...element.children.map((child) => child.text)].map((part) => part.trim())
  party.writer.add('notes', `${element.name}: ${text.filter(Boolean).join(', ')}`)
}

function addAka(party: OfacParty, element: XmlElement): void {
  const former = element.textOf('type') === 'f.k.a.'
  const weak = element.textOf('category') === 'weak'
  addOfacName(party.writer, former ? 'previousName' : weak ? 'weakAlias' : 'alias', nameOf(element))
}

function addAddress(party: OfacParty, element: XmlElement): void {
  const lines = ['address1', 'address2', 'address3'].map((name) => element.textOf(name))
  party.addAddress({
    street: lines.filter(Boolean).join(', ') || undefined,
    city: element.textOf('city'),
    state: element.textOf('stateOrProvince'),
    postalCode: element.textOf('postalCode'),
    country: element.textOf('country'),
  })
}

/** An id as the remarks of the delimited files write it, for both have one vocabulary. */
function addId(party: OfacParty, element: XmlElement): void {
  const country = element.textOf('idCountry')
  const issued = element.textOf('issueDate')
  const expires = element.textOf('expirationDate')
  const parts = [
    element.textOf('idType'),
    element.textOf('idNumber'),
    country && `(${country})`,
    issued && `issued ${issued}`,
    expires && `expires ${expires}`,
  ]
  party.addPhrase(parts.filter(Boolean).join(' '))
}

const vesselProperties: Readonly<Record<string, string>> = {
  callSign: 'callSign',
  vesselType: 'type',
  tonnage: 'tonnage',
  grossRegisteredTonnage: 'grossRegisteredTonnage',
}

function addVessel(party: OfacParty, element: XmlElement, report: ReportBuilder, where: string): void {
  for (const child of element.children) {
    const text = child.text.trim()
    const property = vesselProperties[child.name]
    if (!text) continue
    if (property) party.addValue(property, text.replace(/(?<=\d),(?=\d{3})/g, ''))
    else if (child.name === 'vesselFlag') party.addCountry('flag', text)
    else if (child.name === 'vesselOwner') party.addParty('owner', text)
    else keepUnknown(party, child, report, where)
  }
}
