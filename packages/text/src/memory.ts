import type { NameOf } from './name.ts'
import type { ReadWord } from './read-word.ts'
import type { Variants } from './token-variants.ts'

/** What is kept of a word: its spellings and keys, and how it is read in names of each sort. */
export interface Remembered {
  variants: Variants | undefined
  person: readonly ReadWord[] | undefined
  organization: readonly ReadWord[] | undefined
  vessel: readonly ReadWord[] | undefined
  unknown: readonly ReadWord[] | undefined
}

/**
 * Words of names read before: names repeat their words, so a caller that reads many makes one (`new Map()`) and passes it
 * to every call. It holds at most `mostRemembered` words, the oldest half makes room for new ones; it may be emptied at
 * any time. Results are the same without it.
 */
export type NameMemory = Map<string, Remembered>

/** Most words that a memory holds: about 60 MB. */
export const mostRemembered = 50_000

/** Words longer than this are not kept: they do not come again, and a memory is bounded in bytes as well. */
const longestRemembered = 60

/** The entry of a word, new or known; a passing one for words that are not kept. */
export function entryOf(memory: NameMemory, key: string): Remembered {
  const known = memory.get(key)
  if (known !== undefined) return known
  const entry: Remembered = {
    variants: undefined,
    person: undefined,
    organization: undefined,
    vessel: undefined,
    unknown: undefined,
  }
  if (key.length > longestRemembered) return entry
  if (memory.size >= mostRemembered) forget(memory)
  memory.set(key, entry)
  return entry
}

// A Map keeps its order of insertion.
function forget(memory: NameMemory): void {
  let left = mostRemembered / 2
  for (const key of memory.keys()) {
    if (left-- <= 0) return
    memory.delete(key)
  }
}

/** The field of an entry for names of a sort. */
export function sortOf(nameOf: NameOf | undefined): NameOf | 'unknown' {
  return nameOf ?? 'unknown'
}
