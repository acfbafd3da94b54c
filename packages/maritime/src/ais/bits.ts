/**
 * Bit fields of an AIS payload (ITU-R M.1371-5). A payload is held as its six-bit groups, one a byte, most significant
 * bit first: that is how it is sent in NMEA 0183, so nothing is packed or unpacked on the way to a field.
 */

/** Reads `width` bits (1 to 32) from bit `at` as an unsigned number. The caller keeps within the payload. */
export function readUint(six: Uint8Array, at: number, width: number): number {
  let place = (at / 6) | 0
  const head = 6 - (at - place * 6)
  let value = six[place]! & ((1 << head) - 1)
  let left = width - head
  if (left <= 0) return value >>> -left
  for (; left >= 6; left -= 6) value = (value << 6) | six[++place]!
  if (left > 0) value = (value << left) | (six[place + 1]! >>> (6 - left))
  return value >>> 0
}

/** Reads `width` bits (2 to 32) from bit `at` as a two's complement number. */
export function readInt(six: Uint8Array, at: number, width: number): number {
  const value = readUint(six, at, width)
  return (value << (32 - width)) >> (32 - width)
}

/** Writes the low `width` bits (1 to 32) of a number at bit `at`. */
export function writeUint(six: Uint8Array, at: number, width: number, value: number): void {
  for (let bit = 0; bit < width; bit++) {
    const place = ((at + bit) / 6) | 0
    const mask = 32 >>> ((at + bit) % 6)
    if ((value >>> (width - 1 - bit)) & 1) six[place] = six[place]! | mask
    else six[place] = six[place]! & ~mask
  }
}

/** Characters of the six-bit alphabet, in the order of their codes (ITU-R M.1371-5, table 47). */
const alphabet = '@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_ !"#$%&\'()*+,-./0123456789:;<=>?'

/**
 * Reads up to `length` six-bit characters from bit `at`. '@' ends the text, as the standard says it fills unused
 * places; what stands behind it is left out. Spaces at the end are cut.
 */
export function readText(six: Uint8Array, at: number, length: number): string {
  let text = ''
  for (let i = 0; i < length; i++) {
    const code = readUint(six, at + 6 * i, 6)
    if (code === 0) break
    text += alphabet[code]
  }
  return text.trimEnd()
}

/** Writes a text of at most `length` characters, filled with '@'. A character outside the alphabet becomes '?'. */
export function writeText(six: Uint8Array, at: number, length: number, text: string): void {
  for (let i = 0; i < length; i++) {
    const code = i < text.length ? alphabet.indexOf(text[i]!.toUpperCase()) : 0
    writeUint(six, at + 6 * i, 6, code < 0 ? 63 : code)
  }
}

/** The bits from `at` up to `end` as `bits:hex`, the last byte filled with zeros on the right, as gpsd writes them. */
export function readHex(six: Uint8Array, at: number, end: number): string {
  let hex = `${end - at}:`
  for (let bit = at; bit < end; bit += 8) {
    const width = Math.min(8, end - bit)
    const byte = readUint(six, bit, width) << (8 - width)
    hex += (byte < 16 ? '0' : '') + byte.toString(16)
  }
  return hex
}

/** Writes `bits:hex` at bit `at` and returns the bit behind it. */
export function writeHex(six: Uint8Array, at: number, text: string): number {
  const [length, hex = ''] = text.split(':')
  const end = at + Number(length)
  for (let bit = at, i = 0; bit < end; bit += 8, i += 2) {
    const width = Math.min(8, end - bit)
    writeUint(six, bit, width, Number.parseInt(hex.slice(i, i + 2), 16) >>> (8 - width))
  }
  return end
}
