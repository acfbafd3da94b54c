import type { XmlElement } from '@cordon/formats'
import { ChSecoTarget, type SecoPlace } from './ch-seco-target.ts'
import { listReader, type ReadContext } from './list-reader.ts'
import { refused, type Step, wrote } from './reading.ts'
import { ReportBuilder } from './report.ts'
import { childText, excerptOfElement, squeeze, xmlRecords } from './xml-files.ts'

/**
 * Switzerland's list in the XML that SECO publishes: programmes and places first, then targets that point to them. Targets
 * whose latest modification is "de-listed" are history: they are counted and passed over, and so are the copies of former
 * states inside modifications.
 * @see https://www.seco.admin.ch/seco/en/home/Aussenwirtschaftspolitik_Wirtschaftliche_Zusammenarbeit/Wirtschaftsbeziehungen/exportkontrollen-und-sanktionen/sanktionen-embargos.html
 */
export const chSecoXml = listReader({
  format: 'ch-seco-xml',
  source: {
    name: 'ch_seco_sanctions',
    title: 'Swiss SECO Sanctions',
    publisher: 'State Secretariat for Economic Affairs',
    url: 'https://www.seco.admin.ch/seco/en/home/Aussenwirtschaftspolitik_Wirtschaftliche_Zusammenarbeit/Wirtschaftsbeziehungen/exportkontrollen-und-sanktionen/sanktionen-embargos.html',
  },
  recognises: (head) => /<swiss-sanctions-list[\s>]/.test(head),
  steps: readList,
})

async function* readList(context: ReadContext): AsyncGenerator<Step, void, undefined> {
  const { report } = context
  const programs = new Map<string, string>()
  const places = new Map<string, SecoPlace>()
  const seen = new Set<string>()
  const shape = {
    root: ['swiss-sanctions-list'],
    isRecord: (_: string, path: readonly string[]) => path.length === 1,
    onRoot: (attribute: (name: string) => string | undefined) => {
      const date = attribute('date')
      if (date) report.setVersion(date)
      const type = attribute('list-type')
      if (type && !/^(whole|full)/.test(type))
        report.countUnknown(`list-type ${JSON.stringify(type)}`, 'the root')
    },
  }
  // Targets may come before the places that they point to: those first, in a pass that counts nothing.
  const uncounted = { ...context, report: new ReportBuilder(context.source, '') }
  for await (const { element } of xmlRecords(uncounted, shape)) {
    if (element.name === 'sanctions-program' || element.name === 'program') addProgram(element, programs)
    else if (element.name === 'place') places.set(element.attribute('ssid') ?? '', placeOf(element))
  }
  for await (const { element, where } of xmlRecords(context, shape)) {
    if (element.name !== 'target') {
      if (!['sanctions-program', 'program', 'place'].includes(element.name))
        report.countUnknown(`element ${element.name}`, where)
      continue
    }
    if (isDelisted(element)) report.countRead('target, de-listed')
    else yield readTarget(element, where)
  }

  function readTarget(element: XmlElement, where: string): Step {
    report.countRead('target')
    const id = element.attribute('ssid')
    if (!id) return refused(where, 'no ssid', excerptOfElement(element))
    if (seen.has(id)) return refused(where, 'a second target with the same ssid', excerptOfElement(element))
    seen.add(id)
    const target = new ChSecoTarget(element, `ch-seco-${id}`, context.source, report, where, {
      programs,
      places,
    })
    return target.hasName
      ? wrote(...target.groups())
      : refused(where, 'a target without a name', excerptOfElement(element))
  }
}

function addProgram(element: XmlElement, programs: Map<string, string>): void {
  const english = (name: string) =>
    squeeze((element.all(name).find((one) => one.attribute('lang') === 'eng') ?? element.child(name))?.text)
  const key = english('program-key') ?? english('program-name') ?? element.attribute('ssid') ?? ''
  for (const set of element.all('sanctions-set')) programs.set(set.attribute('ssid') ?? '', key)
}

function placeOf(element: XmlElement): SecoPlace {
  const country = element.child('country')
  return {
    location: childText(element, 'location'),
    area: childText(element, 'area'),
    country: squeeze(country?.text),
    code: country?.attribute('iso-code'),
  }
}

/** Whether the last thing that happened to a target is that it was taken off. */
function isDelisted(element: XmlElement): boolean {
  const dated = element.all('modification').map((one) => ({
    type: one.attribute('modification-type') ?? '',
    date:
      one.attribute('effective-date') ??
      one.attribute('publication-date') ??
      one.attribute('enactment-date') ??
      '',
  }))
  const latest = dated.reduce((last, one) => (one.date > last.date ? one : last), { type: '', date: '' })
  return latest.type === 'de-listed'
}
