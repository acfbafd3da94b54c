import type { NameOf, NameToken, VariantMemory } from '@cordon/text'
import type { Steps } from '../steps.ts'
import { maxJoined, shortestJoined } from './align.ts'
import { type CompiledName, compileName } from './compiled-name.ts'
import { type HashPostings, NumberList } from './hash-postings.ts'
import { hintOf } from './hint.ts'
import { hash32 } from './keys.ts'
import { flag, ListedNames } from './listed-names.ts'
import { leading } from './term.ts'
import { Vocabulary } from './vocabulary.ts'
import { Ways } from './ways.ts'
import { WholeIndex } from './whole-index.ts'

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
  readonly names: ListedNames
  readonly owners: Uint32Array
  readonly vocabulary: Vocabulary
  /** The names that hold word `i` are `postings` from `offsets[i]` up to, not with, `offsets[i + 1]`. */
  readonly offsets: Uint32Array
  /** By posting, the name, ascending within a word, and what `hintOf` says of it. */
  readonly postings: Uint32Array
  readonly hints: Uint32Array
  /** The same by name. */
  readonly hintOf: Uint32Array
  /** Names by keys of the whole, by their words where none leads to them, and by their initials. */
  readonly byKey: HashPostings
  readonly byText: HashPostings
  readonly byAcronym: HashPostings
  /** Names by the words that come of neighbouring ones written together. */
  readonly byJoined: HashPostings
  readonly wholes: WholeIndex
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
  const read = new NamesRead()
  const memory: VariantMemory = new Map()
  for (const { text, nameOf, weak } of listed) {
    read.add(text, nameOf, weak, vocabulary, memory)
    yield
  }
  const { terms } = vocabulary
  const [nameOffsets, words] = [read.offsets.toArray(), read.words.toArray()]
  const hintOfName = read.hints.toArray()
  const { offsets, postings } = yield* invert(nameOffsets, words, terms.length)
  yield* vocabulary.close((id) => (listedIn ? listedIn(terms[id]!.token) : offsets[id + 1]! - offsets[id]!))
  const names = new ListedNames({
    texts: listed.map(({ text }) => text),
    terms,
    offsets: nameOffsets,
    words,
    keys: read.keys,
    flags: Uint8Array.from(read.flags),
  })
  return {
    names,
    owners: Uint32Array.from(listed, ({ owner }) => owner),
    vocabulary,
    offsets,
    postings,
    hints: postings.map((n) => hintOfName[n]!),
    hintOf: hintOfName,
    byKey: yield* read.byKey.postings(),
    byText: yield* read.byText.postings(),
    byAcronym: yield* read.byAcronym.postings(),
    byJoined: yield* read.byJoined.postings(),
    wholes: yield* WholeIndex.building(names.size, (n) => names.lettersOf(n)),
  }
}

/** Names as they are read, in lists that grow. */
class NamesRead {
  readonly offsets = new NumberList()
  readonly words = new NumberList()
  readonly hints = new NumberList()
  readonly keys = new Map<number, ReadonlyMap<string, number>>()
  readonly flags: number[] = []
  readonly byKey = new Ways()
  readonly byText = new Ways()
  readonly byAcronym = new Ways()
  readonly byJoined = new Ways()
  private count = 0

  constructor() {
    this.offsets.push(0)
  }

  add(
    text: string,
    nameOf: NameOf | undefined,
    weak: boolean,
    vocabulary: Vocabulary,
    memory: VariantMemory,
  ): void {
    const n = this.count++
    const shared = (token: NameToken) => {
      const id = vocabulary.add(token)
      this.words.push(id)
      return vocabulary.terms[id]!
    }
    const name = compileName(text, nameOf, weak, shared, memory)
    this.offsets.push(this.words.length)
    this.hints.push(hintOf(name, nameOf))
    this.flags.push((weak ? flag.weak : 0) | (name.comma ? flag.comma : 0))
    if (name.keys !== undefined) this.keys.set(n, name.keys)
    for (const key of name.keys?.keys() ?? []) this.byKey.add(hash32(key), n)
    if (!name.terms.some(({ kind }) => leading.has(kind))) this.byText.add(hash32(textKey(name)), n)
    const acronym = acronymOf(name)
    if (acronym.length >= 3) this.byAcronym.add(hash32(acronym), n)
    for (const text of joinedIn(name)) this.byJoined.add(hash32(text), n)
  }
}

/** From the words of names to the names of words; each name once a word. */
function* invert(
  nameOffsets: Uint32Array,
  words: Uint32Array,
  terms: number,
): Steps<{ offsets: Uint32Array; postings: Uint32Array }> {
  const offsets = new Uint32Array(terms + 1)
  const isFirst = (from: number, at: number) => words.indexOf(words[at]!, from) === at
  for (let n = 0; n + 1 < nameOffsets.length; n++) {
    if (n % 4096 === 0) yield
    for (let at = nameOffsets[n]!; at < nameOffsets[n + 1]!; at++)
      if (isFirst(nameOffsets[n]!, at)) offsets[words[at]! + 1]!++
  }
  for (let id = 0; id < terms; id++) offsets[id + 1]! += offsets[id]!
  const postings = new Uint32Array(offsets.at(-1)!)
  const next = offsets.slice()
  for (let n = 0; n + 1 < nameOffsets.length; n++) {
    if (n % 4096 === 0) yield
    for (let at = nameOffsets[n]!; at < nameOffsets[n + 1]!; at++)
      if (isFirst(nameOffsets[n]!, at)) postings[next[words[at]!]!++] = n
  }
  return { offsets, postings }
}

/** The folded words of a name, in order. */
export function textKey(name: CompiledName): string {
  return name.terms.map((term) => term.token.folded).join(' ')
}

/** What comes of neighbouring words of a name written as one. */
function* joinedIn({ terms }: CompiledName): Generator<string> {
  for (let start = 0; start + 1 < terms.length; start++) {
    let text = terms[start]!.text
    for (let at = start + 1; at < start + maxJoined && at < terms.length; at++) {
      text += terms[at]!.text
      if (text.length >= shortestJoined) yield text
    }
  }
}

/** The first letters of a name's words. */
export function acronymOf(name: CompiledName): string {
  let letters = ''
  for (const { kind, spellings } of name.terms)
    if (kind !== 'stop' && kind !== 'orgForm') letters += spellings[0]?.text[0] ?? ''
  return letters
}
