import type { NameToken } from '@cordon/text'
import type { Steps } from '../steps.ts'
import { DeleteIndex } from './delete-index.ts'
import type { HashPostings } from './hash-postings.ts'
import { hash32 } from './keys.ts'
import { apart, howOf, keptOfEdits, WordMeeting } from './meet.ts'
import { type Term, termOf, weighAnew } from './term.ts'
import { Slips, Ways } from './ways.ts'

/** Listed words near a word of a query, by their numbers, side by side in arrays. */
export interface NearWords {
  readonly ids: Uint32Array
  readonly damage: Float64Array
  /** Letters edited, and how they met as a number of `meetings`. */
  readonly edits: Uint8Array
  readonly hows: Uint8Array
  /** What each says at most of who is meant, met so: 0 where neither word can name anyone. */
  readonly told: Float64Array
  /** The most that any of them says. */
  readonly most: number
}

/** Every distinct word of the listed names, with the ways to it: spellings, slips of the pen, keys, concepts, numbers. */
export class Vocabulary {
  readonly terms: Term[] = []
  private readonly idByToken = new Map<string, number>()
  private bySpelling!: HashPostings
  private byKey!: HashPostings
  /** By consonants alone: all words, and those in Arabic writing. */
  private bySkeleton!: HashPostings
  private arabicBySkeleton!: HashPostings
  private deletes!: DeleteIndex
  /** The words that have the slip index's spelling `s` are `slipTerms` from `slipOffsets[s]` up to the next. */
  private slipOffsets!: Uint32Array
  private slipTerms!: Uint32Array
  private readonly meeting = new WordMeeting()
  private readonly remembered = new Map<Term, NearWords>()
  private readonly strangers = new Map<string, Term>()
  /** Words already looked at for the query's word at hand. */
  private marks!: Uint32Array
  private mark = 0
  private readonly candidates: number[] = []
  private scratch = nearWords(256)

  /** The id of a token's term, new or known. */
  add(token: NameToken): number {
    const key = tokenKey(token)
    let id = this.idByToken.get(key)
    if (id === undefined) {
      id = this.terms.length
      this.idByToken.set(key, id)
      this.terms.push(termOf(token))
    }
    return id
  }

  /** Closes the vocabulary, in steps: weights from how many names hold each word, then the ways to find them. */
  *close(listed: (id: number) => number): Steps<void> {
    const [spellings, keys, skeletons, arabic] = [new Ways(), new Ways(), new Ways(), new Ways()]
    const slips = new Slips()
    for (const [id, term] of this.terms.entries()) {
      weighAnew(term, listed(id))
      for (const { text } of term.spellings) spellings.add(hash32(text), id)
      for (const hash of wayHashes(term)) keys.add(hash, id)
      for (const hash of term.keys?.skeletons ?? []) {
        skeletons.add(hash, id)
        if (term.token.script === 'Arab') arabic.add(hash, id)
      }
      slips.add(term, id)
      if (id % 64 === 0) yield
    }
    this.bySpelling = yield* spellings.postings()
    this.byKey = yield* keys.postings()
    this.bySkeleton = yield* skeletons.postings()
    this.arabicBySkeleton = yield* arabic.postings()
    ;[this.slipOffsets, this.slipTerms] = slips.toArrays()
    this.deletes = yield* DeleteIndex.building(slips.texts)
    this.marks = new Uint32Array(this.terms.length)
  }

  /** The id of the very same token, if listed. */
  idOf(token: NameToken): number | undefined {
    return this.idByToken.get(tokenKey(token))
  }

  /** The term of a token, the listed one where there is one. */
  termOf(token: NameToken): Term {
    const key = tokenKey(token)
    const id = this.idByToken.get(key)
    if (id !== undefined) return this.terms[id]!
    const known = this.strangers.get(key)
    if (known !== undefined) return known
    const term = termOf(token)
    if (this.strangers.size >= mostRemembered) this.strangers.clear()
    this.strangers.set(key, term)
    return term
  }

  /** Calls back with the terms that have this spelling, whatever it costs them. */
  spelt(text: string, found: (id: number) => void): void {
    const hash = hash32(text)
    const end = this.bySpelling.end(hash)
    for (let place = this.bySpelling.begin(hash); place < end; place++) {
      if (!this.bySpelling.holds(place, hash)) continue
      const id = this.bySpelling.at(place)
      for (const spelling of this.terms[id]!.spellings)
        if (spelling.text === text) {
          found(id)
          break
        }
    }
  }

