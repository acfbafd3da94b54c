import type { DateQualifier, Statement, StatementGroup } from '@cordon/model'

/** What a statement may carry beside its value. */
export interface StatementExtra {
  /** The publisher's text where it differs from the value. */
  readonly original?: string | undefined
  /** ISO 639-3 language or ISO 15924 script. */
  readonly lang?: string | undefined
  readonly date?: DateQualifier | undefined
}

/**
 * Collects the statements of one entity. Empty values are passed over; a value said twice of one property in one
 * language is kept once. Values are trimmed, nothing else is done to them.
 */
export class StatementWriter {
  readonly entityId: string
  readonly schema: string
  private readonly source: string
  private readonly statements: Statement[] = []
  private readonly seen = new Set<string>()

  constructor(source: string, entityId: string, schema: string) {
    this.source = source
    this.entityId = entityId
    this.schema = schema
  }

  add(property: string, value: string | undefined, extra: StatementExtra = {}): this {
    const text = value?.trim()
    if (!text) return this
    const { lang, date } = extra
    const key = `${property}\0${text}\0${lang ?? ''}\0${date ? JSON.stringify(date) : ''}`
    if (this.seen.has(key)) return this
    this.seen.add(key)
    const original = extra.original?.trim()
    this.statements.push({
      entityId: this.entityId,
      schema: this.schema,
      property,
      value: text,
      source: this.source,
      ...(original && original !== text ? { original } : undefined),
      ...(lang ? { lang } : undefined),
      ...(date ? { date } : undefined),
    })
    return this
  }

  addAll(property: string, values: Iterable<string | undefined>, extra?: StatementExtra): this {
    for (const value of values) this.add(property, value, extra)
    return this
  }

  /** The statements so far, in the order in which they were added. */
  group(): StatementGroup {
    return { entityId: this.entityId, schema: this.schema, statements: this.statements }
  }
}
