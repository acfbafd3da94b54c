import type { Reject } from '@cordon/formats'
import { armour, hexDigit } from './armour.ts'
import type { AisCounts } from './counts.ts'
import { Ledger } from './ledger.ts'
import { LineSplitter } from './line-splitter.ts'
import { ownTimeOf } from './own-time.ts'
import { joinParts, PartBuffer, type PartLimits } from './parts.ts'
import { SourceTable } from './sources.ts'
import { parsePghp, readTime, TagBlock } from './tag-block.ts'

/** Where a message came from. One object, overwritten for each message: read it at once. */
export interface Heard {
  /** Line of its last sentence, from 1. */
  line: number
  /** Receiver's time, UTC milliseconds; NaN where none was given. */
  time: number
  /** Number of the receiver in `sources`, 0 for none. */
  source: number
  /** Radio channel as its character code (`A`, `B`, `1` ...), 0 for none. */
  channel: number
  /** AIVDO: the receiver's own ship. */
  own: boolean
}

/** Takes a whole payload; returns why it is no message, or undefined. `six` is only good until it returns. */
export type PayloadSink = (six: Uint8Array, bits: number, heard: Heard) => string | undefined

/** Bounds of a reading. */
export interface SentenceLimits extends PartLimits {
  /** Bytes of a line; a longer one is a reject. Default 4,096. */
  readonly lineBytes?: number
}

/** Most six-bit groups of a message: five slots hold 1,064 bits; a little more, for filled ends. */
const mostSixes = 256
const at = { exclamation: 0x21, hash: 0x23, dollar: 0x24, star: 0x2a, comma: 0x2c, backslash: 0x5c } as const

/**
 * Reads NMEA 0183 AIS sentences (IEC 61162-1 VDM and VDO, tag blocks of IEC 61162-450) from bytes in chunks of any
 * size. Nothing is allocated for a message in one sentence. It never throws on input; what it can't read is a reject.
 */
export class SentenceReader {
  readonly sources: SourceTable = new SourceTable()
  private readonly ledger = new Ledger()
  private readonly heard: Heard = { line: 0, time: Number.NaN, source: 0, channel: 0, own: false }
  private readonly six = new Uint8Array(mostSixes)
  private readonly parts: PartBuffer
  private readonly tag: TagBlock
  private readonly sink: PayloadSink
  private readonly lineBytes: number
  private readonly lines: LineSplitter
  /** Time of a $PGHP sentence, and the checksum of the sentence that it speaks of. */
  private pghpTime = Number.NaN
  private pghpChecksum = -1
  /** Time of the own ship's receiver, for what has no other. */
  private ownTime = Number.NaN
  private prefixTime = Number.NaN

  constructor(sink: PayloadSink, limits: SentenceLimits = {}) {
    this.sink = sink
    this.lineBytes = limits.lineBytes ?? 4096
    this.lines = new LineSplitter(this.lineBytes, (buffer, from, to, isTooLong) => {
      this.counts.lines++
      if (isTooLong) this.reject(`line longer than ${this.lineBytes} bytes`, buffer, from, to)
      else this.line(buffer, from, to)
    })
    this.tag = new TagBlock(this.sources)
    this.parts = new PartBuffer(limits, (assembly, parts) => this.ledger.lose(assembly, parts))
  }

  /** The account so far. */
  get counts(): AisCounts {
    return this.ledger.counts
  }

  /** Reads a chunk. What stands behind its last line end waits for the next one. */
  push(chunk: Uint8Array): void {
    this.lines.push(chunk)
  }

  /** Ends the input: a last line without an end is read, parts that still wait are rejects. */
  end(): void {
    this.lines.end()
    this.parts.end()
  }

  /** Rejects since the last call. */
  takeRejects(): Reject[] {
    return this.ledger.takeRejects()
  }

  private line(buffer: Uint8Array, from: number, to: number): void {
    let end = to
    while (end > from && buffer[end - 1]! <= 0x20) end--
    let start = from
    while (start < end && buffer[start]! <= 0x20) start++
    if (start === end) {
      this.counts.blank++
      return
    }
    this.prefixTime = Number.NaN
    let place = this.record(buffer, start, end)
    // A second record on the same line: seen from gateways that forget the line end.
    while (place < end) place = this.record(buffer, place, end)
  }

