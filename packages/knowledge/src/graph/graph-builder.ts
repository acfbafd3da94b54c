import type { Instant, Ref } from '@cordon/model'
import { type GraphLink, LinkGraph, minute, noDate, nodeFlags, nodeKey } from './link-graph.ts'
import { type Relation, relationNamed } from './relations.ts'
import { TextTable } from './text-table.ts'

/** Gathers links of all rooms, then makes the graph of them. A link that is given twice is there twice. */
export class LinkGraphBuilder {
  private readonly keys = new TextTable()
  private readonly texts = new TextTable()
  private labels = new Uint32Array(1 << 10)
  private flags = new Uint8Array(1 << 10)
  private kinds = new Uint8Array(1 << 10)
  private readonly kindNames: string[] = []
  private readonly relations: Relation[] = []
  private readonly codes = new Map<string, number>()
  private links = 0
  private from = new Uint32Array(1 << 10)
  private to = new Uint32Array(1 << 10)
  private relation = new Uint16Array(1 << 10)
  private source = new Uint32Array(1 << 10)
  private since = new Int32Array(1 << 10)
  private until = new Int32Array(1 << 10)
  private confidence = new Uint8Array(1 << 10)
  private record = new Uint32Array(1 << 10)
  private note = new Uint32Array(1 << 10)

  /** Adds a thing, or gives it a better label. @returns its node */
  node(ref: Ref, ...flags: (keyof typeof nodeFlags)[]): number {
    const node = this.keys.add(nodeKey(ref.kind, ref.id))
    if (node >= this.labels.length) {
      this.labels = resized(this.labels, this.labels.length * 2)
      this.flags = resized(this.flags, this.flags.length * 2)
      this.kinds = resized(this.kinds, this.kinds.length * 2)
    }
    this.kinds[node] = this.kindOf(ref.kind)
    // 0 is "not named yet"; a label that only repeats the id gives way to a name.
    if (this.labels[node] === 0 || ref.label !== ref.id) this.labels[node] = this.texts.add(ref.label) + 1
    for (const flag of flags) this.flags[node]! |= nodeFlags[flag]
    return node
  }

  /** Adds a link. One from a thing to itself says nothing and is left out. */
  add(link: GraphLink): void {
    const [from, to] = [this.node(link.from), this.node(link.to)]
    if (from === to) return
    if (this.links >= this.from.length) this.grow()
    const at = this.links++
    this.from[at] = from
    this.to[at] = to
    this.relation[at] = this.codeOf(link.relation)
    this.source[at] = this.texts.add(link.source)
    this.since[at] = minutesOf(link.since)
    this.until[at] = minutesOf(link.until)
    this.confidence[at] = link.confidence === undefined ? 255 : Math.round(link.confidence * 100)
    this.record[at] = link.record === undefined ? 0 : this.texts.add(link.record) + 1
    this.note[at] = link.note === undefined ? 0 : this.texts.add(link.note) + 1
  }

  /** The graph of all that was added. The builder is used up by it. */
  build(): LinkGraph {
    const nodeCount = this.keys.size
    const links = this.links
    const { rows, others, order } = this.connect(nodeCount)
    return new LinkGraph({
      keys: this.keys,
      texts: this.texts,
      labels: this.labels.slice(0, nodeCount).map((label) => label - 1),
      flags: this.flags.slice(0, nodeCount),
      kinds: this.kinds.slice(0, nodeCount),
      kindNames: this.kindNames,
      relations: this.relations,
      from: this.from.subarray(0, links),
      to: this.to.subarray(0, links),
      relation: this.relation.subarray(0, links),
      source: this.source.subarray(0, links),
      since: this.since.subarray(0, links),
      until: this.until.subarray(0, links),
      confidence: this.confidence.subarray(0, links),
      record: this.record.subarray(0, links),
      note: this.note.subarray(0, links),
      rows,
      others,
      links: order,
      nodeCount,
      linkCount: links,
    })
  }

  /** Compressed rows. Links go in by relation, those that carry most first, so that each row is in that order. */
  private connect(nodeCount: number) {
    const { from, to, links } = this
    const rows = new Uint32Array(nodeCount + 1)
    for (let link = 0; link < links; link++) {
      rows[from[link]! + 1]!++
      rows[to[link]! + 1]!++
    }
    for (let node = 0; node < nodeCount; node++) rows[node + 1]! += rows[node]!
    const others = new Uint32Array(2 * links)
    const order = new Uint32Array(2 * links)
    const next = rows.slice()
    for (const link of this.strongestFirst()) {
      const [a, b] = [from[link]!, to[link]!]
      others[next[a]!] = b
      order[next[a]!++] = link
      others[next[b]!] = a
      order[next[b]!++] = link
    }
    return { rows, others, order }
  }

  private strongestFirst(): Uint32Array {
    const rank = this.relations
      .map((one, code) => ({ code, carry: one.carry }))
      .sort((a, b) => b.carry - a.carry || a.code - b.code)
    const place = new Uint32Array(this.relations.length)
    for (const [at, { code }] of rank.entries()) place[code] = at
    const starts = new Uint32Array(this.relations.length + 1)
    for (let link = 0; link < this.links; link++) starts[place[this.relation[link]!]! + 1]!++
    for (let at = 0; at < this.relations.length; at++) starts[at + 1]! += starts[at]!
    const order = new Uint32Array(this.links)
    for (let link = 0; link < this.links; link++) order[starts[place[this.relation[link]!]!]!++] = link
    return order
  }

  private kindOf(kind: string): number {
    const known = this.kindNames.indexOf(kind)
    return known >= 0 ? known : this.kindNames.push(kind) - 1
  }

  private codeOf(name: string): number {
    let code = this.codes.get(name)
    if (code === undefined) {
      code = this.relations.push(relationNamed(name)) - 1
      if (code > 0xffff) throw new RangeError('a graph has at most 65,536 kinds of links')
      this.codes.set(name, code)
    }
    return code
  }

  private grow(): void {
    const length = this.from.length * 2
    this.from = resized(this.from, length)
    this.to = resized(this.to, length)
    this.relation = resized(this.relation, length)
    this.source = resized(this.source, length)
    this.since = resized(this.since, length)
    this.until = resized(this.until, length)
    this.confidence = resized(this.confidence, length)
    this.record = resized(this.record, length)
    this.note = resized(this.note, length)
  }
}

/** Whole minutes: 32 bits reach over four thousand years either way. */
function minutesOf(at: Instant | undefined): number {
  return at === undefined ? noDate : Math.max(noDate + 1, Math.min(0x7fffffff, Math.floor(at / minute)))
}

function resized<T extends Uint8Array | Uint16Array | Uint32Array | Int32Array>(
  column: T,
  length: number,
): T {
  const next = new (column.constructor as new (length: number) => T)(length)
  next.set(column)
  return next
}
