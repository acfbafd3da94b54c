import { type Bytes, decodeText, excerptOf, hasInvalidBytes, InputError } from '@cordon/formats'
import type { MessageFault, MessageFaultCode } from '../fault.ts'
import type { PaymentBatch, ReadMessage } from '../read-message.ts'
import { DocumentReader, type MxOptions } from './document-reader.ts'

/**
 * ISO 20022 messages from an XML input: one document, or several one after another, in whatever wrapper. A document
 * of many transactions comes in parts. A document that is broken ends at its fault: what was read of it before is
 * given, and reading goes on at the next XML declaration. Memory holds one part.
 */
export async function* readMx(
  bytes: Bytes,
  options: MxOptions = {},
): AsyncGenerator<PaymentBatch, void, undefined> {
  const input = new MxInput(options)
  const encoding = options.encoding === undefined ? {} : { encoding: options.encoding }
  try {
    for await (const chunk of decodeText(bytes, { xml: true, invalid: 'escape', ...encoding })) {
      input.push(chunk)
      const batch = input.take()
      if (batch) yield batch
    }
    input.finish()
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    input.fail(error)
  }
  const batch = input.take()
  if (batch) yield batch
}

const declaration = /(?:^|[\r\n}>$])\s*(<\?xml\s)/

class MxInput {
  private reader: DocumentReader | undefined
  private messages: ReadMessage[] = []
  private faults: MessageFault[] = []
  /** While a broken document is passed over: what may hold the beginning of the next declaration. */
  private passed = ''
  /** Of the input's next character. */
  private offset = 0
  private line = 1
  private readonly options: MxOptions

  constructor(options: MxOptions) {
    this.options = options
    this.reader = this.begin(0, 1)
  }

  private begin(offset: number, line: number): DocumentReader {
    return new DocumentReader(
      (message) => this.messages.push(message),
      (error, at) => this.tell(error, at),
      this.options,
      offset,
      line,
    )
  }

  push(chunk: string): void {
    if (!this.reader) {
      this.seek(chunk)
      return
    }
    const bad = hasInvalidBytes(chunk) ? chunk.search(/[\uDC80-\uDCFF]/u) : -1
    const sound = bad === -1 ? chunk : chunk.slice(0, bad)
    const start = this.offset
    try {
      if (sound !== '') this.reader.push(sound)
      this.advance(sound)
      if (bad === -1) return
      const byte = (chunk.charCodeAt(bad) - 0xdc00).toString(16).toUpperCase()
      throw new InputError('FORMATS_ENCODING', {
        expected: 'text in the declared encoding',
        found: `the byte 0x${byte}`,
        where: `line ${this.line}`,
        remedy: 'Save the file as UTF-8, or declare the encoding that it is in.',
      })
    } catch (error) {
      if (!(error instanceof InputError)) throw error
      const at = error.code === 'FORMATS_ENCODING' ? this.offset : this.reader.offset()
      this.fail(error, at)
      // What is left of this piece may hold the next document.
      const rest = chunk.slice(Math.max(0, at - start) + (bad === -1 ? 1 : 0))
      this.offset = start
      this.line = this.lineAfter
      this.advance(chunk.slice(0, chunk.length - rest.length))
      this.seek(rest)
    }
  }
  private lineAfter = 1

  private advance(text: string): void {
    this.lineAfter = this.line
    this.offset += text.length
    for (let i = text.indexOf('\n'); i !== -1; i = text.indexOf('\n', i + 1)) this.line++
  }

  private seek(chunk: string): void {
    const held = this.passed
    const text = held + chunk
    const found = declaration.exec(text)
    if (!found) {
      this.advance(chunk)
      this.passed = text.slice(-32)
      return
    }
    const at = found.index + found[0].length - found[1]!.length
    this.passed = ''
    if (at > held.length) this.advance(text.slice(held.length, at))
    const from = Math.max(0, at)
    this.reader = this.begin(this.offset, this.line)
    this.push(text.slice(from))
  }

  finish(): void {
    if (!this.reader) return
    try {
      this.reader.finish()
    } catch (error) {
      if (!(error instanceof InputError)) throw error
      this.fail(error, this.reader.offset())
    }
  }

  /** Tells the fault, and keeps what was read of the document before it. */
  fail(error: InputError, at = this.offset): void {
    const excerpt = this.reader?.around(at) ?? ''
    this.reader?.giveUp()
    this.reader = undefined
    this.tell(error, at, excerpt)
  }

  private tell(error: InputError, at: number, excerpt = this.reader?.around(at) ?? ''): void {
    this.faults.push({
      code: codeOf(error),
      expected: error.expected,
      found: error.found,
      where: error.where,
      remedy: error.remedy,
      offset: at,
      excerpt: excerptOf(excerpt),
    })
  }

  take(): PaymentBatch | undefined {
    if (this.messages.length + this.faults.length === 0) return undefined
    const batch = { messages: this.messages, faults: this.faults }
    this.messages = []
    this.faults = []
    return batch
  }
}

function codeOf(error: InputError): MessageFaultCode {
  if (error.code === 'FORMATS_ENCODING') return 'PAYMENTS_CHARSET'
  if (error.code === 'FORMATS_RECORD_TOO_LARGE') return 'PAYMENTS_TOO_LARGE'
  return error.code === 'FORMATS_UNKNOWN' ? 'PAYMENTS_UNKNOWN' : 'PAYMENTS_XML'
}
