import type { XmlElement } from '@cordon/formats'
import { type GleifRelationship, gleifEdge, gleifSource, leiId } from './gleif-relationship.ts'
import { listReader, type ReadContext } from './list-reader.ts'
import { refused, type Step, wrote } from './reading.ts'
import { StatementWriter } from './statements.ts'
import { type TableRow, tableRows } from './tables.ts'
import { childText, excerptOfElement, xmlRecords } from './xml-files.ts'

/**
 * GLEIF's relationship records (level 2, RR-CDF 2.1) in XML: who consolidates whom. Legal entities come as their LEI alone; their names
 * are in level 1. Records that are not active, or whose registration has lapsed into an error state, are kept with their status.
 * @see https://www.gleif.org/en/about-lei/common-data-file-format/current-versions/relationship-record-cdf-format
 */
export const gleifRrXml = listReader({
  format: 'gleif-rr-xml',
  source: gleifSource,
  recognises: (head) => /<(\w+:)?RelationshipData[\s>]/.test(head),
  steps: readXmlRecords,
})

/** A record of which the ends and the type may be missing. */
type Unchecked = Omit<GleifRelationship, 'start' | 'end' | 'type'> & {
  readonly start: string | undefined
  readonly end: string | undefined
  readonly type: string | undefined
}

/** The same as the CSV of the golden copy. */
export const gleifRrCsv = listReader({
  format: 'gleif-rr-csv',
  source: gleifSource,
  recognises: (head) => columns.every((column) => (head.split(/\r?\n/, 1)[0] ?? '').includes(column)),
  steps: readCsvRecords,
})

const columns = [
  'Relationship.StartNode.NodeID',
  'Relationship.EndNode.NodeID',
  'Relationship.RelationshipType',
]

async function* readXmlRecords(context: ReadContext): AsyncGenerator<Step, void, undefined> {
  const edges = new Edges(context)
  const shape = {
    root: ['RelationshipData'],
    containers: ['RelationshipRecords'],
    isRecord: (name: string, path: readonly string[]) =>
      (path.length === 1 && name === 'Header') || (path.length === 2 && name === 'RelationshipRecord'),
  }
  for await (const { element, where } of xmlRecords(context, shape)) {
    if (element.name === 'Header') {
      const date = childText(element, 'ContentDate')
      if (date) context.report.setVersion(date.replace(/\.\d+/, ''))
    } else yield edges.take(recordOf(element), where, excerptOfElement(element))
  }
}

function recordOf(element: XmlElement): Unchecked {
  const relationship = element.child('Relationship')
  const node = (name: string) => relationship?.child(name)?.textOf('NodeID')
  const registration = element.child('Registration')
  return {
    start: node('StartNode'),
    end: node('EndNode'),
    type: relationship?.textOf('RelationshipType'),
    status: relationship?.textOf('RelationshipStatus'),
    periods: (relationship?.child('RelationshipPeriods')?.children ?? []).map((period) => ({
      type: period.textOf('PeriodType'),
      from: period.textOf('StartDate'),
      to: period.textOf('EndDate'),
    })),
    quantifiers: (relationship?.child('RelationshipQuantifiers')?.children ?? []).map((one) => ({
      method: one.textOf('MeasurementMethod'),
      amount: one.textOf('QuantifierAmount'),
      units: one.textOf('QuantifierUnits'),
    })),
    updated: registration?.textOf('LastUpdateDate'),
  }
}

async function* readCsvRecords(context: ReadContext): AsyncGenerator<Step, void, undefined> {
  const edges = new Edges(context)
  for (const file of context.files)
    for await (const step of tableRows(context, file, { columns, delimiter: ',' })) {
      if ('row' in step) yield edges.take(rowOf(step.row), step.row.where, step.row.excerpt)
      else {
        context.report.countRead('RelationshipRecord')
        yield { records: [], rejects: [step.reject] }
      }
    }
}

function rowOf(row: TableRow): Unchecked {
  const numbered = (before: string, after: string) =>
    [1, 2, 3, 4, 5].map((n) => row.value(`Relationship.${before}.${n}.${after}`))
  const [types, from, to] = ['periodType', 'startDate', 'endDate'].map((name) => numbered('Period', name))
  const [methods, amounts, units] = ['MeasurementMethod', 'QuantifierAmount', 'QuantifierUnits'].map((name) =>
    numbered('Quantifiers', name),
  )
  return {
    start: row.value(columns[0]!),
    end: row.value(columns[1]!),
    type: row.value(columns[2]!),
    status: row.value('Relationship.RelationshipStatus'),
    periods: types!
      .map((type, i) => ({ type, from: from![i], to: to![i] }))
      .filter(({ from, to }) => from || to),
    quantifiers: methods!
      .map((method, i) => ({ method, amount: amounts![i], units: units![i] }))
      .filter(({ amount }) => amount),
    updated: row.value('Registration.LastUpdateDate'),
  }
}

/** Edges with the legal entities at their ends, each of them once. */
class Edges {
  private readonly seen = new Set<string>()
  private readonly context: ReadContext

  constructor(context: ReadContext) {
    this.context = context
  }

  take(record: Unchecked, where: string, excerpt: string): Step {
    const { source, report } = this.context
    report.countRead('RelationshipRecord')
    const { start, end, type } = record
    if (!start || !end || !type) return refused(where, 'no start, end or type of the relationship', excerpt)
    if (!/^[A-Z0-9]{18}\d\d$/i.test(start) || !/^[A-Z0-9]{18}\d\d$/i.test(end))
      return refused(where, 'a node that is no LEI', excerpt)
    const whole = { ...record, start, end, type }
    const edge = gleifEdge(whole, source, report, where)
    if (this.seen.has(edge.entityId))
      return refused(where, 'a second record of the same relationship', excerpt)
    this.seen.add(edge.entityId)
    return wrote(...[start, end].flatMap((lei) => this.entity(lei, source)), edge.group())
  }

  private entity(lei: string, source: string) {
    const id = leiId(lei)
    if (this.seen.has(id)) return []
    this.seen.add(id)
    // Its name is in level 1 alone; the number stands in for it until that is loaded.
    const code = lei.toUpperCase()
    return [
      new StatementWriter(source, id, 'LegalEntity').add('name', `LEI ${code}`).add('leiCode', code).group(),
    ]
  }
}
