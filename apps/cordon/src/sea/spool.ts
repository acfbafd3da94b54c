import { type FileHandle, mkdir, open, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { follow } from './follow.ts'
import { type NetworkInput, receiveLines } from './network.ts'
import { LineStamp } from './stamp.ts'

/** A segment ends behind this many bytes, where no message of several parts is cut. */
const segmentBytes = 16 * 1024 * 1024

/** What came in over a network, in pieces that are read one after the other. */
export interface Segment {
  readonly number: number
  readonly bytes: AsyncIterable<Uint8Array>
}

/**
 * Writes what comes in over a network to files before anything is made of it, so that a process that is killed has lost
 * nothing that it took: the next one reads the files again from where the last commit stood. Sentences without a time get that of
 * their arrival, so that they mean the same when they are read again.
 */
export class Spool {
  private readonly folder: string
  private readonly signal: AbortSignal | undefined
  private readonly now: () => number
  private readonly most: number
  private file: FileHandle | undefined
  private number = 0
  private written = 0
  private failed: unknown
  private writing: Promise<void> = Promise.resolve()
  private forgetting: Promise<void> = Promise.resolve()

  private constructor(folder: string, now: () => number, signal: AbortSignal | undefined, most: number) {
    this.folder = folder
    this.now = now
    this.signal = signal
    this.most = most
  }

  /**
   * Begins to write what the inputs receive.
   * @param folder made where it isn't there
   * @param most bytes of a segment
   */
  static async open(
    folder: string,
    inputs: readonly NetworkInput[],
    now: () => number,
    signal: AbortSignal | undefined,
    most = segmentBytes,
  ): Promise<Spool> {
    await mkdir(folder, { recursive: true })
    const spool = new Spool(folder, now, signal, most)
    await spool.goOn((await spool.numbers()).at(-1) ?? 1)
    for (const input of inputs) void spool.record(input)
    return spool
  }

  private async numbers(): Promise<number[]> {
    const names = await readdir(this.folder)
    return names
      .flatMap((name) => /^(\d+)\.nmea$/.exec(name)?.[1] ?? [])
      .map(Number)
      .sort((a, b) => a - b)
  }

  private path(number: number): string {
    return join(this.folder, `${String(number).padStart(9, '0')}.nmea`)
  }

  /** Writes on behind what the last process wrote: the parts of a message may stand on both sides. */
  private async goOn(number: number): Promise<void> {
    await this.file?.close()
    this.number = number
    this.file = await open(this.path(number), 'a+')
    this.written = (await this.file.stat()).size
    if (this.written === 0) return
    // It may end in the middle of a line.
    const { buffer } = await this.file.read(Buffer.alloc(1), 0, 1, this.written - 1)
    if (buffer[0] !== 0x0a) await this.file.write('\n')
  }

  private async record(input: NetworkInput): Promise<void> {
    const stamp = new LineStamp(this.now)
    try {
      for await (const lines of receiveLines(input, this.signal)) {
        const stamped = stamp.lines(lines)
        this.writing = this.writing.then(() => this.write(stamped, stamp.isBetweenMessages))
        await this.writing
      }
    } catch (error) {
      this.failed ??= error
    }
  }

  private async write(lines: Uint8Array, mayEnd: boolean): Promise<void> {
    await this.file!.write(lines)
    this.written += lines.length
    if (this.written >= this.most && mayEnd) await this.goOn(this.number + 1)
  }

  /** All segments from one on, the last one as it grows, until the signal. Throws what receiving threw. */
  async *segments(from: number): AsyncGenerator<Segment, void, undefined> {
    const first = (await this.numbers()).find((number) => number >= from) ?? this.number
    for (let number = first; !this.signal?.aborted; number++) {
      const isOver = async () => {
        if (this.failed !== undefined) throw this.failed
        return number < this.number
      }
      yield { number, bytes: follow(this.path(number), this.signal, isOver) }
    }
  }

  /** Removes segments that are no longer needed, in its own time. One that can't be removed now is removed later. */
  forget(before: number): void {
    this.forgetting = this.forgetting
      .then(async () => {
        for (const number of await this.numbers())
          if (number < before) await rm(this.path(number), { force: true })
      })
      .catch(() => {})
  }

  /** Waits for what is being written or removed, and closes the file. */
  async close(): Promise<void> {
    await this.writing.catch(() => {})
    await this.forgetting
    await this.file?.close()
  }
}
