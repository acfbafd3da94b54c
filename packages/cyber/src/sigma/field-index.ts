import { LiteralIndex } from './literal-index.ts'
import type { TextMode } from './pattern.ts'

/** A literal that is asked of a field, and the number under which the rule set knows it. */
export interface IndexedText {
  readonly id: number
  readonly mode: TextMode
  /** Lower-cased, for the index. */
  readonly lower: string
  /** As written, where case counts. */
  readonly exact?: string
}

const none = new Int32Array(0)
const maxRemembered = 4096
const rememberedChars = 4_000_000
const longestRemembered = 2048

/**
 * All literals that rules ask of one field. Which of them a value meets is remembered for values seen lately, since
 * log fields repeat themselves: two generations of bounded size, the older of which is dropped.
 */
export class FieldIndex {
  private readonly exact = new Map<string, IndexedText[]>()
  private readonly partial: IndexedText[]
  private readonly index: LiteralIndex | undefined
  private young = new Map<string, Int32Array>()
  private old = new Map<string, Int32Array>()
  private chars = 0
  private readonly found: number[] = []
  private count = 0
  private text = ''
  private longestExact = -1

  constructor(texts: readonly IndexedText[]) {
    for (const text of texts)
      if (text.mode === 'exact') {
        // A text may be longer than its lower-cased form, by at most as much again.
        this.longestExact = Math.max(this.longestExact, text.lower.length * 2)
        const same = this.exact.get(text.lower)
        if (same) same.push(text)
        else this.exact.set(text.lower, [text])
      }
    this.partial = texts.filter((text) => text.mode !== 'exact' && text.lower !== '')
    if (this.partial.length > 0) this.index = new LiteralIndex(this.partial.map((text) => text.lower))
  }

  /** Whether no text can meet any literal unless it is at least this long. */
  get shortest(): number {
    return this.exact.size > 0 ? 0 : (this.index?.shortest ?? Number.POSITIVE_INFINITY)
  }

  /** As `lookup`, without remembering: for texts that do not come again. */
  lookupOnce(value: string): Int32Array {
    return this.compute(value)
  }

  /** The ids of the literals that the value meets, each once; the array is shared and not to be changed. */
  lookup(value: string): Int32Array {
    if (value.length > longestRemembered) return this.compute(value)
    const known = this.young.get(value)
    if (known !== undefined) return known
    const hits = this.old.get(value) ?? this.compute(value)
    this.remember(value, hits)
    return hits
  }

  private remember(value: string, hits: Int32Array): void {
    if (this.young.size >= maxRemembered || this.chars > rememberedChars) {
      this.old = this.young
      this.young = new Map()
      this.chars = 0
    }
    this.young.set(value, hits)
    this.chars += value.length
  }

  private compute(value: string): Int32Array {
    this.text = value
    this.count = 0
    const same = this.longestExact < value.length ? undefined : this.exact.get(value.toLowerCase())
    if (same)
      for (const text of same)
        if (text.exact === undefined || text.exact === value) this.found[this.count++] = text.id
    this.index?.scan(value, this.onHit)
    const { count, found } = this
    if (count === 0) return none
    const ids = new Int32Array(count)
    for (let i = 0; i < count; i++) ids[i] = found[i]!
    return ids
  }

  private readonly onHit = (literal: number, at: number, lower: string): void => {
    const text = this.partial[literal]!
    if (text.mode === 'prefix' && at !== 0) return
    if (text.mode === 'suffix' && at + text.lower.length !== lower.length) return
    if (text.exact !== undefined && !this.meetsCased(text, at, lower.length)) return
    // A literal that stands in many places is told once: those told are few, so that looking is cheap.
    for (let i = this.count - 1; i >= 0; i--) if (this.found[i] === text.id) return
    this.found[this.count++] = text.id
  }

  private meetsCased(text: IndexedText, at: number, length: number): boolean {
    const exact = text.exact!
    if (length === this.text.length) return this.text.startsWith(exact, at)
    if (text.mode === 'prefix') return this.text.startsWith(exact)
    return text.mode === 'suffix' ? this.text.endsWith(exact) : this.text.includes(exact)
  }
}
