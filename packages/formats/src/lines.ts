import type { Batch, Bytes, Limits, Reject } from './batch.ts'
import { detach, excerptOf, hasInvalidBytes } from './excerpt.ts'
import { resolveLimits } from './limits.ts'
import { decodeText, type TextOptions } from './text.ts'

/** One line of text, without its end. */
export interface Line {
  /** Counted from 1. */
  readonly line: number
  readonly text: string
}

/** Bounds and encoding of a line format. */
export interface LineOptions {
  readonly limits?: Limits
  /** See `TextOptions`; UTF-8, or UTF-16 by its byte order mark, where absent. */
  readonly encoding?: string
  /** The lines are looked at while their batch is at hand, and not kept: they are not copied. */
  readonly transient?: boolean
}

/**
 * Lines that end in LF or CRLF; the last one needs no end. A line longer than `maxRecordBytes` (counted in UTF-16
 * units) is a reject and is skipped without being held; so is one with bytes that are not UTF-8.
 */
export async function* readLines(
  bytes: Bytes,
  options: LineOptions = {},
): AsyncGenerator<Batch<Line>, void, undefined> {
  const splitter = new LineSplitter(resolveLimits(options.limits).maxRecordBytes, options.transient ?? false)
  const text: TextOptions = { invalid: 'escape', ...(options.encoding && { encoding: options.encoding }) }
  for await (const chunk of decodeText(bytes, text)) {
    splitter.push(chunk)
    yield splitter.take()
  }
  splitter.finish()
  yield splitter.take()
}

class LineSplitter {
  private records: Line[] = []
  private rejects: Reject[] = []
  private parts: string[] = []
  private length = 0
  private line = 1
  private suspicious = false
  private readonly limit: number
  private readonly transient: boolean

  constructor(limit: number, transient: boolean) {
    this.limit = limit
    this.transient = transient
  }

  push(chunk: string): void {
    this.suspicious ||= hasInvalidBytes(chunk)
    let from = 0
    for (let end = chunk.indexOf('\n'); end !== -1; end = chunk.indexOf('\n', from)) {
      this.close(chunk.slice(from, end))
      from = end + 1
    }
    this.hold(chunk.slice(from))
  }

  finish(): void {
    if (this.length > 0) this.close('')
  }

  take(): Batch<Line> {
    const batch = { records: this.records, rejects: this.rejects }
    this.records = []
    this.rejects = []
    return batch
  }

  /** Keeps an unfinished line; of one that is too long only the beginning, for the reject. */
  private hold(part: string): void {
    if (part === '') return
    this.length += part.length
    if (this.length <= this.limit) this.parts.push(part)
    else if (this.parts.length !== 1 || this.parts[0]!.length !== 200)
      this.parts = [[...this.parts, part].join('').slice(0, 200).padEnd(200)]
  }

  private close(part: string): void {
    const length = this.length + part.length
    const line = this.line++
    const text = this.length > 0 ? [...this.parts, part].join('') : part
    this.parts = []
    this.length = 0
    const where = `line ${line}`
    if (length > this.limit)
      this.rejects.push({ where, reason: `longer than ${this.limit} characters`, excerpt: excerptOf(text) })
    else if (this.suspicious && hasInvalidBytes(text))
      this.rejects.push({ where, reason: 'not valid UTF-8', excerpt: excerptOf(text) })
    else {
      const whole = text.endsWith('\r') ? text.slice(0, -1) : text
      this.records.push({ line, text: this.transient ? whole : detach(whole) })
    }
  }
}
