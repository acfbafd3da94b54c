import type { Entity } from '@cordon/model'
import type { Algorithm, ScreeningIndex } from './engine.ts'
import { CordonIndex } from './index-memory.ts'
import { NameScorer } from './name-score.ts'
import { readParty } from './party.ts'
import type { Comparison, MatchOptions, PartyQuery } from './query.ts'
import { features, scoreParties } from './score.ts'

/** The default algorithm. */
export const cordon: Algorithm = {
  name: 'cordon',
  description:
    'Names word by word in any order, weighed by rarity; identifiers; birth dates, countries and gender.',
  features,
  buildIndex(entities: Iterable<Entity>): ScreeningIndex {
    return CordonIndex.build(entities)
  },
  compare(query: PartyQuery, candidate: PartyQuery, options: MatchOptions = {}): Comparison {
    const scorer = new NameScorer(() => 1)
    return scoreParties(scorer, readParty(query), readParty(candidate), options.weights)
  },
}

/** Every algorithm by name. */
export const algorithms: Readonly<Record<string, Algorithm>> = { cordon }
