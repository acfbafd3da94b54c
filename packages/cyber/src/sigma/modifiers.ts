import { parseCidr } from './cidr.ts'
import { base64, base64Offsets, bytesAsText, utf8Bytes, utf16Bytes } from './encode.ts'
import { SigmaError, type SigmaErrorCode } from './errors.ts'
import { anyRun, type PatternPart, parsePattern, type TextMode, testOf } from './pattern.ts'
import type { Atom, Predicate, Test, TimePart } from './predicate.ts'
import { compileRegex, leastLength, requiredLiteral } from './regex.ts'
import type { FieldItem, SigmaScalar } from './rule.ts'
import { dashForms } from './windash.ts'

/** Values for `%name%` under the `expand` modifier. */
export type Placeholders = ReadonlyMap<string, readonly string[]>

const timeParts: readonly string[] = ['minute', 'hour', 'day', 'week', 'month', 'year']
const comparisons: readonly string[] = ['lt', 'lte', 'gt', 'gte']
const known = new Set(
  'all startswith endswith contains exists cased neq windash re i m s ignorecase multiline dotall base64 base64offset utf16 utf16le utf16be wide lt lte gt gte cidr expand fieldref'
    .split(' ')
    .concat(timeParts),
)

/** A value on its way through the modifiers: text cut at wildcards, or the bytes an encoding made of it. */
type Carried = { readonly parts: readonly PatternPart[] } | { readonly bytes: Uint8Array }

/**
 * The predicate of one `field|modifier...: values` (modifiers appendix 2.1, all of them; applied in their order).
 * @throws {SigmaError} `SIGMA_MODIFIER` for an unknown one or one that does not go with the value,
 *   `SIGMA_PLACEHOLDER` for a placeholder nobody gave a value
 */
export function predicateOf(item: FieldItem, placeholders: Placeholders, where: string): Predicate {
  const place = `${where}.${[item.field, ...item.modifiers].join('|')}`
  const has = (name: string) => item.modifiers.includes(name)
  for (const modifier of item.modifiers)
    if (!known.has(modifier))
      throw fault('SIGMA_MODIFIER', 'a modifier of specification 2.1', `"${modifier}"`, place)
  const values = item.values.flatMap((value) => expand(value, has('expand'), placeholders, place))
  const perValue = values.map((value) => valuePredicate(item, value, place))
  const isAll = has('all')
  const all: Predicate = perValue.length === 1 ? perValue[0]! : { op: isAll ? 'and' : 'or', items: perValue }
  return has('neq') ? { op: 'not', item: all } : all
}

function valuePredicate(item: FieldItem, value: SigmaScalar, where: string): Predicate {
  const tests = testsOf(item, value, where)
  const atoms = tests.map(
    (test): Predicate => ({ op: 'atom', atom: { field: item.field, test } satisfies Atom }),
  )
  const one: Predicate = atoms.length === 1 ? atoms[0]! : { op: 'or', items: atoms }
  return item.modifiers.includes('exists') && value === false ? { op: 'not', item: one } : one
}

function testsOf(item: FieldItem, value: SigmaScalar, where: string): Test[] {
  const has = (name: string) => item.modifiers.includes(name)
  if (has('exists')) {
    if (typeof value !== 'boolean') throw fault('SIGMA_VALUE', 'true or false', JSON.stringify(value), where)
    return [{ kind: 'exists' }]
  }
  if (value === null) return [{ kind: 'null' }]
  const part = item.modifiers.find((name) => timeParts.includes(name)) as TimePart | undefined
  const op = item.modifiers.find((name) => comparisons.includes(name)) as
    | 'lt'
    | 'lte'
    | 'gt'
    | 'gte'
    | undefined
  if (part) return [{ kind: 'time', part, op: op ?? 'eq', value: numberOf(value, where) }]
  if (op) return [{ kind: 'number', op, value: numberOf(value, where) }]
  if (has('cidr')) return [cidrTest(String(value), where)]
  if (has('fieldref'))
    return [{ kind: 'fieldref', field: String(value), mode: modeOf(item), cased: has('cased') }]
  if (has('re')) return [regexTest(item, String(value), where)]
  return stringTests(item, String(value), where)
}

function modeOf(item: FieldItem): TextMode {
  if (item.modifiers.includes('contains')) return 'contains'
  if (item.modifiers.includes('startswith')) return 'prefix'
  return item.modifiers.includes('endswith') ? 'suffix' : 'exact'
}

