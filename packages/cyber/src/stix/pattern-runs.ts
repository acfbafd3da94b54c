import { BoundedMap } from '../stream/bounded-map.ts'
import { matchObservations } from './match-pattern.ts'
import type { CompiledPattern } from './pattern-rule.ts'
import { StixPatternError } from './pattern-types.ts'

/** An observation that met a part of a pattern, as plain data. Time in milliseconds since 1970. */
export interface PartMet {
  readonly at: number
  readonly where: string
  /** The observation expressions that it met, by number. */
  readonly leaves: readonly number[]
  /** What was met, in words. */
  readonly said: string
}

/** What is kept, by pattern and subject. */
export type PatternRunState = readonly (readonly [string, readonly PartMet[]])[]

/** Observations of one pattern and subject: as many as the pattern may need, twice over, and some. */
const usuallyKept = 100

/**
 * Patterns over several records, one run a pattern and subject. What no match can use any more is forgotten: beyond the
 * pattern's span of time, beyond the number kept, and beyond the number of runs (the one used longest ago goes).
 */
export class PatternRuns {
  private runs: BoundedMap<PartMet[]>
  private readonly most: number

  constructor(most = 20_000) {
    this.most = most
    this.runs = new BoundedMap(most)
  }

  /**
   * Adds an observation.
   * @returns those that together meet the pattern, in order of time; they are used up by it
   */
  add(pattern: CompiledPattern, subject: string, part: PartMet): PartMet[] | undefined {
    const key = `${pattern.rule.id}\0${subject}`
    const kept = this.runs.use(key, () => []).filter(({ at }) => Math.abs(at - part.at) <= pattern.span)
    kept.push(part)
    const room = Math.max(usuallyKept, 2 * pattern.needs)
    if (kept.length > room) kept.splice(0, kept.length - room)
    const used = matched(pattern, kept)
    const rest = used ? kept.filter((one) => !used.includes(one)) : kept
    if (rest.length === 0) this.runs.delete(key)
    else this.runs.set(key, rest)
    return used?.sort((a, b) => a.at - b.at)
  }

  snapshot(): PatternRunState {
    return this.runs.entries()
  }

  restore(state: PatternRunState): void {
    this.runs = new BoundedMap(
      this.most,
      state.map(([key, parts]) => [key, [...parts]] as const),
    )
  }
}

function matched(pattern: CompiledPattern, parts: readonly PartMet[]): PartMet[] | undefined {
  const timed = parts.map((part) => {
    const at = BigInt(Math.round(part.at)) * 1_000_000n
    return { part, first: at, last: at, count: 1 }
  })
  const numbers = new Map(pattern.leaves.map(({ comparison }, i) => [comparison, i]))
  try {
    return matchObservations(pattern.expression, timed, (comparison, { part }) =>
      part.leaves.includes(numbers.get(comparison)!),
    )?.map(({ part }) => part)
  } catch (error) {
    // Undecided counts as not met, as long as other records may still decide it.
    if (error instanceof StixPatternError) return undefined
    throw error
  }
}
