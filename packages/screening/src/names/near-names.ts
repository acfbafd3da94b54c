import type { Term } from './term.ts'
import type { NearWords } from './vocabulary.ts'

/** The names that hold a word near one of a query, each once, side by side in arrays: they are read in one sweep. */
export interface NearNames {
  readonly names: Uint32Array
  /** What `hintOf` says of each; ascending where there are many names. */
  readonly hints: Uint32Array
  /** What the word met weighs at most in each, and what it says at most. */
  readonly weights: Float32Array
  readonly told: Float32Array
}

/** Names from which the order of hints is worth its price. */
export const many = 2048

/** Gathers near names. Keeps scratch as large as the index. */
export class NearNamesReader {
  private readonly offsets: Uint32Array
  private readonly postings: Uint32Array
  private readonly hints: Uint32Array
  private readonly terms: readonly Term[]
  private readonly places: Int32Array

  /**
   * @param offsets, postings the names that hold word `i` are `postings` from `offsets[i]` up to the next
   * @param hints by posting
   * @param names how many names there are
   */
  constructor(
    offsets: Uint32Array,
    postings: Uint32Array,
    hints: Uint32Array,
    terms: readonly Term[],
    names: number,
  ) {
    this.offsets = offsets
    this.postings = postings
    this.hints = hints
    this.terms = terms
    this.places = new Int32Array(names).fill(-1)
  }

  /**
   * The names that hold one of these words.
   * @param naming whether only words that name count: proper and generic ones
   */
  read({ ids, told }: NearWords, naming: boolean): NearNames {
    const { offsets, postings, places } = this
    let most = 0
    for (let k = 0; k < ids.length; k++) most += offsets[ids[k]! + 1]! - offsets[ids[k]!]!
    const found = {
      names: new Uint32Array(most),
      hints: new Uint32Array(most),
      weights: new Float32Array(most),
      told: new Float32Array(most),
    }
    let count = 0
    for (let k = 0; k < ids.length; k++) {
      const id = ids[k]!
      const { kind, weight } = this.terms[id]!
      const names = kind === 'word' || kind === 'generic'
      if (naming && !names) continue
      const weighs = names ? above(weight) : 0
      const says = above(told[k]!)
      for (let at = offsets[id]!; at < offsets[id + 1]!; at++) {
        const name = postings[at]!
        const place = places[name]!
        if (place >= 0) {
          if (found.weights[place]! < weighs) found.weights[place] = weighs
          if (found.told[place]! < says) found.told[place] = says
          continue
        }
        places[name] = count
        found.names[count] = name
        found.hints[count] = this.hints[at]!
        found.weights[count] = weighs
        found.told[count++] = says
      }
    }
    for (let k = 0; k < count; k++) places[found.names[k]!] = -1
    return count < many ? cut(found, count) : sorted(found, count)
  }
}

/** Single precision must not lose what just reaches a bound. */
function above(value: number): number {
  return value * (1 + 1e-6)
}

function cut({ names, hints, weights, told }: NearNames, count: number): NearNames {
  if (names.length === count) return { names, hints, weights, told }
  return {
    names: names.slice(0, count),
    hints: hints.slice(0, count),
    weights: weights.slice(0, count),
    told: told.slice(0, count),
  }
}

function sorted(found: NearNames, count: number): NearNames {
  const keys = new Float64Array(count)
  for (let k = 0; k < count; k++) keys[k] = found.hints[k]! * places + k
  keys.sort()
  const names = new Uint32Array(count)
  const hints = new Uint32Array(count)
  const weights = new Float32Array(count)
  const told = new Float32Array(count)
  for (let at = 0; at < count; at++) {
    const k = keys[at]! % places
    names[at] = found.names[k]!
    hints[at] = found.hints[k]!
    weights[at] = found.weights[k]!
    told[at] = found.told[k]!
  }
  return { names, hints, weights, told }
}

/** A power of two above any number of names; with a hint it fits into a number's 53 bits. */
const places = 2 ** 22
