import type { CompiledName } from './names/compiled-name.ts'
import type { NameKind } from './names/features.ts'
import { type NameScorer, scoreOf } from './names/name-score.ts'
import type { Explanation, WordMatch } from './query.ts'

/** Says how two names met, word by word, the weightiest first. */
export function explainNames(
  scorer: NameScorer,
  query: CompiledName,
  candidate: CompiledName,
  kind: NameKind,
): Explanation {
  const score = scoreOf(scorer.logOdds(query, candidate, kind))
  const words = wordMatches(scorer, query, candidate)
  return {
    score,
    detail: detailOf(words, candidate.weak),
    query: query.text,
    candidate: candidate.text,
    words,
  }
}

function wordMatches(scorer: NameScorer, query: CompiledName, candidate: CompiledName): WordMatch[] {
  const { alignment } = scorer.meter
  const words: WordMatch[] = []
  for (let k = 0; k < alignment.count; k++) {
    const [a, b] = [query.terms[alignment.a[k]!]!, candidate.terms[alignment.b[k]!]!]
    const via = alignment.how(k) === 'variant' ? viaOf(a.token.spellings, b.token.spellings) : undefined
    words.push({
      query: a.token.text,
      candidate: b.token.text,
      how: alignment.how(k),
      similarity: 1 - alignment.damage[k]!,
      weight: a.weight / query.weight,
      ...(via === undefined ? {} : { via }),
    })
  }
  query.terms.forEach((term, i) => {
    if (alignment.usedA[i] === 0)
      words.push({
        query: term.token.text,
        how: 'nothing',
        similarity: 0,
        weight: term.weight / query.weight,
      })
  })
  candidate.terms.forEach((term, j) => {
    if (alignment.usedB[j] === 0)
      words.push({
        candidate: term.token.text,
        how: 'nothing',
        similarity: 0,
        weight: term.weight / candidate.weight,
      })
  })
  return words.sort((x, y) => y.weight - x.weight)
}

interface Reading {
  readonly text: string
  readonly reason: string
}

/** Which reading of either word made them meet. */
function viaOf(a: readonly Reading[], b: readonly Reading[]): string | undefined {
  for (const left of a)
    for (const right of b)
      if (left.text === right.text) {
        const reason = left.reason || right.reason
        return reason === '' ? left.text : `${left.text} (${reason})`
      }
  return undefined
}

/** One sentence: what met inexactly, and what met nothing; those are what would change the answer. */
function detailOf(words: readonly WordMatch[], weak: boolean): string {
  const inexact = words.filter((w) => w.query !== undefined && w.candidate !== undefined && w.similarity < 1)
  const missing = words.filter((w) => w.candidate === undefined)
  const extra = words.filter((w) => w.query === undefined)
  const parts = [
    ...inexact.map((w) => `${w.query} met ${w.candidate} (${w.via ?? w.how})`),
    ...(missing.length > 0 ? [`not in the listed name: ${missing.map((w) => w.query).join(', ')}`] : []),
    ...(extra.length > 0 ? [`only in the listed name: ${extra.map((w) => w.candidate).join(', ')}`] : []),
    ...(weak ? ['a weak alias'] : []),
  ]
  return parts.length === 0 ? 'the same words' : parts.join('; ')
}
