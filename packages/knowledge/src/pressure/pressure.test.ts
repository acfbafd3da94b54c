import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { eventStudy } from './event-study.ts'
import { fitHawkes, type HawkesModel, logLikelihood } from './hawkes.ts'
import { compareHawkes, hawkesModels } from './hawkes-compare.ts'
import { simulateHawkes } from './hawkes-simulate.ts'
import type { PressureIncident } from './incident.ts'
import { binomialBelow, quantile, rateInterval, rateRatio, shareInterval } from './intervals.ts'
import { lagStudy } from './lags.ts'
import { hasMonth, monthly, monthName, monthOf } from './months.ts'
import { powerOf } from './power.ts'
import { pressureReport } from './pressure-report.ts'
import { poisson, seeded } from './seeded.ts'

describe('months', () => {
  it('are numbers with names', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 30_000 }), (month) => monthOf(monthName(month)) === month),
    )
    expect([hasMonth('2017'), hasMonth('2017-05'), hasMonth('2017-05-12')]).toEqual([false, true, true])
  })

  it('without anything are months all the same', () => {
    const series = monthly(
      monthOf('2017-01'),
      monthOf('2017-04'),
      ['2017-02-03', '2017-02', '2017', '2018-01'],
      (date) => ({
        date,
        value: 1,
      }),
    )
    expect(series).toEqual([0, 2, 0, 0])
  })
})

describe('intervals', () => {
  it('are those of the tables', () => {
    // Clopper and Pearson for 7 of 20; Garwood for 10; both to four figures.
    expect(shareInterval(7, 20).low).toBeCloseTo(0.1539, 4)
    expect(shareInterval(7, 20).high).toBeCloseTo(0.5922, 4)
    expect(rateInterval(10, 1).low).toBeCloseTo(4.7954, 3)
    expect(rateInterval(10, 1).high).toBeCloseTo(18.3904, 3)
    expect(rateInterval(0, 2)).toMatchObject({ value: 0, low: 0 })
    expect(rateInterval(0, 2).high).toBeCloseTo(3.6889 / 2, 3)
    expect(binomialBelow(1, 3, 0.5)).toBeCloseTo(0.5, 12)
  })

  it('of a ratio hold one where the counts are alike, whatever the times', () => {
    expect(rateRatio(10, 5, 20, 10)).toMatchObject({ value: 1, p: 1 })
    const none = rateRatio(3, 10, 0, 10)
    expect([none.value, none.high]).toEqual([Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY])
    expect(none.low).toBeLessThan(1)
  })

  it('hold the true ratio about as often as they say, and never seldom', () => {
    const random = seeded(5)
    let held = 0
    for (let draw = 0; draw < 500; draw++) {
      const { low, high } = rateRatio(poisson(0.8 * 30, random), 30, poisson(0.4 * 40, random), 40)
      if (low <= 2 && high >= 2) held++
    }
    expect(held / 500).toBeGreaterThan(0.93)
  })

  it('take quantiles between values', () => {
    expect(quantile([4, 1, 3, 2], 0.5)).toBe(2.5)
  })
})

describe('random numbers of a seed', () => {
  it('are the same each time, and lie evenly', () => {
    expect(Array.from({ length: 3 }, seeded(1))).toEqual(Array.from({ length: 3 }, seeded(1)))
    const random = seeded(9)
    const values = Array.from({ length: 20_000 }, random)
    expect(values.reduce((a, b) => a + b, 0) / values.length).toBeCloseTo(0.5, 2)
    expect(Math.min(...values) >= 0 && Math.max(...values) < 1).toBe(true)
  })

  it('of Poisson have their mean, small or great', () => {
    const random = seeded(3)
    for (const mean of [0.3, 4, 75]) {
      const values = Array.from({ length: 4_000 }, () => poisson(mean, random))
      const found = values.reduce((a, b) => a + b, 0) / values.length
      expect(Math.abs(found - mean)).toBeLessThan(4 * Math.sqrt(mean / 4_000))
    }
  })
})

