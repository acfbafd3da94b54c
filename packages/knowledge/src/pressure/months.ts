/** The number of a month: months since January of the year 0. */
export function monthOf(date: string): number {
  return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7) || '1') - 1
}

/** A month's name: `YYYY-MM`. */
export function monthName(month: number): string {
  return `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`
}

/** Whether a date is known to the month at least. */
export function hasMonth(date: string): boolean {
  return /^\d{4}-\d{2}/.test(date)
}

/** Values of every month of a span, those without anything included. */
export function monthly<T>(
  from: number,
  to: number,
  items: readonly T[],
  of: (item: T) => { readonly date: string; readonly value: number },
): number[] {
  const values = Array.from({ length: Math.max(0, to - from + 1) }, () => 0)
  for (const item of items) {
    const { date, value } = of(item)
    if (!hasMonth(date)) continue
    const at = monthOf(date) - from
    if (at >= 0 && at < values.length) values[at]! += value
  }
  return values
}
