import { parse } from 'yaml'
import { SigmaError } from '../sigma/errors.ts'
import { parseSigma } from '../sigma/parse-rule.ts'
import type { SigmaRule } from '../sigma/rule.ts'
import type { StreamLogic, StreamRule } from './stream-rule.ts'

type Json = Readonly<Record<string, unknown>>

/**
 * Reads one YAML file with a stream rule: Sigma's header, `select` (named pairs of logsource and detection) and `stream`.
 * @param where the file's name, for messages
 * @throws SigmaError where it is none, or a selection is no Sigma
 */
export function parseStreamRule(text: string, where: string): StreamRule {
  const body = mapOf(yamlOf(text, where), where, 'a map with title, select and stream')
  const select = mapOf(body.select, where, 'a map "select" of named selections')
  const selections = new Map<string, SigmaRule>()
  for (const [name, part] of Object.entries(select)) {
    const { logsource, ...detection } = mapOf(
      part,
      where,
      `a selection with logsource, searches and condition at select.${name}`,
    )
    selections.set(
      name,
      selectionOf(
        { title: String(body.title), id: `${String(body.id)}#${name}`, logsource, detection },
        where,
      ),
    )
  }
  const [first] = selections.values()
  if (!first) throw fault('at least one selection', 'none', where)
  const headerText = {
    ...body,
    select: undefined,
    stream: undefined,
    logsource: first.logSource,
    detection: { any: { x: 1 }, condition: 'any' },
  }
  const { documents, rejects } = parseSigma(JSON.stringify(headerText), where)
  if (rejects[0]) throw rejects[0]
  const {
    kind: _,
    logSource: __,
    searches: ___,
    conditions: ____,
    fields: _____,
    ...header
  } = documents[0] as SigmaRule
  return {
    ...header,
    version: String(body.version ?? body.modified ?? body.date ?? '1'),
    operations: Array.isArray(body.operations) ? body.operations.map(String) : [],
    selections,
    logic: logicOf(mapOf(body.stream, where, 'a map "stream"'), selections, where),
  }
}

function yamlOf(text: string, where: string): unknown {
  try {
    return parse(text)
  } catch (error) {
    throw fault('YAML', (error as Error).message.slice(0, 200), where)
  }
}

function selectionOf(rule: Json, where: string): SigmaRule {
  const { documents, rejects } = parseSigma(JSON.stringify(rule), where)
  if (rejects[0]) throw rejects[0]
  return documents[0] as SigmaRule
}

function logicOf(stream: Json, selections: ReadonlyMap<string, SigmaRule>, where: string): StreamLogic {
  const number = (name: string, otherwise?: number) => {
    const value = stream[name] ?? otherwise
    if (typeof value === 'number' && value >= 0) return value
    throw fault(`a number at stream.${name}`, JSON.stringify(value) ?? 'none', where)
  }
  const fields = (name: string) =>
    Array.isArray(stream[name])
      ? stream[name].map(String)
      : stream[name] === undefined
        ? []
        : [String(stream[name])]
  const span = (name: string) => durationOf(stream[name], `stream.${name}`, where)
  switch (stream.kind) {
    case 'surge':
      return {
        kind: 'surge',
        key: fields('key'),
        ...(stream.distinct !== undefined && { distinct: String(stream.distinct) }),
        bucket: span('bucket'),
        minEvents: number('minEvents'),
        minDistinct: number('minDistinct', 0),
        factor: number('factor'),
        deviations: number('deviations', 3),
        warmUp: number('warmUp', 10),
        ceiling: number('ceiling'),
      }
    case 'common-origin':
      return {
        kind: 'common-origin',
        before: { ...stepOf(stream.before, selections, where), origin: originOf(stream.before, where) },
        after: stepOf(stream.after, selections, where),
        within: span('within'),
        window: span('window'),
        minHosts: number('minHosts'),
        minShare: number('minShare', 0.5),
        factor: number('factor', 4),
        warmUp: number('warmUp', 0),
      }
    case 'some-of':
      return { kind: 'some-of', key: fields('key'), window: span('window'), atLeast: number('atLeast') }
    case 'travel':
      return {
        kind: 'travel',
        key: fields('key'),
        latitude: String(stream.latitude),
        longitude: String(stream.longitude),
        maxSpeed: number('maxSpeed', 1000),
        minDistance: number('minDistance', 500),
        window: span('window'),
      }
    default:
      throw fault(
        'stream.kind: surge, common-origin, some-of or travel',
        JSON.stringify(stream.kind) ?? 'none',
        where,
      )
  }
}

function stepOf(
  value: unknown,
  selections: ReadonlyMap<string, SigmaRule>,
  where: string,
): { select: readonly string[]; host: string; target?: string } {
  const step = mapOf(value, where, 'a step with select and host')
  const select = (Array.isArray(step.select) ? step.select : [step.select]).map(String)
  for (const name of select)
    if (!selections.has(name))
      throw fault(`one of the selections ${[...selections.keys()].join(', ')}`, name, where)
  if (typeof step.host !== 'string')
    throw fault('the field of the host in a step', JSON.stringify(step.host) ?? 'none', where)
  return { select, host: step.host, ...(typeof step.target === 'string' && { target: step.target }) }
}

function originOf(value: unknown, where: string): string {
  const { origin } = mapOf(value, where, 'a step with origin')
  if (typeof origin === 'string') return origin
  throw fault('the field of the origin in stream.before', JSON.stringify(origin) ?? 'none', where)
}

const units: Readonly<Record<string, number>> = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 }

function durationOf(value: unknown, place: string, where: string): number {
  const found = /^(\d+)([smhd])$/.exec(String(value))
  if (!found) throw fault(`a duration (30s, 5m, 2h, 1d) at ${place}`, JSON.stringify(value) ?? 'none', where)
  return Number(found[1]) * units[found[2]!]!
}

function mapOf(value: unknown, where: string, expected: string): Json {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Json
  throw fault(expected, JSON.stringify(value)?.slice(0, 100) ?? 'none', where)
}

function fault(expected: string, found: string, where: string): SigmaError {
  return new SigmaError('SIGMA_STRUCTURE', {
    expected,
    found,
    where,
    remedy: 'docs/methods/stream-rules.md tells the form; the rule is set aside until then.',
  })
}
