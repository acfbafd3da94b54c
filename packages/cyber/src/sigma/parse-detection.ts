import { SigmaError } from './errors.ts'
import type { FieldItem, Search, SigmaScalar } from './rule.ts'

/**
 * The search identifiers of a detection: a map is a conjunction, a list of maps alternatives, strings are keywords.
 * @throws {SigmaError} `SIGMA_STRUCTURE` where a value is neither
 */
export function parseSearches(detection: Record<string, unknown>, where: string): Map<string, Search> {
  const searches = new Map<string, Search>()
  for (const [name, value] of Object.entries(detection))
    searches.set(name, searchOf(value, `${where}: ${name}`))
  if (searches.size === 0) throw fault('a search identifier', 'none', where)
  return searches
}

function searchOf(value: unknown, where: string): Search {
  if (Array.isArray(value)) return listOf(value, where)
  if (isMap(value)) return [itemsOf(value, where)]
  if (isScalar(value)) return [[keyword([value], true)]]
  throw fault('a map, a list or a string', JSON.stringify(value) ?? 'nothing', where)
}

function listOf(values: readonly unknown[], where: string): Search {
  if (values.length === 0) throw fault('at least one entry', 'an empty list', where)
  const words = values.filter(isScalar)
  const alternatives: FieldItem[][] = words.length > 0 ? [[keyword(words, false)]] : []
  for (const value of values) {
    if (isMap(value)) alternatives.push(itemsOf(value, where))
    else if (!isScalar(value)) throw fault('maps or strings in the list', JSON.stringify(value), where)
  }
  return alternatives
}

function itemsOf(map: Record<string, unknown>, where: string): FieldItem[] {
  const items = Object.entries(map).map(([key, value]): FieldItem => {
    const [field = '', ...modifiers] = key.split('|')
    const values = Array.isArray(value) ? value : [value]
    if (!values.every(isScalar))
      throw fault('plain values', JSON.stringify(value).slice(0, 80), `${where}.${key}`)
    if (values.length === 0) throw fault('at least one value', 'an empty list', `${where}.${key}`)
    return { field, modifiers, values, single: !Array.isArray(value) }
  })
  if (items.length === 0) throw fault('at least one field', 'an empty map', where)
  return items
}

function keyword(values: readonly SigmaScalar[], single: boolean): FieldItem {
  return { field: '', modifiers: [], values, single }
}

/** A text or list of texts as a list; numbers become texts. */
export function stringsOf(value: unknown): string[] {
  const list = Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]
  return list.filter((one) => typeof one === 'string' || typeof one === 'number').map(String)
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isScalar(value: unknown): value is SigmaScalar {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value)
}

function fault(expected: string, found: string, where: string): SigmaError {
  return new SigmaError('SIGMA_STRUCTURE', {
    expected,
    found,
    where,
    remedy: 'Correct the detection of the rule; it is set aside until then.',
  })
}
