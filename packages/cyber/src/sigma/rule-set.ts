import { FieldIndex, type IndexedText } from './field-index.ts'
import { longestLiteral } from './pattern.ts'
import { type Atom, atomKey, type Predicate, type Test } from './predicate.ts'
import { meets, textOf } from './slow-test.ts'
import { chooseWitness } from './witness.ts'

/** A predicate over the numbers of a rule set's atoms. */
export type Node =
  | { readonly op: 'fast'; readonly id: number }
  | { readonly op: 'slow'; readonly id: number }
  | { readonly op: 'and' | 'or'; readonly items: readonly Node[] }
  | { readonly op: 'not'; readonly item: Node }
  | { readonly op: 'atLeast'; readonly n: number; readonly items: readonly Node[] }
  | { readonly op: 'const'; readonly value: boolean }

/** How a rule set reads records. */
export interface Access {
  /** Reads a field under the names that the record's source has for it. */
  reader(field: string): (record: object) => unknown
  /** All text of a record, for keywords that no index answers. */
  message(record: object): string
}

/** Values that every record of this route shares, such as its event id. */
export type Constants = ReadonlyMap<string, string>

interface SlowAtom {
  readonly field: string
  readonly test: Test
  /** A literal atom without which this one can't be met; -1 for none. */
  readonly guard: number
}

/**
 * The rules of one route, ready to run: literals in one index a field, each rule hung on its witness, the atoms of
 * which one must be met for the rule to be. A record costs one look-up a field, then only rules whose witness was met
 * are evaluated.
 */
export class RuleSet {
  /** Rules left after the constants were put in, by their place in the list given. */
  readonly rules: readonly number[]
  private readonly roots: Node[] = []
  private readonly fields: { readonly read: (record: object) => unknown; readonly index: FieldIndex }[] = []
  private readonly slow: SlowAtom[] = []
  private readonly atomStamp: Int32Array
  private readonly slowStamp: Int32Array
  private readonly slowValue: Uint8Array
  private readonly ruleStamp: Int32Array
  private readonly hits: Uint32Array
  private atomRules: (number[] | undefined)[] = []
  private always: number[] = []
  private readonly candidates: number[] = []
  private stamp = 0
  private seen = 0
  private readonly access: Access
  private record: object = {}

  constructor(
    predicates: readonly (readonly [rule: number, predicate: Predicate])[],
    constants: Constants,
    access: Access,
  ) {
    this.access = access
    const build = new Builder(constants, this.slow)
    const kept = predicates.flatMap(([rule, predicate]) => {
      const root = build.node(predicate)
      return root.op === 'const' && !root.value ? [] : [[rule, root] as const]
    })
    this.rules = kept.map(([rule]) => rule)
    this.roots = kept.map(([, root]) => root)
    for (const [name, texts] of build.texts)
      if (name === '') this.keywords = new FieldIndex(texts)
      else this.fields.push({ read: this.readerOf(name), index: new FieldIndex(texts) })
    this.atomStamp = new Int32Array(build.fastCount)
    this.hits = new Uint32Array(build.fastCount)
    this.slowStamp = new Int32Array(this.slow.length)
    this.slowValue = new Uint8Array(this.slow.length)
    this.ruleStamp = new Int32Array(kept.length)
    this.weights = build.weights
    this.hang()
  }

  private readonly weights: readonly number[]
  private readonly keywords: FieldIndex | undefined

  /** Adds to `out` the rules that the record meets, by their place in the list given. */
  match(record: object, out: number[]): void {
    if (this.rules.length === 0) return
    if (++this.stamp === 0x7fffffff) this.restart()
    this.record = record
    this.candidates.length = 0
    for (let f = 0; f < this.fields.length; f++) {
      const { read, index } = this.fields[f]!
      const value = read(record)
      if (value === undefined || value === null) continue
      if (typeof value === 'string') this.take(index.lookup(value))
      else if (Array.isArray(value)) this.takeEach(index, value)
      else this.take(index.lookup(textOf(value)))
    }
    if (this.keywords) this.takeLeaves(this.keywords, record, 0)
    for (const rule of this.always) if (this.holds(this.roots[rule]!)) out.push(this.rules[rule]!)
    for (const rule of this.candidates) if (this.holds(this.roots[rule]!)) out.push(this.rules[rule]!)
    this.adapt()
  }

