import { isInCidr, parseCidr } from '../sigma/cidr.ts'
import { anyOne, anyRun, matchesWild, type PatternPart } from '../sigma/pattern.ts'
import { type Comparison, type Constant, type ObjectPath, StixPatternError } from './pattern-types.ts'
import { timestampNs } from './timestamp.ts'

/** Objects of one observation by their id (or key, in STIX 2.0). */
export type Objects = ReadonlyMap<string, Readonly<Record<string, unknown>>>

/** A value at the end of a path, and the property that held it: `_hex` and `_bin` properties hold bytes. */
interface Found {
  readonly value: unknown
  readonly property: string
}

/** Whether any one object of an observation meets a comparison. */
export function meetsComparison(comparison: Comparison, objects: Objects): boolean {
  for (const root of objects.values()) if (holds(comparison, root, objects)) return true
  return false
}

/** A test that an object met, and the value that met it. */
export interface MetTest {
  readonly test: Comparison & { op: 'test' }
  readonly value: string
}

/** The tests of a comparison that one object met, in order, where it meets the whole. */
export function explainComparison(comparison: Comparison, objects: Objects): MetTest[] {
  for (const root of objects.values()) {
    if (!holds(comparison, root, objects)) continue
    const met: MetTest[] = []
    collectTests(comparison, root, objects, met)
    return met
  }
  return []
}

function collectTests(
  comparison: Comparison,
  root: Readonly<Record<string, unknown>>,
  objects: Objects,
  met: MetTest[],
): void {
  if (comparison.op === 'and' || comparison.op === 'or')
    for (const item of comparison.items) collectTests(item, root, objects, met)
  else if (comparison.op === 'test' && holds(comparison, root, objects)) {
    const found = walk(comparison.path, root, objects).find(
      (one) => test(comparison, one) !== comparison.negated,
    )
    met.push({ test: comparison, value: String(found?.value ?? '') })
  }
}

function holds(comparison: Comparison, root: Readonly<Record<string, unknown>>, objects: Objects): boolean {
  switch (comparison.op) {
    case 'and':
      return comparison.items.every((item) => holds(item, root, objects))
    case 'or':
      return comparison.items.some((item) => holds(item, root, objects))
    case 'exists':
      return (
        root.type === comparison.path.type &&
        walk(comparison.path, root, objects).length > 0 !== comparison.negated
      )
    case 'test':
      if (root.type !== comparison.path.type) return false
      return walk(comparison.path, root, objects).some(
        (found) => test(comparison, found) !== comparison.negated,
      )
  }
}

/** All values that a path reaches; `_ref` and `_refs` are followed into the object they name. */
function walk(path: ObjectPath, root: Readonly<Record<string, unknown>>, objects: Objects): Found[] {
  let found: Found[] = [{ value: root, property: '' }]
  for (const step of path.steps) {
    const next: Found[] = []
    for (const { value, property } of found) {
      if (step.kind === 'key') {
        const target = typeof value === 'string' && /_refs?$/.test(property) ? objects.get(value) : value
        if (
          typeof target === 'object' &&
          target !== null &&
          !Array.isArray(target) &&
          Object.hasOwn(target, step.key)
        )
          next.push({ value: (target as Record<string, unknown>)[step.key], property: step.key })
      } else if (Array.isArray(value)) {
        if (step.kind === 'any') for (const one of value) next.push({ value: one, property })
        else if (value.at(step.index) !== undefined) next.push({ value: value.at(step.index), property })
      }
    }
    found = next
  }
  return found
}

type PropertyTest = Comparison & { op: 'test' }

function test(asked: PropertyTest, found: Found): boolean {
  const [constant] = asked.constants
  switch (asked.operator) {
    case 'IN':
      return asked.constants.some((one) => order(found, one) === 0)
    case 'LIKE': {
      const text = textOf(found)
      return (
        text !== undefined &&
        matchesWild(likeParts((constant as { value: string }).value), text.normalize('NFC'))
      )
    }
    case 'MATCHES': {
      const text = textOf(found)
      return text !== undefined && asked.regex!.test(text.normalize('NFC'))
    }
    case 'ISSUBSET':
      return typeof found.value === 'string' && isWithin(found.value, (constant as { value: string }).value)
    case 'ISSUPERSET':
      return typeof found.value === 'string' && isWithin((constant as { value: string }).value, found.value)
    default: {
      const way = order(found, constant!)
      if (asked.operator === '!=') return way !== 0
      if (way === undefined) return false
      if (asked.operator === '=') return way === 0
      if (asked.operator === '<') return way < 0
      if (asked.operator === '<=') return way <= 0
      return asked.operator === '>' ? way > 0 : way >= 0
    }
  }
}

/** Negative, zero, positive; undefined where the two can't be compared. */
function order({ value, property }: Found, constant: Constant): number | undefined {
  switch (constant.kind) {
    case 'number':
      return typeof value === 'number' ? value - constant.value : undefined
    case 'boolean':
      return typeof value === 'boolean' ? Number(value) - Number(constant.value) : undefined
    case 'timestamp': {
      if (typeof value !== 'string') return undefined
      const at = timestampNs(value)
      if (at === undefined)
        throw new StixPatternError(
          'STIX_DATA',
          `${property} holds no timestamp: ${JSON.stringify(value).slice(0, 60)}`,
        )
      return at < constant.value ? -1 : at > constant.value ? 1 : 0
    }
    case 'string':
      if (isBinary(property))
        return isByteText(constant.value)
          ? compareTexts(textOf({ value, property }), constant.value)
          : undefined
      return typeof value === 'string' ? compareTexts(value, constant.value) : undefined
    case 'binary': {
      const text = textOf({ value, property })
      return text !== undefined && isByteText(text) ? compareTexts(text, constant.value) : undefined
    }
  }
}

/** A property's text; of `_hex` and `_bin` properties the bytes, one a character. */
function textOf({ value, property }: Found): string | undefined {
  if (typeof value !== 'string') return undefined
  if (property.endsWith('_hex'))
    return /^([0-9a-f]{2})*$/i.test(value) ? Buffer.from(value, 'hex').toString('latin1') : undefined
  return property.endsWith('_bin') ? Buffer.from(value, 'base64').toString('latin1') : value
}

function isBinary(property: string): boolean {
  return property.endsWith('_hex') || property.endsWith('_bin')
}

function isByteText(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 0xff) return false
  return true
}

function compareTexts(a: string | undefined, b: string): number | undefined {
  if (a === undefined) return undefined
  return a < b ? -1 : a > b ? 1 : 0
}

function likeParts(text: string): PatternPart[] {
  return text
    .normalize('NFC')
    .split(/([%_])/)
    .filter((part) => part !== '')
    .map((part) => (part === '%' ? anyRun : part === '_' ? anyOne : part))
}

function isWithin(inner: string, outer: string): boolean {
  const [a, b] = [parseCidr(inner), parseCidr(outer)]
  if (!a || !b || a.bits !== b.bits || a.prefix < b.prefix) return false
  return isInCidr(b, inner.split('/')[0]!)
}
