import type { CompiledName } from './compiled-name.ts'
import { apart, howOf, isAbd, meetings, WordMeeting } from './meet.ts'
import { leading, type Term } from './term.ts'
import type { NearWords } from './vocabulary.ts'

/** Most words of a name. */
const width = 64
const unknown = -1

/**
 * How each word of one query meets each listed word, worked out once a query however many names hold the word. What
 * the vocabulary's neighbours tell is noted; the rest is compared when it is first asked for.
 */
export class MetWords {
  /** Rows of `width`: one listed word against each word of the query, from `row`. */
  damage = new Float64Array(width * 64)
  edits = new Uint8Array(width * 64)
  hows = new Uint8Array(width * 64)
  private readonly rows: Int32Array
  private readonly used: Uint32Array
  private usedCount = 0
  private readonly terms: readonly Term[]
  private readonly meeting = new WordMeeting()
  private query: readonly Term[] = []
  /** Words of the query of which all neighbours are noted: what is not among them is apart. */
  private readonly noted = new Uint8Array(width)

  /** @param terms the vocabulary's terms by id */
  constructor(terms: readonly Term[]) {
    this.terms = terms
    this.rows = new Int32Array(terms.length).fill(-1)
    this.used = new Uint32Array(terms.length)
  }

  /** Forgets the last query. */
  begin(query: CompiledName): void {
    for (let k = 0; k < this.usedCount; k++) this.rows[this.used[k]!] = -1
    this.usedCount = 0
    this.query = query.terms
    this.noted.fill(0, 0, query.terms.length)
  }

  /** Notes all neighbours of word `i` of the query. */
  note(i: number, near: NearWords): void {
    for (let k = 0; k < near.ids.length; k++) {
      const at = this.empty(near.ids[k]!) + i
      this.damage[at] = near.damage[k]!
      this.edits[at] = near.edits[k]!
      this.hows[at] = near.hows[k]!
    }
    const term = this.query[i]!
    if (leading.has(term.kind) && (term.kind === 'number' || term.spellings.length > 0)) this.noted[i] = 1
  }

  /** Where the row of a listed word begins, with every column known. */
  row(id: number): number {
    const start = this.empty(id)
    const listed = this.terms[id]!
    for (let i = 0; i < this.query.length; i++) {
      const at = start + i
      if (this.damage[at] !== unknown) continue
      const term = this.query[i]!
      if (this.noted[i] === 1 && listed.kind !== 'initial' && !(isAbd(term) && isAbd(listed))) {
        this.damage[at] = apart
        this.edits[at] = 0
        this.hows[at] = nothing
        continue
      }
      this.damage[at] = this.meeting.damage(term, listed)
      this.edits[at] = this.meeting.edits
      this.hows[at] = howOf(this.meeting.how)
    }
    return start
  }

  private empty(id: number): number {
    if (this.rows[id]! >= 0) return this.rows[id]!
    const start = this.usedCount * width
    if (start >= this.damage.length) this.grow()
    this.used[this.usedCount++] = id
    this.rows[id] = start
    this.damage.fill(unknown, start, start + this.query.length)
    return start
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
