import { scriptOfUnit } from './characters.ts'
import { mixtureOf } from './deception.ts'
import { cleanText, maxNameLength } from './fold.ts'
import { entryOf, type NameMemory, sortOf } from './memory.ts'
import type { NameOf } from './name.ts'
import { ReadWord } from './read-word.ts'
import type { Script } from './script.ts'
import { segment, segmentAlone } from './segment.ts'
import { tokensAlone } from './tokens.ts'
import { addChunk, maxWords, type Word, wordsIn } from './words.ts'

/** The words of a name, and what is said of it as a whole. */
export interface ReadName {
  readonly words: readonly ReadWord[]
  readonly lookalikes: readonly string[]
  readonly truncated: boolean
}

const noLetters: readonly string[] = []

/** Cuts a name into its words; with a memory, those that stand alone between spaces are looked up in it. */
export function readName(name: string, nameOf: NameOf | undefined, memory: NameMemory | undefined): ReadName {
  const clean = cleanText(name)
  const mixture = mixtureOf(clean)
  if (memory !== undefined && mixture === undefined) {
    const words = recall(clean, nameOf, memory)
    if (words !== undefined) return { words, lookalikes: noLetters, truncated: name.length > maxNameLength }
  }
  const words = wordsIn(clean, mixture)
  return {
    words: segment(words, nameOf)
      .slice(0, maxWords)
      .map((word) => new ReadWord(word, undefined)),
    lookalikes: words.flatMap((word) => word.lookalikes),
    truncated: name.length > maxNameLength || words.length >= maxWords,
  }
}

/** The words of a name that are read alike beside any others; undefined when some are not, or there are too many. */
function recall(
  clean: string,
  nameOf: NameOf | undefined,
  memory: NameMemory,
): readonly ReadWord[] | undefined {
  const words: ReadWord[] = []
  for (let at = 0; at < clean.length; ) {
    const space = clean.indexOf(' ', at)
    const end = space < 0 ? clean.length : space
    if (at === 0 && space < 0 && unspacedScripts.has(scriptOfUnit(clean.charCodeAt(0))))
      return recallUnspaced(clean, nameOf, memory)
    if (end > at) {
      const read = recallChunk(clean.slice(at, end), nameOf, memory)
      if (read === undefined) return undefined
      for (const word of read) words.push(word)
      if (words.length >= maxWords) return undefined
    }
    at = end + 1
  }
  return words
}

const unspacedScripts = new Set<Script>(['Hani', 'Hang', 'Kana'])

/** A whole name without spaces, whose words look at each other alone. */
function recallUnspaced(
  clean: string,
  nameOf: NameOf | undefined,
  memory: NameMemory,
): readonly ReadWord[] | undefined {
  const entry = entryOf(memory, `alone ${clean}`)
  const sort = sortOf(nameOf)
  const known = entry[sort]
  if (known !== undefined) return known
  const words = wordsIn(clean, undefined)
  if (words.length >= maxWords) return undefined
  const read = segment(words, nameOf).map((own) => new ReadWord(own, tokensAlone(own, nameOf, memory)))
  if (read.length >= maxWords) return undefined
  entry[sort] = read
  return read
}

function recallChunk(
  chunk: string,
  nameOf: NameOf | undefined,
  memory: NameMemory,
): readonly ReadWord[] | undefined {
  const entry = entryOf(memory, chunk)
  const sort = sortOf(nameOf)
  const known = entry[sort]
  if (known !== undefined) return known
  const words: Word[] = []
  addChunk(chunk, words, undefined)
  const read: ReadWord[] = []
  for (const word of words) {
    const segments = segmentAlone(word)
    if (segments === undefined) return undefined
    for (const own of segments) read.push(new ReadWord(own, tokensAlone(own, nameOf, memory)))
  }
  entry[sort] = read
  return read
}
