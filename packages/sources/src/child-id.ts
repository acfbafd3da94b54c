import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

/**
 * The id of a thing that its publisher gives none: the parent's id, what it is, and 16 hexadecimal digits of the
 * SHA-256 over its content. The same content has the same id in every version of the list.
 */
export function childId(parent: string, kind: string, ...content: readonly (string | undefined)[]): string {
  const hash = bytesToHex(sha256(utf8ToBytes(JSON.stringify(content.map((part) => part ?? null)))))
  return `${parent}-${kind}-${hash.slice(0, 16)}`
}
