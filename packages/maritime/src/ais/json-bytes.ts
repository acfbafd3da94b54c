const zero = 0x30
const dot = 0x2e
const minus = 0x2d

/** JSON text as bytes that grow, for the hot path: no string is made for a number or a key. */
export class JsonBytes {
  bytes = new Uint8Array(64 * 1024)
  length = 0

  /** Makes room for what one message may need. */
  reserve(room: number): void {
    if (this.length + room <= this.bytes.length) return
    const wider = new Uint8Array(2 * this.bytes.length + room)
    wider.set(this.bytes)
    this.bytes = wider
  }

  /** The bytes so far, and a new beginning. */
  take(): Uint8Array {
    const taken = this.bytes.slice(0, this.length)
    this.length = 0
    return taken
  }

  /** Bytes as they are: a key, a word. */
  raw(from: Uint8Array): void {
    const { bytes } = this
    let { length } = this
    for (let i = 0; i < from.length; i++) bytes[length++] = from[i]!
    this.length = length
  }

  /** One ASCII character. */
  char(code: number): void {
    this.bytes[this.length++] = code
  }

  /** A whole number below 2 to the power of 31, divided by 10 to the power of `digits`, without zeros at its end. */
  fixed(value: number, digits: number): void {
    let rest = value | 0
    if (rest < 0) {
      this.bytes[this.length++] = minus
      rest = -rest
    }
    let places = digits
    while (places > 0 && rest % 10 === 0) {
      rest = (rest / 10) | 0
      places--
    }
    let size = 1
    for (let left = (rest / 10) | 0; left > 0; left = (left / 10) | 0) size++
    if (size <= places) size = places + 1
    const end = this.length + size + (places > 0 ? 1 : 0)
    let at = end
    for (let i = 0; i < size; i++) {
      if (i === places && places > 0) this.bytes[--at] = dot
      const next = (rest / 10) | 0
      this.bytes[--at] = zero + (rest - next * 10)
      rest = next
    }
    this.length = end
  }
}
