import { SigmaError } from './errors.ts'
import { stringsOf } from './parse-detection.ts'
import { type CorrelationType, correlationTypes, type SigmaCorrelation, type Threshold } from './rule.ts'

const units: Readonly<Record<string, number>> = {
  s: 1e3,
  m: 60e3,
  h: 3600e3,
  d: 86_400e3,
  w: 604_800e3,
  M: 2_592_000e3,
  y: 31_536_000e3,
}
const operators = ['gt', 'gte', 'lt', 'lte', 'eq', 'neq'] as const

type Body = Omit<SigmaCorrelation, 'kind' | keyof import('./rule.ts').SigmaHeader>

/**
 * The correlation section of a document (correlation specification 2.1).
 * @throws {SigmaError} `SIGMA_STRUCTURE` where a mandatory part is missing or a value is none of those allowed
 */
export function parseCorrelation(
  body: Record<string, unknown>,
  document: Record<string, unknown>,
  where: string,
): Body {
  const type = String(body.type) as CorrelationType
  if (!correlationTypes.includes(type))
    throw fault(`a type (${correlationTypes.join(', ')})`, `"${type}"`, where)
  const rules = stringsOf(body.rules)
  if (rules.length === 0) throw fault('a list "rules"', JSON.stringify(body.rules) ?? 'none', where)
  const condition = (body.condition ?? {}) as Record<string, unknown>
  const fields = stringsOf(condition.field)
  const isTemporal = type === 'temporal' || type === 'temporal_ordered'
  const comparison = comparisonOf(condition, where)
  if (!isTemporal && comparison.length === 0)
    throw fault('a condition (gte: 10)', JSON.stringify(condition), where)
  if (type.startsWith('value_') && fields.length === 0)
    throw fault('"field" in the condition', JSON.stringify(condition), where)
  return {
    type,
    rules,
    groupBy: stringsOf(body['group-by']),
    timespan: timespanOf(body.timespan, where),
    condition: comparison,
    fields,
    percentile: typeof condition.percentile === 'number' ? condition.percentile : 50,
    aliases: aliasesOf(body.aliases, where),
    generate: (body.generate ?? document.generate) === true,
  }
}

function timespanOf(value: unknown, where: string): number {
  const match = /^(\d{1,9})([smhdwMy])$/.exec(String(value))
  if (!match) throw fault('a timespan such as 15s, 30m, 12h, 7d', `"${String(value)}"`, where)
  return Number(match[1]) * units[match[2]!]!
}

function comparisonOf(condition: Record<string, unknown>, where: string): Threshold {
  return Object.entries(condition).flatMap(([op, value]) => {
    if (op === 'field' || op === 'percentile') return []
    if (!(operators as readonly string[]).includes(op) || typeof value !== 'number')
      throw fault(`a comparison (${operators.join(', ')}) with a number`, `${op}: ${String(value)}`, where)
    return [{ op: op as (typeof operators)[number], value }]
  })
}

function aliasesOf(value: unknown, where: string): Map<string, Map<string, string>> {
  const aliases = new Map<string, Map<string, string>>()
  if (value === undefined || value === null) return aliases
  if (typeof value !== 'object' || Array.isArray(value)) throw fault('a map "aliases"', String(value), where)
  for (const [alias, fields] of Object.entries(value as Record<string, unknown>)) {
    if (typeof fields !== 'object' || fields === null)
      throw fault(`a map of rules to fields for ${alias}`, String(fields), where)
    aliases.set(
      alias,
      new Map(Object.entries(fields as Record<string, string>).map(([rule, field]) => [rule, String(field)])),
    )
  }
  return aliases
}

function fault(expected: string, found: string, where: string): SigmaError {
  return new SigmaError('SIGMA_STRUCTURE', {
    expected,
    found: found.slice(0, 100),
    where,
    remedy: 'Correct the correlation; it is set aside until then.',
  })
}
