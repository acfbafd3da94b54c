import { type ContextQuery, contextQueryOf } from './context-outlines.ts'
import { filterOf } from './filter.ts'
import { kindOf, kindOfPair } from './kinds.ts'
import type { CompiledName } from './names/compiled-name.ts'
import { logOddsOf, type NameScorer } from './names/name-score.ts'
import { type Party, sortsFor } from './party.ts'
import type { MatchOptions, PartyQuery } from './query.ts'
import type { Ranking } from './ranking.ts'
import type { Segment } from './segment.ts'
import { Top } from './top.ts'
import { agreementWithin, logOddsOfContext, mostAgreement } from './weigh.ts'

/** An entity that names or numbers led to, with the best pair of names, if any is worth telling. */
export interface Hit {
  readonly segment: Segment
  readonly at: number
  logOdds: number
  query: CompiledName | undefined
  candidate: CompiledName | undefined
  /** The candidate's number among the segment's names. */
  name: number
}

/** Most answers up to which worse ones are left out early. */
const mostRanked = 100

/** Rounding must not lose what just reaches a bound. */
const slack = 1e-9

/**
 * One query's way through the segments of an index. What else is known of an entity decides what its names must reach:
 * most candidates are of another age or country, and their names are never compared. The most promising names come
 * first; once there are enough good answers, a name must be better than the last of them.
 */
export class HitSearch {
  readonly hits: Hit[] = []
  private readonly party: Party
  private readonly query: PartyQuery
  private readonly options: MatchOptions
  private readonly names: readonly CompiledName[]
  private readonly scorer: NameScorer
  /** What a name without context must reach. */
  private readonly least: number
  private readonly weights: Readonly<Record<string, number>>
  private readonly top: Top
  private readonly ranked: boolean
  private readonly context: ContextQuery
  /** Entities of the segments before. */
  private before = 0

  constructor(
    query: PartyQuery,
    party: Party,
    options: MatchOptions,
    names: readonly CompiledName[],
    scorer: NameScorer,
  ) {
    const { cutoff = 0.5, limit = 5, weights = {} } = options
    this.query = query
    this.party = party
    this.options = options
    this.names = names
    this.scorer = scorer
    this.weights = weights
    this.least = logOddsOf(cutoff)
    this.top = new Top(limit)
    this.ranked = limit <= mostRanked && this.least > -Infinity
    this.context = contextQueryOf(party, options.weights)
  }

  /**
   * Adds the hits of a segment.
   * @param counts whether an entity counts in this segment, where not all do
   */
  in(segment: Segment, counts?: (at: number) => boolean): void {
    const own = new Map<number, Hit>()
    const filter = filterOf(this.query, this.options)
    const answers = (at: number) => filter(segment.entities[at]!) && (counts === undefined || counts(at))
    segment.needs.begin()
    const identified = segment.identified(this.party)
    for (const at of identified)
      if (answers(at)) {
        this.hitOf(own, segment, at)
        segment.needs.set(at, this.least - mostAgreement)
      }
    const agreement = own.size > 0 ? mostAgreement : agreementWithin(this.party, this.weights)
    const nameKind = kindOf(this.query.schema) === 'person' ? 'person' : 'any'
    for (const name of this.names) {
      segment.names.candidates(name, this.least - agreement - slack, nameKind, sortsFor(this.query.schema))
      this.compare(name, segment, this.rank(segment, answers), own, identified)
    }
    for (const hit of own.values()) this.hits.push(hit)
    this.before += segment.entities.length
  }

  /** The names found that their entities' context leaves any hope, the most promising first. */
  private rank(segment: Segment, answers: (at: number) => boolean): Ranking {
    const { ranking } = segment
    const { names, outlines, needs } = segment
    ranking.begin()
    for (let k = 0; k < names.count; k++) {
      const at = names.owners[names.found[k]!]!
      const bound = names.bounds[k]!
      if (!needs.has(at)) {
        if (bound + outlines.most(this.context, at) < this.least - slack) continue
        needs.set(at, answers(at) ? this.needOf(segment, at) : Infinity)
      }
      const surplus = bound - needs.of(at)
      if (surplus >= -slack) ranking.put(names.found[k]!, surplus)
    }
    ranking.sort()
    return ranking
  }

  private needOf(segment: Segment, at: number): number {
    return this.least - logOddsOfContext(this.party, segment.parties[at]!, this.weights) - slack
  }

  private compare(
    query: CompiledName,
    segment: Segment,
    ranking: Ranking,
    own: Map<number, Hit>,
    identified: ReadonlySet<number>,
  ): void {
    const { names, needs } = segment
    for (let k = 0; k < ranking.count; k++) {
      const n = ranking.names[k]!
      const at = names.owners[n]!
      const known = identified.has(at)
      if (!known && ranking.surplus(k) < this.top.floor - slack) {
        if (identified.size === 0) return
        continue
      }
      const need = needs.of(at)
      const raised = need + (own.has(at) ? 0 : this.top.floor) - slack
      const candidate = names.names.at(n)
      const kind = kindOfPair(this.query.schema, segment.entities[at]!.schema)
      const logOdds = this.scorer.logOddsFrom(
        raised,
        query,
        candidate,
        kind,
        names.met,
        names.names.wordsOf(n),
      )
      if (logOdds < need) continue
      if (this.ranked && !known) this.top.put(this.before + at, logOdds - need)
      const hit = this.hitOf(own, segment, at)
      // Of names that are equally good, the one that is listed first.
      if (logOdds < hit.logOdds || (logOdds === hit.logOdds && (n > hit.name || hit.query !== query)))
        continue
      hit.logOdds = logOdds
      hit.name = n
      hit.query = query
      hit.candidate = candidate
    }
  }

  private hitOf(own: Map<number, Hit>, segment: Segment, at: number): Hit {
    const known = own.get(at)
    if (known) return known
    const hit = { segment, at, logOdds: -Infinity, query: undefined, candidate: undefined, name: 0 }
    own.set(at, hit)
    return hit
  }
}
