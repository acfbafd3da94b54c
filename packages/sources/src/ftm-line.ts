import { excerptOf, type Reject } from '@cordon/formats'
import { ftmFault, ftmSchema } from '@cordon/model'
import { type Step, wrote } from './reading.ts'
import type { ReportBuilder } from './report.ts'
import { StatementWriter } from './statements.ts'

const known = new Set([
  'id',
  'schema',
  'properties',
  'datasets',
  'caption',
  'target',
  'first_seen',
  'last_seen',
  'last_change',
])

/** One line of FollowTheMoney JSON: a whole entity, checked against the model. */
export class FtmLine {
  /** Whether it has the shape of an entity, sound or not. */
  readonly looksLikeFtm: boolean
  readonly datasets: readonly string[]
  /** ISO 8601, or empty. */
  readonly lastSeen: string
  private readonly fields: Readonly<Record<string, unknown>>
  private readonly where: string
  private readonly source: string | undefined
  private readonly report: ReportBuilder

  constructor(value: unknown, where: string, source: string | undefined, report: ReportBuilder) {
    this.fields = isObject(value) ? value : {}
    this.where = where
    this.source = source
    this.report = report
    this.looksLikeFtm = typeof this.fields.schema === 'string' && isObject(this.fields.properties)
    this.datasets = texts(this.fields.datasets)
    this.lastSeen = typeof this.fields.last_seen === 'string' ? this.fields.last_seen : ''
  }

  /** The entity, and a reject for each property that can't be taken; or one reject for the line. */
  step(): Step {
    const { id, schema, properties, last_change: lastChange } = this.fields
    const { where } = this
    if (typeof id !== 'string' || !id || typeof schema !== 'string' || !isObject(properties))
      return {
        records: [],
        rejects: [this.reject(where, 'not an entity: no id, schema or properties', this.fields)],
      }
    const fault = schemaFault(schema)
    if (fault) {
      this.report.countUnknown(`schema ${JSON.stringify(schema)}`, where)
      return { records: [], rejects: [this.reject(where, fault, this.fields)] }
    }
    for (const field of Object.keys(this.fields))
      if (!known.has(field)) this.report.countUnknown(`field ${JSON.stringify(field)}`, where)
    const writers = this.sources().map((source) => new StatementWriter(source, id, schema))
    const rejects: Reject[] = []
    for (const [property, values] of Object.entries(properties))
      rejects.push(...this.addProperty(writers, schema, property, values))
    if (typeof lastChange === 'string') for (const writer of writers) writer.add('modifiedAt', lastChange)
    const statements = writers.flatMap((writer) => writer.group().statements)
    return { ...wrote({ entityId: id, schema, statements }), rejects }
  }

  /** Who is credited. An entity that names no dataset is the collection's. */
  private sources(): readonly string[] {
    if (this.source) return [this.source]
    return this.datasets.length > 0 ? this.datasets : ['default']
  }

  private addProperty(
    writers: readonly StatementWriter[],
    schema: string,
    property: string,
    values: unknown,
  ): Reject[] {
    const where = `${this.where} properties.${property}`
    if (ftmFault(schema, property)) {
      this.report.countRead('unknown property')
      this.report.countUnknown(`property ${schema}.${property}`, where)
      return [this.reject(where, 'a property that the schema does not have', values)]
    }
    const rejects: Reject[] = []
    for (const value of Array.isArray(values) ? values : [values]) {
      if (typeof value === 'string' || typeof value === 'number')
        for (const writer of writers) writer.add(property, String(value))
      else {
        this.report.countRead('value that is no text')
        rejects.push(this.reject(where, 'a value that is neither text nor a number', value))
      }
    }
    return rejects
  }

  private reject(where: string, reason: string, what: unknown): Reject {
    return { where, reason, excerpt: excerptOf(JSON.stringify(what) ?? String(what)) }
  }
}

function schemaFault(schema: string): string | undefined {
  const found = ftmSchema(schema)
  return found && !found.abstract
    ? undefined
    : 'a schema that FollowTheMoney lacks or has only as an abstract one'
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []
}
