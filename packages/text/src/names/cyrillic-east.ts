import type { Variant } from '../name.ts'
import { russianLetters } from './cyrillic-readings.ts'
import { readKontsevich } from './kontsevich.ts'
import { readPalladius } from './palladius.ts'

/** A Cyrillic name read as a Korean or Chinese one: keys of the whole, and Latin spellings by word. */
export interface EastAsianName {
  readonly keys: readonly Variant[]
  readonly spellings: readonly (readonly Variant[])[]
}

/** The price of the first added spelling: more than the ordinary romanisations beside it. */
const firstCost = 0.06
const mostChinese = 6

/**
 * Reads the folded words of a Cyrillic name, surname first, as Chinese (Palladius) and Korean (Kontsevich). Names that
 * can be both (Ян Мин) are both; names with a word that is neither are undefined, as are those with a given name of the
 * countries that write Cyrillic. At most `limit` keys, the Chinese first, for they are few.
 */
export function readCyrillicName(words: readonly string[], limit: number): EastAsianName | undefined {
  const russian = russianLetters(words)
  const chinese = readPalladius(russian, mostChinese)
  const korean = readKontsevich(russian, limit - (chinese?.keys.length ?? 0))
  if (chinese === undefined && korean === undefined) return undefined
  const spellings = words.map((_, at) => {
    const texts = [
      ...(chinese?.spellings[at] ?? []).slice(0, 2).map((text) => ({ text, reason: 'Palladius' })),
      ...(korean?.spellings[at] ?? []).slice(0, 3).map((text) => ({ text, reason: 'Kontsevich' })),
    ]
    return texts
      .filter(({ text }, i) => texts.findIndex((other) => other.text === text) === i)
      .map(({ text, reason }, i) => ({ text, cost: firstCost + i * 0.01, reason }))
  })
  return { keys: [...(chinese?.keys ?? []), ...(korean?.keys ?? [])], spellings }
}
