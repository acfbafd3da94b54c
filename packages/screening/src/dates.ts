/** A date as far as it is known. */
export interface KnownDate {
  readonly year: number
  readonly month?: number
  readonly day?: number
}

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** Reads ISO prefixes and the ways people write dates (15/08/1984, 15 Aug 1984, Aug 1984); undefined when no year is in it. */
export function readDate(text: string): KnownDate | undefined {
  const iso = /^\s*(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?/.exec(text)
  if (iso) return known(Number(iso[1]), Number(iso[2] ?? 0), Number(iso[3] ?? 0))
  const numeric = /^\s*(\d{1,2})[./-](\d{1,2})[./-](\d{4})/.exec(text)
  if (numeric) {
    const [first, second, year] = [Number(numeric[1]), Number(numeric[2]), Number(numeric[3])]
    return first > 12 || second <= 12 ? known(year, second, first) : known(year, first, second)
  }
  const year = /\b(1[89]\d\d|20\d\d)\b/.exec(text)
  if (!year) return undefined
  const word = /[a-z]{3,}/i.exec(text)?.[0].slice(0, 3).toLowerCase() ?? ''
  const day = /\b(\d{1,2})\b(?!\d)/.exec(text.replace(year[0], ''))
  return known(Number(year[0]), monthNames.indexOf(word) + 1, day ? Number(day[1]) : 0)
}

/** Keeps month and day only where they can be real ("1974-01-32" is January 1974). */
function known(year: number, month: number, day: number): KnownDate {
  if (month < 1 || month > 12) return { year }
  return day < 1 || day > 31 ? { year, month } : { year, month, day }
}

/** How two birth dates meet: 1 the same as far as both are known, 0 says nothing, -1 they cannot be one person's. */
export interface DateMeeting {
  readonly score: number
  readonly how: string
}

/** Compares two dates with the errors that clerks make: day and month swapped, one digit or one unit off. */
export function compareDates(a: KnownDate, b: KnownDate): DateMeeting {
  const years = Math.abs(a.year - b.year)
  if (a.month === undefined || b.month === undefined) {
    if (years === 0) return { score: 0.6, how: 'the same year' }
    return years === 1
      ? { score: 0, how: 'one year apart' }
      : { score: years === 2 ? -0.4 : -1, how: `${years} years apart` }
  }
  const sameMonth = a.month === b.month
  if (a.day === undefined || b.day === undefined) {
    if (years === 0)
      return sameMonth ? { score: 0.8, how: 'the same month' } : { score: -0.3, how: 'another month' }
    return { score: years === 1 ? -0.4 : -1, how: `${years} years apart` }
  }
  if (years === 0 && sameMonth && a.day === b.day) return { score: 1, how: 'the same day' }
  if (years === 0 && a.month === b.day && a.day === b.month)
    return { score: 0.7, how: 'day and month swapped' }
  const days =
    Math.abs(Date.UTC(a.year, a.month - 1, a.day) - Date.UTC(b.year, b.month - 1, b.day)) / 86_400_000
  if (days <= 1) return { score: 0.7, how: 'one day apart' }
  if (sameMonth && a.day === b.day && years <= 1) return { score: 0.3, how: 'one year apart' }
  if (years === 0 && (sameMonth || a.day === b.day))
    return { score: 0.2, how: 'the same year, one part differs' }
  return {
    score: years === 0 ? -0.3 : years === 1 ? -0.5 : -1,
    how: years === 0 ? 'the same year, another day' : `${years} years apart`,
  }
}
