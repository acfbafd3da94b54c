import { listReader, type ReadContext } from './list-reader.ts'
import { refused, type Step, wrote } from './reading.ts'
import { columnKey, type TableRow, tableRows } from './tables.ts'
import { type CslDocument, type CslEntry, cslParty, cslSource } from './us-csl-entry.ts'

const columns = ['source', 'entity_number', 'federal_register_notice', 'alt_names', 'source_list_url']

/**
 * The US Consolidated Screening List as CSV: the lists of OFAC, BIS (entity list, denied persons, unverified, military end users),
 * the Department of State, as one table. Several values of a field stand between semicolons. It states no version.
 * @see https://www.trade.gov/consolidated-screening-list
 */
export const usCslCsv = listReader({
  format: 'us-csl-csv',
  source: cslSource,
  recognises: (head) => {
    const first = columnKey(head.split(/\r?\n/, 1)[0] ?? '')
    return columns.every((column) => first.includes(column))
  },
  steps: readRows,
})

async function* readRows(context: ReadContext): AsyncGenerator<Step, void, undefined> {
  const { report, source } = context
  for (const file of context.files)
    for await (const step of tableRows(context, file, { columns, delimiter: ',' })) {
      report.countRead('row')
      if ('reject' in step) {
        yield { records: [], rejects: [step.reject] }
        continue
      }
      const { row } = step
      const { where, excerpt } = row
      if (!row.value('name')) yield refused(where, 'an entry without a name', excerpt)
      else if (!row.first('_id', 'entity_number'))
        yield refused(where, 'neither _id nor entity_number', excerpt)
      // Two rows of one entry are joined by whoever keeps them.
      else yield wrote(...cslParty(entryOf(row), source, report, where).groups())
    }
}

const split = (text: string | undefined) => text?.split(/;\s*/).filter((part) => part.trim() !== '') ?? []

function entryOf(row: TableRow): CslEntry {
  return {
    text: (field) => row.value(field),
    list: (field) => split(row.value(field)),
    addresses: split(row.value('addresses')).map(addressOf),
    documents: split(row.value('ids')).map(documentOf),
  }
}

/** "STREET, CITY, US": the country's code comes last; which part is what is not said. */
function addressOf(text: string) {
  const [, before, country] = text.match(/^(?:(.*),\s*)?([A-Z]{2})$/s) ?? []
  return country ? { street: before?.trim() || undefined, country } : { street: text.trim() }
}

/** "CO, 123456, Cedula No., 2001-01-02, 2011-01-02": country and dates where there are any. */
function documentOf(text: string): CslDocument {
  const parts = text.split(/,\s*/).map((part) => part.trim())
  const country = /^[A-Z]{2}$/.test(parts[0] ?? '') ? parts.shift() : undefined
  const dates: string[] = []
  while (/^\d{4}-\d\d-\d\d$/.test(parts.at(-1) ?? '')) dates.unshift(parts.pop()!)
  const [number, ...type] = parts
  return { type: type.join(', ') || undefined, number, country, issued: dates[0], expires: dates[1] }
}
