const monthDays = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** Days in a month of the Gregorian calendar; 0 where the month (1 to 12) does not exist. */
export function daysInMonth(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return month === 2 && leap ? 29 : (monthDays[month - 1] ?? 0)
}

/** Whether year, month and day name a day of the Gregorian calendar, years 1000 to 2999. */
export function isDay(year: number, month: number, day: number): boolean {
  return year >= 1000 && year <= 2999 && day >= 1 && day <= daysInMonth(year, month)
}

/** Days since 0000-03-01, proleptic Gregorian: differences between two are days. */
export function dayNumber(year: number, month: number, day: number): number {
  // Counting from March puts the leap day last, so that months before it don't depend on the year.
  const y = month > 2 ? year : year - 1
  const m = (month + 9) % 12
  return (
    365 * y +
    Math.floor(y / 4) -
    Math.floor(y / 100) +
    Math.floor(y / 400) +
    Math.floor((153 * m + 2) / 5) +
    day -
    1
  )
}
