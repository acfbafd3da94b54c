import { EditDistance } from '@cordon/text'
import type { Steps } from '../steps.ts'
import { HashPostings, NumberList } from './hash-postings.ts'
import { mixed } from './keys.ts'
import { bitCount, lettersOf } from './term.ts'

/** Most edits between whole names. */
const edits = 2
/** One part more than edits: some part stays whole. */
const parts = edits + 1
/** Shortest name, written as one word, that is found by its letters. */
export const shortestWhole = 6

/**
 * Finds whole names, written as one word, within two edits: however their words are cut. Each name is filed under its
 * three parts; two edits leave one of them as it was, not far from its place (Li, Deng, Wang, Feng: "Pass-Join", VLDB
 * 2011). A swap of two letters across a border harms two parts at once; then the part before it is found with its last
 * letter swapped.
 */
export class WholeIndex {
  private readonly postings: HashPostings
  private readonly letters: Int32Array
  private readonly textOf: (name: number) => string
  private readonly distance = new EditDistance()
  private readonly seen: Uint32Array
  private round = 0

  /**
   * Builds the index in steps.
   * @param textOf a name's letters without spaces, by its number
   */
  static *building(names: number, textOf: (name: number) => string): Steps<WholeIndex> {
    const [hashes, values] = [new NumberList(), new NumberList()]
    const letters = new Int32Array(names)
    for (let name = 0; name < names; name++) {
      if (name % 64 === 0) yield
      const text = textOf(name)
      if (text.length < shortestWhole) continue
      letters[name] = lettersOf(text)
      for (let part = 0; part < parts; part++) {
        const from = startOf(part, text.length)
        hashes.push(hashOf(text, part, text.length, from, startOf(part + 1, text.length) - from, false))
        values.push(name)
      }
    }
    return new WholeIndex(yield* HashPostings.building(hashes, values), letters, textOf)
  }

  private constructor(postings: HashPostings, letters: Int32Array, textOf: (name: number) => string) {
    this.postings = postings
    this.letters = letters
    this.textOf = textOf
    this.seen = new Uint32Array(letters.length)
  }

  /** Calls back with each name within two edits, once. Names shorter than `shortestWhole` find and are nothing. */
  near(text: string, found: (name: number) => void): void {
    if (text.length < shortestWhole) return
    if (++this.round === 0xffffffff) this.seen.fill(0)
    const letters = lettersOf(text)
    for (let length = Math.max(shortestWhole, text.length - edits); length <= text.length + edits; length++) {
      const longer = text.length - length
      for (let part = 0; part < parts; part++) {
        const from = startOf(part, length)
        const size = startOf(part + 1, length) - from
        // As many edits before the part as there are parts before it, and likewise after it.
        const least = Math.max(0, from - part, from + longer - (edits - part))
        const most = Math.min(text.length - size, from + part, from + longer + (edits - part))
        for (let at = least; at <= most; at++) this.probe(text, letters, part, length, at, size, false, found)
      }
      if (longer < -1 || longer > 1) continue
      this.probe(text, letters, 0, length, 0, startOf(1, length), true, found)
      const from = startOf(1, length)
      this.probe(text, letters, 1, length, from + longer, startOf(2, length) - from, true, found)
    }
  }

  private probe(
    text: string,
    letters: number,
    part: number,
    length: number,
    at: number,
    size: number,
    swapped: boolean,
    found: (name: number) => void,
  ): void {
    if (at + size + (swapped ? 1 : 0) > text.length) return
    const { postings } = this
    const hash = hashOf(text, part, length, at, size, swapped)
    const end = postings.end(hash)
    for (let place = postings.begin(hash); place < end; place++) {
      if (!postings.holds(place, hash)) continue
      const name = postings.at(place)
      if (bitCount(letters ^ this.letters[name]!) > 2 * edits || this.seen[name] === this.round) continue
      this.seen[name] = this.round
      if (this.distance.osa(text, this.textOf(name), edits) <= edits) found(name)
    }
  }
}

/** Where a part of a name of some length begins; the longer parts come last. */
function startOf(part: number, length: number): number {
  const size = Math.floor(length / parts)
  return part * size + Math.max(0, part - (parts - (length - size * parts)))
}

/** The hash of a part: of which length, which part, and its letters; `swapped`: the last one stands one further on. */
function hashOf(
  text: string,
  part: number,
  length: number,
  at: number,
  size: number,
  swapped: boolean,
): number {
  let h = Math.imul(0x811c9dc5 ^ (length * parts + part), 0x01000193)
  for (let k = 0; k < size; k++) {
    const place = swapped && k === size - 1 ? at + k + 1 : at + k
    h = Math.imul(h ^ text.charCodeAt(place), 0x01000193)
  }
  return mixed(h)
}
