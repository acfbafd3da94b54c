/** Length of the longest beginning of `bytes` that does not end inside a UTF-8 sequence. */
export function completeUtf8Length(bytes: Uint8Array): number {
  const last = bytes.length - 1
  for (let back = 0; back < 3 && back <= last; back++) {
    const byte = bytes[last - back]!
    if (byte < 0x80) return bytes.length
    if (byte >= 0xc0) {
      const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2
      return length > back + 1 ? last - back : bytes.length
    }
  }
  return bytes.length
}

/** Length of the valid UTF-8 sequence at `at` (Unicode 15, table 3-7), or 0 where there is none. */
export function utf8SequenceLength(bytes: Uint8Array, at: number): number {
  const first = bytes[at]!
  if (first < 0x80) return 1
  if (first < 0xc2 || first > 0xf4) return 0
  const length = first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4
  if (at + length > bytes.length) return 0
  const second = bytes[at + 1]!
  const low = first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80
  const high = first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf
  if (second < low || second > high) return 0
  for (let i = 2; i < length; i++) if ((bytes[at + i]! & 0xc0) !== 0x80) return 0
  return length
}

/** Offset of the first byte that begins no valid UTF-8 sequence, or -1. */
export function firstInvalidUtf8(bytes: Uint8Array): number {
  for (let at = 0; at < bytes.length; ) {
    const length = utf8SequenceLength(bytes, at)
    if (length === 0) return at
    at += length
  }
  return -1
}

/** The text, each byte that is not UTF-8 as the lone surrogate U+DC00 plus the byte (as Python's PEP 383 does). */
export function escapeInvalidUtf8(bytes: Buffer): string {
  const parts: string[] = []
  let from = 0
  for (let at = 0; at < bytes.length; ) {
    const length = utf8SequenceLength(bytes, at)
    if (length > 0) {
      at += length
      continue
    }
    if (at > from) parts.push(bytes.toString('utf8', from, at))
    parts.push(String.fromCharCode(0xdc00 + bytes[at]!))
    from = ++at
  }
  parts.push(bytes.toString('utf8', from))
  return parts.join('')
}
