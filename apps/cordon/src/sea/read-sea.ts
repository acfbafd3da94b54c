import type { Bytes, Reject } from '@cordon/formats'
import {
  type PositionBatch,
  PositionColumns,
  PositionDecoder,
  readPositionCsv,
  type ShipSaid,
  saidByMessage,
  saidByReport,
} from '@cordon/maritime'
import type { Instant } from '@cordon/model'

/** What a piece of an input held, as columns. */
export interface SeaChunk {
  readonly positions: PositionBatch
  readonly statics: readonly ShipSaid[]
  readonly rejects: readonly Reject[]
}

/** How an input is read. */
export interface ReadSeaOptions {
  /** The time of lines that carry none, until one does: `() => Date.now()` for a live input. */
  readonly clock?: () => Instant
}

/**
 * Reads sentences (NMEA 0183) or positions as CSV, recognised from the first line. What carries no time gets that of the line
 * before, or of the clock.
 * @throws InputError where it is neither
 */
export async function* readSea(
  bytes: Bytes,
  options: ReadSeaOptions = {},
): AsyncGenerator<SeaChunk, void, undefined> {
  const { isSentences, whole } = await recognise(bytes)
  yield* isSentences ? readSentences(whole, options) : readRows(whole)
}

async function* readRows(bytes: Bytes): AsyncGenerator<SeaChunk, void, undefined> {
  for await (const { positions, ships, rejects } of readPositionCsv(bytes))
    yield { positions, statics: ships.flatMap((report) => saidByReport(report) ?? []), rejects }
}

async function* readSentences(
  bytes: Bytes,
  { clock }: ReadSeaOptions,
): AsyncGenerator<SeaChunk, void, undefined> {
  const decoder = new PositionDecoder()
  let last = Number.NaN
  const timed = (time: Instant) => {
    if (!Number.isNaN(time)) last = time
    else if (clock) return clock()
    return last
  }
  const chunkOf = ({ positions, statics, rejects }: ReturnType<PositionDecoder['push']>): SeaChunk => {
    for (let i = 0; i < positions.length; i++) positions.time[i] = timed(positions.time[i]!)
    return {
      positions,
      statics: statics.flatMap(({ time, message }) => saidByMessage(message, timed(time)) ?? []),
      rejects,
    }
  }
  for await (const chunk of bytes) yield chunkOf(decoder.push(chunk))
  yield chunkOf(decoder.end())
}

/** Whether an input is sentences, from its first bytes; with the whole of it. */
export async function recognise(bytes: Bytes): Promise<{ isSentences: boolean; whole: Bytes }> {
  const iterator = bytes[Symbol.asyncIterator]()
  const head: Uint8Array[] = []
  let text = ''
  for (let step = await iterator.next(); !step.done; step = await iterator.next()) {
    head.push(step.value)
    text += new TextDecoder('latin1').decode(step.value.subarray(0, 4096))
    if (text.length > 200 || /\n.*\n/.test(text)) break
  }
  async function* whole() {
    yield* head
    for (let step = await iterator.next(); !step.done; step = await iterator.next()) yield step.value
  }
  // A header line has words between commas and no sentence; anything else is read for sentences and rejected line by line.
  const [first = ''] = text.replace(/^\ufeff?/, '').split(/\r?\n/, 1)
  const isHeader = !/[!\\$]/.test(first) && /lat/i.test(first) && /[,;\t|]/.test(first)
  return { isSentences: !isHeader, whole: whole() }
}

/** No positions. */
export function noPositions(): PositionBatch {
  return new PositionColumns(1).take()
}
