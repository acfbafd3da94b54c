import type { Variant } from '../name.ts'
import { type Jamo, jamoOf, syllableOf, type Way, waysOfSyllable } from '../romanise/hangul.ts'
import { hanjaReadings, koreanSurnames, koreanSyllables } from './korean.data.ts'
import type { Syllables } from './syllables.ts'

/** A Hangul reading of Latin text, in the canonical form of `canonicalHangul`. */
export interface Reading {
  readonly hangul: string
  readonly cost: number
}

/**
 * Hangul as both Koreas would write it: the South drops or softens an initial ㄹ (리 is 이, 림 is 임, 로 is 노), the
 * North keeps it; the key of a name has the Southern form throughout.
 */
export function canonicalHangul(text: string): string {
  let canonical = ''
  for (const syllable of text) {
    const jamo = jamoOf(syllable)
    canonical += jamo === undefined ? syllable : syllableOf(soften(jamo))
  }
  return canonical
}

const iotated = new Set([2, 3, 6, 7, 12, 17, 20])

function soften(jamo: Jamo): Jamo {
  if (jamo.initial === 5) return { ...jamo, initial: iotated.has(jamo.vowel) ? 11 : 2 }
  return jamo.initial === 2 && iotated.has(jamo.vowel) ? { ...jamo, initial: 11 } : jamo
}

const surnameLines = koreanSurnames
  .trim()
  .split('\n')
  .map((line) => line.split(' '))
const surnamesByLatin = new Map<string, Reading[]>()
const surnamesByHanja = new Map<string, string>()
/** Latin spellings by Hangul surname, most usual first. */
export const surnameSpellings = new Map<string, readonly string[]>()
for (const [hangul, ...rest] of surnameLines) {
  const latin = rest.filter((word) => /^[a-z]/.test(word))
  if (!surnameSpellings.has(hangul!)) surnameSpellings.set(hangul!, latin)
  for (const hanja of rest.slice(latin.length))
    if (!surnamesByHanja.has(hanja)) surnamesByHanja.set(hanja, canonicalHangul(hangul!))
  for (const [rank, spelling] of latin.entries())
    addReading(surnamesByLatin, spelling, hangul!, rank > 3 ? 0.05 : 0)
}

const syllablesByLatin = new Map<string, Reading[]>()
for (const syllable of koreanSyllables) for (const way of waysOfSyllable(syllable)) addWay(way, syllable)

function addWay(way: Way, syllable: string): void {
  if (way.text.length > 1 || 'iouy'.includes(way.text))
    addReading(syllablesByLatin, way.text, syllable, way.cost)
}

function addReading(map: Map<string, Reading[]>, latin: string, hangul: string, cost: number): void {
  const canonical = canonicalHangul(hangul)
  const list = map.get(latin) ?? []
  const at = list.findIndex((reading) => reading.hangul === canonical)
  if (at < 0) list.push({ hangul: canonical, cost })
  else if (list[at]!.cost > cost) list[at] = { hangul: canonical, cost }
  list.sort((a, b) => a.cost - b.cost)
  map.set(latin, list)
}

const hanja = new Map<string, string>()
const hanjaParts = hanjaReadings.trim().split(/\s+/)
for (let i = 0; i < hanjaParts.length; i += 2)
  for (const character of hanjaParts[i + 1]!)
    if (!hanja.has(character)) hanja.set(character, canonicalHangul(hanjaParts[i]!))

/** The Hangul surname that starts a Hangul name of two to four syllables, if a known one does: 남궁 before 남. */
export function hangulSurname(name: string): string | undefined {
  if (name.length < 2 || name.length > 4) return undefined
  const two = name.slice(0, 2)
  if (name.length > 2 && surnameSpellings.has(two)) return two
  return name.length < 4 && surnameSpellings.has(name[0]!) ? name[0] : undefined
}

/** The Korean reading of a name in Han characters whose first is a Korean surname; undefined if a reading is missing. */
export function hanjaName(name: string): string | undefined {
  const surname = surnamesByHanja.get(name[0]!)
  if (surname === undefined || name.length < 2 || name.length > 4) return undefined
  let reading = surname
  for (const character of name.slice(1)) {
    const syllable = hanja.get(character)
    if (syllable === undefined) return undefined
    reading += syllable
  }
  return reading
}

/** Readings of a Latin surname (`pak`, `park`, `bak`: 박), cheapest first. */
export function readSurname(latin: string): readonly Reading[] {
  return surnamesByLatin.get(latin) ?? none
}

const none: readonly never[] = []
const mostReadings = 6

/** Readings of a Latin given name of one or two syllables written as one word, cheapest first, at most six. */
export function readGiven(latin: string): readonly Reading[] {
  const whole = syllablesByLatin.get(latin) ?? []
  if (latin.length < 4 || latin.length > 13) return whole.slice(0, mostReadings)
  const readings = [...whole]
  for (let cut = 1; cut < latin.length; cut++) {
    const left = syllablesByLatin.get(latin.slice(0, cut))
    if (left === undefined) continue
    const right = syllablesByLatin.get(latin.slice(cut))
    if (right === undefined) continue
    for (const a of left.slice(0, 3))
      for (const b of right.slice(0, 3)) readings.push({ hangul: a.hangul + b.hangul, cost: a.cost + b.cost })
  }
  return readings.sort((a, b) => a.cost - b.cost).slice(0, mostReadings)
}

const reason = 'Korean syllables'

/**
 * Keys of a Latin name that can be read as a Korean one: surname first or last, then one or two syllables, joined or
 * apart. `Kim Jong Un`, `KIM Jong-un`, `Jongeun Gim` share `ko:김정은`. Empty when the words do not fit.
 */
export function koreanKeys(words: readonly Syllables[], limit: number): readonly Variant[] {
  if (words.length < 2 || words.length > 4) return none
  const [first, last] = [words[0]!, words.at(-1)!]
  if (first.koreanSurnames.length === 0 && last.koreanSurnames.length === 0) return none
  const keys = new Map<string, number>()
  readOrder(first.koreanSurnames, words.slice(1), 0, keys)
  readOrder(last.koreanSurnames, words.slice(0, -1), 0.05, keys)
  return [...keys]
    .map(([text, cost]) => ({ text, cost: Math.min(0.3, cost), reason }))
    .sort((a, b) => a.cost - b.cost)
    .slice(0, limit)
}

function readOrder(
  surnames: readonly Reading[],
  given: readonly Syllables[],
  cost: number,
  keys: Map<string, number>,
): void {
  if (surnames.length === 0 || given.some((word) => word.koreanGiven.length === 0)) return
  let readings: readonly Reading[] = [{ hangul: '', cost }]
  for (const word of given) {
    readings = readings.flatMap((a) =>
      word.koreanGiven.map((b) => ({ hangul: a.hangul + b.hangul, cost: a.cost + b.cost })),
    )
    readings = [...readings].sort((a, b) => a.cost - b.cost).slice(0, 12)
  }
  for (const family of surnames.slice(0, 3))
    for (const reading of readings) {
      if (reading.hangul.length > 2) continue
      const key = `ko:${family.hangul}${reading.hangul}`
      const total = family.cost + reading.cost
      if ((keys.get(key) ?? 1) > total) keys.set(key, total)
    }
}
