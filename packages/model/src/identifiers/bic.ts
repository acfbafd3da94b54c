import { isValidBIC } from 'ibantools'
import { compact, type Parsed, refused } from './parsed.ts'

/** The parts of a BIC. */
export interface BicParts {
  /** The first eight characters: institution, country and location. What to compare when branches don't matter. */
  readonly bic8: string
  /** Lower-case ISO 3166-1 alpha-2 (or `xk`). */
  readonly country: string
  /** Absent for the head office (`XXX` or nothing). */
  readonly branch?: string
  /** True where the eighth character is 0: a test code, which must not occur in live traffic. */
  readonly test: boolean
}

/**
 * Reads a business identifier code (ISO 9362): eight or eleven characters. The value is upper-case, and `XXX`, which
 * means the head office, is left off, so that both spellings compare equal. A BIC has no check digit.
 */
export function parseBic(text: string): Parsed<BicParts> {
  const code = compact(text)
  if (!/^[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}(?:[A-Z0-9]{3})?$/.test(code))
    return refused('a BIC of eight or eleven letters and digits', text)
  if (!isValidBIC(code)) return refused('a BIC whose fifth and sixth letters are a country', text)
  const bic8 = code.slice(0, 8)
  const branch = code.slice(8)
  const named = branch !== '' && branch !== 'XXX'
  return {
    ok: true,
    value: named ? code : bic8,
    bic8,
    country: code.slice(4, 6).toLowerCase(),
    ...(named ? { branch } : {}),
    test: code[7] === '0',
  }
}

/** Whether the text has the form of a BIC with a country that exists. */
export function isBic(text: string): boolean {
  return parseBic(text).ok
}
