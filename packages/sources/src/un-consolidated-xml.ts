import { listReader, type ReadContext } from './list-reader.ts'
import { refused, type Step, wrote } from './reading.ts'
import { UnEntry } from './un-entry.ts'
import { excerptOfElement, type ListedElement, xmlRecords } from './xml-files.ts'

/**
 * The consolidated list of the United Nations Security Council, in the XML that the Council publishes.
 *
 * An entry's id is `unsc-` and its permanent reference number (`unsc-KPi.033`). DATAID is not it: six Haitian
 * entries of 2025 came back with other DATAIDs in 2026 under the same reference number. It is kept as the
 * listing's record id.
 * @see https://main.un.org/securitycouncil/en/content/un-sc-consolidated-list
 */
export const unConsolidatedXml = listReader({
  format: 'un-consolidated-xml',
  source: {
    name: 'un_sc_sanctions',
    title: 'United Nations Security Council Consolidated List',
    publisher: 'United Nations Security Council',
    url: 'https://main.un.org/securitycouncil/en/content/un-sc-consolidated-list',
  },
  recognises: (head) => /<CONSOLIDATED_LIST[\s>]/.test(head),
  steps: readEntries,
})

const kinds: Readonly<Record<string, string>> = { INDIVIDUAL: 'INDIVIDUALS', ENTITY: 'ENTITIES' }

async function* readEntries(context: ReadContext): AsyncGenerator<Step, void, undefined> {
  const seen = new Set<string>()
  const shape = {
    root: ['CONSOLIDATED_LIST'],
    containers: Object.values(kinds),
    isRecord: (name: string, path: readonly string[]) => path.length === 2 && kinds[name] === path[1],
    onRoot: (attribute: (name: string) => string | undefined) => {
      const generated = attribute('dateGenerated')
      if (generated) context.report.setVersion(generated.replace(/\.\d+(?=Z$)/, ''))
    },
  }
  for await (const record of xmlRecords(context, shape)) yield readEntry(record, context, seen)
}

function readEntry(
  { element, where }: ListedElement,
  { source, report }: ReadContext,
  seen: Set<string>,
): Step {
  report.countRead(element.name)
  const reference = element.textOf('REFERENCE_NUMBER') ?? element.textOf('DATAID')
  if (!reference) return refused(where, 'neither REFERENCE_NUMBER nor DATAID', excerptOfElement(element))
  if (!element.textOf('FIRST_NAME') && !element.textOf('SECOND_NAME'))
    return refused(where, 'an entry without a name', excerptOfElement(element))
  if (seen.has(reference))
    return refused(where, 'a second entry with the same REFERENCE_NUMBER', excerptOfElement(element))
  seen.add(reference)
  return wrote(...new UnEntry(element, `unsc-${reference}`, source, report, where).groups())
}
