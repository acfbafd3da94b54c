import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Entity } from '@cordon/model'
import { kindOf } from '@cordon/screening'
import type { VariantMemory } from '@cordon/text'
import { type Known, KnownHolder } from '../../known/known.ts'
import { type CodeColumn, codeColumn, rankColumn } from './columns.ts'
import { queryWords, searchWords } from './search-words.ts'
import { WordTable } from './word-table.ts'

/** Entities read between two turns of the event loop while an index is built. */
const slice = 500

/** What a search found: numbers of entities; the first `whole` of them bear the last word as a whole. */
export interface Hits {
  readonly numbers: Uint32Array
  readonly whole: number
}

/**
 * The index of the search box over everything that can be a party. Entities are numbered in the order in which they
 * are shown: short captions first. Immutable; columns for facets and sorting are made when first asked for.
 */
export class SearchIndex {
  readonly entities: readonly Entity[]
  private readonly words: WordTable
  private readonly columns = new Map<string, CodeColumn>()
  private readonly ranks = new Map<string, Uint32Array>()
  private readonly marks: Uint32Array
  private readonly found: Uint32Array
  private round = 0

  constructor(entities: readonly Entity[], words: WordTable) {
    this.entities = entities
    this.words = words
    this.marks = new Uint32Array(entities.length)
    this.found = new Uint32Array(entities.length)
  }

  /**
   * Entities that bear all of the words, the last of which may be unfinished.
   * @param fuzzy words that differ a little count too
   * @returns valid until the next search; without words everything
   */
  find(text: string, fuzzy = false): Hits {
    const words = queryWords(text)
    if (words.length === 0) return { numbers: this.all(), whole: 0 }
    if (this.round > 0xffff_0000) {
      this.marks.fill(0)
      this.round = 0
    }
    const base = this.round
    this.round += words.length + 1
    let count = 0
    let whole = 0
    words.forEach((forms, i) => {
      const [before, after] = [base + i, base + i + 1]
      const isLast = i === words.length - 1
      const meet = (bearers: Uint32Array) => {
        for (const at of bearers) {
          const mark = this.marks[at]!
          if (i === 0 ? mark >= after : mark !== before) continue
          this.marks[at] = after
          if (isLast) this.found[count++] = at
        }
      }
      for (const form of forms) {
        const at = this.words.at(form)
        if (at !== undefined) meet(this.words.bearers(at))
      }
      if (isLast) whole = count
      if (isLast) for (const form of forms) meet(this.words.bearers(...this.words.beginning(form)))
      if (fuzzy)
        for (const form of forms) for (const at of this.words.near(form)) meet(this.words.bearers(at))
    })
    return { numbers: this.found.subarray(0, count), whole }
  }

  /** A feature of all entities. */
  column(name: string, valuesOf: (entity: Entity) => Iterable<string>): CodeColumn {
    const known = this.columns.get(name) ?? codeColumn(this.entities, valuesOf)
    this.columns.set(name, known)
    return known
  }

  /** Places in the order of a text. */
  rank(name: string, textOf: (entity: Entity) => string): Uint32Array {
    const known = this.ranks.get(name) ?? rankColumn(this.entities, textOf)
    this.ranks.set(name, known)
    return known
  }

  private all(): Uint32Array {
    for (let at = 0; at < this.found.length; at++) this.found[at] = at
    return this.found
  }
}

/** Builds an index without keeping others from being answered meanwhile. */
export async function buildSearchIndex(all: Iterable<Entity>): Promise<SearchIndex> {
  const entities = [...all]
    .filter(({ schema }) => kindOf(schema) !== 'link')
    .sort((a, b) => a.caption.length - b.caption.length || (a.id < b.id ? -1 : 1))
  const memory: VariantMemory = new Map()
  const bearers = new Map<string, number[]>()
  for (let at = 0; at < entities.length; at++) {
    for (const word of searchWords(entities[at]!, memory)) {
      const own = bearers.get(word)
      if (own) own.push(at)
      else bearers.set(word, [at])
    }
    if (at % slice === slice - 1) await nextTurn()
  }
  return new SearchIndex(entities, new WordTable(bearers))
}

const indexes = new WeakMap<Known, Promise<SearchIndex>>()

/** The search index over what is known: built once for each state, and gone with it. */
export function searchIndexOf(known: Known): Promise<SearchIndex> {
  const existing = indexes.get(known)
  if (existing) return existing
  const building = buildSearchIndex(known.graph.entities())
  indexes.set(known, building)
  return building
}

/** Builds the search index of a new state as soon as it is there, so that nobody who searches waits for it. */
export class WarmKnownHolder extends KnownHolder {
  override swap(known: Known): void {
    super.swap(known)
    void searchIndexOf(known)
  }
}
