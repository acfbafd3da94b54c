import { scriptOfUnit, trait, traitsOf } from './characters.ts'
import { latinToCyrillic, latinToGreek, lookalikesToLatin, upperLooks } from './confusables.data.ts'

/** How the words of a name that mixes Latin letters with Cyrillic or Greek ones are read. */
export interface Mixture {
  /** In Latin, where a word could be either. */
  readonly latin: boolean
  /** Words wholly of the other script are Latin as well: all its letters in this name look Latin, beside Latin ones. */
  readonly disguised: boolean
}

/** Letters of one look in both scripts, as they are in either: the others tell which script is meant. */
const shared = new Set([...'abcehijkmopstxy', ...'авеіјкмнорсѕтху', ...'αβεηικμνορτυχһп'])

/**
 * For a clean name that has Latin letters beside Cyrillic or Greek ones, how its words are read; undefined for others. A
 * word that can be read in one script only decides, then letters that have no double, then the greater number.
 */
export function mixtureOf(clean: string): Mixture | undefined {
  let traits = 0
  for (let i = 0; i < clean.length; i++) {
    const code = clean.charCodeAt(i)
    if (code >= 0x80) traits |= traitsOf(code)
    else if ((code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a) traits |= trait.latin
  }
  return (traits & trait.deceiving) !== 0 && (traits & trait.latin) !== 0 ? judge(clean) : undefined
}

function judge(clean: string): Mixture {
  let [balance, strange, votes, mixed, allLook] = [0, 0, 0, false, true]
  for (const word of clean.split(/[^\p{L}\p{M}]+/u)) {
    const letters = lettersOf(word)
    const [latin, other] = [letters.filter(isLatin), letters.filter(isDeceiving)]
    balance += latin.length - other.length
    if (latin.some((letter) => !shared.has(letter))) strange |= 1
    if (other.some((letter) => !shared.has(letter))) strange |= 2
    const looksLatin = other.every((letter) => lookalikesToLatin[letter] !== undefined)
    if (!looksLatin) allLook = false
    if (latin.length === 0 || other.length === 0) continue
    mixed = true
    votes += Number(looksLatin) - Number(latin.every((letter) => tableOf(other)[letter] !== undefined))
  }
  const byLetters = strange === 1 ? true : strange === 2 ? false : balance >= 0
  const latin = votes === 0 ? byLetters : votes > 0
  return { latin, disguised: latin && mixed && allLook }
}

/** Small letters without marks; of Greek capitals, the letter that has their look. */
function lettersOf(word: string): string[] {
  return [...word].map((letter) => {
    const base = scriptOfUnit(letter.charCodeAt(0)) === 'Cyrl' ? letter : letter.normalize('NFD')[0]!
    return upperLooks[base] ?? base.toLowerCase()
  })
}

function isLatin(letter: string): boolean {
  return scriptOfUnit(letter.charCodeAt(0)) === 'Latn'
}

function isDeceiving(letter: string): boolean {
  const script = scriptOfUnit(letter.charCodeAt(0))
  return script === 'Cyrl' || script === 'Grek'
}

function tableOf(other: readonly string[]): Readonly<Record<string, string>> {
  return other.some((letter) => scriptOfUnit(letter.charCodeAt(0)) === 'Cyrl')
    ? latinToCyrillic
    : latinToGreek
}

/** Letters of a word of two scripts, read wholly in one, and those that were not what they seemed. */
export interface Undeceived {
  readonly text: string
  readonly lookalikes: readonly string[]
}

/**
 * A folded word of two scripts (`shown` is how it stood) read wholly in one: in Latin if all its foreign letters have a
 * Latin look, else in the other; `preferLatin` decides where it could be either.
 */
export function undeceive(text: string, shown: string, preferLatin: boolean): Undeceived {
  const characters = [...text]
  const foreign = characters.filter(isDeceiving)
  const own = characters.filter((letter) => /[a-z]/.test(letter))
  const allLookLatin = foreign.every((letter) => lookalikesToLatin[letter] !== undefined)
  const allLookOther = own.every((letter) => tableOf(foreign)[letter] !== undefined)
  if (allLookLatin === allLookOther ? preferLatin : allLookLatin) return inLatin(text, shown)
  const table = tableOf(foreign)
  return {
    text: characters.map((letter) => table[letter] ?? letter).join(''),
    lookalikes: own.filter((letter) => table[letter] !== undefined),
  }
}

/** The letters of a word that look Latin as the letters they look like. */
export function inLatin(text: string, shown: string): Undeceived {
  const characters = [...text]
  const stood = [...shown].filter((letter) => /[\p{L}\p{N}]/u.test(letter))
  const looks = characters.map((letter, i) => {
    const capital = stood.length === characters.length ? upperLooks[stood[i]!] : undefined
    return lookalikesToLatin[capital ?? letter]
  })
  return {
    text: characters.map((letter, i) => looks[i] ?? letter).join(''),
    lookalikes: characters.filter((_, i) => looks[i] !== undefined),
  }
}

/** The Latin word that a folded Cyrillic or Greek one looks like; undefined when some letter has no such look. */
export function latinLookOf(folded: string, shown: string, onlyShared: boolean): string | undefined {
  for (const letter of folded)
    if (lookalikesToLatin[letter] === undefined || (onlyShared && !shared.has(letter))) return undefined
  return inLatin(folded, shown).text
}
