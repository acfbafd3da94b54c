import { analyseName, type NameOf, type NameToken, type VariantMemory } from '@cordon/text'
import { finish, type Steps } from '../steps.ts'
import { bestOf, boundOf, mostUnmetBeside, type NameOutline, outlineOf } from './bound.ts'
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
  private readonly wholes: DeleteIndex
  private readonly namesOfWhole: readonly (readonly number[])[]
  /** What the query at hand and its bound need of each name, side by side, since memory is the limit: see `cell`. */
  private readonly cells: Float64Array
  /** For each posting the leading weight of its name, which tells in passing that a name is too long; 0 where it doesn't. */
  private readonly sizes: Float32Array
  /** One bit a name: touched by the query at hand. */
  private readonly isTouched: Uint32Array
  private readonly touched: Uint32Array
  /** How the words of the last query of `candidates` meet the listed ones. */
  readonly met: MetWords
  /** The words of each name in the vocabulary. */
  readonly ids: readonly Uint32Array[]
  private readonly splits = new Map<string, readonly number[]>()
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
    this.wholes = parts.wholes
    this.namesOfWhole = parts.namesOfWhole
    this.ids = parts.ids
    this.met = new MetWords(parts.vocabulary.terms)
    this.cells = new Float64Array(this.names.length * cell.size)
    for (const [n, outline] of parts.outlines.entries()) {
      const { weight, leadingWeight, initials, mayAbbreviate } = outline
      this.cells.set([weight, leadingWeight, initials, mayAbbreviate ? 1 : 0], n * cell.size + cell.weight)
    }
    this.sizes = Float32Array.from(this.postings, (n) => {
      const at = n * cell.size
      const meetsAny = this.cells[at + cell.initials]! > 0 || this.cells[at + cell.mayAbbreviate] === 1
      return meetsAny ? 0 : this.cells[at + cell.leading]! - 1e-6
    })
    this.isTouched = new Uint32Array((this.names.length >> 5) + 1)
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
    const lightWords = query.terms.length - left - outline.initials
    for (const place of places) {
      const term = query.terms[place]!
      if (boundOf(best, outline.leadingWeight - rest, query.weight, 0, query.weight) < cutoff) break
      const unmet = outline.leadingWeight - rest
      const longest = outline.mayAbbreviate
        ? Infinity
        : left + outline.initials + lightWords + mostUnmetBeside(best, unmet, query.weight, cutoff)
      this.word++
      const near = this.vocabulary.near(term)
      this.met.note(place, near)
      let heaviest = 0
      for (const { id } of near) heaviest = Math.max(heaviest, this.vocabulary.terms[id]!.weight)
      for (const { id } of near) {
        const end = this.offsets[id + 1]!
        for (let at = this.offsets[id]!; at < end; at++) {
          const n = this.postings[at]!
          if (this.sizes[at]! > longest && (this.isTouched[n >> 5]! & (1 << (n & 31))) === 0) continue
          this.touch(n, term.weight, heaviest)
        }
      }
      rest -= term.weight
      left--
    }
    const light = this.nearLight(query)
    let passed = 0
    for (let k = 0; k < this.count; k++) {
      const n = this.touched[k]!
      this.isTouched[n >> 5] = 0
      // Most names stay below even if every light word met one of theirs.
      const most = light.size > 0 ? lightWords : 0
      let bound = this.may(n, outline, best, rest, left, most)
      if (bound < cutoff) continue
      if (most > 0) {
        bound = this.may(n, outline, best, rest, left, Math.min(most, this.metLightly(n, light)))
        if (bound < cutoff) continue
      }
      this.cells[n * cell.size + cell.bound] = bound
      this.touched[passed++] = n
    }
    // The most promising first: what they reach spares the others.
    const { cells } = this
    const boundAt = (n: number) => cells[n * cell.size + cell.bound]!
    const order = this.touched.subarray(0, passed).sort((m, n) => boundAt(n) - boundAt(m) || m - n)
    for (const n of order) found(n, boundAt(n))
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
    const { cells } = this
    const at = n * cell.size
    if (cells[at + cell.mass] === Infinity) return Infinity
    const weight = cells[at + cell.weight]!
    const free = query.mayAbbreviate || cells[at + cell.mayAbbreviate] === 1
    if (free) return boundOf(best, 0, query.weight, 0, weight)
    // An initial may meet a word that no look-up led to.
    const unmetQuery = query.leadingWeight - cells[at + cell.mass]! - rest - cells[at + cell.initials]!
    const unmetName = cells[at + cell.leading]! - cells[at + cell.nameMass]! - left - query.initials - lightly
    return boundOf(best, Math.max(0, unmetQuery), query.weight, Math.max(0, unmetName), weight)
  }

  private begin(): void {
    this.count = 0
    this.before = this.word++
  }

  /** Notes that a word of the query weighing `weight` meets a word of name `n` weighing at most `nameWeight`. */
  private touch(n: number, weight: number, nameWeight: number): void {
    const { cells } = this
    const at = n * cell.size
    const last = cells[at + cell.word]!
    if (last === this.word) return
    cells[at + cell.word] = this.word
    if (last <= this.before) {
      this.touched[this.count++] = n
      this.isTouched[n >> 5]! |= 1 << (n & 31)
      cells[at + cell.mass] = weight
      cells[at + cell.nameMass] = nameWeight
      return
    }
    cells[at + cell.mass]! += weight
    cells[at + cell.nameMass]! += nameWeight
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
      for (const n of this.namesSplit(texts[i]!)) this.touch(n, term.weight, 3)
    })
  }

  /** Names in which the parts of a word stand on their own. What was found is remembered. */
  private namesSplit(text: string): readonly number[] {
    const known = this.splits.get(text)
    if (known !== undefined) return known
    const names: number[] = []
    this.split(text, 2, (n) => names.push(n))
    if (this.splits.size >= mostSplits) this.splits.clear()
    this.splits.set(text, names)
    return names
  }

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

/**
 * The numbers kept of each name: the word of a query that last met it, the weight met of the query and of the name,
 * then its outline, and the bound.
 */
const cell = {
  word: 0,
  mass: 1,
  nameMass: 2,
  weight: 3,
  leading: 4,
  initials: 5,
  mayAbbreviate: 6,
  bound: 7,
  size: 8,
} as const

const none: readonly number[] = []
/** Words whose splits are remembered. */
const mostSplits = 20_000
