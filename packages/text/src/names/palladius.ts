import type { Variant } from '../name.ts'
import { chineseSurnamePinyin, isPinyin, pinyinSyllableList } from './chinese.ts'
import {
  palladiusFinals,
  palladiusInitials,
  palladiusOther,
  palladiusSoftFinals,
  palladiusWhole,
} from './cyrillic-east.data.ts'
import {
  addSpelling,
  type CyrillicReading,
  hasLocalGiven,
  lookUp,
  readGivenWords,
  readWord,
  type SyllableTable,
} from './cyrillic-readings.ts'

const pairsOf = (text: string): [string, string][] =>
  text.split(' ').map((pair) => pair.split('=') as [string, string])
const initials = new Map(pairsOf(palladiusInitials))
const finals = new Map(pairsOf(palladiusFinals))
const softFinals = new Map(pairsOf(palladiusSoftFinals))
const whole = new Map(pairsOf(palladiusWhole))

/** A pinyin syllable in Cyrillic by the Palladius system (`jin` is цзинь); undefined for what is no syllable. */
export function palladiusOf(pinyin: string): string | undefined {
  const irregular = whole.get(pinyin)
  if (irregular !== undefined) return irregular
  const [, initial, final] = /^(zh|ch|sh|[a-z])(.*)$/.exec(pinyin) ?? []
  if (initial === undefined || final === undefined) return undefined
  const soft = 'jqx'.includes(initial) ? softFinals.get(final) : undefined
  const cyrillic = soft ?? finals.get(final)
  const start = initials.get(initial)
  return cyrillic === undefined || start === undefined ? undefined : start + cyrillic
}

const table: SyllableTable = new Map()
for (const syllable of pinyinSyllableList) {
  const cyrillic = palladiusOf(syllable)
  if (cyrillic !== undefined) addSpelling(table, cyrillic, syllable, 0)
}
for (const [syllable, cyrillic] of pairsOf(palladiusOther)) addSpelling(table, cyrillic, syllable, 0.05)

const surnames: SyllableTable = new Map()
for (const surname of chineseSurnamePinyin) {
  if (!isPinyin(surname)) continue
  for (const [cyrillic, readings] of table) {
    const own = readings.find((reading) => reading.text === surname)
    if (own !== undefined) addSpelling(surnames, cyrillic, surname, own.cost)
  }
}

/** A surname of one syllable, or one of the double surnames: Оуян, Сыма. */
function readSurname(word: string): readonly CyrillicReading[] {
  const one = lookUp(surnames, word)
  if (one.length > 0) return one
  return readWord(table, word, '', 4).filter(
    (reading) => reading.count === 2 && chineseSurnamePinyin.has(reading.text),
  )
}

/** What a Cyrillic name is, read as Chinese: keys of the whole and Latin spellings of each word. */
export interface EastAsianReading {
  readonly keys: readonly Variant[]
  /** By word, in the order of the name; most usual first. */
  readonly spellings: readonly (readonly string[])[]
}

const reason = 'Palladius'

/**
 * A Cyrillic name of two or three words read as Chinese by the Palladius system: a surname, then one or two syllables,
 * joined or apart. Си Цзиньпин has the key `zh:xi jin ping` and the spellings `xi` and `jinping`. Undefined when any word
 * does not fit, or is a given name of the countries that write Cyrillic.
 */
export function readPalladius(words: readonly string[], limit: number): EastAsianReading | undefined {
  const [first, ...rest] = words
  if (first === undefined || rest.length < 1 || rest.length > 2) return undefined
  const families = readSurname(first)
  // Ли Ян is the commoner as a Chinese name.
  if (families.length === 0 || (hasLocalGiven(rest) && rest[0] !== 'ян')) return undefined
  const given = readGivenWords(table, rest, ' ', 8)
  if (given.length === 0) return undefined
  const keys: Variant[] = families.flatMap((family) =>
    given.map((reading) => ({
      text: `zh:${family.text} ${reading.text}`,
      cost: Math.min(0.3, 0.02 + family.cost + reading.cost),
      reason,
    })),
  )
  const spellings = [
    families.map((family) => family.text),
    ...rest.map((word) => readWord(table, word, '', 2).map((reading) => reading.text)),
  ]
  return { keys: keys.sort((a, b) => a.cost - b.cost).slice(0, limit), spellings }
}
