import type { Batch, Bytes } from '@cordon/formats'
import type { Instant } from '@cordon/model'
import { type AisCounts, count } from './counts.ts'
import { type AisMessage, decodeMessage } from './decode.ts'
import { type Heard, type SentenceLimits, SentenceReader } from './sentence-reader.ts'

/** A message, and how it was heard. */
export interface AisRecord {
  /** Line of its last sentence, from 1. */
  readonly line: number
  /** Time the receiver gave (tag block, $PGHP, suffix or prefix), UTC milliseconds. */
  readonly time?: Instant
  /** Receiver, by its own name. */
  readonly source?: string
  /** Radio channel: `A`, `B` ... */
  readonly channel?: string
  /** The receiver's own ship (VDO). */
  readonly own?: true
  readonly message: AisMessage
}

/** A reading in progress: batches of messages and rejects, then the account. */
export interface AisReading extends AsyncIterable<Batch<AisRecord>> {
  /** The account so far; whole once the iteration has ended. */
  readonly counts: AisCounts
}

/** Reads NMEA 0183 AIS sentences into messages. Memory does not grow with the input. */
export function readAis(bytes: Bytes, limits: SentenceLimits = {}): AisReading {
  const decoder = new AisDecoder(limits)
  async function* batches(): AsyncGenerator<Batch<AisRecord>, void, undefined> {
    for await (const chunk of bytes) yield decoder.push(chunk)
    yield decoder.end()
  }
  return { counts: decoder.counts, [Symbol.asyncIterator]: batches }
}

/** The same for bytes that are pushed: from a socket, a file that grows. */
export class AisDecoder {
  private records: AisRecord[] = []
  private readonly reader: SentenceReader
  private readonly outOfRange: (field: string) => void

  constructor(limits: SentenceLimits = {}) {
    this.reader = new SentenceReader((six, bits, heard) => this.take(six, bits, heard), limits)
    const { outOfRange } = this.reader.counts
    this.outOfRange = (field) => count(outOfRange, field)
  }

  /** The account so far. */
  get counts(): AisCounts {
    return this.reader.counts
  }

  /** Messages and rejects that these bytes complete. */
  push(chunk: Uint8Array): Batch<AisRecord> {
    this.reader.push(chunk)
    return this.batch()
  }

  /** Ends the input. */
  end(): Batch<AisRecord> {
    this.reader.end()
    return this.batch()
  }

  private batch(): Batch<AisRecord> {
    const batch = { records: this.records, rejects: this.reader.takeRejects() }
    this.records = []
    return batch
  }

  private take(six: Uint8Array, bits: number, heard: Heard): string | undefined {
    const message = decodeMessage(six, bits, this.outOfRange)
    if (typeof message === 'string') return message
    this.records.push({
      line: heard.line,
      ...(!Number.isNaN(heard.time) && { time: heard.time }),
      ...(heard.source !== 0 && { source: this.reader.sources.names[heard.source]! }),
      ...(heard.channel !== 0 && { channel: String.fromCharCode(heard.channel) }),
      ...(heard.own && { own: true as const }),
      message,
    })
    return undefined
  }
}
