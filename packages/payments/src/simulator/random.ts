import { SeededRandom } from '@cordon/model'

/** Chance with a seed and the distributions that money has. */
export class Random extends SeededRandom {
  /** One of a list whose first ones come much oftener (Zipf's way). */
  pickEarly<T>(values: readonly T[], steepness = 2.2): T {
    return values[Math.floor(values.length * this.next() ** steepness)]!
  }

  /** One of the keys, by their weights; the last where rounding leaves none. */
  override weighted<T extends string>(weights: Readonly<Partial<Record<T, number>>>): T {
    return super.weighted(weights) ?? (Object.keys(weights) as T[]).at(-1)!
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
