import type { Instant, Ref, RefKind } from '@cordon/model'
import type { Relation } from './relations.ts'
import type { TextTable } from './text-table.ts'

/** What is known of a thing beside its links, as bits. */
export const nodeFlags = {
  /** On a sanctions list itself. */
  designated: 1,
  /** A finding that nobody has decided. */
  undecided: 2,
} as const

/** A link as it goes in: two things, what joins them, who says so and for how long it holds. */
export interface GraphLink {
  readonly from: Ref
  readonly to: Ref
  /** See `relations`; another name is taken as it is. */
  readonly relation: string
  /** Who says so: a source's machine name, `person:<account>`, a watch. */
  readonly source: string
  readonly since?: Instant
  readonly until?: Instant
  /** 0..1. */
  readonly confidence?: number
  /** What states it: the id of an ownership, an encounter, a finding. */
  readonly record?: string
  /** Words of the source: "45 %", "captain", "12 hours, 0.1 nautical miles". */
  readonly note?: string
}

/** A link as it comes out, seen from one of its ends. */
export interface GraphStep {
  readonly from: Ref
  readonly to: Ref
  readonly relation: string
  /** "is owned by": the words in the direction in which it is read here. */
  readonly words: string
  readonly family: string
  /** What the relation carries, times the confidence where one is given. */
  readonly carry: number
  readonly source: string
  readonly since?: Instant
  readonly until?: Instant
  readonly confidence?: number
  readonly record?: string
  readonly note?: string
}

/** What links a question follows. */
export interface Follow {
  /** Links of a thing that are followed, those that carry most first. Default 1,000. */
  readonly fanOut?: number
  /** Only links that hold at this time; those without dates always do. */
  readonly at?: Instant
  /** Only these relations, whatever they carry. Default: all that carry something. */
  readonly relations?: readonly string[]
  /** Never these. */
  readonly without?: readonly string[]
}

/** The columns of a graph. Adjacency is in compressed rows, of each row the links that carry most first. */
export interface GraphColumns {
  /** `kind` and id of each node, a U+0000 between them. */
  readonly keys: TextTable
  /** Labels, sources, records and notes. */
  readonly texts: TextTable
  readonly labels: Uint32Array
  readonly flags: Uint8Array
  /** Kind of each node, as a place in `kindNames`. */
  readonly kinds: Uint8Array
  readonly kindNames: readonly string[]
  readonly relations: readonly Relation[]
  readonly from: Uint32Array
  readonly to: Uint32Array
  readonly relation: Uint16Array
  readonly source: Uint32Array
  /** Minutes since 1970; `noDate` where there is none. */
  readonly since: Int32Array
  readonly until: Int32Array
  /** Hundredths; 255 where there is none. */
  readonly confidence: Uint8Array
  /** Number of the text plus one; 0 where there is none. */
  readonly record: Uint32Array
  readonly note: Uint32Array
  readonly rows: Uint32Array
  readonly others: Uint32Array
  readonly links: Uint32Array
  readonly nodeCount: number
  readonly linkCount: number
}

/** Milliseconds. */
export const minute = 60_000

/** Stands for a date that is not given. */
export const noDate = -0x80000000

/** The key under which a thing is filed. */
export function nodeKey(kind: string, id: string): string {
  return `${kind}\u0000${id}`
}

/**
 * Things of every kind and the links between them, immutable. Nodes are numbers; `find` and `ref` go between them and what a
 * person knows. Built by `LinkGraphBuilder`.
 */
export class LinkGraph {
  readonly columns: GraphColumns

  constructor(columns: GraphColumns) {
    this.columns = columns
  }

  /** Things. */
  get size(): number {
    return this.columns.nodeCount
  }

  /** Links between them. */
  get linkCount(): number {
    return this.columns.linkCount
  }

  /** The node of a thing; undefined where nothing links to it. */
  find(ref: Pick<Ref, 'kind' | 'id'>): number | undefined {
    return this.columns.keys.find(nodeKey(ref.kind, ref.id))
  }

  /** The thing of a node. */
  ref(node: number): Ref {
    const key = this.columns.keys.get(node)
    const cut = key.indexOf('\u0000')
    return { kind: this.kind(node) as RefKind, id: key.slice(cut + 1), label: this.label(node) }
  }

  /** What kind of thing a node is. */
  kind(node: number): string {
    return this.columns.kindNames[this.columns.kinds[node]!]!
  }

  /** What a node is called. */
  label(node: number): string {
    return this.columns.texts.get(this.columns.labels[node]!)
  }

  /** How many links a thing has, whatever they are. */
  degree(node: number): number {
    const { rows } = this.columns
    return rows[node + 1]! - rows[node]!
  }

  /** Whether a bit of `nodeFlags` is set. */
  is(node: number, flag: keyof typeof nodeFlags): boolean {
    return (this.columns.flags[node]! & nodeFlags[flag]) !== 0
  }

  /** A link seen from one of its ends. */
  step(link: number, from: number): GraphStep {
    const { columns } = this
    const relation = columns.relations[columns.relation[link]!]!
    const forward = columns.from[link] === from
    const date = (minutes: number) => (minutes === noDate ? undefined : minutes * minute)
    const text = (number: number) => (number === 0 ? undefined : columns.texts.get(number - 1))
    const [since, until] = [date(columns.since[link]!), date(columns.until[link]!)]
    const [record, note] = [text(columns.record[link]!), text(columns.note[link]!)]
    const confidence = columns.confidence[link]!
    return {
      from: this.ref(from),
      to: this.ref(forward ? columns.to[link]! : columns.from[link]!),
      relation: relation.name,
      words: forward ? relation.forward : relation.backward,
      family: relation.family,
      carry: relation.carry * (confidence === 255 ? 1 : confidence / 100),
      source: columns.texts.get(columns.source[link]!),
      ...(since !== undefined && { since }),
      ...(until !== undefined && { until }),
      ...(confidence !== 255 && { confidence: confidence / 100 }),
      ...(record !== undefined && { record }),
      ...(note !== undefined && { note }),
    }
  }
}

/** What of the links a question follows, as columns that a loop can look up. */
export interface FollowPlan {
  readonly fanOut: number
  /** By relation: what it carries here; 0 where it is not followed. */
  readonly carry: Float64Array
  /** Minutes since 1970; NaN where any time will do. */
  readonly at: number
}

/** Works out a `Follow` against the relations of a graph. */
export function planFollow(graph: LinkGraph, follow: Follow): FollowPlan {
  const only = follow.relations && new Set(follow.relations)
  const without = new Set(follow.without)
  const carry = Float64Array.from(graph.columns.relations, ({ name, carry }) => {
    if (without.has(name) || (only && !only.has(name))) return 0
    return only ? Math.max(carry, 0.01) : carry
  })
  return {
    fanOut: follow.fanOut ?? 1_000,
    carry,
    at: follow.at === undefined ? Number.NaN : Math.floor(follow.at / minute),
  }
}

/** Whether a link holds at the time of a plan. */
export function holds(columns: GraphColumns, link: number, at: number): boolean {
  if (Number.isNaN(at)) return true
  return columns.since[link]! <= at && (columns.until[link] === noDate || columns.until[link]! >= at)
}
