/** Chance with a seed: the same seed gives the same traffic (Mulberry32). */
export class Random {
  private state: number

  constructor(seed: number) {
    this.state = seed >>> 0
  }

  /** From 0 up to, not with, 1. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }

  /** Evenly between two numbers. */
  between(low: number, high: number): number {
    return low + (high - low) * this.next()
  }

  /** A whole number from the first to the second, both possible. */
  whole(low: number, high: number): number {
    return Math.floor(this.between(low, high + 1))
  }

  /** True with a probability. */
  chance(probability: number): boolean {
    return this.next() < probability
  }

  /** One of a list. */
  pick<T>(values: readonly T[]): T {
    return values[Math.floor(this.next() * values.length)]!
  }

  /** One of a list whose first ones come much oftener (Zipf's way). */
  pickEarly<T>(values: readonly T[], steepness = 2.2): T {
    return values[Math.floor(values.length * this.next() ** steepness)]!
  }

  /** One of the keys, by their weights. */
  weighted<T extends string>(weights: Readonly<Record<T, number>>): T {
    const entries = Object.entries(weights) as [T, number][]
    let left = this.next() * entries.reduce((sum, [, weight]) => sum + weight, 0)
    for (const [key, weight] of entries) {
      left -= weight
      if (left < 0) return key
    }
    return entries.at(-1)![0]
  }

  /** Of a normal distribution (Box and Muller). */
  normal(): number {
    return Math.sqrt(-2 * Math.log(1 - this.next())) * Math.cos(2 * Math.PI * this.next())
  }

  /** Waiting time with this mean. */
  exponential(mean: number): number {
    return -mean * Math.log(1 - this.next())
  }

  /** A size with a heavy tail: lognormal around the median, one in a hundred multiplied by a Pareto factor. */
  size(median: number, spread: number): number {
    const usual = median * Math.exp(spread * this.normal())
    return this.chance(0.01) ? usual * Math.min(60, (1 - this.next()) ** (-1 / 1.3)) : usual
  }

  /** A random number of its own, for a part whose draws must not shift those of others. */
  branch(salt: number): Random {
    return new Random(Math.imul(this.state ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(salt + 1, 0xc2b2ae35))
  }
}
