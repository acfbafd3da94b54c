import { describe, expect, it } from 'vitest'
import type { LogRecord } from '../records/record.ts'
import { CorrelationEngine, type CorrelationHit } from './correlation.ts'
import { parseSigma } from './parse-rule.ts'
import type { SigmaCorrelation, SigmaRule } from './rule.ts'
import { processCreation } from './testing-rules.ts'

const base = ['a', 'b', 'c'].map(
  (name) =>
    `title: ${name}\nname: ${name}\nlogsource: {product: windows}\ndetection:\n  s:\n    A: ${name}\n  condition: s\n`,
)

/** Runs `[second, rule, fields]` through a correlation written in YAML. */
function run(
  correlation: string,
  events: readonly (readonly [number, string, Record<string, unknown>])[],
): CorrelationHit[] {
  const documents = parseSigma([...base, correlation].join('---\n'), 'test.yml')
  expect(documents.rejects).toEqual([])
  const rules = documents.documents.filter((one): one is SigmaRule => one.kind === 'rule')
  const engine = new CorrelationEngine(
    documents.documents.filter((one): one is SigmaCorrelation => one.kind === 'correlation'),
    rules,
  )
  expect(engine.rejects).toEqual([])
  const hits = events.flatMap(([second, name, fields]) => {
    const record: LogRecord = { ...processCreation(fields), time: second * 1000, where: `log:${second}` }
    const met = rules.filter((rule) => rule.name === name)
    return [...engine.advance(second * 1000), ...engine.observe(record, met)]
  })
  return [...hits, ...engine.advance(1e12)]
}

const of = (body: string) =>
  `title: T\nid: t\ncorrelation:\n  group-by: [User]\n  timespan: 10s\n${body.replace(/^/gm, '  ')}\n`
const k = { User: 'kim' }

describe('event_count', () => {
  const count = of('type: event_count\nrules: [a]\ncondition:\n  gte: 3')
  it('counts a group within a sliding window, and tells an episode once', () => {
    expect(
      run(count, [
        [1, 'a', k],
        [6, 'a', k],
        [10, 'a', k],
        [11, 'a', k],
      ]),
    ).toMatchObject([{ group: { User: 'kim' }, start: 1000, end: 10_000, measure: 3, grown: false }])
  })
  it('does not join groups, nor what lies too far apart', () => {
    expect(
      run(count, [
        [1, 'a', k],
        [2, 'a', { User: 'lee' }],
        [3, 'a', k],
        [20, 'a', k],
      ]),
    ).toEqual([])
  })
  it('passes over events without the group', () => {
    expect(
      run(count, [
        [1, 'a', {}],
        [2, 'a', {}],
        [3, 'a', {}],
      ]),
    ).toEqual([])
  })
  it('fewer than: judged when the window has closed', () => {
    const few = of('type: event_count\nrules: [a]\ncondition:\n  lt: 2')
    expect(run(few, [[1, 'a', k]])).toHaveLength(1)
    expect(
      run(few, [
        [1, 'a', k],
        [2, 'a', k],
      ]),
    ).toHaveLength(0)
  })
})

describe('the values', () => {
  const of3 = (values: readonly number[]) =>
    values.map((n, i): [number, string, Record<string, unknown>] => [i, 'a', { ...k, n }])
  it('value_count counts distinct ones', () => {
    const text = of('type: value_count\nrules: [a]\ncondition:\n  field: n\n  gte: 3')
    expect(run(text, of3([1, 1, 2, 2]))).toHaveLength(0)
    expect(run(text, of3([1, 2, 3]))).toHaveLength(1)
  })
  it('value_sum, value_avg, value_percentile', () => {
    const text = (type: string, rest: string) =>
      of(`type: ${type}\nrules: [a]\ncondition:\n  field: n\n  ${rest}`)
    expect(run(text('value_sum', 'gt: 10'), of3([5, 5, 1]))).toMatchObject([{ measure: 11 }])
    expect(run(text('value_avg', 'gt: 4'), of3([1, 9, 5]))).toMatchObject([{ measure: 5 }])
    expect(run(text('value_avg', 'gt: 4'), of3([9, 1, 1]))).toEqual([])
    expect(run(text('value_percentile', 'gte: 5'), of3([1, 5, 100]))).toMatchObject([{ measure: 5 }])
    expect(run(text('value_percentile', 'percentile: 90\n  gt: 50'), of3([1, 5, 100]))).toHaveLength(1)
  })
})

