import type { Batch, Bytes, Limits, Reject } from './batch.ts'
import { excerptOf } from './excerpt.ts'
import { resolveLimits } from './limits.ts'
import { type JsonRecord, parseJson } from './ndjson.ts'
import { decodeText } from './text.ts'

/**
 * Objects of a text that holds many in any of the ways programs write them: pretty-printed one after the other, in an
 * array, or one a line. Brackets and commas around and between them are passed over. An object that can't be parsed, is
 * too long or nests too deep is a reject with its line, and so is one that the end of the input cuts off.
 */
export async function* readJsonValues(
  bytes: Bytes,
  limits?: Limits,
): AsyncGenerator<Batch<JsonRecord>, void, undefined> {
  const splitter = new ObjectSplitter(limits)
  for await (const chunk of decodeText(bytes)) {
    splitter.push(chunk)
    yield splitter.take()
  }
  splitter.finish()
  yield splitter.take()
}

/** Cuts objects out by brackets and strings alone; JSON.parse judges what is cut. */
class ObjectSplitter {
  private records: JsonRecord[] = []
  private rejects: Reject[] = []
  private parts: string[] = []
  private kept = 0
  private depth = 0
  private inString = false
  private escaped = false
  private line = 1
  private startLine = 1
  private readonly maxLength: number
  private readonly maxDepth: number

  constructor(limits?: Limits) {
    const { maxRecordBytes, maxDepth } = resolveLimits(limits)
    this.maxLength = maxRecordBytes
    this.maxDepth = maxDepth
  }

  push(chunk: string): void {
    let from = 0
    for (let i = 0; i < chunk.length; i++) {
      const c = chunk.charCodeAt(i)
      if (c === 0x0a) this.line++
      if (this.inString) {
        if (this.escaped) this.escaped = false
        else if (c === 0x5c) this.escaped = true
        else if (c === 0x22) this.inString = false
      } else if (c === 0x22) this.inString = this.depth > 0
      else if (c === 0x7b) {
        if (this.depth++ === 0) {
          from = i
          this.startLine = this.line
        }
      } else if (c === 0x7d && this.depth > 0 && --this.depth === 0) this.close(chunk.slice(from, i + 1))
    }
    if (this.depth > 0) this.keep(chunk.slice(from))
  }

  finish(): void {
    if (this.depth > 0) this.reject('cut off by the end of the file', this.parts.join(''))
  }

  take(): Batch<JsonRecord> {
    const batch = { records: this.records, rejects: this.rejects }
    this.records = []
    this.rejects = []
    return batch
  }

  private keep(part: string): void {
    this.kept += part.length
    if (this.kept <= this.maxLength) this.parts.push(part)
    else this.parts = [[...this.parts, part].join('').slice(0, 200)]
  }

  private close(part: string): void {
    const length = this.kept + part.length
    const text = this.kept > 0 ? [...this.parts, part].join('') : part
    this.parts = []
    this.kept = 0
    const value =
      length > this.maxLength ? `longer than ${this.maxLength} characters` : parseJson(text, this.maxDepth)
    if (typeof value === 'string') this.reject(value, text)
    else this.records.push({ line: this.startLine, value: value.value })
  }

  private reject(reason: string, text: string): void {
    this.rejects.push({ where: `line ${this.startLine}`, reason, excerpt: excerptOf(text) })
  }
}
