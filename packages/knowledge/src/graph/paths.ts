import type { Ref } from '@cordon/model'
import { type Follow, type GraphStep, holds, type LinkGraph, planFollow } from './link-graph.ts'
import { type Marks, marksOf } from './marks.ts'

/** What is asked of the ways between two things. */
export interface PathOptions extends Follow {
  /** Links of the longest way that is looked for. Default 6, at most 15. */
  readonly maxHops?: number
  /** Ways that are given. Default 5. */
  readonly limit?: number
}

/** A link of a way, with the other links between the same two things. */
export interface PathStep extends GraphStep {
  readonly also: readonly GraphStep[]
}

/** One way, link by link. */
export interface GraphPath {
  readonly steps: readonly PathStep[]
  /** What the whole way carries: the product of its links. */
  readonly carry: number
  /** Things between the ends that very many share, so that the way may mean little. */
  readonly shared: readonly { readonly thing: Ref; readonly links: number }[]
}

/** The ways between two things. */
export interface PathAnswer {
  readonly paths: readonly GraphPath[]
  /** Links of the shortest way; undefined where there is none within the bounds. */
  readonly hops?: number
  /** Things of which only the first `fanOut` links were followed: a way through the others may exist. */
  readonly cut: number
  /** Ways of that length that were compared; more may exist. */
  readonly compared: number
}

/** A thing with more links than this is said to be shared by many. */
const manyLinks = 100
const mostCompared = 500

/** What one side of the search has reached. */
interface Side {
  /** Links from the end of the side, by node. */
  readonly distance: Marks
  frontier: number[]
  depth: number
}

/**
 * The shortest ways between two things by breadth-first search from both ends. Of several as short, those that carry most and
 * lead through few that everybody shares come first. The same question gives the same answer.
 */
export function shortestPaths(
  graph: LinkGraph,
  from: number,
  to: number,
  options: PathOptions = {},
): PathAnswer {
  const search = new PathSearch(graph, options)
  if (from === to) return { paths: [], hops: 0, cut: 0, compared: 0 }
  const met = search.meet(from, to)
  if (!met) return { paths: [], cut: search.cut.size, compared: 0 }
  const found = search.enumerate(met)
  const paths = found.map((links) => toPath(graph, from, links)).sort(byMeaning)
  return {
    paths: paths.slice(0, options.limit ?? 5),
    hops: paths[0]!.steps.length,
    cut: search.cut.size,
    compared: found.length,
  }
}

/** Where the two sides met: the nodes, and what each side reached. */
interface Meeting {
  readonly nodes: readonly number[]
  readonly near: Side
  readonly far: Side
}

class PathSearch {
  readonly cut = new Set<number>()
  private readonly graph: LinkGraph
  private readonly maxHops: number
  private readonly plan: ReturnType<typeof planFollow>

  constructor(graph: LinkGraph, options: PathOptions) {
    this.graph = graph
    this.maxHops = Math.min(15, options.maxHops ?? 6)
    this.plan = planFollow(graph, options)
  }

  meet(from: number, to: number): Meeting | undefined {
    const near = this.side(from, 0)
    const far = this.side(to, 1)
    while (near.frontier.length > 0 && far.frontier.length > 0 && near.depth + far.depth < this.maxHops) {
      const [smaller, other] = near.frontier.length <= far.frontier.length ? [near, far] : [far, near]
      this.widen(smaller)
      const nodes = smaller.frontier.filter((node) => other.distance.get(node) >= 0)
      if (nodes.length > 0) return { nodes, near, far }
    }
    return undefined
  }

  /** Every way over the nodes in which the sides met, as links from the near end to the far one. */
  enumerate({ nodes, near, far }: Meeting): number[][] {
    const found: number[][] = []
    for (const node of nodes) {
      const before = this.waysBack(node, near, mostCompared)
      const after = this.waysBack(node, far, mostCompared)
      for (const head of before)
        for (const tail of after) {
          found.push([...head].reverse().concat(tail))
          if (found.length >= mostCompared) return found
        }
    }
    return found
  }

  private side(end: number, number: number): Side {
    const distance = marksOf(this.graph, number)
    distance.set(end, 0)
    return { distance, frontier: [end], depth: 0 }
  }

  private widen(side: Side): void {
    const next: number[] = []
    side.depth++
    for (const node of side.frontier)
      this.each(node, (other) => {
        if (side.distance.get(other) >= 0) return
        side.distance.set(other, side.depth)
        next.push(other)
      })
    side.frontier = next
  }

  /** Links from a node back to the end of its side, each way of the shortest length. */
  private waysBack(node: number, side: Side, most: number): number[][] {
    const distance = side.distance.get(node)
    if (distance === 0) return [[]]
    const ways: number[][] = []
    const walked = new Set<number>()
    this.each(
      node,
      (other, link) => {
        if (ways.length >= most || side.distance.get(other) !== distance - 1 || walked.has(other)) return
        // Links come with those first that carry most: of several to one thing the first is taken.
        walked.add(other)
        for (const rest of this.waysBack(other, side, most - ways.length)) ways.push([link, ...rest])
      },
      // The side may have come here over a link that is not among this node's first.
      Number.POSITIVE_INFINITY,
    )
    return ways
  }

  private each(node: number, visit: (other: number, link: number) => void, fanOut = this.plan.fanOut): void {
    const { columns } = this.graph
    const { carry, at } = this.plan
    const end = columns.rows[node + 1]!
    let followed = 0
    for (let place = columns.rows[node]!; place < end; place++) {
      const link = columns.links[place]!
      if (carry[columns.relation[link]!] === 0 || !holds(columns, link, at)) continue
      if (followed++ >= fanOut) {
        this.cut.add(node)
        return
      }
      visit(columns.others[place]!, link)
    }
  }
}

function toPath(graph: LinkGraph, from: number, links: readonly number[]): GraphPath {
  const { columns } = graph
  const steps: PathStep[] = []
  const shared: { thing: Ref; links: number }[] = []
  let at = from
  for (const [place, link] of links.entries()) {
    if (place > 0 && graph.degree(at) > manyLinks)
      shared.push({ thing: graph.ref(at), links: graph.degree(at) })
    const next = columns.from[link] === at ? columns.to[link]! : columns.from[link]!
    steps.push({ ...graph.step(link, at), also: linksBetween(graph, at, next, link) })
    at = next
  }
  return { steps, carry: steps.reduce((product, step) => product * step.carry, 1), shared }
}

const mostAlso = 10

/** Further links between two things, at most ten. */
function linksBetween(graph: LinkGraph, a: number, b: number, but: number): GraphStep[] {
  const { columns } = graph
  const [few, other] = graph.degree(a) <= graph.degree(b) ? [a, b] : [b, a]
  const found: GraphStep[] = []
  for (let place = columns.rows[few]!; place < columns.rows[few + 1]! && found.length < mostAlso; place++)
    if (columns.others[place] === other && columns.links[place] !== but)
      found.push(graph.step(columns.links[place]!, a))
  return found
}

/** What it carries, less a tenth for every power of ten that a shared thing has over a hundred links. */
function worth({ carry, shared }: GraphPath): number {
  return shared.reduce((rest, { links }) => rest * 0.9 ** Math.log10(links / 10), carry)
}

function byMeaning(a: GraphPath, b: GraphPath): number {
  return worth(b) - worth(a) || (pathKey(a) < pathKey(b) ? -1 : 1)
}

function pathKey({ steps }: GraphPath): string {
  return JSON.stringify(steps.map(({ to, relation, record }) => [to.kind, to.id, relation, record ?? '']))
}
