import { analyseName, type NameOf, type NameToken, type VariantMemory } from '@cordon/text'
import { finish, type Steps } from '../steps.ts'
import { bestOf, boundOf, type NameOutline, outlineOf } from './bound.ts'
import { type CompiledName, compileName } from './compiled-name.ts'
import type { DeleteIndex } from './delete-index.ts'
import type { NameKind } from './features.ts'
import { MetWords } from './met-words.ts'
import { acronymOf, type ListedName, type NameParts, readNameParts, textKey } from './name-parts.ts'
import { leading, spellingOf } from './term.ts'
import type { Vocabulary } from './vocabulary.ts'

export type { ListedName } from './name-parts.ts'

/**
 * The listed names, and the way from a name to all those it could be taken for. Words lead to names through typed
 * arrays; names whose bound can't reach the cutoff are never looked at.
 */
export class NameIndex {
  readonly names: readonly CompiledName[]
  /** The entity that bears each name. */
  readonly owners: Uint32Array
  private readonly vocabulary: Vocabulary
  private readonly offsets: Uint32Array
  private readonly postings: Uint32Array
  private readonly byKey: ReadonlyMap<string, readonly number[]>
  private readonly byText: ReadonlyMap<string, readonly number[]>
  private readonly byAcronym: ReadonlyMap<string, readonly number[]>
  private readonly outlines: readonly NameOutline[]
  private readonly wholes: DeleteIndex
  private readonly namesOfWhole: readonly (readonly number[])[]
  /** Weight met, of the query's words and of the name's, side by side for each name. */
  private readonly masses: Float64Array
  private readonly lastWord: Uint32Array
  private readonly touched: Uint32Array
  /** How the words of the last query of `candidates` meet the listed ones. */
  readonly met: MetWords
  /** The words of each name in the vocabulary. */
  readonly ids: readonly Uint32Array[]
  private readonly memory: VariantMemory = new Map()
  private count = 0
  /** Looked-up words are numbered through all queries; those of the query at hand come after `before`. */
  private word = 0
  private before = 0

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
    this.names = parts.names
    this.owners = parts.owners
    this.vocabulary = parts.vocabulary
    this.offsets = parts.offsets
    this.postings = parts.postings
    this.byKey = parts.byKey
    this.byText = parts.byText
    this.byAcronym = parts.byAcronym
    this.outlines = parts.outlines
    this.wholes = parts.wholes
    this.namesOfWhole = parts.namesOfWhole
    this.ids = parts.ids
    this.met = new MetWords(parts.vocabulary.terms)
    this.masses = new Float64Array(this.names.length * 2)
    this.lastWord = new Uint32Array(this.names.length)
    this.touched = new Uint32Array(this.names.length)
  }

  /** How many names hold a word. */
  private listed(token: NameToken): number {
    const id = this.vocabulary.idOf(token)
    return id === undefined ? 0 : this.offsets[id + 1]! - this.offsets[id]!
  }

  /** Reads a name with the weights that its words have in these lists. */
  compile(text: string, nameOf: NameOf | undefined, weak = false): CompiledName {
    return compileName(
      text,
      nameOf,
      weak,
      (token) => {
        const id = this.vocabulary.idOf(token)
        return id === undefined ? this.vocabulary.unlisted(token) : this.vocabulary.terms[id]!
      },
      this.memory,
    )
  }

  /**
   * Calls back with every name that may reach `cutoff` (log-odds) against the query, and with some that don't; with
   * each, log-odds that it can't exceed.
   * @param kind what the query names, where known: tighter bounds for persons
   */
  candidates(
    query: CompiledName,
    cutoff: number,
    kind: NameKind,
    found: (name: number, bound: number) => void,
  ): void {
    this.begin()
    this.met.begin(query)
    this.whole(query)
    this.joined(query)
    const outline = outlineOf(query)
    const best = bestOf(kind)
    // Rare words first: once the words that are left can't carry a name alone, they need not lead to new ones.
    const places = query.terms
      .map((_, i) => i)
      .filter((i) => leading.has(query.terms[i]!.kind))
      .sort((i, j) => query.terms[j]!.weight - query.terms[i]!.weight)
    let rest = outline.leadingWeight
    let left = places.length
    for (const place of places) {
      const term = query.terms[place]!
      if (boundOf(best, outline.leadingWeight - rest, query.weight, 0, query.weight) < cutoff) break
      this.word++
      const near = this.vocabulary.near(term)
      this.met.note(place, near)
      let heaviest = 0
      for (const { id } of near) heaviest = Math.max(heaviest, this.vocabulary.terms[id]!.weight)
      for (const { id } of near) {
        const end = this.offsets[id + 1]!
        for (let at = this.offsets[id]!; at < end; at++) this.touch(this.postings[at]!, term.weight, heaviest)
      }
      rest -= term.weight
      left--
    }
    const light = this.nearLight(query)
    for (let k = 0; k < this.count; k++) {
      const n = this.touched[k]!
      const lightly = light.size > 0 ? this.metLightly(n, light) : 0
      const bound = this.may(n, outline, best, rest, left, lightly)
      if (bound >= cutoff) found(n, bound)
    }
  }

  /** Listed words that a particle or title of the query may meet: AL is one letter from ALI. */
  private nearLight(query: CompiledName): ReadonlySet<number> {
    const light = new Set<number>()
    query.terms.forEach((term, place) => {
      if (leading.has(term.kind) || term.kind === 'initial') return
      const near = this.vocabulary.near(term)
      this.met.note(place, near)
      for (const { id } of near) if (leading.has(this.vocabulary.terms[id]!.kind)) light.add(id)
    })
    return light
  }

  /** Weight of the words of a name that light words of the query may meet. */
  private metLightly(n: number, light: ReadonlySet<number>): number {
    let weight = 0
    for (const id of this.ids[n]!) if (light.has(id)) weight += this.vocabulary.terms[id]!.weight
    return weight
  }

  /**
   * The bound of a touched name. `rest` and `left`: weight and number of the query's words not looked up; `lightly`:
   * weight of the name's words that light ones of the query may meet.
   */
  private may(
    n: number,
    query: NameOutline,
    best: number,
    rest: number,
    left: number,
    lightly: number,
  ): number {
    const name = this.outlines[n]!
    if (this.masses[2 * n] === Infinity) return Infinity
    const free = query.mayAbbreviate || name.mayAbbreviate
    if (free) return boundOf(best, 0, query.weight, 0, name.weight)
    // An initial may meet a word that no look-up led to.
    const unmetQuery = query.leadingWeight - this.masses[2 * n]! - rest - name.initials
    const unmetName = name.leadingWeight - this.masses[2 * n + 1]! - left - query.initials - lightly
    return boundOf(best, Math.max(0, unmetQuery), query.weight, Math.max(0, unmetName), name.weight)
  }

  private begin(): void {
    this.count = 0
    if (this.word > 0xf0000000) {
      this.lastWord.fill(0)
      this.word = 0
    }
    this.before = this.word++
  }

  /** Notes that a word of the query weighing `weight` meets a word of name `n` weighing at most `nameWeight`. */
  private touch(n: number, weight: number, nameWeight: number): void {
    const last = this.lastWord[n]!
    if (last === this.word) return
    this.lastWord[n] = this.word
    if (last <= this.before) {
      this.touched[this.count++] = n
      this.masses[2 * n] = weight
      this.masses[2 * n + 1] = nameWeight
      return
    }
    this.masses[2 * n]! += weight
    this.masses[2 * n + 1]! += nameWeight
  }

  /** Names that the query meets as a whole: by a key, letter for letter, cut elsewhere, or by initials. */
  private whole(query: CompiledName): void {
    for (const key of query.keys?.keys() ?? [])
      for (const n of this.byKey.get(key) ?? none) this.touch(n, Infinity, Infinity)
    for (const n of this.byText.get(textKey(query)) ?? none) this.touch(n, Infinity, Infinity)
    // Names of eight letters on the longer side may differ by two.
    if (query.letters.length >= 6)
      this.wholes.near(spellingOf(query.letters), (id) => {
        for (const n of this.namesOfWhole[id]!) this.touch(n, Infinity, Infinity)
      })
    for (const term of query.terms) {
      if (term.kind !== 'word' || term.spellings.length === 0) continue
      for (const n of this.byAcronym.get(term.spellings[0]!.text) ?? none) this.touch(n, Infinity, Infinity)
    }
    const acronym = acronymOf(query)
    if (acronym.length < 3) return
    for (const id of this.vocabulary.spelt(acronym)) this.eachOf(id, (n) => this.touch(n, Infinity, Infinity))
  }

  /** Names of which the query joins words, or splits them. */
  private joined(query: CompiledName): void {
    const texts = query.terms.map((term) => term.spellings[0]?.text ?? term.token.folded)
    for (let start = 0; start + 1 < texts.length; start++)
      for (let length = 2; length <= 3 && start + length <= texts.length; length++) {
        this.word++
        const weight = query.terms.slice(start, start + length).reduce((sum, term) => sum + term.weight, 0)
        for (const id of this.vocabulary.spelt(texts.slice(start, start + length).join('')))
          this.eachOf(id, (n) => this.touch(n, weight, 1))
      }
    query.terms.forEach((term, i) => {
      this.word++
      if (term.kind === 'number' || texts[i]!.length < 4) return
      this.split(texts[i]!, 2, (n) => this.touch(n, term.weight, 3))
    })
  }

  /** Names in which the parts of a word stand on their own. */
  private split(text: string, partsLeft: number, touch: (n: number) => void): void {
    for (let cut = 1; cut < text.length; cut++) {
      const left = this.vocabulary.spelt(text.slice(0, cut))
      if (left.length === 0) continue
      const right = this.vocabulary.spelt(text.slice(cut))
      for (const l of left) for (const r of right) this.both(l, r, touch)
      if (partsLeft > 1 && right.length === 0) this.splitRest(left, text.slice(cut), touch)
    }
  }

  private splitRest(left: readonly number[], text: string, touch: (n: number) => void): void {
    for (let cut = 1; cut < text.length; cut++) {
      const middle = this.vocabulary.spelt(text.slice(0, cut))
      if (middle.length === 0 || this.vocabulary.spelt(text.slice(cut)).length === 0) continue
      for (const l of left) for (const m of middle) this.both(l, m, touch)
    }
  }

  /** Names that hold both terms. */
  private both(a: number, b: number, touch: (n: number) => void): void {
    const sizeOf = (id: number) => this.offsets[id + 1]! - this.offsets[id]!
    const [few, many] = sizeOf(a) <= sizeOf(b) ? [a, b] : [b, a]
    const other = this.vocabulary.terms[many]!
    this.eachOf(few, (n) => {
      if (this.names[n]!.terms.includes(other)) touch(n)
    })
  }

  private eachOf(term: number, found: (name: number) => void): void {
    for (let at = this.offsets[term]!; at < this.offsets[term + 1]!; at++) found(this.postings[at]!)
  }

  /** Names that hold all of these words; the last may be unfinished. For a search box. */
  search(text: string): number[] {
    const words = analyseName(text).tokens.map((token) => token.spellings[0]?.text ?? token.folded)
    const last = words.pop()
    if (last === undefined) return []
    let found: Set<number> | undefined
    const narrow = (ids: readonly number[]) => {
      const next = new Set<number>()
      for (const id of ids)
        this.eachOf(id, (n) => {
          if (found === undefined || found.has(n)) next.add(n)
        })
      found = next
    }
    for (const word of words) narrow(this.vocabulary.spelt(word))
    narrow(this.vocabulary.beginning(last))
    return [...(found ?? [])]
  }
}

const none: readonly number[] = []
