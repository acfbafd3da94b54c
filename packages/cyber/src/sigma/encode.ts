const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** UTF-8 bytes of a text. */
export function utf8Bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

/** UTF-16 bytes of a text, without or with a byte order mark (little-endian, as the specification shows it). */
export function utf16Bytes(text: string, order: 'le' | 'be', mark = false): Uint8Array {
  const out = new Uint8Array(text.length * 2 + (mark ? 2 : 0))
  let at = 0
  if (mark) {
    out[at++] = 0xff
    out[at++] = 0xfe
  }
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i)
    out[at++] = order === 'le' ? c & 0xff : c >> 8
    out[at++] = order === 'le' ? c >> 8 : c & 0xff
  }
  return out
}

/** Base64 with padding (RFC 4648). */
export function base64(bytes: Uint8Array): string {
  let out = ''
  for (let i = 0; i < bytes.length; i += 3) {
    const [a, b, c] = [bytes[i]!, bytes[i + 1], bytes[i + 2]]
    out += alphabet[a >> 2]! + alphabet[((a & 3) << 4) | ((b ?? 0) >> 4)]!
    out += b === undefined ? '=' : alphabet[((b & 15) << 2) | ((c ?? 0) >> 6)]!
    out += c === undefined ? '=' : alphabet[c & 63]!
  }
  return out
}

/**
 * The three forms that bytes can take inside a longer Base64 text, by how far they are shifted; what the bytes around
 * them would change is cut off.
 */
export function base64Offsets(bytes: Uint8Array): string[] {
  return [0, 1, 2].map((shift) => {
    const shifted = new Uint8Array(bytes.length + shift)
    shifted.set(bytes, shift)
    const skip = [0, 2, 3][shift]!
    const cut = [0, 3, 2][shifted.length % 3]!
    const text = base64(shifted)
    return text.slice(skip, text.length - cut)
  })
}

/** Bytes as text of one character a byte, for the encoding modifiers that no Base64 follows. */
export function bytesAsText(bytes: Uint8Array): string {
  let out = ''
  for (const byte of bytes) out += String.fromCharCode(byte)
  return out
}
