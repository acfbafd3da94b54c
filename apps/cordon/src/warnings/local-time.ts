import type { Instant } from '@cordon/model'

const hour = 3_600_000
const formats = new Map<string, Intl.DateTimeFormat>()

/** Whether a text names a time zone that this system knows. */
export function isZone(zone: string): boolean {
  try {
    formatOf(zone)
    return true
  } catch {
    return false
  }
}

function formatOf(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone)
  if (!format) {
    format = new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    })
    formats.set(zone, format)
  }
  return format
}

/** What clocks in a zone show, as if they were UTC: milliseconds. */
export function wallTime(at: Instant, zone: string): number {
  const part = Object.fromEntries(
    formatOf(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  )
  return Date.UTC(part.year!, part.month! - 1, part.day!, part.hour!, part.minute!, part.second!)
}

/** When clocks in a zone show a time first. In the hour that a change of the clocks leaves out: as much later. */
function instantAt(wall: number, zone: string): Instant {
  const offset = (at: Instant) => wallTime(at, zone) - Math.floor(at / 1_000) * 1_000
  const offsets = [offset(wall - 24 * hour), offset(wall + 24 * hour)]
  const fits = offsets.map((one) => wall - one).filter((at) => wallTime(at, zone) === wall)
  return fits.length > 0 ? Math.min(...fits) : wall - offsets[0]!
}

const minutesOf = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))

/** The next time after an instant at which clocks in a zone show `HH:MM`. */
export function nextAt(after: Instant, clock: string, zone: string): Instant {
  const day = Math.floor(wallTime(after, zone) / (24 * hour)) * 24 * hour
  for (let days = 0; days < 4; days++) {
    const at = instantAt(day + days * 24 * hour + minutesOf(clock) * 60_000, zone)
    if (at > after) return at
  }
  throw new RangeError(`no ${clock} after ${after} in ${zone}`)
}

/** The next full hour of a zone's clocks. */
export function nextHour(after: Instant, zone: string): Instant {
  const offset = wallTime(after, zone) - Math.floor(after / 1_000) * 1_000
  return (Math.floor((after + offset) / hour) + 1) * hour - offset
}

/** When the quiet hours that an instant lies in end; undefined outside of them. */
export function quietUntil(
  at: Instant,
  quiet: { readonly from: string; readonly to: string },
  zone: string,
): Instant | undefined {
  const now = Math.floor((wallTime(at, zone) % (24 * hour)) / 60_000)
  const [from, to] = [minutesOf(quiet.from), minutesOf(quiet.to)]
  const isQuiet = from <= to ? now >= from && now < to : now >= from || now < to
  return isQuiet ? nextAt(at, quiet.to, zone) : undefined
}

/** When something that happens now is sent by a rule. */
export function dueTime(
  now: Instant,
  rule: {
    readonly digest?: { readonly every: 'hour' } | { readonly every: 'day'; readonly at: string } | undefined
    readonly quiet?: { readonly from: string; readonly to: string } | undefined
    readonly zone: string
    readonly criticalAtOnce: boolean
  },
  isCritical: boolean,
): Instant {
  if (isCritical && rule.criticalAtOnce) return now
  const { digest, quiet, zone } = rule
  const due = !digest ? now : digest.every === 'hour' ? nextHour(now, zone) : nextAt(now, digest.at, zone)
  return (quiet && quietUntil(due, quiet, zone)) ?? due
}
