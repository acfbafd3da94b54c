import { readDate } from './dates.ts'
import { listReader, type ReadContext } from './list-reader.ts'
import type { Step } from './reading.ts'
import { columnKey, tableRows } from './tables.ts'
import { ConListGroups, conListSource } from './uk-conlist-target.ts'

const columns = ['Name 6', 'Group Type', 'Alias Type', 'Group ID']

/**
 * The former Consolidated List of OFSI (ConList.csv), which ended on 28 January 2026: a row for each name, joined by Group ID.
 * Kept for files of its time. Its own version stands before the header.
 * @see https://www.gov.uk/government/publications/financial-sanctions-consolidated-list-of-targets
 */
export const ukConlistCsv = listReader({
  format: 'uk-conlist-csv',
  source: conListSource,
  recognises: (head) => {
    const text = columnKey(head.slice(0, 4096))
    return !text.startsWith('<') && columns.every((column) => text.includes(columnKey(column)))
  },
  steps: readRows,
})

async function* readRows(context: ReadContext): AsyncGenerator<Step, void, undefined> {
  const { report } = context
  const groups = new ConListGroups()
  for (const file of context.files) {
    const onPreamble = (cells: readonly string[]) => {
      const date = /last updated/i.test(cells[0] ?? '') && readDate(cells[1] ?? '')
      if (date) report.setVersion(date.values[0]!)
    }
    for await (const step of tableRows(context, file, { columns, onPreamble })) {
      report.countRead('row')
      if ('reject' in step) yield { records: [], rejects: [step.reject] }
      else {
        const lost = groups.add(step.row)
        if (lost) yield lost
      }
    }
  }
  yield* groups.targets(context)
}
