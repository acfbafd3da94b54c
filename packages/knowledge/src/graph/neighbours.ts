import type { Ref } from '@cordon/model'
import { type Follow, type GraphStep, holds, type LinkGraph, nodeFlags, planFollow } from './link-graph.ts'

/** What is asked of a thing's surroundings. */
export interface NeighbourOptions extends Follow {
  /** Only things of these kinds. */
  readonly kinds?: readonly string[]
  /** Links that are passed over. Default 0. */
  readonly offset?: number
  /** Links that are given. Default 100. */
  readonly limit?: number
}

/** One link of a thing, with what is at its other end. */
export interface Neighbour {
  readonly step: GraphStep
  readonly designated: boolean
  /** Links of the other end. */
  readonly degree: number
}

/** The links of a thing, those that carry most first. */
export interface Neighbourhood {
  readonly of: Ref
  readonly designated: boolean
  readonly links: readonly Neighbour[]
  /** Of all that were asked for, not only those given. */
  readonly total: number
  /** How many by relation, and by the kind of the other end. */
  readonly byRelation: Readonly<Record<string, number>>
  readonly byKind: Readonly<Record<string, number>>
}

/** The links of a thing, a page of them, and how many there are of which kind. Also those that carry nothing. */
export function neighbours(graph: LinkGraph, node: number, options: NeighbourOptions = {}): Neighbourhood {
  const { columns } = graph
  const { at } = planFollow(graph, options)
  const only = options.relations && new Set(options.relations)
  const without = new Set(options.without)
  const kinds = options.kinds && new Set(options.kinds)
  const { offset = 0, limit = 100 } = options
  const byRelation: Record<string, number> = {}
  const byKind: Record<string, number> = {}
  const links: Neighbour[] = []
  let total = 0
  for (let place = columns.rows[node]!; place < columns.rows[node + 1]!; place++) {
    const link = columns.links[place]!
    const { name } = columns.relations[columns.relation[link]!]!
    if (without.has(name) || (only && !only.has(name)) || !holds(columns, link, at)) continue
    const other = columns.others[place]!
    const kind = graph.kind(other)
    if (kinds && !kinds.has(kind)) continue
    byRelation[name] = (byRelation[name] ?? 0) + 1
    byKind[kind] = (byKind[kind] ?? 0) + 1
    if (total++ < offset || links.length >= limit) continue
    links.push({
      step: graph.step(link, node),
      designated: (columns.flags[other]! & nodeFlags.designated) !== 0,
      degree: graph.degree(other),
    })
  }
  return {
    of: graph.ref(node),
    designated: graph.is(node, 'designated'),
    links,
    total,
    byRelation,
    byKind,
  }
}
