import type { Reject } from '@cordon/formats'
import { readInt, readUint } from './bits.ts'
import { type AisCounts, count } from './counts.ts'
import { type AisMessage, decodeMessage, powers, tooShort } from './decode.ts'
import type { Field } from './field.ts'
import { JsonBytes } from './json-bytes.ts'
import { messageTables } from './messages.ts'
import type { AisRecord } from './read-ais.ts'
import { type Heard, type SentenceLimits, SentenceReader } from './sentence-reader.ts'
import { wordFor } from './vocabulary.ts'

/** A message as a line of NDJSON, without its end: how it was heard, then its fields. Times are RFC 3339, UTC. */
export function toNdjson({ time, source, channel, own, message }: AisRecord): string {
  return JSON.stringify({
    ...(time !== undefined && { time: new Date(time).toISOString() }),
    ...(source !== undefined && { source }),
    ...(channel !== undefined && { channel }),
    ...(own && { own }),
    ...message,
  })
}

function ascii(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length)
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i)
  return bytes
}

/** One field ready to be written: its key, and its words for the codes that fit into a byte. */
interface Writer {
  readonly field: Field
  readonly key: Uint8Array
  readonly wordKey: Uint8Array
  readonly words: readonly (Uint8Array | undefined)[] | undefined
}

/** Tables that are written straight from the bits: all whose fields stand in fixed places. */
const writers: readonly (readonly Writer[] | undefined)[] = messageTables.map((table) => {
  if (
    table === undefined ||
    table.further ||
    table.fields.some(({ width, kind }) => width === 0 && kind !== 'skip')
  )
    return undefined
  return table.fields.filter(({ kind }) => kind !== 'skip').map(writerOf)
})

function writerOf(field: Field): Writer {
  const { name, words, width } = field
  return {
    field,
    key: ascii(`,"${name}":`),
    wordKey: ascii(`,"${name}_text":`),
    words:
      words &&
      Array.from({ length: 2 ** width }, (_, code) => {
        const word = wordFor(words, code)
        return word === undefined ? undefined : ascii(JSON.stringify(word))
      }),
  }
}

const yes = ascii('true')
const no = ascii('false')
const fastRight = ascii('"fastright"')
const fastLeft = ascii('"fastleft"')
const quote = 0x22
const backslash = 0x5c

/** Longest line: eight sensor reports, some 3,000 bytes, and a receiver's name. */
const mostBytes = 16 * 1024

/** Sentences in, lines of NDJSON out, as bytes. A line is what `toNdjson` makes of the same message. */
export class NdjsonDecoder {
  private readonly reader: SentenceReader
  private readonly out = new JsonBytes()
  private readonly outOfRange: (field: string) => void
  private timeOfText = Number.NaN
  private timeText: Uint8Array = new Uint8Array(0)
  private readonly sourceTexts: (Uint8Array | undefined)[] = []

  constructor(limits: SentenceLimits = {}) {
    this.reader = new SentenceReader((six, bits, heard) => this.take(six, bits, heard), limits)
    const { outOfRange } = this.reader.counts
    this.outOfRange = (field) => count(outOfRange, field)
  }

  /** The account so far. */
  get counts(): AisCounts {
    return this.reader.counts
  }

  /** Lines that these bytes complete, each with its end. */
  push(chunk: Uint8Array): { ndjson: Uint8Array; rejects: readonly Reject[] } {
    this.reader.push(chunk)
    return { ndjson: this.out.take(), rejects: this.reader.takeRejects() }
  }

  /** Ends the input. */
  end(): { ndjson: Uint8Array; rejects: readonly Reject[] } {
    this.reader.end()
    return { ndjson: this.out.take(), rejects: this.reader.takeRejects() }
  }

  private take(six: Uint8Array, bits: number, heard: Heard): string | undefined {
    const { out } = this
    out.reserve(mostBytes)
    const start = out.length
    this.head(heard)
    const reason = this.fields(six, bits)
    if (reason !== undefined) {
      out.length = start
      return reason
    }
    // Every part of a line begins with a comma; the first one becomes the brace.
    out.bytes[start] = 0x7b
    out.char(0x7d)
    out.char(0x0a)
    return undefined
  }

