/**
 * Reads an IPv4 address in dotted form into four bytes. Leading zeros and short forms are no addresses (RFC 6943 tells
 * why: programs disagree about them).
 * @returns the place behind the address, or -1
 */
export function readIpv4(text: string, out: Uint8Array, at: number, end = text.length): number {
  let part = -1
  let parts = 0
  for (let i = 0; i <= end; i++) {
    const c = i === end ? 0x2e : text.charCodeAt(i)
    if (c === 0x2e) {
      if (part < 0 || parts === 4) return -1
      out[at + parts++] = part
      part = -1
    } else if (c >= 0x30 && c <= 0x39) {
      if (part === 0) return -1
      part = (part < 0 ? 0 : part * 10) + c - 0x30
      if (part > 255) return -1
    } else return -1
  }
  return parts === 4 ? at + 4 : -1
}

/**
 * Reads an IPv6 address (RFC 4291, also with an IPv4 tail; a zone or brackets are passed over) into sixteen bytes.
 * @returns the place behind the address, or -1
 */
export function readIpv6(text: string, out: Uint8Array, at: number): number {
  const bare = text.replace(/%.*$/, '').replace(/^\[|\]$/g, '')
  if (!bare.includes(':') || bare.length > 45) return -1
  const halves = bare.split('::')
  if (halves.length > 2) return -1
  const head = groupsOf(halves[0]!)
  const tail = halves.length === 2 ? groupsOf(halves[1]!) : []
  if (!head || !tail) return -1
  const missing = 8 - head.length - tail.length
  if (halves.length === 2 ? missing < 1 : missing !== 0) return -1
  let place = at
  for (const group of [...head, ...new Array<number>(missing).fill(0), ...tail]) {
    out[place++] = group >>> 8
    out[place++] = group & 0xff
  }
  return place
}

function groupsOf(text: string): number[] | undefined {
  if (text === '') return []
  const groups: number[] = []
  const parts = text.split(':')
  for (const [i, part] of parts.entries()) {
    if (i === parts.length - 1 && part.includes('.')) {
      const v4 = new Uint8Array(4)
      if (readIpv4(part, v4, 0) < 0) return undefined
      groups.push((v4[0]! << 8) | v4[1]!, (v4[2]! << 8) | v4[3]!)
    } else if (/^[0-9a-f]{1,4}$/i.test(part)) groups.push(Number.parseInt(part, 16))
    else return undefined
  }
  return groups
}

/** Four bytes in dotted form. */
export function ipv4Text(bytes: Uint8Array, at = 0): string {
  return `${bytes[at]}.${bytes[at + 1]}.${bytes[at + 2]}.${bytes[at + 3]}`
}

/** Sixteen bytes in the form of RFC 5952: lower case, the longest run of zero groups as `::`. */
export function ipv6Text(bytes: Uint8Array, at = 0): string {
  const groups = Array.from({ length: 8 }, (_, i) => (bytes[at + 2 * i]! << 8) | bytes[at + 2 * i + 1]!)
  let best = 0
  let bestLength = 1
  for (let i = 0; i < 8; ) {
    let end = i
    while (end < 8 && groups[end] === 0) end++
    if (end - i > bestLength) {
      best = i
      bestLength = end - i
    }
    i = Math.max(end, i + 1)
  }
  const hex = groups.map((group) => group.toString(16))
  if (bestLength < 2) return hex.join(':')
  return `${hex.slice(0, best).join(':')}::${hex.slice(best + bestLength).join(':')}`
}

/** Sets all bits behind the prefix to zero. */
export function maskBits(bytes: Uint8Array, at: number, size: number, prefix: number): void {
  for (let i = 0; i < size; i++) {
    const kept = Math.min(8, Math.max(0, prefix - 8 * i))
    bytes[at + i] = bytes[at + i]! & (0xff00 >> kept)
  }
}
