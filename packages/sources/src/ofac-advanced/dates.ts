import type { XmlElement } from '@cordon/formats'
import type { DateQualifier } from '@cordon/model'

/** A date or a span of time as it becomes statements. */
export interface ReadDate {
  /** Prefixes of ISO 8601: one, or the first and the last of a span over years, which no prefix can say. */
  readonly values: readonly string[]
  readonly qualifier?: DateQualifier
}

/** The date of an element with Year, Month and Day, as far as they are given. */
export function readPoint(element: XmlElement | undefined): string | undefined {
  const year = element?.textOf('Year')
  if (!element || !year || !/^\d{4}$/.test(year)) return undefined
  const month = element.textOf('Month')
  if (!month) return year
  const day = element.textOf('Day')
  const prefix = `${year}-${month.padStart(2, '0')}`
  return day ? `${prefix}-${day.padStart(2, '0')}` : prefix
}

/**
 * A DatePeriod: its first possible day to its last. A whole year becomes `1951`, a whole month `1951-03`, a span within
 * a year that year, a longer one its two ends; the qualifier of the last two says from when to when. `Approximate` becomes `circa`.
 */
export function readPeriod(period: XmlElement | undefined): ReadDate | undefined {
  const start = period?.child('Start')
  const end = period?.child('End')
  const from = readPoint(start?.child('From')) ?? readPoint(end?.child('From'))
  const to = readPoint(end?.child('To')) ?? readPoint(start?.child('To')) ?? from
  if (from === undefined || to === undefined) return undefined
  const isCirca = [start, end].some((bound) => bound?.attribute('Approximate') === 'true')
  const circa = isCirca ? { circa: true } : undefined
  const whole = commonPrefix(from, to)
  if (whole !== undefined) return { values: [whole], ...(circa && { qualifier: circa }) }
  const [first, last] = [shorten(from, '01-01', '01'), shorten(to, '12-31', lastDay(to))]
  const isOneYear = from.slice(0, 4) === to.slice(0, 4)
  return {
    values: isOneYear ? [from.slice(0, 4)] : [first, last],
    qualifier: { ...circa, from: first, to: last },
  }
}

/** Start and end of a period that says how long something lasted. */
export function readInterval(period: XmlElement | undefined): { start?: string; end?: string } {
  const start = readPoint(period?.child('Start')?.child('From'))
  const end = readPoint(period?.child('End')?.child('To'))
  return { ...(start && { start }), ...(end && { end }) }
}

function commonPrefix(from: string, to: string): string | undefined {
  if (from === to) return from
  const [year, month] = [from.slice(0, 4), from.slice(0, 7)]
  if (from === `${year}-01-01` && to === `${year}-12-31`) return year
  if (from === `${month}-01` && to === `${month}-${lastDay(from)}`) return month
  return undefined
}

/** `1960-01-01` as the beginning of a span is no more than `1960`; so is `1965-12-31` as its end. */
function shorten(date: string, yearEdge: string, monthEdge: string): string {
  if (date.slice(5) === yearEdge) return date.slice(0, 4)
  return date.slice(8) === monthEdge ? date.slice(0, 7) : date
}

function lastDay(date: string): string {
  const [year, month] = [Number(date.slice(0, 4)), Number(date.slice(5, 7))]
  return String(new Date(Date.UTC(year, month, 0)).getUTCDate()).padStart(2, '0')
}
