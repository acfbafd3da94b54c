import type { Fact } from '../api/types.ts'
import { strings } from '../strings/index.ts'
import { readStored } from '../ui/stored.ts'

/** A prefix of ISO 8601 (`1984`, `1984-08`, `1984-08-15`) as a person reads it without doubt: `15 Aug 1984`. */
export function partialDate(value: string): string {
  const found = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?/.exec(value)
  if (!found) return value
  const [, year, month, day] = found
  if (!month) return year!
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day ?? 1)))
  if (Number.isNaN(date.getTime())) return value
  return new Intl.DateTimeFormat(strings.locale, {
    year: 'numeric',
    month: 'short',
    ...(day ? { day: 'numeric' } : {}),
    timeZone: 'UTC',
  }).format(date)
}

/** A fact's date with what a prefix can't say: `about 1965`, `between 1960 and 1965`. */
export function qualifiedDate(value: string, qualifier: Fact['date']): string {
  if (qualifier?.from && qualifier.to && qualifier.from !== qualifier.to) {
    const [from, to] = [partialDate(qualifier.from), partialDate(qualifier.to)]
    return qualifier.circa ? strings.dates.circaBetween(from, to) : strings.dates.between(from, to)
  }
  return qualifier?.circa ? strings.dates.circa(partialDate(value)) : partialDate(value)
}

/** Milliseconds since the epoch of what the API sends: an instant or ISO 8601. */
export function instantOf(value: string | number): number {
  return typeof value === 'number' ? value : Date.parse(value)
}

/** A list's version for a person: of a point in time only the day; a name or number as it is. */
export function versionText(version: string): string {
  return /^\d{4}-\d{2}-\d{2}T/.test(version) ? version.slice(0, 10) : version
}

const steps: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 365.25 * 86_400_000],
  ['month', 30.44 * 86_400_000],
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
]

/** How long ago, in the largest whole unit: `3 days ago`. `now` in UTC milliseconds. */
export function ago(value: string | number, now: number): string {
  const span = instantOf(value) - now
  if (Number.isNaN(span)) return String(value)
  const format = new Intl.RelativeTimeFormat(strings.locale, { numeric: 'auto' })
  for (const [unit, size] of steps) {
    if (Math.abs(span) >= size) return format.format(Math.trunc(span / size), unit)
  }
  return strings.dates.justNow
}

/** Where this browser keeps the zone that dates and times are shown in. */
export const zoneKey = 'cordon.zone'
/** `utc`, or the time zone of the machine. */
export type Zone = 'utc' | 'local'

/** Date and time to the minute, `3 Sept 2025, 14:05 UTC`: in UTC, or in the machine's zone where a person chose that. */
export function dateTime(value: string | number): string {
  const instant = instantOf(value)
  if (Number.isNaN(instant)) return String(value)
  const isLocal = readStored<Zone>(zoneKey, 'utc') === 'local'
  const format = new Intl.DateTimeFormat(strings.locale, {
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    ...(isLocal ? { timeZoneName: 'short' } : { timeZone: 'UTC' }),
  })
  return isLocal ? format.format(instant) : `${format.format(instant)} UTC`
}
