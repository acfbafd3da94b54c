/** A network: its address as one number of `bits` bits, and how many of them count. */
export interface Cidr {
  readonly bits: 32 | 128
  readonly address: bigint
  readonly prefix: number
}

/** An IPv4 address as a number, or undefined. Leading zeros and short forms are no addresses. */
export function parseIPv4(text: string): number | undefined {
  let value = 0
  let part = -1
  let parts = 0
  for (let i = 0; i <= text.length; i++) {
    const c = i === text.length ? 0x2e : text.charCodeAt(i)
    if (c === 0x2e) {
      if (part < 0 || ++parts > 4) return undefined
      value = value * 256 + part
      part = -1
    } else if (c >= 0x30 && c <= 0x39) {
      if (part === 0) return undefined
      part = (part < 0 ? 0 : part * 10) + c - 0x30
      if (part > 255) return undefined
    } else return undefined
  }
  return parts === 4 ? value : undefined
}

/** An IPv6 address (RFC 4291, also with an IPv4 tail and with a zone, which is passed over) as a number, or undefined. */
export function parseIPv6(text: string): bigint | undefined {
  const bare = text.replace(/%.*$/, '').replace(/^\[|\]$/g, '')
  if (!bare.includes(':') || bare.length > 45) return undefined
  const halves = bare.split('::')
  if (halves.length > 2) return undefined
  const head = groupsOf(halves[0]!)
  const tail = halves.length === 2 ? groupsOf(halves[1]!) : []
  if (!head || !tail) return undefined
  const missing = 8 - head.length - tail.length
  if (halves.length === 2 ? missing < 1 : missing !== 0) return undefined
  let value = 0n
  for (const group of [...head, ...new Array<number>(Math.max(0, missing)).fill(0), ...tail])
    value = (value << 16n) | BigInt(group)
  return value
}

function groupsOf(text: string): number[] | undefined {
  if (text === '') return []
  const groups: number[] = []
  const parts = text.split(':')
  for (const [i, part] of parts.entries()) {
    if (i === parts.length - 1 && part.includes('.')) {
      const v4 = parseIPv4(part)
      if (v4 === undefined) return undefined
      groups.push(v4 >>> 16, v4 & 0xffff)
    } else if (/^[0-9a-f]{1,4}$/i.test(part)) groups.push(Number.parseInt(part, 16))
    else return undefined
  }
  return groups
}

/** A network in CIDR form, or undefined. A bare address is the network of itself; host bits are dropped. */
export function parseCidr(text: string): Cidr | undefined {
  const [address = '', length, ...rest] = text.trim().split('/')
  if (rest.length > 0 || (length !== undefined && !/^\d{1,3}$/.test(length))) return undefined
  const v4 = parseIPv4(address)
  const v6 = v4 === undefined ? parseIPv6(address) : undefined
  const bits = v4 !== undefined ? 32 : 128
  const value = v4 !== undefined ? BigInt(v4) : v6
  const prefix = length === undefined ? bits : Number(length)
  if (value === undefined || prefix > bits) return undefined
  const shift = BigInt(bits - prefix)
  return { bits, address: (value >> shift) << shift, prefix }
}

/** Whether an address lies in a network. An IPv4-mapped IPv6 address counts as its IPv4 address. */
export function isInCidr(cidr: Cidr, text: string): boolean {
  const v4 = parseIPv4(text) ?? mappedIPv4(text)
  if (cidr.bits === 32) {
    if (v4 === undefined) return false
    const shift = BigInt(32 - cidr.prefix)
    return BigInt(v4) >> shift === cidr.address >> shift
  }
  const v6 = parseIPv6(text)
  if (v6 === undefined) return false
  const shift = BigInt(128 - cidr.prefix)
  return v6 >> shift === cidr.address >> shift
}

function mappedIPv4(text: string): number | undefined {
  return /^::ffff:/i.test(text) ? parseIPv4(text.slice(7)) : undefined
}
