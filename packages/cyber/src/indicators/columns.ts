type Column = Uint8Array | Uint16Array | Uint32Array

/** The column, or a copy of half as much again where it is too short. */
export function grown<T extends Column>(column: T, needed: number): T {
  if (column.length >= needed) return column
  const next = new (column.constructor as new (length: number) => T)(
    Math.max(needed, Math.ceil(column.length * 1.5), 64),
  )
  next.set(column as never)
  return next
}

/** The same for bytes, of which there may be up to 4 GiB. */
export function grownBytes(bytes: Uint8Array, needed: number): Uint8Array {
  if (needed > 0xffff_ffff) throw new RangeError('the values of one indicator set take at most 4 GiB')
  return bytes.length >= needed ? bytes : grown(bytes, Math.min(0xffff_ffff, needed))
}

/** Strings by number, each kept once. */
export class Interner {
  readonly texts: string[] = []
  private readonly places = new Map<string, number>()

  place(text: string): number {
    const found = this.places.get(text)
    if (found !== undefined) return found
    this.places.set(text, this.texts.length)
    return this.texts.push(text) - 1
  }
}
