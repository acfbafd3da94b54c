import { foldWord } from './fold.ts'
import { lexicon } from './lexicon.data.ts'
import { borrowedWords } from './lexicon-borrowed.data.ts'
import { tradeWords } from './lexicon-trades.data.ts'
import type { TokenKind } from './name.ts'
import { organisationForms, vesselPrefixes } from './organisation-forms.data.ts'
import { numberMarks, particles, stopWords, suffixes, titles } from './person-words.data.ts'
import { PhraseTable } from './phrases.ts'
import { chinesePlaces } from './places.data.ts'
import { wordsOf } from './words.ts'

/** What a phrase of the tables is. */
export interface Meaning {
  readonly kind: TokenKind
  readonly form?: string
  readonly formGroup?: string
}

/** Phrases that are a legal form or a ship's prefix. */
export const phrases = new PhraseTable<Meaning>()
/** Legal forms and words in Han, Kana and Hangul, which are written without spaces. */
export const unspaced = new Set<string>()
const syllabic = /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Katakana}ー]+$/u

for (const line of organisationForms.trim().split('\n')) {
  const [name, list] = line.split(': ') as [string, string]
  const [form, formGroup] = name.split(' ') as [string, string]
  for (const phrase of list.split(';')) {
    phrases.add(phrase, { kind: 'orgForm', form, formGroup })
    if (syllabic.test(phrase.trim())) unspaced.add(phrase.trim())
  }
}
for (const line of vesselPrefixes.split(';')) {
  const words = line.trim().split(/\s+/)
  phrases.add(line, { kind: 'vesselPrefix' })
  if (words[0]!.length > 1) phrases.add(words[0]!, { kind: 'vesselPrefix' })
}

const kinds = new Map<string, TokenKind>()
// Written with a dot in the tables: titles of people, but ordinary words elsewhere (general, shah).
const kindsOfPeople = new Map<string, TokenKind>()
const list = (text: string, kind: TokenKind): void => {
  for (const word of text.trim().split(/\s+/)) {
    const folded = wordsOf(word)
      .map((w) => w.folded)
      .join('')
    const table = word.endsWith('.') && word.length > 2 ? kindsOfPeople : kinds
    if (folded !== '' && !table.has(folded)) table.set(folded, kind)
  }
}
list(stopWords, 'stop')
list(particles, 'particle')
list(titles, 'title')
list(suffixes, 'suffix')

/** The kind of a folded word that is a title, suffix, particle or stop word; undefined for others. */
export function kindOfWord(folded: string, ofPerson: boolean): TokenKind | undefined {
  return kinds.get(folded) ?? (ofPerson ? kindsOfPeople.get(folded) : undefined)
}

const marks = new Set(numberMarks.split(' ').map((word) => foldWord(word).text))

/** Words that only announce a number: No., Nr, №, 호. */
export function isNumberMark(folded: string): boolean {
  return marks.has(folded)
}

/** A concept that lists translate. */
export interface Concept {
  readonly id: string
  readonly generic: boolean
}

const exact = new Map<string, Concept>()
const stems = new Map<string, Concept>()
for (const line of `${lexicon.trim()}\n${tradeWords.trim()}\n${borrowedWords.trim()}`.split('\n')) {
  const [head, words] = line.split(':') as [string, string]
  const concept: Concept = { id: head.replace(/[!23]/g, ''), generic: head.endsWith('!') }
  for (const word of words.trim().split(/\s+/)) {
    const stem = word.endsWith('*')
    const folded = foldWord(word.replace('*', '')).text
    const table = stem ? stems : exact
    if (folded !== '' && !table.has(folded)) table.set(folded, concept)
    if (!stem && syllabic.test(folded)) unspaced.add(folded)
  }
}

for (const place of chinesePlaces.trim().split(/\s+/)) unspaced.add(place)

/** The concept of a folded word, also inside its inflections and after the Arabic article and prepositions. */
export function conceptOf(folded: string): Concept | undefined {
  const known = exact.get(folded)
  if (known !== undefined) return known
  const code = folded.charCodeAt(0)
  // English plurals.
  if (code < 0x80 && folded.length > 4 && folded.endsWith('s')) return exact.get(folded.slice(0, -1))
  if (code >= 0x400 && code <= 0x52f) return conceptOfStem(folded)
  if (code >= 0x600 && code <= 0x77f) {
    for (const prefix of ['ال', 'لل', 'وال', 'بال', 'و', 'ل'])
      if (folded.length > prefix.length + 2 && folded.startsWith(prefix)) {
        const rest = exact.get(folded.slice(prefix.length))
        if (rest !== undefined) return rest
      }
  }
  return undefined
}

function conceptOfStem(folded: string): Concept | undefined {
  for (let length = folded.length; length >= 3; length--) {
    const concept = stems.get(folded.slice(0, length))
    if (concept !== undefined) return folded.length - length <= 12 ? concept : undefined
  }
  return undefined
}
