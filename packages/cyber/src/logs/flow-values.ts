/** The value of an information element; undefined where its length fits no value. */
export function flowValue(bytes: Buffer, at: number, length: number, type: string): unknown {
  switch (type) {
    case 'ip':
      return addressText(bytes, at, length)
    case 'mac':
      return bytes.toString('hex', at, at + length).replace(/(..)(?=.)/g, '$1:')
    case 'text':
      return bytes.toString('utf8', at, at + length).replace(/\0+$/, '')
    case 'seconds':
      return length === 4 ? bytes.readUInt32BE(at) * 1000 : undefined
    case 'ntp':
      // Seconds since 1900 and a fraction (RFC 7011, 6.1.9).
      return length === 8
        ? (bytes.readUInt32BE(at) - 2_208_988_800) * 1000 +
            Math.floor((bytes.readUInt32BE(at + 4) * 1000) / 4_294_967_296)
        : undefined
    default:
      return numberOf(bytes, at, length)
  }
}

function numberOf(bytes: Buffer, at: number, length: number): number | undefined {
  if (length < 1 || length > 8) return undefined
  return length <= 6 ? bytes.readUIntBE(at, length) : Number(bytes.readBigUInt64BE(at + length - 8))
}

/** An IPv4 address (4 bytes) or an IPv6 address (16 bytes, RFC 5952) as text. */
export function addressText(bytes: Buffer, at: number, length: number): string | undefined {
  if (length === 4) return `${bytes[at]}.${bytes[at + 1]}.${bytes[at + 2]}.${bytes[at + 3]}`
  if (length !== 16) return undefined
  const groups = Array.from({ length: 8 }, (_, i) => bytes.readUInt16BE(at + 2 * i).toString(16))
  const text = groups.join(':')
  // The longest run of zeros, the first of equal ones, is left out; a single zero stays.
  const runs = [...text.matchAll(/(?:^|:)0(?::0)+(?=:|$)/g)].sort(
    (a, b) => b[0].length - a[0].length || a.index - b.index,
  )
  const run = runs[0]
  if (!run) return text
  return `${text.slice(0, run.index)}::${text.slice(run.index + run[0].length).replace(/^:/, '')}`
}
