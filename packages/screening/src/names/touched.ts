/**
 * The names that a query touches, with what is met of each: a small table that stays in the processor's nearest memory,
 * however many names there are. Reused from query to query.
 */
export class Touched {
  /** Slots in use, in the order of their first touch. */
  slots = new Uint32Array(512)
  count = 0
  /** By slot: the name (plus one; 0 is free), its hint, and the query's words that it may meet as bits. */
  names = new Uint32Array(1024)
  hints = new Uint32Array(1024)
  words = new Uint32Array(1024)
  /** What those words weigh at most in the name, and what they say at most. */
  weights = new Float64Array(1024)
  told = new Float64Array(1024)
  /** Weight on either side of words that may be written together or apart; Infinity where all may be met as a whole. */
  besides = new Float64Array(1024)
  besidesIn = new Float64Array(1024)
  /** Weight on either side of what one word may be the initials of. */
  initials = new Float64Array(1024)
  initialsIn = new Float64Array(1024)
  private shift = 22

  /** Forgets the last query. */
  begin(): void {
    for (let k = 0; k < this.count; k++) this.names[this.slots[k]!] = 0
    this.count = 0
  }

  /** Notes a name and that it may meet word `bit` of the query, or only the latter where it is noted already. */
  meet(name: number, hint: number, anew: boolean, bit: number, weight: number, told: number): void {
    let slot = this.slotOf(name)
    if (this.names[slot] === 0) {
      if (!anew) return
      slot = this.add(slot, name, hint)
    }
    this.words[slot]! |= bit
    this.weights[slot]! += weight
    this.told[slot]! += told
  }

  /** Notes a name that may meet words of the query written together or apart, or all of it. */
  meetBesides(name: number, hint: number, query: number, inName: number): void {
    let slot = this.slotOf(name)
    if (this.names[slot] === 0) slot = this.add(slot, name, hint)
    this.besides[slot]! += query
    this.besidesIn[slot]! += inName
  }

  /** Notes a name of which a word may be the initials of the query's words, or the other way round. */
  meetInitials(name: number, hint: number, query: number, inName: number): void {
    let slot = this.slotOf(name)
    if (this.names[slot] === 0) slot = this.add(slot, name, hint)
    this.initials[slot]! += query
    this.initialsIn[slot]! += inName
  }

  private add(free: number, name: number, hint: number): number {
    let slot = free
    if (this.count === this.slots.length) {
      this.grow()
      slot = this.slotOf(name)
    }
    this.names[slot] = name + 1
    this.hints[slot] = hint
    this.words[slot] = 0
    this.weights[slot] = 0
    this.told[slot] = 0
    this.besides[slot] = 0
    this.besidesIn[slot] = 0
    this.initials[slot] = 0
    this.initialsIn[slot] = 0
    this.slots[this.count++] = slot
    return slot
  }

  private slotOf(name: number): number {
    const { names } = this
    const last = names.length - 1
    let slot = Math.imul(name, 0x9e3779b1) >>> this.shift
    while (names[slot] !== 0 && names[slot] !== name + 1) slot = (slot + 1) & last
    return slot
  }

  private grow(): void {
    const { slots, names, hints, words, weights, told, besides, besidesIn, initials, initialsIn, count } =
      this
    const size = names.length * 2
    this.slots = new Uint32Array(size / 2)
    this.names = new Uint32Array(size)
    this.hints = new Uint32Array(size)
    this.words = new Uint32Array(size)
    this.weights = new Float64Array(size)
    this.told = new Float64Array(size)
    this.besides = new Float64Array(size)
    this.besidesIn = new Float64Array(size)
    this.initials = new Float64Array(size)
    this.initialsIn = new Float64Array(size)
    this.shift--
    for (let k = 0; k < count; k++) {
      const from = slots[k]!
      const to = this.slotOf(names[from]! - 1)
      this.names[to] = names[from]!
      this.hints[to] = hints[from]!
      this.words[to] = words[from]!
      this.weights[to] = weights[from]!
      this.told[to] = told[from]!
      this.besides[to] = besides[from]!
      this.besidesIn[to] = besidesIn[from]!
      this.initials[to] = initials[from]!
      this.initialsIn[to] = initialsIn[from]!
      this.slots[k] = to
    }
  }
}
