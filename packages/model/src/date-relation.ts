import { dayNumber } from './calendar.ts'
import type { PartialDate } from './partial-date.ts'

/** How two dates meet, from the same to the contrary. */
export const dateRelations = [
  'equal',
  'compatible',
  'day-month-swapped',
  'off-by-one-day',
  'off-by-one-year',
  'contradict',
  'unknown',
] as const
/** One of `dateRelations`. `compatible`: as far as both are known, they can be the same day. `unknown`: one says nothing. */
export type DateRelation = (typeof dateRelations)[number]

/** Years by which an approximate date may be off and still agree. */
const circaYears = 2

/**
 * Compares two dates of which either may be partial, approximate, a range, or of unclear order. Order of the
 * arguments does not matter.
 */
export function compareDates(a: PartialDate | string, b: PartialDate | string): DateRelation {
  const left = typeof a === 'string' ? { value: a } : a
  const right = typeof b === 'string' ? { value: b } : b
  if (isVague(left) || isVague(right)) return compareSpans(left, right)
  const relations = readings(left).flatMap((x) => readings(right).map((y) => compareValues(x, y)))
  if (relations.length === 0) return 'unknown'
  const best = dateRelations[Math.min(...relations.map((relation) => dateRelations.indexOf(relation)))]!
  const unclear = relations.length > 1
  return best === 'equal' && unclear ? 'compatible' : best
}

function readings(date: PartialDate): readonly string[] {
  return date.alternatives ?? (date.value === undefined ? [] : [date.value])
}

function isVague({ qualifier }: PartialDate): boolean {
  return qualifier?.circa === true || qualifier?.from !== undefined || qualifier?.to !== undefined
}

function compareValues(a: string, b: string): DateRelation {
  if (a === b) return 'equal'
  const shared = Math.min(a.length, b.length)
  if (a.slice(0, shared) === b.slice(0, shared)) return 'compatible'
  if (shared === 10) {
    if (a === `${b.slice(0, 4)}-${b.slice(8)}-${b.slice(5, 7)}`) return 'day-month-swapped'
    if (Math.abs(dayOf(a) - dayOf(b)) === 1) return 'off-by-one-day'
  }
  const years = Math.abs(Number(a.slice(0, 4)) - Number(b.slice(0, 4)))
  return years === 1 && a.slice(4, shared) === b.slice(4, shared) ? 'off-by-one-year' : 'contradict'
}

/** Compares first and last possible days; a range has no order of day and month to be unclear about. */
function compareSpans(a: PartialDate, b: PartialDate): DateRelation {
  const [left, right] = [spanOf(a), spanOf(b)]
  if (!left || !right) return 'unknown'
  if (left.first <= right.last && right.first <= left.last) return 'compatible'
  const apart = Math.max(Math.floor(left.first / 10_000), Math.floor(right.first / 10_000))
  const before = Math.min(Math.floor(left.last / 10_000), Math.floor(right.last / 10_000))
  return apart - before === 1 ? 'off-by-one-year' : 'contradict'
}

/** First and last possible day as the number YYYYMMDD, which sorts as days do. */
function spanOf(date: PartialDate): { first: number; last: number } | undefined {
  const { qualifier, value } = date
  if (qualifier?.from !== undefined || qualifier?.to !== undefined)
    return {
      first: qualifier.from === undefined ? 0 : filled(qualifier.from, '0101'),
      last: qualifier.to === undefined ? 99_999_999 : filled(qualifier.to, '1231'),
    }
  if (value === undefined) return undefined
  const slack = qualifier?.circa ? circaYears * 10_000 : 0
  return { first: filled(value, '0101') - slack, last: filled(value, '1231') + slack }
}

function filled(prefix: string, rest: string): number {
  const digits = prefix.replaceAll('-', '')
  return Number(digits + rest.slice(digits.length - 4))
}

function dayOf(iso: string): number {
  return dayNumber(Number(iso.slice(0, 4)), Number(iso.slice(5, 7)), Number(iso.slice(8)))
}
