import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

/** A UUID (version 8, RFC 9562) that is made of a text alone: things without an id of their own keep the same one. */
export function deterministicUuid(...content: readonly string[]): string {
  const hex = bytesToHex(sha256(utf8ToBytes(JSON.stringify(content))))
  const variant = '89ab'[Number.parseInt(hex[16]!, 16) & 3]!
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
