import { expect, it } from 'vitest'
import { timeScale } from './scale.ts'

const start = Date.UTC(2016, 1, 4, 14)
const hour = 3_600_000

it('an axis begins with the first moment, ends with the last, and keeps their order', () => {
  const scale = timeScale([start + 5 * hour, start, start + 100 * hour])
  expect([scale.at(start), scale.at(start + 100 * hour)]).toEqual([0, 1])
  const places = [0, 0.1, 1, 5, 30, 99].map((hours) => scale.at(start + hours * hour))
  expect(places).toEqual(places.toSorted((a, b) => a - b))
  // The first hour has more room than the last day.
  expect(scale.at(start + hour)).toBeGreaterThan(1 - scale.at(start + 76 * hour))
})

it('what lies outside stands at the edge, and ticks stand apart', () => {
  const scale = timeScale([start, start + 100 * hour])
  expect(scale.at(start - hour)).toBe(0)
  expect(scale.at(start + 1000 * hour)).toBe(1)
  const gaps = scale.ticks.slice(1).map(({ at }, i) => at - scale.ticks[i]!.at)
  expect(Math.min(...gaps)).toBeGreaterThan(0.08)
  expect(timeScale([start]).until).toBe(start + hour)
})
