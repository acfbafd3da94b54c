import type { NameToken, TokenKind, Variant } from '@cordon/text'
import { type KeySet, keySet } from './keys.ts'
import { rarity } from './rarity.ts'

/** A Latin spelling of a term, with what it costs to read the term so. */
export interface Spelling extends Variant {
  /** One bit a letter: words that differ in more bits than edits could change are never compared. */
  readonly letters: number
}

/** A word of a name, ready to be compared millions of times. Equal words of a name kind share one term. */
export interface Term {
  readonly token: NameToken
  readonly kind: TokenKind
  /** What the word counts in a name; see `weightOf`. */
  readonly weight: number
  /** How much the word says about who is meant: its weight, less for words that many share. */
  readonly information: number
  readonly spellings: readonly Spelling[]
  /** Its first spelling, or itself where it has none: the letters by which it joins with neighbours. */
  readonly text: string
  /** How many of the spellings are compared letter by letter; the rest must be equal. */
  readonly fuzzy: number
  readonly keys: KeySet | undefined
}

/** Kinds of words that lead to names. The others are too light to carry a name over any cutoff on their own. */
export const leading: ReadonlySet<TokenKind> = new Set<TokenKind>(['word', 'generic', 'number'])

/** How many spellings of an alphabetic word are compared letter by letter. */
const fuzzySpellings = 3

/** A syllable of these has so many readings that a slip in one of them would meet anything. */
const syllabic = new Set(['Hani', 'Hang', 'Hira', 'Kana'])

/** What kinds of words say about who is meant, against a rare name's 1. */
const kindWeight: Readonly<Record<TokenKind, number>> = {
  word: 1,
  generic: 0.4,
  number: 0.5,
  initial: 0.45,
  particle: 0.12,
  suffix: 0.15,
  title: 0.05,
  orgForm: 0.05,
  vesselPrefix: 0.02,
  stop: 0.02,
}

/** East Slavic patronymics are left out as often as not; two that differ still contradict each other. */
const patronymic = /.{3}(?:[oei]v|y|i)(?:ich|itch|ych|na|icz)$/

/** How far a word's commonness lowers its weight in a name; what it says about who is meant is `information`. */
const commonness = 0.6

/** The weight of a word in its name by what it does there; a rare proper word counts 1. */
export function weightOf(token: NameToken): number {
  if (token.kind === 'word')
    return patronymic.test(textOf(token)) ? 0.55 : 1 - (1 - rarity(textOf(token))) * commonness
  // Abdul is a particle, but what stands where another name has Ghazi is a name.
  return token.folded.startsWith('abd') ? 0.4 : kindWeight[token.kind]
}

function informationOf(token: NameToken, listed: number): number {
  return token.kind === 'word' ? weightOf(token) * rarity(textOf(token), listed) : weightOf(token)
}

function textOf(token: NameToken): string {
  return token.spellings[0]?.text ?? token.folded
}

/** Readies a token. `listed` is how many of the listed names hold it. */
export function termOf(token: NameToken, listed = 0): Term {
  const spellings = spellingsOf(token)
  return {
    // Keys are kept once, and so are spellings.
    token: { ...token, spellings: token.kind === 'initial' ? token.spellings : spellings, keys: noKeys },
    kind: token.kind,
    weight: weightOf(token),
    information: informationOf(token, listed),
    text: textOf(token),
    spellings,
    fuzzy: syllabic.has(token.script) ? 0 : fuzzySpellings,
    keys: keySet(token.keys),
  }
}

const noKeys: readonly Variant[] = []

/** Weighs a term that an index has just made by how many of its names hold it. */
export function weighAnew(term: { -readonly [Key in keyof Term]: Term[Key] }, listed: number): void {
  term.information = informationOf(term.token, listed)
}

/** An initial is its own only spelling. */
function spellingsOf(token: NameToken): readonly Spelling[] {
  const variants =
    token.kind === 'initial' ? [{ text: token.folded, cost: 0, reason: 'as written' }] : token.spellings
  return variants.map(({ text, cost, reason }) => ({ text, cost, reason, letters: lettersOf(text) }))
}

/** 26 bits for a to z, the rest for other characters. */
export function lettersOf(text: string): number {
  let bits = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    bits |= code >= 97 && code <= 122 ? 1 << (code - 97) : 1 << (26 + (code & 3))
  }
  return bits
}

/** Bits set in a 32-bit integer. */
export function bitCount(bits: number): number {
  let n = bits - ((bits >>> 1) & 0x55555555)
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333)
  return (((n + (n >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24
}
