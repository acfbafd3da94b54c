import type { NameToken } from '@cordon/text'
import type { Steps } from '../steps.ts'
import { DeleteIndex } from './delete-index.ts'
import { apart, howOf, WordMeeting } from './meet.ts'
import { type Spelling, type Term, termOf, weighAnew } from './term.ts'

/** A term of the vocabulary near a term of a query. */
export interface NearTerm {
  readonly id: number
  readonly damage: number
  /** Letters edited, and how they met as a number of `meetings`. */
  readonly edits: number
  readonly how: number
}

/** Every distinct word of the listed names, with the ways to it: spellings, slips of the pen, keys, concepts, numbers. */
export class Vocabulary {
  readonly terms: Term[] = []
  private readonly idByToken = new Map<string, number>()
  private readonly termsBySpelling = new Map<string, number[]>()
  private readonly termsByKey = new Map<string, number[]>()
  private deletes: DeleteIndex | undefined
  private readonly fuzzyTerms: number[][] = []
  private readonly meeting = new WordMeeting()
  private readonly remembered = new Map<string, readonly NearTerm[]>()

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
    const spellings: Spelling[] = []
    const fuzzyIds = new Map<string, number>()
    for (const [id, term] of this.terms.entries()) {
      weighAnew(term, listed(id))
      this.addWays(term, id, spellings, fuzzyIds)
      if (id % 64 === 0) yield
    }
    this.deletes = yield* DeleteIndex.building(spellings)
  }

  private addWays(term: Term, id: number, fuzzy: Spelling[], fuzzyIds: Map<string, number>): void {
    const { token } = term
    term.spellings.forEach((spelling, nth) => {
      push(this.termsBySpelling, spelling.text, id)
      if (nth >= term.fuzzy || token.kind === 'number' || token.kind === 'orgForm') return
      const known = fuzzyIds.get(spelling.text)
      if (known !== undefined) this.fuzzyTerms[known]!.push(id)
      else {
        fuzzyIds.set(spelling.text, fuzzy.length)
        fuzzy.push(spelling)
        this.fuzzyTerms.push([id])
      }
    })
    for (const key of token.keys) push(this.termsByKey, key.text, id)
    if (token.concept !== undefined) push(this.termsByKey, `concept ${token.concept}`, id)
    if (token.value !== undefined) push(this.termsByKey, `number ${token.value}`, id)
  }

  /** The id of the very same token, if listed. */
  idOf(token: NameToken): number | undefined {
    return this.idByToken.get(tokenKey(token))
  }

  /** A term that no listed name holds. */
  unlisted(token: NameToken): Term {
    return termOf(token)
  }

  /** Terms with this spelling, whatever it costs them. */
  spelt(text: string): readonly number[] {
    return this.termsBySpelling.get(text) ?? none
  }

  /** Words that begin with some letters, for a search box. */
  beginning(letters: string): number[] {
    const found: number[] = []
    for (const [text, ids] of this.termsBySpelling) if (text.startsWith(letters)) found.push(...ids)
    return found
  }

  /** Terms that meet a word with less than total damage, the best first. Common words are remembered. */
  near(term: Term): readonly NearTerm[] {
    const key = tokenKey(term.token)
    const known = this.remembered.get(key)
    if (known !== undefined) return known
    const near = this.findNear(term)
    if (this.remembered.size >= mostRemembered) this.remembered.clear()
    this.remembered.set(key, near)
    return near
  }

  private findNear(term: Term): NearTerm[] {
    const found = new Set<number>()
    for (const key of term.token.keys) for (const id of this.termsByKey.get(key.text) ?? none) found.add(id)
    if (term.token.concept !== undefined)
      for (const id of this.termsByKey.get(`concept ${term.token.concept}`) ?? none) found.add(id)
    if (term.token.value !== undefined)
      for (const id of this.termsByKey.get(`number ${term.token.value}`) ?? none) found.add(id)
    term.spellings.forEach((spelling, nth) => {
      for (const id of this.spelt(spelling.text)) found.add(id)
      if (nth < term.fuzzy && term.kind !== 'number')
        this.deletes!.near(spelling, (fuzzy) => {
          for (const id of this.fuzzyTerms[fuzzy]!) found.add(id)
        })
    })
    const near: NearTerm[] = []
    for (const id of found) {
      const damage = this.meeting.damage(term, this.terms[id]!)
      if (damage < apart) near.push({ id, damage, edits: this.meeting.edits, how: howOf(this.meeting.how) })
    }
    return near.sort((a, b) => a.damage - b.damage || a.id - b.id)
  }
}

/** Words whose neighbours are kept: names repeat, and a few thousand words make up most of them. */
const mostRemembered = 20_000

const none: readonly number[] = []

function push(map: Map<string, number[]>, key: string, id: number): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [id])
  else if (list.at(-1) !== id) list.push(id)
}

/** Tokens that are read alike are one term: the same letters can be a particle in one name and a word in another. */
function tokenKey(token: NameToken): string {
  return `${token.kind} ${token.folded} ${token.spellings.length} ${token.keys.length} ${token.concept ?? ''}`
}
