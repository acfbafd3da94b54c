import type { Script } from '../script.ts'
import { alphabets } from './alphabets.data.ts'

interface Alphabet {
  readonly letters: ReadonlyMap<string, readonly string[]>
  readonly longest: number
}

const read = (table: string): Alphabet => {
  const letters = new Map(
    table.split(' ').map((pair) => {
      const [letter, latin] = pair.split('=') as [string, string]
      return [letter, latin.split('/')]
    }),
  )
  return { letters, longest: Math.max(...[...letters.keys()].map((letter) => letter.length)) }
}
const known = new Map(Object.entries(alphabets).map(([script, table]) => [script, read(table)]))

/** Scripts that `romaniseAlphabetic` reads. */
export function isAlphabetic(script: Script): boolean {
  return known.has(script === 'Hira' ? 'Kana' : script)
}

/**
 * Latin spellings of a word in Greek, Hebrew, Georgian, Armenian, Kana, Devanagari or Thai: the usual one first, then
 * one with each doubtful letter read its second or third way, all of that letter at once. At most `limit`.
 */
export function romaniseAlphabetic(word: string, script: Script, limit: number): string[] {
  const alphabet = known.get(script === 'Hira' ? 'Kana' : script)
  if (alphabet === undefined) return []
  const parts = split(prepare(word, script), alphabet)
  const spellings = new Set([polish(parts.map((part) => part.latin[0]!).join(''), script)])
  const doubtful = [...new Set(parts.filter((part) => part.latin.length > 1).map((part) => part.letter))]
  for (let choice = 1; choice < 3; choice++) {
    const all = parts.map((part) => part.latin[choice] ?? part.latin[0]!)
    if (spellings.size < limit) spellings.add(polish(all.join(''), script))
    for (const letter of doubtful) {
      if (spellings.size >= limit) break
      const changed = parts.map((part) =>
        part.letter === letter ? (part.latin[choice] ?? part.latin[0]!) : part.latin[0]!,
      )
      spellings.add(polish(changed.join(''), script))
    }
  }
  spellings.delete('')
  return [...spellings]
}

function split(word: string, alphabet: Alphabet): { letter: string; latin: readonly string[] }[] {
  const parts: { letter: string; latin: readonly string[] }[] = []
  for (let at = 0; at < word.length; ) {
    let size = Math.min(alphabet.longest, word.length - at)
    while (size > 1 && !alphabet.letters.has(word.slice(at, at + size))) size--
    const letter = word.slice(at, at + size)
    parts.push({ letter, latin: alphabet.letters.get(letter) ?? [/[a-z0-9]/.test(letter) ? letter : ''] })
    at += size
  }
  // A small っ doubles the consonant after it; Hepburn doubles ch as tch.
  parts.forEach((part, i) => {
    const next = part.letter === 'っ' ? (parts[i + 1]?.latin[0] ?? '') : ''
    if (next !== '') part.latin = [next.startsWith('ch') ? 't' : next[0]!]
  })
  return parts
}

/** Katakana as Hiragana; Devanagari with its unwritten vowels; Thai vowels after the consonant they belong to. */
function prepare(word: string, script: Script): string {
  if (script === 'Kana')
    return word.replace(/[\u30a1-\u30f6]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0x60))
  if (script === 'Deva') return word.replace(/([क-ह]़?)(?=[क-हंँः])/g, '$1a')
  if (script === 'Thai') return word.replace(/([เแโใไ])([ก-ฮ])/g, '$2$1')
  return word
}

/** Long vowels of Kana as passports write them: short. */
function polish(latin: string, script: Script): string {
  if (script !== 'Kana' && script !== 'Hira') return latin
  return latin.replace(/ou/g, 'o').replace(/oo/g, 'o').replace(/uu/g, 'u')
}
