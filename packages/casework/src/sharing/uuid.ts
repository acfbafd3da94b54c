import { sha1 } from '@noble/hashes/legacy.js'
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'

/** The namespace in which Cordon makes its ids. */
export const cordonNamespace = 'e7a4d1c2-58f0-5c6e-9b1d-3f0a6c2b7d94'
/** The namespace that STIX 2.1 (section 2.9) fixes for observables. */
export const stixNamespace = '00abedb4-aa42-466c-9c01-fed23315a9b7'

/** A UUID of version 5 (RFC 9562, section 5.5): the same namespace and name give the same id. */
export function uuidV5(namespace: string, name: string): string {
  const space = hexToBytes(namespace.replaceAll('-', ''))
  const text = utf8ToBytes(name)
  const bytes = new Uint8Array(space.length + text.length)
  bytes.set(space)
  bytes.set(text, space.length)
  const hash = sha1(bytes).slice(0, 16)
  hash[6] = (hash[6]! & 0x0f) | 0x50
  hash[8] = (hash[8]! & 0x3f) | 0x80
  const hex = bytesToHex(hash)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

/** JSON with sorted members (RFC 8785 for the texts and numbers that ids are made of). */
export function sortedJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(sortedJson).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const members = Object.entries(value)
    .filter(([, one]) => one !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${members.map(([key, one]) => `${JSON.stringify(key)}:${sortedJson(one)}`).join(',')}}`
}
