/** Logistic regression with signs that can't turn, so that more damage never raises a score; and its threshold. */

/** What the model learns from: a row of features a pair, its label, and how much it counts. */
export interface Rows {
  readonly x: readonly Float64Array[]
  readonly labels: readonly boolean[]
  readonly weights: readonly number[]
}

/** How a coefficient is held: its sign, what it is drawn towards, and whether it is set and not learnt. */
export interface Coefficient {
  /** +1: may only raise, -1: may only lower, 0: free. */
  readonly sign: number
  readonly expected: number
  readonly fixed: boolean
}

/** A fitted model: log-odds of 0 is its threshold. */
export interface Fitted {
  readonly weights: readonly number[]
  readonly bias: number
  readonly trainF1: number
}

/** Rare features are not blown up: what is seen seldom is learnt slowly. */
const scaleFloor = 0.25
const ridge = 0.6
const steps = 1200

/** Fits on `own` rows and, without drawing the threshold from them, on `extra` ones. */
export function fitModel(
  rows: Rows,
  coefficients: readonly Coefficient[],
  own: readonly number[],
  extra: readonly number[],
): Fitted {
  const all = [...own, ...extra]
  const d = coefficients.length
  const scale = coefficients.map((_, f) =>
    Math.max(scaleFloor, Math.sqrt(all.reduce((sum, r) => sum + rows.x[r]![f]! ** 2, 0) / all.length)),
  )
  const x = new Float64Array(all.length * d)
  all.forEach((r, i) => {
    for (let f = 0; f < d; f++) x[i * d + f] = rows.x[r]![f]! / scale[f]!
  })
  const y = Float64Array.from(all, (r) => (rows.labels[r] ? 1 : 0))
  const importance = Float64Array.from(all, (r) => rows.weights[r]!)
  const centre = coefficients.map(({ expected }, f) => expected * scale[f]!)
  const w = descend(x, y, importance, centre, coefficients)
  const weights = centre.map((_, f) => w[f]! / scale[f]!)
  const bias = w[d]!
  const logOdds = (r: number) => bias + weights.reduce((sum, value, f) => sum + value * rows.x[r]![f]!, 0)
  const { f1, cut } = bestCut(own.map((r) => ({ z: logOdds(r), match: rows.labels[r]! })))
  return { weights, bias: bias - cut, trainF1: f1 }
}

/** Adam with the signs projected after each step; the bias comes last. */
function descend(
  x: Float64Array,
  y: Float64Array,
  importance: Float64Array,
  centre: readonly number[],
  coefficients: readonly Coefficient[],
): Float64Array {
  const d = coefficients.length
  const w = Float64Array.of(...centre, 0)
  const [g, m, v] = [new Float64Array(d + 1), new Float64Array(d + 1), new Float64Array(d + 1)]
  for (let step = 1; step <= steps; step++) {
    g.fill(0)
    for (let i = 0; i < y.length; i++) {
      let z = w[d]!
      for (let f = 0, at = i * d; f < d; f++, at++) z += w[f]! * x[at]!
      const error = (1 / (1 + Math.exp(-z)) - y[i]!) * importance[i]!
      for (let f = 0, at = i * d; f < d; f++, at++) g[f]! += error * x[at]!
      g[d]! += error
    }
    for (let f = 0; f <= d; f++) {
      const gradient = f < d ? g[f]! + ridge * (w[f]! - centre[f]!) : g[f]!
      m[f] = 0.9 * m[f]! + 0.1 * gradient
      v[f] = 0.999 * v[f]! + 0.001 * gradient * gradient
      if (f < d && coefficients[f]!.fixed) continue
      w[f]! -= (0.03 * (m[f]! / (1 - 0.9 ** step))) / (Math.sqrt(v[f]! / (1 - 0.999 ** step)) + 1e-9)
      if (f < d && coefficients[f]!.sign * w[f]! < 0) w[f] = 0
    }
  }
  return w
}

/** F1 this near to the best is as good: the data can't tell. */
const asGood = 0.003

/** The best F1, and of the log-odds at which it is reached or nearly so the highest: as many found, fewer false. */
function bestCut(cases: readonly { z: number; match: boolean }[]): { f1: number; cut: number } {
  const sorted = [...cases].sort((a, b) => b.z - a.z)
  const positives = sorted.filter((s) => s.match).length
  let tp = 0
  const cuts = sorted.map((s, i) => {
    if (s.match) tp++
    return { f1: (2 * tp) / (i + 1 + positives), z: (s.z + (sorted[i + 1] ?? s).z) / 2 }
  })
  const f1 = Math.max(...cuts.map((c) => c.f1))
  const good = cuts.filter((c) => c.f1 >= f1 - asGood)
  return { f1, cut: Math.max(...good.map((c) => c.z)) }
}
