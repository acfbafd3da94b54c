import { readXml, type XmlElement, type XmlRecord } from '@cordon/formats'
import type { InputFile, ListReader, ReadOptions } from './reader.ts'
import { Opener, readingOf, refused, type Step, wrote } from './reading.ts'
import { ReportBuilder } from './report.ts'
import { UnEntry } from './un-entry.ts'

/**
 * The consolidated list of the United Nations Security Council, in the XML that the Council publishes.
 *
 * An entry's id is `unsc-` and its permanent reference number (`unsc-KPi.033`). DATAID is not it: six Haitian
 * entries of 2025 came back with other DATAIDs in 2026 under the same reference number. It is kept as the
 * listing's record id.
 * @see https://main.un.org/securitycouncil/en/content/un-sc-consolidated-list
 */
export const unConsolidatedXml: ListReader = {
  format: 'un-consolidated-xml',
  source: {
    name: 'un_sc_sanctions',
    title: 'United Nations Security Council Consolidated List',
    publisher: 'United Nations Security Council',
    url: 'https://main.un.org/securitycouncil/en/content/un-sc-consolidated-list',
  },
  recognises: (head) => /<CONSOLIDATED_LIST[\s>]/.test(head),
  read(files, options) {
    const source = options.source ?? this.source.name
    const report = new ReportBuilder(source, this.format)
    return readingOf(report, options, () => readFiles(files, options, source, report))
  },
}

const kinds: Readonly<Record<string, string>> = { INDIVIDUAL: 'INDIVIDUALS', ENTITY: 'ENTITIES' }

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
      root: ['CONSOLIDATED_LIST'],
      isRecord: (name, path) => path.length === 2 && kinds[name] === path[1],
      onContainer: (name, attributes, path) => seeContainer(report, name, attributes, path),
      onText: (_, path) => report.countUnknown(`text in ${path.join('/')}`, file.name),
      ...(options.limits && { limits: options.limits }),
    })
    for await (const batch of batches)
      for (const record of batch.records) yield readEntry(record, source, report, seen)
  }
}

function seeContainer(
  report: ReportBuilder,
  name: string,
  attributes: readonly string[],
  path: readonly string[],
): void {
  if (path.length === 0) {
    const generated = attributes[attributes.indexOf('dateGenerated') + 1]
    if (attributes.includes('dateGenerated') && generated)
      report.setVersion(generated.replace(/\.\d+(?=Z$)/, ''))
  } else if (path.length > 1 || !Object.values(kinds).includes(name))
    report.countUnknown(`element ${[...path, name].join('/')}`, `/${[...path, name].join('/')}`)
}

function readEntry(
  { element, line }: XmlRecord,
  source: string,
  report: ReportBuilder,
  seen: Set<string>,
): Step {
  report.countRead(element.name)
  const where = `line ${line}`
  const reference = element.textOf('REFERENCE_NUMBER') ?? element.textOf('DATAID')
  if (!reference) return refused(where, 'neither REFERENCE_NUMBER nor DATAID', excerpt(element))
  if (!element.textOf('FIRST_NAME') && !element.textOf('SECOND_NAME'))
    return refused(where, 'an entry without a name', excerpt(element))
  if (seen.has(reference))
    return refused(where, 'a second entry with the same REFERENCE_NUMBER', excerpt(element))
  seen.add(reference)
  return wrote(...new UnEntry(element, `unsc-${reference}`, source, report, where).groups())
}

const excerpt = (element: XmlElement) =>
  element.children.map((child) => `${child.name}=${child.text.trim()}`).join(' ')
