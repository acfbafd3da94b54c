import { scriptOfUnit, scriptOfWord, trait, traitsOf } from './characters.ts'
import { latinToCyrillic } from './confusables.data.ts'
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
  return wordsIn(clean, latinNameOf(clean))
}

/** The words of clean text; `latinName` is its `latinNameOf`. */
export function wordsIn(clean: string, latinName: boolean | undefined): Word[] {
  const words: Word[] = []
  for (let at = 0; at < clean.length && words.length < maxWords; ) {
    const space = clean.indexOf(' ', at)
    const end = space < 0 ? clean.length : space
    if (end > at) addChunk(clean.slice(at, end), words, latinName)
    at = end + 1
  }
  return words.length > maxWords ? words.slice(0, maxWords) : words
}

/**
 * For a name that has Latin letters beside Cyrillic or Greek ones, whether the Latin outnumber them; undefined for other
 * names. Each of its words is read in the script of the name where it could be either.
 */
export function latinNameOf(clean: string): boolean | undefined {
  let traits = 0
  for (let i = 0; i < clean.length; i++) {
    const code = clean.charCodeAt(i)
    if (code >= 0x80) traits |= traitsOf(code)
    else if ((code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a) traits |= trait.latin
  }
  return (traits & trait.deceiving) !== 0 && (traits & trait.latin) !== 0 ? isMostlyLatin(clean) : undefined
}

function isMostlyLatin(clean: string): boolean {
  let balance = 0
  for (const character of clean) {
    const script = scriptOf(character.codePointAt(0)!)
    if (script === 'Latn') balance++
    else if (script === 'Cyrl' || script === 'Grek') balance--
  }
  return balance >= 0
}

const part = trait.letter | trait.number
const signs = "'’‘`´ʼʻʾʿ′&#/\\"

/** The words of a chunk: of its runs of letters and numbers, or by `piece` where signs or marks hold letters together. */
export function addChunk(chunk: string, words: Word[], latinName: boolean | undefined): void {
  let dots = 0
  for (let i = 0; i < chunk.length; i++) {
    const code = chunk.charCodeAt(i)
    if (code === 0x2e) dots++
    const joined = (code >= 0x80 && (traitsOf(code) & trait.stable) === 0) || signs.includes(chunk[i]!)
    if (!joined && dots < 2) continue
    for (const match of chunk.matchAll(piece)) addPiece(match[0], words, latinName)
    return
  }
  let start = -1
  for (let i = 0; i <= chunk.length; i++) {
    const inside = i < chunk.length && (traitsOf(chunk.charCodeAt(i)) & part) !== 0
    if (inside && start < 0) start = i
    if (inside || start < 0) continue
    addLetters(start === 0 && i === chunk.length ? chunk : chunk.slice(start, i), words, latinName)
    start = -1
  }
}

function addPiece(text: string, words: Word[], latinName: boolean | undefined): void {
  if (text === '&') {
    words.push({ text, folded: 'and', script: 'Latn', abbreviated: false, lookalikes: [] })
  } else if (text === '#') {
    words.push({ text, folded: 'no', script: 'Latn', abbreviated: false, lookalikes: [] })
  } else if (/[./\\]/.test(text)) {
    addWord(text.replace(/[./\\]/g, ''), words, true, latinName)
  } else addLetters(text, words, latinName)
}

/** A run of letters, cut between writing without spaces and other writing. */
function addLetters(text: string, words: Word[], latinName: boolean | undefined): void {
  let start = 0
  let before: Script | undefined
  for (let at = 0; at < text.length; ) {
    const unit = text.charCodeAt(at)
    const code = unit >= 0xd800 && unit <= 0xdbff ? text.codePointAt(at)! : unit
    // Marks and the long-vowel sign go with what they follow.
    const follows = code === 0x30fc || (code >= 0x300 && isMark(code))
    const script = follows ? before : code > 0xffff ? scriptOf(code) : scriptOfUnit(code)
    if (before !== undefined && script !== before && (syllabic.has(before) || syllabic.has(script!))) {
      addRun(text.slice(start, at), words, latinName)
      start = at
    }
    before = script
    at += code > 0xffff ? 2 : 1
  }
  addRun(start === 0 ? text : text.slice(start), words, latinName)
}

function isMark(code: number): boolean {
  return code > 0xffff ? /\p{M}/u.test(String.fromCodePoint(code)) : (traitsOf(code) & trait.mark) !== 0
}

const numbered = /^(\p{L}{3,}|n[or]|nr)(\p{Nd}+)$/iu

function addRun(text: string, words: Word[], latinName: boolean | undefined): void {
  const last = text.charCodeAt(text.length - 1)
  const mayEnd = last < 0x80 ? last <= 0x39 : (traitsOf(last) & trait.letter) === 0
  const parts = mayEnd ? numbered.exec(text) : null
  if (parts) {
    addWord(parts[1]!, words, false, latinName)
    addWord(parts[2]!, words, false, latinName)
  } else addWord(text, words, false, latinName)
}

function addWord(text: string, words: Word[], abbreviated: boolean, latinName: boolean | undefined): void {
  // A Latin C alone in a Cyrillic name is the preposition с.
  const disguised = latinName === false && text.length === 1 ? latinToCyrillic[text.toLowerCase()] : undefined
  if (disguised !== undefined) {
    words.push({ text, folded: disguised, script: 'Cyrl', abbreviated, lookalikes: [text.toLowerCase()] })
    return
  }
  const { text: folded, lookalikes } = foldWord(text, latinName)
  if (folded !== '') words.push({ text, folded, script: scriptOfWord(folded), abbreviated, lookalikes })
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
