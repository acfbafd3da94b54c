import { analyseName, type NameOf, type NameToken, type VariantMemory } from '@cordon/text'
import { finish, type Steps } from '../steps.ts'
import { maxJoined, shortestJoined } from './align.ts'
import { bestOf } from './bound.ts'
import { type CompiledName, compileName } from './compiled-name.ts'
import type { NameKind } from './features.ts'
import type { HashPostings } from './hash-postings.ts'
import { allSorts, mostHint, mostLoose, sortBit } from './hint.ts'
import { hash32 } from './keys.ts'
import { LeadingPlaces } from './leading-places.ts'
import type { ListedNames } from './listed-names.ts'
import { MetWords } from './met-words.ts'
import { acronymOf, type ListedName, type NameParts, readNameParts, textKey } from './name-parts.ts'
import { many, type NearNames, NearNamesReader } from './near-names.ts'
import { leading, type Term } from './term.ts'
import { Touched } from './touched.ts'
import { TouchedBound } from './touched-bound.ts'
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
  private readonly places = new LeadingPlaces()
  private readonly bound: TouchedBound
  private readonly reader: NearNamesReader
  private readonly remembered = new Map<Term, NearNames>()
  private rememberedSize = 0
  private readonly memory: VariantMemory = new Map()

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
    const { names, offsets, postings, hints, vocabulary } = parts
    this.bound = new TouchedBound(this.touched, names, vocabulary.terms, this.met)
    this.reader = new NearNamesReader(offsets, postings, hints, vocabulary.terms, names.size)
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
   * @param sorts which sorts of names words lead to; see `sortBit`
   */
  candidates(query: CompiledName, cutoff: number, kind: NameKind, sorts = allSorts): number {
    this.touched.begin()
    this.met.begin(query)
    this.whole(query)
    this.initials(query)
    this.joined(query)
    const best = bestOf(kind)
    this.noteAll(query)
    this.bound.begin(query, best, kind)
    this.byWords(query, best, cutoff, kind, sorts)
    this.byLightWords(query, sorts)
    this.collect(cutoff)
    return this.count
  }

  /**
   * Touches the names that the query's words lead to, rare words first. What a word newly leads to meets none of the
   * words before: once those that are left say too little to carry a name, they lead only to names with initials.
   */
  private byWords(query: CompiledName, best: number, cutoff: number, kind: NameKind, sorts: number): void {
    const { places } = this
    places.begin(query, (term) => this.vocabulary.near(term).most)
    for (let k = 0; k < places.count; k++)
      this.byWord(query, places.at[k]!, places.longest(k, best, cutoff, kind), sorts)
  }

  /**
   * Touches the names that hold a word near one of the query, but for those too long to be new. Where the rest is
   * too many to be read, the few that are touched are looked up themselves when they come so far.
   */
  private byWord(query: CompiledName, place: number, longest: number, sorts: number): void {
    const { touched, bound } = this
    const near = this.nearNames(query.terms[place]!)
    const { names, hints, weights, told } = near
    const bit = bound.bitOf(place)
    const most = longest === 0 ? mostLoose : mostHint(longest)
    for (let k = 0; k < names.length; k++) {
      const hint = hints[k]!
      if (k >= many && hint > most && names.length - k > touched.count * worthRead) {
        bound.leaveUnread(place, hint - 1)
        return
      }
      if ((sorts & sortBit(hint)) !== 0)
        touched.meet(names[k]!, hint, hint <= most, bit, weights[k]!, told[k]!)
    }
  }

  /** The names that hold a word near a word; of those near a light one, which leads to none, a word that names. */
  private nearNames(term: Term): NearNames {
    let names = this.remembered.get(term)
    if (names === undefined) {
      names = this.reader.read(this.vocabulary.near(term), !leading.has(term.kind))
      if (this.rememberedSize > mostRemembered) {
        this.remembered.clear()
        this.rememberedSize = 0
      }
      this.remembered.set(term, names)
      this.rememberedSize += names.names.length + 16
    }
    return names
  }

  /** Notes the neighbours of all words but initials. */
  private noteAll({ terms }: CompiledName): void {
    for (let i = 0; i < terms.length; i++)
      if (terms[i]!.kind !== 'initial') this.met.note(i, this.vocabulary.near(terms[i]!))
  }

  /** Notes which touched names a particle or title may meet: AL is one letter from ALI. */
  private byLightWords({ terms }: CompiledName, sorts: number): void {
    for (let i = 0; i < terms.length; i++) {
      const term = terms[i]!
      if (leading.has(term.kind) || term.kind === 'initial') continue
      const { names, hints, weights, told } = this.nearNames(term)
      const bit = this.bound.bitOf(i)
      if (names.length > many && names.length > this.touched.count * worthRead) {
        this.bound.leaveUnread(i, -1)
        continue
      }
      for (let k = 0; k < names.length; k++)
        if ((sorts & sortBit(hints[k]!)) !== 0)
          this.touched.meet(names[k]!, hints[k]!, false, bit, weights[k]!, told[k]!)
    }
  }

  /** Keeps the touched names whose bound reaches the cutoff. */
  private collect(cutoff: number): void {
    const { touched } = this
    this.count = 0
    for (let k = 0; k < touched.count; k++) {
      const bound = this.bound.of(k, cutoff)
      if (bound >= cutoff) this.keep(touched.names[k]!, bound)
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

  /** Names that the query meets as a whole: by a key, letter for letter, or cut elsewhere. */
  private whole(query: CompiledName): void {
    const { byKey, byText, wholes } = this.parts
    for (const key of query.keys?.keys() ?? []) this.filed(byKey, hash32(key), this.touchWhole)
    this.filed(byText, hash32(textKey(query)), this.touchWhole)
    wholes.near(query.letters, this.touchWhole)
  }

  /** Names of which one word of the query may be the initials, or that hold a word that may be those of the query. */
  private initials(query: CompiledName): void {
    const { byAcronym, hintOf, offsets, postings, hints } = this.parts
    for (const { kind, spellings, weight } of query.terms)
      if (kind === 'word' && spellings.length > 0)
        this.filed(byAcronym, hash32(spellings[0]!.text), (n) =>
          this.touched.meetInitials(n, hintOf[n]!, weight, Infinity),
        )
    const acronym = acronymOf(query)
    if (acronym.length < 3) return
    this.vocabulary.spelt(acronym, (id) => {
      for (let at = offsets[id]!; at < offsets[id + 1]!; at++)
        this.touched.meetInitials(postings[at]!, hints[at]!, Infinity, 1)
    })
  }

  private filed(postings: HashPostings, hash: number, found: (n: number) => void): void {
    const end = postings.end(hash)
    for (let place = postings.begin(hash); place < end; place++)
      if (postings.holds(place, hash)) found(postings.at(place))
  }

  private readonly touchWhole = (n: number) =>
    this.touched.meetBesides(n, this.parts.hintOf[n]!, Infinity, Infinity)

  /** Names of which the query joins words, or splits them. */
  private joined(query: CompiledName): void {
    const { terms } = query
    const { offsets, postings, hints, hintOf, byJoined } = this.parts
    for (let start = 0; start + 1 < terms.length; start++) {
      let text = terms[start]!.text
      let weight = terms[start]!.weight
      for (let at = start + 1; at < start + maxJoined && at < terms.length; at++) {
        text += terms[at]!.text
        weight += terms[at]!.weight
        this.vocabulary.spelt(text, (id) => {
          for (let at = offsets[id]!; at < offsets[id + 1]!; at++)
            this.touched.meetBesides(postings[at]!, hints[at]!, weight, 1)
        })
      }
    }
    for (const { kind, text, weight } of terms)
      if (kind !== 'number' && text.length >= shortestJoined)
        this.filed(byJoined, hash32(text), (n) => this.touched.meetBesides(n, hintOf[n]!, weight, maxJoined))
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

/** Names that are remembered near words, all words together. */
const mostRemembered = 4_000_000

/** How many names are read in one sweep in the time in which one is looked up. */
const worthRead = 32
