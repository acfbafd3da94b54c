import { type Bytes, type CsvRow, excerptOf, type Reject } from '@cordon/formats'
import { listReader, type ReadContext } from './list-reader.ts'
import {
  findOfacTable,
  type OfacTable,
  ofacField,
  ofacRows,
  ofacTableOf,
  ofacTables,
} from './ofac-csv-files.ts'
import { NameIndex } from './ofac-name-index.ts'
import { addOfacName } from './ofac-names.ts'
import { type OfacContext, OfacParty } from './ofac-party.ts'
import type { InputFile } from './reader.ts'
import { refused, type Step, wrote } from './reading.ts'

/**
 * OFAC's delimited lists, SDN.CSV with ALT.CSV, ADD.CSV and SDN_COMMENTS.CSV, as one reading. What hangs on a party
 * (aliases, addresses, the rest of long remarks) is held in memory, some 10 MB for the list of 2026; parties go
 * through. Any of the files may come alone; rows whose party is not in the SDN.CSV at hand are rejected.
 * @see https://ofac.treasury.gov/specially-designated-nationals-list-data-formats-data-schemas
 */
export const ofacSdnCsv = listReader({
  format: 'ofac-sdn-csv',
  parts: 'together',
  source: {
    name: 'us_ofac_sdn',
    title: 'US OFAC Specially Designated Nationals and Blocked Persons List',
    publisher: 'Office of Foreign Assets Control, US Department of the Treasury',
    url: 'https://sanctionslist.ofac.treas.gov/Home/SdnList',
  },
  recognises: (head) => ofacTableOf(head) !== undefined,
  steps: readTables,
})

const order = Object.keys(ofacTables)

/** What hangs on parties, by ent_num, until its party comes. */
interface Attached {
  readonly table: OfacTable
  readonly row: CsvRow
  readonly file: string
}

async function* readTables({
  files,
  options,
  source,
  report,
  opener,
}: ReadContext): AsyncGenerator<Step, void, undefined> {
  const open = (file: InputFile): Bytes => opener.open(file)
  const tables: { file: InputFile; table: OfacTable }[] = []
  for (const file of files) tables.push({ file, table: await findOfacTable(file, open) })
  // Whatever order the files come in, the statements come in the same one.
  tables.sort((a, b) => order.indexOf(a.table) - order.indexOf(b.table))
  const attached = new Map<string, Attached[]>()
  const parties = tables.filter(({ table }) => table === 'party row')
  for (const { file, table } of tables) {
    if (table === 'party row') continue
    for await (const step of ofacRows(open(file), table, file.name, options.limits)) {
      report.countRead(table)
      if ('reject' in step) yield { records: [], rejects: [step.reject] }
      else attach(attached, { table, row: step.row, file: file.name })
    }
  }
  const names = new NameIndex()
  const aliases = new NameIndex()
  for (const items of attached.values())
    for (const { table, row } of items)
      if (table === 'alias row') aliases.add(row.value('alt_name') ?? '', entNum(row))
  for (const { file } of parties)
    for await (const step of ofacRows(open(file), 'party row', file.name, options.limits))
      if ('row' in step) names.add(step.row.value('SDN_Name') ?? '', entNum(step.row))
  const context: OfacContext = { source, report, partyByName: (name) => names.find(name, aliases) }
  const seen = new Set<string>()
  for (const { file } of parties)
    for await (const step of ofacRows(open(file), 'party row', file.name, options.limits)) {
      report.countRead('party row')
      if ('reject' in step) {
        yield { records: [], rejects: [step.reject] }
        continue
      }
      const uid = entNum(step.row)
      const where = `${file.name} line ${step.row.line}`
      if (seen.has(uid))
        yield refused(where, 'a second row of the same party', excerptOf(step.row.fields.join(',')))
      else yield readParty(context, step.row, where, attached.get(uid) ?? [])
      seen.add(uid)
      attached.delete(uid)
    }
  for (const rest of attached.values())
    yield {
      records: [],
      rejects: rest.map((item) => orphan(item, `${item.table} whose party is not in SDN.CSV`)),
    }
}

const entNum = (row: CsvRow) => String(Number(row.fields[0]))

function attach(attached: Map<string, Attached[]>, item: Attached): void {
  const uid = entNum(item.row)
  const others = attached.get(uid)
  if (others) others.push(item)
  else attached.set(uid, [item])
}

function orphan({ row, file }: Attached, reason: string): Reject {
  return { where: `${file} line ${row.line}`, reason, excerpt: excerptOf(row.fields.join(',')) }
}

const schemas: Readonly<Record<string, string>> = {
  individual: 'Person',
  vessel: 'Vessel',
  aircraft: 'Airplane',
}

function readParty(context: OfacContext, row: CsvRow, where: string, items: readonly Attached[]): Step {
  const field = (column: string) => ofacField(row.value(column))
  const type = field('SDN_Type')?.trim()
  if (!field('SDN_Name')) return refused(where, 'a party without a name', excerptOf(row.fields.join(',')))
  if (type && !schemas[type] && type !== 'entity')
    context.report.countUnknown(`SDN_Type ${JSON.stringify(type)}`, where)
  const party = new OfacParty(context, entNum(row), schemas[type ?? ''] ?? 'Organization', where)
  const { writer } = party
  addOfacName(writer, 'name', field('SDN_Name'))
  party.addPrograms(field('Program'))
  const title = field('Title')?.trim()
  if (title) {
    if (writer.schema === 'Person') writer.add('position', title)
    else writer.add('notes', title)
  }
  addVessel(party, field)
  const rejects: Reject[] = []
  let remarks = field('Remarks')
  for (const item of items) {
    if (item.table === 'alias row') addAlias(party, item.row, context, item.file)
    else if (item.table === 'address row') addAddress(party, item.row)
    else if (!remarks || /\.\s*$/.test(remarks))
      rejects.push(orphan(item, 'comment row whose remark is whole'))
    else remarks += item.row.value('Comments') ?? ''
  }
  party.addRemarks(remarks, title)
  return { ...wrote(...party.groups()), rejects }
}

function addVessel(party: OfacParty, field: (column: string) => string | undefined): void {
  const columns = [
    ['Call_Sign', 'callSign'],
    ['Vess_type', 'type'],
    ['Tonnage', 'tonnage'],
    ['GRT', 'grossRegisteredTonnage'],
  ] as const
  for (const [column, property] of columns) {
    const text = field(column)?.trim()
    // Numbers come with thousands separators.
    if (text) party.addValue(property, text.replace(/(?<=\d),(?=\d{3})/g, ''))
  }
  const flag = field('Vess_flag')?.trim()
  if (flag) party.addCountry('flag', flag)
  const owner = field('Vess_owner')?.trim()
  if (owner) party.addParty('owner', owner)
}

function addAlias(party: OfacParty, row: CsvRow, { report }: OfacContext, file: string): void {
  const type = row.value('alt_type')?.trim() ?? ''
  const property = { aka: 'alias', fka: 'previousName', nka: 'alias' }[type]
  if (!property) report.countUnknown(`alt_type ${JSON.stringify(type)}`, `${file} line ${row.line}`)
  addOfacName(party.writer, property ?? 'alias', ofacField(row.value('alt_name')))
  party.writer.add('notes', ofacField(row.value('alt_remarks')))
}

function addAddress(party: OfacParty, row: CsvRow): void {
  const field = (column: string) => ofacField(row.value(column))?.trim()
  party.addAddress({
    street: field('Address'),
    city: field('City'),
    country: field('Country'),
    remarks: field('Add_remarks'),
  })
}
