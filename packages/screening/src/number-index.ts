import type { Steps } from './steps.ts'

/**
 * Finds who holds a number, or one that a slip of the pen makes of it: one character another, or two neighbours
 * swapped. Two numbers within such a slip share a form: the number with each character masked, and with each pair of
 * neighbours masked but for which two they are. Hashes of forms lead to holders in typed arrays. A collision finds a
 * holder too many (two in a thousand million), which the evidence then does not bear out. Short and very long numbers
 * (wallets) only meet exactly.
 */
export class NumberIndex {
  private readonly offsets: Uint32Array
  private readonly hashes: Uint32Array
  private readonly holders: Uint32Array

  /**
   * Builds the index in steps.
   * @param keys for each holder, by its place, the numbers it holds
   */
  static *building(keys: readonly (readonly string[])[]): Steps<NumberIndex> {
    let total = 0
    for (const own of keys) for (const key of own) total += formsOf(key)
    const buckets = 2 ** Math.max(4, Math.ceil(Math.log2(Math.max(1, total))))
    const offsets = new Uint32Array(buckets + 1)
    const all = new Uint32Array(total)
    let at = 0
    for (const [holder, own] of keys.entries()) {
      for (const key of own)
        for (let form = formsOf(key) - 1; form >= 0; form--) {
          const hash = hashOf(key, form)
          all[at++] = hash
          offsets[(hash & (buckets - 1)) + 1]!++
        }
      if (holder % 64 === 0) yield
    }
    for (let b = 0; b < buckets; b++) offsets[b + 1]! += offsets[b]!
    const [hashes, holders, next] = [new Uint32Array(total), new Uint32Array(total), offsets.slice()]
    at = 0
    for (const [holder, own] of keys.entries()) {
      for (const key of own)
        for (let form = formsOf(key) - 1; form >= 0; form--) {
          const hash = all[at++]!
          const slot = next[hash & (buckets - 1)]!++
          hashes[slot] = hash
          holders[slot] = holder
        }
      if (holder % 64 === 0) yield
    }
    return new NumberIndex(offsets, hashes, holders)
  }

  private constructor(offsets: Uint32Array, hashes: Uint32Array, holders: Uint32Array) {
    this.offsets = offsets
    this.hashes = hashes
    this.holders = holders
  }

  /** Calls back with holders of the number or of a near one, some more than once. */
  find(key: string, found: (holder: number) => void): void {
    const mask = this.offsets.length - 2
    for (let form = formsOf(key) - 1; form >= 0; form--) {
      const hash = hashOf(key, form)
      const end = this.offsets[(hash & mask) + 1]!
      for (let at = this.offsets[hash & mask]!; at < end; at++)
        if (this.hashes[at] === hash) found(this.holders[at]!)
    }
  }
}

function formsOf(key: string): number {
  return key.length < 7 || key.length > 12 ? 1 : 2 * key.length
}

/** Form 0 is the key itself, 1 to its length mask one character, the rest a pair of neighbours. */
function hashOf(key: string, form: number): number {
  const { length } = key
  const masked = form - 1
  const pair = masked - length
  let h = 0x811c9dc5 ^ length
  for (let i = 0; i < length; i++) {
    let code = key.charCodeAt(i)
    if (pair >= 0 && (i === pair || i === pair + 1)) {
      const [a, b] = [key.charCodeAt(pair), key.charCodeAt(pair + 1)]
      code = 0x10000 + (i === pair ? Math.min(a, b) : Math.max(a, b))
    } else if (i === masked) code = 0x30000
    h = Math.imul(h ^ code, 0x01000193)
  }
  h ^= h >>> 15
  h = Math.imul(h, 0x2c1b3c6d)
  return (h ^ (h >>> 12)) >>> 0
}
