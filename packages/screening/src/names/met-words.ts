import type { CompiledName } from './compiled-name.ts'
import { apart, howOf, isAbd, meetings, WordMeeting } from './meet.ts'
import { leading, type Term } from './term.ts'
import type { NearWords } from './vocabulary.ts'

/** Most words of a name. */
const width = 64
const none = -1

/**
 * How each word of one query meets each listed word, worked out once a query however many names hold the word. What
 * the vocabulary's neighbours tell is taken from them; the rest is compared when it is first asked for.
 */
export class MetWords {
  /** Rows of `width`: one listed word against each word of the query, from `row`. */
  damage = new Float64Array(width * 64)
  edits = new Uint8Array(width * 64)
  hows = new Uint8Array(width * 64)
  /** Neighbours of each word of the query, where they are noted. */
  private readonly near: (NearWords | undefined)[] = new Array(width).fill(undefined)
  private readonly rows: Int32Array
  private readonly made: Uint32Array
  private madeCount = 0
  private readonly terms: readonly Term[]
  private readonly meeting = new WordMeeting()
  private query: readonly Term[] = []
  /** Words of the query of which all neighbours are noted: what is not among them is apart. */
  private readonly noted = new Uint8Array(width)

  /** @param terms the vocabulary's terms by id */
  constructor(terms: readonly Term[]) {
    this.terms = terms
    this.rows = new Int32Array(terms.length).fill(none)
    this.made = new Uint32Array(terms.length)
  }

  /** Forgets the last query. */
  begin(query: CompiledName): void {
    for (let k = 0; k < this.madeCount; k++) this.rows[this.made[k]!] = none
    this.madeCount = 0
    this.near.fill(undefined, 0, this.query.length)
    this.query = query.terms
    this.noted.fill(0, 0, query.terms.length)
  }

  /** Notes all neighbours of word `i` of the query. */
  note(i: number, near: NearWords): void {
    this.near[i] = near
    const term = this.query[i]!
    if (leading.has(term.kind) && (term.kind === 'number' || term.spellings.length > 0)) this.noted[i] = 1
  }

  /** Whether what is not noted of word `i` of the query is apart. */
  isNoted(i: number): boolean {
    return this.noted[i] === 1
  }

  /** What the neighbours of word `i` say at most of who is meant. */
  mostTold(i: number): number {
    return this.near[i]?.most ?? 0
  }

  /** The place of a listed word among the neighbours noted of word `i`, or -1. */
  placeIn(i: number, id: number): number {
    const ids = this.near[i]?.ids
    if (ids === undefined) return none
    let low = 0
    let high = ids.length - 1
    while (low <= high) {
      const middle = (low + high) >>> 1
      const found = ids[middle]!
      if (found === id) return middle
      if (found < id) low = middle + 1
      else high = middle - 1
    }
    return none
  }

  /** What the neighbour in a place of `placeIn` says at most. */
  toldAt(i: number, place: number): number {
    return this.near[i]!.told[place]!
  }

  /** Where the row of a listed word begins, with every column known. */
  row(id: number): number {
    if (this.rows[id]! >= 0) return this.rows[id]!
    const start = this.madeCount * width
    if (start >= this.damage.length) this.grow()
    this.made[this.madeCount++] = id
    this.rows[id] = start
    const listed = this.terms[id]!
    for (let i = 0; i < this.query.length; i++) {
      const place = this.placeIn(i, id)
      if (place < 0) this.compare(i, listed, start + i)
      else {
        const near = this.near[i]!
        this.damage[start + i] = near.damage[place]!
        this.edits[start + i] = near.edits[place]!
        this.hows[start + i] = near.hows[place]!
      }
    }
    return start
  }

  /** Fills the column of a word that is no noted neighbour. */
  private compare(i: number, listed: Term, at: number): void {
    const term = this.query[i]!
    if (this.noted[i] === 1 && listed.kind !== 'initial' && !(isAbd(term) && isAbd(listed))) {
      this.damage[at] = apart
      this.edits[at] = 0
      this.hows[at] = nothing
      return
    }
    this.damage[at] = this.meeting.damage(term, listed)
    this.edits[at] = this.meeting.edits
    this.hows[at] = howOf(this.meeting.how)
  }

  private grow(): void {
    const [{ damage, edits, hows }, size] = [this, this.damage.length * 2]
    this.damage = new Float64Array(size)
    this.damage.set(damage)
    this.edits = new Uint8Array(size)
    this.edits.set(edits)
    this.hows = new Uint8Array(size)
    this.hows.set(hows)
  }
}

const nothing = meetings.indexOf('nothing')
