import { type DateQualifier, parsePartialDate } from '@cordon/model'

/** A date as a statement holds it. */
export interface DateValue {
  /** A prefix of ISO 8601. Of a range over years the first one, for a statement can't be without a value. */
  readonly value: string
  readonly date?: DateQualifier
}

/** A date as lists write it (see `parsePartialDate`; slashes are day first), or undefined where it is none. */
export function readDate(text: string): DateValue | undefined {
  const read = parsePartialDate(text, 'day-first')
  if (!read.ok) return undefined
  const { qualifier } = read
  const value = read.value ?? (qualifier?.from ?? qualifier?.to)?.slice(0, 4)
  return value === undefined ? undefined : { value, ...(qualifier && { date: qualifier }) }
}
