import type { Steps } from '../steps.ts'

/**
 * From hashes to the numbers filed under them, in typed arrays. Different texts may share a hash: whoever asks gets a
 * number too many now and then, never one too few.
 */
export class HashPostings {
  private readonly offsets: Uint32Array
  private readonly values: Uint32Array
  /** What tells hashes of one bucket apart: their upper halves. */
  private readonly uppers: Uint16Array
  private readonly mask: number

  /** Files `values[k]` under `hashes[k]`, in steps. Values keep their order within a hash. */
  static *building(hashes: NumberList, values: NumberList): Steps<HashPostings> {
    const buckets = 2 ** Math.max(4, Math.ceil(Math.log2(Math.max(1, hashes.length))))
    const offsets = new Uint32Array(buckets + 1)
    for (let k = 0; k < hashes.length; k++) {
      offsets[(hashes.at(k) & (buckets - 1)) + 1]!++
      if (k % 4096 === 0) yield
    }
    for (let b = 0; b < buckets; b++) offsets[b + 1]! += offsets[b]!
    yield
    const filed = new Uint32Array(hashes.length)
    const uppers = new Uint16Array(hashes.length)
    const next = offsets.slice()
    for (let k = 0; k < hashes.length; k++) {
      const place = next[hashes.at(k) & (buckets - 1)]!++
      filed[place] = values.at(k)
      uppers[place] = hashes.at(k) >>> 16
      if (k % 4096 === 0) yield
    }
    return new HashPostings(offsets, filed, uppers)
  }

  private constructor(offsets: Uint32Array, values: Uint32Array, uppers: Uint16Array) {
    this.offsets = offsets
    this.values = values
    this.uppers = uppers
    this.mask = offsets.length - 2
  }

  /** Where the values of a hash begin, among others that `holds` tells apart; they end before `end(hash)`. */
  begin(hash: number): number {
    return this.offsets[hash & this.mask]!
  }

  /** Where the values of a hash end. */
  end(hash: number): number {
    return this.offsets[(hash & this.mask) + 1]!
  }

  /** Whether the value at a place is filed under this hash. */
  holds(place: number, hash: number): boolean {
    return this.uppers[place] === hash >>> 16
  }

  /** The value at a place. */
  at(place: number): number {
    return this.values[place]!
  }
}

/** A list of 32-bit numbers that grows without moving more than it must. */
export class NumberList {
  length = 0
  private numbers = new Uint32Array(1024)

  push(value: number): void {
    if (this.length === this.numbers.length) {
      const larger = new Uint32Array(this.length * 2)
      larger.set(this.numbers)
      this.numbers = larger
    }
    this.numbers[this.length++] = value
  }

  at(place: number): number {
    return this.numbers[place]!
  }

  /** The numbers so far, without room to spare. */
  toArray(): Uint32Array {
    return this.numbers.slice(0, this.length)
  }
}