  /** Words that begin with some letters, for a search box. */
  beginning(letters: string): number[] {
    const found: number[] = []
    for (const [id, { spellings }] of this.terms.entries())
      if (spellings.some(({ text }) => text.startsWith(letters))) found.push(id)
    return found
  }

  /** Listed words that meet a word with less than total damage. Common words are remembered. */
  near(term: Term): NearWords {
    const known = this.remembered.get(term)
    if (known !== undefined) return known
    const near = this.findNear(term)
    if (this.remembered.size >= mostRemembered) this.remembered.clear()
    this.remembered.set(term, near)
    return near
  }

  private findNear(term: Term): NearWords {
    this.candidates.length = 0
    if (++this.mark === 0xffffffff) this.marks.fill(0)
    for (const hash of wayHashes(term)) this.collect(this.byKey, hash)
    const skeletons = term.token.script === 'Arab' ? this.bySkeleton : this.arabicBySkeleton
    for (const hash of term.keys?.skeletons ?? []) this.collect(skeletons, hash)
    for (const [nth, { text }] of term.spellings.entries()) {
      this.collect(this.bySpelling, hash32(text))
      if (nth < term.fuzzy && term.kind !== 'number') this.collectSlips(text)
    }
    return this.met(term)
  }

  private collect(postings: HashPostings, hash: number): void {
    const end = postings.end(hash)
    for (let place = postings.begin(hash); place < end; place++)
      if (postings.holds(place, hash)) this.candidate(postings.at(place))
  }

  private collectSlips(text: string): void {
    const { deletes, slipOffsets, slipTerms } = this
    for (let k = deletes.near(text) - 1; k >= 0; k--) {
      const slip = deletes.found[k]!
      for (let at = slipOffsets[slip]!; at < slipOffsets[slip + 1]!; at++) this.candidate(slipTerms[at]!)
    }
  }

  private candidate(id: number): void {
    if (this.marks[id] === this.mark) return
    this.marks[id] = this.mark
    this.candidates.push(id)
  }

  /** Those of the candidates that the word really meets. */
  private met(term: Term): NearWords {
    const { meeting, terms } = this
    const candidates = Uint32Array.from(this.candidates).sort()
    if (candidates.length > this.scratch.ids.length) this.scratch = nearWords(candidates.length * 2)
    const { ids, damage, edits, hows, told } = this.scratch
    let count = 0
    let most = 0
    for (let k = 0; k < candidates.length; k++) {
      const id = candidates[k]!
      const damaged = meeting.damage(term, terms[id]!)
      if (damaged >= apart) continue
      const says = toldOf(term, terms[id]!, meeting, damaged)
      if (says > most) most = says
      ids[count] = id
      damage[count] = damaged
      edits[count] = meeting.edits
      hows[count] = howOf(meeting.how)
      told[count++] = says
    }
    return {
      ids: ids.slice(0, count),
      damage: damage.slice(0, count),
      edits: edits.slice(0, count),
      hows: hows.slice(0, count),
      told: told.slice(0, count),
      most,
    }
  }
}

/** Room for near words. */
function nearWords(size: number) {
  return {
    ids: new Uint32Array(size),
    damage: new Float64Array(size),
    edits: new Uint8Array(size),
    hows: new Uint8Array(size),
    told: new Float64Array(size),
  }
}

/** Words whose neighbours are kept: names repeat, and a few thousand words make up most of them. */
const mostRemembered = 20_000

function toldOf(term: Term, listed: Term, { how, edits }: WordMeeting, damage: number): number {
  if (term.kind !== 'word' && listed.kind !== 'word') return 0
  const kept = how === 'edit' ? keptOfEdits(edits, term, listed) : 1 - damage
  return ((term.information + listed.information) / 2) * kept
}

/** Hashes of what a word meets others by, besides letters: its keys, its concept, its number. */
function wayHashes(term: Term): number[] {
  const { concept, value } = term.token
  const hashes = [...(term.keys?.hashes ?? [])]
  if (concept !== undefined) hashes.push(hash32(`concept ${concept}`))
  if (value !== undefined) hashes.push(hash32(`number ${value}`))
  return hashes
}

/** Tokens that are read alike are one term: the same letters can be a particle in one name and a word in another. */
function tokenKey(token: NameToken): string {
  return `${token.kind} ${token.folded} ${token.spellings.length} ${token.keys.length} ${token.concept ?? ''}`
}
