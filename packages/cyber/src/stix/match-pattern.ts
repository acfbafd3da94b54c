import { meetsComparison } from './compare.ts'
import type { Observation } from './observation.ts'
import { type Comparison, type Expression, type StixPattern, StixPatternError } from './pattern-types.ts'
import { Slots } from './slots.ts'

/** Most places that a pattern may have to fill at once. */
const maxSlots = 20_000
/** Most choices (of windows, splits, alternatives) tried before the answer is "too complex". */
const maxChoices = 20_000

/** When an observation must lie for a slot, in nanoseconds; it counts when its own span meets this one. */
interface Span {
  readonly from: bigint
  readonly to: bigint
}

const always: Span = { from: -(1n << 80n), to: 1n << 80n }

/**
 * Whether a pattern matches observations (STIX 2.1, part 9), and if so which ones it used.
 *
 * Every observation expression is a slot to be filled by an observation of its own (an observation of number n may fill
 * n slots); AND and REPEATS ask for several. Filling slots is a matching in a bipartite graph, for which there is no
 * need to try all combinations. What the matching can't say, where windows begin, where one part ends that another
 * follows, which alternative, is chosen in turn, each choice kept only while the slots so far can be filled.
 * @throws {StixPatternError} `STIX_DATA` where an observed value that a timestamp is compared to is none;
 *   `STIX_TOO_COMPLEX` where more choices would be needed than are allowed
 */
export function matchStixPattern(
  { expression }: StixPattern,
  observations: readonly Observation[],
): Observation[] | undefined {
  return matchObservations(expression, observations, (comparison, { objects }) =>
    meetsComparison(comparison, objects),
  )
}

/** What a pattern's times and counts are judged by. In nanoseconds since 1970. */
export type Timed = Pick<Observation, 'first' | 'last' | 'count'>

/**
 * The same over things of which it is known otherwise what they meet.
 * @param meets whether an observation meets the comparison of an observation expression
 */
export function matchObservations<T extends Timed>(
  expression: Expression,
  observations: readonly T[],
  meets: (comparison: Comparison, observation: T) => boolean,
): T[] | undefined {
  const used = new Matcher(observations, meets).match(expression)
  return used?.map((i) => observations[i]!)
}

class Matcher<T extends Timed> {
  private readonly observations: readonly T[]
  private readonly meets: (comparison: Comparison, observation: T) => boolean
  private readonly slots: Slots
  private readonly leaves = new Map<Comparison, number[]>()
  private readonly starts: bigint[]
  private choices = 0

  constructor(observations: readonly T[], meets: (comparison: Comparison, observation: T) => boolean) {
    this.observations = observations
    this.meets = meets
    this.slots = new Slots(observations.map((one) => one.count))
    this.starts = [...new Set(observations.flatMap((one) => [one.first, one.last]))].sort((a, b) =>
      a < b ? -1 : 1,
    )
  }

  match(expression: Expression): number[] | undefined {
    // Without the times first: what fails even so needs no choices.
    if (!this.relaxed(expression)) return undefined
    return this.place(expression, always, () => true) ? this.slots.used() : undefined
  }

  /** Fills the expression's slots within a span, then what follows; takes back what it filled where that fails. */
  private place(expression: Expression, span: Span, then: () => boolean): boolean {
    switch (expression.op) {
      case 'observe':
        return this.fill(this.candidates(expression.comparison, span), then)
      case 'and':
        return this.all(expression.items, 0, span, then)
      case 'or':
        return expression.items.some((item) => this.choose() && this.place(item, span, then))
      case 'followedBy':
        return this.follow(expression.items, 0, span, then)
      case 'repeats':
        return this.repeat(expression.item, expression.times, span, then)
      case 'startStop': {
        const inner = meet(span, { from: expression.start, to: expression.stop - 1n })
        return inner !== undefined && this.place(expression.item, inner, then)
      }
      case 'within':
        return this.within(expression.item, expression.nanoseconds, span, then)
    }
  }

  private all(items: readonly Expression[], at: number, span: Span, then: () => boolean): boolean {
    if (at === items.length) return then()
    return this.place(items[at]!, span, () => this.all(items, at + 1, span, then))
  }

