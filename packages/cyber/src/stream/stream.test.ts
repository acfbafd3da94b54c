import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { LogRecord } from '../records/record.ts'
import { parseStreamRule } from './parse-stream.ts'
import { StreamEngine } from './stream-engine.ts'

const text = (
  stream: string,
  select = 'a: {logsource: {category: firewall}, any: {dst_ip|exists: true}, condition: any}',
) =>
  `title: Test\nid: test\ndescription: d\nlevel: high\ntags: [attack.t1498]\nselect:\n  ${select}\nstream: ${stream}\n`
const surge = text(
  '{kind: surge, key: [dst_ip], distinct: src_ip, bucket: 1m, minEvents: 5, minDistinct: 3, factor: 3, warmUp: 2, ceiling: 10}',
)
const common = text(
  '{kind: common-origin, before: {select: a, host: src_ip, origin: dst_ip}, after: {select: b, host: src_ip}, within: 1h, window: 5m, minHosts: 3}',
  'a: {logsource: {category: firewall}, p: {dst_port: 80}, condition: p}\n  b: {logsource: {category: firewall}, p: {dst_port: 445}, condition: p}',
)
const logClass = {
  key: 'fw',
  services: [],
  categories: [{ name: 'firewall', fields: { dst_ip: 'destination' } }],
}
const record = (time: number, src: string, dst = 'x', port = 80): LogRecord => ({
  class: logClass,
  time,
  where: `line ${time}`,
  fields: { src_ip: src, destination: dst, dst_port: port },
})

describe('stream rules', () => {
  it('read their header, selections and logic', () => {
    const rule = parseStreamRule(surge, 'test.yml')
    expect(rule).toMatchObject({
      title: 'Test',
      level: 'high',
      tags: ['attack.t1498'],
      logic: { kind: 'surge', bucket: 60_000, deviations: 3 },
    })
    expect([...rule.selections.keys()]).toEqual(['a'])
  })

  it.each([
    ['no YAML', '{'],
    ['no selection', 'title: T\nid: t\nselect: {}\nstream: {kind: surge}\n'],
    [
      'a selection that is no Sigma',
      text('{kind: some-of, key: [a], window: 1d, atLeast: 2}', 'a: {any: {x: 1}, condition: any}'),
    ],
    ['an unknown kind', text('{kind: magic}')],
    ['no duration', text('{kind: surge, key: [a], bucket: soon, minEvents: 1, factor: 1, ceiling: 1}')],
    [
      'a step that selects nothing',
      text(
        '{kind: common-origin, before: {select: z, host: h, origin: o}, after: {select: a, host: h}, within: 1h, window: 1m, minHosts: 2}',
      ),
    ],
  ])('%s is a named error', (_, wrong) => {
    expect(() => parseStreamRule(wrong, 'test.yml')).toThrow(/test\.yml/)
  })

  it('read fields by the names that the category has for them in each class of records', () => {
    const engine = new StreamEngine([parseStreamRule(surge, 'test.yml')])
    const found = Array.from({ length: 12 }, (_, i) => engine.observe(record(i, `s${i}`))).flat()
    expect(found).toMatchObject([{ key: 'x', measures: { events: 10, distinct: 10 } }])
  })

  it('pass over records without a time', () => {
    const engine = new StreamEngine([parseStreamRule(surge, 'test.yml')])
    const { time: _, ...timeless } = record(0, 's')
    for (let i = 0; i < 50; i++)
      expect(engine.observe({ ...timeless, fields: { src_ip: `s${i}`, destination: 'x' } })).toEqual([])
  })

  it('an alarm does not teach that alarms are usual', () => {
    const engine = new StreamEngine([parseStreamRule(surge, 'test.yml')])
    const bucket = (minute: number, sources: number) =>
      Array.from({ length: sources }, (_, i) => engine.observe(record(minute * 60_000 + i, `s${i}`))).flat()
    for (let minute = 0; minute < 20; minute++) bucket(minute, 4)
    for (let minute = 20; minute < 24; minute++)
      expect(bucket(minute, 200).length, `minute ${minute}`).toBeGreaterThan(0)
  })

  it('go on from a snapshot exactly where an earlier run stood, over JSON', () => {
    const rules = [
      parseStreamRule(surge, 'surge.yml'),
      { ...parseStreamRule(common, 'common.yml'), id: 'common' },
    ]
    const records = fc.array(
      fc.record({
        gap: fc.integer({ min: 0, max: 30_000 }),
        src: fc.integer({ min: 0, max: 15 }),
        dst: fc.constantFrom('x', 'y'),
        port: fc.constantFrom(80, 445),
      }),
      { maxLength: 120 },
    )
    fc.assert(
      fc.property(records, fc.nat(), (steps, cut) => {
        let time = 0
        const all = steps.map(({ gap, src, dst, port }) => {
          time += gap
          return record(time, `s${src}`, dst, port)
        })
        const run = (engine: StreamEngine, some: readonly LogRecord[]) =>
          some.flatMap((one) => engine.observe(one))
        const plain = (found: readonly object[]) => JSON.stringify(found)
        const whole = run(new StreamEngine(rules), all)
        const at = all.length === 0 ? 0 : cut % all.length
        const first = new StreamEngine(rules)
        const before = run(first, all.slice(0, at))
        const second = new StreamEngine(rules, JSON.parse(JSON.stringify(first.snapshot())))
        expect(plain([...before, ...run(second, all.slice(at))])).toBe(plain(whole))
      }),
      { numRuns: 60 },
    )
  })

  it('keep their state bounded, however many keys come', () => {
    const engine = new StreamEngine([parseStreamRule(surge, 'test.yml')])
    for (let i = 0; i < 30_000; i++) engine.observe(record(i, 's', `target-${i}`))
    expect((engine.snapshot().test as unknown[]).length).toBe(20_000)
  })
})
