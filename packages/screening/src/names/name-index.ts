import { analyseName, type NameOf, type NameToken, type VariantMemory } from '@cordon/text'
import { finish, type Steps } from '../steps.ts'
import { bestOf, boundOf, mostUnmetBeside, type NameOutline, outlineOf } from './bound.ts'
import { type CompiledName, compileName } from './compiled-name.ts'
import type { NameKind } from './features.ts'
import type { HashPostings } from './hash-postings.ts'
import { hash32 } from './keys.ts'
import type { ListedNames } from './listed-names.ts'
import { MetWords } from './met-words.ts'
import { acronymOf, type ListedName, type NameParts, readNameParts, textKey } from './name-parts.ts'
import { initialsOf, isFree, isPlain, leadingOf, weightIn } from './outline.ts'
import { mostSieved } from './spelling-sieve.ts'
import { leading } from './term.ts'
import { Touched } from './touched.ts'
import type { Vocabulary } from './vocabulary.ts'

export type { ListedName } from './name-parts.ts'

/**
 * The listed names, and the way from a name to all those it could be taken for. Words lead to names through typed
 * arrays; names whose bound can't reach the cutoff are never looked at.
 */
export class NameIndex {
  readonly names: ListedNames
  /** The entity that bears each name. */
  readonly owners: Uint32Array
  /** How the words of the last query of `candidates` meet the listed ones. */
  readonly met: MetWords
  /** What the last `candidates` found: names, and log-odds that each can't exceed; the first `count` are its own. */
  found = new Uint32Array(1024)
  bounds = new Float64Array(1024)
  count = 0
  private readonly parts: NameParts
  private readonly vocabulary: Vocabulary
  private readonly touched = new Touched()
  private readonly splits = new Map<string, readonly number[]>()
  private readonly memory: VariantMemory = new Map()
  /** Listed words that light words of the query at hand may meet, and by word what each weighs. */
  private readonly light: number[] = []
  private readonly lightWeights: Float64Array
  /** Looked-up words of the query at hand are numbered. */
  private word = 0

  /** Builds the index at once; see `building`. */
  static build(listed: readonly ListedName[], weighedAs?: NameIndex): NameIndex {
    return finish(NameIndex.building(listed, weighedAs))
  }

  /**
   * Builds the index in steps.
   * @param weighedAs an index whose words' weights count here too, so that a delta scores like the whole
   */
  static *building(listed: readonly ListedName[], weighedAs?: NameIndex): Steps<NameIndex> {
    return new NameIndex(yield* readNameParts(listed, weighedAs && ((token) => weighedAs.listed(token))))
  }

  private constructor(parts: NameParts) {
    this.parts = parts
    this.names = parts.names
    this.owners = parts.owners
    this.vocabulary = parts.vocabulary
    this.met = new MetWords(parts.vocabulary.terms)
    this.lightWeights = new Float64Array(parts.vocabulary.terms.length)
  }

  /** How many names hold a word. */
  private listed(token: NameToken): number {
    const id = this.vocabulary.idOf(token)
    return id === undefined ? 0 : this.parts.offsets[id + 1]! - this.parts.offsets[id]!
  }

  /** Reads a name with the weights that its words have in these lists. */
  compile(text: string, nameOf: NameOf | undefined, weak = false): CompiledName {
    return compileName(text, nameOf, weak, this.termOf, this.memory)
  }

  private readonly termOf = (token: NameToken) => this.vocabulary.termOf(token)

  /**
   * Fills `found` and `bounds` with every name that may reach `cutoff` (log-odds) against the query, and some that
   * don't; returns how many. Read them before the next query.
   * @param kind what the query names, where known: tighter bounds for persons
   */
  candidates(query: CompiledName, cutoff: number, kind: NameKind): number {
    this.touched.begin()
    this.word = 0
    this.met.begin(query)
    this.whole(query)
    this.joined(query)
    const outline = outlineOf(query)
    const best = bestOf(kind)
    const { rest, left } = this.byWords(query, outline, best, cutoff)
    this.collect(query, outline, best, cutoff, rest, left)
    return this.count
  }

  /**
   * Touches the names that the query's words lead to, rare words first: once the words that are left can't carry a name
   * alone, they need not lead to new ones. Returns their weight and number.
   */
  private byWords(
    query: CompiledName,
    outline: NameOutline,
    best: number,
    cutoff: number,
  ): { rest: number; left: number } {
    const places: number[] = []
    for (let i = 0; i < query.terms.length; i++) if (leading.has(query.terms[i]!.kind)) places.push(i)
    places.sort((i, j) => query.terms[j]!.weight - query.terms[i]!.weight)
    let rest = outline.leadingWeight
    let left = places.length
    const lightWords = query.terms.length - left - outline.initials
    for (const place of places) {
      const unmet = outline.leadingWeight - rest
      if (boundOf(best, unmet, query.weight, 0, query.weight) < cutoff) break
      const { weight } = query.terms[place]!
      const longest = outline.mayAbbreviate
        ? Infinity
        : left + outline.initials + lightWords + mostUnmetBeside(best, unmet, query.weight, cutoff)
      this.byWord(query, place, weight, longest)
      rest -= weight
      left--
    }
    return { rest, left }
  }

