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
  readonly letters: Uint16Array
  /** The publisher calls it weak: too broad or too short to identify anyone alone. */
  readonly weak: boolean
  /** "Putin, Vladimir": the order of its words is not the order of speech. */
  readonly comma: boolean
}

/** Reads a name. `readTerm` lets an index share one term among all names that hold the word, `memory` its variants. */
export function compileName(
  text: string,
  nameOf: NameOf | undefined,
  weak = false,
  readTerm: (token: NameToken) => Term = termOf,
  memory?: VariantMemory,
): CompiledName {
  const analysed = analyseName(text, nameOf, memory)
  const tokens = nameOf === 'person' ? analysed.tokens : withTens(analysed.tokens)
  const terms = tokens.map((token) => readTerm(token))
  const joined = tokens.map((token) => token.spellings[0]?.text ?? token.folded).join('')
  return {
    text,
    terms,
    weight: terms.reduce((sum, term) => sum + term.weight, 0),
    keys:
      analysed.keys.length === 0
        ? undefined
        : new Map(analysed.keys.map(({ text: key, cost }) => [key, cost])),
    letters: Uint16Array.from(joined, (letter) => letter.charCodeAt(0)),
    weak,
    comma: /\p{L},\s*\p{L}/u.test(text),
  }
}
