const none = -1

/**
 * Slots by key: a hash table with open addressing in one array, key beside slot, so that a look-up is mostly one line of the
 * cache. Keys are unsigned 32-bit integers, slots integers from 0.
 */
export class KeyIndex {
  private pairs = new Int32Array(2 * 64).fill(none)
  private mask = 63
  private shift = 26
  private size = 0

  /** The slot of a key, -1 where there is none. */
  get(key: number): number {
    const { pairs, mask } = this
    const wanted = key | 0
    for (let at = Math.imul(wanted, 0x9e3779b1) >>> this.shift; ; at = (at + 1) & mask) {
      const slot = pairs[2 * at + 1]!
      if (slot === none || pairs[2 * at] === wanted) return slot
    }
  }

  /** Adds a key that is not there yet. */
  set(key: number, slot: number): void {
    if (++this.size * 2 > this.mask) this.grow()
    this.put(key | 0, slot)
  }

  /** Removes a key that is there. Those behind it that it pushed away move back, so that no mark stays. */
  delete(key: number): void {
    const { pairs, mask } = this
    let at = this.home(key | 0)
    while (pairs[2 * at] !== (key | 0) || pairs[2 * at + 1] === none) at = (at + 1) & mask
    for (let next = (at + 1) & mask; pairs[2 * next + 1] !== none; next = (next + 1) & mask) {
      const home = this.home(pairs[2 * next]!)
      if (((next - home) & mask) < ((next - at) & mask)) continue
      pairs[2 * at] = pairs[2 * next]!
      pairs[2 * at + 1] = pairs[2 * next + 1]!
      at = next
    }
    pairs[2 * at + 1] = none
    this.size--
  }

  private home(key: number): number {
    return Math.imul(key, 0x9e3779b1) >>> this.shift
  }

  private put(key: number, slot: number): void {
    let at = this.home(key)
    while (this.pairs[2 * at + 1] !== none) at = (at + 1) & this.mask
    this.pairs[2 * at] = key
    this.pairs[2 * at + 1] = slot
  }

  private grow(): void {
    const former = this.pairs
    this.mask = this.mask * 2 + 1
    this.shift--
    this.pairs = new Int32Array(2 * (this.mask + 1)).fill(none)
    for (let i = 0; i < former.length; i += 2)
      if (former[i + 1] !== none) this.put(former[i]!, former[i + 1]!)
  }
}
