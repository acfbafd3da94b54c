/**
 * Slots filled by things of limited number, as a bipartite matching that grows slot by slot (Kuhn's algorithm): a new
 * slot may push others to other things. What was filled can be taken back to a mark.
 */
export class Slots {
  private readonly candidates: (readonly number[])[] = []
  /** Thing of each slot. */
  private readonly thingOf: number[] = []
  /** Slots that each thing fills. */
  private readonly slotsOf: number[][]
  private readonly capacity: readonly number[]
  private seen: Int32Array
  private round = 0

  constructor(capacity: readonly number[]) {
    this.capacity = capacity
    this.slotsOf = capacity.map(() => [])
    this.seen = new Int32Array(capacity.length)
  }

  get length(): number {
    return this.candidates.length
  }

  /** A mark to come back to. */
  mark(): number {
    return this.candidates.length
  }

  /** Empties the slots added since the mark; the others may stay filled otherwise than they were. */
  restore(mark: number): void {
    while (this.candidates.length > mark) {
      this.candidates.pop()
      const thing = this.thingOf.pop()!
      if (thing >= 0) this.slotsOf[thing]!.splice(this.slotsOf[thing]!.indexOf(this.candidates.length), 1)
    }
  }

  /** Adds a slot and fills it with one of the things; false where that can't be, and the slot then is not there. */
  add(things: readonly number[]): boolean {
    const slot = this.candidates.push(things) - 1
    this.thingOf.push(-1)
    this.round++
    if (this.seek(slot)) return true
    this.candidates.pop()
    this.thingOf.pop()
    return false
  }

  /** The things in use, each once, in order. */
  used(): number[] {
    return [...new Set(this.thingOf)].sort((a, b) => a - b)
  }

  /** Finds an augmenting path by depth; its length is bounded by the number of things. */
  private seek(slot: number): boolean {
    for (const thing of this.candidates[slot]!)
      if (this.seen[thing] !== this.round && this.slotsOf[thing]!.length < this.capacity[thing]!)
        return this.put(slot, thing)
    for (const thing of this.candidates[slot]!) {
      if (this.seen[thing] === this.round) continue
      this.seen[thing] = this.round
      for (const other of [...this.slotsOf[thing]!]) {
        if (!this.seek(other)) continue
        return this.put(slot, thing)
      }
    }
    return false
  }

  private put(slot: number, thing: number): boolean {
    const before = this.thingOf[slot]!
    if (before >= 0) this.slotsOf[before]!.splice(this.slotsOf[before]!.indexOf(slot), 1)
    this.thingOf[slot] = thing
    this.slotsOf[thing]!.push(slot)
    return true
  }
}
