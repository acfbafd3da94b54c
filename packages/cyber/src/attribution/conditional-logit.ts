/** One choice: what each hypothesis has to say for itself, and which was true. */
export interface Choice {
  /** A row of features a hypothesis. */
  readonly rows: readonly (readonly number[])[]
  /** The row that was true. */
  readonly truth: number
  readonly weight: number
}

/** Probabilities of hypotheses whose rows are weighed: McFadden's conditional logit. They sum to 1. */
export function chances(rows: readonly (readonly number[])[], weights: readonly number[]): number[] {
  const scores = rows.map((row) => dot(row, weights))
  const highest = Math.max(...scores)
  const powers = scores.map((score) => Math.exp(score - highest))
  const sum = powers.reduce((a, b) => a + b, 0)
  return powers.map((power) => power / sum)
}

/**
 * Weights under which the choices are likeliest, with a small ridge (Newton's method with halved steps; same input, same weights).
 * @see McFadden, "Conditional logit analysis of qualitative choice behavior" (1974)
 * @param ridge by which weights are drawn to nought
 */
export function fitChoices(choices: readonly Choice[], size: number, ridge = 1): number[] {
  let weights = new Array<number>(size).fill(0)
  let loss = lossOf(choices, weights, ridge)
  for (let round = 0; round < 50; round++) {
    const { gradient, hessian } = slopes(choices, weights, ridge)
    const step = solve(hessian, gradient)
    let scale = 1
    let next = weights
    let nextLoss = loss
    for (let halving = 0; halving < 20; halving++) {
      next = weights.map((weight, i) => weight - scale * step[i]!)
      nextLoss = lossOf(choices, next, ridge)
      if (nextLoss < loss) break
      scale /= 2
    }
    if (!(nextLoss < loss)) break
    const gain = loss - nextLoss
    weights = next
    loss = nextLoss
    if (gain < 1e-9) break
  }
  return weights
}

function dot(a: readonly number[], b: readonly number[]): number {
  let sum = 0
  for (let i = 0; i < b.length; i++) sum += (a[i] ?? 0) * b[i]!
  return sum
}

function lossOf(choices: readonly Choice[], weights: readonly number[], ridge: number): number {
  let loss = 0
  for (const { rows, truth, weight } of choices)
    loss -= weight * Math.log(Math.max(chances(rows, weights)[truth]!, 1e-300))
  return loss + (ridge / 2) * dot(weights, weights)
}

function slopes(choices: readonly Choice[], weights: readonly number[], ridge: number) {
  const size = weights.length
  const gradient = weights.map((weight) => ridge * weight)
  const hessian = weights.map((_, i) => weights.map((__, j) => (i === j ? ridge : 0)))
  for (const { rows, truth, weight } of choices) {
    const p = chances(rows, weights)
    const mean = new Array<number>(size).fill(0)
    for (const [r, row] of rows.entries()) for (let i = 0; i < size; i++) mean[i] = mean[i]! + p[r]! * row[i]!
    for (let i = 0; i < size; i++) gradient[i] = gradient[i]! + weight * (mean[i]! - rows[truth]![i]!)
    for (const [r, row] of rows.entries()) {
      const share = weight * p[r]!
      if (share < 1e-12) continue
      for (let i = 0; i < size; i++) {
        const off = share * (row[i]! - mean[i]!)
        if (off === 0) continue
        const line = hessian[i]!
        for (let j = 0; j < size; j++) line[j] = line[j]! + off * (row[j]! - mean[j]!)
      }
    }
  }
  return { gradient, hessian }
}

/** Gauss with pivots; the ridge keeps it from being singular. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, i) => [...row, right[i]!])
  const size = right.length
  for (let at = 0; at < size; at++) {
    let pivot = at
    for (let i = at + 1; i < size; i++) if (Math.abs(rows[i]![at]!) > Math.abs(rows[pivot]![at]!)) pivot = i
    ;[rows[at], rows[pivot]] = [rows[pivot]!, rows[at]!]
    for (let i = at + 1; i < size; i++) {
      const factor = rows[i]![at]! / rows[at]![at]!
      for (let j = at; j <= size; j++) rows[i]![j] = rows[i]![j]! - factor * rows[at]![j]!
    }
  }
  const found = new Array<number>(size).fill(0)
  for (let at = size - 1; at >= 0; at--) {
    let sum = rows[at]![size]!
    for (let j = at + 1; j < size; j++) sum -= rows[at]![j]! * found[j]!
    found[at] = sum / rows[at]![at]!
  }
  return found
}
