import { cleanText, foldWord } from './fold.ts'
import { type Script, scriptOf, scriptOfWord } from './script.ts'

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
const asciiWord = /[A-Za-z0-9]+/y
const plainAscii = /^[A-Za-z0-9 ,-]*$/
const syllabic = new Set<Script>(['Hani', 'Hang', 'Hira', 'Kana', 'Thai'])

/**
 * The words of a name in their order, at most `maxWords`: cut at spaces and punctuation, between Han, Kana, Hangul and
 * other writing, and between a word of three or more letters and the number that ends it. Apostrophes stay inside
 * `text` and vanish from `folded`. Any string is accepted.
 */
export function wordsOf(name: string): Word[] {
  const clean = cleanText(name)
  const words: Word[] = []
  if (plainAscii.test(clean)) addPlain(clean, words)
  else
    for (const match of clean.matchAll(piece)) {
      if (words.length >= maxWords) break
      addPiece(match[0], words)
    }
  return words.length > maxWords ? words.slice(0, maxWords) : words
}

function addPlain(clean: string, words: Word[]): void {
  let at = 0
  while (at < clean.length && words.length < maxWords) {
    asciiWord.lastIndex = at
    const match = asciiWord.exec(clean)
    if (match === null) {
      at++
      continue
    }
    at = asciiWord.lastIndex
    addRun(match[0], words)
  }
}

function addPiece(text: string, words: Word[]): void {
  if (text === '&') {
    words.push({ text, folded: 'and', script: 'Latn', abbreviated: false, lookalikes: [] })
  } else if (text === '#') {
    words.push({ text, folded: 'no', script: 'Latn', abbreviated: false, lookalikes: [] })
  } else if (/[./\\]/.test(text)) {
    addWord(text.replace(/[./\\]/g, ''), words, true)
  } else {
    let start = 0
    let before: Script | undefined
    for (let at = 0; at < text.length; ) {
      const code = text.codePointAt(at)!
      const size = code > 0xffff ? 2 : 1
      // Marks and the long-vowel sign go with what they follow.
      const script = /\p{M}|ー/u.test(String.fromCodePoint(code)) ? before : scriptOf(code)
      if (before !== undefined && script !== before && (syllabic.has(before) || syllabic.has(script!))) {
        addRun(text.slice(start, at), words)
        start = at
      }
      before = script
      at += size
    }
    addRun(text.slice(start), words)
  }
}

const numbered = /^(\p{L}{3,}|n[or]|nr)(\p{Nd}+)$/iu

function addRun(text: string, words: Word[]): void {
  const last = text.charCodeAt(text.length - 1)
  const parts = last <= 0x39 || last >= 0x80 ? numbered.exec(text) : null
  if (parts) {
    addWord(parts[1]!, words, false)
    addWord(parts[2]!, words, false)
  } else addWord(text, words, false)
}

function addWord(text: string, words: Word[], abbreviated: boolean): void {
  const { text: folded, lookalikes } = foldWord(text)
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
