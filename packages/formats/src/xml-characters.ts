/** Name and NameStartChar of XML 1.0 (fifth edition), production 4 and 4a. */
const name =
  /^[:A-Z_a-z\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u02FF\u0370-\u037D\u037F-\u1FFF\u200C-\u200D\u2070-\u218F\u2C00-\u2FEF\u3001-\uD7FF\uF900-\uFDCF\uFDF0-\uFFFD\u{10000}-\u{EFFFF}][-.0-9:A-Z_a-z\u00B7\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u037D\u037F-\u1FFF\u200C-\u200D\u203F-\u2040\u2070-\u218F\u2C00-\u2FEF\u3001-\uD7FF\uF900-\uFDCF\uFDF0-\uFFFD\u{10000}-\u{EFFFF}]*$/u

/** Whether a text is a name in the sense of XML 1.0. */
export function isXmlName(text: string): boolean {
  return name.test(text)
}

/** Whether a code point may stand in a document (XML 1.0, production 2). */
export function isXmlCharacter(code: number): boolean {
  if (code < 0x20) return code === 0x09 || code === 0x0a || code === 0x0d
  return code <= 0xd7ff || (code >= 0xe000 && code <= 0xfffd) || (code >= 0x10000 && code <= 0x10ffff)
}

/** Whether every UTF-16 unit may stand in a document; the decoder has made sure that surrogates pair up. */
export function areXmlCharacters(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i)
    if ((c < 0x20 && c !== 0x0a && c !== 0x09 && c !== 0x0d) || c >= 0xfffe) return false
  }
  return true
}

const predefined: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const reference = /&([^&;]{0,32});?/g

/**
 * Text with its references resolved: the five predefined entities and characters by number. There are no others,
 * since document types are refused; so nothing can expand.
 * @returns undefined where a reference is malformed, unknown, or names a character that may not be
 */
export function resolveReferences(text: string): string | undefined {
  let isSound = true
  const resolved = text.replace(reference, (whole, body: string) => {
    const value = whole.endsWith(';') ? (predefined[body] ?? characterOf(body)) : undefined
    if (value === undefined) isSound = false
    return value ?? ''
  })
  return isSound ? resolved : undefined
}

function characterOf(body: string): string | undefined {
  const digits = /^#(?:x([0-9a-fA-F]+)|([0-9]+))$/.exec(body)
  if (!digits) return undefined
  const code = digits[1] === undefined ? Number(digits[2]) : Number.parseInt(digits[1], 16)
  return isXmlCharacter(code) ? String.fromCodePoint(code) : undefined
}
