import { EditDistance } from '@cordon/text'

const buckets = 1 << 18
const filterBits = 24

/**
 * Words to be found again exactly or with one slip of the pen (a letter wrong, missing, too many, or two swapped), by the
 * deletions of both sides (Garbe's symmetric delete). Built once; a look-up of a word of n letters costs n + 1 hashes.
 */
export class FuzzyWords {
  private readonly ids = new Map<string, number>()
  readonly words: string[] = []
  private starts = new Uint32Array(0)
  private hashes = new Uint32Array(0)
  private holders = new Uint32Array(0)
  private readonly distance = new EditDistance()
  /** Letters from which on a slip is let pass. */
  readonly shortest: number
  /** A first look at hashes: most words of texts are near no name at all. */
  private filter = new Uint32Array(0)

  /** @param shortest letters from which on a slip is let pass */
  constructor(shortest = 5) {
    this.shortest = shortest
  }

  /** The number of a word, which is kept. */
  add(word: string): number {
    const known = this.ids.get(word)
    if (known !== undefined) return known
    const id = this.words.push(word) - 1
    this.ids.set(word, id)
    return id
  }

  /** The number of exactly this word. */
  find(word: string): number | undefined {
    return this.ids.get(word)
  }

  /** To be called when all words are added. */
  seal(): void {
    let count = 0
    for (const word of this.words) if (word.length >= this.shortest) count += word.length + 1
    const hashes = new Uint32Array(count)
    const holders = new Uint32Array(count)
    const sizes = new Uint32Array(buckets + 1)
    let at = 0
    for (const [id, word] of this.words.entries()) {
      if (word.length < this.shortest) continue
      for (let skip = -1; skip < word.length; skip++) {
        const hash = hashWithout(word, skip)
        hashes[at] = hash
        holders[at++] = id
        sizes[(hash & (buckets - 1)) + 1]!++
      }
    }
    for (let i = 0; i < buckets; i++) sizes[i + 1]! += sizes[i]!
    const places = sizes.slice()
    this.hashes = new Uint32Array(count)
    this.holders = new Uint32Array(count)
    for (let i = 0; i < count; i++) {
      const place = places[hashes[i]! & (buckets - 1)]!++
      this.hashes[place] = hashes[i]!
      this.holders[place] = holders[i]!
    }
    this.starts = sizes
    this.filter = new Uint32Array(1 << (filterBits - 5))
    for (const hash of this.hashes)
      this.filter[(hash >>> (32 - filterBits)) >>> 5]! |= 1 << ((hash >>> (32 - filterBits)) & 31)
  }

  /** Calls back with each word at distance one; the word itself is none of them. */
  near(word: string, found: (id: number) => void): void {
    if (word.length < this.shortest) return
    let last = -1
    for (let skip = -1; skip < word.length; skip++) {
      const hash = hashWithout(word, skip)
      const bit = hash >>> (32 - filterBits)
      if ((this.filter[bit >>> 5]! & (1 << (bit & 31))) === 0) continue
      const bucket = hash & (buckets - 1)
      for (let i = this.starts[bucket]!; i < this.starts[bucket + 1]!; i++) {
        if (this.hashes[i] !== hash) continue
        const id = this.holders[i]!
        if (id === last) continue
        const other = this.words[id]!
        if (other === word || this.distance.osa(word, other, 1) > 1) continue
        last = id
        found(id)
      }
    }
  }
}

/** FNV-1a over the word without one letter. */
function hashWithout(word: string, skip: number): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < word.length; i++)
    if (i !== skip) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193)
  // The low bits choose the bucket: mixed, for FNV leaves them alike.
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  return (hash ^ (hash >>> 13)) >>> 0
}
