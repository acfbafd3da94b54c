import { compact, type Parsed, refused } from './parsed.ts'

/**
 * Reads an international securities identification number (ISO 6166): a prefix of two letters, nine letters or
 * digits, and a check digit (Luhn over the digits of all characters, letters counting as 10 to 35). The prefix is not
 * always a country: `XS` marks international securities.
 */
export function parseIsin(text: string): Parsed<{ readonly prefix: string }> {
  const value = compact(text).replace(/^ISIN:?/, '')
  if (!/^[A-Z]{2}[A-Z0-9]{9}\d$/.test(value))
    return refused('an ISIN of two letters, nine letters or digits and a check digit', text)
  if (!luhn([...value].map((char) => Number.parseInt(char, 36)).join('')))
    return refused('an ISIN with a right check digit (Luhn)', text)
  return { ok: true, value, prefix: value.slice(0, 2) }
}

/** Whether the text is an ISIN with a right check digit. */
export function isIsin(text: string): boolean {
  return parseIsin(text).ok
}

function luhn(digits: string): boolean {
  let sum = 0
  for (let at = digits.length - 1, double = false; at >= 0; at--, double = !double) {
    const digit = Number(digits[at])
    sum += double ? (digit > 4 ? digit * 2 - 9 : digit * 2) : digit
  }
  return sum % 10 === 0
}
