import type { Entity } from '@cordon/model'
import type { NameMemory } from '@cordon/text'
import { HashTable } from './hash-table.ts'
import { decisive, entityGroups, nameStart, numberHashes, type SieveGroup } from './sieve-keys.ts'

/**
 * What must meet of a pair, by weight: at least this share of either name, and of the two shares together more than the
 * sum. Half of each name is not enough (Kim Chol, Kim Il); all of one and a third of the other is.
 */
const leastShare = 0.25
const leastSum = 1.05
/** A word leads to its name where it weighs at least this share of the name's heaviest word. */
const leading = 0.75

/** How many listed names hold a word. */
export type WordCount = (word: string) => number

/** What many bear says less: from 20 names on, down to four tenths at twenty thousand. */
function weightIn({ weight, text }: SieveGroup, listed: WordCount): number {
  if (weight === decisive || text === undefined) return weight
  const count = listed(text)
  return count <= 20 ? weight : Math.max(0.4 * weight, weight * (1 - 0.2 * Math.log10(count / 20)))
}

/**
 * Entries that came or changed, ready to be met by the blocks of a million parties. The few entries are the index, the
 * parties stream by: a party costs a look-up a hash, some nanoseconds each, and keeps no memory. Most parties meet none
 * of the rarer words of the entries and are done with; of the others all words are weighed. Lets through more than match
 * (those are then compared in full), and nearly all that do: docs/methods/monitoring.md says how many.
 */
export class ChangedSieve {
  private readonly leads: HashTable
  private readonly all: HashTable
  private readonly groupWeight: Float32Array
  private readonly groupName: Int32Array
  private readonly nameWeight: Float32Array
  /** Scratch of one name of a party: in which round groups and names were met, and how much of each side. */
  private readonly metGroup: Int32Array
  private readonly metName: Int32Array
  private readonly metWeight: Float32Array
  private readonly metOwn: Float32Array
  private readonly wordOf: Int32Array
  private readonly touched: number[] = []
  private round = 0
  private word = 0

  /**
   * @param carried what holds numbers for an entry: its documents and wallets
   * @param listed how many listed names hold a word
   */
  constructor(
    entities: Iterable<Entity>,
    carried: (entity: Entity) => Iterable<Entity>,
    listed: WordCount = () => 0,
    memory?: NameMemory,
  ) {
    const weights: number[] = []
    const names: number[] = []
    const nameWeights: number[] = []
    const [all, leads]: [[number, number][], [number, number][]] = [[], []]
    const post = (hashes: readonly number[], weight: number, isLead: boolean) => {
      for (const hash of hashes) {
        all.push([hash, weights.length])
        if (isLead) leads.push([hash, weights.length])
      }
      weights.push(weight)
      names.push(nameWeights.length)
    }
    for (const entity of entities) {
      for (const groups of entityGroups(entity, memory)) {
        const own = groups.map((group) => weightIn(group, listed))
        const words = own.filter((weight) => weight !== decisive)
        const heaviest = Math.max(0, ...words)
        for (const [at, { hashes }] of groups.entries())
          post(hashes, own[at]!, own[at]! >= leading * heaviest)
        nameWeights.push(words.reduce((sum, weight) => sum + weight, 0))
      }
      const numbers = [entity, ...carried(entity)].flatMap(({ properties }) => numberHashes(properties))
      if (numbers.length === 0) continue
      post(numbers, decisive, true)
      nameWeights.push(0)
    }
    this.leads = new HashTable(leads)
    this.all = new HashTable(all)
    this.groupWeight = Float32Array.from(weights)
    this.groupName = Int32Array.from(names)
    this.nameWeight = Float32Array.from(nameWeights)
    this.metGroup = new Int32Array(weights.length)
    this.metName = new Int32Array(nameWeights.length)
    this.metWeight = new Float32Array(nameWeights.length)
    this.metOwn = new Float32Array(nameWeights.length)
    this.wordOf = new Int32Array(nameWeights.length)
  }

  /** Bytes that it holds. */
  get bytes(): number {
    return this.leads.bytes + this.all.bytes + 16 * this.groupWeight.length + 24 * this.nameWeight.length
  }

  /**
   * Whether a party may be one of the entries.
   * @param bytes with the block of `sieveBlock` from `from` up to, not with, `to`
   */
  meets(bytes: Buffer, from: number, to: number): boolean {
    return this.isLed(bytes, from, to) && this.isHeavy(bytes, from, to)
  }

  private isLed(bytes: Buffer, from: number, to: number): boolean {
    for (let at = from; at < to; ) {
      const end = at + 4 + 4 * (bytes.readUInt32LE(at) & (nameStart - 1))
      for (at += 4; at < end; at += 4) if (this.leads.first(bytes.readUInt32LE(at)) !== -1) return true
    }
    return false
  }

  private isHeavy(bytes: Buffer, from: number, to: number): boolean {
    let own = 0
    this.begin()
    for (let at = from; at < to; ) {
      const head = bytes.readUInt32LE(at)
      const weight = head >>> 16
      if (head & nameStart) {
        if (this.isMet(own)) return true
        this.begin()
        own = 0
      }
      if (weight !== decisive) own += weight
      this.word++
      const end = at + 4 + 4 * (head & (nameStart - 1))
      for (at += 4; at < end; at += 4) if (this.touch(bytes.readUInt32LE(at), weight)) return true
    }
    return this.isMet(own)
  }

  private begin(): void {
    this.round++
    this.touched.length = 0
  }

  /** Whether enough of an entry's name and enough of the party's have met. */
  private isMet(own: number): boolean {
    for (const name of this.touched) {
      const [listed, party] = [this.metWeight[name]! / this.nameWeight[name]!, this.metOwn[name]! / own]
      if (listed >= leastShare && party >= leastShare && listed + party > leastSum) return true
    }
    return false
  }

  /** Notes the entry words that a hash leads to; true where a number or a whole name is the same. */
  private touch(hash: number, weight: number): boolean {
    for (let at = this.all.first(hash); at !== -1; at = this.all.next(at))
      if (this.note(this.all.groupAt(at), weight)) return true
    return false
  }

  private note(group: number, weight: number): boolean {
    if (this.metGroup[group] === this.round) return false
    const listed = this.groupWeight[group]!
    if (listed === decisive || weight === decisive) return listed === weight
    this.metGroup[group] = this.round
    const name = this.groupName[group]!
    if (this.metName[name] !== this.round) {
      this.metName[name] = this.round
      this.metWeight[name] = 0
      this.metOwn[name] = 0
      this.wordOf[name] = 0
      this.touched.push(name)
    }
    this.metWeight[name]! += listed
    // One word of the party counts once, though it may meet several of the entry.
    if (this.wordOf[name] !== this.word) this.metOwn[name]! += weight
    this.wordOf[name] = this.word
    return false
  }
}
