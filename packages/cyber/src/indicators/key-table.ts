import { type IndicatorKind, indicatorKinds } from '@cordon/model'
import { hashKey, KeyWriter, valueOfKey } from './byte-keys.ts'
import { grown, grownBytes } from './columns.ts'

/**
 * Distinct values by kind, numbered from 0 in the order in which they came: an open-addressed table of hash and place,
 * whose keys lie end to end in one array. A hash that agrees is never taken for the value: the bytes are compared.
 */
export class KeyTable {
  size = 0
  private slots: Uint32Array
  private mask: number
  private keys: Uint8Array
  /** Where each key begins; one more for the end. */
  private starts: Uint32Array
  private kinds: Uint8Array
  private readonly writer = new KeyWriter()
  private readonly seed: number

  /**
   * @param expected how many values are to come; it grows where there are more
   * @param seed of the hash; any number, the same one gives the same table
   */
  constructor(expected = 1024, seed = 0x5eed) {
    const capacity = 2 ** Math.ceil(Math.log2(Math.max(1024, expected * 1.5)))
    this.slots = new Uint32Array(2 * capacity)
    this.mask = capacity - 1
    this.starts = new Uint32Array(expected + 1)
    this.kinds = new Uint8Array(expected)
    this.keys = new Uint8Array(expected * 16)
    this.seed = seed
  }

  /** The number of a canonical value, or -1. */
  find(kind: number, value: string): number {
    const { writer } = this
    writer.write(indicatorKinds[kind]!, value)
    return this.findKey(kind, writer.bytes, writer.length)
  }

  /** The number of a value as it stands in a log, -1 where it is not there, -2 where its canonical form must be made first. */
  findCommon(kind: number, text: string): number {
    const { writer } = this
    return writer.writeCommon(indicatorKinds[kind]!, text)
      ? this.findKey(kind, writer.bytes, writer.length)
      : -2
  }

  /** The same for a value that is bytes already. */
  findKey(kind: number, bytes: Uint8Array, length: number): number {
    const hash = hashKey(bytes, length, kind, this.seed)
    const { slots, mask } = this
    for (let at = hash & mask; ; at = (at + 1) & mask) {
      const place = slots[2 * at + 1]!
      if (place === 0) return -1
      if (slots[2 * at] === hash && this.isKey(place - 1, kind, bytes, length)) return place - 1
    }
  }

  /** The number of a canonical value, a new one where it is not there yet. */
  add(kind: number, value: string): number {
    const { writer } = this
    writer.write(indicatorKinds[kind]!, value)
    const { bytes, length } = writer
    const found = this.findKey(kind, bytes, length)
    if (found >= 0) return found
    const place = this.size++
    this.kinds = grown(this.kinds, this.size)
    this.starts = grown(this.starts, this.size + 1)
    const start = this.starts[place]!
    this.keys = grownBytes(this.keys, start + length)
    for (let i = 0; i < length; i++) this.keys[start + i] = bytes[i]!
    this.starts[place + 1] = start + length
    this.kinds[place] = kind
    if (this.size * 1.4 > this.mask) this.rehash()
    else this.insert(hashKey(bytes, length, kind, this.seed), place)
    return place
  }

  kindOf(place: number): number {
    return this.kinds[place]!
  }

  valueOf(place: number): string {
    const kind: IndicatorKind = indicatorKinds[this.kinds[place]!]!
    return valueOfKey(kind, this.keys, this.starts[place]!, this.starts[place + 1]!)
  }

  /** Bytes held. */
  get bytes(): number {
    const { slots, keys, starts, kinds } = this
    return slots.byteLength + keys.byteLength + starts.byteLength + kinds.byteLength
  }

  private isKey(place: number, kind: number, bytes: Uint8Array, length: number): boolean {
    const start = this.starts[place]!
    if (this.starts[place + 1]! - start !== length || this.kinds[place] !== kind) return false
    const { keys } = this
    for (let i = 0; i < length; i++) if (keys[start + i] !== bytes[i]) return false
    return true
  }

  private insert(hash: number, place: number): void {
    const { slots, mask } = this
    let at = hash & mask
    while (slots[2 * at + 1] !== 0) at = (at + 1) & mask
    slots[2 * at] = hash
    slots[2 * at + 1] = place + 1
  }

  private rehash(): void {
    const old = this.slots
    const capacity = 2 * (this.mask + 1)
    this.slots = new Uint32Array(2 * capacity)
    this.mask = capacity - 1
    for (let i = 0; i < old.length; i += 2) if (old[i + 1] !== 0) this.insert(old[i]!, old[i + 1]! - 1)
    const place = this.size - 1
    const start = this.starts[place]!
    const length = this.starts[place + 1]! - start
    this.insert(hashKey(this.keys.subarray(start), length, this.kinds[place]!, this.seed), place)
  }
}
