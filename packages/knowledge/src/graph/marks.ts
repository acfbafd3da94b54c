import type { LinkGraph } from './link-graph.ts'

const numbers = 0x10000000

/**
 * A small number (0 to 15) on each node of a graph, all wiped at once: a mark holds the round in which it was made, so that
 * a question on a graph of millions costs only what it visits.
 */
export class Marks {
  private readonly column: Uint32Array
  private round = 0

  constructor(size: number) {
    this.column = new Uint32Array(size)
  }

  /** Takes all marks away. */
  wipe(): void {
    if (++this.round < numbers) return
    this.column.fill(0)
    this.round = 1
  }

  set(node: number, mark: number): void {
    this.column[node] = this.round * 16 + mark
  }

  /** The mark of a node; -1 where it has none. */
  get(node: number): number {
    const value = this.column[node]!
    return Math.floor(value / 16) === this.round ? value & 15 : -1
  }
}

const kept = new WeakMap<LinkGraph, Marks[]>()

/** The n-th set of marks of a graph, wiped. Questions don't wait in the middle, so that each has them to itself. */
export function marksOf(graph: LinkGraph, number: number): Marks {
  const all = kept.get(graph) ?? []
  kept.set(graph, all)
  all[number] ??= new Marks(graph.size)
  all[number].wipe()
  return all[number]
}
