import { dayNumberOf, isoDayOf, weekdayOf } from './local-time.ts'

/** Weekly days off by country (ISO 3166 alpha-2, lower case), 1 (Monday) to 7; `other` is for the rest. */
export type Weekends = Readonly<Record<string, readonly number[]>>

/** Why a day is not worked. */
export type DayOff = 'weekend' | 'holiday'

/** Working days by country: weekends of the rules, holidays of the profile. */
export class Calendars {
  private readonly weekends: Weekends
  private readonly holidays = new Map<string, ReadonlySet<string>>()

  constructor(weekends: Weekends, holidays: Readonly<Record<string, readonly string[]>>) {
    this.weekends = weekends
    for (const [place, days] of Object.entries(holidays))
      this.holidays.set(place.toLowerCase(), new Set(days))
  }

  /** Whether the profile has holidays of the country. */
  knows(country: string): boolean {
    return this.holidays.has(country)
  }

  /** Why a country does not work on an ISO day; undefined where it does, as far as is known. */
  dayOff(country: string, isoDay: string): DayOff | undefined {
    if (this.holidays.get(country)?.has(isoDay)) return 'holiday'
    const weekend = this.weekends[country] ?? this.weekends.other ?? [6, 7]
    return weekend.includes(weekdayOf(dayNumberOf(isoDay))) ? 'weekend' : undefined
  }

  /** The first working day of a country after an ISO day; at most 30 days are looked at. */
  nextWorkingDay(country: string, isoDay: string): string {
    const day = dayNumberOf(isoDay)
    for (let ahead = 1; ahead < 30; ahead++) {
      const next = isoDayOf(day + ahead)
      if (this.dayOff(country, next) === undefined) return next
    }
    return isoDayOf(day + 30)
  }
}
