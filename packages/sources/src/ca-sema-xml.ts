import { readXml, type XmlElement, type XmlRecord } from '@cordon/formats'
import { childId } from './child-id.ts'
import { addDate } from './dates.ts'
import type { InputFile, ListReader, ReadOptions } from './reader.ts'
import { Opener, readingOf, refused, type Step, wrote } from './reading.ts'
import { ReportBuilder } from './report.ts'
import { scriptOf } from './script.ts'
import { StatementWriter } from './statements.ts'

/**
 * Canada's Consolidated Autonomous Sanctions List (sema-lmes.xml). Its entries have no number of their own: an id is made
 * of regulation, schedule and item, which the regulations keep. "Country" names the regulation, not a nationality.
 * @see https://www.international.gc.ca/world-monde/international_relations-relations_internationales/sanctions/consolidated-consolide.aspx
 */
export const caSemaXml: ListReader = {
  format: 'ca-sema-xml',
  source: {
    name: 'ca_dfatd_sema_sanctions',
    title: 'Canadian Consolidated Autonomous Sanctions List',
    publisher: 'Global Affairs Canada',
    url: 'https://www.international.gc.ca/world-monde/international_relations-relations_internationales/sanctions/consolidated-consolide.aspx',
  },
  recognises: (head) =>
    /<data-set[\s>]/.test(head) && /<record>[\s\S]*<Schedule>|<record>[\s\S]*<Item>/.test(head),
  read(files, options) {
    const source = options.source ?? this.source.name
    const report = new ReportBuilder(source, this.format)
    return readingOf(report, options, () => readFiles(files, options, source, report))
  },
}

async function* readFiles(
  files: readonly InputFile[],
  options: ReadOptions,
  source: string,
  report: ReportBuilder,
): AsyncGenerator<Step, void, undefined> {
  const opener = new Opener(options)
  const seen = new Set<string>()
  for (const file of files) {
    const batches = readXml(opener.open(file), {
      root: ['data-set'],
      isRecord: (name, path) => path.length === 1 && name === 'record',
      onContainer: (name, _, path) => path.length > 0 && report.countUnknown(`element ${name}`, file.name),
      onText: (_, path) => report.countUnknown(`text in ${path.join('/')}`, file.name),
      ...(options.limits && { limits: options.limits }),
    })
    for await (const batch of batches)
      for (const record of batch.records)
        yield readRecord(record, source, report, `${file.name} line ${record.line}`, seen)
  }
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
  { element }: XmlRecord,
  source: string,
  report: ReportBuilder,
  where: string,
  seen: Set<string>,
): Step {
  report.countRead('record')
  const excerpt = element.children.map((child) => `${child.name}=${child.text.trim()}`).join(' ')
  const place = ['Country', 'Schedule', 'Item'].map((name) => textOf(element, name))
  const id = childId('ca-sema', 'entry', ...place)
  if (!place[0] || !place[2]) return refused(where, 'no Country or no Item', excerpt)
  if (seen.has(id)) return refused(where, 'a second record of the same schedule and item', excerpt)
  seen.add(id)
  const thing = textOf(element, 'EntityOrShip')
  const person = [textOf(element, 'GivenName'), textOf(element, 'LastName')].filter(Boolean).join(' ')
  if (!thing && !person) return refused(where, 'a record without a name', excerpt)
  const imo = textOf(element, 'ShipIMONumber')
  const writer = new StatementWriter(source, id, imo ? 'Vessel' : thing ? 'Organization' : 'Person')
  writer.add('topics', 'sanction').add('name', thing ?? person)
  if (!thing)
    writer.add('firstName', textOf(element, 'GivenName')).add('lastName', textOf(element, 'LastName'))
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
  const listed = textOf(element, 'DateOfListing')
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
  writer.add({ Vessel: 'type', Person: 'title' }[schema] ?? 'notes', textOf(element, 'TitleOrShip'))
  const aliases = textOf(element, 'Aliases')
  for (const name of aliasesOf(aliases ?? '', schema)) {
    const isWeak = schema === 'Person' && !/[\s-]/.test(name)
    writer.add(isWeak ? 'weakAlias' : 'alias', name, { original: aliases, lang: scriptOf(name) })
  }
  const date = textOf(element, 'DateOfBirthOrShipBuildDate')
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

function textOf(element: XmlElement, name: string): string | undefined {
  return element.textOf(name)?.replace(/\s+/g, ' ').trim() || undefined
}
