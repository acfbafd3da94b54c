import type { Cidr } from './cidr.ts'
import type { PatternPart, TextMode } from './pattern.ts'

/** A compiled regular expression, in linear time. */
export interface LinearRegex {
  readonly source: string
  test(text: string): boolean
}

/** What one value of a rule asks of one field. */
export type Test =
  | { readonly kind: 'text'; readonly mode: TextMode; readonly text: string; readonly cased: boolean }
  | { readonly kind: 'wild'; readonly parts: readonly PatternPart[]; readonly cased: boolean }
  /** Any value that is not null. */
  | { readonly kind: 'any' }
  | { readonly kind: 'null' }
  | { readonly kind: 'exists' }
  | {
      readonly kind: 'regex'
      readonly regex: LinearRegex
      readonly literal: string
      readonly minLength: number
    }
  | { readonly kind: 'cidr'; readonly cidr: Cidr }
  | { readonly kind: 'number'; readonly op: 'lt' | 'lte' | 'gt' | 'gte'; readonly value: number }
  | {
      readonly kind: 'time'
      readonly part: TimePart
      readonly op: 'eq' | 'lt' | 'lte' | 'gt' | 'gte'
      readonly value: number
    }
  | { readonly kind: 'fieldref'; readonly field: string; readonly mode: TextMode; readonly cased: boolean }

/** The number a time modifier takes out of a date. */
export type TimePart = 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year'

/** A field (empty: the whole record's text) and what is asked of it. */
export interface Atom {
  readonly field: string
  readonly test: Test
}

/** A rule's condition over atoms. */
export type Predicate =
  | { readonly op: 'atom'; readonly atom: Atom }
  | { readonly op: 'and' | 'or'; readonly items: readonly Predicate[] }
  | { readonly op: 'not'; readonly item: Predicate }
  | { readonly op: 'atLeast'; readonly n: number; readonly items: readonly Predicate[] }

/** A text by which two atoms that ask the same are known. */
export function atomKey(atom: Atom): string {
  const { test, field } = atom
  switch (test.kind) {
    case 'text':
      return `${field}\0t${test.mode}${test.cased ? 1 : 0}${test.text}`
    case 'wild':
      return `${field}\0w${test.cased ? 1 : 0}${test.parts.map((part) => (typeof part === 'string' ? `"${part}"` : String(part))).join('')}`
    case 'regex':
      return `${field}\0r${test.regex.source}`
    case 'cidr':
      return `${field}\0c${test.cidr.bits}/${test.cidr.address}/${test.cidr.prefix}`
    case 'number':
      return `${field}\0n${test.op}${test.value}`
    case 'time':
      return `${field}\0d${test.part}${test.op}${test.value}`
    case 'fieldref':
      return `${field}\0f${test.mode}${test.cased ? 1 : 0}${test.field}`
    default:
      return `${field}\0${test.kind}`
  }
}
