import type { Entity } from '@cordon/model'
import type { Algorithm, IndexDelta, ScreeningIndex, SearchOptions, SearchResult } from '../engine.ts'
import { identifierEvidence } from '../evidence.ts'
import { filterOf } from '../filter.ts'
import { kindOf, mayBe } from '../kinds.ts'
import { readNames, readParty } from '../party.ts'
import type { Comparison, Explanation, MatchOptions, MatchResult, PartyQuery } from '../query.ts'
import { CordonIndex } from '../screening-index.ts'
import { ofacScore } from './ofac-score.ts'

/**
 * OFAC's own search, for those who must say what it would have said. It looks at every name (some milliseconds a
 * thousand names): use it for reviews, not for streams. Identifiers count exact.
 */
export const ofac: Algorithm = {
  name: 'ofac',
  description: "The scores of OFAC's public Sanctions List Search: Jaro-Winkler and Soundex (FAQ 249)",
  features: {
    name: { description: 'Jaro-Winkler of the whole name or of its parts, the better', weight: 1 },
    identifier: { description: 'An official number or a wallet address', weight: 1 },
  },
  buildIndex(entities: Iterable<Entity>): ScreeningIndex {
    return new OfacIndex([...entities])
  },
  compare(query: PartyQuery, candidate: PartyQuery): Comparison {
    return mayBe(query.schema, candidate.schema)
      ? compareParties(query, candidate)
      : { score: 0, explanations: {} }
  },
}

class OfacIndex implements ScreeningIndex {
  readonly size: number
  private readonly entities: ReadonlyMap<string, Entity>
  private forSearch: ScreeningIndex | undefined

  constructor(entities: readonly Entity[]) {
    this.entities = new Map(entities.map((entity) => [entity.id, entity]))
    this.size = entities.filter(({ schema }) => kindOf(schema) !== 'link').length
  }

  match(query: PartyQuery, options: MatchOptions = {}): MatchResult[] {
    const { threshold = 0.7, limit = 5, cutoff = 0.5 } = options
    const allowed = filterOf(query, options)
    const results: MatchResult[] = []
    for (const entity of this.entities.values()) {
      if (!allowed(entity)) continue
      const comparison = compareParties(query, entity)
      if (comparison.score >= cutoff)
        results.push({ entityId: entity.id, match: comparison.score >= threshold, ...comparison })
    }
    results.sort((a, b) => b.score - a.score || (a.entityId < b.entityId ? -1 : 1))
    return results.slice(0, Math.max(0, limit))
  }

  search(text: string, options?: SearchOptions): SearchResult {
    // Built for the first who searches: to score it takes no index at all.
    this.forSearch ??= CordonIndex.build(this.entities.values())
    return this.forSearch.search(text, options)
  }

  apply(delta: IndexDelta): ScreeningIndex {
    const entities = new Map(this.entities)
    for (const id of delta.removals ?? []) entities.delete(id)
    for (const entity of delta.upserts) entities.set(entity.id, entity)
    return new OfacIndex([...entities.values()])
  }
}

function compareParties(query: PartyQuery, candidate: PartyQuery): Comparison {
  const explanations: Record<string, Explanation> = {}
  let best = -1
  for (const a of readNames(query))
    for (const b of readNames(candidate)) {
      const score = ofacScore(a.text, b.text)
      if (score <= best) continue
      best = score
      explanations.name = {
        score: score / 100,
        detail: `OFAC's search: ${score}`,
        query: a.text,
        candidate: b.text,
      }
    }
  Object.assign(explanations, identifierEvidence(readParty(query), readParty(candidate)))
  const scores = Object.values(explanations).map(({ score }) => score)
  return { score: Math.max(0, ...scores), explanations }
}
