const lineFeed = 0x0a

/** Told of each line: its bytes are `buffer` from `from` to `to`, without the line feed, and only good until it returns. */
export type OnLine = (buffer: Uint8Array, from: number, to: number, isTooLong: boolean) => void

/**
 * Cuts chunks of bytes into lines, without copying those that lie within one chunk. Of a line longer than `limit` the
 * first `limit` bytes are held, never more.
 */
export class LineSplitter {
  private readonly carry: Uint8Array
  private carried = 0
  private isTooLong = false
  private readonly onLine: OnLine

  constructor(limit: number, onLine: OnLine) {
    this.carry = new Uint8Array(limit)
    this.onLine = onLine
  }

  /** Reads a chunk. What stands behind its last line feed waits for the next one. */
  push(chunk: Uint8Array): void {
    let from = 0
    for (let end = chunk.indexOf(lineFeed); end !== -1; end = chunk.indexOf(lineFeed, from)) {
      if (this.carried > 0 || this.isTooLong || end - from > this.carry.length) {
        this.hold(chunk, from, end)
        this.close()
      } else this.onLine(chunk, from, end, false)
      from = end + 1
    }
    this.hold(chunk, from, chunk.length)
  }

  /** Ends the input: a last line needs no line feed. */
  end(): void {
    if (this.carried > 0 || this.isTooLong) this.close()
  }

  private hold(chunk: Uint8Array, from: number, to: number): void {
    const room = this.carry.length - this.carried
    const length = Math.min(to - from, room)
    this.carry.set(chunk.subarray(from, from + length), this.carried)
    this.carried += length
    if (to - from > room) this.isTooLong = true
  }

  private close(): void {
    const { carried, isTooLong } = this
    this.carried = 0
    this.isTooLong = false
    this.onLine(this.carry, 0, carried, isTooLong)
  }
}
