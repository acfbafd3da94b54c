/** Marks a text that is kept as UTF-16; no ASCII text begins with it. */
const wide = 0xff
const empty = 0xffffffff

/**
 * Texts numbered in the order in which they first came: 0, 1, 2 ... Kept as bytes beside a table of open addresses, so that
 * millions cost some forty bytes each and nothing of the garbage collector's time. Every string has a number of its own,
 * lone surrogates included.
 */
export class TextTable {
  private bytes = new Uint8Array(1 << 12)
  private end = 0
  private starts = new Uint32Array(1 << 8)
  private hashes = new Uint32Array(1 << 8)
  private slots = new Uint32Array(1 << 9).fill(empty)
  private count = 0

  /** How many texts there are. */
  get size(): number {
    return this.count
  }

  /** The number of a text; it is added where it is new. */
  add(text: string): number {
    const from = this.write(text)
    const length = this.end - from
    const hash = hashOf(this.bytes, from, this.end)
    const slot = this.slotOf(hash, from, length)
    const known = this.slots[slot]!
    if (known !== empty) {
      this.end = from
      return known
    }
    if (this.count + 1 >= this.starts.length) {
      this.starts = grown(this.starts, this.starts.length * 2)
      this.hashes = grown(this.hashes, this.hashes.length * 2)
    }
    const number = this.count++
    this.starts[number] = from
    this.starts[number + 1] = this.end
    this.hashes[number] = hash
    this.slots[slot] = number
    if (this.count * 2 > this.slots.length) this.spread()
    return number
  }

  /** The number of a text; undefined where it never came. */
  find(text: string): number | undefined {
    const from = this.write(text)
    const length = this.end - from
    const found = this.slots[this.slotOf(hashOf(this.bytes, from, this.end), from, length)]!
    this.end = from
    return found === empty ? undefined : found
  }

  /** The text of a number. @throws RangeError for a number that was never given */
  get(number: number): string {
    if (!(number >= 0 && number < this.count))
      throw new RangeError(`a text's number is 0 to ${this.count - 1}, not ${number}`)
    const from = this.starts[number]!
    const to = this.starts[number + 1]!
    const { bytes } = this
    let text = ''
    if (bytes[from] === wide && to > from)
      for (let at = from + 1; at < to; at += 2)
        text += String.fromCharCode(bytes[at]! | (bytes[at + 1]! << 8))
    else for (let at = from; at < to; at++) text += String.fromCharCode(bytes[at]!)
    return text
  }

  /** Bytes that it holds. */
  get memory(): number {
    return this.bytes.length + 4 * (this.starts.length + this.hashes.length + this.slots.length)
  }

  private write(text: string): number {
    const from = this.end
    const most = from + 2 * text.length + 1
    if (most > this.bytes.length) {
      const next = new Uint8Array(Math.max(most, this.bytes.length * 2))
      next.set(this.bytes)
      this.bytes = next
    }
    const { bytes } = this
    let to = from
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at)
      if (unit > 0x7f) return this.writeWide(text, from)
      bytes[to++] = unit
    }
    this.end = to
    return from
  }

  private writeWide(text: string, from: number): number {
    let to = from
    this.bytes[to++] = wide
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at)
      this.bytes[to++] = unit & 0xff
      this.bytes[to++] = unit >> 8
    }
    this.end = to
    return from
  }

  /** Where the text stands, or the free slot where it would. */
  private slotOf(hash: number, from: number, length: number): number {
    const mask = this.slots.length - 1
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const number = this.slots[slot]!
      if (number === empty) return slot
      if (this.hashes[number] === hash && this.same(number, from, length)) return slot
    }
  }

  private same(number: number, from: number, length: number): boolean {
    const start = this.starts[number]!
    if (this.starts[number + 1]! - start !== length) return false
    for (let at = 0; at < length; at++) if (this.bytes[start + at] !== this.bytes[from + at]) return false
    return true
  }

  private spread(): void {
    const slots = new Uint32Array(this.slots.length * 2).fill(empty)
    const mask = slots.length - 1
    for (let number = 0; number < this.count; number++) {
      let slot = this.hashes[number]! & mask
      while (slots[slot] !== empty) slot = (slot + 1) & mask
      slots[slot] = number
    }
    this.slots = slots
  }
}

function grown(column: Uint32Array, length: number): Uint32Array<ArrayBuffer> {
  const next = new Uint32Array(length)
  next.set(column)
  return next
}

/** FNV-1a, with MurmurHash3's finish so that the low bits are good ones. */
function hashOf(bytes: Uint8Array, from: number, to: number): number {
  let hash = 0x811c9dc5
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ bytes[at]!, 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
