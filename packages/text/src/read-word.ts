import type { NameToken } from './name.ts'
import { Syllables } from './names/syllables.ts'
import type { Segment } from './segment.ts'

/** A word where it stands in a name, with its tokens where they do not depend on the words beside it. */
export class ReadWord {
  readonly segment: Segment
  readonly tokens: readonly NameToken[] | undefined
  private read: Syllables | undefined = undefined

  constructor(segment: Segment, tokens: readonly NameToken[] | undefined) {
    this.segment = segment
    this.tokens = tokens
  }

  /** The word as Korean and Chinese syllables; for Latin words. */
  get syllables(): Syllables {
    this.read ??= new Syllables(this.segment.folded)
    return this.read
  }
}
