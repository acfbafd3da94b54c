import { type FileHandle, open, stat } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { LogDecoder, type LogRecord } from '@cordon/cyber'
import type { Reject } from '@cordon/formats'
import { CordonError } from '@cordon/model'
import { ByteLines } from './byte-lines.ts'
import type { LiveOptions } from './live-sources.ts'

const pollMs = 250
const blockBytes = 512 * 1024
const headBytes = 64 * 1024

/**
 * A text log from where it was left, and on as it grows, until the signal. A file that became shorter, or that another took
 * the place of, is begun anew. Settles when the following has begun; `done` when it has ended.
 * @throws CordonError where there is no such file
 */
export async function followFile(
  path: string,
  from: number,
  options: LiveOptions,
): Promise<{ readonly done: Promise<void> }> {
  const file = await open(path, 'r').catch((error: NodeJS.ErrnoException) => {
    throw new CordonError(
      {
        code: 'CORDON_NO_FILE',
        expected: 'a text log that can be followed',
        found: error.code === 'ENOENT' ? 'no such file' : error.message,
        where: path,
        remedy: 'Check the path; relative paths start at the current folder.',
      },
      { cause: error },
    )
  })
  return { done: new Following(path, options).run(file, from) }
}

class Following {
  private readonly path: string
  private readonly options: LiveOptions
  private decoder: LogDecoder
  private lines = new ByteLines()

  constructor(path: string, options: LiveOptions) {
    this.path = path
    this.options = options
    this.decoder = this.fresh()
  }

  async run(first: FileHandle, from: number): Promise<void> {
    let file = first
    const { signal } = this.options
    try {
      const { size } = await file.stat()
      let at = size < from ? 0 : from
      await this.resume(file, at)
      const block = Buffer.alloc(blockBytes)
      while (!signal.aborted) {
        const { bytesRead } = await file.read(block, 0, blockBytes, at)
        if (bytesRead > 0) {
          at += bytesRead
          await this.take(block.subarray(0, bytesRead))
          continue
        }
        const next = await this.replaced(file, at)
        if (next) {
          if (next !== file) await file.close()
          file = next
          at = 0
          this.lines = new ByteLines()
          this.decoder = this.fresh()
        } else await sleep(pollMs, undefined, { signal }).catch(() => {})
      }
    } finally {
      await file.close()
    }
  }

  private fresh(): LogDecoder {
    const { source, now } = this.options
    return new LogDecoder({ name: this.path, now: now(), ...(source && { source }) })
  }

  /** The columns of Zeek's and W3C's logs stand in their first lines, which a resumed following passed long ago. */
  private async resume(file: FileHandle, at: number): Promise<void> {
    this.lines = new ByteLines(at)
    if (at === 0) return
    const { buffer, bytesRead } = await file.read(
      Buffer.alloc(Math.min(headBytes, at)),
      0,
      Math.min(headBytes, at),
      0,
    )
    for (const line of buffer.toString('utf8', 0, bytesRead).split('\n'))
      if (line.startsWith('#')) this.decoder.line(line.replace(/\r$/, ''), 0, [], [])
  }

  private async take(bytes: Uint8Array): Promise<void> {
    const records: LogRecord[] = []
    const rejects: Reject[] = []
    for (const line of this.lines.push(bytes, this.path, rejects))
      this.decoder.line(line, this.lines.lines, records, rejects)
    if (rejects.length > 0) this.options.onRejects(rejects)
    await this.options.queue.put({ records, position: [this.path, this.lines.offset] })
  }

  /** The file that is there now where it is another one, or the same where it was begun anew. */
  private async replaced(file: FileHandle, at: number): Promise<FileHandle | undefined> {
    const [now, held] = await Promise.all([stat(this.path).catch(() => undefined), file.stat()])
    if (!now) return undefined
    if (now.ino !== held.ino) return open(this.path, 'r').catch(() => undefined)
    return now.size < at ? file : undefined
  }
}
