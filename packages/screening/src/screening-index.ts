import type { Entity } from '@cordon/model'
import type { IndexDelta, NarrowedIndex, ScreeningIndex, SearchOptions, SearchResult } from './engine.ts'
import { contextEvidence, identifierEvidence } from './evidence.ts'
import { explainNames } from './explain.ts'
import { filterOf } from './filter.ts'
import { type Hit, HitSearch } from './hit-search.ts'
import { kindOfPair } from './kinds.ts'
import type { CompiledName } from './names/compiled-name.ts'
import type { NameIndex } from './names/name-index.ts'
import { NameScorer } from './names/name-score.ts'
import { nameOfSchema, type Party, readNames, readParty } from './party.ts'
import { probabilityOf } from './probability.ts'
import type { Explanation, MatchOptions, MatchResult, PartyQuery } from './query.ts'
import { carriedNumbers, isCarrier, Segment } from './segment.ts'
import { PartySieve } from './sieve/party-sieve.ts'
import { finish, type Steps } from './steps.ts'
import { combine, logOddsOfContext } from './weigh.ts'

/** A share of the index that deltas may make up before it is built anew. */
const mostOverlaid = 0.2

/** The index of the default algorithm: segments, the newest last; an entity counts in the newest that holds it. */
export class CordonIndex implements NarrowedIndex {
  readonly size: number
  private readonly entities: ReadonlyMap<string, Entity>
  private readonly segments: readonly Segment[]
  private readonly segmentOf: ReadonlyMap<string, Segment>
  private readonly scorer = new NameScorer()
  /** Knows how often lists hold each word of a query. */
  private readonly reader: NameIndex

  /** Builds an index over entities in steps; of several with one id the last counts. */
  static *building(entities: Iterable<Entity>): Steps<CordonIndex> {
    const byId = new Map<string, Entity>()
    for (const entity of entities) byId.set(entity.id, entity)
    yield
    const carried = carriedNumbers(byId.values())
    yield
    const segment = yield* Segment.building([...byId.values()], carried)
    return new CordonIndex(byId, [segment], new Map(segment.entities.map(({ id }) => [id, segment])))
  }

  /** Builds an index at once; see `building`. */
  static build(entities: Iterable<Entity>): CordonIndex {
    return finish(CordonIndex.building(entities))
  }

  private constructor(
    entities: ReadonlyMap<string, Entity>,
    segments: readonly Segment[],
    segmentOf: ReadonlyMap<string, Segment>,
    reader: NameIndex = segments[0]!.names,
  ) {
    this.reader = reader
    this.entities = entities
    this.segments = segments
    this.segmentOf = segmentOf
    this.size = segmentOf.size
  }

  match(query: PartyQuery, options: MatchOptions = {}): MatchResult[] {
    const { threshold = 0.7, limit = 5, cutoff = 0.5, weights = {} } = options
    if (limit <= 0) return []
    const party = readParty(query)
    const scored: { hit: Hit; entity: Entity; score: number }[] = []
    for (const hit of this.hits(query, party, options)) {
      const entity = hit.segment.entities[hit.at]!
      const score = combine(
        hit.logOdds,
        logOddsOfContext(party, hit.segment.parties[hit.at]!, weights),
        identifierEvidence(party, hit.segment.parties[hit.at]!),
        weights,
      )
      if (score >= cutoff) scored.push({ hit, entity, score })
    }
    scored.sort((a, b) => b.score - a.score || (a.entity.id < b.entity.id ? -1 : 1))
    return scored.slice(0, limit).map(({ hit, entity, score }) => ({
      entityId: entity.id,
      score,
      match: score >= threshold,
      probability: probabilityOf(score, options.prior),
      explanations: this.explain(party, hit),
    }))
  }

  /** Entities that names or numbers lead to, with the best pair of names. */
  private hits(query: PartyQuery, party: Party, options: MatchOptions): Hit[] {
    const names = this.compileNames(query)
    const search = new HitSearch(query, party, options, names, this.scorer)
    const only = this.segments.length === 1
    for (const segment of this.segments)
      search.in(segment, only ? undefined : (at) => this.segmentOf.get(segment.entities[at]!.id) === segment)
    return search.hits
  }

