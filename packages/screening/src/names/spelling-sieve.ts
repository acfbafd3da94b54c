import type { Term } from './term.ts'

/**
 * Tells which parts of a word can't be spellings of listed words, in no time (a Bloom filter of one hash over a hash
 * that any part of a text has at once): a word has a hundred ways to be cut, of which next to none leads anywhere.
 */
export class SpellingSieve {
  private readonly bits: Uint32Array
  private readonly mask: number
  private readonly sums = new Int32Array(mostSieved + 1)
  private readonly powers = new Int32Array(mostSieved + 1)

  constructor(terms: readonly Term[]) {
    let spellings = 0
    for (const term of terms) spellings += term.spellings.length
    const size = 2 ** Math.max(10, Math.ceil(Math.log2(Math.max(1, spellings * 16))))
    this.bits = new Uint32Array(size / 32)
    this.mask = size - 1
    this.powers[0] = 1
    for (let k = 1; k <= mostSieved; k++) this.powers[k] = Math.imul(this.powers[k - 1]!, 0x01000193)
    for (const term of terms)
      for (const { text } of term.spellings) {
        if (text.length > mostSieved) continue
        this.read(text)
        const bit = this.bit(0, text.length)
        this.bits[bit >>> 5]! |= 1 << (bit & 31)
      }
  }

  /** Takes up a word of at most `mostSieved` letters. */
  read(text: string): void {
    let sum = 0
    for (let k = 0; k < text.length && k < mostSieved; k++) {
      sum = (Math.imul(sum, 0x01000193) + text.charCodeAt(k)) | 0
      this.sums[k + 1] = sum
    }
  }

  /** Whether the word's letters from `start` to before `end` may be a listed spelling. */
  may(start: number, end: number): boolean {
    const bit = this.bit(start, end)
    return (this.bits[bit >>> 5]! & (1 << (bit & 31))) !== 0
  }

  private bit(start: number, end: number): number {
    const sum = (this.sums[end]! - Math.imul(this.sums[start]!, this.powers[end - start]!)) | 0
    let h = sum ^ (sum >>> 15)
    h = Math.imul(h, 0x2c1b3c6d)
    return ((h ^ (h >>> 13)) >>> 0) & this.mask
  }
}

/** Longest word that is cut. */
export const mostSieved = 64
