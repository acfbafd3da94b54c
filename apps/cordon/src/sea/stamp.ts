const lineFeed = '\n'

/**
 * Gives sentences that carry no time that of their arrival, as a tag block (NMEA 0183 4.10: `\\c:1519300000000*hh\\`). What has a
 * tag block with a time, a time behind the checksum (US Coast Guard), or comes from a feed with `$PGHP` times is left as it is.
 */
export class LineStamp {
  /** No message of several parts has begun and not ended. */
  isBetweenMessages = true
  private readonly now: () => number
  private hasOwnTimes = false

  constructor(now: () => number) {
    this.now = now
  }

  /** Whole lines, stamped. */
  lines(bytes: Uint8Array): Uint8Array {
    const block = tagBlock(`c:${Math.floor(this.now())}`)
    const lines = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
      .toString('latin1')
      .split(lineFeed)
    const stamped = lines.map((line) => (line === '' ? line : this.line(line, block)))
    return Buffer.from(stamped.join(lineFeed), 'latin1')
  }

  private line(line: string, block: string): string {
    if (line.startsWith('$PGHP')) this.hasOwnTimes = true
    const parts = /[!$]..VD[MO],(\d),(\d),/.exec(line)
    if (parts) this.isBetweenMessages = parts[1] === parts[2]
    // A message has the time of its first part.
    if (parts === null || parts[2] !== '1' || this.hasOwnTimes || /\\[^\\]*\bc:\d/.test(line)) return line
    return /\*[0-9A-Fa-f]{2},/.test(line.slice(parts.index)) ? line : `${block}${line}`
  }
}

function tagBlock(text: string): string {
  let sum = 0
  for (let i = 0; i < text.length; i++) sum ^= text.charCodeAt(i)
  return `\\${text}*${sum.toString(16).padStart(2, '0').toUpperCase()}\\`
}
