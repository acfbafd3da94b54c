import { readDate } from './dates.ts'
import { listReader, type ReadContext } from './list-reader.ts'
import { refused, type Step, wrote } from './reading.ts'
import { columnKey, type TableRow, tableRows } from './tables.ts'
import { type UkDesignation, type UkName, ukParty } from './uk-designation.ts'
import { ukSanctionsList } from './uk-sanctions-list-xml.ts'

const columns = ['Unique ID', 'Name 6', 'Name type', 'Designation Type']

/**
 * The UK Sanctions List as the CSV (or spreadsheet) that the FCDO publishes: a row for each combination of a designation's names
 * and facts, joined by unique id. All rows are held in memory, some 30 MB for the list of 2026.
 * @see https://www.gov.uk/government/publications/the-uk-sanctions-list
 */
export const ukSanctionsListCsv = listReader({
  format: 'uk-sanctions-list-csv',
  source: ukSanctionsList,
  recognises: (head) => {
    const text = columnKey(head.slice(0, 4096))
    return columns.every((column) => text.includes(columnKey(column)))
  },
  steps: readRows,
})

async function* readRows(context: ReadContext): AsyncGenerator<Step, void, undefined> {
  const { report, source } = context
  const rowsById = new Map<string, TableRow[]>()
  for (const file of context.files) {
    const shape = {
      columns,
      onPreamble: (cells: readonly string[]) => setVersion(context, cells),
    }
    for await (const step of tableRows(context, file, shape)) {
      report.countRead('row')
      if ('reject' in step) {
        yield { records: [], rejects: [step.reject] }
        continue
      }
      const id = step.row.value('Unique ID')
      if (!id) yield refused(step.row.where, 'no Unique ID', step.row.excerpt)
      else if (rowsById.has(id)) rowsById.get(id)!.push(step.row)
      else rowsById.set(id, [step.row])
    }
  }
  for (const [id, rows] of rowsById) {
    const designation = designationOf(id, rows)
    const { where, excerpt } = rows[0]!
    if (designation.names.length === 0) yield refused(where, 'a designation without a name', excerpt)
    else yield wrote(...ukParty(designation, source, report, where).groups())
    rowsById.delete(id)
  }
}

/** "Report Date: 12-Sep-2025" before the header. */
function setVersion({ report }: ReadContext, cells: readonly string[]): void {
  const text = cells.join(' ').match(/report date:?\s*([\w/-]+(?: \w+ \d{4})?)/i)?.[1]
  const date = text && readDate(text.replace(/-/g, ' '))?.values[0]
  if (date) report.setVersion(date)
}

const fields = [
  'Last Updated',
  'OFSI Group ID',
  'UN Reference Number',
  'Regime Name',
  'Designation source',
  'Sanctions Imposed',
  'Other Information',
  'UK Statement of Reasons',
  'Phone number',
  'Website',
  'Email address',
  'Date Designated',
  'D.O.B',
  'Nationality(/ies)',
  'National Identifier number',
  'National Identifier additional information',
  'Passport number',
  'Passport additional information',
  'Position',
  'Gender',
  'Town of birth',
  'Country of birth',
  'Type of entity',
  'Subsidiaries',
  'Parent company',
  'Business registration number (s)',
  'IMO number',
  'Current owner/operator (s)',
  'Previous owner/operator (s)',
  'Current believed flag of ship',
  'Previous flags',
  'Type of ship',
  'Tonnage of ship',
  'Length of ship',
  'Year Built',
  'Hull identification number (HIN)',
]

function designationOf(id: string, rows: readonly TableRow[]): UkDesignation {
  const texts = new Map<string, string[]>()
  const distinct = new Distinct()
  for (const row of rows) {
    for (const field of fields) {
      const text = row.value(field)
      if (!text || !distinct.isNew(field, text)) continue
      const key = field.toLowerCase()
      texts.set(key, [...(texts.get(key) ?? []), text])
    }
  }
  return {
    id,
    type: rows[0]!.value('Designation Type'),
    names: rows
      .map(nameOf)
      .filter(({ parts }) => parts.some(Boolean) && distinct.isNew('name', parts.join(' '))),
    nonLatin: rows.flatMap((row) => {
      const name = row.value('Name non-latin script')
      return name && distinct.isNew('non-latin', name) ? [{ name }] : []
    }),
    addresses: rows.map(addressOf).filter((address) => distinct.isNew('address', JSON.stringify(address))),
    texts,
  }
}

const numbers = [1, 2, 3, 4, 5, 6] as const

function nameOf(row: TableRow): UkName {
  return {
    parts: numbers.map((n) => row.value(`Name ${n}`)),
    type: row.value('Name type'),
    strength: row.value('Alias strength'),
    title: row.value('Title'),
  }
}

function addressOf(row: TableRow) {
  return {
    lines: numbers.flatMap((n) => row.value(`Address Line ${n}`) ?? []),
    postalCode: row.value('Address Postal Code'),
    country: row.value('Address Country'),
  }
}

/** Tells what has not been seen yet: the rows of one designation repeat each other. */
class Distinct {
  private readonly seen = new Set<string>()

  isNew(field: string, text: string): boolean {
    const key = `${field}\0${text}`
    if (this.seen.has(key)) return false
    this.seen.add(key)
    return true
  }
}
