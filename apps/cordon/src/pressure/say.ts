import type { EventStudy, PressureStudy } from '@cordon/knowledge'
import type { PressureView } from './pressure-view.ts'

const two = (value: number) => (Number.isFinite(value) ? value.toFixed(2) : 'unbounded')
const p = (value: number) => (value < 0.001 ? 'below 0.001' : value.toFixed(3))
const plural = (n: number, one: string, many = `${one}s`) =>
  `${n.toLocaleString('en-US')} ${n === 1 ? one : many}`

/** What a report says and does not, in sentences a person can read out. */
export function sayPressure(view: PressureView): string[] {
  const { report, lists, observed, undatedDesignations } = view
  const { verified, all } = report
  return [
    lists.length === 0
      ? 'No loaded list holds designations of these programmes.'
      : `Designations: ${lists.map(({ source, version, designations }) => `${plural(designations, 'party', 'parties')} of ${source} (${version})`).join(', ')}${undatedDesignations > 0 ? `; ${undatedDesignations} without a date are left out` : ''}. Parties that were taken off a list again are not on it.`,
    `Incidents from ${observed.from} to ${observed.to}: ${verified.incidents} that are sure, ${all.incidents} in all; ${report.undated} more are dated to the year alone and count nowhere${report.outside > 0 ? `, ${report.outside} lie outside` : ''}. What was never attributed in public is missing: a month without an incident may have had one.`,
    ...sayEvents(verified, view),
    sayVerdict(verified, view.verdict.verified),
    sayPower(verified),
    saySums(verified.amounts),
    `With all rows instead of the sure ones the ratio is ${two(all.ratio.value)} (${two(all.ratio.low)} to ${two(all.ratio.high)}), p ${p(all.counts.pShifted)}.`,
    sayLags(view),
    sayHawkes(view),
  ]
}

function sayEvents({ counts }: PressureStudy, { report: { windows } }: PressureView): string[] {
  const { events, outside, after, before, monthsAfter, monthsBefore } = counts
  if (events.length === 0)
    return [
      `None of ${plural(outside, 'resolution')} has ${windows.before} months before and ${windows.after} after it within the span: nothing can be compared.`,
    ]
  return [
    `Around ${plural(events.length, 'resolution')} (${outside} lie outside the span), ${windows.before} months before against ${windows.after} after: ${after} incidents in ${monthsAfter} months after, ${before} in ${monthsBefore} months before. Where resolutions stand close their months overlap, and a month after one counts as after.`,
  ]
}

function sayVerdict(study: PressureStudy, verdict: PressureView['verdict']['verified']): string {
  const { ratio, counts } = study
  if (verdict === 'nothing') return 'So of the thesis these data say nothing.'
  const figures = `ratio ${two(ratio.value)}, 95 % interval ${two(ratio.low)} to ${two(ratio.high)}; moved to any other time as far apart, ${p(counts.pShifted)} of placings show as much (${counts.shifts} placings), scattered at random ${p(counts.pScattered)}`
  if (verdict === 'unclear')
    return `Incidents were not measurably more or fewer after resolutions: ${figures}. That is no proof that there is no effect.`
  return `There were ${verdict} incidents after resolutions than before: ${figures}. That one follows the other does not say that it is brought about by it.`
}

function sayPower({ incidents, power, counts }: PressureStudy): string {
  if (counts.events.length === 0) return 'With no months to compare, no effect of any size could be seen.'
  const { smallestRatio, greatestFall } = power
  const rise = smallestRatio ? `a rise to less than ${two(smallestRatio)} times` : 'a rise to twenty times'
  const fall = greatestFall ? `a fall to more than ${two(greatestFall)} of` : 'even a fall to nothing of'
  return `With ${plural(incidents, 'incident')} and these months, ${rise} or ${fall} the usual rate could not be relied on to be seen (four chances in five, at five per cent).`
}

function saySums(amounts: EventStudy): string {
  if (amounts.events.length === 0) return 'Of sums nothing can be compared either.'
  const { value, low, high } = amounts.difference
  const factor = (log: number) => two(10 ** log)
  return `Sums by month, on a scale of logarithms: ${factor(value)} times as much after as before (${factor(low)} to ${factor(high)}), p ${p(amounts.pShifted)}. A few great thefts make up most of all sums.`
}

function sayLags({ report: { lags } }: PressureView): string {
  const { best } = lags
  return `Designations of a month and incidents later: the greatest correlation is ${two(best.rho)} at ${plural(best.lag, 'month')}; as great a one comes at some lag in ${p(lags.p)} of placings by chance.`
}

function sayHawkes({ report: { hawkes } }: PressureView): string {
  if (!hawkes.fitted)
    return `Hawkes models are not compared: there are ${hawkes.incidents} dated incidents that are sure, and fewer than ${hawkes.needed} would tell of their noise.`
  const { gain, heldOut, heldOutIncidents, models } = hawkes
  return `Hawkes models on ${heldOut} held-out months with ${heldOutIncidents} incidents: with pressure ${two(gain.value)} nats of log-likelihood more than without (${two(gain.low)} to ${two(gain.high)}); one incident brings about ${two(models.hawkesPressure.model.branching)} others.`
}
