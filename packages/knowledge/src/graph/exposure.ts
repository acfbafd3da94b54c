import type { Ref } from '@cordon/model'
import { type Follow, type GraphStep, holds, type LinkGraph, nodeFlags, planFollow } from './link-graph.ts'

/** What is asked of a thing's exposure. */
export interface ExposureOptions extends Follow {
  /** Links of the longest way. Default 3. */
  readonly hops?: number
  /** Ways that carry less are not followed. Default .02. */
  readonly least?: number
  /** Designated things that are given. Default 50. */
  readonly limit?: number
}

/** One designated thing that a thing is exposed to. */
export interface Exposure {
  readonly to: Ref
  /** 0..1: what the best way carries, the product of its links. A convention that ranks, not a probability. */
  readonly share: number
  readonly hops: number
  readonly steps: readonly GraphStep[]
}

/** What a thing is exposed to. */
export interface ExposureAnswer {
  readonly of: Ref
  /** The thing itself is on a list. */
  readonly designated: boolean
  /** The strongest first. */
  readonly exposures: readonly Exposure[]
  /** Designated things that were reached, those beyond the limit included. */
  readonly total: number
  /** Things that were reached at all. */
  readonly reached: number
  /** Things of which only the first `fanOut` links were followed. */
  readonly cut: number
}

/**
 * Which designated things are within reach, over which way, and how much the way carries. Every way of at most `hops` links
 * counts, a longer one too where it carries more than the shortest.
 */
export function exposure(graph: LinkGraph, node: number, options: ExposureOptions = {}): ExposureAnswer {
  const reach = new Reach(graph, node, options)
  const hits = reach.designated()
  const { limit = 50 } = options
  return {
    of: graph.ref(node),
    designated: graph.is(node, 'designated'),
    exposures: hits.slice(0, limit).map((entry) => reach.explain(entry)),
    total: hits.length,
    reached: reach.reached,
    cut: reach.cut,
  }
}

/** Scratch memory by node, kept between questions: clearing two columns of millions would cost more than the question. */
interface Scratch {
  readonly stamps: Uint32Array
  readonly best: Uint32Array
  stamp: number
}
const scratches = new WeakMap<LinkGraph, Scratch>()

function scratchOf(graph: LinkGraph): Scratch {
  let scratch = scratches.get(graph)
  if (!scratch || scratch.stamp === 0xffffffff) {
    scratch = { stamps: new Uint32Array(graph.size), best: new Uint32Array(graph.size), stamp: 0 }
    scratches.set(graph, scratch)
  }
  scratch.stamp++
  return scratch
}

/** A search in layers. Each entry is one way: its last node and link, the entry before it, and what it carries. */
class Reach {
  reached = 0
  cut = 0
  private readonly graph: LinkGraph
  private readonly scratch: Scratch
  private nodes = new Uint32Array(1 << 10)
  private links = new Uint32Array(1 << 10)
  private before = new Uint32Array(1 << 10)
  private carries = new Float64Array(1 << 10)
  private readonly layers: number[] = [0]
  private count = 0
  private readonly hits: number[] = []

  constructor(graph: LinkGraph, start: number, options: ExposureOptions) {
    this.graph = graph
    this.scratch = scratchOf(graph)
    const plan = planFollow(graph, options)
    const least = options.least ?? 0.02
    this.push(start, 0, 0, 1)
    for (let hop = 0; hop < (options.hops ?? 3); hop++) {
      const [from, to] = [this.layers[hop]!, this.count]
      this.layers.push(to)
      this.widen(from, to, plan, least)
      if (this.count === to) break
    }
  }

  /** Entries of the best way to each designated thing, the strongest first. */
  designated(): number[] {
    const { best } = this.scratch
    const standing = this.hits.filter((entry) => best[this.nodes[entry]!] === entry && entry !== 0)
    return standing.sort((a, b) => this.carries[b]! - this.carries[a]! || a - b)
  }

  explain(entry: number): Exposure {
    const chain: number[] = []
    for (let at = entry; at !== 0; at = this.before[at]!) chain.push(at)
    chain.reverse()
    const steps = chain.map((at) => this.graph.step(this.links[at]!, this.nodes[this.before[at]!]!))
    return {
      to: this.graph.ref(this.nodes[entry]!),
      share: this.carries[entry]!,
      hops: steps.length,
      steps,
    }
  }

  private widen(from: number, to: number, plan: ReturnType<typeof planFollow>, least: number): void {
    const { columns } = this.graph
    const { rows, others, links, relation, confidence } = columns
    const { carry, at, fanOut } = plan
    const { stamps, best, stamp } = this.scratch
    const anyTime = Number.isNaN(at)
    for (let entry = from; entry < to; entry++) {
      const node = this.nodes[entry]!
      // A better way to the same node with as many links is followed instead; a better one with more links is not, since it
      // may end before this one does.
      if (best[node] !== entry && best[node]! < to) continue
      const carried = this.carries[entry]!
      const end = rows[node + 1]!
      let followed = 0
      for (let place = rows[node]!; place < end; place++) {
        const link = links[place]!
        let share = carried * carry[relation[link]!]!
        // The row has the links that carry most first: what follows carries less still.
        if (share < least) {
          if (carry[relation[link]!] === 0) continue
          break
        }
        if (!anyTime && !holds(columns, link, at)) continue
        if (followed++ >= fanOut) {
          this.cut++
          break
        }
        const sure = confidence[link]!
        if (sure !== 255) share *= sure / 100
        if (share < least) continue
        const other = others[place]!
        if (stamps[other] === stamp && this.carries[best[other]!]! >= share) continue
        this.push(other, link, entry, share)
      }
    }
  }

  private push(node: number, link: number, before: number, carry: number): void {
    if (this.count >= this.nodes.length) this.grow()
    const entry = this.count++
    const { stamps, best, stamp } = this.scratch
    if (stamps[node] !== stamp) this.reached++
    stamps[node] = stamp
    best[node] = entry
    this.nodes[entry] = node
    this.links[entry] = link
    this.before[entry] = before
    this.carries[entry] = carry
    if ((this.graph.columns.flags[node]! & nodeFlags.designated) !== 0) this.hits.push(entry)
  }

  private grow(): void {
    const length = this.nodes.length * 2
    const longer = <T extends Uint32Array | Float64Array>(column: T): T => {
      const next = new (column.constructor as new (length: number) => T)(length)
      next.set(column)
      return next
    }
    this.nodes = longer(this.nodes)
    this.links = longer(this.links)
    this.before = longer(this.before)
    this.carries = longer(this.carries)
  }
}
