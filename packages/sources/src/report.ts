import type { ReadReport } from './reader.ts'

/** Keeps the account of one import; see `ReadReport`. */
export class ReportBuilder {
  private version = ''
  private statements = 0
  private rejected = 0
  private isComplete = false
  private readonly read = new Map<string, number>()
  private readonly written = new Map<string, number>()
  private readonly rejectedBy = new Map<string, number>()
  private readonly unknown = new Map<string, { count: number; first: string }>()
  private source: string
  private readonly format: string

  constructor(source: string, format: string) {
    this.source = source
    this.format = format
  }

  /** The source, where the input itself says it. */
  setSource(source: string): void {
    this.source = source
  }

  /** The publisher's version, as soon as it is known. */
  setVersion(version: string): void {
    this.version = version
  }

  /** One record of the input, in the publisher's words. */
  countRead(kind: string, count = 1): void {
    add(this.read, kind, count)
  }

  /** One entity written. A further group about an entity counts its statements only (`isNew` false). */
  countWritten(schema: string, statements: number, isNew = true): void {
    if (isNew) add(this.written, schema, 1)
    this.statements += statements
  }

  /** One record that could not be read. The reason must not hold the record's own values, so that it can be counted. */
  countRejected(reason: string): void {
    this.rejected++
    add(this.rejectedBy, reason, 1)
  }

  /** Something the reader does not know: an element, a column, a code. */
  countUnknown(what: string, where: string): void {
    const seen = this.unknown.get(what)
    if (seen) seen.count++
    else this.unknown.set(what, { count: 1, first: where })
  }

  /** To be called when the end of the input has been seen. */
  complete(): void {
    this.isComplete = true
  }

  /** @throws {Error} where the input has not been read to its end: part of a list is never taken for the whole */
  report(): ReadReport {
    if (!this.isComplete)
      throw new Error(`the reading of ${this.source} has not ended: iterate it to its end before report()`)
    return {
      source: this.source,
      format: this.format,
      version: this.version,
      read: Object.fromEntries(this.read),
      written: Object.fromEntries(this.written),
      statements: this.statements,
      rejected: this.rejected,
      rejectedBy: Object.fromEntries(this.rejectedBy),
      unknown: Object.fromEntries(this.unknown),
    }
  }
}

function add(counts: Map<string, number>, key: string, count: number): void {
  counts.set(key, (counts.get(key) ?? 0) + count)
}
