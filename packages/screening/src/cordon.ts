import type { Entity } from '@cordon/model'
import type { Algorithm, ScreeningIndex } from './engine.ts'
import { contextEvidence, identifierEvidence } from './evidence.ts'
import { explainNames } from './explain.ts'
import { kindOfPair, mayBe } from './kinds.ts'
import { compileName } from './names/compiled-name.ts'
import { NameScorer } from './names/name-score.ts'
import { nameOfSchema, readNames, readParty } from './party.ts'
import { probabilityOf } from './probability.ts'
import type { Comparison, Explanation, MatchOptions, PartyQuery } from './query.ts'
import { CordonIndex } from './screening-index.ts'
import { combine, features, logOddsOfContext } from './weigh.ts'

/** The default algorithm; docs/methods/screening.md says how it decides. */
export const cordon: Algorithm = {
  name: 'cordon',
  description:
    'Names word by word in any order, script and spelling, weighed by rarity; identifiers; dates, countries, places.',
  features,
  buildIndex(entities: Iterable<Entity>): ScreeningIndex {
    return CordonIndex.build(entities)
  },
  buildingIndex: (entities) => CordonIndex.building(entities),
  compare,
}

function compare(query: PartyQuery, candidate: PartyQuery, options: MatchOptions = {}): Comparison {
  const kind = kindOfPair(query.schema, candidate.schema)
  if (!mayBe(query.schema, candidate.schema)) return { score: 0, explanations: {} }
  const { weights = {} } = options
  const scorer = new NameScorer()
  const [a, b] = [compiledNames(query), compiledNames(candidate)]
  const explanations: Record<string, Explanation> = {}
  let logOdds = -Infinity
  for (const left of a)
    for (const right of b) {
      const reached = scorer.logOdds(left, right, kind)
      if (reached <= logOdds) continue
      logOdds = reached
      explanations.name = explainNames(scorer, left, right, kind)
    }
  const [party, other] = [readParty(query), readParty(candidate)]
  const identifiers = identifierEvidence(party, other)
  Object.assign(explanations, identifiers)
  const contexts = contextEvidence(party, other)
  for (const { feature, ...explanation } of contexts) explanations[feature] = explanation
  const context = logOddsOfContext(party, other, weights)
  const score = combine(logOdds, context, identifiers, weights)
  return { score, probability: probabilityOf(score, options.prior), explanations }
}

function compiledNames(query: PartyQuery) {
  const nameOf = nameOfSchema(query.schema)
  return readNames(query).map(({ text, weak }) => compileName(text, nameOf, weak))
}
