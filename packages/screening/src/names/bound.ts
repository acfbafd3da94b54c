import { mayBeInitials } from './align.ts'
import type { CompiledName } from './compiled-name.ts'
import { mostInformation, mostUnmet, type NameKind } from './features.ts'
import { nameModel } from './model.data.ts'
import { leading } from './term.ts'

/** What a bound needs to know of a name. */
export interface NameOutline {
  /** Weight of all words, and of those that lead to names. */
  readonly weight: number
  readonly leadingWeight: number
  /** Words that an initial of the other name may meet, or that may meet one. */
  readonly initials: number
  /** Holds a word that may be several initials written together. */
  readonly mayAbbreviate: boolean
}

/** Outlines a name. */
export function outlineOf(name: CompiledName): NameOutline {
  let [leadingWeight, initials] = [0, 0]
  for (const { kind, weight } of name.terms) {
    if (leading.has(kind)) leadingWeight += weight
    if (kind === 'initial') initials++
  }
  return {
    weight: name.weight,
    leadingWeight,
    initials,
    mayAbbreviate: name.terms.some(mayBeInitials),
  }
}

/** Log-odds that no name exceeds when words unmet on either side weigh at least this much. */
export function boundOf(
  best: number,
  unmetA: number,
  totalA: number,
  unmetB: number,
  totalB: number,
): number {
  const shareA = totalA === 0 ? 0 : unmetA / totalA
  const shareB = totalB === 0 ? 0 : unmetB / totalB
  return (
    best +
    nameModel.information * Math.min(mostInformation, totalA, totalB) +
    nameModel.unmetBoth * Math.min(mostBoth, unmetA, unmetB) +
    nameModel.unmetBothShare * Math.min(shareA, shareB) +
    nameModel.unmetMost * Math.min(mostUnmet, Math.max(unmetA, unmetB)) +
    nameModel.unmetMostShare * Math.max(shareA, shareB)
  )
}

/**
 * The most weight that may be unmet in a name when words of `unmet` weight of the other, of `total`, are: with more it
 * stays below `cutoff`. Infinity where any may.
 */
export function mostUnmetBeside(best: number, unmet: number, total: number, cutoff: number): number {
  // A name of endless weight: its own share counts as nothing, so this is the weaker and safe bound.
  const reaches = (beside: number) => boundOf(best, unmet, total, beside, Infinity) >= cutoff
  if (reaches(mostUnmet)) return Infinity
  let [low, high] = [0, mostUnmet]
  for (let k = 0; k < 12; k++) {
    const middle = (low + high) / 2
    if (reaches(middle)) low = middle
    else high = middle
  }
  return high
}

/** The log-odds of a faultless pair, but for what its length adds. */
export function bestOf(kind: NameKind): number {
  if (kind === 'person') return nameModel.bias
  return nameModel.bias + Math.max(0, nameModel.organisation, nameModel.vessel)
}

/** As in `unmetBoth` of the features. */
const mostBoth = 1.5
