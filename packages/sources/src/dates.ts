import { type DateQualifier, parsePartialDate } from '@cordon/model'
import type { StatementWriter } from './statements.ts'

/** A date as statements hold it. */
export interface DateValue {
  /** Prefixes of ISO 8601: one, or the first and the last of a range that no prefix can say. */
  readonly values: readonly string[]
  readonly date?: DateQualifier
}

/** A date as lists write it (see `parsePartialDate`; slashes are day first), or undefined where it is none. */
export function readDate(text: string): DateValue | undefined {
  const read = parsePartialDate(text, 'day-first')
  if (!read.ok) return undefined
  const { value, qualifier } = read
  const values = [value, ...(value ? [] : [qualifier?.from, qualifier?.to])].filter(
    (part) => part !== undefined,
  )
  return { values, ...(qualifier && { date: qualifier }) }
}

/** Adds a date under a property. False where the text is no date; nothing is added then. */
export function addDate(
  writer: StatementWriter,
  property: string,
  text: string | undefined,
  original = text,
): boolean {
  const found = text ? readDate(text) : undefined
  if (found) writer.addAll(property, found.values, { original, date: found.date })
  return found !== undefined
}
