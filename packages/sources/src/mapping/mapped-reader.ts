import type { Reject } from '@cordon/formats'
import { countryCode, ftmProperty, parsePartialDate } from '@cordon/model'
import { childId } from '../child-id.ts'
import { readDate } from '../dates.ts'
import { headOf } from '../head-of.ts'
import { jsonObjects, jsonShape } from '../json-files.ts'
import { listReader, type ReadContext } from '../list-reader.ts'
import type { InputFile, ListReader } from '../reader.ts'
import { refused, type Step, wrote } from '../reading.ts'
import { scriptOf } from '../script.ts'
import { StatementWriter } from '../statements.ts'
import { columnKey, tableRows } from '../tables.ts'
import type { MappedEntity, MappedProperty, Mapping } from './mapping.ts'
import { type MappedRecord, objectRecord, rowRecord } from './record.ts'

/**
 * A reader of any table (CSV, XLSX) or JSON file by a mapping. Countries and dates are brought to FollowTheMoney's form; what can't be
 * is kept as a note where the schema has one, and counted. An entity that several records speak of gathers the values of all:
 * its id is made of its keys.
 */
export function mappedReader(mapping: Mapping): ListReader {
  const { source, title, publisher, url, parts } = mapping
  return listReader({
    format: 'mapped',
    source: { name: source, title, publisher, ...(url && { url }) },
    ...(parts && { parts }),
    recognises: () => true,
    steps: (context) => readRecords(context, mapping),
  })
}

async function* readRecords(context: ReadContext, mapping: Mapping): AsyncGenerator<Step, void, undefined> {
  const { report } = context
  const columns = mapping.version?.column
  let latest = ''
  if (mapping.version?.literal) report.setVersion(mapping.version.literal)
  for (const file of context.files)
    for await (const step of recordsOf(context, file, mapping)) {
      report.countRead('record')
      if ('reject' in step) {
        yield { records: [], rejects: [step.reject] }
        continue
      }
      const date = columns && readDate(step.record.values(columns)[0] ?? '')?.values[0]
      if (date && date > latest) latest = date
      yield new RecordReader(step.record, mapping, context).step()
    }
  if (latest) report.setVersion(latest)
}

type RecordStep = { readonly record: MappedRecord } | { readonly reject: Reject }

async function* recordsOf(
  context: ReadContext,
  file: InputFile,
  mapping: Mapping,
): AsyncGenerator<RecordStep> {
  if (jsonShape(await headOf(file, context.options.limits), mapping.member ? [mapping.member] : [])) {
    for await (const step of jsonObjects(context, file, mapping.member ? [mapping.member] : []))
      yield 'reject' in step ? step : { record: objectRecord(step.fields, step.where) }
    return
  }
  const shape = {
    columns: mapping.entities.flatMap(({ keys }) => keys),
    ...(mapping.delimiter && { delimiter: mapping.delimiter }),
    ...(mapping.encoding && { encoding: mapping.encoding }),
    onHeader: (header: readonly string[]) => checkColumns(header, mapping, context, file.name),
  }
  for await (const step of tableRows(context, file, shape))
    yield 'reject' in step ? step : { record: rowRecord(step.row) }
}

/** Columns that a mapping names and the file lacks are told, and so are those of the file that no property takes. */
function checkColumns(
  header: readonly string[],
  mapping: Mapping,
  { report }: ReadContext,
  where: string,
): void {
  const used = new Set(
    mapping.entities.flatMap(({ keys, schema, properties }) => [
      ...keys,
      ...(schema.column ? [schema.column] : []),
      ...[...properties.values()].flatMap(({ columns }) => columns),
    ]),
  )
  const has = new Set(header.map(columnKey))
  for (const column of used)
    if (!has.has(columnKey(column)))
      report.countUnknown(`column ${JSON.stringify(column)} of the mapping, not in the file`, where)
  const taken = new Set([...used].map(columnKey))
  for (const column of header)
    if (column && !taken.has(columnKey(column)))
      report.countUnknown(`column ${JSON.stringify(column)}, not in the mapping`, where)
}

