import { scriptOfUnit, scriptOfWord, trait, traitsOf } from './characters.ts'
import { latinToCyrillic } from './confusables.data.ts'
import { inLatin, type Mixture, mixtureOf } from './deception.ts'
import { cleanText, foldWord } from './fold.ts'
import { type Script, scriptOf } from './script.ts'

/** Most words of a name that are read; the longest listed names have about 40. */
export const maxWords = 64

/** One word of a name, before anything is known about its meaning. */
export interface Word {
  /** As it stood, compatibility forms resolved. */
  readonly text: string
  /** Lower case, without marks and punctuation, in its own script. */
  readonly folded: string
  readonly script: Script
  /** Letters written with dots or a slash between them ("S.p.A.", "M/V", "J.R.R."), here joined. */
  readonly abbreviated: boolean
  /** Deceptive letters that were read as the word's own. */
  readonly lookalikes: readonly string[]
}

const piece =
  /(?<![\p{L}\p{N}])(?:(?:\p{L}{1,2}\.){2,}\p{L}{0,3}|\p{L}{1,2}[/\\]\p{L}{1,2})(?![\p{L}\p{N}])|[\p{L}\p{M}\p{N}]+(?:['’‘`´ʼʻʾʿ′]+[\p{L}\p{M}]*)*|&|#/gu
const syllabic = new Set<Script>(['Hani', 'Hang', 'Hira', 'Kana', 'Thai'])

/**
 * The words of a name in their order, at most `maxWords`: cut at spaces and punctuation, between Han, Kana, Hangul and
 * other writing, and between a word of three or more letters and the number that ends it. Apostrophes stay inside
 * `text` and vanish from `folded`. Any string is accepted.
 */
export function wordsOf(name: string): Word[] {
  const clean = cleanText(name)
  return wordsIn(clean, mixtureOf(clean))
}

/** The words of clean text; `mixture` is its `mixtureOf`. */
export function wordsIn(clean: string, mixture: Mixture | undefined): Word[] {
  const words: Word[] = []
  for (let at = 0; at < clean.length && words.length < maxWords; ) {
    const space = clean.indexOf(' ', at)
    const end = space < 0 ? clean.length : space
    if (end > at) addChunk(clean.slice(at, end), words, mixture)
    at = end + 1
  }
  if (mixture !== undefined) readSingles(words)
  return words.length > maxWords ? words.slice(0, maxWords) : words
}

const part = trait.letter | trait.number
const signs = "'’‘`´ʼʻʾʿ′&#/\\"

/** The words of a chunk: of its runs of letters and numbers, or by `piece` where signs or marks hold letters together. */
export function addChunk(chunk: string, words: Word[], mixture: Mixture | undefined): void {
  let dots = 0
  for (let i = 0; i < chunk.length; i++) {
    const code = chunk.charCodeAt(i)
    if (code === 0x2e) dots++
    const joined = (code >= 0x80 && (traitsOf(code) & trait.stable) === 0) || signs.includes(chunk[i]!)
    if (!joined && dots < 2) continue
    for (const match of chunk.matchAll(piece)) addPiece(match[0], words, mixture)
    return
  }
  let start = -1
  for (let i = 0; i <= chunk.length; i++) {
    const inside = i < chunk.length && (traitsOf(chunk.charCodeAt(i)) & part) !== 0
    if (inside && start < 0) start = i
    if (inside || start < 0) continue
    addLetters(start === 0 && i === chunk.length ? chunk : chunk.slice(start, i), words, mixture)
    start = -1
  }
}

function addPiece(text: string, words: Word[], mixture: Mixture | undefined): void {
  if (text === '&') {
    words.push({ text, folded: 'and', script: 'Latn', abbreviated: false, lookalikes: [] })
  } else if (text === '#') {
    words.push({ text, folded: 'no', script: 'Latn', abbreviated: false, lookalikes: [] })
  } else if (/[./\\]/.test(text)) {
    addWord(text.replace(/[./\\]/g, ''), words, true, mixture)
  } else addLetters(text, words, mixture)
}

/** A run of letters, cut between writing without spaces and other writing. */
function addLetters(text: string, words: Word[], mixture: Mixture | undefined): void {
  let start = 0
  let before: Script | undefined
  for (let at = 0; at < text.length; ) {
    const unit = text.charCodeAt(at)
    const code = unit >= 0xd800 && unit <= 0xdbff ? text.codePointAt(at)! : unit
    // Marks and the long-vowel sign go with what they follow.
    const follows = code === 0x30fc || (code >= 0x300 && isMark(code))
    const script = follows ? before : code > 0xffff ? scriptOf(code) : scriptOfUnit(code)
    if (before !== undefined && script !== before && (syllabic.has(before) || syllabic.has(script!))) {
      addRun(text.slice(start, at), words, mixture)
      start = at
    }
    before = script
    at += code > 0xffff ? 2 : 1
  }
  addRun(start === 0 ? text : text.slice(start), words, mixture)
}

function isMark(code: number): boolean {
  return code > 0xffff ? /\p{M}/u.test(String.fromCodePoint(code)) : (traitsOf(code) & trait.mark) !== 0
}

const numbered = /^(\p{L}{3,}|n[or]|nr)(\p{Nd}+)$/iu

function addRun(text: string, words: Word[], mixture: Mixture | undefined): void {
  const last = text.charCodeAt(text.length - 1)
  const mayEnd = last < 0x80 ? last <= 0x39 : (traitsOf(last) & trait.letter) === 0
  const parts = mayEnd ? numbered.exec(text) : null
  if (parts) {
    addWord(parts[1]!, words, false, mixture)
    addWord(parts[2]!, words, false, mixture)
  } else addWord(text, words, false, mixture)
}

function addWord(text: string, words: Word[], abbreviated: boolean, mixture: Mixture | undefined): void {
  let { text: folded, lookalikes } = foldWord(text, mixture?.latin)
  if (folded === '') return
  let script = scriptOfWord(folded)
  if (mixture?.disguised === true && (script === 'Cyrl' || script === 'Grek')) {
    const latin = inLatin(folded, text)
    folded = latin.text
    lookalikes = latin.lookalikes
    script = 'Latn'
  }
  words.push({ text, folded, script, abbreviated, lookalikes })
}

/** A Latin C alone among more Cyrillic letters is the preposition с. */
function readSingles(words: Word[]): void {
  let balance = 0
  for (const { folded, script } of words)
    if (script === 'Latn') balance += folded.length
    else if (script === 'Cyrl') balance -= folded.length
  if (balance >= 0) return
  for (const [at, word] of words.entries()) {
    const cyrillic = word.script === 'Latn' ? latinToCyrillic[word.folded] : undefined
    if (cyrillic !== undefined)
      words[at] = { ...word, folded: cyrillic, script: 'Cyrl', lookalikes: [word.folded] }
  }
}

/**
 * A name in the one form in which equal names are equal strings: its folded words, each in its own script, joined by
 * single spaces. `normaliseName('  KIM, Jong–Un ')` is `'kim jong un'`. Doing it twice changes nothing.
 */
export function normaliseName(name: string): string {
  return wordsOf(name)
    .map((word) => word.folded)
    .join(' ')
}
