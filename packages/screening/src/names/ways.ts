import type { Steps } from '../steps.ts'
import { HashPostings, NumberList } from './hash-postings.ts'
import type { Term } from './term.ts'

/** Pairs of hash and word on the way to postings. */
export class Ways {
  private readonly hashes = new NumberList()
  private readonly ids = new NumberList()

  add(hash: number, id: number): void {
    // Of longer hashes the lowest 32 bits count.
    this.hashes.push(hash)
    this.ids.push(id)
  }

  postings(): Steps<HashPostings> {
    return HashPostings.building(this.hashes, this.ids)
  }
}

/** Distinct spellings that are compared letter by letter, and the words that have each. */
export class Slips {
  readonly texts: string[] = []
  private readonly byText = new Map<string, number>()
  private readonly slips = new NumberList()
  private readonly ids = new NumberList()

  add(term: Term, id: number): void {
    if (term.kind === 'number' || term.kind === 'orgForm') return
    for (const { text } of term.spellings.slice(0, term.fuzzy)) {
      let slip = this.byText.get(text)
      if (slip === undefined) {
        slip = this.texts.length
        this.texts.push(text)
        this.byText.set(text, slip)
      }
      this.slips.push(slip)
      this.ids.push(id)
    }
  }

  toArrays(): [offsets: Uint32Array, ids: Uint32Array] {
    const offsets = new Uint32Array(this.texts.length + 1)
    for (let k = 0; k < this.slips.length; k++) offsets[this.slips.at(k) + 1]!++
    for (let slip = 0; slip < this.texts.length; slip++) offsets[slip + 1]! += offsets[slip]!
    const ids = new Uint32Array(this.ids.length)
    const next = offsets.slice()
    for (let k = 0; k < this.ids.length; k++) ids[next[this.slips.at(k)]!++] = this.ids.at(k)
    return [offsets, ids]
  }
}
