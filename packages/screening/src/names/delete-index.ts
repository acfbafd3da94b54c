import { EditDistance } from '@cordon/text'
import type { Steps } from '../steps.ts'
import { editsAllowed } from './meet.ts'
import { bitCount, type Spelling } from './term.ts'

/** Letters at the beginning of a word from which letters are deleted; what follows is only verified. */
const prefix = 8

/**
 * Finds words within one or two edits without looking at the others (symmetric deletion: two words within k edits
 * become equal when each loses at most k of its letters; after W. Garbe's SymSpell). Words of three to five letters
 * lose one letter, longer ones two: that is enough for the edits that `editsAllowed` allows. Hashes of what is left
 * lead to words in typed arrays; every hit is verified, so that a collision costs time, never truth.
 */
export class DeleteIndex {
  private readonly spellings: readonly Spelling[]
  private readonly offsets: Uint32Array
  private readonly ids: Uint32Array
  private readonly mask: number
  private readonly seen: Uint32Array
  private readonly lengths: Uint16Array
  private readonly letters: Int32Array
  private readonly hashes = new DeleteHashes()
  private readonly distance = new EditDistance()
  private round = 0

  /** Builds the index in steps. */
  static *building(spellings: readonly Spelling[]): Steps<DeleteIndex> {
    const hashes = new DeleteHashes()
    let total = 0
    for (const { codes } of spellings) total += countOf(codes)
    const buckets = 2 ** Math.max(10, Math.ceil(Math.log2(Math.max(1, total))))
    const offsets = new Uint32Array(buckets + 1)
    for (const [at, { codes }] of spellings.entries()) {
      for (let k = hashes.fill(codes) - 1; k >= 0; k--) offsets[(hashes.values[k]! & (buckets - 1)) + 1]!++
      if (at % 64 === 0) yield
    }
    for (let b = 0; b < buckets; b++) offsets[b + 1]! += offsets[b]!
    yield
    const ids = new Uint32Array(total)
    const next = offsets.slice()
    for (const [id, { codes }] of spellings.entries()) {
      for (let k = hashes.fill(codes) - 1; k >= 0; k--) ids[next[hashes.values[k]! & (buckets - 1)]!++] = id
      if (id % 64 === 0) yield
    }
    return new DeleteIndex(spellings, offsets, ids)
  }

  private constructor(spellings: readonly Spelling[], offsets: Uint32Array, ids: Uint32Array) {
    this.spellings = spellings
    this.offsets = offsets
    this.ids = ids
    this.mask = offsets.length - 2
    this.seen = new Uint32Array(spellings.length)
    this.lengths = Uint16Array.from(spellings, ({ codes }) => codes.length)
    this.letters = Int32Array.from(spellings, ({ letters }) => letters)
  }

  /** Calls back with the id of each spelling within the allowed edits, itself included, each once. */
  near(query: Spelling, found: (id: number, edits: number) => void): void {
    const { codes } = query
    // Two letters are one edit from three; a single letter is an initial.
    if (codes.length < 2) return
    if (++this.round === 0xffffffff) this.seen.fill(0)
    for (let k = this.hashes.fill(codes) - 1; k >= 0; k--) {
      const bucket = this.hashes.values[k]! & this.mask
      for (let at = this.offsets[bucket]!; at < this.offsets[bucket + 1]!; at++) {
        const id = this.ids[at]!
        if (this.seen[id] === this.round) continue
        this.seen[id] = this.round
        const length = this.lengths[id]!
        const allowed = editsAllowed(Math.max(codes.length, length))
        if (Math.abs(codes.length - length) > allowed) continue
        if (bitCount(query.letters ^ this.letters[id]!) > 2 * allowed) continue
        const other = this.spellings[id]!
        const edits = this.distance.osaCodes(
          codes,
          0,
          codes.length,
          other.codes,
          0,
          other.codes.length,
          allowed,
        )
        if (edits <= allowed) found(id, edits)
      }
    }
  }
}

/** Hashes of a word with up to one or two of its first letters deleted. */
class DeleteHashes {
  readonly values = new Uint32Array(1 + prefix + (prefix * (prefix - 1)) / 2)

  /** Fills `values` with the hashes of a word; returns how many. */
  fill(codes: Uint16Array): number {
    const length = Math.min(prefix, codes.length)
    let count = 0
    this.values[count++] = this.hashWithout(codes, length, -1, -1)
    if (codes.length < 3) return count
    for (let i = 0; i < length; i++) {
      this.values[count++] = this.hashWithout(codes, length, i, -1)
      if (codes.length >= 6)
        for (let j = i + 1; j < length; j++) this.values[count++] = this.hashWithout(codes, length, i, j)
    }
    return count
  }

  private hashWithout(codes: Uint16Array, length: number, i: number, j: number): number {
    let h = 0x811c9dc5
    for (let k = 0; k < length; k++) if (k !== i && k !== j) h = Math.imul(h ^ codes[k]!, 0x01000193)
    h ^= h >>> 15
    h = Math.imul(h, 0x2c1b3c6d)
    return (h ^ (h >>> 12)) >>> 0
  }
}

/** How many hashes a word has. */
function countOf(codes: Uint16Array): number {
  const length = Math.min(prefix, codes.length)
  if (length < 3) return 1
  return 1 + length + (length >= 6 ? (length * (length - 1)) / 2 : 0)
}
