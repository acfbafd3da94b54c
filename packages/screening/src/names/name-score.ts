import type { CompiledName } from './compiled-name.ts'
import { featureNames, type NameKind, NameMeter } from './features.ts'
import type { MetWords } from './met-words.ts'
import { nameModel } from './model.data.ts'
import { syllablesApart } from './syllables.ts'

/** A score of 0.7 is where the model holds match and no match equally likely on its labelled pairs. */
const atThreshold = Math.log(0.7 / 0.3)

const weights = Float64Array.from(featureNames, (name) => nameModel[name])
const nearlyWhole = featureNames.indexOf('nearlyWhole')
/** What a weak alias takes from the log-odds. */
const weakAlias = 0.8
/** What another Korean or Chinese syllable takes: by rule, for the labelled pairs hold hardly any such names. */
const otherSyllable = 4

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
    return this.logOddsFrom(-Infinity, a, b, kind)
  }

  /**
   * The same, or -Infinity as soon as it is sure not to reach `least`. `met` knows how the words of `a` meet listed
   * ones, and `ids` are the listed words of `b`.
   */
  logOddsFrom(
    least: number,
    a: CompiledName,
    b: CompiledName,
    kind: NameKind,
    met?: MetWords,
    ids?: Uint32Array,
  ): number {
    const { meter } = this
    const weak = a.weak || b.weak ? weakAlias : 0
    meter.measureWords(a, b, kind, met, ids)
    // Rounding must not lose what just reaches it.
    if (this.sum() - weak < least - 1e-9 && meter.onlyLowers(a, b)) return -Infinity
    meter.measureWhole(a, b)
    const ruled = this.rule(a, b)
    return this.sum() - weak - ruled
  }

  /**
   * Applies the rules to what the meter has measured of two names: what they take from the log-odds besides the model.
   * Where a syllable is another one, it is no excuse that only two letters of the whole differ.
   */
  rule(a: CompiledName, b: CompiledName): number {
    if (syllablesApart(a, b) !== 'apart') return 0
    this.meter.values[nearlyWhole] = 0
    return otherSyllable
  }

  private sum(): number {
    const { values } = this.meter
    let z: number = nameModel.bias
    for (let f = 0; f < values.length; f++) z += weights[f]! * values[f]!
    return z
  }
}