class RecordReader {
  private readonly record: MappedRecord
  private readonly mapping: Mapping
  private readonly context: ReadContext

  constructor(record: MappedRecord, mapping: Mapping, context: ReadContext) {
    this.record = record
    this.mapping = mapping
    this.context = context
  }

  step(): Step {
    const { where, excerpt } = this.record
    const ids = new Map<string, string>()
    for (const entity of this.mapping.entities) {
      const id = this.idOf(entity)
      if (id) ids.set(entity.name, id)
    }
    const [main] = this.mapping.entities
    if (!ids.has(main!.name)) return refused(where, `no value under ${main!.keys.join(', ')}`, excerpt)
    const writers: StatementWriter[] = []
    for (const entity of this.mapping.entities) {
      const id = ids.get(entity.name)
      const schema = this.schemaOf(entity)
      if (!schema)
        return refused(where, `a value under ${entity.schema.column} that the mapping does not know`, excerpt)
      if (id) writers.push(this.write(entity, id, schema, ids))
    }
    return wrote(...writers.map((writer) => writer.group()).filter(({ statements }) => statements.length > 0))
  }

  private idOf({ keys, keyLiteral }: MappedEntity): string | undefined {
    const values = keys.map((column) => this.record.values(column).join('\n'))
    if (values.every((value) => value === '')) return undefined
    const plain = [...values, ...(keyLiteral ? [keyLiteral] : [])].join('-')
    // Short plain keys stay legible; the prefix keeps them apart from those of other lists.
    const { source } = this.context
    return /^[A-Za-z0-9._-]{1,60}$/.test(plain)
      ? `${source}-${plain}`
      : childId(source, keyLiteral ?? 'record', ...values)
  }

  private schemaOf({ schema }: MappedEntity): string | undefined {
    const value = schema.column && this.record.values(schema.column)[0]?.toLowerCase()
    return (value && schema.values.get(value)) || schema.otherwise
  }

  private write(
    entity: MappedEntity,
    id: string,
    schema: string,
    ids: ReadonlyMap<string, string>,
  ): StatementWriter {
    const writer = new StatementWriter(this.context.source, id, schema)
    for (const [property, mapped] of entity.properties) {
      const type = ftmProperty(schema, property)?.type
      if (type === undefined) continue
      if (mapped.entity) writer.add(property, ids.get(mapped.entity))
      for (const value of this.valuesOf(mapped)) this.add(writer, property, type, value, mapped)
    }
    return writer
  }

  private valuesOf({ columns, literals, join, split, values }: MappedProperty): string[] {
    const found = columns.flatMap((column) => this.record.values(column))
    const joined = join === undefined ? found : [found.join(join)]
    const parts = split === undefined ? joined : joined.flatMap((value) => value.split(split))
    const meant = parts.map((value) => values?.get(value.trim().toLowerCase()) ?? value.trim())
    return [...meant, ...literals].filter((value) => value !== '')
  }

  private add(
    writer: StatementWriter,
    property: string,
    type: string,
    value: string,
    { dates }: MappedProperty,
  ): void {
    if (type === 'country') {
      const code = countryCode(value)
      if (code) writer.add(property, code, { original: value })
      else this.unknown(writer, `country ${JSON.stringify(value)}`, `${property}: ${value}`)
    } else if (type === 'date') {
      const read = parsePartialDate(value, dates)
      const { value: date, qualifier } = read.ok ? read : { value: undefined, qualifier: undefined }
      const ends = date ? [date] : [qualifier?.from, qualifier?.to]
      if (!read.ok) this.unknown(writer, `${property} in an unknown form`, `${property}: ${value}`)
      else writer.addAll(property, ends, { original: value, date: qualifier })
    } else writer.add(property, value, type === 'name' ? { lang: scriptOf(value) } : {})
  }

  private unknown(writer: StatementWriter, what: string, note: string): void {
    this.context.report.countUnknown(what, this.record.where)
    const place = ['notes', 'summary', 'description'].find((name) => ftmProperty(writer.schema, name))
    if (place) writer.add(place, note)
  }
}