  /** Reads one record and returns the place behind it. */
  private record(buffer: Uint8Array, from: number, end: number): number {
    const first = buffer[from]!
    if (first === at.exclamation) return this.sentence(buffer, from, end)
    if (first === at.backslash) return this.tagged(buffer, from, end)
    if (first === at.dollar) return this.foreign(buffer, from, end)
    if (first === at.hash) return this.other('comment', end)
    return this.prefixed(buffer, from, end)
  }

  private other(kind: string, end: number): number {
    this.ledger.other(kind)
    return end
  }

  private tagged(buffer: Uint8Array, from: number, end: number): number {
    const close = buffer.indexOf(at.backslash, from + 1)
    if (close === -1 || close >= end) {
      this.reject('tag block without an end', buffer, from, end)
      return end
    }
    if (!this.tag.read(buffer, from + 1, close)) this.counts.badTags++
    let next = close + 1
    while (next < end && buffer[next]! <= 0x20) next++
    if (next >= end) return this.other('tag block', end)
    return this.record(buffer, next, end)
  }

  /** Something stands before the sentence: a logger's time, or what is left of a broken line. */
  private prefixed(buffer: Uint8Array, from: number, end: number): number {
    let next = from
    while (next < end && !this.beginsRecord(buffer, next, end)) next++
    if (next === end) {
      this.reject('no sentence', buffer, from, end)
      return end
    }
    this.prefixTime = readTime(buffer, from, next)
    return this.record(buffer, next, end)
  }

  private beginsRecord(buffer: Uint8Array, place: number, end: number): boolean {
    const byte = buffer[place]!
    if (byte === at.backslash) return true
    return byte === at.exclamation && place + 6 < end && isAis(buffer, place)
  }

  /** A sentence that begins with '$', or with '!' and is not VDM or VDO. */
  private foreign(buffer: Uint8Array, from: number, end: number): number {
    const comma = buffer.indexOf(at.comma, from)
    if (comma === -1 || comma >= end || comma - from < 4 || comma - from > 9) {
      this.reject('no sentence', buffer, from, end)
      return end
    }
    let name = ''
    for (let i = from + 1; i < comma; i++) {
      const byte = buffer[i]!
      if (byte < 0x30 || byte > 0x5a) {
        this.reject('no sentence', buffer, from, end)
        return end
      }
      name += String.fromCharCode(byte)
    }
    if (name === 'PGHP') {
      const said = parsePghp(buffer, from, end)
      this.pghpTime = said?.time ?? Number.NaN
      this.pghpChecksum = said?.checksum ?? -1
    }
    const time = ownTimeOf(name, buffer, from, end)
    if (!Number.isNaN(time)) this.ownTime = time
    return this.other(name, end)
  }

  private sentence(buffer: Uint8Array, from: number, end: number): number {
    if (from + 6 >= end || !isAis(buffer, from)) return this.foreign(buffer, from, end)
    const star = buffer.indexOf(at.star, from)
    if (star === -1 || star + 2 >= end) {
      this.reject(star === -1 || star >= end ? 'no checksum' : 'cut short', buffer, from, end)
      return end
    }
    let sum = 0
    for (let i = from + 1; i < star; i++) sum ^= buffer[i]!
    const high = hexDigit[buffer[star + 1]!]!
    const low = hexDigit[buffer[star + 2]!]!
    const tail = this.tail(buffer, star + 3, end)
    if ((high | low) === 255 || sum !== high * 16 + low) {
      this.reject('wrong checksum', buffer, from, end)
      this.clear()
      return tail
    }
    this.counts.records++
    const reason = this.fields(buffer, from, star, sum)
    if (reason !== undefined) this.ledger.refuse(reason, buffer, from, end)
    this.clear()
    return tail
  }

  private clear(): void {
    this.tag.clear()
    this.pghpTime = Number.NaN
    this.pghpChecksum = -1
  }

