import type { Instant } from '@cordon/model'

const iso = /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2}):(\d{2})(?:[.,](\d{1,9}))?\s*(Z|[+-]\d{2}:?\d{2})?/
const common = /^(\d{1,2})\/([A-Z][a-z]{2})\/(\d{4}):(\d{2}):(\d{2}):(\d{2})(?: ([+-]\d{4}))?/
const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')

/**
 * A log's time as an instant: ISO 8601 with `T` or a blank (no zone means UTC), the web servers' `10/Oct/2023:13:55:36
 * +0000`, seconds or milliseconds since the epoch as number or text. Undefined where it is none of these.
 */
export function parseTime(value: unknown): Instant | undefined {
  if (typeof value === 'number') return fromNumber(value)
  if (typeof value !== 'string') return undefined
  const match = iso.exec(value)
  if (match) return fromParts(match[1]!, Number(match[2]) - 1, match.slice(3, 7), match[7], match[8])
  if (/^\d{9,16}(\.\d+)?$/.test(value)) return fromNumber(Number(value))
  const web = common.exec(value)
  if (!web) return undefined
  const month = months.indexOf(web[2]!)
  return month < 0 ? undefined : fromParts(web[3]!, month, [web[1]!, ...web.slice(4, 7)], undefined, web[7])
}

function fromParts(
  year: string,
  month: number,
  rest: readonly (string | undefined)[],
  fraction: string | undefined,
  zone: string | undefined,
): Instant | undefined {
  const [day, hour, minute, second] = rest.map(Number)
  const at = Date.UTC(Number(year), month, day, hour, minute, second)
  const ms = fraction ? Math.floor(Number(`0.${fraction}`) * 1000) : 0
  return Number.isFinite(at) ? at + ms - offsetOf(zone) : undefined
}

function offsetOf(zone: string | undefined): number {
  if (!zone || zone === 'Z') return 0
  const digits = zone.replace(':', '')
  const minutes = Number(digits.slice(1, 3)) * 60 + Number(digits.slice(3, 5))
  return (digits[0] === '-' ? -minutes : minutes) * 60_000
}

/** Up to 10^11 a number is seconds, above milliseconds; above 10^14 microseconds. */
function fromNumber(value: number): Instant | undefined {
  if (!Number.isFinite(value) || value <= 0) return undefined
  if (value < 1e11) return Math.round(value * 1000)
  return value < 1e14 ? Math.round(value) : Math.round(value / 1000)
}
