/**
 * Many literals looked for in one text at once. Each literal is filed under its rarest characters (four, or two or
 * one for short ones); a scan packs the characters it passes into one number and asks a bitmap small enough for the
 * processor's cache whether any literal is filed there. Only then are the literals compared. Cost follows the text's
 * length and what nearly matches, not the number of literals. The idea is Wu and Manber's multi-pattern search (1994)
 * with a bitmap in the place of shifts, which many short literals would make useless; where all literals are long they
 * are filed under up to eight neighbouring grams each and the scan looks at every eighth place only.
 */
export class LiteralIndex {
  /** Length of the shortest literal: no shorter text can hold one. */
  readonly shortest: number
  private readonly four: GramTable
  private readonly two: GramTable
  private readonly one: GramTable
  private readonly stride: number
  private readonly onlyFour: boolean

  /** @param literals lower-cased, none empty; a hit is told by its place in this list */
  constructor(literals: readonly string[]) {
    this.shortest = literals.reduce((least, text) => Math.min(least, text.length), Number.POSITIVE_INFINITY)
    this.stride = Math.max(1, Math.min(8, this.shortest - 3))
    const lengths = literals.map((text) => (text.length >= 4 ? 4 : text.length >= 2 ? 2 : 1))
    const counts = countGrams(literals, lengths)
    const of = (size: number) => new GramTable(literals, lengths, size, counts, this.stride)
    this.four = of(4)
    this.two = of(2)
    this.one = of(1)
    this.onlyFour = this.two.size === 0 && this.one.size === 0
  }

  /**
   * Calls `hit` for each place where a literal stands, perhaps more than once a literal.
   * @param text in any case
   * @param hit told the literal, the place, and the text lower-cased
   */
  scan(text: string, hit: (literal: number, at: number, lower: string) => void): void {
    if (text.length < this.shortest) return
    if (this.stride > 1) this.scanByStride(text, hit)
    else if (this.onlyFour) this.scanFour(text, hit)
    else this.scanAll(text, hit)
  }

  private scanByStride(text: string, hit: Hit): void {
    const { bits, shift } = this.four
    const { stride } = this
    let lower: string | undefined
    for (let i = 3; i < text.length; i += stride) {
      const key =
        ((text.charCodeAt(i - 3) & fold) << 24) |
        ((text.charCodeAt(i - 2) & fold) << 16) |
        ((text.charCodeAt(i - 1) & fold) << 8) |
        (text.charCodeAt(i) & fold)
      const at = Math.imul(key, 0x9e3779b1) >>> shift
      if ((bits[at >>> 5]! & (1 << (at & 31))) === 0) continue
      lower ??= text.toLowerCase()
      this.four.compare(key, lower, i, hit)
    }
  }

  private scanFour(text: string, hit: Hit): void {
    const { bits, shift } = this.four
    let lower: string | undefined
    let window = 0
    for (let i = 0; i < text.length; i++) {
      window = (window << 8) | (text.charCodeAt(i) & fold)
      const at = Math.imul(window, 0x9e3779b1) >>> shift
      if ((bits[at >>> 5]! & (1 << (at & 31))) === 0) continue
      lower ??= text.toLowerCase()
      this.four.compare(window, lower, i, hit)
    }
  }

  private scanAll(text: string, hit: Hit): void {
    const { four, two, one } = this
    const lower = text.toLowerCase()
    let window = 0
    for (let i = 0; i < lower.length; i++) {
      window = (window << 8) | (lower.charCodeAt(i) & fold)
      if (four.mayHold(window)) four.compare(window, lower, i, hit)
      if (two.mayHold(window & 0xffff)) two.compare(window & 0xffff, lower, i, hit)
      if (one.mayHold(window & 0xff)) one.compare(window & 0xff, lower, i, hit)
    }
  }
}

type Hit = (literal: number, at: number, lower: string) => void

/** Takes the case out of ASCII letters; what else it makes alike the comparison tells apart. */
const fold = 0xdf

class GramTable {
  readonly size: number
  readonly bits: Uint32Array
  readonly shift: number
  private readonly slots = new Map<number, number[]>()
  private readonly literals: readonly string[]

  constructor(
    literals: readonly string[],
    lengths: readonly number[],
    gram: number,
    counts: Map<number, number>,
    stride: number,
  ) {
    const mine = literals.flatMap((_, i) => (lengths[i] === gram ? [i] : []))
    this.size = mine.length
    this.literals = literals
    // 32 bits a filed gram keep the table's false answers near 3 %.
    const power = Math.min(20, Math.max(8, Math.ceil(Math.log2(Math.max(1, mine.length * stride) * 32))))
    this.shift = 32 - power
    this.bits = new Uint32Array(1 << Math.max(0, power - 5))
    for (const i of mine) this.file(i, gram, counts, stride)
  }

  mayHold(key: number): boolean {
    const at = Math.imul(key, 0x9e3779b1) >>> this.shift
    return (this.bits[at >>> 5]! & (1 << (at & 31))) !== 0
  }

  /** Compares the literals filed under a gram that ends at `end`. A slot holds literal and offset in turn. */
  compare(key: number, text: string, end: number, hit: Hit): void {
    const slot = this.slots.get(key)
    if (slot === undefined) return
    for (let k = 0; k < slot.length; k += 2) {
      const literal = slot[k]!
      const at = end - slot[k + 1]! + 1
      if (at >= 0 && text.startsWith(this.literals[literal]!, at)) hit(literal, at, text)
    }
  }

  /** Files a literal under `stride` neighbouring grams, the rarest such run. */
  private file(literal: number, gram: number, counts: Map<number, number>, stride: number): void {
    const text = this.literals[literal]!
    let best = gram
    let bestCount = Number.POSITIVE_INFINITY
    for (let end = gram; end + stride - 1 <= text.length; end++) {
      let count = 0
      for (let k = 0; k < stride; k++)
        count += counts.get(packed(text, end + k - gram, end + k))! + dullness(text, end + k - gram, end + k)
      if (count < bestCount) [best, bestCount] = [end, count]
    }
    for (let end = best; end < best + stride; end++) {
      const key = packed(text, end - gram, end)
      const at = Math.imul(key, 0x9e3779b1) >>> this.shift
      this.bits[at >>> 5]! |= 1 << (at & 31)
      const slot = this.slots.get(key)
      if (slot) slot.push(literal, end)
      else this.slots.set(key, [literal, end])
    }
  }
}

function countGrams(literals: readonly string[], lengths: readonly number[]): Map<number, number> {
  const counts = new Map<number, number>()
  for (const [i, text] of literals.entries())
    for (let end = lengths[i]!; end <= text.length; end++) {
      const key = packed(text, end - lengths[i]!, end)
      counts.set(key, (counts.get(key) ?? 0) + 1)
    }
  return counts
}

/** Grams with blanks, slashes and dots are frequent in logs even where few rules have them. */
function dullness(text: string, from: number, to: number): number {
  let dull = 0
  for (let i = from; i < to; i++) if (' \\/.:0-'.includes(text[i]!)) dull += 2
  return dull
}

function packed(text: string, from: number, to: number): number {
  let key = 0
  for (let i = from; i < to; i++) key = (key << 8) | (text.charCodeAt(i) & fold)
  return key
}
