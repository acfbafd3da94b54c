import type { CompiledName } from './compiled-name.ts'

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
  if (a.keys === undefined || b.keys === undefined) return 'unread'
  let compared = false
  for (const left of a.keys.keys())
    for (const right of b.keys.keys()) {
      const parts = partsOf(left, right)
      if (parts === undefined) continue
      if (!parts) return 'near'
      compared = true
    }
  return compared ? 'apart' : 'unread'
}

/** Whether a syllable of two keys is another one; undefined where the keys are of other kinds or lengths. */
function partsOf(a: string, b: string): boolean | undefined {
  if (a.startsWith('ko:') && b.startsWith('ko:')) {
    if (a.length !== b.length) return undefined
    for (let i = 3; i < a.length; i++) if (hangulParts(a.charCodeAt(i), b.charCodeAt(i)) >= 2) return true
    return false
  }
  if (!a.startsWith('zh:') || !b.startsWith('zh:')) return undefined
  const [left, right] = [a.slice(3).split(' '), b.slice(3).split(' ')]
  if (left.length !== right.length) return undefined
  return left.some((syllable, i) => lettersApart(syllable, right[i]!) >= 2)
}

/** How many of initial, vowel and final differ between two precomposed syllables (Unicode 3.12). */
function hangulParts(a: number, b: number): number {
  const [x, y] = [a - firstHangul, b - firstHangul]
  const initial = Math.floor(x / (vowels * finals)) === Math.floor(y / (vowels * finals)) ? 0 : 1
  const vowel = Math.floor(x / finals) % vowels === Math.floor(y / finals) % vowels ? 0 : 1
  return initial + vowel + (x % finals === y % finals ? 0 : 1)
}

/** Letters that remain between a common beginning and a common end: a plain bound is enough for so short words. */
function lettersApart(a: string, b: string): number {
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) start++
  let end = 0
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end])
    end++
  return Math.max(a.length, b.length) - start - end
}
