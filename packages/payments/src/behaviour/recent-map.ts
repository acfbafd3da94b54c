/** A map that holds at most so many keys: the one used longest ago goes. Its entries in order are plain data. */
export class RecentMap<V> {
  private readonly map: Map<string, V>
  private readonly most: number

  constructor(most: number, entries: readonly (readonly [string, V])[] = []) {
    this.most = most
    this.map = new Map(entries)
  }

  get size(): number {
    return this.map.size
  }

  /** The value of a key; looking does not count as use. */
  get(key: string): V | undefined {
    return this.map.get(key)
  }

  /** Sets a value; the key counts as used. What had to go is given back. */
  set(key: string, value: V): V | undefined {
    this.map.delete(key)
    this.map.set(key, value)
    if (this.map.size <= this.most) return undefined
    const oldest = this.map.entries().next().value!
    this.map.delete(oldest[0])
    return oldest[1]
  }

  delete(key: string): void {
    this.map.delete(key)
  }

  entries(): [string, V][] {
    return [...this.map]
  }
}
