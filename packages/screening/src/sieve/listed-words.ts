import { shortestJoined } from '../names/align.ts'
import { DeleteIndex } from '../names/delete-index.ts'
import type { Term } from '../names/term.ts'
import { finish } from '../steps.ts'
import { HashTable } from './hash-table.ts'
import { listedWays, sieveSteps, slipsOf } from './word-ways.ts'

const naming = new Set(['word', 'generic'])

/** The words of a few entries, each once, and which of them a party's word meets. */
export class ListedWords {
  readonly terms: readonly Term[]
  /** What each says of who is meant, and counts unmet: nothing for words that don't name. */
  readonly told: Float64Array
  readonly unmet: Float64Array
  private readonly ways: HashTable
  private readonly byText: HashTable
  private readonly slips: DeleteIndex
  private readonly slipTerms: readonly (readonly number[])[]

  constructor(terms: readonly Term[]) {
    this.terms = terms
    this.told = Float64Array.from(terms, (term) => term.information)
    this.unmet = Float64Array.from(terms, (term) => (naming.has(term.kind) ? term.weight : 0))
    this.ways = new HashTable(
      terms.flatMap((term, id) => listedWays(term).map((hash) => [hash, id] as const)),
    )
    this.byText = new HashTable(
      terms.flatMap((term, id) =>
        term.kind !== 'number' && term.text.length >= shortestJoined
          ? [[hashBytes(term.text), id] as const]
          : [],
      ),
    ) // prettier-ignore
    const bySlip = new Map<string, number[]>()
    for (const [id, term] of terms.entries())
      for (const slip of slipsOf(term)) bySlip.set(slip, [...(bySlip.get(slip) ?? []), id])
    this.slips = finish(DeleteIndex.building([...bySlip.keys()]))
    this.slipTerms = [...bySlip.values()]
  }

  /** The listed words that a word may meet, each once. */
  near(view: DataView, from: number, to: number): number[] {
    const found = new Set<number>()
    let at = from + 5
    for (let left = view.getUint8(from + 4); left > 0; left--) {
      const length = view.getUint8(at++)
      let text = ''
      for (let k = 0; k < length; k++, at += 2) text += String.fromCharCode(view.getUint16(at, true))
      for (let k = this.slips.near(text) - 1; k >= 0; k--)
        for (const id of this.slipTerms[this.slips.found[k]!]!) found.add(id)
    }
    for (; at < to; at += 4) {
      const hash = view.getUint32(at, true)
      for (let p = this.ways.first(hash); p !== -1; p = this.ways.next(p)) found.add(this.ways.groupAt(p))
    }
    return [...found]
  }

  /** Calls back with the words that are written as some letters. */
  written(hash: number, found: (id: number) => void): void {
    for (let p = this.byText.first(hash); p !== -1; p = this.byText.next(p)) found(this.byText.groupAt(p))
  }
}

/** The hash of letters of which the lower byte counts, as blocks hold them. */
export function hashBytes(text: string): number {
  let h = 0x811c9dc5
  for (let at = 0; at < text.length; at++) h = Math.imul(h ^ (text.charCodeAt(at) & 0xff), 0x01000193)
  return spread(h)
}

/** The same of letters in a block. */
export function hashBytesAt(view: DataView, from: number, to: number): number {
  let h = 0x811c9dc5
  for (let at = from; at < to; at++) h = Math.imul(h ^ view.getUint8(at), 0x01000193)
  return spread(h)
}

const spread = (h: number) => {
  const x = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d)
  return (x ^ (x >>> 12)) >>> 0
}

/** Words of parties by their numbers, in typed arrays: what each counts, and which listed words it meets. */
export class PartyWords {
  private keys = new Float64Array(1 << 16).fill(-1)
  private slots = new Int32Array(1 << 16)
  private size = 0
  kinds = new Uint8Array(1 << 15)
  weights = new Float32Array(1 << 15)
  told = new Float32Array(1 << 15)
  lengths = new Uint8Array(1 << 15)
  /** Listed words that word `w` may meet are `near[w]`; most meet none. */
  readonly near: (readonly number[] | undefined)[] = []
  private readonly listed: ListedWords

  constructor(listed: ListedWords) {
    this.listed = listed
  }

  /** The word's place, or -1. */
  at(key: number): number {
    const mask = this.keys.length - 1
    for (let slot = slotOf(key) & mask; ; slot = (slot + 1) & mask) {
      if (this.keys[slot] === key) return this.slots[slot]!
      if (this.keys[slot] === -1) return -1
    }
  }

  /** Takes in a word, in the bytes of `sieveWord`. */
  learn(key: number, view: DataView, from: number, to: number): void {
    if (this.at(key) !== -1) return
    if (2 * this.size >= this.keys.length) this.grow()
    const word = this.size++
    this.put(key, word)
    this.kinds[word] = view.getUint8(from)
    this.weights[word] = view.getUint8(from + 1) / sieveSteps
    this.told[word] = view.getUint8(from + 2) / sieveSteps
    this.lengths[word] = view.getUint8(from + 3)
    const near = this.listed.near(view, from, to)
    if (near.length > 0) this.near[word] = near
  }

  private put(key: number, word: number): void {
    const mask = this.keys.length - 1
    let slot = slotOf(key) & mask
    while (this.keys[slot] !== -1) slot = (slot + 1) & mask
    this.keys[slot] = key
    this.slots[slot] = word
  }

  private grow(): void {
    const [keys, slots] = [this.keys, this.slots]
    this.keys = new Float64Array(keys.length * 2).fill(-1)
    this.slots = new Int32Array(keys.length * 2)
    for (let slot = 0; slot < keys.length; slot++) if (keys[slot] !== -1) this.put(keys[slot]!, slots[slot]!)
    const size = this.keys.length / 2
    this.kinds = grown(this.kinds, new Uint8Array(size))
    this.weights = grown(this.weights, new Float32Array(size))
    this.told = grown(this.told, new Float32Array(size))
    this.lengths = grown(this.lengths, new Uint8Array(size))
  }
}

function grown<T extends Uint8Array | Float32Array>(from: T, to: T): T {
  to.set(from)
  return to
}

/** The low bits of a 52-bit number. */
const slotOf = (key: number) => (key % 0x1_0000_0000) | 0

/** Letters as blocks hold them: the lower byte of each. */
export function bytesOf(text: string): string {
  let bytes = ''
  for (let at = 0; at < text.length; at++) bytes += String.fromCharCode(text.charCodeAt(at) & 0xff)
  return bytes
}

/** Letters of a block. */
export function textAt(view: DataView, from: number, length: number): string {
  let text = ''
  for (let at = from; at < from + length; at++) text += String.fromCharCode(view.getUint8(at))
  return text
}
