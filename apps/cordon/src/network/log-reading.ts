import {
  type CyberKnowledge,
  type LogFormat,
  type LogRecord,
  readLogs,
  type StatedSource,
} from '@cordon/cyber'
import { InputError, type Reject } from '@cordon/formats'
import type { Instant } from '@cordon/model'
import { inTimeOrder, type OrderedRecords, read } from './in-time-order.ts'
import type { LogInput } from './inputs.ts'

/** How logs are scanned. */
export interface ScanOptions {
  readonly knowledge: CyberKnowledge
  /** What the records are, where they don't say it. */
  readonly source?: StatedSource
  readonly onRejects: (rejects: readonly Reject[]) => Promise<void>
  readonly onProgress: (progress: ScanProgress) => void
}

/** How far a scan is. */
export interface ScanProgress {
  readonly files: number
  readonly records: number
  readonly bytes: number
}

/** What a scan came to. */
export interface ScanSummary extends ScanProgress {
  /** Files that could not be read to their end. */
  readonly broken: number
  readonly formats: Readonly<Partial<Record<LogFormat, number>>>
  /** Matches that the site's tuning set aside, by rule. */
  readonly setAside: ReadonlyMap<string, number>
}

/** Reads inputs and counts. */
export class LogReading {
  private files = 0
  private count = 0
  private bytes = 0
  private broken = 0
  private readonly formats: Partial<Record<LogFormat, number>> = {}
  private readonly options: ScanOptions

  constructor(options: ScanOptions) {
    this.options = options
  }

  /**
   * The records of all inputs: in order of time where something is looked for that needs it, else input after input.
   * @param taken how far each was read before
   */
  async *all(
    inputs: readonly LogInput[],
    taken?: readonly number[],
  ): AsyncGenerator<OrderedRecords, void, undefined> {
    const { streams, matchers } = this.options.knowledge
    const isOrdered =
      inputs.length > 1 && (streams.length > 0 || matchers.some(({ keeps }) => keeps !== undefined))
    if (isOrdered)
      yield* inTimeOrder({
        count: inputs.length,
        open: (input) => this.records(inputs[input]!),
        begins: (input) => this.begins(inputs[input]!),
        taken,
      })
    else yield* this.oneByOne(inputs, taken)
  }

  private async *oneByOne(
    inputs: readonly LogInput[],
    before: readonly number[] = [],
  ): AsyncGenerator<OrderedRecords, void, undefined> {
    const taken = inputs.map((_, i) => before[i] ?? 0)
    for (const [i, input] of inputs.entries()) {
      if (taken[i] === read) continue
      let skip = taken[i]!
      for await (const batch of this.records(input)) {
        const records = batch.slice(Math.min(skip, batch.length))
        skip -= batch.length - records.length
        taken[i]! += records.length
        yield { records, taken: [...taken] }
      }
      taken[i] = read
    }
  }

  /** The time of an input's first records, where one of them says it. What can't be read is told when its turn comes. */
  private async begins(input: LogInput): Promise<Instant | undefined> {
    // Standard input can be read only once.
    if (input.size === 0) return undefined
    try {
      for await (const { records } of readLogs(
        input.open(() => undefined),
        this.readOptions(input),
      )) {
        if (records.length > 0) return records.find(({ time }) => time !== undefined)?.time
      }
    } catch (error) {
      if (!(error instanceof InputError)) throw error
    }
    return undefined
  }

  private readOptions({ name, written }: LogInput) {
    const { source } = this.options
    return { name, ...(written !== undefined && { now: written }), ...(source && { source }) }
  }

  private async *records(input: LogInput): AsyncGenerator<readonly LogRecord[], void, undefined> {
    const { onRejects, onProgress } = this.options
    this.files++
    const bytes = input.open((count) => {
      this.bytes += count
    })
    try {
      for await (const batch of readLogs(bytes, {
        ...this.readOptions(input),
        onFormat: (format) => {
          this.formats[format] = (this.formats[format] ?? 0) + 1
        },
      })) {
        if (batch.rejects.length > 0) await onRejects(batch.rejects)
        this.count += batch.records.length
        if (batch.records.length > 0) yield batch.records
        onProgress(this.progress())
      }
    } catch (error) {
      if (!(error instanceof InputError)) throw error
      this.broken++
      await onRejects([{ where: input.name, reason: `could not be read on: ${error.message}`, excerpt: '' }])
    }
  }

  summary(): Omit<ScanSummary, 'setAside'> {
    return { ...this.progress(), broken: this.broken, formats: this.formats }
  }

  private progress(): ScanProgress {
    return { files: this.files, records: this.count, bytes: this.bytes }
  }
}
