import { pinyin } from 'pinyin-pro'
import type { Variant } from '../name.ts'
import { cantoneseGiven, chineseSurnames, pinyinSyllables } from './chinese.data.ts'
import type { Syllables } from './syllables.ts'

/** A syllable that a Latin word can be, and how unusual that is. */
export interface ChineseSyllable {
  readonly pinyin: string
  readonly cost: number
}

/** Pinyin that a Latin given name can be read as, of `count` syllables. */
export interface ChineseGiven {
  readonly text: string
  readonly count: number
  readonly cost: number
}

const none: readonly never[] = []

const syllables = new Set<string>()
for (const line of pinyinSyllables.trim().split('\n')) {
  const [initial, finals] = line.split(': ') as [string, string]
  for (const final of finals.split(' ')) syllables.add((initial === '-' ? '' : initial) + final)
}

const wadeWhole: Readonly<Record<string, string>> = {
  zhi: 'chih',
  chi: 'chih',
  ri: 'jih',
  shi: 'shih',
  zi: 'tzu',
  ci: 'tzu',
  si: 'ssu',
}

/** The syllables of pinyin, without tones. */
export const pinyinSyllableList: readonly string[] = [...syllables]

/** Whether a word is one syllable of pinyin. */
export function isPinyin(latin: string): boolean {
  return syllables.has(latin)
}

/** Wade-Giles of a pinyin syllable, without its apostrophes, marks and tone figures, as lists have it. */
export function wadeGiles(syllable: string): string {
  const whole = wadeWhole[syllable]
  if (whole !== undefined) return whole
  const match = /^(zh|ch|sh|[bpmfdtnlgkhjqxrzcs]?)(.*)$/.exec(syllable)!
  const initials: Readonly<Record<string, string>> = {
    b: 'p',
    d: 't',
    g: 'k',
    j: 'ch',
    q: 'ch',
    x: 'hs',
    zh: 'ch',
    z: 'ts',
    c: 'ts',
    r: 'j',
  }
  const initial = match[1]!
  let final = match[2]!
  if (syllable.startsWith('y') || syllable.startsWith('w')) return wadeVowel(syllable)
  final = final
    .replace(/^ian$/, 'ien')
    .replace(/^(i|u)e$/, '$1eh')
    .replace(/ong$/, 'ung')
  if (final === 'e' && 'gkh'.includes(initial) && initial !== '') final = 'o'
  if (final === 'ui' && 'gk'.includes(initial) && initial !== '') final = 'uei'
  if (final === 'uo' && !['g', 'k', 'h', 'sh'].includes(initial)) final = 'o'
  return (initials[initial] ?? initial) + final
}

function wadeVowel(syllable: string): string {
  if (syllable === 'yi') return 'i'
  if (syllable === 'you') return 'yu'
  return syllable
    .replace(/^yan$/, 'yen')
    .replace(/^ye$/, 'yeh')
    .replace(/^yue$/, 'yueh')
    .replace(/ong$/, 'ung')
}

const byLatin = new Map<string, ChineseSyllable[]>()
for (const syllable of syllables) add(byLatin, syllable, syllable, 0)
for (const syllable of syllables) add(byLatin, wadeGiles(syllable), syllable, 0.1)

function add(map: Map<string, ChineseSyllable[]>, latin: string, syllable: string, cost: number): void {
  const list = map.get(latin) ?? []
  if (!list.some((known) => known.pinyin === syllable)) list.push({ pinyin: syllable, cost })
  map.set(latin, list)
}

const surnamesByLatin = new Map<string, ChineseSyllable[]>()
/** Latin spellings by surname in Han characters, pinyin first. */
export const chineseSurnameSpellings = new Map<string, readonly string[]>()
/** Surnames in pinyin, the double ones as one word. */
export const chineseSurnamePinyin = new Set<string>()
for (const line of chineseSurnames.trim().split('\n')) {
  const [characters, ...latin] = line.split(' ') as [string, ...string[]]
  const size = latin[0] && syllables.has(latin[0]) ? 1 : 2
  chineseSurnamePinyin.add(latin[0]!)
  for (let i = 0; i < characters.length; i += size) {
    const name = characters.slice(i, i + size)
    chineseSurnameSpellings.set(name, [...(chineseSurnameSpellings.get(name) ?? []), ...latin])
  }
  for (const [rank, spelling] of latin.entries())
    add(surnamesByLatin, spelling, latin[0]!, rank === 0 ? 0 : 0.1)
  if (size === 1) add(surnamesByLatin, wadeGiles(latin[0]!), latin[0]!, 0.1)
}

const cantonese = new Map<string, string>()
const cantoneseParts = cantoneseGiven.trim().split(/\s+/)
for (let i = 0; i < cantoneseParts.length; i += 2)
  for (const character of cantoneseParts[i + 1]!)
    if (!cantonese.has(character)) cantonese.set(character, cantoneseParts[i]!)

/** Pinyin of a Han word, one syllable a character, without tones; in context, so that 银行 is yin hang. */
export function pinyinOf(word: string): readonly string[] {
  if (word !== lastWord) {
    lastPinyin = findPinyin(word)
    lastWord = word
  }
  return lastPinyin
}

