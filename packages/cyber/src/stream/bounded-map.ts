/** A map that holds at most so many keys: the one used longest ago goes. Its entries in order are plain data. */
export class BoundedMap<V> {
  private readonly map: Map<string, V>
  private readonly most: number

  constructor(most: number, entries: readonly (readonly [string, V])[] = []) {
    this.most = most
    this.map = new Map(entries)
  }

  get size(): number {
    return this.map.size
  }

  /** The value of a key, made where there is none; the key counts as used. */
  use(key: string, make: () => V): V {
    let value = this.map.get(key)
    if (value === undefined) {
      if (this.map.size >= this.most) this.map.delete(this.map.keys().next().value!)
      value = make()
    } else this.map.delete(key)
    this.map.set(key, value)
    return value
  }

  peek(key: string): V | undefined {
    return this.map.get(key)
  }

  /** Puts another value in the place of a key that is there; its use counts as it was. */
  set(key: string, value: V): void {
    if (this.map.has(key)) this.map.set(key, value)
  }

  delete(key: string): void {
    this.map.delete(key)
  }

  entries(): [string, V][] {
    return [...this.map]
  }
}

/** Adds a text to a list that holds at most so many different ones. */
export function addText(list: string[], text: string, most: number): boolean {
  if (list.length >= most || list.includes(text)) return false
  list.push(text)
  return true
}
