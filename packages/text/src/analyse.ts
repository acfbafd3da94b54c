import { lookalikesToLatin } from './confusables.data.ts'
import { readEastern } from './eastern.ts'
import { maxNameLength } from './fold.ts'
import {
  type AnalysedName,
  maxKeys,
  maxSpellings,
  type NameOf,
  type NameToken,
  type Variant,
} from './name.ts'
import { chineseKeys, hanKey, hanSurname } from './names/chinese.ts'
import { canonicalHangul, hangulSurname, hanjaName, koreanKeys } from './names/korean.ts'
import { numberOf, romanNumber } from './numbers.ts'
import { type Segment, segment } from './segment.ts'
import { type VariantMemory, variantsOf } from './token-variants.ts'
import { conceptOf, isNumberMark, kindOfWord, phrases } from './word-kinds.ts'
import { maxWords, wordsOf } from './words.ts'

const nothing: readonly Variant[] = []

/**
 * Takes a name apart for comparison: its words with what they do, all usual Latin spellings and keys of each, and keys
 * of the whole. `nameOf` tells what it names, where known: personal names have no legal forms, ships no titles. Any
 * string is accepted; work and output are bounded by `maxNameLength` and `maxWords`. Meant to run once a name; comparing
 * works on its result. `memory` spares the work for words seen before.
 */
export function analyseName(name: string, nameOf?: NameOf, memory?: VariantMemory): AnalysedName {
  const words = wordsOf(name)
  const segments = segment(words, nameOf).slice(0, maxWords)
  const tokens: NameToken[] = []
  for (let at = 0; at < segments.length; ) {
    const found = nameOf === 'person' ? undefined : phraseAt(segments, at, nameOf)
    if (found !== undefined) {
      tokens.push(found.token)
      at += found.length
    } else tokens.push(...tokensAt(segments, at++, nameOf, memory))
  }
  const lookalikes = words.flatMap((word) => word.lookalikes)
  const personal = nameOf === undefined || nameOf === 'person'
  const eastern = personal ? readEastern(name, segments, tokens) : undefined
  return {
    tokens: eastern === undefined ? withDisguises(tokens) : eastern.tokens,
    keys: eastern?.keys ?? (personal ? wholeKeys(tokens, segments) : nothing),
    mixedScript: lookalikes.length > 0,
    lookalikes,
    truncated: name.length > maxNameLength || words.length >= maxWords,
  }
}

function phraseAt(
  segments: readonly Segment[],
  at: number,
  nameOf: NameOf | undefined,
): { token: NameToken; length: number } | undefined {
  const found = phrases.match(segments, at)
  if (found === undefined || found.length === segments.length) return undefined
  const { value: meaning, length } = found
  const atEnd = at === 0 || at + length === segments.length
  const covered = segments.slice(at, at + length)
  const folded = covered.map((word) => word.folded).join(' ')
  if (meaning.kind === 'vesselPrefix') {
    if (at > 0 || (nameOf !== 'vessel' && !covered[0]!.abbreviated && folded.length < 8)) return undefined
  } else if (nameOf === 'vessel' || (/^[a-z]{1,2}$/.test(folded) && !atEnd && !covered[0]!.abbreviated))
    return undefined
  const token: NameToken = {
    text: covered.map((word) => word.text).join(' '),
    folded,
    script: covered[0]!.script,
    spellings: nothing,
    keys:
      meaning.form === undefined ? nothing : [{ text: `of:${meaning.form}`, cost: 0, reason: 'legal form' }],
    ...meaning,
  }
  return { token, length }
}

function tokensAt(
  segments: readonly Segment[],
  at: number,
  nameOf: NameOf | undefined,
  memory: VariantMemory | undefined,
): NameToken[] {
  const word = segments[at]!
  const { text, folded, script } = word
  const value = numberAt(segments, at, nameOf)
  // John Smith III: the numeral of a person is a suffix, with its number.
  const kindOfNumber = nameOf === 'person' && /^[a-z]/.test(folded) ? 'suffix' : 'number'
  if (value !== undefined)
    return [{ text, folded, script, kind: kindOfNumber, value, spellings: nothing, keys: [numberKey(value)] }]
  if (isMarkOfNeighbour(segments, at, nameOf)) return []
  const kind = wordKind(segments, at, nameOf)
  if (kind === 'word' && word.abbreviated && folded.length < 5 && nameOf === 'person')
    return [...folded].map((letter) => initial(letter, script))
  if (kind === 'word' && folded.length === 1 && script !== 'Hani' && script !== 'Hang')
    return [initial(folded, script)]
  const concept =
    kind === 'word' && nameOf !== 'person' && word.part === undefined ? conceptOf(folded) : undefined
  const { spellings, keys } = variantsOf(word, memory)
  if (concept === undefined) return [{ text, folded, script, kind, spellings, keys }]
  const translated = { text: concept.id, cost: script === 'Latn' ? 0.05 : 0.02, reason: 'translated word' }
  const others = spellings.filter((spelling) => spelling.text !== concept.id)
  return [
    {
      text,
      folded,
      script,
      kind: concept.generic ? 'generic' : 'word',
      concept: concept.id,
      spellings: (script === 'Latn' ? [...spellings.slice(0, 1), translated] : [translated, ...others])
        .filter((s, i, all) => all.findIndex((t) => t.text === s.text) === i)
        .slice(0, maxSpellings),
      keys: [{ text: `co:${concept.id}`, cost: 0.02, reason: 'translated word' }, ...keys].slice(0, maxKeys),
    },
  ]
}

