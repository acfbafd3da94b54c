import { sha1 } from '@noble/hashes/legacy.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'

/** The namespace of what this project describes: version 5 of the name `cordon` in RFC 9562's DNS namespace. */
export const cordonNamespace = uuid5('6ba7b810-9dad-11d1-80b4-00c04fd430c8', 'cordon')

/** A name-based UUID, version 5 (RFC 9562, section 5.5). */
export function uuid5(namespace: string, name: string): string {
  const space = hexToBytes(namespace.replaceAll('-', ''))
  const text = utf8ToBytes(name)
  const bytes = new Uint8Array(space.length + text.length)
  bytes.set(space)
  bytes.set(text, space.length)
  return shaped(bytesToHex(sha1(bytes)), '5')
}

/** A UUID in the form of version 4 that is drawn from a text: CACAO asks for version 4 of its steps, and same in means same out. */
export function uuid4From(text: string): string {
  return shaped(bytesToHex(sha256(utf8ToBytes(text))), '4')
}

function shaped(hex: string, version: string): string {
  const variant = '89ab'[Number.parseInt(hex[16]!, 16) & 3]!
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${version}${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