  /** Touches the names that hold a word near one of the query, but for those too long to be new. */
  private byWord(query: CompiledName, place: number, weight: number, longest: number): void {
    const { touched } = this
    const { offsets, postings, outlines } = this.parts
    const near = this.vocabulary.near(query.terms[place]!)
    this.met.note(place, near)
    const word = ++this.word
    for (let k = 0; k < near.ids.length; k++) {
      const id = near.ids[k]!
      const end = offsets[id + 1]!
      for (let at = offsets[id]!; at < end; at++) {
        const outline = outlines[at]!
        if (leadingOf(outline) > longest && isPlain(outline) && !touched.has(postings[at]!)) continue
        touched.touch(postings[at]!, outline, word, weight, near.heaviest)
      }
    }
  }

  /** Keeps the touched names whose bound reaches the cutoff. */
  private collect(
    query: CompiledName,
    outline: NameOutline,
    best: number,
    cutoff: number,
    rest: number,
    left: number,
  ): void {
    const { touched } = this
    const lightWords = this.markLight(query)
    this.count = 0
    for (let k = 0; k < touched.count; k++) {
      const slot = touched.slots[k]!
      const n = touched.names[slot]! - 1
      // Most names stay below even if every light word met one of theirs.
      let bound = this.may(slot, outline, query.weight, best, rest, left, lightWords)
      if (bound < cutoff) continue
      if (lightWords > 0 && bound < Infinity) {
        const lightly = Math.min(lightWords, this.metLightly(n))
        bound = this.may(slot, outline, query.weight, best, rest, left, lightly)
        if (bound < cutoff) continue
      }
      this.keep(n, bound)
    }
  }

  private keep(n: number, bound: number): void {
    if (this.count === this.found.length) {
      const found = new Uint32Array(this.count * 2)
      found.set(this.found)
      this.found = found
      const bounds = new Float64Array(this.count * 2)
      bounds.set(this.bounds)
      this.bounds = bounds
    }
    this.found[this.count] = n
    this.bounds[this.count++] = bound
  }

  /** Marks listed words that a particle or title of the query may meet: AL is one letter from ALI. */
  private markLight(query: CompiledName): number {
    const { lightWeights, vocabulary } = this
    for (const id of this.light) lightWeights[id] = 0
    this.light.length = 0
    let words = 0
    for (let place = 0; place < query.terms.length; place++) {
      const term = query.terms[place]!
      if (leading.has(term.kind) || term.kind === 'initial') continue
      words++
      const near = vocabulary.near(term)
      this.met.note(place, near)
      for (let k = 0; k < near.ids.length; k++) {
        const id = near.ids[k]!
        if (!leading.has(vocabulary.terms[id]!.kind) || lightWeights[id] !== 0) continue
        lightWeights[id] = vocabulary.terms[id]!.weight
        this.light.push(id)
      }
    }
    return this.light.length === 0 ? 0 : words
  }

  /** Weight of the words of a name that light words of the query may meet. */
  private metLightly(n: number): number {
    const { offsets, words } = this.names
    let weight = 0
    for (let k = offsets[n]!; k < offsets[n + 1]!; k++) weight += this.lightWeights[words[k]!]!
    return weight
  }

  /**
   * The bound of a touched name. `rest` and `left`: weight and number of the query's words not looked up; `lightly`:
   * weight of the name's words that light ones of the query may meet.
   */
  private may(
    slot: number,
    query: NameOutline,
    queryWeight: number,
    best: number,
    rest: number,
    left: number,
    lightly: number,
  ): number {
    const { touched } = this
    if (touched.mass[slot] === Infinity) return Infinity
    const outline = touched.outlines[slot]!
    const weight = weightIn(outline)
    if (query.mayAbbreviate || isFree(outline)) return boundOf(best, 0, queryWeight, 0, weight)
    // An initial may meet a word that no look-up led to.
    const unmetQuery = query.leadingWeight - touched.mass[slot]! - rest - initialsOf(outline)
    const unmetName = leadingOf(outline) - touched.nameMass[slot]! - left - query.initials - lightly
    return boundOf(best, Math.max(0, unmetQuery), queryWeight, Math.max(0, unmetName), weight)
  }

