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

  /**
   * Writes a value as it stands in a log, where its form is the common one: then there is no need to make its canonical
   * text first.
   * @returns whether it did; otherwise the value may still be of the kind, in another spelling
   */
  writeCommon(kind: IndicatorKind, text: string): boolean {
    switch (kind) {
      case 'ipv4':
        if (readIpv4(text, this.bytes, 0) < 0) return false
        this.bytes[4] = 32
        this.length = 5
        return true
      case 'md5':
      case 'ja3':
        return this.writeHexOf(text, 32)
      case 'sha1':
        return this.writeHexOf(text, 40)
      case 'sha256':
        return this.writeHexOf(text, 64)
      case 'sha512':
        return this.writeHexOf(text, 128)
      case 'domain':
        return this.writeDomain(text)
      default:
        return false
    }
  }

  private writeHexOf(text: string, digits: number): boolean {
    if (text.length !== digits) return false
    const { bytes } = this
    let all = 0
    for (let i = 0; i < digits; i += 2) {
      const high = hexValues[text.charCodeAt(i) & 0xff]!
      const low = hexValues[text.charCodeAt(i + 1) & 0xff]!
      all |= high | low | (text.charCodeAt(i) & 0xff00) | (text.charCodeAt(i + 1) & 0xff00)
      bytes[i >> 1] = (high << 4) | low
    }
    this.length = digits >> 1
    return all < 0x10
  }

  private writeDomain(text: string): boolean {
    const { bytes } = this
    if (text.length > 253) return false
    let label = 0
    let labels = 1
    let c = 0
    for (let i = 0; i < text.length; i++) {
      c = text.charCodeAt(i)
      bytes[i] = c
      if (c === 0x2e) {
        if (label === 0) return false
        labels++
        label = 0
      } else if (c > 0x7f || nameCharacters[c] === 0 || ++label > 63) return false
    }
    this.length = text.length
    return label > 0 && labels > 1 && !(c >= 0x30 && c <= 0x39)
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

/** The value of a hexadecimal digit, 0x80 for any other character. */
const hexValues = new Uint8Array(256).fill(0x80)
for (let i = 0; i < 16; i++) {
  hexValues[i.toString(16).charCodeAt(0)] = i
  hexValues[i.toString(16).toUpperCase().charCodeAt(0)] = i
}

/** Characters of a name in canonical form. */
const nameCharacters = new Uint8Array(128)
for (const c of 'abcdefghijklmnopqrstuvwxyz0123456789-_') nameCharacters[c.charCodeAt(0)] = 1

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
