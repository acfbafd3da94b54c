import { type Parsed, refused } from './parsed.ts'

const labels =
  /^(?:(?:passport|national|identity|identification|id|card|document|registration|number|no|nr|num|n°|nº|паспорт)[\s.:#№]+)+/iu

/**
 * Brings the number of a passport, identity card, tax or company registration to the form in which two spellings of
 * one number are equal: NFKC, no leading label ("Passport No."), letters and digits only, upper-case. Letters keep
 * their script. Leading zeros stay: they are part of some numbers. A country is never part of the value: keep it
 * beside it. Refuses what has no digit, since "unknown" and "none" stand in such columns.
 */
export function parseDocumentNumber(text: string): Parsed {
  const bare = text.normalize('NFKC').trim().replace(labels, '')
  const value = bare.replace(/[^\p{L}\p{Nd}]/gu, '').toUpperCase()
  if (!/\p{Nd}/u.test(value)) return refused('a document number with at least one digit', text)
  if (value.length > 64) return refused('a document number of at most 64 letters and digits', text)
  return { ok: true, value }
}
