import anyAscii from 'any-ascii'
import { wordsOf } from './words.ts'

/**
 * A name in a to z, 0 to 9 and spaces, for sorting, search boxes and file names: what is not Latin goes through
 * any-ascii, one letter at a time. It is one guess; to compare names use `analyseName`, which gives all usual spellings.
 */
export function foldLatin(name: string): string {
  return wordsOf(name)
    .map((word) => plainLatin(word.folded))
    .filter((word) => word !== '')
    .join(' ')
}

/** any-ascii, lower case, letters and digits only. */
export function plainLatin(word: string): string {
  if (isPlainLatin(word)) return word
  return anyAscii(word)
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
}

/** Whether a word is of a to z and 0 to 9 already. */
export function isPlainLatin(word: string): boolean {
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i)
    if (code > 0x7a || (code < 0x61 && (code > 0x39 || code < 0x30))) return false
  }
  return true
}
