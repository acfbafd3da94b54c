import type { Reject } from '@cordon/formats'

const newLine = 0x0a

/** Cuts bytes into lines and knows where in the input it stands. A line that is too long is a reject and is not held. */
export class ByteLines {
  /** Bytes up to the end of the last whole line. */
  offset: number
  /** Lines so far. */
  lines = 0
  private held: Buffer = Buffer.alloc(0)
  private skipped = 0
  private readonly longest: number

  constructor(offset = 0, longest = 4 * 1024 * 1024) {
    this.offset = offset
    this.longest = longest
  }

  /** The whole lines that bytes complete, without their ends. */
  push(bytes: Uint8Array, name: string, rejects: Reject[]): string[] {
    const all = this.held.length === 0 ? Buffer.from(bytes) : Buffer.concat([this.held, bytes])
    const lines: string[] = []
    let from = 0
    for (let end = all.indexOf(newLine); end !== -1; end = all.indexOf(newLine, from)) {
      this.lines++
      if (this.skipped > 0 || end - from > this.longest) this.tooLong(name, all.subarray(from, end), rejects)
      else lines.push(all.toString('utf8', from, all[end - 1] === 0x0d && end > from ? end - 1 : end))
      this.offset += this.skipped + end + 1 - from
      this.skipped = 0
      from = end + 1
    }
    this.held = all.subarray(from)
    if (this.held.length > this.longest) {
      this.skipped += this.held.length
      this.held = Buffer.alloc(0)
    }
    return lines
  }

  private tooLong(name: string, part: Buffer, rejects: Reject[]): void {
    rejects.push({
      where: `${name}:${this.lines}`,
      reason: `longer than ${this.longest} bytes`,
      excerpt: part.toString('latin1', 0, 200).replace(/[^\x20-\x7e]/g, '\u00b7'),
    })
  }
}