function stringTests(item: FieldItem, value: string, where: string): Test[] {
  let carried: Carried[] = [{ parts: parsePattern(value) }]
  for (const modifier of item.modifiers) {
    carried = carried.flatMap((one) => apply(modifier, one, where))
  }
  const cased = item.modifiers.includes('cased')
  return carried.map((one) => {
    const parts = 'bytes' in one ? [bytesAsText(one.bytes)] : one.parts
    // A keyword is looked for anywhere in the record's text.
    const around = item.field === '' ? wrap(parts, true, true) : parts
    return testOf(around, cased)
  })
}

function apply(modifier: string, one: Carried, where: string): Carried[] {
  const text = () => plainText(one, modifier, where)
  const parts = () => ('bytes' in one ? [bytesAsText(one.bytes)] : one.parts)
  switch (modifier) {
    case 'contains':
      return [{ parts: wrap(parts(), true, true) }]
    case 'startswith':
      return [{ parts: wrap(parts(), false, true) }]
    case 'endswith':
      return [{ parts: wrap(parts(), true, false) }]
    case 'windash':
      return dashForms(parts()).map((form) => ({ parts: form }))
    case 'utf16le':
    case 'wide':
      return [{ bytes: utf16Bytes(text(), 'le') }]
    case 'utf16be':
      return [{ bytes: utf16Bytes(text(), 'be') }]
    case 'utf16':
      return [{ bytes: utf16Bytes(text(), 'le', true) }]
    case 'base64':
      return [{ parts: [base64('bytes' in one ? one.bytes : utf8Bytes(text()))] }]
    case 'base64offset':
      return base64Offsets('bytes' in one ? one.bytes : utf8Bytes(text())).map((form) => ({ parts: [form] }))
    default:
      return [one]
  }
}

function wrap(parts: readonly PatternPart[], before: boolean, after: boolean): PatternPart[] {
  const out = [...parts]
  if (before && out[0] !== anyRun) out.unshift(anyRun)
  if (after && (out.at(-1) !== anyRun || out.length === 0)) out.push(anyRun)
  return out
}

function plainText(one: Carried, modifier: string, where: string): string {
  if ('bytes' in one) return bytesAsText(one.bytes)
  if (one.parts.some((part) => typeof part !== 'string'))
    throw fault(
      'SIGMA_MODIFIER',
      `a value without wildcards before "${modifier}"`,
      'one with wildcards',
      where,
    )
  return one.parts.join('')
}

function regexTest(item: FieldItem, source: string, where: string): Test {
  const names: Record<string, string> = { ignorecase: 'i', multiline: 'm', dotall: 's' }
  const flags = new Set(
    item.modifiers.map((name) => names[name] ?? name).filter((name) => /^[ims]$/.test(name)),
  )
  return {
    kind: 'regex',
    regex: compileRegex(source, flags, where),
    literal: requiredLiteral(source),
    minLength: leastLength(source),
  }
}

function cidrTest(value: string, where: string): Test {
  const cidr = parseCidr(value)
  if (!cidr) throw fault('SIGMA_VALUE', 'a network such as 10.0.0.0/8 or fe80::/10', `"${value}"`, where)
  return { kind: 'cidr', cidr }
}

function numberOf(value: SigmaScalar, where: string): number {
  const number = typeof value === 'number' ? value : Number(value)
  if (value === '' || typeof value === 'boolean' || !Number.isFinite(number))
    throw fault('SIGMA_VALUE', 'a number', JSON.stringify(value), where)
  return number
}

const placeholder = /(\\?)%([^%\\\s]+)%/g

function expand(
  value: SigmaScalar,
  isWanted: boolean,
  placeholders: Placeholders,
  where: string,
): SigmaScalar[] {
  if (!isWanted || typeof value !== 'string') return [value]
  const match = [...value.matchAll(placeholder)].find(([, escaped]) => escaped === '')
  if (!match) return [value.replaceAll('\\%', '%')]
  const values = placeholders.get(match[2]!)
  if (!values)
    throw new SigmaError('SIGMA_PLACEHOLDER', {
      expected: `values for the placeholder %${match[2]}%`,
      found: 'none',
      where,
      remedy: `Give them in the site's tuning file under placeholders.${match[2]}; the rule is set aside until then.`,
    })
  return values.flatMap((one) =>
    expand(
      value.replace(match[0], () => one),
      true,
      placeholders,
      where,
    ),
  )
}

function fault(code: SigmaErrorCode, expected: string, found: string, where: string): SigmaError {
  return new SigmaError(code, {
    expected,
    found,
    where,
    remedy: 'Correct the rule; it is set aside until then.',
  })
}
