import { type CsvRow, excerptOf, InputError, type Reject, readCsv } from '@cordon/formats'
import { listReader, type ReadContext } from './list-reader.ts'
import type { InputFile, ReadOptions } from './reader.ts'
import { type Opener, refused, type Step, watchEnd, wrote } from './reading.ts'
import { UkSubject } from './uk-subject.ts'

/** The five tables, by the columns that tell them apart. */
const tables: Readonly<Record<string, readonly string[]>> = {
  subject: ['unique_id', 'subject_type', 'date_designated'],
  name: ['name_id', 'unique_id', 'name_type', 'full_name'],
  identifier: ['unique_id', 'raw_value', 'identifier_type'],
  'date of birth': ['dob_id', 'unique_id', 'year', 'precision'],
  country: ['unique_id', 'raw_value', 'country_type'],
}
const order = Object.keys(tables)

/**
 * The UK Sanctions List as five related tables (subjects, names, identifiers, dates of birth, countries), joined by
 * the list's own unique id. The rows of the last four are held in memory until their subject comes, repeated ones
 * once; rows without a subject are rejected.
 */
export const ukNormalisedCsv = listReader({
  format: 'uk-normalised-csv',
  parts: 'together',
  source: {
    name: 'gb_fcdo_sanctions',
    title: 'UK Sanctions List',
    publisher: 'Foreign, Commonwealth & Development Office',
    url: 'https://www.gov.uk/government/publications/the-uk-sanctions-list',
  },
  recognises: (head) => tableOf(head) !== undefined,
  steps: readTables,
})

function tableOf(head: string): string | undefined {
  const columns = (head.split(/\r?\n/, 1)[0] ?? '').split(',').map((name) => name.trim())
  return order.find((table) => tables[table]!.every((column) => columns.includes(column)))
}

/** A row, of which file, and how often it stands there. */
interface Attached {
  readonly table: string
  readonly row: CsvRow
  readonly file: string
  count: number
}

async function* readTables(context: ReadContext): AsyncGenerator<Step, void, undefined> {
  const { files, options, source, report, opener } = context
  const found: { file: InputFile; table: string }[] = []
  for (const file of files) found.push({ file, table: await findTable(file, opener) })
  found.sort((a, b) => order.indexOf(a.table) - order.indexOf(b.table))
  const attached = new Map<string, Map<string, Attached>>()
  const seen = new Set<string>()
  for (const { file, table } of [...found].reverse())
    for await (const step of rowsOf(file, opener, options)) {
      report.countRead(`${table} row`)
      if ('reject' in step) {
        yield { records: [], rejects: [step.reject] }
        continue
      }
      const { row } = step
      const where = `${file.name} line ${row.line}`
      const id = row.value('unique_id')?.trim() ?? ''
      if (!id) yield refused(where, 'no unique_id', excerptOf(row.fields.join(',')))
      else if (table !== 'subject') attach(attached, id, { table, row, file: file.name, count: 1 })
      else if (seen.has(id))
        yield refused(where, 'a second row of the same subject', excerptOf(row.fields.join(',')))
      else {
        seen.add(id)
        yield readSubject(new UkSubject(id, row, source, report, where), attached.get(id))
        attached.delete(id)
      }
    }
  for (const rows of attached.values())
    for (const item of rows.values()) yield { records: [], rejects: orphans(item) }
}

/** The table repeats rows by the thousand, with nothing but another row number: one is kept and counted. */
function attach(attached: Map<string, Map<string, Attached>>, id: string, item: Attached): void {
  const rows = attached.get(id) ?? new Map<string, Attached>()
  attached.set(id, rows)
  const key = [item.table, ...item.row.fields.slice(1)].join('\0')
  const same = rows.get(key)
  if (same) same.count++
  else rows.set(key, item)
}

function orphans({ table, row, file, count }: Attached): Reject[] {
  const where = `${file} line ${row.line}`
  const reason = `${table} row whose subject is not among the subjects`
  return Array.from({ length: count }, () => ({ where, reason, excerpt: excerptOf(row.fields.join(',')) }))
}

async function* rowsOf(
  file: InputFile,
  opener: Opener,
  { limits }: ReadOptions,
): AsyncGenerator<{ readonly row: CsvRow } | { readonly reject: Reject }, void, undefined> {
  const end = { byte: 0x0a }
  const options = { delimiter: ',', ...(limits && { limits }) }
  for await (const batch of readCsv(watchEnd(opener.open(file), end), options)) {
    for (const row of batch.records) yield { row }
    for (const reject of batch.rejects) yield { reject: { ...reject, where: `${file.name} ${reject.where}` } }
  }
  if (end.byte !== 0x0a)
    throw new InputError('FORMATS_TRUNCATED', {
      expected: 'the end of a line',
      found: 'the end of the file in mid-line',
      where: `the end of ${file.name}`,
      remedy: 'The download broke off; fetch the file again.',
    })
}

async function findTable(file: InputFile, opener: Opener): Promise<string> {
  const decoder = new TextDecoder()
  let head = ''
  for await (const chunk of opener.open(file)) {
    head += decoder.decode(chunk, { stream: true })
    if (head.includes('\n')) break
  }
  const table = tableOf(head.replace(/^\uFEFF/, ''))
  if (table) return table
  throw new InputError('FORMATS_UNKNOWN', {
    expected: `one of the tables with the columns ${Object.values(tables)
      .map((columns) => columns.join(', '))
      .join('; or ')}`,
    found: JSON.stringify(head.slice(0, 60)),
    where: `${file.name} line 1`,
    remedy: 'Check that this is the right file; a web page in its place means that the download failed.',
  })
}

function readSubject(subject: UkSubject, rows: ReadonlyMap<string, Attached> | undefined): Step {
  const items = [...(rows?.values() ?? [])].sort((a, b) => order.indexOf(a.table) - order.indexOf(b.table))
  for (const item of items) subject.addRow(item.table, item.row)
  return wrote(...subject.groups())
}
