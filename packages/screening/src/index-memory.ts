import type { Entity } from '@cordon/model'
import { EditDistance, wordsOf } from '@cordon/text'
import type { IndexDelta, ScreeningIndex, SearchOptions, SearchResult } from './engine.ts'
import { allowed } from './filter.ts'
import { kindOf } from './kinds.ts'
import { editsAllowed, NameScorer } from './name-score.ts'
import { type Party, readParty } from './party.ts'
import type { MatchOptions, MatchResult, PartyQuery } from './query.ts'
import { scoreParties } from './score.ts'

interface Entry {
  readonly entity: Entity
  readonly party: Party
}

/** Link schemata that carry a number of their holder, and the property to file it under. */
const carriers: Readonly<Record<string, [property: string, value: string]>> = {
  Passport: ['passportNumber', 'number'],
  Identification: ['idNumber', 'number'],
  CryptoWallet: ['publicKey', 'publicKey'],
}

/** The index of the default algorithm: words to entities, and keys of identifiers to entities. */
export class CordonIndex implements ScreeningIndex {
  readonly size: number
  private readonly entities: ReadonlyMap<string, Entity>
  private readonly entries: readonly Entry[]
  private readonly byWord = new Map<string, number[]>()
  private readonly byKey = new Map<string, number[]>()
  private readonly wordsByLength = new Map<number, string[]>()
  private readonly distance = new EditDistance()
  private readonly scorer: NameScorer

  static build(entities: Iterable<Entity>): CordonIndex {
    const byId = new Map<string, Entity>()
    for (const entity of entities) byId.set(entity.id, entity)
    return new CordonIndex(byId)
  }

  private constructor(entities: ReadonlyMap<string, Entity>) {
    this.entities = entities
    const carried = carriedIdentifiers(entities.values())
    this.entries = [...entities.values()]
      .filter((entity) => kindOf(entity.schema) !== 'link')
      .map((entity) => ({
        entity,
        party: readParty({ ...entity, properties: merged(entity, carried.get(entity.id)) }),
      }))
    this.size = this.entries.length
    this.entries.forEach(({ party }, at) => {
      for (const word of new Set(party.names.flatMap((name) => name.words))) post(this.byWord, word, at)
      for (const { key } of party.identifiers) post(this.byKey, key, at)
    })
    for (const word of this.byWord.keys()) {
      const words = this.wordsByLength.get(word.length)
      if (words) words.push(word)
      else this.wordsByLength.set(word.length, [word])
    }
    const count = this.size
    this.scorer = new NameScorer(
      (word) => Math.log(1 + count / (1 + (this.byWord.get(word)?.length ?? 0))) + 1,
    )
  }

  match(query: PartyQuery, options: MatchOptions = {}): MatchResult[] {
    const { threshold = 0.7, limit = 5, cutoff = 0.5 } = options
    const party = readParty(query)
    const results: MatchResult[] = []
    for (const at of this.candidates(party)) {
      const { entity, party: candidate } = this.entries[at]!
      if (!allowed(entity, query, options)) continue
      const comparison = scoreParties(this.scorer, party, candidate, options.weights)
      if (comparison.score >= cutoff)
        results.push({ entityId: entity.id, match: comparison.score >= threshold, ...comparison })
    }
    results.sort((a, b) => b.score - a.score || (a.entityId < b.entityId ? -1 : 1))
    return results.slice(0, limit)
  }

  search(text: string, options: SearchOptions = {}): SearchResult {
    const words = wordsOf(text).map((word) => word.folded)
    const last = words.pop()
    if (last === undefined) return { total: 0, entityIds: [] }
    let found: Set<number> | undefined
    for (const word of words) found = intersect(found, this.byWord.get(word) ?? [])
    const unfinished = [...this.byWord]
      .filter(([word]) => word.startsWith(last))
      .flatMap(([, postings]) => postings)
    found = intersect(found, unfinished)
    const query = { schema: options.schema ?? 'Thing', properties: {} }
    const { countries, topics, datasets: includeDatasets } = options
    const narrowed = {
      ...(countries && { countries }),
      ...(topics && { topics }),
      ...(includeDatasets && { includeDatasets }),
    }
    const ids = [...found]
      .map((at) => this.entries[at]!.entity)
      .filter((entity) => allowed(entity, query, narrowed))
      .sort((a, b) => a.caption.length - b.caption.length || (a.id < b.id ? -1 : 1))
      .map((entity) => entity.id)
    const from = options.offset ?? 0
    return { total: ids.length, entityIds: ids.slice(from, from + (options.limit ?? 10)) }
  }

  apply(delta: IndexDelta): ScreeningIndex {
    const entities = new Map(this.entities)
    for (const id of delta.removals ?? []) entities.delete(id)
    for (const entity of delta.upserts) entities.set(entity.id, entity)
    return new CordonIndex(entities)
  }

  private candidates(party: Party): Set<number> {
    const found = new Set<number>()
    const add = (postings: readonly number[] | undefined) => postings?.forEach((at) => void found.add(at))
    for (const { key } of party.identifiers) add(this.byKey.get(key))
    for (const word of new Set(party.names.flatMap((name) => name.words)))
      for (const near of this.near(word)) add(this.byWord.get(near))
    return found
  }

  private near(word: string): string[] {
    const found = [word]
    for (let length = Math.max(1, word.length - 2); length <= word.length + 2; length++) {
      const edits = editsAllowed(Math.max(length, word.length))
      if (edits < Math.abs(length - word.length) || edits === 0) continue
      for (const other of this.wordsByLength.get(length) ?? [])
        if (this.distance.osa(word, other, edits) <= edits) found.push(other)
    }
    return found
  }
}

function carriedIdentifiers(entities: Iterable<Entity>): Map<string, Record<string, string[]>> {
  const carried = new Map<string, Record<string, string[]>>()
  for (const { schema, properties } of entities) {
    const carrier = carriers[schema]
    if (!carrier) continue
    const [property, valueProperty] = carrier
    for (const holder of properties.holder ?? []) {
      const held = carried.get(holder) ?? {}
      held[property] = [...(held[property] ?? []), ...(properties[valueProperty] ?? [])]
      carried.set(holder, held)
    }
  }
  return carried
}

function merged(entity: Entity, carried: Record<string, string[]> | undefined): Entity['properties'] {
  if (!carried) return entity.properties
  const properties: Record<string, readonly string[]> = { ...entity.properties }
  for (const [property, values] of Object.entries(carried))
    properties[property] = [...(properties[property] ?? []), ...values]
  return properties
}

function post(postings: Map<string, number[]>, key: string, at: number): void {
  const list = postings.get(key)
  if (list === undefined) postings.set(key, [at])
  else if (list.at(-1) !== at) list.push(at)
}

function intersect(found: Set<number> | undefined, postings: readonly number[]): Set<number> {
  return new Set(found ? postings.filter((at) => found.has(at)) : postings)
}