  private head({ time, source, channel, own }: Heard): void {
    const { out } = this
    if (!Number.isNaN(time)) {
      if (time !== this.timeOfText) {
        this.timeOfText = time
        this.timeText = ascii(`,"time":"${new Date(time).toISOString()}"`)
      }
      out.raw(this.timeText)
    }
    if (source !== 0) out.raw(this.sourceText(source))
    if (channel !== 0) {
      out.raw(channelKey)
      out.char(channel)
      out.char(quote)
    }
    if (own) out.raw(ownText)
  }

  private sourceText(source: number): Uint8Array {
    this.sourceTexts[source] ??= ascii(`,"source":${asciiJson(this.reader.sources.names[source]!)}`)
    return this.sourceTexts[source]!
  }

  private fields(six: Uint8Array, bits: number): string | undefined {
    const type = six[0]!
    const plan = writers[type]
    if (plan === undefined) return this.object(decodeMessage(six, bits, this.outOfRange))
    if (bits < 38) return `${bits} bits, too few for a message`
    const [least, most] = messageTables[type]!.bits
    if (bits < least) return tooShort(type, bits, least)
    const end = bits < most ? bits : most
    for (let i = 0; i < plan.length; i++) this.field(plan[i]!, six, end)
    if (bits > most) {
      this.out.raw(extraKey)
      this.out.fixed(bits - most, 0)
    }
    return undefined
  }

  private object(message: AisMessage | string): string | undefined {
    if (typeof message === 'string') return message
    const text = ascii(asciiJson(message))
    text[0] = 0x2c
    this.out.raw(text.subarray(0, -1))
    return undefined
  }

  private field(writer: Writer, six: Uint8Array, end: number): void {
    const { field } = writer
    const { kind, at, width } = field
    if (kind === 'text') this.text(writer, six, Math.min(at + width, end))
    else if (at + width > end) return
    else if (kind === 'uint' || kind === 'int') {
      if (field.groupWidth > 0 && readUint(six, at - field.groupBack, field.groupWidth) === 0) return
      this.number(writer, kind === 'int' ? readInt(six, at, width) : readUint(six, at, width))
    } else if (kind === 'flag') {
      this.out.raw(writer.key)
      this.out.raw(readUint(six, at, 1) === 1 ? yes : no)
    } else this.turn(writer, readInt(six, at, width))
  }

  private number({ field, key, wordKey, words }: Writer, raw: number): void {
    if (raw === field.na) return
    const { out } = this
    const word = words?.[raw]
    if (raw >= field.least && raw <= field.most) {
      out.raw(key)
      const { digits } = field
      if (digits === 0) out.fixed(raw + field.plus, 0)
      else out.fixed(Math.round((raw / field.per + field.plus) * powers[digits]!), digits)
    } else if (word === undefined) this.outOfRange(field.name)
    if (word !== undefined) {
      out.raw(wordKey)
      out.raw(word)
    }
  }

  private turn({ key }: Writer, raw: number): void {
    if (raw === -128) return
    const { out } = this
    out.raw(key)
    if (raw === 127) out.raw(fastRight)
    else if (raw === -127) out.raw(fastLeft)
    else out.fixed(Math.sign(raw) * Math.round((raw / 4.733) ** 2 * 100), 2)
  }

  private text({ field, key }: Writer, six: Uint8Array, end: number): void {
    const { out } = this
    const start = out.length
    out.raw(key)
    out.char(quote)
    let last = 0
    for (let at = field.at; at + 6 <= end; at += 6) {
      const code = readUint(six, at, 6)
      if (code === 0) break
      const char = code < 32 ? code + 64 : code
      if (char === quote || char === backslash) out.char(backslash)
      out.char(char)
      if (char !== 0x20) last = out.length
    }
    if (last === 0) out.length = start
    else {
      out.length = last
      out.char(quote)
    }
  }
}

const extraKey = ascii(',"extra_bits":')
const channelKey = ascii(',"channel":"')
const ownText = ascii(',"own":true')

/** JSON in ASCII alone: a byte a character. */
function asciiJson(value: unknown): string {
  return JSON.stringify(value).replace(/[\u007f-\uffff]/g, (char) => {
    return `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`
  })
}
