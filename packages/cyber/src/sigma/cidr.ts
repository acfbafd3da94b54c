import { readIpv4, readIpv6 } from '@cordon/model'

/** A network: its address as one number of `bits` bits, and how many of them count. */
export interface Cidr {
  readonly bits: 32 | 128
  readonly address: bigint
  readonly prefix: number
}

/** An IPv4 address as a number, or undefined where `readIpv4` reads none. */
export function parseIPv4(text: string): number | undefined {
  if (readIpv4(text, bytes, 0) < 0) return undefined
  return bytes[0]! * 0x1000000 + ((bytes[1]! << 16) | (bytes[2]! << 8) | bytes[3]!)
}

/** An IPv6 address as a number, or undefined where `readIpv6` reads none. */
export function parseIPv6(text: string): bigint | undefined {
  if (readIpv6(text, bytes, 0) < 0) return undefined
  let value = 0n
  for (const byte of bytes) value = (value << 8n) | BigInt(byte)
  return value
}

/** Room for one address: nothing of it outlives a call. */
const bytes = new Uint8Array(16)

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
