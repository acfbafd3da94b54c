import { compact, type Parsed, refused } from './parsed.ts'

/**
 * Reads a legal entity identifier (ISO 17442): 18 letters and digits and two check digits (ISO 7064 mod 97-10), which
 * find every digit changed to another digit, every letter to another letter, and every swap of two such neighbours.
 */
export function parseLei(text: string): Parsed {
  const value = compact(text).replace(/^LEI:?/, '')
  if (!/^[A-Z0-9]{18}\d{2}$/.test(value))
    return refused('an LEI of 18 letters and digits and two check digits', text)
  if (mod97(value) !== 1) return refused('an LEI with right check digits (ISO 7064 mod 97-10)', text)
  return { ok: true, value }
}

/** Whether the text is an LEI with right check digits. */
export function isLei(text: string): boolean {
  return parseLei(text).ok
}

/** The remainder modulo 97, letters counting as 10 to 35. */
function mod97(value: string): number {
  let rest = 0
  for (const char of value) {
    const number = Number.parseInt(char, 36)
    rest = (rest * (number < 10 ? 10 : 100) + number) % 97
  }
  return rest
}
