import type { Bytes, Reject } from '@cordon/formats'
import {
  type PositionBatch,
  PositionColumns,
  type PositionCsvOptions,
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
  /** How positions stand in CSV where the header line alone does not say it. */
  readonly csv?: PositionCsvOptions
}

/**
 * Reads sentences (NMEA 0183) or positions as CSV, recognised from the first line. What carries no time gets that of the line
 * before, or of the clock. What is no header of a CSV is taken for sentences: other lines are rejects.
 * @throws InputError FORMATS_UNKNOWN for a CSV whose columns are not known
 */
export async function* readSea(
  bytes: Bytes,
  options: ReadSeaOptions = {},
): AsyncGenerator<SeaChunk, void, undefined> {
  const { isSentences, whole } = await recognise(bytes)
  yield* isSentences ? readSentences(whole, options) : readRows(whole, options)
}

async function* readRows(bytes: Bytes, { csv }: ReadSeaOptions): AsyncGenerator<SeaChunk, void, undefined> {
  for await (const { positions, ships, rejects } of readPositionCsv(bytes, csv))
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
  // A header line has words between several commas; a log may begin in the middle of a sentence, but not two of them.
  const [first = '', second = ''] = text.replace(/^\ufeff?/, '').split(/\r?\n/, 2)
  const isText = !/[!$\\{*]|\p{Cc}/u.test(first.replaceAll('\t', ',')) && /[a-z]{2}/i.test(first)
  const isHeader = isText && !/[!$\\]/.test(second) && (first.match(/[,;\t|]/g)?.length ?? 0) >= 2
  return { isSentences: !isHeader, whole: whole() }
}

/** No positions. */
export function noPositions(): PositionBatch {
  return new PositionColumns(1).take()
}
