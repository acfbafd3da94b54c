import { createWriteStream, type WriteStream } from 'node:fs'
import { finished } from 'node:stream/promises'
import { ndjsonLine, type Reject } from '@cordon/formats'
import { write } from './output.ts'

/** Rejects shown to a person before the rest is only counted. */
const shownRejects = 10

/**
 * Where records go that could not be read: to a file as NDJSON where one is named, the first few to standard error
 * in any case, all of them into the count.
 */
export class RejectSink {
  private readonly file: WriteStream | undefined
  private readonly path: string | undefined
  private total = 0

  constructor(path: string | undefined) {
    this.path = path
    this.file = path === undefined ? undefined : createWriteStream(path)
  }

  /** Rejects so far. */
  get count(): number {
    return this.total
  }

  /** Takes what a reader could not read. */
  async add(rejects: readonly Reject[]): Promise<void> {
    for (const reject of rejects) {
      this.total++
      if (this.total <= shownRejects)
        process.stderr.write(`rejected: ${reject.where}: ${reject.reason}: ${printable(reject.excerpt)}\n`)
      if (this.file) await write(ndjsonLine(reject), this.file)
    }
  }

  /** Ends the file, and tells where the rest is. */
  async close(): Promise<void> {
    if (this.file) {
      this.file.end()
      await finished(this.file)
    }
    if (this.total > shownRejects)
      process.stderr.write(
        this.path
          ? `rejected: ${this.total} in all, in ${this.path}\n`
          : `rejected: ${this.total} in all; give --rejects FILE to keep every one\n`,
      )
  }
}

/** Binary noise must not steer the terminal that shows it: control characters become their pictures or escapes. */
function printable(text: string): string {
  return text.replace(
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not get through
    /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