// A name needs the pinyin of its words twice, for their spellings and for its key.
let lastWord = ''
let lastPinyin: readonly string[] = []

function findPinyin(word: string): string[] {
  return pinyin(word, { toneType: 'none', type: 'array', v: false }).map((syllable) =>
    syllable
      .normalize('NFD')
      .replace(/[^a-z]/gi, '')
      .toLowerCase(),
  )
}

/** The surname that starts a Han name of two to four characters, if a known one does: 欧阳 before 欧. */
export function hanSurname(name: string): string | undefined {
  const size = [...name].length
  if (size < 2 || size > 4) return undefined
  const two = name.slice(0, 2)
  if (size > 2 && chineseSurnameSpellings.has(two)) return two
  return size < 4 && chineseSurnameSpellings.has(name[0]!) ? name[0] : undefined
}

/** Spellings of a Chinese given name or word: pinyin, Wade-Giles, Hong Kong (where every character has one). */
export function romaniseHan(word: string): { text: string; system: string }[] {
  const parts = pinyinOf(word)
  const spellings = [{ text: parts.join(''), system: 'pinyin' }]
  if ([...word].length <= 4) {
    spellings.push({ text: parts.map(wadeGiles).join(''), system: 'Wade-Giles' })
    const south = [...word].map((character) => cantonese.get(character))
    if (south.every((syllable) => syllable !== undefined))
      spellings.push({ text: south.join(''), system: 'Cantonese' })
  }
  return spellings.filter((s, i) => s.text !== '' && spellings.findIndex((t) => t.text === s.text) === i)
}

/** Surnames in pinyin that a Latin word can be. */
export function readChineseSurname(latin: string): readonly ChineseSyllable[] {
  return surnamesByLatin.get(latin) ?? none
}

/** Pinyin syllables a Latin given name can be read as, at most six readings of one or two syllables. */
export function readChineseGiven(latin: string): readonly ChineseGiven[] {
  const readings = (byLatin.get(latin) ?? []).map((s) => ({ text: s.pinyin, count: 1, cost: s.cost }))
  if (latin.length > 3 && latin.length <= 12)
    for (let cut = 1; cut < latin.length; cut++) {
      const left = byLatin.get(latin.slice(0, cut))
      const right = left && byLatin.get(latin.slice(cut))
      if (!left || !right) continue
      // Mixed systems inside one word are not how people write.
      for (const a of left.slice(0, 2))
        for (const b of right.slice(0, 2))
          if (
            (a.cost === 0) === (b.cost === 0) ||
            wadeGiles(a.pinyin) === a.pinyin ||
            wadeGiles(b.pinyin) === b.pinyin
          )
            readings.push({ text: `${a.pinyin} ${b.pinyin}`, count: 2, cost: Math.max(a.cost, b.cost) })
    }
  return readings.sort((a, b) => a.cost - b.cost).slice(0, 6)
}

/**
 * Keys of a Latin name that can be read as a Chinese one: a known surname first or last and one or two syllables.
 * `Mao Zedong`, `MAO Tse-tung`, `Ze Dong Mao` share `zh:mao ze dong`. Empty when the words do not fit.
 */
export function chineseKeys(words: readonly Syllables[], limit: number): readonly Variant[] {
  if (words.length < 2 || words.length > 3) return none
  const [first, last] = [words[0]!, words.at(-1)!]
  if (first.chineseSurnames.length === 0 && last.chineseSurnames.length === 0) return none
  const keys = new Map<string, number>()
  readOrder(first.chineseSurnames, words.slice(1), 0, keys)
  readOrder(last.chineseSurnames, words.slice(0, -1), 0.05, keys)
  return [...keys]
    .map(([text, cost]) => ({ text, cost: Math.min(0.3, cost), reason: 'Chinese syllables' }))
    .sort((a, b) => a.cost - b.cost)
    .slice(0, limit)
}

function readOrder(
  surnames: readonly ChineseSyllable[],
  given: readonly Syllables[],
  cost: number,
  keys: Map<string, number>,
): void {
  if (surnames.length === 0 || given.some((word) => word.chineseGiven.length === 0)) return
  let readings: readonly ChineseGiven[] = [{ text: '', count: 0, cost }]
  for (const word of given) {
    readings = readings
      .flatMap((a) =>
        word.chineseGiven.map((b) => ({
          text: `${a.text} ${b.text}`,
          count: a.count + b.count,
          cost: Math.max(a.cost, b.cost),
        })),
      )
      .slice(0, 12)
  }
  for (const family of surnames.slice(0, 4))
    for (const reading of readings) {
      if (reading.count === 0 || reading.count > 2) continue
      const key = `zh:${family.pinyin}${reading.text.startsWith(' ') ? '' : ' '}${reading.text}`
      const total = family.cost + reading.cost
      if ((keys.get(key) ?? 1) > total) keys.set(key, total)
    }
}

/** The key of a name in Han characters, to meet those of `chineseKeys`. */
export function hanKey(surname: string, given: string): string {
  const family = chineseSurnameSpellings.get(surname)?.[0] ?? pinyinOf(surname).join('')
  return `zh:${family} ${pinyinOf(given).join(' ')}`
}