  private compileNames(query: PartyQuery): CompiledName[] {
    const nameOf = nameOfSchema(query.schema)
    return readNames(query).map(({ text, weak }) => this.reader.compile(text, nameOf, weak))
  }

  private explain(party: Party, hit: Hit): Record<string, Explanation> {
    const candidate = hit.segment.parties[hit.at]!
    const explanations: Record<string, Explanation> = {}
    if (hit.query && hit.candidate)
      explanations.name = explainNames(
        this.scorer,
        hit.query,
        hit.candidate,
        kindOfPair(party.schema, candidate.schema),
      )
    Object.assign(explanations, identifierEvidence(party, candidate))
    for (const { feature, ...explanation } of contextEvidence(party, candidate))
      explanations[feature] = explanation
    return explanations
  }

  search(text: string, options: SearchOptions = {}): SearchResult {
    const { countries, topics, datasets: includeDatasets } = options
    const narrowed = {
      ...(countries && { countries }),
      ...(topics && { topics }),
      ...(includeDatasets && { includeDatasets }),
    }
    const allowed = filterOf({ schema: options.schema ?? 'Thing', properties: {} }, narrowed)
    const found = new Map<string, Entity>()
    for (const segment of this.segments)
      for (const n of segment.names.search(text)) {
        const entity = segment.entities[segment.names.owners[n]!]!
        if (this.segmentOf.get(entity.id) === segment && allowed(entity)) found.set(entity.id, entity)
      }
    const ids = [...found.values()]
      .sort((a, b) => a.caption.length - b.caption.length || (a.id < b.id ? -1 : 1))
      .map((entity) => entity.id)
    const from = options.offset ?? 0
    return { total: ids.length, entityIds: ids.slice(from, from + (options.limit ?? 10)) }
  }

  narrowed(ids: Iterable<string>): CordonIndex {
    const all = new Map<string, Entity>()
    for (const id of ids) {
      const entity = this.segmentOf.has(id) ? this.entities.get(id) : undefined
      if (entity) all.set(id, entity)
    }
    const carried = carriedNumbers(this.entities.values())
    const segment = finish(Segment.building([...all.values()], carried, this.reader))
    return new CordonIndex(all, [segment], new Map([...all.keys()].map((id) => [id, segment])), this.reader)
  }

  sieve(threshold: number): PartySieve {
    const names = this.segments.flatMap((segment) =>
      Array.from(segment.names.owners, (owner, n) => ({
        name: segment.names.names.at(n),
        schema: segment.entities[owner]!.schema,
      })),
    )
    const numbers = this.segments.flatMap(({ parties }) =>
      parties.flatMap(({ identifiers }) => identifiers.map(({ key }) => key)),
    )
    return new PartySieve(names, numbers, threshold)
  }

  apply(delta: IndexDelta): ScreeningIndex {
    const entities = new Map(this.entities)
    const changed = new Set<string>()
    const change = (id: string, entity: Entity | undefined) => {
      for (const state of [entities.get(id), entity]) {
        changed.add(id)
        if (state && isCarrier(state)) for (const holder of state.properties.holder ?? []) changed.add(holder)
      }
      if (entity) entities.set(id, entity)
      else entities.delete(id)
    }
    for (const id of delta.removals ?? []) change(id, undefined)
    for (const entity of delta.upserts) change(entity.id, entity)
    const overlaid =
      changed.size + this.segments.slice(1).reduce((sum, { entities: own }) => sum + own.length, 0)
    if (overlaid > this.segments[0]!.entities.length * mostOverlaid)
      return CordonIndex.build(entities.values())
    const fresh = [...changed].map((id) => entities.get(id)).filter((entity) => entity !== undefined)
    const segment = finish(
      Segment.building(fresh, carriedNumbers(entities.values()), this.segments[0]!.names),
    )
    const segmentOf = new Map(this.segmentOf)
    for (const id of changed) segmentOf.delete(id)
    for (const { id } of segment.entities) segmentOf.set(id, segment)
    return new CordonIndex(entities, [...this.segments, segment], segmentOf)
  }
}
