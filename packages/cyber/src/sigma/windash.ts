import type { PatternPart } from './pattern.ts'

/** The characters that can begin a flag: hyphen, slash, en dash, em dash, horizontal bar. */
const dashes = ['-', '/', '\u2013', '\u2014', '\u2015'] as const
/** A dash that begins a word and follows none. */
const dash = /(?<![\p{L}\p{N}_])[-/\u2013\u2014\u2015](?=[\p{L}\p{N}_])/gu
/** Beyond this many flags in one value all are changed alike: 5^n forms would be too many. */
const mostIndependent = 4

/** All forms of a value with its dashes exchanged (modifiers appendix 2.1, `windash`). */
export function dashForms(parts: readonly PatternPart[]): PatternPart[][] {
  const found = parts.flatMap((part) => (typeof part === 'string' ? [...part.matchAll(dash)] : [])).length
  if (found === 0) return [[...parts]]
  if (found > mostIndependent) return [[...parts], ...dashes.map((to) => exchange(parts, () => to))]
  const forms: PatternPart[][] = []
  for (let choice = 0; choice < dashes.length ** found; choice++) {
    let left = choice
    forms.push(
      exchange(parts, () => {
        const to = dashes[left % dashes.length]!
        left = Math.floor(left / dashes.length)
        return to
      }),
    )
  }
  return forms
}

function exchange(parts: readonly PatternPart[], to: () => string): PatternPart[] {
  return parts.map((part) => (typeof part === 'string' ? part.replace(dash, to) : part))
}
