import { type Context, contextScores } from './evidence.ts'
import { kindOf } from './kinds.ts'
import { scoreOf } from './names/name-score.ts'
import type { Party } from './party.ts'
import type { Explanation } from './query.ts'

/** Features of explanations: what each means, and how many log-odds full agreement or contradiction moves a score. */
export const features = {
  name: { description: 'Names, word by word, each word weighed by how rare it is', weight: 1 },
  identifier: {
    description: 'An official number or a wallet address, each under its own property',
    weight: 1,
  },
  birthDate: { description: 'Birth dates, with the usual errors of clerks', weight: 3.5 },
  country: { description: 'Nationality, country or flag', weight: 1.4 },
  gender: { description: 'Gender', weight: 1.5 },
  place: { description: 'Words of birth places and addresses in common; absence says nothing', weight: 1 },
  vesselType: { description: 'Words of the vessel type in common', weight: 0.5 },
} as const

/** Agreement moves a score less than contradiction: two people often share a year, one person never has two. */
const agreement = { birthDate: 0.4, country: 0.35, gender: 0.1, place: 0.6, vesselType: 0.5 } as const

/** Contradiction in these says less of firms and ships, which move and change flags, than of people. */
const mobile = 0.5

/** The most that context can add to log-odds: a shared year and country don't make two names one. */
export const mostAgreement = 1.5

/** Log-odds that all context of two parties together adds or takes. */
export function logOddsOfContext(
  query: Party,
  candidate: Party,
  weights: Readonly<Record<string, number>>,
): number {
  let [forIt, against] = [0, 0]
  contextScores(query, candidate, (feature, score) => {
    const logOdds = logOddsOfFeature(feature, score, candidate.schema, weights)
    if (logOdds > 0) forIt += logOdds
    else against += logOdds
  })
  return Math.min(mostAgreement, forIt) + against
}

/** The most that context can add to a query, from what the query tells of itself. */
export function agreementWithin(party: Party, weights: Readonly<Record<string, number>>): number {
  const told = {
    birthDate: party.births.length > 0,
    country: party.countries.length > 0,
    gender: party.gender !== undefined,
    place: party.places.length > 0,
    vesselType: party.types.length > 0,
  }
  let most = 0
  for (const feature of Object.keys(agreement) as (keyof typeof agreement)[])
    if (told[feature])
      // A negative weight turns disagreement into agreement.
      for (const score of [-1, 1]) most += Math.max(0, logOddsOfFeature(feature, score, 'Person', weights))
  return Math.min(mostAgreement, most)
}

/** Log-odds that one piece of context adds or takes. */
export function logOddsOfFeature(
  feature: Context['feature'],
  score: number,
  candidateSchema: string,
  weights: Readonly<Record<string, number>>,
): number {
  const weight = (weights[feature] ?? features[feature].weight) * score
  if (score >= 0) return weight * agreement[feature]
  return feature === 'country' && kindOf(candidateSchema) !== 'person' ? weight * mobile : weight
}

/** The score of a name's log-odds, moved by context, and of identifiers: the better, and a little more for both. */
export function combine(
  nameLogOdds: number,
  contextLogOdds: number,
  identifiers: Readonly<Record<string, Explanation>>,
  weights: Readonly<Record<string, number>>,
): number {
  const name = scoreOf(nameLogOdds + contextLogOdds) * Math.min(1, weights.name ?? 1)
  let identified = 0
  for (const [property, { score }] of Object.entries(identifiers))
    identified = Math.max(identified, score * (weights[property] ?? weights.identifier ?? 1))
  const [best, other] = name > identified ? [name, identified] : [identified, name]
  return Math.min(1, best + (1 - best) * other * 0.5)
}