  private takeEach(index: FieldIndex, values: readonly unknown[]): void {
    for (const value of values)
      if (value !== null && value !== undefined) this.take(index.lookup(textOf(value)))
  }

  /** Keywords are looked for in every value by itself. */
  private takeLeaves(index: FieldIndex, value: unknown, depth: number): void {
    if (typeof value === 'string') {
      if (value.length >= index.shortest) this.take(index.lookupOnce(value))
    } else if (typeof value === 'object' && value !== null && depth < 32) {
      const map = value as Record<string, unknown>
      for (const key in map) this.takeLeaves(index, map[key], depth + 1)
    } else if (typeof value === 'number' || typeof value === 'boolean') {
      const text = String(value)
      if (text.length >= index.shortest) this.take(index.lookupOnce(text))
    }
  }

  private take(ids: Int32Array): void {
    for (let i = 0; i < ids.length; i++) {
      const id = ids[i]!
      if (this.atomStamp[id] === this.stamp) continue
      this.atomStamp[id] = this.stamp
      this.hits[id]!++
      const rules = this.atomRules[id]
      if (rules === undefined) continue
      for (let k = 0; k < rules.length; k++) {
        const rule = rules[k]!
        if (this.ruleStamp[rule] === this.stamp) continue
        this.ruleStamp[rule] = this.stamp
        this.candidates.push(rule)
      }
    }
  }

  private holds(node: Node): boolean {
    switch (node.op) {
      case 'fast':
        return this.atomStamp[node.id] === this.stamp
      case 'slow':
        return this.decide(node.id)
      case 'and':
        for (let i = 0; i < node.items.length; i++) if (!this.holds(node.items[i]!)) return false
        return true
      case 'or':
        for (let i = 0; i < node.items.length; i++) if (this.holds(node.items[i]!)) return true
        return false
      case 'not':
        return !this.holds(node.item)
      case 'const':
        return node.value
      case 'atLeast': {
        let met = 0
        for (const item of node.items) if (this.holds(item) && ++met >= node.n) return true
        return false
      }
    }
  }

  private decide(id: number): boolean {
    if (this.slowStamp[id] === this.stamp) return this.slowValue[id] === 1
    const atom = this.slow[id]!
    const isOpen = atom.guard === -1 || this.atomStamp[atom.guard] === this.stamp
    const value = isOpen && meets(atom.test, this.value(atom.field), (field) => this.value(field))
    this.slowStamp[id] = this.stamp
    this.slowValue[id] = value ? 1 : 0
    return value
  }

  private value(field: string): unknown {
    return this.readerOf(field)(this.record)
  }

  private readerOf(field: string): (record: object) => unknown {
    return field === '' ? (record) => this.access.message(record) : this.access.reader(field)
  }

  /** Hangs every rule on its witness anew, by how often each atom was met so far. What matches does not change. */
  private hang(): void {
    const rate = (id: number) => (this.hits[id]! + this.weights[id]! * 50) / (this.seen + 50)
    const guard = (id: number) => this.slow[id]!.guard
    this.atomRules = new Array(this.hits.length)
    this.always = []
    for (const [rule, root] of this.roots.entries()) {
      const witness = chooseWitness(root, rate, guard)
      if (!witness) this.always.push(rule)
      for (const id of witness?.atoms ?? []) {
        const rules = this.atomRules[id]
        if (rules) rules.push(rule)
        else this.atomRules[id] = [rule]
      }
    }
  }

  private adapt(): void {
    const seen = ++this.seen
    if (seen === 500 || seen === 5_000 || seen === 50_000) this.hang()
  }

