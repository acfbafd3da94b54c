import { scriptOfUnit, trait, traitsOf } from './characters.ts'
import { undeceive } from './deception.ts'
import { latinLetters } from './latin-letters.data.ts'
import { type Script, scriptOf } from './script.ts'

/** Longest name that is read, in UTF-16 units; what comes after is ignored. The longest listed names have about 400. */
export const maxNameLength = 1000

const invisible = /[\p{Cf}\p{Co}\p{Cn}]|[\ud800-\udfff]/gu
const control = /\p{Cc}/gu

/**
 * Text as it is compared before it is cut into words: capped at `maxNameLength`, without format, bidirectional and
 * private characters and lone surrogates, control characters as spaces, compatibility forms (full width, ligatures,
 * presentation forms) resolved by NFKC. Case and marks remain.
 */
export function cleanText(raw: string): string {
  const capped = raw.length > maxNameLength ? raw.slice(0, maxNameLength) : raw
  if (isClean(capped)) return capped
  const visible = capped.replace(control, ' ').replace(invisible, '')
  // NFKC can make text up to 18 times longer (the Arabic ligature U+FDFA).
  return visible.normalize('NFKC').replace(invisible, '').slice(0, maxNameLength)
}

function isClean(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code >= 0x80 ? (traitsOf(code) & trait.stable) === 0 : code < 0x20 || code === 0x7f) return false
  }
  return true
}

const arabicLetters: Readonly<Record<string, string>> = {
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ې: 'ي',
  ے: 'ي',
  ئ: 'ي',
  ك: 'ك',
  ک: 'ك',
  ڪ: 'ك',
  ؤ: 'و',
  ۆ: 'و',
  ة: 'ه',
  ۀ: 'ه',
  ہ: 'ه',
  ھ: 'ه',
  ە: 'ه',
  ۃ: 'ه',
  ں: 'ن',
  ء: '',
  ـ: '',
}
const hebrewFinals: Readonly<Record<string, string>> = { ך: 'כ', ם: 'מ', ן: 'נ', ף: 'פ', ץ: 'צ' }
const mark = /\p{M}/gu

function foldCharacter(character: string, script: Script): string {
  switch (script) {
    case 'Latn':
      return latinLetters[character] ?? foldLatinLetter(character)
    case 'Grek':
      return character === 'ς' ? 'σ' : character.normalize('NFD').replace(mark, '')
    case 'Arab':
      return arabicLetters[character] ?? foldOther(character, true)
    case 'Hebr':
      return hebrewFinals[character] ?? foldOther(character, true)
    case 'Cyrl':
      return foldOther(character, true)
    default:
      return foldOther(character, script === 'Zyyy')
  }
}

function foldLatinLetter(character: string): string {
  const base = character.normalize('NFD').replace(mark, '')
  return base === character ? base : (latinLetters[base] ?? base)
}

function foldOther(character: string, withoutMarks: boolean): string {
  if (/\p{L}/u.test(character)) return character
  if (/\p{Nd}/u.test(character)) return decimalDigit(character)
  if (/\p{N}/u.test(character)) return character
  return !withoutMarks && /\p{M}/u.test(character) ? character : ''
}

/** Digits of every script stand in runs of ten that start with zero, so walking down to the run's start counts them. */
function decimalDigit(character: string): string {
  const code = character.codePointAt(0)!
  if (code >= 0x30 && code <= 0x39) return character
  if (code >= 0x1d7ce && code <= 0x1d7ff) return String((code - 0x1d7ce) % 10)
  let start = code
  while (start > 0 && code - start < 9 && /\p{Nd}/u.test(String.fromCodePoint(start - 1))) start--
  return String(code - start)
}

/** A word folded, and the deceptive letters that were in it. */
export interface FoldedWord {
  /** Lower case, without marks and punctuation, in its own script. */
  readonly text: string
  /** Letters of another script that were read as the word's own, as they stood. Empty for honest words. */
  readonly lookalikes: readonly string[]
}

const none: readonly string[] = []

/**
 * One word folded: lower case, no marks on Latin, Greek, Cyrillic (й, ї and ё stay, they are letters), Arabic and
 * Hebrew letters, digits as ASCII, punctuation dropped. Letters of another script that look like the word's own are
 * read as its own and reported; `latinName` says in which script to read a word that could be either. Expects text
 * from `cleanText`.
 */
export function foldWord(word: string, latinName?: boolean): FoldedWord {
  return foldUnits(word) ?? foldInContext(word, latinName)
}

// Folded forms by UTF-16 unit, made when first met; null for those that their neighbours change.
const folds: (string | null | undefined)[][] = Array.from({ length: 256 }, () => [])

function foldOf(code: number): string | null {
  const page = folds[code >> 8]!
  let fold = page[code & 0xff]
  if (fold === undefined) {
    fold = foldUnit(code)
    page[code & 0xff] = fold
  }
  return fold
}

function foldUnit(code: number): string | null {
  const lower = String.fromCharCode(code).toLowerCase()
  if (lower.length > 1 || (traitsOf(code) & traitsOf(lower.charCodeAt(0)) & trait.stable) === 0) return null
  const result = foldCharacter(lower, scriptOfUnit(lower.charCodeAt(0)))
  for (let i = 0; i < result.length; i++)
    if ((traitsOf(result.charCodeAt(i)) & trait.stable) === 0) return null
  return result
}

/** Unit by unit, where that is all there is to it: nearly always. */
function foldUnits(word: string): FoldedWord | undefined {
  let text = ''
  let changed = false
  let traits = 0
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i)
    if ((code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39)) {
      if (code >= 0x61) traits |= trait.inLatin
      if (changed) text += word[i]
      continue
    }
    const fold = foldOf(code)
    if (fold === null) return undefined
    traits |= traitsOf(code)
    if (!changed) text = word.slice(0, i)
    changed = true
    text += fold
  }
  if ((traits & trait.inLatin) !== 0 && (traits & trait.inDeceiving) !== 0) return undefined
  return { text: changed ? text : word, lookalikes: none }
}

function foldInContext(word: string, latinName: boolean | undefined): FoldedWord {
  const lower = word.toLowerCase()
  let text = ''
  let latin = 0
  let other = 0
  for (const character of lower.normalize('NFKC')) {
    const script = scriptOf(character.codePointAt(0)!)
    if (script === 'Latn') latin++
    else if (script === 'Cyrl' || script === 'Grek') other++
    text += foldCharacter(character, script)
  }
  if (latin > 0 && other > 0) return undeceive(text.normalize('NFC'), word, latinName ?? latin >= other)
  return { text: text.normalize('NFC'), lookalikes: none }
}
