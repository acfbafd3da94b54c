import { isInCidr } from './cidr.ts'
import { matchesWild } from './pattern.ts'
import type { Test, TimePart } from './predicate.ts'

/** Reads a field of the record at hand. */
export type FieldReader = (field: string) => unknown

/**
 * Decides a test by itself: what no literal index can answer, and all tests where an explanation is wanted. Of a list
 * of values one must meet the test.
 */
export function meets(test: Test, value: unknown, read: FieldReader): boolean {
  switch (test.kind) {
    case 'exists':
      return value !== undefined
    case 'null':
      return value === undefined || value === null
    default:
      if (Array.isArray(value)) return value.some((one) => meets(test, one, read))
      return value !== undefined && value !== null && meetsOne(test, value, read)
  }
}

function meetsOne(test: Test, value: unknown, read: FieldReader): boolean {
  switch (test.kind) {
    case 'any':
      return true
    case 'number':
      return compare(test.op, numeric(value), test.value)
    case 'time':
      return compare(test.op, timePart(textOf(value), test.part), test.value)
    default:
      return meetsText(test, textOf(value), read)
  }
}

function meetsText(test: Test, text: string, read: FieldReader): boolean {
  switch (test.kind) {
    case 'text':
      return stands(test.mode, test.cased ? text : text.toLowerCase(), test.text)
    case 'wild':
      return matchesWild(test.parts, test.cased ? text : text.toLowerCase())
    case 'regex':
      return text.length >= test.minLength && test.regex.test(text)
    case 'cidr':
      return isInCidr(test.cidr, text)
    case 'fieldref': {
      const other = read(test.field)
      if (other === undefined || other === null) return false
      const [a, b] = [text, textOf(other)]
      return test.cased ? stands(test.mode, a, b) : stands(test.mode, a.toLowerCase(), b.toLowerCase())
    }
    default:
      return false
  }
}

function stands(mode: string, text: string, literal: string): boolean {
  if (mode === 'exact') return text === literal
  if (mode === 'prefix') return text.startsWith(literal)
  return mode === 'suffix' ? text.endsWith(literal) : text.includes(literal)
}

/** A value as the text that rules see. */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return value
  if (typeof value === 'object' && value !== null) return JSON.stringify(value)
  return String(value)
}

function numeric(value: unknown): number {
  if (typeof value === 'number') return value
  const text = textOf(value).trim()
  return text === '' ? Number.NaN : Number(text)
}

function compare(op: string, a: number, b: number): boolean {
  if (op === 'eq') return a === b
  if (op === 'lt') return a < b
  if (op === 'lte') return a <= b
  return op === 'gt' ? a > b : a >= b
}

const date = /(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2}))?/

/** A part of a date as it is written; the specification asks for no conversion of time zones. NaN where there is none. */
export function timePart(text: string, part: TimePart): number {
  const iso = /^\d{9,10}(\.\d+)?$/.test(text)
    ? new Date(Number(text) * 1000).toISOString()
    : /^\d{12,13}$/.test(text)
      ? new Date(Number(text)).toISOString()
      : text
  const match = date.exec(iso)
  if (!match) return Number.NaN
  const [year, month, day, hour, minute] = match
    .slice(1)
    .map((digits) => (digits ? Number(digits) : Number.NaN))
  const parts: Record<TimePart, number> = {
    year: year!,
    month: month!,
    day: day!,
    hour: hour!,
    minute: minute!,
    week: isoWeek(year!, month!, day!),
  }
  return parts[part]
}

/** The week of ISO 8601: week 1 holds the year's first Thursday. */
function isoWeek(year: number, month: number, day: number): number {
  const at = Date.UTC(year, month - 1, day)
  const thursday = at + (4 - (new Date(at).getUTCDay() || 7)) * 86_400_000
  const first = Date.UTC(new Date(thursday).getUTCFullYear(), 0, 1)
  return Math.floor((thursday - first) / 86_400_000 / 7) + 1
}