  /** Reads the fields of a sentence whose checksum is right. Returns why it can't be, or undefined. */
  private fields(buffer: Uint8Array, from: number, star: number, sum: number): string | undefined {
    let place = from + 7
    const total = buffer[place]! - 0x30
    const number = buffer[place + 2]! - 0x30
    if (
      total < 1 ||
      total > 9 ||
      number < 1 ||
      number > total ||
      buffer[place + 1] !== at.comma ||
      buffer[place + 3] !== at.comma
    )
      return 'part numbers'
    place += 4
    let sequence = 10
    if (buffer[place] !== at.comma) {
      sequence = buffer[place++]! - 0x30
      if (sequence < 0 || sequence > 9) return 'sequence identifier'
    }
    if (buffer[place++] !== at.comma) return 'sequence identifier'
    let channel = 0
    if (buffer[place] !== at.comma) channel = buffer[place++]!
    if (channel !== 0 && !isAlphanumeric(channel)) return 'channel'
    if (buffer[place++] !== at.comma) return 'channel'
    const { six } = this
    let length = 0
    while (place < star) {
      const value = armour[buffer[place]!]!
      if (value === 255) break
      if (length === mostSixes) return 'payload too long'
      six[length++] = value
      place++
    }
    if (buffer[place] !== at.comma) return 'payload character'
    const fill = buffer[place + 1]! - 0x30
    // Six fill bits are none of the standard, but are sent.
    if (fill < 0 || fill > 6 || place + 2 !== star) return 'fill bits'
    if (6 * length < fill) return 'empty payload'
    const { heard, tag } = this
    heard.line = this.counts.lines
    heard.time = this.timeOf(sum)
    heard.source = tag.source
    heard.channel = channel
    heard.own = buffer[from + 5] === 0x4f
    this.parts.tick()
    if (total === 1) return this.deliver(six, 6 * length - fill, 1)
    return this.part(total, number, sequence, fill, length)
  }

  private timeOf(sum: number): number {
    if (!Number.isNaN(this.tag.time)) return this.tag.time
    if (this.pghpChecksum === sum) return this.pghpTime
    return Number.isNaN(this.prefixTime) ? this.ownTime : this.prefixTime
  }

  private part(
    total: number,
    number: number,
    sequence: number,
    fill: number,
    length: number,
  ): string | undefined {
    const { heard, tag, six, counts } = this
    const { channel, line, time, source } = heard
    const head = { total, number, sequence, channel, fill, line, time, source, group: tag.group }
    counts.waiting++
    const whole = this.parts.add(head, six, length)
    if (whole === undefined) return undefined
    counts.waiting -= total
    heard.time = whole.time
    heard.source = whole.source
    const bits = joinParts(whole, six)
    if (bits < 0) {
      this.ledger.spoilt('payload too long', total - 1)
      return 'payload too long'
    }
    return this.deliver(six, bits, total)
  }

  private deliver(six: Uint8Array, bits: number, sentences: number): string | undefined {
    const reason = this.sink(six, bits, this.heard)
    if (reason === undefined) this.ledger.message(six[0]!, sentences)
    else this.ledger.spoilt(reason, sentences - 1)
    return reason
  }

  /** What receivers add behind the checksum: a station and a time. Returns where the next record begins. */
  private tail(buffer: Uint8Array, from: number, end: number): number {
    let place = from
    while (place < end) {
      const byte = buffer[place]!
      if (byte === at.backslash || byte === at.exclamation) return place
      if (byte !== at.comma) {
        place++
        continue
      }
      const start = ++place
      while (place < end && buffer[place] !== at.comma && buffer[place] !== at.backslash) place++
      this.suffix(buffer, start, place)
    }
    return end
  }

  private suffix(buffer: Uint8Array, from: number, to: number): void {
    const first = buffer[from]
    if ((first === 0x72 || first === 0x62) && this.tag.source === 0 && to - from > 3)
      this.tag.source = this.sources.idOf(buffer, from, to)
    else if (Number.isNaN(this.tag.time) && to - from >= 9) this.tag.time = readTime(buffer, from, to)
  }

  private reject(reason: string, buffer: Uint8Array, from: number, to: number): void {
    this.counts.records++
    this.ledger.refuse(reason, buffer, from, to)
  }
}

function isAlphanumeric(byte: number): boolean {
  return (byte >= 0x30 && byte <= 0x39) || ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a)
}

/** Whether `!ccVDM,` or `!ccVDO,` stands here, with any talker of two letters or digits. */
function isAis(buffer: Uint8Array, from: number): boolean {
  return (
    buffer[from + 3] === 0x56 &&
    buffer[from + 4] === 0x44 &&
    (buffer[from + 5] === 0x4d || buffer[from + 5] === 0x4f) &&
    buffer[from + 6] === at.comma
  )
}