/** "No." before a number, 호 and 号 after one. */
function isMarkOfNeighbour(segments: readonly Segment[], at: number, nameOf: NameOf | undefined): boolean {
  if (!isNumberMark(segments[at]!.folded)) return false
  const after = at + 1 < segments.length && numberAt(segments, at + 1, nameOf) !== undefined
  return (
    after || (segments[at]!.script !== 'Latn' && at > 0 && numberAt(segments, at - 1, nameOf) !== undefined)
  )
}

function initial(letter: string, script: NameToken['script']): NameToken {
  return { text: letter, folded: letter, script, kind: 'initial', spellings: nothing, keys: nothing }
}

function numberKey(value: number): Variant {
  return { text: `nu:${value}`, cost: 0, reason: 'number' }
}

const doubtfulRoman = new Set(['xi', 'vi', 'i', 'v', 'x', 'ix'])

/** Roman numerals count at the end of names; those that are also words or letters only there and not for people. */
function numberAt(segments: readonly Segment[], at: number, nameOf: NameOf | undefined): number | undefined {
  const { folded, script, abbreviated } = segments[at]!
  const value = numberOf(folded)
  if (value !== undefined) return nameOf === 'person' && /^[a-z]+$/.test(folded) ? undefined : value
  if (script !== 'Latn' || abbreviated || at === 0) return undefined
  const last = at === segments.length - 1
  if (doubtfulRoman.has(folded))
    return last && (nameOf === 'vessel' || nameOf === 'organization') ? romanNumber(folded) : undefined
  return romanNumber(folded)
}

const titlesAtEnd = new Set([
  'dr',
  'mr',
  'mrs',
  'phd',
  'md',
  'haji',
  'hajji',
  'mullah',
  'maulavi',
  'sheikh',
  'prof',
  'marshal',
  'general',
  'colonel',
  'president',
])

function wordKind(segments: readonly Segment[], at: number, nameOf: NameOf | undefined): NameToken['kind'] {
  const { folded, script, part } = segments[at]!
  if (part !== undefined || segments.length === 1) return 'word'
  const kind = kindOfWord(folded, nameOf === 'person')
  if (kind === undefined) return 'word'
  const last = at === segments.length - 1
  if (kind === 'title' && (nameOf === 'organization' || nameOf === 'vessel')) return 'word'
  if (kind === 'title' && last && script === 'Latn' && !titlesAtEnd.has(folded)) return 'word'
  if (kind === 'suffix' && (at === 0 || nameOf === 'vessel')) return 'word'
  if (kind === 'stop' && nameOf === 'person' && folded.length === 1) return 'word'
  return kind
}

/** A word wholly of letters that look Latin, in an otherwise Latin name, may be Latin in disguise. */
function withDisguises(tokens: readonly NameToken[]): readonly NameToken[] {
  if (!tokens.some((token) => token.script === 'Latn' && token.folded.length > 1)) return tokens
  return tokens.map((token) => {
    if ((token.script !== 'Cyrl' && token.script !== 'Grek') || token.kind !== 'word') return token
    let latin = ''
    for (const letter of token.folded) {
      const look = lookalikesToLatin[letter]
      if (look === undefined) return token
      latin += look
    }
    const spelling = { text: latin, cost: 0.1, reason: 'look-alike letters' }
    return { ...token, spellings: [...token.spellings.slice(0, maxSpellings - 1), spelling] }
  })
}

const asideKinds = new Set(['title', 'suffix', 'stop', 'number', 'orgForm', 'vesselPrefix'])

function readLatin(segments: readonly Segment[]): readonly Variant[] {
  if (segments.length > 4 || segments.some((word) => word.script !== 'Latn')) return nothing
  return latinKeysOf(segments.map((word) => word.folded))
}

function latinKeysOf(words: readonly string[]): Variant[] {
  return [...koreanKeys(words, 12), ...chineseKeys(words, 12)]
}

/** Keys of the whole name: Korean and Chinese names, from Hangul, Han or Latin. */
function wholeKeys(tokens: readonly NameToken[], segments: readonly Segment[]): readonly Variant[] {
  // Jae-in, Pan: words that are small in other languages are syllables here, so all words are tried as well.
  const all = readLatin(segments)
  if (all.length > 0) return all
  const parts = tokens.filter((token) => !asideKinds.has(token.kind))
  if (parts.length === 0 || parts.length > 4) return nothing
  const script = parts[0]!.script
  if (parts.some((token) => token.script !== script)) return nothing
  const words = parts.map((token) => token.folded)
  if (script === 'Latn') return words.length === segments.length ? nothing : latinKeysOf(words)
  const name = words.join('')
  if (script === 'Hang' && (hangulSurname(name) !== undefined || segments[0]!.part === 'surname'))
    return [{ text: `ko:${canonicalHangul(name)}`, cost: 0, reason: 'Hangul' }]
  if (script !== 'Hani') return nothing
  const keys: Variant[] = []
  const surname = hanSurname(name)
  if (surname !== undefined)
    keys.push({ text: hanKey(surname, name.slice(surname.length)), cost: 0, reason: 'pinyin' })
  const korean = hanjaName(name)
  if (korean !== undefined) keys.push({ text: `ko:${korean}`, cost: 0.05, reason: 'Korean reading of Hanja' })
  return keys
}
