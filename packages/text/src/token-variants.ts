import { isPlainLatin, plainLatin } from './latin.ts'
import { latinRespellings } from './latin-letters.data.ts'
import { entryOf, type NameMemory } from './memory.ts'
import { maxKeys, maxSpellings, type Variant } from './name.ts'
import {
  arabicKeysOfLatin,
  arabicSkeletons,
  compoundSpellings,
  guessArabicSpellings,
  knownArabicSpellings,
} from './names/arabic.ts'
import { chineseSurnameSpellings, romaniseHan } from './names/chinese.ts'
import { japaneseReadings } from './names/japanese.ts'
import { canonicalHangul, hanjaName, surnameSpellings } from './names/korean.ts'
import { latinKeys } from './names/latin-keys.ts'
import { isAlphabetic, romaniseAlphabetic } from './romanise/alphabetic.ts'
import { romaniseCyrillic } from './romanise/cyrillic.ts'
import { romaniseHangul } from './romanise/hangul.ts'
import type { Segment } from './segment.ts'

/** Spellings and keys of one word. */
export interface Variants {
  readonly spellings: readonly Variant[]
  readonly keys: readonly Variant[]
}

/** Collects variants without repetitions: the first to come keeps its place, the cheapest cost wins. */
class Collector {
  readonly all: Variant[] = []

  add(text: string, cost: number, reason: string): void {
    if (text === '') return
    const at = this.all.findIndex((known) => known.text === text)
    if (at < 0) this.all.push({ text, cost, reason })
    else if (this.all[at]!.cost > cost) this.all[at] = { text, cost, reason }
  }
}

/** All usual Latin spellings of a word, and the keys under which it meets its other writings. */
export function variantsOf(word: Segment, memory?: NameMemory): Variants {
  if (memory === undefined) return makeVariants(word)
  const entry = entryOf(memory, keyOf(word))
  entry.variants ??= makeVariants(word)
  return entry.variants
}

/** What tells words of equal letters apart: their part in the name, and the marks of Latin letters. */
function keyOf(word: Segment): string {
  if (word.part !== undefined) return `${word.part} ${word.folded}`
  return word.script !== 'Latn' || isAscii(word.text) ? word.folded : `${word.folded} ${word.text}`
}

function makeVariants(word: Segment): Variants {
  if (word.script === 'Latn') return latinVariants(word)
  const spellings = new Collector()
  const keys = new Collector()
  if (word.script === 'Cyrl')
    for (const { text, system } of romaniseCyrillic(word.folded)) spellings.add(text, rank(spellings), system)
  else if (word.script === 'Hang') hangulVariants(word, spellings, keys)
  else if (word.script === 'Hani') hanVariants(word, spellings, keys)
  else if (word.script === 'Arab') arabicVariants(word.folded, spellings, keys)
  else if (isAlphabetic(word.script))
    for (const text of romaniseAlphabetic(word.folded, word.script, maxSpellings))
      spellings.add(text, rank(spellings), 'romanisation')
  else if (word.script !== 'Zyyy') spellings.add(plainLatin(word.folded), 0.1, 'letter by letter')
  if (word.script !== 'Zyyy') deriveKeys(spellings.all, keys)
  return { spellings: plain(spellings.all).slice(0, maxSpellings), keys: keys.all.slice(0, maxKeys) }
}

/** Letters of another script that stood in the word go letter by letter, so that spellings are a to z and digits. */
function plain(spellings: readonly Variant[]): readonly Variant[] {
  if (spellings.every((spelling) => isPlainLatin(spelling.text))) return spellings
  const latin = new Collector()
  for (const { text, cost, reason } of spellings) latin.add(plainLatin(text), cost, reason)
  return latin.all
}

/** The first spelling is free, each later one a little dearer. */
function rank(spellings: Collector): number {
  return Math.min(0.1, spellings.all.length * 0.02)
}

/** What Latin words get as keys, a romanised word gets through its first spellings. */
function deriveKeys(spellings: readonly Variant[], keys: Collector): void {
  for (const spelling of spellings.slice(0, 3))
    for (const key of latinKeys(spelling.text))
      keys.add(key.text, Math.max(key.cost, spelling.cost), key.reason)
}

function latinVariants(word: Segment): Variants {
  const spellings: Variant[] = [{ text: plainLatin(word.folded), cost: 0, reason: 'as written' }]
  const respelled = respell(word.text)
  if (respelled !== undefined && respelled !== word.folded)
    spellings.push({ text: respelled, cost: 0.02, reason: 'spelling without marks' })
  const keys = [...latinKeys(word.folded), ...arabicKeysOfLatin(word.folded)]
  return { spellings, keys: keys.slice(0, maxKeys) }
}

function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 0x7e) return false
  return true
}

function respell(text: string): string | undefined {
  if (isAscii(text)) return undefined
  let changed = ''
  for (const character of text.toLowerCase().normalize('NFC'))
    changed += latinRespellings[character] ?? character
  return plainLatin(changed)
}

function hangulVariants(word: Segment, spellings: Collector, keys: Collector): void {
  const usual = word.part === 'given' ? undefined : surnameSpellings.get(word.folded)
  for (const text of usual ?? []) spellings.add(text, rank(spellings), 'usual spelling of the surname')
  for (const { text, system } of romaniseHangul(word.folded)) spellings.add(text, rank(spellings), system)
  if (word.folded.length <= 4) keys.add(`ko:${canonicalHangul(word.folded)}`, 0, 'Hangul')
}

function hanVariants(word: Segment, spellings: Collector, keys: Collector): void {
  const usual = word.part === 'given' ? undefined : chineseSurnameSpellings.get(word.folded)
  const japanese = japaneseReadings(word.folded)
  if (word.part === undefined || usual === undefined)
    for (const text of japanese) spellings.add(text, rank(spellings), 'Japanese reading')
  for (const text of (usual ?? []).slice(0, 5))
    spellings.add(text, rank(spellings), 'usual spelling of the surname')
  for (const { text, system } of romaniseHan(word.folded)) spellings.add(text, rank(spellings), system)
  const korean = hanjaName(word.folded)
  if (korean !== undefined) keys.add(`ko:${korean}`, 0.05, 'Korean reading of Hanja')
}

function arabicVariants(word: string, spellings: Collector, keys: Collector): void {
  const known = knownArabicSpellings(word)
  for (const text of known) spellings.add(text, rank(spellings), 'usual spelling of the name')
  if (known.length === 0)
    for (const text of compoundSpellings(word)) spellings.add(text, rank(spellings), 'two names as one')
  if (known.length > 0) keys.add(`ar:${word}`, 0, 'Arabic name')
  if (word.startsWith('عبدال') && word.length > 6) servantVariants(word.slice(5), spellings)
  // Known names need no skeleton, and are too alike without vowels: حسن and حسين.
  for (const skeleton of known.length > 0 ? [] : arabicSkeletons(word))
    if (skeleton.length >= 3) keys.add(`sk:${skeleton}`, 0.25, 'consonants')
  for (const { text, system } of guessArabicSpellings(word)) spellings.add(text, 0.1, system)
}

/** عبدالرحمن: Abd and the article and the noun, written as one. */
function servantVariants(noun: string, spellings: Collector): void {
  const nouns = [...knownArabicSpellings(noun), guessArabicSpellings(noun)[0]?.text ?? '']
  for (const text of nouns.slice(0, 2))
    for (const link of ['ul', 'al', 'ol', 'el'])
      if (text !== '') spellings.add(`abd${link}${text}`, rank(spellings), 'Abd compound')
}
