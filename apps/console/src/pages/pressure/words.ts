import type { Incident } from '../../api/pressure.ts'
import { strings } from '../../strings/index.ts'
import { shortDollars } from './scale.ts'

const words = strings.pressure

/** A sum in few signs. */
export const dollars = (value: number) => shortDollars(value, strings.number)

/** What was taken, in words. */
export function sumOf({ low, high, outcome }: Incident): string {
  if (outcome === 'attempted') return words.attempted
  if (low === undefined && high === undefined) return words.noSum
  return words.range(dollars(low ?? high ?? 0), dollars(high ?? low ?? 0))
}

/** A figure with two places; what has no bound as such. */
export function figure(value: number | null): string {
  return value === null ? words.unbounded : value.toFixed(2)
}

/** A chance as it is said. */
export function chance(p: number): string {
  return p < 0.001 ? words.smallest : p.toFixed(3)
}
