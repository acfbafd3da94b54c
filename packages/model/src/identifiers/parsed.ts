/** A reading that failed; `reason` says what was expected and what was found, for a person. */
export interface Refused {
  readonly ok: false
  readonly reason: string
}

/** What every `parse...` of an identifier returns: the value in its normal form (compare these), or why not. */
export type Parsed<Extra = unknown> = ({ readonly ok: true; readonly value: string } & Extra) | Refused

/** A refusal in the common words, the found text cut to 60 characters. */
export function refused(expected: string, found: string): Refused {
  const shown = found.length > 60 ? `${found.slice(0, 57)}...` : found
  return { ok: false, reason: `expected ${expected}, found ${shown === '' ? 'nothing' : `"${shown}"`}` }
}

/** Full-width and other compatibility forms made plain (NFKC), every kind of space and dash taken out, upper-cased. */
export function compact(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\p{Pd}\u2212\u00ad\u200b-\u200f\u2060\ufeff]/gu, '')
    .toUpperCase()
}
