/** How two series hang together when one is moved against the other. */
export interface LagStudy {
  /** Spearman's correlation for each lag, in months by which the second follows the first. */
  readonly correlations: readonly { readonly lag: number; readonly rho: number }[]
  /** The lag with the greatest correlation. */
  readonly best: { readonly lag: number; readonly rho: number }
  /** How often the greatest of all lags is as great where the one series is moved round: for the choice of the lag it is corrected. */
  readonly p: number
}

/** Ranks, the mean of their places for those that are equal. */
function ranks(values: readonly number[]): number[] {
  const order = values.map((value, at) => ({ value, at })).sort((a, b) => a.value - b.value)
  const ranked = new Array<number>(values.length)
  for (let from = 0; from < order.length; ) {
    let to = from
    while (to + 1 < order.length && order[to + 1]!.value === order[from]!.value) to++
    for (let at = from; at <= to; at++) ranked[order[at]!.at] = (from + to) / 2
    from = to + 1
  }
  return ranked
}

/** Pearson's correlation; 0 where one of them does not change. */
function correlation(a: readonly number[], b: readonly number[]): number {
  const mean = (values: readonly number[]) => values.reduce((x, y) => x + y, 0) / values.length
  const [meanA, meanB] = [mean(a), mean(b)]
  let [ab, aa, bb] = [0, 0, 0]
  for (let at = 0; at < a.length; at++) {
    const [x, y] = [a[at]! - meanA, b[at]! - meanB]
    ab += x * y
    aa += x * x
    bb += y * y
  }
  return aa === 0 || bb === 0 ? 0 : ab / Math.sqrt(aa * bb)
}

/**
 * Correlates a series with what another one is some months later.
 * @param first what may press, a value a month
 * @param second what may follow, of the same months
 * @param most the longest lag, months
 */
export function lagStudy(first: readonly number[], second: readonly number[], most: number): LagStudy {
  const longest = Math.max(0, Math.min(most, Math.floor(first.length / 2)))
  const at = (moved: readonly number[]) =>
    Array.from({ length: longest + 1 }, (_, lag) => ({
      lag,
      rho: correlation(ranks(moved.slice(0, moved.length - lag)), ranks(second.slice(lag))),
    }))
  const greatest = (all: readonly { lag: number; rho: number }[]) =>
    all.reduce((a, b) => (b.rho > a.rho ? b : a))
  const correlations = at(first)
  const best = greatest(correlations)
  const moved = first.slice(1).map((_, by) => {
    const round = first.map((_one, month) => first[(month + by + 1) % first.length]!)
    return greatest(at(round)).rho
  })
  const asGreat = moved.filter((rho) => rho >= best.rho - 1e-12).length
  return { correlations, best, p: (asGreat + 1) / (moved.length + 1) }
}
