import { ratesAlike } from './intervals.ts'
import { poisson, seeded } from './seeded.ts'

/** What a comparison of so many months can find. */
export interface Power {
  /** The smallest ratio of rates that would be found in four of five cases; undefined where none up to twenty would. */
  readonly smallestRatio?: number
  /** The greatest fall that would be, as a ratio below one. */
  readonly greatestFall?: number
  /** Incidents a month that it was reckoned with. */
  readonly rate: number
}

const wanted = 0.8
const draws = 400
const most = 20

/**
 * What effect the comparison of rates could see, with four chances in five, at a level of five per cent on both sides. By
 * simulation of independent incidents: where incidents come in clusters it sees less.
 * @param rate incidents a month without an effect
 */
export function powerOf(rate: number, monthsAfter: number, monthsBefore: number, seed: number): Power {
  const found = (ratio: number) => {
    const random = seeded(seed)
    let hits = 0
    for (let draw = 0; draw < draws; draw++) {
      const before = poisson(rate * monthsBefore, random)
      const after = poisson(rate * ratio * monthsAfter, random)
      if (ratesAlike(after, monthsAfter, before, monthsBefore) < 0.05) hits++
    }
    return hits / draws
  }
  const search = (towards: number) => {
    // Steps outwards until it is found, then halving on a scale of ratios: great counts are dear.
    let [from, to] = [1, towards]
    while (found(to) < wanted) {
      if (to > most || to < 1 / most) return undefined
      from = to
      to *= towards
    }
    for (let step = 0; step < 7; step++) {
      const middle = Math.sqrt(from * to)
      if (found(middle) >= wanted) to = middle
      else from = middle
    }
    return to
  }
  const [smallestRatio, greatestFall] = [search(1.5), search(1 / 1.5)]
  return {
    rate,
    ...(smallestRatio !== undefined && { smallestRatio }),
    ...(greatestFall !== undefined && { greatestFall }),
  }
}
