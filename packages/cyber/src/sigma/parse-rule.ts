import { parseAllDocuments } from 'yaml'
import { SigmaError, type SigmaErrorCode } from './errors.ts'
import { parseCorrelation } from './parse-correlation.ts'
import { parseSearches, stringsOf } from './parse-detection.ts'
import {
  type LogSource,
  type SigmaDocument,
  type SigmaFilter,
  type SigmaHeader,
  type SigmaLevel,
  type SigmaRule,
  sigmaLevels,
} from './rule.ts'

/** What a file of rules held: documents, and what could not be read. */
export interface SigmaReading {
  readonly documents: readonly SigmaDocument[]
  readonly rejects: readonly SigmaError[]
}

/**
 * Reads one YAML file of Sigma rules, correlations and filters (specification 2.1; several documents a file). A
 * document that is wrong is a named error, the others go on.
 * @param where the file's name, for messages
 */
export function parseSigma(text: string, where: string): SigmaReading {
  const documents: SigmaDocument[] = []
  const rejects: SigmaError[] = []
  let parsed: ReturnType<typeof parseAllDocuments>
  try {
    parsed = parseAllDocuments(text, { maxAliasCount: 100 } as never)
  } catch (error) {
    return { documents, rejects: [yamlFault((error as Error).message, where)] }
  }
  if (!Array.isArray(parsed)) return { documents, rejects: [yamlFault('no document', where)] }
  for (const [i, document] of parsed.entries()) {
    const place = parsed.length > 1 ? `${where}, document ${i + 1}` : where
    try {
      if (document.errors.length > 0) throw yamlFault(document.errors[0]!.message, place)
      documents.push(documentOf(document.toJS({ maxAliasCount: 100 }), place))
    } catch (error) {
      rejects.push(error instanceof SigmaError ? error : yamlFault((error as Error).message, place))
    }
  }
  return { documents, rejects }
}

function documentOf(value: unknown, where: string): SigmaDocument {
  const body = mapOf(value, where, 'a map with title and detection, correlation or filter')
  if (body.action !== undefined)
    throw fault('SIGMA_UNSUPPORTED', 'a document of specification 2', `action: ${String(body.action)}`, where)
  const header = headerOf(body, where)
  if (body.correlation !== undefined)
    return {
      ...header,
      kind: 'correlation',
      ...parseCorrelation(mapOf(body.correlation, where), body, where),
    }
  const logSource = logSourceOf(body.logsource, where)
  if (body.filter !== undefined) return filterOf(header, logSource, mapOf(body.filter, where), where)
  return ruleOf(header, logSource, body, where)
}

function ruleOf(
  header: SigmaHeader,
  logSource: LogSource,
  body: Record<string, unknown>,
  where: string,
): SigmaRule {
  const detection = mapOf(body.detection, where, 'a map "detection"')
  const { condition, timeframe, ...searches } = detection
  if (timeframe !== undefined && /\|/.test(String(condition)))
    throw fault('SIGMA_UNSUPPORTED', 'a correlation rule', 'timeframe with an aggregation', where)
  return {
    ...header,
    kind: 'rule',
    logSource,
    searches: parseSearches(searches, where),
    conditions: conditionsOf(condition, where),
    fields: stringsOf(body.fields),
  }
}

function filterOf(
  header: SigmaHeader,
  logSource: LogSource,
  filter: Record<string, unknown>,
  where: string,
): SigmaFilter {
  const { condition, rules, ...searches } = filter
  const isAny = typeof rules === 'string' && rules.toLowerCase() === 'any'
  const names = isAny ? [] : stringsOf(rules)
  if (!isAny && names.length === 0)
    throw fault('SIGMA_STRUCTURE', 'a list "rules" in the filter', JSON.stringify(rules) ?? 'none', where)
  return {
    ...header,
    kind: 'filter',
    logSource,
    rules: names,
    searches: parseSearches(searches, where),
    conditions: conditionsOf(condition, where),
  }
}

function headerOf(body: Record<string, unknown>, where: string): SigmaHeader {
  const text = (key: string) => (typeof body[key] === 'string' ? (body[key] as string) : undefined)
  const [title, id, name] = [text('title'), text('id'), text('name')]
  if (title === undefined)
    throw fault('SIGMA_STRUCTURE', 'a title', JSON.stringify(body.title) ?? 'none', where)
  const level = (text('level') ?? 'medium').toLowerCase()
  if (!(sigmaLevels as readonly string[]).includes(level))
    throw fault('SIGMA_STRUCTURE', `a level (${sigmaLevels.join(', ')})`, `"${level}"`, where)
  const optional = ['status', 'description', 'author', 'date', 'modified'] as const
  return {
    title,
    id: id ?? name ?? title,
    ...(name !== undefined && { name }),
    level: level as SigmaLevel,
    tags: stringsOf(body.tags).map((tag) => tag.toLowerCase()),
    references: stringsOf(body.references),
    falsePositives: stringsOf(body.falsepositives),
    where,
    ...Object.fromEntries(optional.flatMap((key) => (text(key) === undefined ? [] : [[key, text(key)]]))),
  }
}

function logSourceOf(value: unknown, where: string): LogSource {
  const body = mapOf(value, where, 'a map "logsource"')
  const part = (key: string) =>
    typeof body[key] === 'string' ? { [key]: (body[key] as string).toLowerCase() } : {}
  const source: LogSource = { ...part('product'), ...part('category'), ...part('service') }
  if (Object.keys(source).length === 0)
    throw fault('SIGMA_STRUCTURE', 'product, category or service in logsource', 'none of them', where)
  return source
}

function conditionsOf(value: unknown, where: string): string[] {
  const conditions = stringsOf(value)
  if (conditions.length === 0)
    throw fault('SIGMA_STRUCTURE', 'a condition', JSON.stringify(value) ?? 'none', where)
  return conditions
}

function mapOf(value: unknown, where: string, expected = 'a map'): Record<string, unknown> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return value as Record<string, unknown>
  throw fault('SIGMA_STRUCTURE', expected, (JSON.stringify(value) ?? 'nothing').slice(0, 80), where)
}

function fault(code: SigmaErrorCode, expected: string, found: string, where: string): SigmaError {
  return new SigmaError(code, {
    expected,
    found,
    where,
    remedy: 'Correct the rule; it is set aside until then.',
  })
}

function yamlFault(message: string, where: string): SigmaError {
  return fault('SIGMA_YAML', 'YAML', message.split('\n')[0]!.slice(0, 160), where)
}
