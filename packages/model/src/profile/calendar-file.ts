import { isDay } from '../calendar.ts'

/** Whether a text is a day of the Gregorian calendar as ISO 8601 writes it: `2026-12-25`. */
export function isIsoDay(text: string): boolean {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  return found !== null && isDay(Number(found[1]), Number(found[2]), Number(found[3]))
}

/** What a file of holidays says. */
export interface CalendarReading {
  /** ISO dates, each once, in order. */
  readonly days: readonly string[]
  /** What could not be used: line, counted from 1, and why. */
  readonly rejects: readonly { readonly line: number; readonly reason: string }[]
}

const most = 10_000
const dayLength = 86_400_000

/**
 * Reads holidays from iCalendar (RFC 5545: all-day events, also over several days) or from lines of text whose first
 * date counts (`2026-12-25,Christmas`; CSV with a heading is fine).
 */
export function readCalendarFile(text: string): CalendarReading {
  return /^\s*BEGIN:VCALENDAR/i.test(text) ? readIcs(text) : readLines(text)
}

function readLines(text: string): CalendarReading {
  const days = new Set<string>()
  const rejects: { line: number; reason: string }[] = []
  text.split(/\r\n|\r|\n/).forEach((line, at) => {
    if (line.trim() === '' || line.startsWith('#')) return
    const day = /(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)/.exec(line)?.[0]
    if (day && isIsoDay(day)) days.add(day)
    else if (day || at > 0)
      rejects.push({ line: at + 1, reason: `expected a date such as 2026-12-25, found ${line.slice(0, 60)}` })
  })
  return { days: [...days].sort().slice(0, most), rejects }
}

interface Event {
  readonly line: number
  start?: string
  end?: string
  repeats?: boolean
}

function readIcs(text: string): CalendarReading {
  const days = new Set<string>()
  const rejects: { line: number; reason: string }[] = []
  let event: Event | undefined
  // A line that begins with a space goes on the one before (RFC 5545, 3.1).
  text
    .replace(/\r?\n[ \t]/g, '')
    .split(/\r?\n/)
    .forEach((line, at) => {
      const [, name = '', value = ''] = /^([A-Z-]+)[^:]*:(.*)$/i.exec(line) ?? []
      if (/^BEGIN:VEVENT/i.test(line)) event = { line: at + 1 }
      else if (!event) return
      else if (/^DTSTART$/i.test(name)) event.start = isoOf(value)
      else if (/^DTEND$/i.test(name)) event.end = isoOf(value)
      else if (/^RRULE$/i.test(name)) event.repeats = true
      else if (/^END:VEVENT/i.test(line)) {
        const reason = addEvent(event, days)
        if (reason) rejects.push({ line: event.line, reason })
        event = undefined
      }
    })
  return { days: [...days].sort().slice(0, most), rejects }
}

const isoOf = (value: string) => value.replace(/^(\d{4})(\d{2})(\d{2}).*$/, '$1-$2-$3')

function addEvent({ start, end, repeats }: Event, days: Set<string>): string | undefined {
  if (!start || !isIsoDay(start)) return `expected DTSTART with a date, found ${start ?? 'nothing'}`
  if (end !== undefined && !isIsoDay(end)) return `expected DTEND with a date, found ${end}`
  const first = Date.parse(start)
  // DTEND of an all-day event is the day after its last.
  const last = end ? Math.max(first, Date.parse(end) - dayLength) : first
  if (last - first > 370 * dayLength) return `expected at most a year of days, found ${start} to ${end}`
  for (let day = first; day <= last; day += dayLength) days.add(new Date(day).toISOString().slice(0, 10))
  return repeats
    ? `expected each day on its own, found a rule of repetition: only ${start} was taken`
    : undefined
}
