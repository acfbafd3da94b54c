import { hexDigit } from './armour.ts'
import type { SourceTable } from './sources.ts'

const colon = 0x3a
const comma = 0x2c
const dash = 0x2d
const star = 0x2a

/** What tag blocks (IEC 61162-450, NMEA 0183 4.10) said of the sentence to come. */
export class TagBlock {
  /** `c:`, UTC milliseconds, NaN where it was not given. */
  time = Number.NaN
  /** `s:` (or the `si:` of Danish feeds) as its number in the table of sources, 0 for none. */
  source = 0
  /** Code of the group in `g:`, -1 for none. */
  group = -1
  private readonly sources: SourceTable

  constructor(sources: SourceTable) {
    this.sources = sources
  }

  /** Forgets what was said. */
  clear(): void {
    this.time = Number.NaN
    this.source = 0
    this.group = -1
  }

  /** Reads what stands between two backslashes. False, and nothing learnt, where its checksum is wrong. */
  read(buffer: Uint8Array, from: number, to: number): boolean {
    if (to - from < 3 || buffer[to - 3] !== star) return false
    let sum = 0
    for (let i = from; i < to - 3; i++) sum ^= buffer[i]!
    const high = hexDigit[buffer[to - 2]!]!
    const low = hexDigit[buffer[to - 1]!]!
    if ((high | low) === 255 || sum !== high * 16 + low) return false
    let start = from
    for (let i = from; i <= to - 3; i++) {
      if (i < to - 3 && buffer[i] !== comma) continue
      this.field(buffer, start, i)
      start = i + 1
    }
    return true
  }

  private field(buffer: Uint8Array, from: number, to: number): void {
    const key = buffer[from]
    const value = buffer[from + 1] === colon ? from + 2 : from + 3
    if (value > to || buffer[value - 1] !== colon) return
    if (key === 0x63) this.time = readTime(buffer, value, to)
    else if (key === 0x73) this.source = this.sources.idOf(buffer, value, to)
    else if (key === 0x67 && value === from + 2) this.group = groupOf(buffer, value, to)
  }
}

/** `1-2-1278`: the code behind the second dash. Only equal codes matter, so that one which is no number is hashed. */
function groupOf(buffer: Uint8Array, from: number, to: number): number {
  let place = from
  for (let dashes = 0; place < to && dashes < 2; place++) if (buffer[place] === dash) dashes++
  let code = 0
  for (; place < to; place++) code = (Math.imul(code, 31) + buffer[place]!) & 0x7fffffff
  return code
}

/**
 * A time in digits since 1970: seconds, milliseconds, microseconds or nanoseconds, told apart by size. UTC milliseconds,
 * or NaN where something else stands there. Spaces and a comma around it are passed over.
 */
export function readTime(buffer: Uint8Array, from: number, to: number): number {
  let value = 0
  let digits = 0
  for (let i = from; i < to; i++) {
    const digit = buffer[i]! - 0x30
    if (digit >= 0 && digit <= 9) {
      value = value * 10 + digit
      digits++
    } else if (buffer[i] !== 0x20 && buffer[i] !== comma) return Number.NaN
  }
  if (digits < 9 || digits > 19) return Number.NaN
  if (value < 1e11) return value * 1000
  if (value < 1e14) return value
  if (value < 1e17) return Math.floor(value / 1e3)
  return Math.floor(value / 1e6)
}

/**
 * `$PGHP,1,year,month,day,hour,minute,second,millisecond,country,region,station,online,checksum*hh` of coast stations
 * (Gatehouse): the time of the sentence that follows, and that sentence's checksum.
 */
export function parsePghp(
  buffer: Uint8Array,
  from: number,
  end: number,
): { time: number; checksum: number } | undefined {
  let text = ''
  for (let i = from; i < Math.min(end, from + 120); i++) text += String.fromCharCode(buffer[i]!)
  const fields = text.split('*')[0]!.split(',')
  if (fields.length < 14) return undefined
  const [year, month, day, hour, minute, second, milli] = fields.slice(2, 9).map(Number)
  const time = Date.UTC(year!, month! - 1, day, hour, minute, second, milli)
  const checksum = Number.parseInt(fields[13]!, 16)
  return Number.isNaN(time) || Number.isNaN(checksum) ? undefined : { time, checksum }
}
