import type { NameOf } from './name.ts'
import { hanSurname } from './names/chinese.ts'
import { japaneseSurname } from './names/japanese.ts'
import { hangulSurname } from './names/korean.ts'
import { numberOf } from './numbers.ts'
import type { Script } from './script.ts'
import { conceptOf, kindOfWord, unspaced } from './word-kinds.ts'
import type { Word } from './words.ts'

/** A word, and whether it was found to be a surname or the given name after one. */
export interface Segment extends Word {
  readonly part?: 'surname' | 'given'
}

const longestWord = Math.max(...[...unspaced].map((word) => word.length))
const numbered = /^(?:第[〇零一二三四五六七八九十百\d]+|제\d+)/

/**
 * Words of writing without spaces taken apart: Han, Kana and Hangul by the words and legal forms that lists translate,
 * personal names behind their surname; the Arabic article from its noun. Other words pass as they are.
 */
export function segment(words: readonly Word[], nameOf: NameOf | undefined): Segment[] {
  const segments: Segment[] = []
  for (const [i, word] of words.entries()) {
    if (word.script === 'Hani' || word.script === 'Hang' || word.script === 'Kana')
      segments.push(...segmentUnspaced(word, nameOf, words.length))
    else if (word.script === 'Arab') segments.push(...splitArticle(word))
    else segments.push(word)
    if (i === 0 && segments.length === 1 && words.length === 2) markSpaced(segments, word, words[1]!)
  }
  if (segments.length === 2 && segments[0]!.part === 'surname')
    segments[1] = { ...segments[1]!, part: 'given' }
  return segments
}

/** The segments of a word that does not look at its neighbours; undefined for one that does. */
export function segmentAlone(word: Word): readonly Segment[] | undefined {
  if (word.script === 'Hani' || word.script === 'Hang' || word.script === 'Kana') return undefined
  return word.script === 'Arab' ? splitArticle(word) : [word]
}

/** `김 정은`, `徐 爱民`: a surname written apart. */
function markSpaced(segments: Segment[], first: Word, second: Word): void {
  if (first.script !== second.script || second.folded.length > 3) return
  const name = first.folded + second.folded
  const surname =
    first.script === 'Hang' ? hangulSurname(name) : first.script === 'Hani' ? hanSurname(name) : undefined
  if (surname === first.folded) segments[0] = { ...first, part: 'surname' }
}

function part(word: Word, folded: string, script: Script = word.script): Word {
  return { text: folded, folded, script, abbreviated: false, lookalikes: [] }
}

function segmentUnspaced(word: Word, nameOf: NameOf | undefined, count: number): Segment[] {
  const text = word.folded
  if (nameOf !== 'person') {
    const cut = cutByWords(word)
    if (cut.length > 1) return cut
    if (unspaced.has(text) || nameOf !== undefined) return cut
  }
  if (count > 1) return [word]
  const honorific = text.length > 2 && kindOfWord(text.slice(-1), true) === 'title' ? text.slice(-1) : ''
  const name = honorific === '' ? text : text.slice(0, -1)
  const surname = surnameOf(name, word.script)
  if (surname === undefined) return [word]
  const segments: Segment[] = [
    { ...part(word, surname), part: 'surname' },
    { ...part(word, name.slice(surname.length)), part: 'given' },
  ]
  if (honorific !== '') segments.push(part(word, honorific))
  return segments
}

function surnameOf(name: string, script: Script): string | undefined {
  if (script === 'Hang') return hangulSurname(name)
  return script === 'Hani' ? (japaneseSurname(name) ?? hanSurname(name)) : undefined
}

/** Greedy: the longest known word at each place; what lies between known words is a word. */
function cutByWords(word: Word): Word[] {
  const text = word.folded
  const cut: Word[] = []
  let start = 0
  const flush = (end: number): void => {
    if (end > start) cut.push(part(word, text.slice(start, end)))
  }
  for (let at = 0; at < text.length; ) {
    const number = numbered.exec(text.slice(at, at + 8))?.[0]
    let size = number !== undefined && numberOf(number) !== undefined ? number.length : 0
    for (let length = Math.min(longestWord, text.length - at); size === 0 && length > 1; length--)
      if (unspaced.has(text.slice(at, at + length))) size = length
    if (size === 0) {
      at++
      continue
    }
    flush(at)
    cut.push(part(word, text.slice(at, at + size)))
    at += size
    start = at
  }
  flush(text.length)
  return cut
}

function splitArticle(word: Word): Segment[] {
  const text = word.folded
  if (text.length < 5 || conceptOf(text) !== undefined) return [word]
  if (text.startsWith('عبدال') && text.length > 6) return [word]
  if (!text.startsWith('ال') || text.startsWith('الل') || text === 'الياس' || text === 'الهام') return [word]
  return [part(word, 'ال'), { ...word, text: word.text, folded: text.slice(2) }]
}
