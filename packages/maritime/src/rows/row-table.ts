import { KeyIndex } from './key-index.ts'

const rowsPerPage = 256
const none = -1

/** Slots by key; -1 for none. */
export interface SlotIndex {
  get(key: number): number
  set(key: number, slot: number): void
  delete(key: number): void
}

/**
 * Rows of numbers by a key (an unsigned 32-bit integer), in the order in which they were added. A row's numbers stand side
 * by side in one array of doubles: a ship costs a few lines of the processor's cache, where objects that hold doubles cost
 * one for each of them. `page(slot)` and `at(slot)` say where: its numbers are `page[at]` to `page[at + width - 1]`.
 * A slot is good until its row is removed.
 */
export class RowTable {
  size = 0
  private readonly width: number
  private readonly index: SlotIndex
  private readonly pages: Float64Array[] = []
  private keys = new Uint32Array(rowsPerPage)
  /** The order, as a list through the slots. A free slot's `next` is the next free one. */
  private next = new Int32Array(rowsPerPage)
  private previous = new Int32Array(rowsPerPage)
  private head = none
  private tail = none
  private free = none
  private used = 0

  /**
   * @param width numbers in a row
   * @param index where the slots of keys are; `NumberIndex` for keys that are counted up
   */
  constructor(width: number, index: SlotIndex = new KeyIndex()) {
    this.width = width
    this.index = index
  }

  /** The slot of a key, -1 where there is none. */
  find(key: number): number {
    return this.index.get(key)
  }

  /** A new row of zeros, last in order. The key must not be there yet. */
  add(key: number): number {
    const slot = this.newSlot()
    this.keys[slot] = key
    this.index.set(key, slot)
    const at = this.at(slot)
    this.page(slot).fill(0, at, at + this.width)
    this.append(slot)
    this.size++
    return slot
  }

  /** Removes a row; its slot is used again. */
  remove(slot: number): void {
    this.index.delete(this.keys[slot]!)
    this.unlink(slot)
    this.next[slot] = this.free
    this.free = slot
    this.size--
  }

  /** Makes a row the last in order. */
  touch(slot: number): void {
    if (slot === this.tail) return
    this.unlink(slot)
    this.append(slot)
  }

  /** The array that holds a row. */
  page(slot: number): Float64Array {
    return this.pages[slot >>> 8]!
  }

  /** Where in its page a row begins. */
  at(slot: number): number {
    return (slot & 255) * this.width
  }

  /** The key of a row. */
  key(slot: number): number {
    return this.keys[slot]!
  }

  /** The first slot in order, -1 where there is no row. */
  get first(): number {
    return this.head
  }

  /** The slot behind one, -1 behind the last. Ask before a row is removed. */
  after(slot: number): number {
    return this.next[slot]!
  }

  private newSlot(): number {
    if (this.free !== none) {
      const slot = this.free
      this.free = this.next[slot]!
      return slot
    }
    const slot = this.used++
    if (slot >>> 8 === this.pages.length) this.pages.push(new Float64Array(rowsPerPage * this.width))
    if (slot >= this.keys.length) {
      this.keys = grown(this.keys, new Uint32Array(slot * 2))
      this.next = grown(this.next, new Int32Array(slot * 2))
      this.previous = grown(this.previous, new Int32Array(slot * 2))
    }
    return slot
  }

  private append(slot: number): void {
    this.previous[slot] = this.tail
    this.next[slot] = none
    if (this.tail === none) this.head = slot
    else this.next[this.tail] = slot
    this.tail = slot
  }

  private unlink(slot: number): void {
    const before = this.previous[slot]!
    const after = this.next[slot]!
    if (before === none) this.head = after
    else this.next[before] = after
    if (after === none) this.tail = before
    else this.previous[after] = before
  }
}

function grown<T extends Uint32Array | Int32Array>(from: T, to: T): T {
  to.set(from)
  return to
}
