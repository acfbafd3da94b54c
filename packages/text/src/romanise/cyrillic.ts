import { cyrillicSystems } from './cyrillic.data.ts'

type Table = Readonly<Record<string, string>>
const vowels = 'аеёиоуыэюяіїєўъь'
const tables = new Map<string, Table>(
  cyrillicSystems
    .trim()
    .split('\n')
    .map((line) => {
      const [name, letters] = line.split(':') as [string, string]
      return [
        name,
        Object.fromEntries(
          letters
            .trim()
            .split(' ')
            .map((pair) => pair.split('=')),
        ),
      ]
    }),
)

/** Systems to try for a word, most usual first; the letters that only one language has decide which come first. */
function systemsFor(word: string): readonly string[] {
  if (/[ђћџљњј]/.test(word)) return ['serbian', 'serbian english']
  if (/[ў]/.test(word) || (/і/.test(word) && /[ыэё]/.test(word)))
    return ['belarusian', 'russian BGN/PCGN', 'russian simple', 'russian passport']
  if (/[іїєґ]/.test(word))
    return ['ukrainian 2010', 'ukrainian BGN/PCGN', 'russian simple', 'russian BGN/PCGN']
  const russian = [
    'russian BGN/PCGN',
    'russian simple',
    'russian passport',
    'russian GOST',
    'german',
    'french',
  ]
  if (/[ыэё]/.test(word)) return russian
  if (/щ|[бвгдзклмнпрст]ъ[бвгдзклмнпрст]/.test(word)) return [...russian, 'bulgarian 2009']
  return /[ги]/.test(word) ? [...russian, 'ukrainian 2010'] : russian
}

/**
 * Latin spellings of a folded Cyrillic word by the systems in use, most usual first, without repetitions: BGN/PCGN 1947
 * for Russian and its simple press form, the passport rules of ICAO Doc 9303, GOST 7.79 B, German and French habit,
 * BGN/PCGN and Resolution 55/2010 for Ukrainian, BGN/PCGN 1979 for Belarusian, the Bulgarian law of 2009, Serbian Latin.
 */
export function romaniseCyrillic(word: string): { text: string; system: string }[] {
  const spellings: { text: string; system: string }[] = []
  for (const system of systemsFor(word)) {
    const text = spell(word, tables.get(system)!)
    if (!spellings.some((known) => known.text === text)) spellings.push({ text, system })
  }
  return spellings
}

/** Endings come as `-ий`, letters after a vowel or at the start as `^е`, the rest by letter. */
function spell(word: string, table: Table): string {
  let text = ''
  let end = word.length
  let tail = ''
  const ending = table[`-${word.slice(-2)}`]
  if (word.length > 3 && ending !== undefined) {
    tail = ending
    end -= 2
  }
  for (let i = 0; i < end; i++) {
    const letter = word[i]!
    const opens = i === 0 || vowels.includes(word[i - 1]!)
    text += (opens ? table[`^${letter}`] : undefined) ?? table[letter] ?? letter
  }
  return text + tail
}
