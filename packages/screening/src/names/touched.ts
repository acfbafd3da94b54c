/**
 * The names that a query touches, with what is met of each: a small table that stays in the processor's nearest memory,
 * however many names there are. Reused from query to query.
 */
export class Touched {
  /** Slots in use, in the order of their first touch. */
  slots = new Uint32Array(512)
  count = 0
  /** By slot: the name (plus one; 0 is free), its packed outline, the last word that met it, and the weights met. */
  names = new Uint32Array(1024)
  outlines = new Uint32Array(1024)
  mass = new Float64Array(1024)
  nameMass = new Float64Array(1024)
  private words = new Uint32Array(1024)
  private shift = 22

  /** Forgets the last query. */
  begin(): void {
    for (let k = 0; k < this.count; k++) this.names[this.slots[k]!] = 0
    this.count = 0
  }

  /** Whether a name is touched. */
  has(name: number): boolean {
    return this.names[this.slotOf(name)] !== 0
  }

  /**
   * Notes that word `word` of the query, weighing `weight`, meets a word of a name weighing at most `nameWeight`. Each
   * word counts once a name.
   */
  touch(name: number, outline: number, word: number, weight: number, nameWeight: number): void {
    const slot = this.slotOf(name)
    if (this.names[slot] === 0) {
      this.names[slot] = name + 1
      this.outlines[slot] = outline
      this.words[slot] = word
      this.mass[slot] = weight
      this.nameMass[slot] = nameWeight
      this.slots[this.count++] = slot
      if (this.count === this.slots.length) this.grow()
    } else if (this.words[slot] !== word) {
      this.words[slot] = word
      this.mass[slot]! += weight
      this.nameMass[slot]! += nameWeight
    }
  }

  private slotOf(name: number): number {
    const { names } = this
    const last = names.length - 1
    let slot = Math.imul(name, 0x9e3779b1) >>> this.shift
    while (names[slot] !== 0 && names[slot] !== name + 1) slot = (slot + 1) & last
    return slot
  }

  private grow(): void {
    const { slots, names, outlines, mass, nameMass, words, count } = this
    const size = names.length * 2
    this.slots = new Uint32Array(size / 2)
    this.names = new Uint32Array(size)
    this.outlines = new Uint32Array(size)
    this.mass = new Float64Array(size)
    this.nameMass = new Float64Array(size)
    this.words = new Uint32Array(size)
    this.shift--
    for (let k = 0; k < count; k++) {
      const from = slots[k]!
      const to = this.slotOf(names[from]! - 1)
      this.names[to] = names[from]!
      this.outlines[to] = outlines[from]!
      this.mass[to] = mass[from]!
      this.nameMass[to] = nameMass[from]!
      this.words[to] = words[from]!
      this.slots[k] = to
    }
  }
}
