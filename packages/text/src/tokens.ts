import type { NameMemory } from './memory.ts'
import { maxKeys, maxSpellings, type NameOf, type NameToken, type TokenKind, type Variant } from './name.ts'
import { numberOf, romanNumber } from './numbers.ts'
import type { Segment } from './segment.ts'
import { variantsOf } from './token-variants.ts'
import { conceptOf, isNumberMark, kindOfWord, phrases } from './word-kinds.ts'

const nothing: readonly never[] = []

/** The legal form or ship's prefix that starts here, as one token, and how many words it takes. */
export function phraseAt(
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

/** The tokens of a word where it stands: one, or none for a mark of a number, or an initial a letter. */
export function tokensAt(
  segments: readonly Segment[],
  at: number,
  nameOf: NameOf | undefined,
  memory: NameMemory | undefined,
): readonly NameToken[] {
  const word = segments[at]!
  const { text, folded, script } = word
  const value = numberAt(segments, at, nameOf)
  // John Smith III: the numeral of a person is a suffix, with its number.
  const kindOfNumber = nameOf === 'person' && /^[a-z]/.test(folded) ? 'suffix' : 'number'
  if (value !== undefined)
    return [{ text, folded, script, kind: kindOfNumber, value, spellings: nothing, keys: [numberKey(value)] }]
  if (isMarkOfNeighbour(segments, at, nameOf)) return nothing
  return tokensOf(word, wordKind(segments, at, nameOf), nameOf, memory)
}

/** The tokens of a word that is read alike wherever it stands; undefined for one that is not. */
export function tokensAlone(
  word: Segment,
  nameOf: NameOf | undefined,
  memory: NameMemory | undefined,
): readonly NameToken[] | undefined {
  const { folded } = word
  const doubtful =
    (nameOf !== 'person' && phrases.startsWith(folded)) ||
    numberOf(folded) !== undefined ||
    romanNumber(folded) !== undefined ||
    doubtfulRoman.has(folded) ||
    isNumberMark(folded) ||
    kindOfWord(folded, nameOf === 'person') !== undefined
  return doubtful ? undefined : tokensOf(word, 'word', nameOf, memory)
}

function tokensOf(
  word: Segment,
  kind: TokenKind,
  nameOf: NameOf | undefined,
  memory: NameMemory | undefined,
): readonly NameToken[] {
  const { text, folded, script } = word
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