  /** Names that the query meets as a whole: by a key, letter for letter, cut elsewhere, or by initials. */
  private whole(query: CompiledName): void {
    const { byKey, byText, byAcronym, wholes } = this.parts
    for (const key of query.keys?.keys() ?? []) this.touchAll(byKey, hash32(key))
    this.touchAll(byText, hash32(textKey(query)))
    wholes.near(query.letters, this.touchWhole)
    for (const { kind, spellings } of query.terms)
      if (kind === 'word' && spellings.length > 0) this.touchAll(byAcronym, hash32(spellings[0]!.text))
    const acronym = acronymOf(query)
    if (acronym.length < 3) return
    this.vocabulary.spelt(acronym, (id) => this.touchHolders(id, Infinity, Infinity))
  }

  private touchAll(postings: HashPostings, hash: number): void {
    const end = postings.end(hash)
    for (let place = postings.begin(hash); place < end; place++) this.touchWhole(postings.at(place))
  }

  private readonly touchWhole = (n: number) =>
    this.touched.touch(n, this.parts.outlineOf[n]!, 0, Infinity, Infinity)

  /** Touches the names that hold a listed word. */
  private touchHolders(id: number, weight: number, nameWeight: number): void {
    const { offsets, postings, outlines } = this.parts
    for (let at = offsets[id]!; at < offsets[id + 1]!; at++)
      this.touched.touch(postings[at]!, outlines[at]!, this.word, weight, nameWeight)
  }

  /** Names of which the query joins words, or splits them. */
  private joined(query: CompiledName): void {
    const { terms } = query
    for (let start = 0; start + 1 < terms.length; start++) {
      let text = terms[start]!.text
      let weight = terms[start]!.weight
      for (let at = start + 1; at < start + 3 && at < terms.length; at++) {
        text += terms[at]!.text
        weight += terms[at]!.weight
        this.word++
        this.vocabulary.spelt(text, (id) => this.touchHolders(id, weight, 1))
      }
    }
    for (const { kind, text, weight } of terms) {
      this.word++
      if (kind === 'number' || text.length < 4 || text.length > mostSieved) continue
      for (const n of this.namesSplit(text))
        this.touched.touch(n, this.parts.outlineOf[n]!, this.word, weight, 3)
    }
  }

  /** Names in which the parts of a word stand on their own. What was found is remembered. */
  private namesSplit(text: string): readonly number[] {
    const known = this.splits.get(text)
    if (known !== undefined) return known
    const names = this.split(text)
    if (this.splits.size >= mostSplits) this.splits.clear()
    this.splits.set(text, names)
    return names
  }

  /** Two parts that are both listed, or three. */
  private split(text: string): readonly number[] {
    const { length } = text
    const sieve = this.vocabulary.sieve(text)
    const found: number[] = []
    for (let cut = 1; cut < length; cut++) {
      if (!sieve.may(0, cut)) continue
      const left = text.slice(0, cut)
      if (sieve.may(cut, length)) this.together(left, text.slice(cut), found)
      for (let second = cut + 1; second < length; second++)
        if (sieve.may(cut, second) && sieve.may(second, length))
          this.together(left, text.slice(cut, second), found)
    }
    return found
  }

  /** Adds the names that hold two words with these spellings. */
  private together(left: string, right: string, found: number[]): void {
    this.vocabulary.spelt(left, (l) => this.vocabulary.spelt(right, (r) => this.both(l, r, found)))
  }

  private both(a: number, b: number, found: number[]): void {
    const { offsets, postings } = this.parts
    let [i, j] = [offsets[a]!, offsets[b]!]
    const [endA, endB] = [offsets[a + 1]!, offsets[b + 1]!]
    while (i < endA && j < endB) {
      const [left, right] = [postings[i]!, postings[j]!]
      if (left === right) {
        found.push(left)
        i++
        j++
      } else if (left < right) i++
      else j++
    }
  }

  /** Names that hold all of these words; the last may be unfinished. For a search box. */
  search(text: string): number[] {
    const words = analyseName(text).tokens.map((token) => token.spellings[0]?.text ?? token.folded)
    const last = words.pop()
    if (last === undefined) return []
    let found: Set<number> | undefined
    const narrow = (ids: readonly number[]) => {
      const { offsets, postings } = this.parts
      const next = new Set<number>()
      for (const id of ids)
        for (let at = offsets[id]!; at < offsets[id + 1]!; at++) {
          const n = postings[at]!
          if (found === undefined || found.has(n)) next.add(n)
        }
      found = next
    }
    for (const word of words) {
      const ids: number[] = []
      this.vocabulary.spelt(word, (id) => ids.push(id))
      narrow(ids)
    }
    narrow(this.vocabulary.beginning(last))
    return [...(found ?? [])]
  }
}

/** Words whose splits are remembered. */
const mostSplits = 20_000
