import type { CompiledName } from './compiled-name.ts'
import { lettersOfAll, weightOfAll } from './compiled-name.ts'
import type { Term } from './term.ts'

/** Names made ready again that are kept: those that many queries look at. A power of two. */
const kept = 8192

/**
 * The names of an index, each as the numbers of its words: a million names as objects would fill the memory. A name is
 * made an object when it is looked at.
 */
export class ListedNames {
  readonly size: number
  private readonly texts: readonly string[]
  private readonly terms: readonly Term[]
  /** The words of name `n`, in its order, are `words` from `offsets[n]` up to, not with, `offsets[n + 1]`. */
  readonly offsets: Uint32Array
  readonly words: Uint32Array
  private readonly keys: ReadonlyMap<number, ReadonlyMap<string, number>>
  private readonly flags: Uint8Array
  private readonly made: (CompiledName | undefined)[] = new Array(kept).fill(undefined)
  private readonly madeOf = new Int32Array(kept).fill(-1)
  private readonly ids: (Uint32Array | undefined)[] = new Array(kept).fill(undefined)

  constructor(parts: {
    readonly texts: readonly string[]
    readonly terms: readonly Term[]
    readonly offsets: Uint32Array
    readonly words: Uint32Array
    readonly keys: ReadonlyMap<number, ReadonlyMap<string, number>>
    readonly flags: Uint8Array
  }) {
    this.texts = parts.texts
    this.terms = parts.terms
    this.offsets = parts.offsets
    this.words = parts.words
    this.keys = parts.keys
    this.flags = parts.flags
    this.size = parts.texts.length
  }

  /** The name, ready to be compared. */
  at(n: number): CompiledName {
    return this.made[this.slot(n)]!
  }

  /** The numbers of the name's words, in its order. */
  wordsOf(n: number): Uint32Array {
    return this.ids[this.slot(n)]!
  }

  /** The name written as one word. */
  lettersOf(n: number): string {
    let letters = ''
    for (let k = this.offsets[n]!; k < this.offsets[n + 1]!; k++) letters += this.terms[this.words[k]!]!.text
    return letters
  }

  private slot(n: number): number {
    const slot = n & (kept - 1)
    if (this.madeOf[slot] === n) return slot
    const ids = this.words.subarray(this.offsets[n]!, this.offsets[n + 1]!)
    const terms: Term[] = []
    for (let k = 0; k < ids.length; k++) terms.push(this.terms[ids[k]!]!)
    const flags = this.flags[n]!
    this.made[slot] = new MadeName(this.texts[n]!, terms, this.keys.get(n), flags)
    this.ids[slot] = ids
    this.madeOf[slot] = n
    return slot
  }
}

/** A listed name as an object. What few comparisons need is worked out when it is asked for. */
class MadeName implements CompiledName {
  readonly text: string
  readonly terms: readonly Term[]
  readonly weight: number
  readonly keys: ReadonlyMap<string, number> | undefined
  readonly weak: boolean
  readonly comma: boolean
  private joined: string | undefined

  constructor(
    text: string,
    terms: readonly Term[],
    keys: ReadonlyMap<string, number> | undefined,
    flags: number,
  ) {
    this.text = text
    this.terms = terms
    this.weight = weightOfAll(terms)
    this.keys = keys
    this.weak = (flags & flag.weak) !== 0
    this.comma = (flags & flag.comma) !== 0
  }

  get letters(): string {
    this.joined ??= lettersOfAll(this.terms)
    return this.joined
  }
}

/** What is kept of a name as bits. */
export const flag = { weak: 1, comma: 2 } as const