describe('the months around events', () => {
  const events = [20, 50, 90]
  it('are counted once, after before before', () => {
    const study = eventStudy(Array(120).fill(1), [20, 23, 118, 2], { before: 6, after: 6 }, 1, 99)
    expect(study).toMatchObject({ outside: 2, monthsAfter: 9, monthsBefore: 6, after: 9, before: 6 })
    expect(study.events).toEqual([
      { at: 20, before: 6, after: 6 },
      { at: 23, before: 6, after: 6 },
    ])
    expect(study.difference.value).toBe(0)
  })

  it('show an effect that is there', () => {
    const random = seeded(11)
    const series = Array.from({ length: 120 }, (_, at) =>
      poisson(events.some((event) => at >= event && at < event + 6) ? 4 : 0.5, random),
    )
    const study = eventStudy(series, events, { before: 6, after: 6 }, 1, 999)
    expect(study.difference.low).toBeGreaterThan(1)
    expect(study.pShifted).toBeLessThan(0.05)
    expect(study.pScattered).toBeLessThan(0.01)
  })

  it('show none where there is none, more often than the level says', () => {
    let found = 0
    for (let seed = 0; seed < 60; seed++) {
      const random = seeded(1_000 + seed)
      const series = Array.from({ length: 120 }, () => poisson(0.6, random))
      if (eventStudy(series, events, { before: 6, after: 6 }, seed, 99).pShifted < 0.05) found++
    }
    expect(found).toBeLessThanOrEqual(8)
  })

  it('give the same for the same seed', () => {
    const series = Array.from({ length: 60 }, (_, at) => (at * 7) % 3)
    const study = () => eventStudy(series, [20, 40], { before: 6, after: 6 }, 4, 99)
    expect(study()).toEqual(study())
  })

  it('say nothing where no event lies within the series', () => {
    const study = eventStudy([1, 2, 3], [1], { before: 6, after: 6 }, 1, 9)
    expect(study).toMatchObject({ events: [], outside: 1, pShifted: 1, pScattered: 1 })
  })
})

it('power: more months see smaller effects, and few see none', () => {
  const [few, many] = [powerOf(0.5, 12, 12, 1), powerOf(0.5, 120, 120, 1)]
  expect(few.smallestRatio).toBeGreaterThan(2.5)
  expect(many.smallestRatio).toBeLessThan(1.8)
  expect(many.greatestFall).toBeGreaterThan(0.4)
  expect(powerOf(0.01, 6, 6, 1)).toEqual({ rate: 0.01 })
})

describe('lags', () => {
  it('are found where one series follows the other', () => {
    const random = seeded(2)
    const first = Array.from({ length: 140 }, () => (random() < 0.15 ? 20 * random() : 0))
    const second = first.map((_, at) => poisson(0.2 + 0.2 * (first[at - 5] ?? 0), random))
    const { best, p } = lagStudy(first, second, 24)
    expect(best.lag).toBe(5)
    expect(p).toBeLessThan(0.05)
  })

  it('are none of a series that never changes', () => {
    expect(lagStudy(Array(40).fill(0), Array(40).fill(1), 12)).toMatchObject({ best: { rho: 0 }, p: 1 })
  })
})