  private repeat(item: Expression, times: number, span: Span, then: () => boolean): boolean {
    if (times === 0) return then()
    if (item.op === 'observe') return this.fillMany(this.candidates(item.comparison, span), times, then)
    return this.place(item, span, () => this.repeat(item, times - 1, span, then))
  }

  /** Each part must be over before the next begins: the latest beginning of one not after the earliest end of the other. */
  private follow(items: readonly Expression[], at: number, span: Span, then: () => boolean): boolean {
    if (at === items.length - 1) return this.place(items[at]!, span, then)
    for (const split of this.starts) {
      if (split < span.from) continue
      if (split > span.to || !this.choose()) break
      const rest = () => this.follow(items, at + 1, { from: split, to: span.to }, then)
      if (this.place(items[at]!, { from: span.from, to: split }, rest)) return true
    }
    return false
  }

  private within(item: Expression, length: bigint, span: Span, then: () => boolean): boolean {
    if (item.op === 'observe') return this.place(item, span, then)
    for (const start of this.starts) {
      const window = meet(span, { from: start, to: start + length })
      if (window && this.choose() && this.place(item, window, then)) return true
    }
    return false
  }

  private fill(candidates: readonly number[], then: () => boolean): boolean {
    if (this.slots.length >= maxSlots) throw tooComplex('slots')
    const mark = this.slots.mark()
    if (this.slots.add(candidates) && then()) return true
    this.slots.restore(mark)
    return false
  }

  private fillMany(candidates: readonly number[], times: number, then: () => boolean): boolean {
    if (times > maxSlots) return false
    const mark = this.slots.mark()
    let filled = 0
    while (filled < times && this.slots.add(candidates)) filled++
    if (filled === times && then()) return true
    this.slots.restore(mark)
    return false
  }

  private candidates(comparison: Comparison, span: Span): number[] {
    let all = this.leaves.get(comparison)
    if (!all) {
      all = this.observations.flatMap((one, i) => (this.meets(comparison, one) ? [i] : []))
      this.leaves.set(comparison, all)
    }
    return span === always ? all : all.filter((i) => isIn(this.observations[i]!, span))
  }

  /** Whether the slots could be filled if time did not matter and each part stood alone. */
  private relaxed(expression: Expression): boolean {
    switch (expression.op) {
      case 'observe':
        return this.candidates(expression.comparison, always).length > 0
      case 'or':
        return expression.items.map((item) => this.relaxed(item)).includes(true)
      case 'and':
      case 'followedBy':
        return expression.items.map((item) => this.relaxed(item)).every(Boolean) && this.hasRoom(expression)
      default:
        return this.relaxed(expression.item) && this.hasRoom(expression)
    }
  }

  /** Whether the leaves that surely must be filled have enough observations together. */
  private hasRoom(expression: Expression): boolean {
    const needed: [readonly number[], number][] = []
    this.need(expression, 1, needed)
    const mark = this.slots.mark()
    const isFilled = needed.every(([candidates, times]) => {
      for (let i = 0; i < times; i++) if (i >= maxSlots || !this.slots.add(candidates)) return false
      return true
    })
    this.slots.restore(mark)
    return isFilled
  }

  private need(expression: Expression, times: number, needed: [readonly number[], number][]): void {
    if (expression.op === 'observe') needed.push([this.candidates(expression.comparison, always), times])
    else if (expression.op === 'repeats') this.need(expression.item, times * expression.times, needed)
    else if (expression.op === 'within' || expression.op === 'startStop')
      this.need(expression.item, times, needed)
    else if (expression.op !== 'or') for (const item of expression.items) this.need(item, times, needed)
  }

  private choose(): boolean {
    if (++this.choices > maxChoices) throw tooComplex('choices')
    return true
  }
}

function isIn(observation: Timed, span: Span): boolean {
  return observation.first <= span.to && observation.last >= span.from
}

function meet(a: Span, b: Span): Span | undefined {
  const from = a.from > b.from ? a.from : b.from
  const to = a.to < b.to ? a.to : b.to
  return from <= to ? { from, to } : undefined
}

function tooComplex(what: string): StixPatternError {
  return new StixPatternError(
    'STIX_TOO_COMPLEX',
    `the pattern needs more ${what} than are allowed; undecided. Cut it into several patterns.`,
  )
}
