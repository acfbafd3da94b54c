/** A place, degrees; or why the text is none. */
export type ParsedPosition =
  | { readonly ok: true; readonly lat: number; readonly lon: number }
  | { readonly ok: false; readonly why: 'empty' | 'form' | 'latitude' | 'longitude' | 'minutes' }

const numberPattern = String.raw`\d+(?:[.,]\d+)?`
const part = new RegExp(
  String.raw`^([-+−]?)(${numberPattern})(?:[°\s:-]+(${numberPattern}))?(?:['′\s:]+(${numberPattern}))?[°'′"″\s]*$`,
)

/**
 * Reads a position as people write it: `30.1, 125.2`, `30.1N 125.2E`, `30°06.0'N 125°12.0'E`, `30 06 00 N 125 12 00 E`,
 * `N30-06.0 E125-12.0`. Latitude comes first, unless the letters say otherwise. A comma divides the two, or is a decimal one.
 */
export function parsePosition(text: string): ParsedPosition {
  const plain = text.trim().toUpperCase()
  if (plain === '') return { ok: false, why: 'empty' }
  const halves = halvesOf(plain)
  if (!halves) return { ok: false, why: 'form' }
  const read = halves.map(degreesOf)
  const [first, second] = read
  if (!first || !second) return { ok: false, why: 'form' }
  if (first.minutes >= 60 || second.minutes >= 60) return { ok: false, why: 'minutes' }
  const isSwapped = /[EW]/.test(first.letter) || /[NS]/.test(second.letter)
  const [lat, lon] = isSwapped ? [second, first] : [first, second]
  if (/[EW]/.test(lat.letter) || /[NS]/.test(lon.letter)) return { ok: false, why: 'form' }
  if (Math.abs(lat.value) > 90) return { ok: false, why: 'latitude' }
  if (Math.abs(lon.value) > 180) return { ok: false, why: 'longitude' }
  return { ok: true, lat: lat.value, lon: lon.value }
}

/** Divides the text behind or before the letters, at a comma or semicolon, or in the middle of its numbers. */
function halvesOf(text: string): [string, string] | undefined {
  const byLetters =
    /^([^NSEW]*[NSEW])[\s,;/]*([^NSEW]*[NSEW])$/.exec(text) ??
    /^([NSEW][^NSEW]*?)[\s,;/]*([NSEW][^NSEW]*)$/.exec(text)
  if (byLetters) return [byLetters[1]!, byLetters[2]!]
  if (/[NSEW]/.test(text)) return undefined
  for (const divider of [/\s*[;/]\s*/, /\s*,\s+/, /\s*,\s*/, /\s+/]) {
    const parts = text.split(divider).filter((one) => one !== '')
    if (parts.length === 2) return [parts[0]!, parts[1]!]
    if (parts.length === 4 || parts.length === 6)
      return [parts.slice(0, parts.length / 2).join(' '), parts.slice(parts.length / 2).join(' ')]
  }
  return undefined
}

function degreesOf(text: string): { value: number; minutes: number; letter: string } | undefined {
  const letter = /[NSEW]/.exec(text)?.[0] ?? ''
  const found = part.exec(text.replace(/[NSEW]/, '').trim())
  if (!found) return undefined
  const [, sign, degrees, minutes = '0', seconds = '0'] = found
  const number = (one: string) => Number(one.replace(',', '.'))
  const size = number(degrees!) + number(minutes) / 60 + number(seconds) / 3600
  const isNegative = /[-−]/.test(sign!) || /[SW]/.test(letter)
  return {
    value: isNegative ? -size : size,
    minutes: Math.max(number(minutes), number(seconds)),
    letter,
  }
}

/** Degrees and decimal minutes, as charts have them: `30°06.00′ N 125°12.00′ E`. */
export function positionText(lat: number, lon: number): string {
  const side = (lon + 540) % 360
  return `${degreesText(lat, 2, 'N', 'S')} ${degreesText(side - 180, 3, 'E', 'W')}`
}

function degreesText(value: number, width: number, positive: string, negative: string): string {
  const hundredths = Math.round(Math.abs(value) * 6000)
  const degrees = String(Math.floor(hundredths / 6000)).padStart(width, '0')
  const minutes = ((hundredths % 6000) / 100).toFixed(2).padStart(5, '0')
  return `${degrees}°${minutes}′ ${value < 0 ? negative : positive}`
}

/**
 * Reads a time in UTC as people write it: `2018-01-20 04:30`, `2018-01-20T04:30:15Z`, `20 Jan 2018 0430Z`, `2018-01-20 13:30+09:00`.
 * @returns UTC milliseconds, or undefined
 */
export function parseUtc(text: string): number | undefined {
  const plain = text.trim().replace(/\s*(UTC|Z)$/i, '')
  const iso =
    /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})[T\s]+(\d{1,2}):?(\d{2})(?::(\d{2}))?\s*([+-]\d{2}:?\d{2})?$/i.exec(
      plain,
    )
  if (iso) {
    const [, year, month, day, hour, minute, second = '0', zone] = iso
    return instant([year, month, day, hour, minute, second].map(Number), zone)
  }
  const named = /^(\d{1,2})\s+([A-Z]{3})[A-Z]*\s+(\d{4})\s+(\d{1,2}):?(\d{2})$/i.exec(plain)
  if (!named) return undefined
  const month = months.indexOf(named[2]!.toLowerCase()) + 1
  return month === 0
    ? undefined
    : instant([Number(named[3]), month, Number(named[1]), Number(named[4]), Number(named[5]), 0])
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

function instant(parts: readonly number[], zone?: string): number | undefined {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts
  if (hour > 23 || minute > 59 || second > 59) return undefined
  const time = Date.UTC(year, month - 1, day, hour, minute, second)
  const date = new Date(time)
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined
  if (zone === undefined) return time
  const [, sign, hours, minutes] = /^([+-])(\d{2}):?(\d{2})$/.exec(zone)!
  const shift = (Number(hours) * 60 + Number(minutes)) * 60_000
  return sign === '-' ? time + shift : time - shift
}
