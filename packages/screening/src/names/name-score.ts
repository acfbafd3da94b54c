import type { CompiledName } from './compiled-name.ts'
import { featureNames, mostInformation, mostUnmet, type NameKind, NameMeter } from './features.ts'
import { nameModel } from './model.data.ts'

/** A score of 0.7 is where the model holds match and no match equally likely on its labelled pairs. */
const atThreshold = Math.log(0.7 / 0.3)

const weights = Float64Array.from(featureNames, (name) => nameModel[name])
const at = Object.fromEntries(featureNames.map((name, index) => [name, index])) as Record<string, number>

/** What a weak alias takes from the log-odds. */
const weakAlias = 0.8

/** Log-odds to a score of 0..1; 0.7 for log-odds of 0. */
export function scoreOf(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds - atThreshold))
}

/** The log-odds that a score stands for. */
export function logOddsOf(score: number): number {
  if (score <= 0) return -Infinity
  return score >= 1 ? Infinity : Math.log(score / (1 - score)) - atThreshold
}

/** Judges pairs of names. One per thread of work: it keeps its buffers. */
export class NameScorer {
  readonly meter = new NameMeter()

  /** Log-odds that two names are meant for one party; `scoreOf` makes a score of them. */
  logOdds(a: CompiledName, b: CompiledName, kind: NameKind): number {
    const values = this.meter.measure(a, b, kind)
    let z = nameModel.bias
    for (let f = 0; f < values.length; f++) z += weights[f]! * values[f]!
    return a.weak || b.weak ? z - weakAlias : z
  }
}

/**
 * The most that a name can reach when no more than `met` of the query's `total` weight meets it: all else at its best.
 * An index need not look at names whose bound lies below the cutoff.
 */
export function bestPossible(met: number, total: number): number {
  const missing = Math.max(0, total - met)
  const information = weights[at.information!]! * Math.min(mostInformation, met)
  const unmet = weights[at.unmetMost!]! * Math.min(mostUnmet, missing)
  const share = total === 0 ? 0 : weights[at.unmetMostShare!]! * (missing / total)
  return bestKind + information + unmet + share
}

const bestKind = nameModel.bias + Math.max(0, nameModel.organisation, nameModel.vessel)
