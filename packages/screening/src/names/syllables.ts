import type { CompiledName } from './compiled-name.ts'
import type { Term } from './term.ts'

/** How far apart two names are that can both be read in syllables. */
export type SyllablesApart = 'unread' | 'near' | 'apart'

const firstHangul = 0xac00
const vowels = 21
const finals = 28

/**
 * Compares two names that both read wholly as Korean, or both as Chinese, syllable by syllable. A letter's slip among
 * the letters of a European name leaves it recognisable; Un and Il, Ho and Chol are other names altogether.
 *
 * `apart`: in every reading some syllable is another one (two of the three parts of a Korean syllable differ, or two
 * letters of a Chinese one). `near`: nothing worse than a slip. `unread`: they don't read alike, or differ in length.
 */
export function syllablesApart(a: CompiledName, b: CompiledName): SyllablesApart {
  if (countsApart(a, b)) return 'apart'
  if (a.keys === undefined || b.keys === undefined) return 'unread'
  const written = a.terms.every(isHan) && b.terms.every(isHan)
  let compared = false
  for (const left of a.keys.keys())
    for (const right of b.keys.keys()) {
      const parts = partsOf(left, right, written)
      if (parts === undefined) continue
      if (!parts) return 'near'
      compared = true
    }
  return compared ? 'apart' : 'unread'
}

/** Most syllables of an East Asian name; longer ones write foreign names down. */
const mostSyllables = 5

/** Whether two names in syllables differ in their number: East Asian names have no middle names to leave out. */
function countsApart(a: CompiledName, b: CompiledName): boolean {
  if (!maySyllabic(a) || !maySyllabic(b)) return false
  const [left, right] = [syllablesOf(a), syllablesOf(b)]
  if (left === 0 || right === 0 || left > mostSyllables || right > mostSyllables) return false
  return left !== right
}

function maySyllabic(name: CompiledName): boolean {
  return name.keys !== undefined || isSyllabic(name.terms[0])
}

function isSyllabic(term: Term | undefined): boolean {
  return term !== undefined && (term.token.script === 'Hang' || term.token.script === 'Hani')
}

/** Syllables of a name written in them or read so in only one number; 0 for others. */
function syllablesOf(name: CompiledName): number {
  let written = 0
  for (const term of name.terms) {
    if (!isSyllabic(term)) {
      written = 0
      break
    }
    written += term.token.folded.length
  }
  if (written > 0 || name.keys === undefined) return written
  let read = 0
  for (const key of name.keys.keys()) {
    const count = key.startsWith('ko:') ? key.length - 3 : key.startsWith('zh:') ? spaces(key) + 1 : 0
    if (count === 0) continue
    if (read !== 0 && read !== count) return 0
    read = count
  }
  return read
}

function spaces(text: string): number {
  let count = 0
  for (let i = 0; i < text.length; i++) if (text[i] === ' ') count++
  return count
}

/** Whether a syllable of two keys is another one; undefined where the keys are of other kinds or lengths. */
function partsOf(a: string, b: string, written: boolean): boolean | undefined {
  if (a.startsWith('ko:') && b.startsWith('ko:')) {
    if (a.length !== b.length) return undefined
    for (let i = 3; i < a.length; i++) if (hangulParts(a.charCodeAt(i), b.charCodeAt(i)) >= 2) return true
    return false
  }
  if (!a.startsWith('zh:') || !b.startsWith('zh:')) return undefined
  const [left, right] = [a.slice(3).split(' '), b.slice(3).split(' ')]
  if (left.length !== right.length) return undefined
  return left.some((syllable, i) => chineseApart(syllable, right[i]!) >= (written ? 1 : 2))
}

/** How many of initial, vowel and final differ between two precomposed syllables (Unicode 3.12). */
function hangulParts(a: number, b: number): number {
  const [x, y] = [a - firstHangul, b - firstHangul]
  const initial = Math.floor(x / (vowels * finals)) === Math.floor(y / (vowels * finals)) ? 0 : 1
  const vowel = Math.floor(x / finals) % vowels === Math.floor(y / finals) % vowels ? 0 : 1
  return initial + vowel + (x % finals === y % finals ? 0 : 1)
}

/** How many of initial and final differ between two syllables in pinyin or another Latin spelling. */
function chineseApart(a: string, b: string): number {
  const [x, y] = [initialLength(a), initialLength(b)]
  return (a.slice(0, x) === b.slice(0, y) ? 0 : 1) + (a.slice(x) === b.slice(y) ? 0 : 1)
}

function initialLength(syllable: string): number {
  let at = 0
  while (at < syllable.length && !'aeiouv'.includes(syllable[at]!)) at++
  return at
}

function isHan({ token }: Term): boolean {
  return token.script === 'Hani'
}