describe('proximity', () => {
  const near = of('type: temporal\nrules: [a, b, c]')
  const ordered = of('type: temporal_ordered\nrules: [a, b, c]')
  it('wants all rules in any order; ordered wants them in theirs', () => {
    const events: [number, string, Record<string, unknown>][] = [
      [1, 'c', k],
      [2, 'a', k],
      [3, 'b', k],
    ]
    expect(run(near, events)).toHaveLength(1)
    expect(run(ordered, events)).toHaveLength(0)
    expect(run(ordered, [...events, [4, 'c', k]])).toHaveLength(1)
  })
  it('ends with the timespan', () => {
    expect(
      run(ordered, [
        [1, 'a', k],
        [5, 'b', k],
        [12, 'c', k],
      ]),
    ).toHaveLength(0)
  })
  it('joins different fields by aliases', () => {
    const text = `title: T\ncorrelation:\n  type: temporal\n  rules: [a, b]\n  group-by: [ip]\n  timespan: 10s\n  aliases:\n    ip:\n      a: src\n      b: dst\n`
    expect(
      run(text, [
        [1, 'a', { src: '1.1.1.1' }],
        [2, 'b', { dst: '1.1.1.1' }],
      ]),
    ).toHaveLength(1)
    expect(
      run(text, [
        [1, 'a', { src: '1.1.1.1' }],
        [2, 'b', { src: '1.1.1.1', dst: '2.2.2.2' }],
      ]),
    ).toHaveLength(0)
  })
})

it('correlations chain', () => {
  const many = `title: many\nname: many\ncorrelation:\n  type: event_count\n  rules: [a]\n  group-by: [User]\n  timespan: 10s\n  condition:\n    gte: 2\n`
  const text = `${many}---\n${of('type: temporal_ordered\nrules: [many, b]')}`
  const hits = run(text, [
    [1, 'a', k],
    [2, 'a', k],
    [3, 'b', k],
  ])
  expect(hits.map((hit) => hit.correlation.title)).toEqual(['many', 'T'])
})

it('one that names an unknown rule, or itself, is a named error', () => {
  const parse = (text: string) => parseSigma(text, 'x.yml').documents as SigmaCorrelation[]
  const unknown = parse(of('type: temporal\nrules: [zzz]'))
  expect(new CorrelationEngine(unknown, []).rejects[0]?.code).toBe('SIGMA_REFERENCE')
  expect(new CorrelationEngine(parse(of('type: temporal\nrules: [t]')), []).rejects).toHaveLength(1)
})

it('goes on exactly where a snapshot stood', () => {
  const { documents } = parseSigma(
    [...base, of('type: event_count\nrules: [a]\ncondition:\n  gte: 3')].join('---\n'),
    'x',
  )
  const rules = documents.filter((one): one is SigmaRule => one.kind === 'rule')
  const build = () =>
    new CorrelationEngine(
      documents.filter((one): one is SigmaCorrelation => one.kind === 'correlation'),
      rules,
    )
  const record = (second: number) => ({ ...processCreation(k), time: second * 1000, where: 'x' })
  const first = build()
  first.observe(record(1), [rules[0]!])
  first.observe(record(2), [rules[0]!])
  const second = build()
  second.restore(JSON.parse(JSON.stringify(first.snapshot())))
  expect(second.observe(record(3), [rules[0]!])).toEqual(first.observe(record(3), [rules[0]!]))
  expect(second.observe(record(4), [rules[0]!])).toEqual([])
})
