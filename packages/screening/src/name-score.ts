import { EditDistance } from '@cordon/text'
import type { PartyName } from './party.ts'
import type { WordMatch } from './query.ts'

/** How rare a word is: higher weighs more. */
export type WordWeight = (word: string) => number

/** Two names compared. */
export interface NameMeeting {
  readonly score: number
  readonly query: PartyName
  readonly candidate: PartyName
  readonly words: readonly WordMatch[]
}

/** Compares names word by word, each word weighed by its rarity. One per thread of work: it keeps its buffers. */
export class NameScorer {
  private readonly distance = new EditDistance()
  private readonly weightOf: WordWeight

  constructor(weightOf: WordWeight) {
    this.weightOf = weightOf
  }

  /** The best meeting of any two names; undefined where one side has none. */
  best(query: readonly PartyName[], candidate: readonly PartyName[]): NameMeeting | undefined {
    let best: NameMeeting | undefined
    for (const a of query)
      for (const b of candidate) {
        const meeting = this.compare(a, b)
        if (best === undefined || meeting.score > best.score) best = meeting
      }
    return best
  }

  compare(query: PartyName, candidate: PartyName): NameMeeting {
    const pairs = this.pairUp(query.words, candidate.words)
    const total = (words: readonly string[]) => words.reduce((sum, word) => sum + this.weightOf(word), 0)
    const [queryTotal, candidateTotal] = [total(query.words), total(candidate.words)]
    let [queryMet, candidateMet] = [0, 0]
    const words: WordMatch[] = []
    for (const [i, j, similarity] of pairs) {
      const [a, b] = [query.words[i]!, candidate.words[j]!]
      queryMet += similarity * this.weightOf(a)
      candidateMet += similarity * this.weightOf(b)
      words.push({
        query: a,
        candidate: b,
        how: similarity === 1 ? 'same' : 'edit',
        similarity,
        weight: this.weightOf(a) / queryTotal,
      })
    }
    unmatched(query.words, new Set(pairs.map((p) => p[0]))).forEach((word) => {
      words.push({ query: word, how: 'unmatched', similarity: 0, weight: this.weightOf(word) / queryTotal })
    })
    unmatched(candidate.words, new Set(pairs.map((p) => p[1]))).forEach((word) => {
      words.push({
        candidate: word,
        how: 'unmatched',
        similarity: 0,
        weight: this.weightOf(word) / candidateTotal,
      })
    })
    // A word of the query that meets nothing speaks louder against than a word that the listed name has besides.
    const score = (queryMet / queryTotal) ** 0.8 * (candidateMet / candidateTotal) ** 0.4
    return { score: candidate.weak ? score * 0.9 : score, query, candidate, words }
  }

  /** Greedy one-to-one pairs, the most alike first. */
  private pairUp(a: readonly string[], b: readonly string[]): [number, number, number][] {
    const all: [number, number, number][] = []
    a.forEach((word, i) => {
      b.forEach((other, j) => {
        const similarity = this.similarity(word, other)
        if (similarity > 0) all.push([i, j, similarity])
      })
    })
    all.sort((x, y) => y[2] - x[2] || x[0] - y[0] || x[1] - y[1])
    const [usedA, usedB] = [new Set<number>(), new Set<number>()]
    return all.filter(([i, j]) => {
      if (usedA.has(i) || usedB.has(j)) return false
      usedA.add(i)
      usedB.add(j)
      return true
    })
  }

  private similarity(a: string, b: string): number {
    if (a === b) return 1
    const longest = Math.max(a.length, b.length)
    const allowed = editsAllowed(longest)
    if (allowed === 0) return 0
    const edits = this.distance.osa(a, b, allowed)
    return edits > allowed ? 0 : 1 - edits / longest
  }
}

/** None in words of up to two letters, one in three to five, two in longer ones; numbers must agree. */
export function editsAllowed(length: number): number {
  return length < 3 ? 0 : length < 6 ? 1 : 2
}

function unmatched(words: readonly string[], used: ReadonlySet<number>): string[] {
  return words.filter((_, index) => !used.has(index))
}
