import { compact, type Parsed, refused } from './parsed.ts'

/**
 * Reads a ship's radio call sign (ITU Radio Regulations, article 19): three to seven letters and digits, one of the
 * first two a letter. The value is upper-case without spaces, dashes, dots or slashes.
 */
export function parseCallSign(text: string): Parsed {
  const value = compact(text).replace(/[./]/g, '')
  if (!/^(?=.?[A-Z])[A-Z0-9]{3,7}$/.test(value))
    return refused('a call sign of three to seven letters and digits', text)
  return { ok: true, value }
}

/** Whether the text has the form of a call sign. */
export function isCallSign(text: string): boolean {
  return parseCallSign(text).ok
}
