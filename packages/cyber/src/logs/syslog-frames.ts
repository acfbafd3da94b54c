/**
 * Takes the framing off a stream of syslog over TCP (RFC 6587): octet counts where a message begins with one, else the
 * line ends that are there. What comes out are lines. One instance a connection.
 */
export class SyslogFrames {
  private held = Buffer.alloc(0)
  private readonly longest: number

  /** @param longest bytes of one counted message; a larger count is no count but text */
  constructor(longest = 1024 * 1024) {
    this.longest = longest
  }

  /** Lines, whole or begun, that the bytes complete. */
  push(bytes: Uint8Array): Uint8Array[] {
    this.held = this.held.length === 0 ? Buffer.from(bytes) : Buffer.concat([this.held, bytes])
    const out: Uint8Array[] = []
    for (;;) {
      const taken = this.one(out)
      if (taken === 0) return out
      this.held = this.held.subarray(taken)
    }
  }

  /** What is left at the end of the connection, as a line. */
  end(): Uint8Array[] {
    const rest = this.held
    this.held = Buffer.alloc(0)
    return rest.length > 0 ? [rest, newLine] : []
  }

  private one(out: Uint8Array[]): number {
    const { held } = this
    if (held.length === 0) return 0
    const counted = /^(\d{1,8}) </.exec(held.toString('latin1', 0, 12))
    if (counted && Number(counted[1]) <= this.longest) {
      const start = counted[1]!.length + 1
      const end = start + Number(counted[1])
      if (held.length < end) return 0
      // A message may hold line ends; as one line it stays one record.
      const message = Buffer.from(held.subarray(start, end))
      for (
        let at = message.indexOf(10);
        at !== -1 && at < message.length - 1;
        at = message.indexOf(10, at + 1)
      )
        message[at] = 0x20
      out.push(message.at(-1) === 10 ? message : Buffer.concat([message, newLine]))
      return end
    }
    if (/^\d{1,8} ?$/.test(held.toString('latin1', 0, 9)) && held.length < 10) return 0
    const end = held.indexOf(10)
    if (end === -1) {
      if (held.length <= this.longest) return 0
      out.push(Buffer.concat([held, newLine]))
      return held.length
    }
    out.push(held.subarray(0, end + 1))
    return end + 1
  }
}

const newLine = Uint8Array.of(0x0a)
