const none = -1
const pageBits = 12
const pageSize = 1 << pageBits

/**
 * Slots by keys that are counted up, as numbers of tracks are: pages of an array, each there only while a key of it is. A look-up
 * reads four bytes beside those of its neighbours, where a hash table would spread them over the memory.
 */
export class NumberIndex {
  private readonly pages: (Int32Array | undefined)[] = []
  private readonly used: number[] = []

  /** The slot of a key, -1 where there is none. */
  get(key: number): number {
    const page = this.pages[key >>> pageBits]
    return page === undefined ? none : page[key & (pageSize - 1)]!
  }

  /** Adds a key that is not there yet. */
  set(key: number, slot: number): void {
    const at = key >>> pageBits
    // An array without holes, so that the engine keeps it as one.
    while (this.pages.length <= at) {
      this.pages.push(undefined)
      this.used.push(0)
    }
    let page = this.pages[at]
    if (page === undefined) {
      page = new Int32Array(pageSize).fill(none)
      this.pages[at] = page
    }
    page[key & (pageSize - 1)] = slot
    this.used[at]!++
  }

  /** Removes a key that is there. */
  delete(key: number): void {
    const at = key >>> pageBits
    this.pages[at]![key & (pageSize - 1)] = none
    if (--this.used[at]! === 0) this.pages[at] = undefined
  }
}
