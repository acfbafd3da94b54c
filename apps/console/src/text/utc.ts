import { strings } from '../strings/index.ts'

const day = new Intl.DateTimeFormat(strings.locale, {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
})
const minute = new Intl.DateTimeFormat(strings.locale, {
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
  timeZone: 'UTC',
})

/** A day in UTC: `20 Jan 2018`. */
export function utcDay(time: number): string {
  return day.format(time)
}

/** Hour and minute in UTC: `04:30`. */
export function utcMinute(time: number): string {
  return minute.format(time)
}

/** Day and minute in UTC without the zone, for columns whose heading says it: `20 Jan 2018 04:30`. */
export function utcTime(time: number): string {
  return Number.isFinite(time) ? `${utcDay(time)} ${utcMinute(time)}` : ''
}

/** From and until: the day once where both are of one. */
export function utcSpan(from: number, until: number): string {
  if (until - from < 60_000) return utcTime(from)
  return utcDay(from) === utcDay(until)
    ? `${utcTime(from)} – ${utcMinute(until)}`
    : `${utcTime(from)} – ${utcTime(until)}`
}
