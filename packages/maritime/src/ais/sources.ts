const longestName = 64

/**
 * Names of receivers as small numbers, without making a string for each sentence. Number 0 is "not said". At most
 * 65,535 names are kept; later ones count as not said.
 */
export class SourceTable {
  private readonly byHash = new Map<number, number[]>()
  private readonly bytes: Uint8Array[] = [new Uint8Array(0)]
  /** The names by their numbers. */
  readonly names: string[] = ['']

  /** The number of the name in these bytes; of a longer name the first 64 count. */
  idOf(buffer: Uint8Array, from: number, end: number): number {
    if (from === end) return 0
    const to = Math.min(end, from + longestName)
    let hash = 0x811c9dc5
    for (let i = from; i < to; i++) hash = Math.imul(hash ^ buffer[i]!, 0x01000193)
    const candidates = this.byHash.get(hash)
    if (candidates !== undefined) {
      for (const id of candidates) if (same(this.bytes[id]!, buffer, from, to)) return id
    }
    return this.add(hash, candidates, buffer, from, to)
  }

  private add(
    hash: number,
    candidates: number[] | undefined,
    buffer: Uint8Array,
    from: number,
    to: number,
  ): number {
    const id = this.names.length
    if (id > 65_535) return 0
    const bytes = buffer.slice(from, to)
    this.bytes.push(bytes)
    this.names.push(String.fromCharCode(...bytes))
    if (candidates) candidates.push(id)
    else this.byHash.set(hash, [id])
    return id
  }
}

function same(name: Uint8Array, buffer: Uint8Array, from: number, to: number): boolean {
  if (name.length !== to - from) return false
  for (let i = 0; i < name.length; i++) if (name[i] !== buffer[from + i]) return false
  return true
}