describe('the Hawkes process', () => {
  const months = 400
  const random = seeded(21)
  const pressure = Array.from({ length: months }, () => (random() < 0.25 ? 4 : 0))
  const truth: HawkesModel = { base: 0.5, weight: 0.25, branching: 0.45, decay: 1.5 }

  it('is recovered from what it brought about', () => {
    const fits = Array.from(
      { length: 12 },
      (_, at) =>
        fitHawkes(
          simulateHawkes(truth, pressure, months, at + 1),
          pressure,
          months,
          hawkesModels.hawkesPressure,
        ).model,
    )
    const mean = (of: (model: HawkesModel) => number) =>
      fits.reduce((sum, one) => sum + of(one), 0) / fits.length
    expect(mean(({ base }) => base)).toBeCloseTo(truth.base, 1)
    expect(mean(({ weight }) => weight)).toBeCloseTo(truth.weight, 1)
    expect(mean(({ branching }) => branching)).toBeCloseTo(truth.branching, 1)
    expect(Math.abs(Math.log(mean(({ decay }) => decay) / truth.decay))).toBeLessThan(0.3)
  })

  it('fits no worse than the truth, and each term can only help', () => {
    const times = simulateHawkes(truth, pressure, months, 5)
    const of = (name: keyof typeof hawkesModels) =>
      fitHawkes(times, pressure, months, hawkesModels[name]).logLikelihood
    expect(of('hawkesPressure')).toBeGreaterThanOrEqual(
      logLikelihood(truth, times, pressure, 0, months) - 0.1,
    )
    expect(of('hawkes')).toBeGreaterThanOrEqual(of('poisson') - 0.01)
    expect(of('hawkesPressure')).toBeGreaterThanOrEqual(of('hawkes') - 0.01)
    expect(of('hawkesPressure')).toBeGreaterThanOrEqual(of('poissonPressure') - 0.01)
  })

  it('has a likelihood whose parts make up the whole', () => {
    const times = simulateHawkes(truth, pressure, months, 8)
    const parts = [0, 100, 250].map((from, at) =>
      logLikelihood(truth, times, pressure, from, [100, 250, months][at]!),
    )
    expect(parts.reduce((a, b) => a + b, 0)).toBeCloseTo(logLikelihood(truth, times, pressure, 0, months), 6)
  })

  it('with pressure does better out of sample where pressure counts, and not where it does not', () => {
    const gain = (weight: number, seed: number) => {
      const times = simulateHawkes({ ...truth, weight }, pressure, months, seed)
      const compared = compareHawkes(times, pressure, months, 1)
      if (!compared.fitted) throw new Error('too few')
      return compared.gain
    }
    const pressed = Array.from({ length: 8 }, (_, at) => gain(0.6, at + 1))
    expect(pressed.filter(({ value }) => value > 0)).toHaveLength(8)
    expect(pressed.filter(({ low }) => low > 0).length).toBeGreaterThanOrEqual(5)
    const idle = Array.from({ length: 8 }, (_, at) => gain(0, at + 1))
    expect(idle.filter(({ low }) => low > 0).length).toBeLessThanOrEqual(1)
  })

  it('is not fitted to fewer than a hundred incidents', () => {
    expect(compareHawkes([1, 2, 3], pressure, months, 1)).toEqual({
      fitted: false,
      incidents: 3,
      needed: 100,
    })
  })
})

describe('the report', () => {
  const incident = (date: string, more: Partial<PressureIncident> = {}): PressureIncident => ({
    id: date,
    date,
    outcome: 'taken',
    kind: 'bank',
    victim: 'v',
    low: 1e6,
    high: 3e6,
    basis: 'statement',
    attributedBy: 'someone',
    source: 's',
    verified: true,
    ...more,
  })
  const input = {
    incidents: [
      incident('2017-03-04'),
      incident('2017-03'),
      incident('2017'),
      incident('2012-01-01'),
      incident('2018-01-05', { verified: false }),
    ],
    resolutions: [{ id: '1', date: '2017-06-02', kind: 'resolution', title: 't', source: 's' }],
    designations: [{ date: '2017-06-01', source: 'l' }],
    from: '2016-01',
    to: '2018-12',
    windows: { before: 6, after: 6 },
    seed: 1,
  }

  it('counts every row once, and says of which it made nothing', () => {
    const { series, verified, all, undated, outside, hawkes } = pressureReport(input)
    expect([verified.incidents, all.incidents, undated, outside]).toEqual([2, 3, 1, 1])
    expect(series.months).toHaveLength(36)
    expect([series.low[14], series.high[14], series.designations[17]]).toEqual([2e6, 6e6, 1])
    expect(verified.counts).toMatchObject({ before: 2, after: 0 })
    expect(all.counts).toMatchObject({ before: 2, after: 0 })
    expect(hawkes).toEqual({ fitted: false, incidents: 2, needed: 100 })
  })

  it('is the same for the same input', () => {
    expect(JSON.stringify(pressureReport(input))).toBe(JSON.stringify(pressureReport(input)))
  })

  it('of nothing is a report all the same', () => {
    const empty = pressureReport({ ...input, incidents: [], resolutions: [], designations: [] })
    expect(empty.verified).toMatchObject({ incidents: 0, ratio: { p: 1 }, power: { rate: 0 } })
  })
})
