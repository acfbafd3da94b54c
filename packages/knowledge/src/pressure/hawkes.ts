/**
 * A Hawkes process with an exponential kernel and a background that may rise with a pressure of the month:
 * `rate(t) = base + weight * pressure(t) + sum over earlier incidents of branching * decay * exp(-decay * (t - then))`.
 * Hawkes, Biometrika 58 (1971); fitted as Veen and Schoenberg do (JASA 103, 2008). Time is in months.
 */
export interface HawkesModel {
  /** Incidents a month without anything before them. */
  readonly base: number
  /** Incidents a month for each unit of pressure; 0 without that term. */
  readonly weight: number
  /** How many incidents one brings about itself; 0 for a Poisson process. */
  readonly branching: number
  /** How fast that fades, per month. */
  readonly decay: number
}

/** What may be in a model. */
export interface HawkesTerms {
  readonly selfExciting: boolean
  readonly pressure: boolean
}

/** A model with the log-likelihood of what it was fitted to. */
export interface HawkesFit {
  readonly model: HawkesModel
  readonly logLikelihood: number
  readonly incidents: number
  readonly rounds: number
}

/** The pressure of a month's number from the beginning. */
export type MonthlyPressure = readonly number[]

const pressureAt = (pressure: MonthlyPressure, time: number) => pressure[Math.floor(time)] ?? 0

/** Pressure summed over a span of time. */
function pressureOver(pressure: MonthlyPressure, from: number, to: number): number {
  let sum = 0
  for (let month = Math.floor(from); month < to; month++)
    sum += (pressure[month] ?? 0) * (Math.min(to, month + 1) - Math.max(from, month))
  return sum
}

/**
 * The log-likelihood of the incidents from a time up to another, given all that came before.
 * @param times of all incidents, ascending, months from the beginning
 */
export function logLikelihood(
  model: HawkesModel,
  times: readonly number[],
  pressure: MonthlyPressure,
  from: number,
  to: number,
): number {
  const { base, weight, branching, decay } = model
  let sum = -(base * (to - from)) - weight * pressureOver(pressure, from, to)
  let excitement = 0
  let last = 0
  for (const time of times) {
    if (time >= to) break
    excitement *= Math.exp(-decay * (time - last))
    last = time
    if (time >= from)
      sum += Math.log(base + weight * pressureAt(pressure, time) + branching * decay * excitement)
    const begun = Math.max(0, from - time)
    sum -= branching * (Math.exp(-decay * begun) - Math.exp(-decay * (to - time)))
    excitement += 1
  }
  return sum
}

/**
 * Fits a model to the incidents of a span by expectation and maximisation: of each incident how likely it is from the
 * background, from the pressure, or from an earlier one.
 * @param length of the span from 0 on, months
 */
export function fitHawkes(
  times: readonly number[],
  pressure: MonthlyPressure,
  length: number,
  terms: HawkesTerms,
  rounds = 400,
): HawkesFit {
  const known = times.filter((time) => time < length)
  const n = known.length
  const total = pressureOver(pressure, 0, length)
  const withPressure = terms.pressure && total > 0
  let model: HawkesModel = {
    base: Math.max(1e-9, (n / length) * (withPressure ? 0.4 : 0.7)),
    weight: withPressure ? (0.3 * n) / total : 0,
    branching: terms.selfExciting ? 0.3 : 0,
    decay: 1,
  }
  let before = Number.NEGATIVE_INFINITY
  let round = 0
  for (; round < rounds; round++) {
    model = step(model, known, pressure, length, total, withPressure)
    const now = logLikelihood(model, known, pressure, 0, length)
    if (Math.abs(now - before) < 1e-9) break
    before = now
  }
  return {
    model,
    logLikelihood: logLikelihood(model, known, pressure, 0, length),
    incidents: n,
    rounds: round,
  }
}

function step(
  model: HawkesModel,
  times: readonly number[],
  pressure: MonthlyPressure,
  length: number,
  total: number,
  withPressure: boolean,
): HawkesModel {
  const { base, weight, branching, decay } = model
  let [fromBase, fromPressure, triggered, waited] = [0, 0, 0, 0]
  for (let at = 0; at < times.length; at++) {
    const time = times[at]!
    const pressed = weight * pressureAt(pressure, time)
    let own = 0
    let ownWaited = 0
    for (let earlier = at - 1; earlier >= 0 && branching > 0; earlier--) {
      const gap = time - times[earlier]!
      const share = branching * decay * Math.exp(-decay * gap)
      if (share < 1e-14) break
      own += share
      ownWaited += share * gap
    }
    const rate = base + pressed + own
    fromBase += base / rate
    fromPressure += pressed / rate
    triggered += own / rate
    waited += ownWaited / rate
  }
  // What incidents near the end bring about is not all seen.
  let seen = 0
  let unseenWait = 0
  for (const time of times) {
    const left = length - time
    const tail = Math.exp(-decay * left)
    seen += 1 - tail
    unseenWait += branching * left * tail
  }
  return {
    base: Math.max(1e-9, fromBase / length),
    weight: withPressure ? fromPressure / total : 0,
    branching: branching > 0 ? Math.min(0.99, triggered / Math.max(1e-9, seen)) : 0,
    decay:
      branching > 0 ? Math.min(200, Math.max(0.02, triggered / Math.max(1e-9, waited + unseenWait))) : decay,
  }
}
