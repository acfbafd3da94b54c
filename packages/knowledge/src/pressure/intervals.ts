/** A value with the interval that holds it at 95 per cent. */
export interface Interval {
  readonly value: number
  readonly low: number
  readonly high: number
}

const logFactorials: number[] = [0]
function logFactorial(n: number): number {
  for (let at = logFactorials.length; at <= n; at++) logFactorials.push(logFactorials[at - 1]! + Math.log(at))
  return logFactorials[n]!
}

/** The chance of at most so many, by the binomial distribution. */
export function binomialBelow(most: number, n: number, p: number): number {
  if (most >= n) return 1
  if (most < 0) return 0
  if (p <= 0) return 1
  if (p >= 1) return 0
  let sum = 0
  for (let k = 0; k <= most; k++)
    sum += Math.exp(
      logFactorial(n) - logFactorial(k) - logFactorial(n - k) + k * Math.log(p) + (n - k) * Math.log1p(-p),
    )
  return Math.min(1, sum)
}

/** Where a function that falls from above to below a value passes it. */
function crossing(falls: (x: number) => number, value: number, from: number, to: number): number {
  let [low, high] = [from, to]
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2
    if (falls(middle) > value) low = middle
    else high = middle
  }
  return (low + high) / 2
}

/** Clopper and Pearson's interval of a share (Biometrika 26, 1934). */
export function shareInterval(k: number, n: number): Interval {
  if (n === 0) return { value: Number.NaN, low: 0, high: 1 }
  return {
    value: k / n,
    low: k === 0 ? 0 : crossing((p) => binomialBelow(k - 1, n, p), 0.975, 0, 1),
    high: k === n ? 1 : crossing((p) => binomialBelow(k, n, p), 0.025, 0, 1),
  }
}

/** Garwood's interval of a rate (Biometrika 28, 1936): so many in so much time. */
export function rateInterval(count: number, time: number): Interval {
  const below = (most: number, mean: number) => {
    let sum = 0
    for (let k = 0; k <= most; k++) sum += Math.exp(k * Math.log(mean) - mean - logFactorial(k))
    return sum
  }
  const most = count + 10 * Math.sqrt(count + 1) + 20
  return {
    value: count / time,
    low: count === 0 ? 0 : crossing((mean) => below(count - 1, mean), 0.975, 1e-12, most) / time,
    high: crossing((mean) => below(count, mean), 0.025, 1e-12, most) / time,
  }
}

/** How likely counts so far apart are where the rates are one, two-sided and exact. */
export function ratesAlike(after: number, timeAfter: number, before: number, timeBefore: number): number {
  const n = after + before
  if (n === 0) return 1
  const usual = timeAfter / (timeAfter + timeBefore)
  const upper = 1 - binomialBelow(after - 1, n, usual)
  return Math.min(1, 2 * Math.min(upper, binomialBelow(after, n, usual)))
}

/**
 * The ratio of two rates with its exact interval: given the sum, the counts are binomial (Przyborowski and Wilenski,
 * Biometrika 31, 1940). It takes incidents for independent of one another.
 */
export function rateRatio(
  after: number,
  timeAfter: number,
  before: number,
  timeBefore: number,
): Interval & { readonly p: number } {
  const odds = (share: number) => (share / (1 - share)) * (timeBefore / timeAfter)
  const { low, high } = shareInterval(after, after + before)
  return {
    value: before === 0 ? Number.POSITIVE_INFINITY : after / timeAfter / (before / timeBefore),
    low: odds(low),
    high: high >= 1 ? Number.POSITIVE_INFINITY : odds(high),
    p: ratesAlike(after, timeAfter, before, timeBefore),
  }
}

/** A quantile of values, interpolated. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  const at = (sorted.length - 1) * share
  const [low, high] = [sorted[Math.floor(at)] ?? Number.NaN, sorted[Math.ceil(at)] ?? Number.NaN]
  return low + (high - low) * (at - Math.floor(at))
}
