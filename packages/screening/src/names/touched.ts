/**
 * The names that a query touches, with what is met of each: a small table that stays in the processor's nearest memory,
 * however many names there are. Reused from query to query.
 */
export class Touched {
  count = 0
  /** By entry, in the order of their first touch: the name, its hint, and the query's words that it may meet as bits. */
  names = new Uint32Array(512)
  hints = new Uint32Array(512)
  words = new Uint32Array(512)
  /** What those words weigh at most in the name, and what they say at most. */
  weights = new Float64Array(512)
  told = new Float64Array(512)
  /** Weight on either side of words that may be written together or apart; Infinity where all may be met as a whole. */
  besides = new Float64Array(512)
  besidesIn = new Float64Array(512)
  /** Weight on either side of what one word may be the initials of. */
  initials = new Float64Array(512)
  initialsIn = new Float64Array(512)
  /** By slot of a hash of names: the entry plus one, 0 where it is free; and the slot of each entry. */
  private table = new Uint32Array(1024)
  private slots = new Uint32Array(512)
  private shift = 22

  /** Forgets the last query. */
  begin(): void {
    const { table, slots, count } = this
    for (let k = 0; k < count; k++) table[slots[k]!] = 0
    this.count = 0
  }

  /** Notes a name and that it may meet word `bit` of the query; nothing where it is new and `anew` is false. */
  meet(name: number, hint: number, anew: boolean, bit: number, weight: number, told: number): void {
    const slot = this.slotOf(name)
    let entry = this.table[slot]! - 1
    if (entry < 0) {
      if (!anew) return
      entry = this.add(slot, name, hint)
    }
    this.words[entry]! |= bit
    this.weights[entry]! += weight
    this.told[entry]! += told
  }

  /** Notes a name that may meet words of the query written together or apart, or all of it. */
  meetBesides(name: number, hint: number, query: number, inName: number): void {
    const entry = this.entryOf(name, hint)
    this.besides[entry]! += query
    this.besidesIn[entry]! += inName
  }

  /** Notes a name of which a word may be the initials of the query's words, or the other way round. */
  meetInitials(name: number, hint: number, query: number, inName: number): void {
    const entry = this.entryOf(name, hint)
    this.initials[entry]! += query
    this.initialsIn[entry]! += inName
  }

  private entryOf(name: number, hint: number): number {
    const slot = this.slotOf(name)
    const known = this.table[slot]!
    return known > 0 ? known - 1 : this.add(slot, name, hint)
  }

  private add(free: number, name: number, hint: number): number {
    let slot = free
    if (this.count === this.names.length) {
      this.grow()
      slot = this.slotOf(name)
    }
    const entry = this.count++
    this.table[slot] = entry + 1
    this.slots[entry] = slot
    this.names[entry] = name
    this.hints[entry] = hint
    this.words[entry] = 0
    this.weights[entry] = 0
    this.told[entry] = 0
    this.besides[entry] = 0
    this.besidesIn[entry] = 0
    this.initials[entry] = 0
    this.initialsIn[entry] = 0
    return entry
  }

  private slotOf(name: number): number {
    const { table, names } = this
    const last = table.length - 1
    let slot = Math.imul(name, 0x9e3779b1) >>> this.shift
    for (let entry = table[slot]!; entry !== 0 && names[entry - 1] !== name; entry = table[slot]!)
      slot = (slot + 1) & last
    return slot
  }

  private grow(): void {
    const size = this.names.length * 2
    for (const key of ['names', 'hints', 'words', 'slots'] as const) this[key] = longer(this[key], size)
    for (const key of ['weights', 'told', 'besides', 'besidesIn', 'initials', 'initialsIn'] as const) {
      const larger = new Float64Array(size)
      larger.set(this[key])
      this[key] = larger
    }
    this.table = new Uint32Array(size * 2)
    this.shift--
    for (let entry = 0; entry < this.count; entry++) {
      const slot = this.slotOf(this.names[entry]!)
      this.table[slot] = entry + 1
      this.slots[entry] = slot
    }
  }
}

function longer(numbers: Uint32Array, size: number): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(size)
  larger.set(numbers)
  return larger
}
