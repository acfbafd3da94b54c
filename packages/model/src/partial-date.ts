import { daysInMonth, isDay } from './calendar.ts'
import { type Parsed, type Refused, refused } from './identifiers/parsed.ts'
import { monthNumber } from './month-names.ts'

/** How far a date is known, beyond what a prefix of ISO 8601 can say. Kept on the statement. */
export interface DateQualifier {
  /** The date is approximate ("circa 1965"). */
  readonly circa?: boolean
  /** First and last possible day, year or month where the source gives a range ("1960 to 1965"), ISO 8601 prefixes. */
  readonly from?: string
  readonly to?: string
}

/** A date as far as a source gives it. */
export interface PartialDate {
  /** What is certain, as a prefix of ISO 8601: `1965`, `1965-08`, `1965-08-15`. Absent for a range over years. */
  readonly value?: string
  readonly qualifier?: DateQualifier
  /** Both readings where day and month can't be told apart (`05/08/1965`); `value` is then the year. */
  readonly alternatives?: readonly string[]
}

/** Which of two small numbers comes first in dates with slashes. */
export type DateOrder = 'day-first' | 'month-first'

const circa = /^(?:circa|approximately|approx\.?|about|around|abt\.?|est\.?|ca?\.|c(?=\s*\d)|~|около)\s*/i
const range =
  /^(?:between|from)?\s*(.+?)\s*(?:\bto\b|\band\b|\buntil\b|–|—|\s-\s|\/(?=\d{4}$)|-(?=\d{4}$))\s*(.+)$/i

/**
 * Reads a date as lists and people write it: `1965`, `1965-08`, `1965-08-15`, `19650815`, `15 Aug 1965`,
 * `August 15, 1965`, `Aug 1965`, `15/08/1965`, `15.08.1965`, `00/00/1965`, `circa 1965`, `between 1960 and 1965`,
 * `1960 to 1965`, `1960s`, `before 1970`, `after 1960`, `15 августа 1965`, `1965년 8월 15일`. Years are 1000 to 2999 with
 * four digits: a year of two digits is refused, not guessed.
 * @param order settles `05/08/1965`; without it both readings are given
 */
export function parsePartialDate(
  text: string,
  order?: DateOrder,
): ({ readonly ok: true } & PartialDate) | Refused {
  const plain = text.normalize('NFKC').trim().replace(/\s+/g, ' ')
  const approximate = circa.test(plain)
  const rest = plain.replace(circa, '')
  const single = readSingle(rest, order)
  if (single) return { ok: true, ...single, ...(approximate ? { qualifier: { circa: true } } : {}) }
  const span = readSpan(rest, order)
  if (!span) return refused('a date such as 1965, Aug 1965 or 1965-08-15', text)
  return { ok: true, ...spanned(approximate ? { ...span, circa: true } : span) }
}

/** Whether the text is a prefix of ISO 8601 to the year, month or day, and that day exists. */
export function isIsoPrefix(text: string): boolean {
  const [, year, month, day] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(text) ?? []
  return year !== undefined && iso(Number(year), month, day) === text
}

/** The value alone, as FollowTheMoney holds it; refused for ranges over years and where day and month are unclear. */
export function parseIsoDate(text: string, order?: DateOrder): Parsed {
  const read = parsePartialDate(text, order)
  if (!read.ok) return read
  if (read.alternatives) return refused('a date whose day and month can be told apart', text)
  return read.value === undefined ? refused('one date', text) : { ok: true, value: read.value }
}

