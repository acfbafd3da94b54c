import type { HawkesModel, MonthlyPressure } from './hawkes.ts'
import { poisson, seeded } from './seeded.ts'

/** Incidents that a model brings about, by its clusters (Hawkes and Oakes, J. Appl. Prob. 11, 1974): for tests and for what a fit can recover. */
export function simulateHawkes(
  { base, weight, branching, decay }: HawkesModel,
  pressure: MonthlyPressure,
  length: number,
  seed: number,
): number[] {
  const random = seeded(seed)
  const times: number[] = []
  for (let month = 0; month < length; month++) {
    const span = Math.min(1, length - month)
    const count = poisson((base + weight * (pressure[month] ?? 0)) * span, random)
    for (let n = 0; n < count; n++) times.push(month + random() * span)
  }
  for (let at = 0; at < times.length; at++) {
    const children = poisson(branching, random)
    for (let n = 0; n < children; n++) {
      const time = times[at]! - Math.log(1 - random()) / decay
      if (time < length) times.push(time)
    }
  }
  return times.sort((a, b) => a - b)
}
