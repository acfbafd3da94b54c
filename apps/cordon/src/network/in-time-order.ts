import type { LogRecord } from '@cordon/cyber'
import type { Instant } from '@cordon/model'

/** Records of several inputs, in order, and how far each input was read with them. */
export interface OrderedRecords {
  readonly records: readonly LogRecord[]
  /** Records taken of each input; `read` where it was read to its end. */
  readonly taken: readonly number[]
}

/** An input that was read to its end. */
export const read = -1

/** How inputs are put in order. */
export interface OrderOptions {
  readonly count: number
  /** Reads an input from its beginning. */
  readonly open: (input: number) => AsyncIterator<readonly LogRecord[]>
  /** The time of an input's first record; asked of each input that is not yet begun. */
  readonly begins: (input: number) => Promise<Instant | undefined>
  /** How far each was read before. */
  readonly taken?: readonly number[] | undefined
}

/** Inputs that are read at a time. */
const mostOpen = 64
const batchSize = 1000

/**
 * Merges inputs that are each in order of time, as logs are, into one order of time. An input is opened when its first
 * record is due, so that a thousand files of a day each cost no more than those which overlap; of more than 64 that do,
 * the others are begun when one ends. A record without a time, or with one before its forerunner's, comes where it stands.
 */
export async function* inTimeOrder(options: OrderOptions): AsyncGenerator<OrderedRecords, void, undefined> {
  const taken = Array.from({ length: options.count }, (_, i) => options.taken?.[i] ?? 0)
  const waiting = await inOrderOfBeginning(options, taken)
  const open: Source[] = []
  try {
    yield* merge(options, { taken, waiting, open })
  } finally {
    // Whoever stops early leaves no file open.
    for (const source of open) await source.close()
  }
}

interface Merging {
  readonly taken: number[]
  readonly waiting: Waiting[]
  readonly open: Source[]
}

async function* merge(
  options: OrderOptions,
  { taken, waiting, open }: Merging,
): AsyncGenerator<OrderedRecords, void, undefined> {
  let records: LogRecord[] = []
  while (open.length > 0 || waiting.length > 0) {
    while (open.length < mostOpen && waiting.length > 0 && waiting[0]!.time <= earliest(open)) {
      const { input, time } = waiting.shift()!
      const source = new Source(input, options.open(input), time)
      if (await source.skip(taken[input]!)) open.push(source)
      else taken[input] = read
    }
    const next = open.reduce<Source | undefined>((a, b) => (a && a.time <= b.time ? a : b), undefined)
    if (!next) continue
    const due =
      open.length < mostOpen ? (waiting[0]?.time ?? Number.POSITIVE_INFINITY) : Number.POSITIVE_INFINITY
    const until = Math.min(due, earliest(open.filter((one) => one !== next)))
    taken[next.input]! += next.take(until, batchSize - records.length, records)
    if (!(await next.fill())) {
      open.splice(open.indexOf(next), 1)
      taken[next.input] = read
    }
    if (records.length < batchSize) continue
    yield { records, taken: [...taken] }
    records = []
  }
  yield { records, taken: [...taken] }
}

interface Waiting {
  readonly input: number
  readonly time: number
}

async function inOrderOfBeginning({ begins }: OrderOptions, taken: readonly number[]): Promise<Waiting[]> {
  const all: Waiting[] = []
  for (const [input, count] of taken.entries()) {
    if (count === read) continue
    // What was begun before goes on at once.
    const time = count > 0 ? undefined : await begins(input)
    all.push({ input, time: time ?? Number.NEGATIVE_INFINITY })
  }
  return all.sort((a, b) => a.time - b.time || a.input - b.input)
}

function earliest(sources: readonly Source[]): number {
  return sources.reduce((least, { time }) => Math.min(least, time), Number.POSITIVE_INFINITY)
}

/** One input with the batch that is being taken. */
class Source {
  readonly input: number
  /** When its next record was; that of the one before where it doesn't say. */
  time: number
  private readonly batches: AsyncIterator<readonly LogRecord[]>
  private batch: readonly LogRecord[] = []
  private at = 0

  constructor(input: number, batches: AsyncIterator<readonly LogRecord[]>, time: number) {
    this.input = input
    this.batches = batches
    this.time = time
  }

  /** Passes over records that were taken before; false where there are no more. */
  async skip(count: number): Promise<boolean> {
    for (let left = count; await this.fill(); left -= this.batch.length) {
      if (left < this.batch.length) {
        this.at = left
        this.look()
        return true
      }
      this.at = this.batch.length
    }
    return false
  }

  /** Adds records until a time, at least one, at most so many. */
  take(until: number, most: number, records: LogRecord[]): number {
    const from = this.at
    do {
      records.push(this.batch[this.at++]!)
      this.look()
    } while (this.at < this.batch.length && this.time <= until && this.at - from < most)
    return this.at - from
  }

  /** Has the next batch where this one is used up; false at the end. */
  async fill(): Promise<boolean> {
    while (this.at >= this.batch.length) {
      const next = await this.batches.next()
      if (next.done) return false
      this.batch = next.value
      this.at = 0
    }
    this.look()
    return true
  }

  async close(): Promise<void> {
    await this.batches.return?.()
  }

  private look(): void {
    this.time = this.batch[this.at]?.time ?? this.time
  }
}
