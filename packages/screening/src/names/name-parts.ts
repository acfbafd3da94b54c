import type { NameOf, NameToken, VariantMemory } from '@cordon/text'
import type { Steps } from '../steps.ts'
import { type NameOutline, outlineOf } from './bound.ts'
import { type CompiledName, compileName } from './compiled-name.ts'
import { DeleteIndex } from './delete-index.ts'
import { type Spelling, spellingOf } from './term.ts'
import { Vocabulary } from './vocabulary.ts'

/** A name to index, and whose it is. */
export interface ListedName {
  readonly text: string
  readonly nameOf: NameOf | undefined
  readonly weak: boolean
  /** Number of the entity that bears it. */
  readonly owner: number
}

/** What an index of names is made of. */
export interface NameParts {
  readonly names: readonly CompiledName[]
  readonly owners: Uint32Array
  readonly vocabulary: Vocabulary
  /** The names that hold word `i` are `postings` from `offsets[i]` up to, not with, `offsets[i + 1]`. */
  readonly offsets: Uint32Array
  readonly postings: Uint32Array
  /** The words of each name, in its order. */
  readonly ids: readonly Uint32Array[]
  readonly byKey: ReadonlyMap<string, readonly number[]>
  readonly byText: ReadonlyMap<string, readonly number[]>
  readonly byAcronym: ReadonlyMap<string, readonly number[]>
  readonly outlines: readonly NameOutline[]
  /** Whole names written as one word, and the names that each of them stands for. */
  readonly wholes: DeleteIndex
  readonly namesOfWhole: readonly (readonly number[])[]
}

/**
 * Reads listed names into the parts of an index, a few names a step.
 * @param listedIn how many names hold a word, where another index says so
 */
export function* readNameParts(
  listed: readonly ListedName[],
  listedIn?: (token: NameToken) => number,
): Steps<NameParts> {
  const vocabulary = new Vocabulary()
  const { names, words: ids } = yield* compileAll(listed, vocabulary)
  const words = ids.map((own) => new Set(own))
  const offsets = offsetsOf(words, vocabulary.terms.length)
  yield* vocabulary.close((id) =>
    listedIn ? listedIn(vocabulary.terms[id]!.token) : offsets[id + 1]! - offsets[id]!,
  )
  const ways = { byKey: new Map(), byText: new Map(), byAcronym: new Map() }
  const outlines: NameOutline[] = []
  for (const [n, name] of names.entries()) {
    addWays(ways, name, n)
    outlines.push(outlineOf(name))
    if (n % 64 === 0) yield
  }
  return {
    names,
    owners: Uint32Array.from(listed, ({ owner }) => owner),
    vocabulary,
    offsets,
    postings: postingsOf(words, offsets),
    ids,
    ...ways,
    outlines,
    ...(yield* indexWholes(names)),
  }
}

/** The names with their words shared, and for each the ids of its words, in its order. */
function* compileAll(
  listed: readonly ListedName[],
  vocabulary: Vocabulary,
): Steps<{ names: CompiledName[]; words: Uint32Array[] }> {
  const names: CompiledName[] = []
  const words: Uint32Array[] = []
  const memory: VariantMemory = new Map()
  for (const { text, nameOf, weak } of listed) {
    const own: number[] = []
    const shared = (token: NameToken) => {
      const id = vocabulary.add(token)
      own.push(id)
      return vocabulary.terms[id]!
    }
    names.push(compileName(text, nameOf, weak, shared, memory))
    words.push(Uint32Array.from(own))
    yield
  }
  return { names, words }
}

function offsetsOf(words: readonly ReadonlySet<number>[], terms: number): Uint32Array {
  const offsets = new Uint32Array(terms + 1)
  for (const own of words) for (const id of own) offsets[id + 1]!++
  for (let id = 0; id < terms; id++) offsets[id + 1]! += offsets[id]!
  return offsets
}

function postingsOf(words: readonly ReadonlySet<number>[], offsets: Uint32Array): Uint32Array {
  const postings = new Uint32Array(offsets.at(-1)!)
  const next = offsets.slice()
  words.forEach((own, n) => {
    for (const id of own) postings[next[id]!++] = n
  })
  return postings
}

function* indexWholes(
  names: readonly CompiledName[],
): Steps<{ wholes: DeleteIndex; namesOfWhole: number[][] }> {
  const ids = new Map<string, number>()
  const spellings: Spelling[] = []
  const namesOfWhole: number[][] = []
  for (const [n, { letters }] of names.entries()) {
    if (n % 64 === 0) yield
    if (letters.length < 6) continue
    const spelling = spellingOf(letters)
    const known = ids.get(spelling.text)
    if (known !== undefined) {
      namesOfWhole[known]!.push(n)
      continue
    }
    ids.set(spelling.text, spellings.length)
    spellings.push(spelling)
    namesOfWhole.push([n])
  }
  return { wholes: yield* DeleteIndex.building(spellings), namesOfWhole }
}

interface Ways {
  readonly byKey: Map<string, number[]>
  readonly byText: Map<string, number[]>
  readonly byAcronym: Map<string, number[]>
}

function addWays({ byKey, byText, byAcronym }: Ways, name: CompiledName, n: number): void {
  for (const key of name.keys?.keys() ?? []) push(byKey, key, n)
  push(byText, textKey(name), n)
  const acronym = acronymOf(name)
  if (acronym.length >= 3) push(byAcronym, acronym, n)
}

function push(map: Map<string, number[]>, key: string, n: number): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [n])
  else if (list.at(-1) !== n) list.push(n)
}

/** The folded words of a name, in order. */
export function textKey(name: CompiledName): string {
  return name.terms.map((term) => term.token.folded).join(' ')
}

/** The first letters of a name's words. */
export function acronymOf(name: CompiledName): string {
  let letters = ''
  for (const { kind, spellings } of name.terms)
    if (kind !== 'stop' && kind !== 'orgForm') letters += spellings[0]?.text[0] ?? ''
  return letters
}
