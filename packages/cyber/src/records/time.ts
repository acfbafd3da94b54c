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
  const plain = plainTime(value)
  if (plain !== undefined) return plain
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
  if (month > 11) return undefined
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

/** The form that most logs have, `2016-02-04T20:36:00.123Z` with a blank or no zone as well, without a regular expression. */
function plainTime(text: string): Instant | undefined {
  const { length } = text
  if (length < 19 || length > 30 || text.charCodeAt(4) !== 0x2d || text.charCodeAt(13) !== 0x3a)
    return undefined
  let end = length
  if (text.charCodeAt(end - 1) === 0x5a) end--
  let ms = 0
  if (end > 19) {
    if (text.charCodeAt(19) !== 0x2e) return undefined
    for (let i = 20, scale = 100; i < end; i++, scale /= 10) {
      const digit = text.charCodeAt(i) - 0x30
      if (digit < 0 || digit > 9) return undefined
      ms += digit * scale
    }
  }
  const year = digits(text, 0, 4)
  const month = digits(text, 5, 2)
  const day = digits(text, 8, 2)
  const time = digits(text, 11, 2) * 3600 + digits(text, 14, 2) * 60 + digits(text, 17, 2)
  const between = text.charCodeAt(10)
  if (!(year >= 1900 && month >= 1 && month <= 12 && day >= 1 && day <= 31 && time >= 0)) return undefined
  if (text.charCodeAt(7) !== 0x2d || text.charCodeAt(16) !== 0x3a || (between !== 0x20 && between !== 0x54))
    return undefined
  return dayOf(year, month, day) * 86_400_000 + time * 1000 + Math.floor(ms + 1e-6)
}

function digits(text: string, from: number, count: number): number {
  let value = 0
  for (let i = from; i < from + count; i++) {
    const digit = text.charCodeAt(i) - 0x30
    if (digit < 0 || digit > 9) return Number.NaN
    value = value * 10 + digit
  }
  return value
}

/** Days since 1970 of a date of the Gregorian calendar (Hinnant's days_from_civil). */
function dayOf(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  return (
    era * 146_097 +
    yearOfEra * 365 +
    Math.floor(yearOfEra / 4) -
    Math.floor(yearOfEra / 100) +
    dayOfYear -
    719_468
  )
}
