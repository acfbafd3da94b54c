import { analyseName, type NameOf, type NameToken, type VariantMemory } from '@cordon/text'
import { withTens } from './tens.ts'
import { type Term, termOf } from './term.ts'

/** A name ready to be compared. */
export interface CompiledName {
  readonly text: string
  readonly terms: readonly Term[]
  /** Sum of the terms' weights. */
  readonly weight: number
  /** Keys of the name as a whole, with their costs. */
  readonly keys: ReadonlyMap<string, number> | undefined
  /** Folded words without spaces, for comparison as one string. */
  readonly letters: string
  /** The publisher calls it weak: too broad or too short to identify anyone alone. */
  readonly weak: boolean
  /** "Putin, Vladimir": the order of its words is not the order of speech. */
  readonly comma: boolean
}

/**
 * Reads a name. `readTerm` lets an index share one term among all names that hold the word; `memory` spares the work
 * for words seen before.
 */
export function compileName(
  text: string,
  nameOf: NameOf | undefined,
  weak = false,
  readTerm: (token: NameToken) => Term = termOf,
  memory?: VariantMemory,
): CompiledName {
  const { tokens, keys } = analyseName(text, nameOf, memory)
  const terms = (nameOf === 'person' ? tokens : withTens(tokens)).map((token) => readTerm(token))
  return {
    text,
    terms,
    weight: weightOfAll(terms),
    keys: keys.length === 0 ? undefined : new Map(keys.map(({ text: key, cost }) => [key, cost])),
    letters: lettersOfAll(terms),
    weak,
    comma: holdsComma(text),
  }
}

/** Sum of terms' weights. */
export function weightOfAll(terms: readonly Term[]): number {
  let weight = 0
  for (const term of terms) weight += term.weight
  return weight
}

/** Terms written as one word. */
export function lettersOfAll(terms: readonly Term[]): string {
  let letters = ''
  for (const { text } of terms) letters += text
  return letters
}

function holdsComma(text: string): boolean {
  return text.includes(',') && /\p{L},\s*\p{L}/u.test(text)
}
