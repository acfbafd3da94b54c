import { detach } from './excerpt.ts'
import { isXmlName } from './xml-characters.ts'

/** A name as it stands and without its prefix. */
export interface XmlName {
  readonly raw: string
  readonly local: string
  /** `xmlns` or `xmlns:...`: a declaration, no attribute. */
  readonly isDeclaration: boolean
}

const slots = 1024
const maxKept = 4096

/** Names met so far, found again from the characters themselves, so that no string is made for a known name. */
export class XmlNames {
  /** Slots are made when first met: a short document meets few names, and there may be thousands of short documents. */
  private readonly table = new Array<XmlName[] | undefined>(slots)
  private kept = 0

  /** The name between two places, or undefined where it is none. `hash` is that of its characters. */
  find(text: string, from: number, to: number, hash: number): XmlName | undefined {
    const at = hash & (slots - 1)
    this.table[at] ??= []
    const slot = this.table[at]
    for (let i = 0; i < slot.length; i++) {
      const known = slot[i]!
      if (known.raw.length === to - from && text.startsWith(known.raw, from)) return known
    }
    return this.add(text.slice(from, to), slot)
  }

  private add(raw: string, slot: XmlName[]): XmlName | undefined {
    if (!isPlainName(raw) && !isXmlName(raw)) return undefined
    // A copy of its own, else the name keeps the block alive that it was first met in.
    const own = detach(raw)
    const colon = own.indexOf(':')
    const made = {
      raw: own,
      local: own.slice(colon + 1) || own,
      isDeclaration: own === 'xmlns' || own.startsWith('xmlns:'),
    }
    if (this.kept < maxKept) {
      slot.push(made)
      this.kept++
    }
    return made
  }
}

/** Whether a text is a name of ASCII letters and digits alone, as nearly all are. */
function isPlainName(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i) | 0x20
    if (c >= 0x80 || !((c >= 0x61 && c <= 0x7a) || (i > 0 && isDigit(text.charCodeAt(i))))) return false
  }
  return text.length > 0
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39
}

/** 1 for ASCII characters that a name may hold. */
export const isNameCharacter = Uint8Array.from({ length: 128 }, (_, code) =>
  /[-.0-9:A-Z_a-z]/.test(String.fromCharCode(code)) ? 1 : 0,
)
