import { type IndicatorKind, ipv4Text, ipv6Text, readIpv4, readIpv6 } from '@cordon/model'

/** Longest key in bytes; longer canonical values are keyed by their first bytes and a hash of the whole. */
const maxKeyBytes = 4096 * 3

const hexKinds: ReadonlySet<IndicatorKind> = new Set(['md5', 'sha1', 'sha256', 'sha512', 'ja3'])

/**
 * Writes canonical values as bytes, so that five million of them are one array: addresses as their bytes with the
 * length of the network behind, hashes as their bytes, all else as UTF-8. The buffer is used again for every key.
 */
export class KeyWriter {
  readonly bytes = new Uint8Array(maxKeyBytes)
  length = 0
  private readonly encoder = new TextEncoder()

  /** @param value canonical; what it writes for other values is of no use */
  write(kind: IndicatorKind, value: string): void {
    switch (kind) {
      case 'ipv4':
      case 'ipv6':
        this.writeNetwork(kind, value)
        break
      case 'md5':
      case 'sha1':
      case 'sha256':
      case 'sha512':
      case 'ja3':
        this.writeHex(value)
        break
      default:
        this.writeText(value)
    }
  }

  private writeNetwork(kind: 'ipv4' | 'ipv6', value: string): void {
    const slash = value.indexOf('/')
    const size = kind === 'ipv4' ? 4 : 16
    if (kind === 'ipv4') readIpv4(value, this.bytes, 0, slash < 0 ? value.length : slash)
    else readIpv6(slash < 0 ? value : value.slice(0, slash), this.bytes, 0)
    this.bytes[size] = slash < 0 ? size * 8 : Number(value.slice(slash + 1))
    this.length = size + 1
  }

  private writeHex(value: string): void {
    const { bytes } = this
    const length = value.length >> 1
    for (let i = 0; i < length; i++)
      bytes[i] = (digit(value.charCodeAt(2 * i)) << 4) | digit(value.charCodeAt(2 * i + 1))
    this.length = length
  }

  private writeText(value: string): void {
    const { bytes } = this
    for (let i = 0; i < value.length; i++) {
      const c = value.charCodeAt(i)
      if (c > 0x7f) {
        this.length = this.encoder.encodeInto(value, bytes).written
        return
      }
      bytes[i] = c
    }
    this.length = value.length
  }
}

function digit(c: number): number {
  return c <= 0x39 ? c - 0x30 : c - 0x57
}

const decoder = new TextDecoder()

/** The canonical value that a key stands for. */
export function valueOfKey(kind: IndicatorKind, bytes: Uint8Array, start: number, end: number): string {
  if (kind === 'ipv4' || kind === 'ipv6') {
    const size = kind === 'ipv4' ? 4 : 16
    const text = kind === 'ipv4' ? ipv4Text(bytes, start) : ipv6Text(bytes, start)
    const prefix = bytes[start + size]!
    return prefix === size * 8 ? text : `${text}/${prefix}`
  }
  if (hexKinds.has(kind)) {
    let text = ''
    for (let i = start; i < end; i++) text += (bytes[i]! + 256).toString(16).slice(1)
    return text
  }
  return decoder.decode(bytes.subarray(start, end))
}

/** A 32-bit hash of a key and its kind (FNV-1a, finished as in MurmurHash3). */
export function hashKey(bytes: Uint8Array, length: number, kind: number, seed: number): number {
  let h = seed ^ Math.imul(kind + 1, 0x9e3779b1)
  for (let i = 0; i < length; i++) h = Math.imul(h ^ bytes[i]!, 0x01000193)
  h ^= h >>> 16
  h = Math.imul(h, 0x85ebca6b)
  h ^= h >>> 13
  h = Math.imul(h, 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}
