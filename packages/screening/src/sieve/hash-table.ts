/** Hashes with the groups that each leads to: open addressing, postings as linked lists, all in typed arrays. */
export class HashTable {
  private readonly hashes: Uint32Array
  private readonly firsts: Int32Array
  private readonly mask: number
  private readonly nexts: Int32Array
  private readonly groups: Int32Array

  constructor(posted: readonly (readonly [hash: number, group: number])[]) {
    const slots = 2 ** Math.max(10, Math.ceil(Math.log2(posted.length * 4 + 1)))
    this.mask = slots - 1
    this.hashes = new Uint32Array(slots)
    this.firsts = new Int32Array(slots).fill(-1)
    this.nexts = new Int32Array(posted.length)
    this.groups = new Int32Array(posted.length)
    posted.forEach(([hash, group], at) => {
      let slot = hash & this.mask
      while (this.firsts[slot] !== -1 && this.hashes[slot] !== hash) slot = (slot + 1) & this.mask
      this.groups[at] = group
      this.nexts[at] = this.firsts[slot]!
      this.hashes[slot] = hash
      this.firsts[slot] = at
    })
  }

  get bytes(): number {
    return 2 * (this.hashes.byteLength + this.nexts.byteLength)
  }

  /** The first posting of a hash, or -1. */
  first(hash: number): number {
    let slot = hash & this.mask
    for (;;) {
      const first = this.firsts[slot]!
      if (first === -1 || this.hashes[slot] === hash) return first
      slot = (slot + 1) & this.mask
    }
  }

  /** The posting after one, or -1. */
  next(posting: number): number {
    return this.nexts[posting]!
  }

  groupAt(posting: number): number {
    return this.groups[posting]!
  }
}