  private restart(): void {
    this.stamp = 1
    for (const stamps of [this.atomStamp, this.slowStamp, this.ruleStamp]) stamps.fill(0)
  }
}

/** Numbers atoms and puts constants in. */
class Builder {
  readonly texts = new Map<string, IndexedText[]>()
  readonly weights: number[] = []
  fastCount = 0
  private readonly fastIds = new Map<string, number>()
  private readonly slowIds = new Map<string, number>()
  private readonly constants: Constants
  private readonly slow: SlowAtom[]

  constructor(constants: Constants, slow: SlowAtom[]) {
    this.constants = constants
    this.slow = slow
  }

  node(predicate: Predicate): Node {
    switch (predicate.op) {
      case 'atom':
        return this.atom(predicate.atom)
      case 'not': {
        const item = this.node(predicate.item)
        return item.op === 'const' ? { op: 'const', value: !item.value } : { op: 'not', item }
      }
      case 'atLeast':
        return { op: 'atLeast', n: predicate.n, items: predicate.items.map((item) => this.node(item)) }
      default:
        return this.junction(predicate.op, predicate.items)
    }
  }

  private junction(op: 'and' | 'or', predicates: readonly Predicate[]): Node {
    const items: Node[] = []
    for (const predicate of predicates) {
      const node = this.node(predicate)
      if (node.op === 'const') {
        if (node.value === (op === 'or')) return node
      } else if (node.op === op) items.push(...node.items)
      else items.push(node)
    }
    if (items.length === 0) return { op: 'const', value: op === 'and' }
    return items.length === 1 ? items[0]! : { op, items: items.sort((a, b) => cost(a) - cost(b)) }
  }

  private atom(atom: Atom): Node {
    const constant = this.constants.get(atom.field)
    if (constant !== undefined) return { op: 'const', value: meets(atom.test, constant, () => undefined) }
    const { test } = atom
    if (test.kind === 'text' && (test.text !== '' || test.mode === 'exact'))
      return { op: 'fast', id: this.fast(atom.field, test.mode, test.text, test.cased) }
    if (test.kind === 'text') return this.slowNode({ field: atom.field, test: { kind: 'any' } }, -1)
    return this.slowNode(atom, this.guardOf(atom))
  }

  private guardOf({ field, test }: Atom): number {
    const literal =
      test.kind === 'wild'
        ? longestLiteral(test.parts).toLowerCase()
        : test.kind === 'regex'
          ? test.literal
          : ''
    return literal === '' ? -1 : this.fast(field, 'contains', literal, false)
  }

  private slowNode(atom: Atom, guard: number): Node {
    const key = atomKey(atom)
    let id = this.slowIds.get(key)
    if (id === undefined) {
      id = this.slow.push({ field: atom.field, test: atom.test, guard }) - 1
      this.slowIds.set(key, id)
    }
    return { op: 'slow', id }
  }

  private fast(field: string, mode: IndexedText['mode'], text: string, cased: boolean): number {
    const key = `${field}\0${mode}${cased ? 1 : 0}${text}`
    const known = this.fastIds.get(key)
    if (known !== undefined) return known
    const id = this.fastCount++
    this.fastIds.set(key, id)
    this.weights.push(guess(mode, text))
    const entry: IndexedText = { id, mode, lower: text.toLowerCase(), ...(cased && { exact: text }) }
    const texts = this.texts.get(field)
    if (texts) texts.push(entry)
    else this.texts.set(field, [entry])
    return id
  }
}

/** How often a literal is met before anything was seen: shorter is more often. */
function guess(mode: IndexedText['mode'], text: string): number {
  if (mode === 'exact') return text.length < 8 ? 0.1 : 0.01
  return Math.max(0.0005, 0.6 ** text.length)
}

function cost(node: Node): number {
  if (node.op === 'fast') return 0
  if (node.op === 'slow') return 20
  if (node.op === 'const') return 0
  if (node.op === 'not') return 1 + cost(node.item)
  return node.items.reduce((sum, item) => sum + cost(item) + 1, 0)
}
