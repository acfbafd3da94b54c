import { fitHawkes, type HawkesFit, type HawkesTerms, logLikelihood, type MonthlyPressure } from './hawkes.ts'
import { type Interval, quantile } from './intervals.ts'
import { seeded } from './seeded.ts'

/** Fewest dated incidents for which models are compared: with fewer a fit tells of its noise. */
export const fewestIncidents = 100

/** The models that are compared. */
export const hawkesModels: Readonly<
  Record<'poisson' | 'poissonPressure' | 'hawkes' | 'hawkesPressure', HawkesTerms>
> = {
  poisson: { selfExciting: false, pressure: false },
  poissonPressure: { selfExciting: false, pressure: true },
  hawkes: { selfExciting: true, pressure: false },
  hawkesPressure: { selfExciting: true, pressure: true },
}
/** One of `hawkesModels`. */
export type HawkesName = keyof typeof hawkesModels

/** How the models do on months that they were not fitted to; or why none was fitted. */
export type HawkesComparison =
  | { readonly fitted: false; readonly incidents: number; readonly needed: number }
  | {
      readonly fitted: true
      readonly incidents: number
      /** Months of the fit, and those held out. */
      readonly trained: number
      readonly heldOut: number
      readonly heldOutIncidents: number
      readonly models: Readonly<Record<HawkesName, HawkesFit & { readonly heldOut: number }>>
      /** Log-likelihood of the held-out months with the pressure less that without, with an interval by their months. */
      readonly gain: Interval
    }

const trainShare = 0.7
const resamples = 2_000

/**
 * Fits each model to the first seven tenths of the months, and asks what it makes of the rest.
 * @param times of incidents, months from the beginning, ascending
 * @param pressure of each month, from what was known before it
 */
export function compareHawkes(
  times: readonly number[],
  pressure: MonthlyPressure,
  months: number,
  seed: number,
  needed = fewestIncidents,
): HawkesComparison {
  if (times.length < needed) return { fitted: false, incidents: times.length, needed }
  const trained = Math.floor(months * trainShare)
  const scored = Object.fromEntries(
    Object.entries(hawkesModels).map(([name, terms]) => {
      const fit = fitHawkes(times, pressure, trained, terms)
      return [name, { ...fit, heldOut: logLikelihood(fit.model, times, pressure, trained, months) }]
    }),
  ) as Record<HawkesName, HawkesFit & { heldOut: number }>
  const byMonth = Array.from({ length: months - trained }, (_, at) => {
    const of = (name: HawkesName) =>
      logLikelihood(scored[name].model, times, pressure, trained + at, trained + at + 1)
    return of('hawkesPressure') - of('hawkes')
  })
  return {
    fitted: true,
    incidents: times.length,
    trained,
    heldOut: months - trained,
    heldOutIncidents: times.filter((time) => time >= trained).length,
    models: scored,
    gain: gainOf(byMonth, seed),
  }
}

function gainOf(byMonth: readonly number[], seed: number): Interval {
  const random = seeded(seed)
  const sums = Array.from({ length: resamples }, () => {
    let sum = 0
    for (let draw = 0; draw < byMonth.length; draw++) sum += byMonth[Math.floor(random() * byMonth.length)]!
    return sum
  })
  return {
    value: byMonth.reduce((a, b) => a + b, 0),
    low: quantile(sums, 0.025),
    high: quantile(sums, 0.975),
  }
}
