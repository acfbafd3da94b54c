import { EditDistance } from '@cordon/text'
import type { Steps } from '../steps.ts'
import { mixed } from './keys.ts'
import { editsAllowed } from './meet.ts'
import { bitCount, lettersOf } from './term.ts'

/** Letters at the beginning of a word from which letters are deleted; what follows is only verified. */
const prefix = 8

/** Numbers kept of each entry, side by side since memory is the limit: the word, and its letters. */
const entrySize = 2

/**
 * Finds words within one or two edits without looking at the others (symmetric deletion: two words within k edits
 * become equal when each loses at most k of its letters; after W. Garbe's SymSpell). Words of three to five letters
 * lose one letter, longer ones two: that is enough for the edits that `editsAllowed` allows. Hashes of what is left
 * lead to words in typed arrays; every hit is verified, so that a collision costs time, never truth.
 */
export class DeleteIndex {
  private readonly words: readonly string[]
  private readonly offsets: Uint32Array
  private readonly entries: Int32Array
  private readonly mask: number
  private readonly seen: Uint32Array
  private readonly hashes = new DeleteHashes()
  private readonly distance = new EditDistance()
  private round = 0
  /** Words found by the last `near`; the first `count` are its own. */
  found = new Uint32Array(256)
  count = 0

  /** Builds the index in steps. */
  static *building(words: readonly string[]): Steps<DeleteIndex> {
    const hashes = new DeleteHashes()
    let total = 0
    for (const [at, word] of words.entries()) {
      total += hashes.fill(word)
      if (at % 64 === 0) yield
    }
    const buckets = 2 ** Math.max(10, Math.ceil(Math.log2(Math.max(1, total))))
    const offsets = new Uint32Array(buckets + 1)
    for (const [at, word] of words.entries()) {
      for (let k = hashes.fill(word) - 1; k >= 0; k--) offsets[(hashes.values[k]! & (buckets - 1)) + 1]!++
      if (at % 64 === 0) yield
    }
    for (let b = 0; b < buckets; b++) offsets[b + 1]! += offsets[b]!
    yield
    const entries = new Int32Array(total * entrySize)
    const next = offsets.slice()
    for (const [id, word] of words.entries()) {
      const letters = lettersOf(word)
      for (let k = hashes.fill(word) - 1; k >= 0; k--) {
        const at = next[hashes.values[k]! & (buckets - 1)]!++ * entrySize
        entries[at] = id
        entries[at + 1] = letters
      }
      if (id % 64 === 0) yield
    }
    return new DeleteIndex(words, offsets, entries)
  }

  private constructor(words: readonly string[], offsets: Uint32Array, entries: Int32Array) {
    this.words = words
    this.offsets = offsets
    this.entries = entries
    this.mask = offsets.length - 2
    this.seen = new Uint32Array(words.length)
  }

  /** Fills `found` with the words within the allowed edits, the word itself included, each once; returns how many. */
  near(word: string): number {
    this.count = 0
    // Two letters are one edit from three; a single letter is an initial.
    if (word.length < 2) return 0
    if (++this.round === 0xffffffff) this.seen.fill(0)
    const { entries, offsets, mask, hashes } = this
    const letters = lettersOf(word)
    for (let k = hashes.fill(word) - 1; k >= 0; k--) {
      const bucket = hashes.values[k]! & mask
      const end = offsets[bucket + 1]! * entrySize
      for (let at = offsets[bucket]! * entrySize; at < end; at += entrySize)
        if (bitCount(letters ^ entries[at + 1]!) <= 4)
          this.verify(word, letters, entries[at]!, entries[at + 1]!)
    }
    return this.count
  }

  private verify(word: string, letters: number, id: number, itsLetters: number): void {
    if (this.seen[id] === this.round) return
    this.seen[id] = this.round
    const other = this.words[id]!
    const allowed = editsAllowed(Math.max(word.length, other.length))
    if (bitCount(letters ^ itsLetters) > 2 * allowed) return
    if (this.distance.osa(word, other, allowed) > allowed) return
    if (this.count === this.found.length) {
      const larger = new Uint32Array(this.count * 2)
      larger.set(this.found)
      this.found = larger
    }
    this.found[this.count++] = id
  }
}

/** Hashes of a word with up to one or two of its first letters deleted. */
class DeleteHashes {
  readonly values = new Uint32Array(1 + prefix + (prefix * (prefix - 1)) / 2)

  /** Fills `values` with the hashes of a word; returns how many. Equal neighbours lose the first of them only. */
  fill(word: string): number {
    const { values } = this
    const length = Math.min(prefix, word.length)
    const two = word.length >= 6
    let count = 0
    values[count++] = hashWithout(word, length, -1, -1)
    if (word.length < 3) return count
    for (let i = 0; i < length; i++) {
      const repeated = i + 1 < length && word.charCodeAt(i) === word.charCodeAt(i + 1)
      if (!repeated) values[count++] = hashWithout(word, length, i, -1)
      if (two)
        for (let j = i + 1; j < length; j++)
          if (!repeated || j === i + 1) values[count++] = hashWithout(word, length, i, j)
    }
    return count
  }
}

function hashWithout(word: string, length: number, i: number, j: number): number {
  let h = 0x811c9dc5
  for (let k = 0; k < length; k++) if (k !== i && k !== j) h = Math.imul(h ^ word.charCodeAt(k), 0x01000193)
  return mixed(h)
}
