import { latinToCyrillic } from './confusables.data.ts'
import { cleanText, foldWord, isPlainLetter } from './fold.ts'
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
  else {
    const latinName =
      hasCyrillicOrGreek.test(clean) && hasLatin.test(clean) ? isMostlyLatin(clean) : undefined
    for (const match of clean.matchAll(piece)) {
      if (words.length >= maxWords) break
      addPiece(match[0], words, latinName)
    }
  }
  return words.length > maxWords ? words.slice(0, maxWords) : words
}

const hasLatin = /\p{Script=Latin}/u
const hasCyrillicOrGreek = /[\p{Script=Cyrillic}\p{Script=Greek}]/u

/** Whether Latin letters outnumber Cyrillic and Greek ones in a name that has both. */
function isMostlyLatin(clean: string): boolean {
  let balance = 0
  for (const character of clean) {
    const script = scriptOf(character.codePointAt(0)!)
    if (script === 'Latn') balance++
    else if (script === 'Cyrl' || script === 'Grek') balance--
  }
  return balance >= 0
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
    addRun(match[0], words, undefined)
  }
}

function addPiece(text: string, words: Word[], latinName: boolean | undefined): void {
  if (text === '&') {
    words.push({ text, folded: 'and', script: 'Latn', abbreviated: false, lookalikes: [] })
  } else if (text === '#') {
    words.push({ text, folded: 'no', script: 'Latn', abbreviated: false, lookalikes: [] })
  } else if (/[./\\]/.test(text)) {
    addWord(text.replace(/[./\\]/g, ''), words, true, latinName)
  } else {
    let start = 0
    let before: Script | undefined
    for (let at = 0; at < text.length; ) {
      const code = text.codePointAt(at)!
      const size = code > 0xffff ? 2 : 1
      // Marks and the long-vowel sign go with what they follow.
      const follows = code >= 0x300 && !isPlainLetter(code) && /\p{M}|ー/u.test(String.fromCodePoint(code))
      const script = follows ? before : scriptOf(code)
      if (before !== undefined && script !== before && (syllabic.has(before) || syllabic.has(script!))) {
        addRun(text.slice(start, at), words, latinName)
        start = at
      }
      before = script
      at += size
    }
    addRun(text.slice(start), words, latinName)
  }
}

const numbered = /^(\p{L}{3,}|n[or]|nr)(\p{Nd}+)$/iu

function addRun(text: string, words: Word[], latinName: boolean | undefined): void {
  const last = text.charCodeAt(text.length - 1)
  const parts = last <= 0x39 || last >= 0x80 ? numbered.exec(text) : null
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
