import type { Batch, Bytes, Limits, Reject } from './batch.ts'
import { excerptOf } from './excerpt.ts'
import { InputError } from './input-error.ts'
import { resolveLimits } from './limits.ts'
import { type JsonRecord, parseJson } from './ndjson.ts'
import { decodeText } from './text.ts'

/** Which array is read. */
export interface JsonArrayOptions {
  /** The member of a top-level object that holds the array (`objects` of a STIX bundle). Absent: the file is the array. */
  readonly member?: string
  readonly limits?: Limits
}

/**
 * The elements of one long JSON array, one by one. An element that can't be parsed, is too long or too deep is a
 * reject. Other members of the top-level object are passed over.
 * @throws {InputError} `FORMATS_TRUNCATED` where the array has no end, `FORMATS_SYNTAX` where there is none
 */
export async function* readJsonArray(
  bytes: Bytes,
  options: JsonArrayOptions = {},
): AsyncGenerator<Batch<JsonRecord>, void, undefined> {
  const splitter = new ElementSplitter(options)
  for await (const chunk of decodeText(bytes)) {
    splitter.push(chunk)
    yield splitter.take()
  }
  splitter.finish()
}

/** Cuts elements out by brackets and strings alone; JSON.parse judges what is cut. */
class ElementSplitter {
  private records: JsonRecord[] = []
  private rejects: Reject[] = []
  /** Kept text of the running element, or of the running key of the top-level object. */
  private parts: string[] = []
  private kept = 0
  private depth = 0
  private inString = false
  private escaped = false
  private line = 1
  private startLine = 1
  private index = 0
  private started = false
  private done = false
  private key = ''
  private readonly member: string | undefined
  private readonly maxLength: number
  private readonly maxDepth: number
  /** Depth at which the elements of the array lie. */
  private readonly inside: number
  private isInArray = false

  constructor(options: JsonArrayOptions) {
    const limits = resolveLimits(options.limits)
    this.member = options.member
    this.maxLength = limits.maxRecordBytes
    this.maxDepth = limits.maxDepth
    this.inside = options.member === undefined ? 1 : 2
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
        continue
      }
      if (c <= 0x20) continue
      if (!this.started) this.begin(c)
      if (c === 0x22) this.inString = true
      else if (c === 0x2c && this.depth === this.inside && this.isInArray) {
        this.close(chunk.slice(from, i))
        from = i + 1
        this.startLine = this.line
      } else if (c === 0x2c && this.depth === 1) {
        this.forget()
        from = i + 1
      } else if (c === 0x3a && this.depth === 1 && this.member !== undefined) {
        this.keep(chunk.slice(from, i))
        this.key = this.parts.join('').trim()
        this.forget()
        from = i + 1
      } else if (c === 0x5b || c === 0x7b) {
        if (++this.depth === this.inside && c === 0x5b && this.isWanted()) {
          this.isInArray = true
          this.forget()
          from = i + 1
          this.startLine = this.line
        } else if (this.depth === 1) {
          this.forget()
          from = i + 1
        }
      } else if (c === 0x5d || c === 0x7d) {
        if (this.depth === this.inside && this.isInArray) {
          this.close(chunk.slice(from, i))
          from = i + 1
          this.isInArray = false
          this.done = true
        }
        this.depth--
      }
    }
    this.keep(chunk.slice(from))
  }

  finish(): void {
    if (this.started && this.depth > 0)
      throw new InputError('FORMATS_TRUNCATED', {
        expected: 'the end of the JSON document',
        found: 'the end of the file',
        where: `line ${this.line}`,
        remedy: 'The file is cut off; fetch it again.',
      })
    if (!this.done) throw this.noArray('a document without it')
  }

  take(): Batch<JsonRecord> {
    const batch = { records: this.records, rejects: this.rejects }
    this.records = []
    this.rejects = []
    return batch
  }

  private begin(c: number): void {
    this.started = true
    if (c !== (this.member === undefined ? 0x5b : 0x7b))
      throw this.noArray(`a document that begins with ${String.fromCharCode(c)}`)
  }

  private isWanted(): boolean {
    return this.member === undefined || this.key === JSON.stringify(this.member)
  }

  private keep(part: string): void {
    this.kept += part.length
    if (this.kept <= this.maxLength) this.parts.push(part)
    else if (this.parts.length > 1 || (this.parts[0] ?? '').length !== 200)
      this.parts = [[...this.parts, part].join('').trimStart().slice(0, 200).padEnd(200)]
  }

  private forget(): void {
    this.parts = []
    this.kept = 0
  }

  private close(part: string): void {
    this.keep(part)
    const text = this.parts.join('').trim()
    const isTooLong = this.kept > this.maxLength
    this.forget()
    if (text === '') {
      if (this.index > 0 || !this.isInArray) this.reject('an empty place between two commas', text)
      return
    }
    const value = isTooLong ? `longer than ${this.maxLength} characters` : parseJson(text, this.maxDepth)
    if (typeof value === 'string') this.reject(value, text)
    else {
      this.records.push({ line: this.startLine, value: value.value })
      this.index++
    }
  }

  private reject(reason: string, text: string): void {
    this.rejects.push({
      where: `element ${this.index}, line ${this.startLine}`,
      reason,
      excerpt: excerptOf(text),
    })
    this.index++
  }

  private noArray(found: string): InputError {
    return new InputError('FORMATS_SYNTAX', {
      expected: this.member === undefined ? 'a JSON array' : `a JSON object with an array "${this.member}"`,
      found,
      where: `line ${this.line}`,
      remedy: 'Check that this is the right file and format.',
    })
  }
}
