import { type Batch, type Bytes, decompress, type Reject, withProgress } from '@cordon/formats'
import { isoSeconds, type StatementGroup } from '@cordon/model'
import type { InputFile, Reading, ReadOptions } from './reader.ts'
import type { ReportBuilder } from './report.ts'

/** What came of one or more records of the input. */
export type Step = Batch<StatementGroup>

/** A step of records alone. */
export const wrote = (...records: StatementGroup[]): Step => ({ records, rejects: [] })

/** A step of one reject. */
export const refused = (where: string, reason: string, excerpt: string): Step => ({
  records: [],
  rejects: [{ where, reason, excerpt: excerpt.slice(0, 200) }],
})

/**
 * A `Reading` over a reader's steps: gathers them into batches of some hundreds, counts what goes out, and has a
 * report only once all have been taken. The version is the fetch time until the reader sets the publisher's.
 */
export function readingOf(
  report: ReportBuilder,
  options: ReadOptions,
  steps: () => AsyncIterable<Step>,
): Reading {
  report.setVersion(options.version ?? isoSeconds(options.fetched))
  return {
    async *[Symbol.asyncIterator]() {
      for await (const batch of inBatches(steps())) {
        for (const { schema, statements } of batch.records) report.countWritten(schema, statements.length)
        for (const { reason } of batch.rejects) report.countRejected(reason)
        yield batch
      }
      report.complete()
    },
    report: () => report.report(),
  }
}

const batchSize = 500

async function* inBatches(steps: AsyncIterable<Step>): AsyncGenerator<Step, void, undefined> {
  let records: StatementGroup[] = []
  let rejects: Reject[] = []
  for await (const step of steps) {
    for (const record of step.records) records.push(record)
    for (const reject of step.rejects) rejects.push(reject)
    if (records.length + rejects.length < batchSize) continue
    yield { records, rejects }
    records = []
    rejects = []
  }
  if (records.length + rejects.length > 0) yield { records, rejects }
}

/** Opens files one after another, unpacked, and tells the progress over all of them, each file once. */
export class Opener {
  private readonly passed = new Map<InputFile, number>()
  private readonly options: ReadOptions

  constructor(options: ReadOptions) {
    this.options = options
  }

  /** The bytes of a file, unpacked where they are gzip. */
  open(file: InputFile): Bytes {
    return decompress(this.stored(file), this.options.limits)
  }

  /** The bytes of a file as they are stored. */
  stored(file: InputFile): Bytes {
    const { onProgress } = this.options
    if (!onProgress) return file.open()
    const tell = (bytes: number) => {
      this.passed.set(file, Math.max(bytes, this.passed.get(file) ?? 0))
      let total = 0
      for (const passed of this.passed.values()) total += passed
      onProgress(total)
    }
    return withProgress(file.open(), tell)
  }
}

/** The same bytes, noting the last one, by which a file that broke off in mid-line is known. */
export async function* watchEnd(
  bytes: Bytes,
  end: { byte: number },
): AsyncGenerator<Uint8Array, void, undefined> {
  for await (const chunk of bytes) {
    if (chunk.length > 0) end.byte = chunk[chunk.length - 1]!
    yield chunk
  }
}
