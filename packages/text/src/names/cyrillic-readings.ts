import { localGivenNames } from './cyrillic-east.data.ts'

/** What Cyrillic letters can stand for: a syllable (or several, joined) and how unusual the reading is. */
export interface CyrillicReading {
  readonly text: string
  readonly count: number
  readonly cost: number
}

/** Syllables by their Cyrillic spelling, cheapest first. */
export type SyllableTable = Map<string, CyrillicReading[]>

const localNames = new Set(localGivenNames.split(' ').map(plainVowels))

function plainVowels(word: string): string {
  return word.replace(/[эё]/g, 'е').replace(/ы/g, 'и')
}

/**
 * Words of a Cyrillic name in Russian letters. In a name with і, as Ukrainian, Belarusian and Kazakh ones have, і is the
 * Russian и, and и is ы.
 */
export function russianLetters(words: readonly string[]): string[] {
  const western = words.some((word) => /[іїє]/.test(word))
  return words.map((word) => {
    const russian = western ? word.replace(/и/g, 'ы') : word
    return russian.replace(/[іїєў]/g, (letter) => russianFor[letter]!)
  })
}

const russianFor: Readonly<Record<string, string>> = { і: 'и', ї: 'и', є: 'е', ў: 'у' }

/** A spelling without the differences between э, ё and е, and between ы and и behind ж, ч and ш. */
export function looseLetters(word: string): string {
  return word.replace(/[эё]/g, 'е').replace(/(?<=[жчш])ы/g, 'и')
}

/**
 * Whether the words behind a surname hold a given name of the countries that write Cyrillic. Two letters, as in Ян, only
 * count alone: before another syllable they are one.
 */
export function hasLocalGiven(words: readonly string[]): boolean {
  return words.some((word) => (word.length > 2 || words.length === 1) && localNames.has(plainVowels(word)))
}

/** Adds a reading under its spelling, and dearer under the loose spelling. */
export function addSpelling(table: SyllableTable, cyrillic: string, text: string, cost: number): void {
  put(table, cyrillic, { text, count: 1, cost })
  const loose = looseLetters(cyrillic)
  if (loose !== cyrillic) put(table, loose, { text, count: 1, cost: cost + 0.05 })
}

function put(table: SyllableTable, cyrillic: string, reading: CyrillicReading): void {
  const list = table.get(cyrillic) ?? []
  const at = list.findIndex((known) => known.text === reading.text)
  if (at < 0) list.push(reading)
  else if (list[at]!.cost > reading.cost) list[at] = reading
  list.sort((a, b) => a.cost - b.cost)
  table.set(cyrillic, list)
}

/** Readings of a spelling, or of its loose form where it has none of its own. */
export function lookUp(table: SyllableTable, cyrillic: string): readonly CyrillicReading[] {
  return table.get(cyrillic) ?? table.get(looseLetters(cyrillic)) ?? none
}

const none: readonly CyrillicReading[] = []
const longestWord = 14

/** Readings of a word of one syllable, or of two written as one (with ъ between, where a vowel follows), cheapest first. */
export function readWord(
  table: SyllableTable,
  word: string,
  join: string,
  most: number,
): readonly CyrillicReading[] {
  if (word.length > longestWord) return none
  const readings = [...lookUp(table, word)]
  for (let cut = 1; cut < word.length; cut++) {
    const left = lookUp(table, word.slice(0, cut))
    if (left.length === 0) continue
    const right = lookUp(table, word.slice(word[cut] === 'ъ' ? cut + 1 : cut))
    readings.push(...pairs(left, right, join))
  }
  return readings.sort(byCost).slice(0, most)
}

/** Readings of the words of a given name of at most two syllables together, cheapest first. */
export function readGivenWords(
  table: SyllableTable,
  words: readonly string[],
  join: string,
  most: number,
): readonly CyrillicReading[] {
  const [first, second] = words.map((word) => readWord(table, word, join, most))
  if (first === undefined) return none
  return (second === undefined ? [...first] : pairs(first, second, join).sort(byCost)).slice(0, most)
}

function pairs(
  left: readonly CyrillicReading[],
  right: readonly CyrillicReading[],
  join: string,
): CyrillicReading[] {
  return left.flatMap((a) =>
    right
      .filter((b) => a.count + b.count <= 2)
      .map((b) => ({ text: a.text + join + b.text, count: a.count + b.count, cost: a.cost + b.cost })),
  )
}

function byCost(a: CyrillicReading, b: CyrillicReading): number {
  return a.cost - b.cost
}
