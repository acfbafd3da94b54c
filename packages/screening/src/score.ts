import { contextEvidence, identifierEvidence } from './evidence.ts'
import type { NameScorer } from './name-score.ts'
import type { Party } from './party.ts'
import type { Comparison, Explanation } from './query.ts'

/** Features of explanations, with what each means and how much it weighs. */
export const features = {
  name: { description: 'Names, word by word, each word weighed by how rare it is', weight: 1 },
  identifier: {
    description: 'An official number or a wallet address, each under its own property',
    weight: 1,
  },
  birthDate: { description: 'Birth dates, with the usual errors of clerks', weight: 0.25 },
  country: { description: 'Nationality, country or flag', weight: 0.2 },
  gender: { description: 'Gender', weight: 0.2 },
} as const

/** How much agreement adds at most, as a share of what a contradiction takes. */
const agreementShare = 0.2

/** Scores one party against another: the best of names and identifiers, moved by what else is known. */
export function scoreParties(
  scorer: NameScorer,
  query: Party,
  candidate: Party,
  weights: Readonly<Record<string, number>> = {},
): Comparison {
  const weightOf = (feature: keyof typeof features) => weights[feature] ?? features[feature].weight
  const explanations: Record<string, Explanation> = {}
  let score = 0
  const meeting = scorer.best(query.names, candidate.names)
  if (meeting) {
    score = meeting.score * weightOf('name')
    explanations.name = {
      score: meeting.score,
      detail: meeting.score === 1 ? 'the same name' : 'names alike, word by word',
      query: meeting.query.text,
      candidate: meeting.candidate.text,
      words: meeting.words,
    }
  }
  const context = contextEvidence(query, candidate)
  for (const [feature, explanation] of Object.entries(context)) {
    explanations[feature] = explanation
    const weight = weightOf(feature as keyof typeof features)
    if (explanation.score < 0) score += explanation.score * weight
    else score += (1 - score) * explanation.score * weight * agreementShare
  }
  for (const [property, explanation] of Object.entries(identifierEvidence(query, candidate))) {
    explanations[property] = explanation
    score = Math.max(score, explanation.score * (weights[property] ?? weightOf('identifier')))
  }
  return { score: Math.min(1, Math.max(0, score)), explanations }
}
