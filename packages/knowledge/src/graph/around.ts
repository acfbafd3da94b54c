import type { Ref } from '@cordon/model'
import { type Follow, type GraphStep, holds, type LinkGraph, planFollow } from './link-graph.ts'

/** What is asked of the surroundings of several things. */
export interface AroundOptions extends Follow {
  /** Things that are given, those asked about included. Default 80. */
  readonly limit?: number
}

/** A thing of a picture. */
export interface PictureNode {
  readonly ref: Ref
  /** It was asked about. */
  readonly asked: boolean
  readonly designated: boolean
  /** All links that it has, drawn or not. */
  readonly degree: number
}

/** Things and all links among them. */
export interface Picture {
  readonly nodes: readonly PictureNode[]
  readonly links: readonly GraphStep[]
  /** Things next to those asked about that found no place. */
  readonly left: number
}

/**
 * What several things have around them, as one picture: the things, those that are linked to the most of them, and every link
 * among all of these. What joins two comes before what only one leads to, and of that what carries most.
 */
export function around(graph: LinkGraph, asked: readonly number[], options: AroundOptions = {}): Picture {
  const { columns } = graph
  const { carry, at, fanOut } = planFollow(graph, options)
  const { limit = 80 } = options
  const own = new Set(asked)
  const near = new Map<number, { joins: number; carried: number }>()
  for (const node of own) {
    const seen = new Set<number>()
    const end = Math.min(columns.rows[node + 1]!, columns.rows[node]! + fanOut)
    for (let place = columns.rows[node]!; place < end; place++) {
      const link = columns.links[place]!
      const other = columns.others[place]!
      if (own.has(other) || seen.has(other) || !holds(columns, link, at)) continue
      seen.add(other)
      const known = near.get(other) ?? { joins: 0, carried: 0 }
      near.set(other, { joins: known.joins + 1, carried: known.carried + carry[columns.relation[link]!]! })
    }
  }
  const ranked = [...near].sort(([a, x], [b, y]) => y.joins - x.joins || y.carried - x.carried || a - b)
  const chosen = [...own, ...ranked.map(([node]) => node)].slice(0, Math.max(limit, own.size))
  const drawn = new Set(chosen)
  return {
    nodes: chosen.map((node) => ({
      ref: graph.ref(node),
      asked: own.has(node),
      designated: graph.is(node, 'designated'),
      degree: graph.degree(node),
    })),
    links: linksAmong(graph, chosen, drawn, at),
    left: own.size + near.size - chosen.length,
  }
}

function linksAmong(
  graph: LinkGraph,
  chosen: readonly number[],
  drawn: ReadonlySet<number>,
  at: number,
): GraphStep[] {
  const { columns } = graph
  const steps: GraphStep[] = []
  const taken = new Set<number>()
  // From the thing with fewer links: a hub's hundred thousand are not walked for the two that are drawn.
  for (const node of [...chosen].sort((a, b) => graph.degree(a) - graph.degree(b) || a - b)) {
    if (graph.degree(node) > mostWalked) continue
    for (let place = columns.rows[node]!; place < columns.rows[node + 1]!; place++) {
      const link = columns.links[place]!
      if (taken.has(link) || !drawn.has(columns.others[place]!) || !holds(columns, link, at)) continue
      taken.add(link)
      steps.push(graph.step(link, columns.from[link]!))
    }
  }
  return steps
}

/** Two things that both have more links than this are not looked at for a link between them. */
const mostWalked = 100_000
