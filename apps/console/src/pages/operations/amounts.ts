import type { Amount, Period } from '../../api/operations.ts'
import { strings } from '../../strings/index.ts'
import { partialDate } from '../../text/dates.ts'

const dollars = new Intl.NumberFormat(strings.locale, {
  style: 'currency',
  currency: 'USD',
  currencyDisplay: 'narrowSymbol',
  notation: 'compact',
  maximumSignificantDigits: 3,
})

/** A sum as a person reads it: `$81M`, or `$12M to $12.2M` where sources differ. */
export function amountText({ usd, low, high }: Amount): string {
  if (low !== undefined && high !== undefined && low !== high)
    return strings.dates.span(dollars.format(low), dollars.format(high))
  return dollars.format(usd ?? high ?? low ?? 0)
}

/** What a sum is counted as where one number is needed: the larger one. */
export function amountOf({ usd, low, high }: Amount): number {
  return usd ?? high ?? low ?? 0
}

/** The largest sum of an operation; those of less than ten thousand dollars are no measure of it. */
export function largest(amounts: readonly Amount[]): Amount | undefined {
  const [first] = [...amounts].sort((a, b) => amountOf(b) - amountOf(a))
  return first && amountOf(first) >= 10_000 ? first : undefined
}

/** A span in words. */
export function periodText({ start, end }: Period): string {
  if (end === undefined) return strings.dates.since(partialDate(start))
  return start === end ? partialDate(start) : strings.dates.span(partialDate(start), partialDate(end))
}

/** The years that a prefix of ISO 8601 begins and ends at, as a fraction: `2016-07` is 2016.5 to 2016.58. */
export function yearsOf(prefix: string): { readonly from: number; readonly to: number } {
  const [year = 0, month, day] = prefix.split('-').map(Number)
  if (month === undefined) return { from: year, to: year + 1 }
  if (day === undefined) return { from: year + (month - 1) / 12, to: year + month / 12 }
  const at = year + (month - 1) / 12 + (day - 1) / 365.25
  return { from: at, to: at + 1 / 365.25 }
}
