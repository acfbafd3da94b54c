import type { Instant } from '@cordon/model'

/** A point in time as the clock on a wall shows it. */
export interface LocalTime {
  /** ISO 8601 day. */
  readonly day: string
  /** 1 (Monday) to 7. */
  readonly weekday: number
  /** Since midnight. */
  readonly minute: number
}

const quarterHour = 900_000
const dayMs = 86_400_000

/** Reads wall clocks of one time zone (IANA name), remembering offsets by quarter of an hour. */
export class LocalClock {
  readonly zone: string
  private readonly format: Intl.DateTimeFormat
  private readonly offsets = new Map<number, number>()

  /** @throws RangeError where the zone is not known */
  constructor(zone: string) {
    this.zone = zone
    this.format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
    })
  }

  at(instant: Instant): LocalTime {
    return localAt(instant + this.offset(instant))
  }

  private offset(instant: Instant): number {
    const quarter = Math.floor(instant / quarterHour)
    let offset = this.offsets.get(quarter)
    if (offset === undefined) {
      // A long stream must not make the memory grow; a year has 35,000 quarters.
      if (this.offsets.size > 40_000) this.offsets.clear()
      offset = this.measured(quarter * quarterHour)
      this.offsets.set(quarter, offset)
    }
    return offset
  }

  private measured(instant: Instant): number {
    const parts: Record<string, number> = {}
    for (const { type, value } of this.format.formatToParts(instant)) parts[type] = Number(value)
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0 } = parts
    return Date.UTC(year, month - 1, day, hour, minute) - Math.floor(instant / 60_000) * 60_000
  }
}

/** The wall time of an instant that already has its offset added. */
function localAt(shifted: number): LocalTime {
  const days = Math.floor(shifted / dayMs)
  return {
    day: isoDayOf(days),
    // 1970-01-01 was a Thursday.
    weekday: ((((days + 3) % 7) + 7) % 7) + 1,
    minute: Math.floor((shifted - days * dayMs) / 60_000),
  }
}

/** Days lately asked for: streams ask for the same few again and again. */
const isoDays = new Map<number, string>()
const dayNumbers = new Map<string, number>()

/** ISO day of a number of days since 1970-01-01. */
export function isoDayOf(days: number): string {
  let text = isoDays.get(days)
  if (text === undefined) {
    text = new Date(days * dayMs).toISOString().slice(0, 10)
    if (isoDays.size > 2_000) isoDays.clear()
    isoDays.set(days, text)
  }
  return text
}

/** Days since 1970-01-01 of an ISO day; NaN where it is none. */
export function dayNumberOf(isoDay: string): number {
  let days = dayNumbers.get(isoDay)
  if (days === undefined) {
    days = Date.parse(`${isoDay}T00:00:00Z`) / dayMs
    if (dayNumbers.size > 2_000) dayNumbers.clear()
    dayNumbers.set(isoDay, days)
  }
  return days
}

/** 1 (Monday) to 7 of a number of days since 1970-01-01. */
export function weekdayOf(days: number): number {
  return ((((days + 3) % 7) + 7) % 7) + 1
}
