/** Types of binary XML values (libyal's and Microsoft's description of the format, MS-EVEN6 2.2.12). */
export const valueType = {
  null: 0x00,
  string: 0x01,
  ansi: 0x02,
  int8: 0x03,
  uint8: 0x04,
  int16: 0x05,
  uint16: 0x06,
  int32: 0x07,
  uint32: 0x08,
  int64: 0x09,
  uint64: 0x0a,
  float: 0x0b,
  double: 0x0c,
  boolean: 0x0d,
  binary: 0x0e,
  guid: 0x0f,
  size: 0x10,
  fileTime: 0x11,
  systemTime: 0x12,
  sid: 0x13,
  hex32: 0x14,
  hex64: 0x15,
  xml: 0x21,
} as const

const isArray = 0x80
const scratch = Buffer.alloc(65_536)

/** UTF-16 text without its closing NULs. Text of Latin letters only becomes a one-byte string, which all later work likes better. */
export function readText(bytes: Buffer, at: number, units: number): string {
  let wide = 0
  let length = 0
  for (let i = at; length < units; i += 2, length++) {
    wide |= bytes[i + 1]!
    scratch[length] = bytes[i]!
  }
  while (length > 0 && bytes[at + 2 * length - 2] === 0 && bytes[at + 2 * length - 1] === 0) length--
  return wide === 0 ? scratch.toString('latin1', 0, length) : bytes.toString('utf16le', at, at + 2 * length)
}

/** A value as a number, or as the text in which Windows shows it; undefined for null. */
export function readValue(
  bytes: Buffer,
  at: number,
  size: number,
  type: number,
): string | number | undefined {
  if (type === valueType.string) return readText(bytes, at, size >> 1)
  if (type === valueType.null || size === 0) return type === valueType.null ? undefined : ''
  if ((type & isArray) !== 0) return readArray(bytes, at, size, type & 0x7f)
  switch (type) {
    case valueType.ansi:
      return bytes.toString('latin1', at, at + size).replace(/\0+$/, '')
    case valueType.int8:
      return bytes.readInt8(at)
    case valueType.uint8:
      return bytes.readUInt8(at)
    case valueType.int16:
      return bytes.readInt16LE(at)
    case valueType.uint16:
      return bytes.readUInt16LE(at)
    case valueType.int32:
      return bytes.readInt32LE(at)
    case valueType.uint32:
      return bytes.readUInt32LE(at)
    case valueType.int64:
      return safe(bytes.readBigInt64LE(at))
    case valueType.uint64:
      return safe(bytes.readBigUInt64LE(at))
    case valueType.float:
      return bytes.readFloatLE(at)
    case valueType.double:
      return bytes.readDoubleLE(at)
    case valueType.boolean:
      return (size >= 4 ? bytes.readUInt32LE(at) : bytes.readUInt8(at)) !== 0 ? 'true' : 'false'
    case valueType.guid:
      return guid(bytes, at)
    case valueType.size:
    case valueType.hex32:
    case valueType.hex64:
      return size === 8
        ? `0x${bytes.readBigUInt64LE(at).toString(16)}`
        : `0x${bytes.readUInt32LE(at).toString(16)}`
    case valueType.fileTime:
      return fileTimeText(bytes, at)
    case valueType.systemTime:
      return systemTime(bytes, at)
    case valueType.sid:
      return sid(bytes, at, size)
    default:
      return bytes.toString('hex', at, at + size).toUpperCase()
  }
}

const widths: Readonly<Record<number, number>> = {
  3: 1,
  4: 1,
  5: 2,
  6: 2,
  7: 4,
  8: 4,
  9: 8,
  10: 8,
  11: 4,
  12: 8,
  13: 4,
  15: 16,
  17: 8,
  18: 16,
  20: 4,
  21: 8,
}

function readArray(bytes: Buffer, at: number, size: number, type: number): string {
  if (type === valueType.string)
    return readText(bytes, at, size >> 1)
      .split('\0')
      .join(', ')
  const width = widths[type]
  if (!width) return bytes.toString('hex', at, at + size).toUpperCase()
  const items: unknown[] = []
  for (let i = at; i + width <= at + size; i += width) items.push(readValue(bytes, i, width, type))
  return items.join(', ')
}

function safe(value: bigint): string | number {
  return value >= -9007199254740991n && value <= 9007199254740991n ? Number(value) : value.toString()
}

const hexBytes = Array.from({ length: 256 }, (_, i) => i.toString(16).padStart(2, '0').toUpperCase())

function guid(bytes: Buffer, at: number): string {
  const h = (i: number) => hexBytes[bytes[at + i]!]!
  return `{${h(3)}${h(2)}${h(1)}${h(0)}-${h(5)}${h(4)}-${h(7)}${h(6)}-${h(8)}${h(9)}-${h(10)}${h(11)}${h(12)}${h(13)}${h(14)}${h(15)}}`
}

/** A FILETIME (100 ns since 1601) as milliseconds since 1970. */
export function fileTimeMs(bytes: Buffer, at: number): number {
  const ticks = bytes.readUInt32LE(at + 4) * 4294967296 + bytes.readUInt32LE(at)
  return Math.floor(ticks / 10_000) - 11_644_473_600_000
}

function fileTimeText(bytes: Buffer, at: number): string {
  const ms = fileTimeMs(bytes, at)
  if (!(Math.abs(ms) < 8.64e15)) return bytes.readBigUInt64LE(at).toString()
  const ticks = bytes.readBigUInt64LE(at)
  return `${new Date(ms).toISOString().slice(0, 19)}.${(ticks % 10_000_000n).toString().padStart(7, '0')}Z`
}

function systemTime(bytes: Buffer, at: number): string {
  const [year, month, , day, hour, minute, second, ms] = Array.from({ length: 8 }, (_, i) =>
    bytes.readUInt16LE(at + 2 * i),
  )
  const two = (n: number | undefined) => String(n).padStart(2, '0')
  return `${year}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}:${two(second)}.${String(ms).padStart(3, '0')}Z`
}

function sid(bytes: Buffer, at: number, size: number): string {
  const count = bytes[at + 1]!
  if (size < 8 + 4 * count) return bytes.toString('hex', at, at + size).toUpperCase()
  const authority = bytes.readUIntBE(at + 2, 6)
  let text = `S-${bytes[at]}-${authority}`
  for (let i = 0; i < count; i++) text += `-${bytes.readUInt32LE(at + 8 + 4 * i)}`
  return text
}
