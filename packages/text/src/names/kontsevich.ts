import type { Variant } from '../name.ts'
import { jamoOf, romaniseHangul } from '../romanise/hangul.ts'
import {
  commonKoreanSyllables,
  kontsevichFinals,
  kontsevichInitials,
  kontsevichSurnames,
  kontsevichVowels,
} from './cyrillic-east.data.ts'
import {
  addSpelling,
  hasLocalGiven,
  lookUp,
  readGivenWords,
  readWord,
  type SyllableTable,
} from './cyrillic-readings.ts'
import { koreanSyllables } from './korean.data.ts'
import { canonicalHangul, surnameSpellings } from './korean.ts'
import type { EastAsianReading } from './palladius.ts'

interface Way {
  readonly text: string
  readonly cost: number
}

const waysOf = (text: string): Way[] =>
  text
    .split('/')
    .flatMap((group, rank) =>
      group.split(',').map((way) => ({ text: way === '-' ? '' : way, cost: rank * 0.04 })),
    )
const initials = kontsevichInitials.split(' ').map(waysOf)
const vowels = kontsevichVowels.split(' ').map(waysOf)
const finals = new Map(Object.entries(kontsevichFinals).map(([final, ways]) => [Number(final), waysOf(ways)]))

/** All Cyrillic ways to write a Hangul syllable, Kontsevich's own free. Empty for a final that names do not have. */
export function kontsevichWays(syllable: string): Way[] {
  const jamo = jamoOf(syllable)
  const ends = jamo === undefined ? undefined : finals.get(jamo.final)
  if (jamo === undefined || ends === undefined) return []
  return initials[jamo.initial]!.flatMap((start) =>
    vowels[jamo.vowel]!.flatMap((middle) =>
      ends.map((end) => ({
        text: start.text + middle.text + end.text,
        cost: start.cost + middle.cost + end.cost,
      })),
    ),
  )
}

const common = new Set(canonicalHangul(commonKoreanSyllables))
const table: SyllableTable = new Map()
for (const syllable of koreanSyllables) {
  const canonical = canonicalHangul(syllable)
  const rarity = common.has(canonical) ? 0 : 0.03
  for (const way of kontsevichWays(syllable)) addSpelling(table, way.text, canonical, way.cost + rarity)
}

const surnames: SyllableTable = new Map()
/** Latin spellings by the canonical surname: 이 has those of 리 as well. */
const latinSurnames = new Map<string, readonly string[]>()
for (const [hangul, latin] of surnameSpellings) {
  const canonical = canonicalHangul(hangul)
  latinSurnames.set(canonical, [...new Set([...(latinSurnames.get(canonical) ?? []), ...latin])])
  let spelt: Way[] = [{ text: '', cost: 0 }]
  for (const syllable of hangul)
    spelt = spelt.flatMap((before) =>
      kontsevichWays(syllable).map((way) => ({ text: before.text + way.text, cost: before.cost + way.cost })),
    )
  // A surname begins the name, so its first consonant is never voiced.
  for (const way of spelt)
    if (!/^[гдб]/.test(way.text) && way.cost < 0.1) addSpelling(surnames, way.text, canonical, way.cost)
}
for (const pair of kontsevichSurnames.split(' ')) {
  const [hangul, cyrillic] = pair.split('=') as [string, string]
  addSpelling(surnames, cyrillic, canonicalHangul(hangul), 0)
}

const reason = 'Kontsevich'

/**
 * A Cyrillic name of two or three words read as Korean by Kontsevich's system and its older habits: a surname, then one or
 * two syllables, joined or apart. Ким Чен Ын has the key `ko:김정은` among its keys. Cyrillic does not tell 정 from 전, nor 영
 * from 연 and 용, so there are several keys, the commonest syllables first. Undefined when any word does not fit, or is a
 * given name of the countries that write Cyrillic.
 */
export function readKontsevich(words: readonly string[], limit: number): EastAsianReading | undefined {
  const [first, ...rest] = words
  if (first === undefined || rest.length < 1 || rest.length > 2) return undefined
  const families = lookUp(surnames, first).slice(0, 3)
  if (families.length === 0 || hasLocalGiven(rest)) return undefined
  // One letter behind a surname is an initial.
  if (rest.length === 1 && rest[0]!.length === 1) return undefined
  const given = readGivenWords(table, rest, '', 24)
  if (given.length === 0) return undefined
  const keys: Variant[] = families.flatMap((family) =>
    given.map((reading) => ({
      text: `ko:${family.text}${reading.text}`,
      cost: Math.min(0.3, 0.02 + family.cost + reading.cost),
      reason,
    })),
  )
  const spellings = [
    families.flatMap((family) => (latinSurnames.get(family.text) ?? []).slice(0, 3)),
    ...rest.map((word) =>
      readWord(table, word, '', 2).flatMap((reading) =>
        romaniseHangul(reading.text)
          .slice(0, 2)
          .map((spelling) => spelling.text),
      ),
    ),
  ]
  return { keys: keys.sort((a, b) => a.cost - b.cost).slice(0, limit), spellings }
}
