import { cyrillicSystems } from './cyrillic.data.ts'

/** Letters by their place in the block of Cyrillic, U+0400 to U+052F. */
type Letters = (string | undefined)[]
const block = 0x400
const blockSize = 0x130

/** One system: letters anywhere, letters at the start or after a vowel, ends of words. */
interface System {
  readonly letters: Letters
  readonly opening: Letters
  readonly endings: ReadonlyMap<string, string>
}

function read(pairs: string): System {
  const endings = new Map<string, string>()
  const letters: Letters = new Array(blockSize).fill(undefined)
  const opening: Letters = new Array(blockSize).fill(undefined)
  const place = (letter: string): number => letter.charCodeAt(letter.length - 1) - block
  for (const pair of pairs.split(' ')) {
    const [letter, latin] = pair.split('=') as [string, string]
    if (letter.startsWith('-')) endings.set(letter.slice(1), latin)
    else if (letter.startsWith('^')) opening[place(letter)] = latin
    else letters[place(letter)] = latin
  }
  return { letters, opening: opening.map((latin, at) => latin ?? letters[at]), endings }
}

const isVowel = new Uint8Array(blockSize)
for (const vowel of 'аеёиоуыэюяіїєўъь') isVowel[vowel.charCodeAt(0) - block] = 1
const tables = new Map<string, System>(
  cyrillicSystems
    .trim()
    .split('\n')
    .map((line) => {
      const [name, letters] = line.split(':') as [string, string]
      return [name, read(letters.trim())]
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

function spell(word: string, system: System): string {
  const tail = word.length > 3 ? system.endings.get(word.slice(-2)) : undefined
  const end = tail === undefined ? word.length : word.length - 2
  let text = ''
  let opens = true
  for (let i = 0; i < end; i++) {
    const place = word.charCodeAt(i) - block
    text += (opens ? system.opening[place] : system.letters[place]) ?? word[i]
    opens = isVowel[place] === 1
  }
  return tail === undefined ? text : text + tail
}
