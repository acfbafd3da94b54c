/** The number of a month: months since January of the year 0, with the share of the month that has gone by. */
export function monthOf(date: string): number {
  const [year, month = '1', day] = date.split('-')
  return Number(year) * 12 + Number(month) - 1 + (day ? (Number(day) - 1) / 31 : 0.5)
}

/** Whether a date is known to the month at least. */
export function hasMonth(date: string): boolean {
  return /^\d{4}-\d{2}/.test(date)
}

/** Where a sum stands between the ground (0) and the top (1), on a scale of logarithms from 10,000 to 10 billion dollars. */
export function heightOf(dollars: number): number {
  if (dollars <= 0) return 0
  return Math.min(1, Math.max(0.02, (Math.log10(dollars) - 4) / 6))
}

/** Round numbers for an axis up to a greatest value, three or four of them. */
export function ticksUpTo(most: number): number[] {
  const rough = Math.max(1, most) / 3
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = [1, 2, 5, 10].map((one) => one * power).find((one) => one >= rough) ?? rough
  return Array.from({ length: Math.floor(most / step) + 1 }, (_, at) => at * step)
}

/** Dollars in few signs: `81 m`, `1.46 bn`. */
export function shortDollars(dollars: number, format: (value: number) => string): string {
  if (dollars >= 1e9) return `${format(Math.round(dollars / 1e7) / 100)} bn`
  if (dollars >= 1e6) return `${format(Math.round(dollars / 1e5) / 10)} m`
  return format(dollars)
}
