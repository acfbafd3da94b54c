import type { XmlElement } from '@cordon/formats'
import { childId } from './child-id.ts'
import { addDate } from './dates.ts'
import { listReader, type ReadContext } from './list-reader.ts'
import { refused, type Step, wrote } from './reading.ts'
import { scriptOf } from './script.ts'
import { StatementWriter } from './statements.ts'
import { childText, excerptOfElement, type ListedElement, xmlRecords } from './xml-files.ts'

/**
 * Canada's Consolidated Autonomous Sanctions List (sema-lmes.xml). Its entries have no number of their own: an id is made
 * of regulation, schedule and item, which the regulations keep. "Country" names the regulation, not a nationality.
 * @see https://www.international.gc.ca/world-monde/international_relations-relations_internationales/sanctions/consolidated-consolide.aspx
 */
export const caSemaXml = listReader({
  format: 'ca-sema-xml',
  source: {
    name: 'ca_dfatd_sema_sanctions',
    title: 'Canadian Consolidated Autonomous Sanctions List',
    publisher: 'Global Affairs Canada',
    url: 'https://www.international.gc.ca/world-monde/international_relations-relations_internationales/sanctions/consolidated-consolide.aspx',
  },
  recognises: (head) =>
    /<data-set[\s>]/.test(head) && /<record>[\s\S]*<Schedule>|<record>[\s\S]*<Item>/.test(head),
  steps: readRecords,
})

async function* readRecords(context: ReadContext): AsyncGenerator<Step, void, undefined> {
  const seen = new Set<string>()
  const isRecord = (name: string, path: readonly string[]) => path.length === 1 && name === 'record'
  for await (const record of xmlRecords(context, { root: ['data-set'], isRecord }))
    yield readRecord(record, context, seen)
}

const known = new Set([
  'Country',
  'LastName',
  'GivenName',
  'EntityOrShip',
  'TitleOrShip',
  'ShipIMONumber',
  'DateOfBirthOrShipBuildDate',
  'Aliases',
  'Schedule',
  'Item',
  'DateOfListing',
])

function readRecord(
  { element, where }: ListedElement,
  { source, report }: ReadContext,
  seen: Set<string>,
): Step {
  report.countRead('record')
  const excerpt = excerptOfElement(element)
  const place = ['Country', 'Schedule', 'Item'].map((name) => childText(element, name))
  const id = childId('ca-sema', 'entry', ...place)
  if (!place[0] || !place[2]) return refused(where, 'no Country or no Item', excerpt)
  if (seen.has(id)) return refused(where, 'a second record of the same schedule and item', excerpt)
  seen.add(id)
  const thing = childText(element, 'EntityOrShip')
  const person = [childText(element, 'GivenName'), childText(element, 'LastName')].filter(Boolean).join(' ')
  if (!thing && !person) return refused(where, 'a record without a name', excerpt)
  const imo = childText(element, 'ShipIMONumber')
  const writer = new StatementWriter(source, id, imo ? 'Vessel' : thing ? 'Organization' : 'Person')
  writer.add('topics', 'sanction').add('name', thing ?? person)
  if (!thing)
    writer.add('firstName', childText(element, 'GivenName')).add('lastName', childText(element, 'LastName'))
  const unknown = (what: string, note: string) => {
    report.countUnknown(what, where)
    writer.add('notes', note)
  }
  addDetails(writer, element, imo, unknown)
  for (const child of element.children)
    if (!known.has(child.name)) unknown(`element ${child.name}`, `${child.name}: ${child.text.trim()}`)
  const listing = new StatementWriter(source, `${id}-listing`, 'Sanction').add('entity', id)
  listing.add('authority', 'Global Affairs Canada').add('country', 'ca').add('program', place[0])
  listing.add('recordId', [place[1] && `Schedule ${place[1]}`, `Item ${place[2]}`].filter(Boolean).join(', '))
  const listed = childText(element, 'DateOfListing')
  if (listed && !addDate(listing, 'listingDate', listed))
    unknown('DateOfListing in an unknown form', `Listed: ${listed}`)
  return wrote(writer.group(), listing.group())
}

function addDetails(
  writer: StatementWriter,
  element: XmlElement,
  imo: string | undefined,
  unknown: (what: string, note: string) => void,
): void {
  const { schema } = writer
  if (imo) writer.add('imoNumber', imo)
  writer.add({ Vessel: 'type', Person: 'title' }[schema] ?? 'notes', childText(element, 'TitleOrShip'))
  const aliases = childText(element, 'Aliases')
  for (const name of aliasesOf(aliases ?? '', schema)) {
    const isWeak = schema === 'Person' && !/[\s-]/.test(name)
    writer.add(isWeak ? 'weakAlias' : 'alias', name, { original: aliases, lang: scriptOf(name) })
  }
  const date = childText(element, 'DateOfBirthOrShipBuildDate')
  const property = { Vessel: 'buildDate', Person: 'birthDate' }[schema] ?? 'incorporationDate'
  // "1963 or 1964": each is stated.
  for (const part of date?.split(/\s+or\s+/) ?? [])
    if (!addDate(writer, property, part, date))
      unknown('date in an unknown form', `Date of birth or of build: ${date}`)
}

/** Names in one field: by semicolons, people's by commas too, with the language before some of them ("Russian: ..."). */
function aliasesOf(text: string, schema: string): string[] {
  const parts = text.split(schema === 'Person' ? /[;,]/ : ';')
  return parts.map((part) => part.replace(/^\s*[A-Z][a-z]+\s*:\s*/, '').trim()).filter(Boolean)
}
