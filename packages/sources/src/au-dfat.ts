import { listReader, type ReadContext } from './list-reader.ts'
import { ListedParty } from './listed-party.ts'
import { refused, type Step, wrote } from './reading.ts'
import { columnKey, type TableRow, tableRows } from './tables.ts'

const columns = ['Reference', 'Name of Individual or Entity', 'Type', 'Name Type']

/**
 * Australia's Consolidated List as DFAT publishes it, a spreadsheet, or its CSV. Rows 12, 12a, 12b are one party: its primary name
 * and its aliases.
 * @see https://www.dfat.gov.au/international-relations/security/sanctions/consolidated-list
 */
export const auDfat = listReader({
  format: 'au-dfat',
  source: {
    name: 'au_dfat_sanctions',
    title: 'Australian Sanctions Consolidated List',
    publisher: 'Department of Foreign Affairs and Trade',
    url: 'https://www.dfat.gov.au/international-relations/security/sanctions/consolidated-list',
  },
  recognises: (head) => {
    const text = columnKey(head.slice(0, 4096))
    return columns.every((column) => text.includes(columnKey(column)))
  },
  steps: readRows,
})

const known = [
  ...columns,
  ...[
    'Alias Strength',
    'Date of Birth',
    'Place of Birth',
    'Citizenship',
    'Address',
    'Additional Information',
  ],
  ...['Listing Information', 'IMO Number', 'Committees', 'Control Date', 'Instrument of Designation'],
  ...['Targeted Financial Sanctions', 'Travel Ban', 'Arms Embargo', 'Maritime Restriction'],
]

async function* readRows(context: ReadContext): AsyncGenerator<Step, void, undefined> {
  const { report } = context
  const parties = new Map<string, TableRow[]>()
  const isKnown = new Set(known.map(columnKey))
  for (const file of context.files) {
    const onHeader = (header: readonly string[]) => {
      for (const column of header)
        if (column && !isKnown.has(columnKey(column)))
          report.countUnknown(`column ${JSON.stringify(column)}`, file.name)
    }
    for await (const step of tableRows(context, file, { columns, onHeader })) {
      report.countRead('row')
      if ('reject' in step) {
        yield { records: [], rejects: [step.reject] }
        continue
      }
      const { row } = step
      const number = row.value('Reference')?.match(/^\d+/)?.[0]
      if (!number) yield refused(row.where, 'no Reference', row.excerpt)
      else if (!row.value('Name of Individual or Entity'))
        yield refused(row.where, 'a row without a name', row.excerpt)
      else if (parties.has(number)) parties.get(number)!.push(row)
      else parties.set(number, [row])
    }
  }
  setVersion(context, parties)
  for (const [number, rows] of parties) yield readParty(number, rows, context)
}

/** The list states no date of its own: the latest change of an entry stands for it. */
function setVersion({ report }: ReadContext, parties: ReadonlyMap<string, readonly TableRow[]>): void {
  let latest = ''
  for (const rows of parties.values())
    for (const row of rows) {
      const date = controlDate(row)?.match(/^\d{4}-\d\d-\d\d/)?.[0]
      if (date && date > latest) latest = date
    }
  if (latest) report.setVersion(latest)
}

/** "12/03/2024", or a spreadsheet's date, in ISO 8601. */
function controlDate(row: TableRow): string | undefined {
  const text = row.value('Control Date')
  const [, day, month, year] = text?.match(/^(\d{1,2})\/(\d{1,2})\/(\d{4})/) ?? []
  return year ? `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}` : text?.slice(0, 10)
}

const schemas: Readonly<Record<string, string>> = {
  individual: 'Person',
  entity: 'Organization',
  vessel: 'Vessel',
}

function readParty(number: string, rows: readonly TableRow[], { source, report }: ReadContext): Step {
  const main = rows.find((row) => /^primary name$/i.test(row.value('Name Type') ?? '')) ?? rows[0]!
  const type = main.value('Type') ?? ''
  const schema = schemas[type.toLowerCase()]
  if (!schema) report.countUnknown(`Type ${JSON.stringify(type)}`, main.where)
  const authority = 'Department of Foreign Affairs and Trade'
  const party = new ListedParty({
    source,
    report,
    authority,
    id: `au-dfat-${number}`,
    where: main.where,
    country: 'au',
    schema: schema ?? 'LegalEntity',
  })
  party.listing.add('authorityId', number)
  for (const row of rows) addRow(party, row, row === main)
  return wrote(...party.groups())
}

const measures = ['Targeted Financial Sanctions', 'Travel Ban', 'Arms Embargo', 'Maritime Restriction']

function addRow(party: ListedParty, row: TableRow, isMain: boolean): void {
  const type = row.value('Name Type') ?? ''
  const weak = /weak|low/i.test(row.value('Alias Strength') ?? '')
  const former = /formerly|previous/i.test(type)
  const property = isMain ? 'name' : former ? 'previousName' : weak ? 'weakAlias' : 'alias'
  party.addName(property, row.value('Name of Individual or Entity'))
  for (const date of parts(row.value('Date of Birth'))) party.addDate('birthDate', date)
  for (const place of parts(row.value('Place of Birth')))
    party.schema === 'Person' ? party.add('birthPlace', place) : party.note(place, 'Place of birth')
  for (const one of parts(row.value('Citizenship'))) party.addCountry('citizenship', one)
  for (const one of addresses(row.value('Address'))) party.addAddress({ street: one })
  party.note(row.value('Additional Information'))
  const { listing } = party
  listing.add('summary', row.value('Listing Information')).add('program', row.value('Committees'))
  listing.add('provisions', row.value('Instrument of Designation'))
  for (const measure of measures)
    if (/^(yes|true|y|1)$/i.test(row.value(measure) ?? '')) listing.add('provisions', measure)
  party.addListingDate('modifiedAt', controlDate(row))
  party.add('imoNumber', row.value('IMO Number')?.match(/\d{7}/)?.[0])
}

/** Several values in one field: "a) 1958; b) circa 1960", "1958, 1960". */
function parts(text: string | undefined): string[] {
  return (text ?? '')
    .split(/;|\n|(?:^|\s)[a-z]\)\s*|\s+or\s+|,\s*(?=\d{4}\b)/)
    .map((part) => part.trim())
    .filter(Boolean)
}

function addresses(text: string | undefined): string[] {
  return (text ?? '')
    .split(/\n|(?:^|[\s;])[a-z]\)\s+/)
    .map((part) => part.trim().replace(/;$/, ''))
    .filter(Boolean)
}