function readSingle(text: string, order: DateOrder | undefined): PartialDate | undefined {
  const bare = text
    .replace(/[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?$/, '')
    // XML Schema dates carry a zone: 2015-04-07-04:00.
    .replace(/^(\d{4}-\d\d-\d\d)(?:Z|[+-]\d\d:\d\d)$/, '$1')
  const value = readIso(bare) ?? readNamed(bare)
  return value === undefined ? readSlashed(bare, order) : { value }
}

function readIso(text: string): string | undefined {
  const found =
    /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?$/.exec(text) ??
    /^(\d{4})(\d\d)(\d\d)$/.exec(text) ??
    /^(\d{4})\s?[년年](?:\s?(\d{1,2})\s?[월月](?:\s?(\d{1,2})\s?[일日])?)?$/.exec(text)
  return found ? iso(Number(found[1]), found[2], found[3]) : undefined
}

function readNamed(text: string): string | undefined {
  const parts = text
    .replace(/(\d)(?:st|nd|rd|th)\b/i, '$1')
    .replace(/\s?г(?:ода|\.)?$/, '')
    .split(/[\s,./-]+/)
    .filter((part) => part !== '')
  const at = parts.findIndex((part) => monthNumber(part) > 0)
  const numbers = parts.filter((_, index) => index !== at)
  if (at < 0 || numbers.length > 2 || !numbers.every((part) => /^\d+$/.test(part))) return undefined
  const year = numbers.find((part) => part.length === 4)
  const day = numbers.find((part) => part.length < 3)
  if (year === undefined || (numbers.length === 2 && day === undefined)) return undefined
  return iso(Number(year), String(monthNumber(parts[at]!)), day)
}

function readSlashed(text: string, order: DateOrder | undefined): PartialDate | undefined {
  const [, first, mark, second, year] = /^(\d\d?|dd|--)([/.-])(\d\d?|mm|--)\2(\d{4})$/i.exec(text) ?? []
  const monthOnly = /^(\d\d?)[/.](\d{4})$/.exec(text)
  if (monthOnly) return some(iso(Number(monthOnly[2]), monthOnly[1], undefined))
  if (first === undefined || second === undefined || year === undefined) return undefined
  const dayFirst = iso(Number(year), second, first)
  // With dots the day stands first everywhere.
  if (mark === '.' || order === 'day-first') return some(dayFirst)
  const monthFirst = iso(Number(year), first, second)
  if (order === 'month-first') return some(monthFirst)
  if (dayFirst && monthFirst && dayFirst !== monthFirst)
    return { value: year, alternatives: [dayFirst, monthFirst].sort() }
  return some(dayFirst ?? monthFirst)
}

function readSpan(text: string, order: DateOrder | undefined): { from?: string; to?: string } | undefined {
  const decade = /^(?:the )?(\d{3})0['’]?s$/.exec(text)?.[1]
  if (decade) return { from: `${decade}0`, to: `${decade}9` }
  const open = /^(before|prior to|until|after|since|from)\s+(.+)$/i.exec(text)
  const bound = open && readSingle(open[2]!, order)?.value
  if (open && bound) return /^(?:before|prior|until)/i.test(open[1]!) ? { to: bound } : { from: bound }
  const [, low, high] = range.exec(text) ?? []
  if (low === undefined || high === undefined) return undefined
  const to = readSingle(high, order)?.value
  // "Mar to Aug 1965" and "12 to 15 Aug 1965" borrow what the end has.
  const from = [low, `${low} ${to?.slice(0, 4)}`, `${low} ${high.replace(/^\d{1,2}\s/, '')}`]
    .map((guess) => readSingle(guess, order)?.value)
    .find((value) => value !== undefined)
  return from !== undefined && to !== undefined && from.slice(0, 4) <= to.slice(0, 4)
    ? { from, to }
    : undefined
}

/** A span with what its two ends share as value. */
function spanned(qualifier: DateQualifier): PartialDate {
  const { from, to } = qualifier
  const shared = [7, 4].find(
    (length) => from && to && from.length >= length && from.slice(0, length) === to.slice(0, length),
  )
  return shared === undefined ? { qualifier } : { value: from!.slice(0, shared), qualifier }
}

/** An ISO prefix, less precise where month or day are zero or blanks ("00", "dd"); undefined where no such day is. */
function iso(year: number, month: string | undefined, day: string | undefined): string | undefined {
  const [m, d] = [month, day].map((part) => (part === undefined || /\D/.test(part) ? 0 : Number(part))) as [
    number,
    number,
  ]
  if (year < 1000 || year > 2999) return undefined
  if (m === 0) return d === 0 ? String(year) : undefined
  const yearMonth = `${year}-${String(m).padStart(2, '0')}`
  if (d === 0) return daysInMonth(year, m) > 0 ? yearMonth : undefined
  return isDay(year, m, d) ? `${yearMonth}-${String(d).padStart(2, '0')}` : undefined
}

function some(value: string | undefined): PartialDate | undefined {
  return value === undefined ? undefined : { value }
}
