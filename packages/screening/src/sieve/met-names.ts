import { bestOf, boundOf, reachedOf } from '../names/bound.ts'
import { nameModel } from '../names/model.data.ts'
import { bitCount } from '../names/term.ts'
import { type EntryNames, mostWords } from './entry-names.ts'
import type { OwnName } from './own-name.ts'

/** Which names of the entries a name of a party meets, and how much of either is left: what they can reach at most. */
export class MetNames {
  private readonly names: EntryNames
  private readonly rounds: Int32Array
  /** Of each name met: weight that names and is unmet, proper words unmet, which of its words are met, and of the party's. */
  private readonly unmet: Float64Array
  private readonly proper: Int8Array
  private readonly places: Int32Array
  private readonly own: Int32Array
  /** What the words met say at most, that of the word at hand apart. */
  private readonly told: Float64Array
  private readonly lastTold: Float64Array
  private readonly lastWord: Int32Array
  /** Met otherwise than word by word, or too long to be counted. */
  private readonly besides: Uint8Array
  private readonly touched: number[] = []
  private round = 0
  private schema = 0

  constructor(names: EntryNames) {
    this.names = names
    this.rounds = new Int32Array(names.size)
    this.unmet = new Float64Array(names.size)
    this.proper = new Int8Array(names.size)
    this.places = new Int32Array(names.size)
    this.own = new Int32Array(names.size)
    this.told = new Float64Array(names.size)
    this.lastTold = new Float64Array(names.size)
    this.lastWord = new Int32Array(names.size)
    this.besides = new Uint8Array(names.size)
  }

  /** Forgets the last name. `schema` is the party's, by its place in `partySchemata`. */
  begin(schema: number): void {
    this.schema = schema
    this.touched.length = 0
    if (++this.round < 0x7fffffff) return
    this.rounds.fill(0)
    this.round = 1
  }

  /** Word `k` of the party may be the word at `place` of a name, and says so much of who is meant. */
  meet(name: number, place: number, k: number, told: number): void {
    if (!this.touch(name)) return
    this.note(name, place, k)
    if (this.lastWord[name] !== k) {
      this.lastWord[name] = k
      this.lastTold[name] = 0
    }
    if (told <= this.lastTold[name]!) return
    this.told[name]! += told - this.lastTold[name]!
    this.lastTold[name] = told
  }

  /** The same for words that meet as parts of one. */
  meetBesides(name: number, place: number, k: number): void {
    if (!this.touch(name)) return
    this.besides[name] = 1
    this.note(name, place, k)
  }

  private touch(name: number): boolean {
    if (this.rounds[name] === this.round) return true
    const { names } = this
    if (!names.mayBear(this.schema, name)) return false
    this.rounds[name] = this.round
    this.unmet[name] = names.naming[name]!
    this.proper[name] = names.proper[name]!
    this.places[name] = 0
    this.own[name] = 0
    this.told[name] = 0
    this.lastTold[name] = 0
    this.lastWord[name] = -1
    this.besides[name] = 0
    this.touched.push(name)
    return true
  }

  private note(name: number, place: number, k: number): void {
    this.own[name]! |= 1 << k
    // What does not fit is held to be met altogether.
    if (place >= mostWords) this.unmet[name] = -Infinity
    else if ((this.places[name]! & (1 << place)) === 0) {
      this.places[name]! |= 1 << place
      const { listed, words } = this.names
      const id = words[name]![place]!
      this.unmet[name]! -= listed.unmet[id]!
      if (listed.terms[id]!.kind === 'word') this.proper[name]!--
    }
  }

  /** Whether any of the names met may reach so many log-odds. */
  reaches(own: OwnName, need: number, isPerson: boolean): boolean {
    if (this.touched.length === 0) return false
    own.letter()
    for (const name of this.touched) if (this.bound(name, own, isPerson) >= need) return true
    return false
  }

  /** As `TouchedBound` has it: what initials, abbreviations and joined words may meet is granted. */
  private bound(name: number, own: OwnName, isPerson: boolean): number {
    const { names } = this
    const best = bestOf(isPerson ? 'person' : 'any')
    const total = names.totals[name]!
    const unmet = Math.max(0, this.unmet[name]!)
    if (this.unmet[name] === -Infinity || this.abbreviates(name, own))
      return boundOf(best, 0, own.total, 0, total)
    const missing = own.naming & ~this.own[name]!
    let unmetOwn = 0
    for (let left = missing; left !== 0; left &= left - 1)
      unmetOwn += own.weights[31 - Math.clz32(left & -left)]!
    const met = inCommon(names.initials[name]!, own.firsts)
    const meeting = inCommon(own.initials, names.firsts[name]!)
    let most =
      this.besides[name] === 1
        ? boundOf(best, unmetOwn, own.total, unmet, total)
        : this.byWords(name, own, isPerson, missing, unmetOwn) // prettier-ignore
    // Every initial that stands for a word costs what the model says.
    for (let m = 1; m <= met + meeting; m++) {
      const left = Math.max(0, unmetOwn - Math.min(m, met))
      const bound = boundOf(best, left, own.total, Math.max(0, unmet - Math.min(m, meeting)), total)
      most = Math.max(most, bound + m * nameModel.initials)
    }
    return most
  }

  /** For names that meet word by word. */
  private byWords(name: number, own: OwnName, isPerson: boolean, missing: number, unmetOwn: number): number {
    const { names } = this
    const unmet = Math.max(0, this.unmet[name]!)
    const total = names.totals[name]!
    const proper = Math.min(bitCount(missing & own.properBits), this.proper[name]!)
    const best = bestOf(isPerson ? 'person' : 'any')
    const bound = reachedOf(best, this.told[name]!, unmetOwn, own.total, unmet, total, proper)
    const lone = isPerson && (own.proper < 2 || names.proper[name]! < 2)
    return lone ? bound + nameModel.loneWord * Math.min(1, Math.max(unmetOwn, unmet)) : bound
  }

  /** Whether a word of one may be the initials of words of the other. */
  private abbreviates(name: number, own: OwnName): boolean {
    const { abbreviations, firsts } = this.names
    for (const short of abbreviations[name]!) if (own.firsts.includes(short)) return true
    for (const short of own.abbreviations) if (firsts[name]!.includes(short)) return true
    return false
  }
}

/** How many of some letters are among others. */
function inCommon(letters: string, among: string): number {
  let count = 0
  for (let at = 0; at < letters.length; at++) if (among.includes(letters[at]!)) count++
  return count
}
