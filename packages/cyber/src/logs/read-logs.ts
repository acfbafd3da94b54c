import {
  type Batch,
  type Bytes,
  InputError,
  type Limits,
  type Reject,
  readCsv,
  readJsonArray,
  readJsonValues,
  readLines,
} from '@cordon/formats'
import { readEvtx } from '../evtx/read-evtx.ts'
import type { LogRecord } from '../records/record.ts'
import { type Detected, detectLogs, type LogFormat } from './detect.ts'
import { readFlows } from './flow.ts'
import { LogDecoder, type LogOptions } from './log-decoder.ts'

/** How an input of logs is read. */
export interface ReadLogsOptions extends LogOptions {
  /** `maxRecordBytes` is 4 MiB where it is not given: no log line of use is longer. */
  readonly limits?: Limits
  /** Told once, when the format is known. */
  readonly onFormat?: (format: LogFormat) => void
}

const headBytes = 64 * 1024
const longestRecord = 4 * 1024 * 1024

/**
 * Log records of an input, its format found by content: Windows event logs (EVTX), NetFlow 5, 9 and IPFIX, JSON one a line,
 * in arrays, pretty-printed or wrapped, CSV, and text logs of every kind `LogDecoder` knows. Unpack gzip before
 * (`decompress`). A record that can't be read is a reject with its place and reason, and the rest goes on.
 * @throws {InputError} where the input can't be read on: cut off in the middle of an array, no flow message, a ZIP archive
 */
export async function* readLogs(
  bytes: Bytes,
  options: ReadLogsOptions,
): AsyncGenerator<Batch<LogRecord>, void, undefined> {
  const { head, whole } = await beginning(bytes)
  const detected = detectLogs(head)
  options.onFormat?.(detected.format)
  const limits: Limits = { maxRecordBytes: longestRecord, ...options.limits }
  const decoder = new LogDecoder({
    ...options,
    ...(limits.maxDepth !== undefined && { maxDepth: limits.maxDepth }),
  })
  yield* reading(whole, detected, decoder, options.name, limits)
}

function reading(
  bytes: Bytes,
  { format, member }: Detected,
  decoder: LogDecoder,
  name: string,
  limits: Limits,
): AsyncIterable<Batch<LogRecord>> {
  switch (format) {
    case 'evtx':
      return eventLog(bytes, decoder, name)
    case 'flow':
      return readFlows(bytes, name)
    case 'json-member':
      return values(readJsonArray(bytes, { limits, ...(member !== undefined && { member }) }), decoder, name)
    case 'json':
      return values(readJsonValues(bytes, limits), decoder, name)
    case 'csv':
      return rows(bytes, decoder, name, limits)
    case 'zip':
      throw new InputError('FORMATS_UNKNOWN', {
        expected: 'a log',
        found: 'a ZIP archive',
        where: name,
        remedy: 'Unpack it first; `cordon network scan` does.',
      })
    default:
      return lines(bytes, decoder, name, limits)
  }
}

async function* lines(bytes: Bytes, decoder: LogDecoder, name: string, limits: Limits) {
  for await (const batch of readLines(bytes, { limits, transient: true })) {
    const records: LogRecord[] = []
    const rejects = named(batch.rejects, name)
    for (const { line, text } of batch.records) decoder.line(text, line, records, rejects)
    yield { records, rejects }
  }
  const records: LogRecord[] = []
  decoder.end(records)
  if (records.length > 0) yield { records, rejects: [] }
}

type JsonBatches = AsyncIterable<Batch<{ readonly line: number; readonly value: unknown }>>

async function* values(batches: JsonBatches, decoder: LogDecoder, name: string) {
  for await (const batch of batches) {
    const records: LogRecord[] = []
    const rejects = named(batch.rejects, name)
    for (const { line, value } of batch.records) {
      const where = `${name}:${line}`
      const reason = decoder.value(value, where, records)
      if (reason !== undefined)
        rejects.push({ where, reason, excerpt: JSON.stringify(value)?.slice(0, 200) ?? '' })
    }
    yield { records, rejects }
  }
}

async function* rows(bytes: Bytes, decoder: LogDecoder, name: string, limits: Limits) {
  let columns: readonly string[] = []
  const onHeader = (names: readonly string[]) => {
    columns = names
  }
  for await (const batch of readCsv(bytes, { limits, onHeader })) {
    const records = batch.records.map(({ line, fields }) => {
      const value: Record<string, unknown> = {}
      for (let i = 0; i < columns.length; i++) if (fields[i] !== '') value[columns[i]!] = fields[i]
      return decoder.json.read(value, `${name}:${line}`)
    })
    yield { records, rejects: named(batch.rejects, name) }
  }
}

async function* eventLog(bytes: Bytes, decoder: LogDecoder, name: string) {
  for await (const batch of readEvtx(bytes))
    yield {
      records: batch.records.map(({ fields, written, recordId }) =>
        decoder.windows.fromEvtx(fields, written, `${name}: record ${recordId}`),
      ),
      rejects: named(batch.rejects, name),
    }
}

function named(rejects: readonly Reject[], name: string): Reject[] {
  return rejects.map((one) => ({ ...one, where: `${name}: ${one.where}` }))
}

async function beginning(bytes: Bytes): Promise<{ head: Uint8Array; whole: Bytes }> {
  const iterator = bytes[Symbol.asyncIterator]()
  const parts: Uint8Array[] = []
  let length = 0
  while (length < headBytes) {
    const step = await iterator.next()
    if (step.done) break
    parts.push(step.value)
    length += step.value.length
  }
  async function* whole(): AsyncGenerator<Uint8Array, void, undefined> {
    try {
      yield* parts
      for (let step = await iterator.next(); !step.done; step = await iterator.next()) yield step.value
    } finally {
      await iterator.return?.()
    }
  }
  return { head: Buffer.concat(parts, Math.min(length, headBytes)), whole: whole() }
}
