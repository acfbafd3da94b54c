import type { Finding } from '@cordon/model'
import { describe, expect, it } from 'vitest'
import type { LogRecord } from '../records/record.ts'
import { WindowsRecords } from '../records/windows.ts'
import { SigmaEngine } from '../sigma/engine.ts'
import { parseSigma } from '../sigma/parse-rule.ts'
import type { SigmaCorrelation, SigmaRule } from '../sigma/rule.ts'
import { parseKnownFalsePositives } from '../sigma/tuning.ts'
import { PatternMatcher } from '../stix/pattern-matcher.ts'
import { type CyberOptions, CyberWatch } from './cyber-watch.ts'
import type { CyberKnowledge } from './knowledge.ts'
import { navigatorLayer } from './navigator-layer.ts'
import { noTuning, parseSiteTuning } from './site-tuning.ts'

const rules = `
title: Who am I
id: whoami
status: test
level: high
modified: 2016-01-01
tags: [attack.discovery, attack.t1033, attack.g0032]
falsepositives: [Administrators, Unknown]
logsource: {product: windows, category: process_creation}
detection:
  s:
    Image|endswith: '\\whoami.exe'
  condition: s
---
title: Disk wiped
id: wiped
name: wiped
level: informational
logsource: {product: windows, category: process_creation}
detection:
  s:
    CommandLine|contains: wipe
  condition: s
---
title: Many hosts wiped
id: many-wiped
level: critical
tags: [attack.t1561.002]
correlation:
  type: value_count
  rules: [wiped]
  timespan: 10m
  condition: {field: host, gte: 3}
`
const { documents } = parseSigma(rules, 'rules.yml')
const knowledge = (more: Partial<CyberKnowledge> = {}): CyberKnowledge => ({
  engine: new SigmaEngine(documents.filter((one): one is SigmaRule => one.kind === 'rule')),
  correlations: documents.filter((one): one is SigmaCorrelation => one.kind === 'correlation'),
  streams: [],
  tuning: noTuning,
  knownFalsePositives: [],
  matchers: [],
  level: 'low',
  versions: { test: '1' },
  ...more,
})
const day = Date.UTC(2016, 1, 4)
const records = new WindowsRecords()
let line = 0
const process = (host: string, minute: number, fields: Record<string, unknown>): LogRecord =>
  records.read(
    {
      Channel: 'Microsoft-Windows-Sysmon/Operational',
      EventID: 1,
      Computer: host,
      UtcTime: new Date(day + minute * 60_000).toISOString(),
      ...fields,
    },
    `log:${++line}`,
  )!
const whoami = (host: string, minute: number) => process(host, minute, { Image: 'C:\\whoami.exe' })
const wipe = (host: string, minute: number) => process(host, minute, { CommandLine: 'wipe c:' })

function run(seen: readonly LogRecord[], known = knowledge(), options: CyberOptions = {}) {
  const watch = new CyberWatch(options)
  watch.start(known)
  const told = [...watch.observe(seen), ...watch.advance(Number.MAX_SAFE_INTEGER)]
  const last = new Map<string, Finding>()
  for (const finding of told)
    if ((last.get(finding.id)?.revision ?? -1) < finding.revision) last.set(finding.id, finding)
  return { watch, told, findings: [...last.values()] }
}

describe('a rule that a host met', () => {
  it('is one finding a day, which grows and is told when it has doubled', () => {
    const { told, findings } = run(Array.from({ length: 100 }, (_, i) => whoami('ws1', i)))
    expect(told.map(({ revision }) => revision >> 1)).toEqual([1, 2, 4, 8, 16, 32, 64, 100])
    expect(findings).toMatchObject([
      {
        state: 'closed',
        watch: 'cyber',
        rule: 'whoami',
        ruleVersion: '2016-01-01',
        severity: 'high',
        score: 0.8,
        subjects: [{ kind: 'host', id: 'ws1' }],
        matches: [
          { kind: 'rule', id: 'whoami' },
          { kind: 'stix', id: 'T1033' },
          { kind: 'stix', id: 'G0032' },
        ],
        window: { start: day, end: day + 99 * 60_000 },
        knowledgeVersions: { test: '1' },
        statement: 'The host ws1 met "Who am I" 100 times on 2016-02-04.',
      },
    ])
    const { evidence } = findings[0]!
    expect(evidence.filter(({ feature }) => feature === 'record')).toHaveLength(5)
    expect(evidence.find(({ feature }) => feature === 'falsePositives')?.candidate).toBe('Administrators')
    expect(evidence.find(({ feature }) => feature === 'Image')).toMatchObject({
      query: 'C:\\whoami.exe',
      candidate: 'ends with "\\\\whoami.exe"',
    })
  })
  it('on two hosts or two days is as many findings, in whatever order they come', () => {
    const seen = [whoami('ws1', 0), whoami('ws2', 0), whoami('ws1', 1440), whoami('ws2', 5)]
    const ids = (list: readonly LogRecord[]) =>
      run(list)
        .findings.map(({ id, revision }) => [id, revision])
        .sort()
    expect(run(seen).findings).toHaveLength(3)
    expect(ids([...seen].reverse())).toEqual(ids(seen))
  })
  it('below the level that is asked for is not told', () => {
    expect(run([whoami('ws1', 0)], knowledge({ level: 'critical' })).findings).toEqual([])
  })
  it('that the site expects is set aside and counted', () => {
    const { known } = parseKnownFalsePositives('RuleId;RuleName;MatchString\nwhoami;x;ws1', 'fp.csv')
    const csv = run([whoami('ws1', 0), whoami('ws2', 0)], knowledge({ knownFalsePositives: known }))
    expect(csv.findings).toHaveLength(1)
    expect([...csv.watch.setAside]).toEqual([['whoami', 1]])
    const tuning = parseSiteTuning(
      'levels: {whoami: low}\nignore:\n  - rule: Who am I\n    hosts: [srv*]\n',
      't.yml',
    )
    const yaml = run([whoami('SRV9', 0), whoami('ws2', 0)], knowledge({ tuning }))
    expect(yaml.findings).toMatchObject([{ severity: 'low', subjects: [{ id: 'ws2' }] }])
    expect([...yaml.watch.setAside]).toEqual([['whoami', 1]])
  })
})

describe('a correlation', () => {
  it('is one finding; the rules that only serve it are not told', () => {
    const { findings } = run([wipe('a', 0), wipe('b', 1), wipe('b', 2), wipe('c', 3)])
    expect(findings).toMatchObject([
      { rule: 'many-wiped', severity: 'critical', window: { start: day, end: day + 180_000 } },
    ])
    expect(findings[0]!.statement).toContain('"Many hosts wiped": 3 from 2016-02-04T00:00:00Z')
    expect(run([wipe('a', 0), wipe('b', 9), wipe('c', 20)]).findings).toEqual([])
  })
  it('finds what stands in files one after the other, where they are read as a batch', () => {
    const files = [wipe('a', 0), wipe('a', 60), wipe('b', 1), wipe('b', 61), wipe('c', 62)]
    expect(run(files, knowledge(), { isBatch: true }).findings).toMatchObject([
      { window: { start: day + 60 * 60_000 } },
    ])
  })
})

describe('the watch', () => {
  const pattern = "[process:image_ref.name = 'whoami.exe'] FOLLOWEDBY [process:command_line = 'wipe c:']"
  const patterned = () =>
    knowledge({
      matchers: [
        new PatternMatcher([
          { id: 'p', name: 'Looks, then wipes', pattern, source: 'x', about: [], tags: [] },
        ]),
      ],
    })
  it('goes on from a snapshot as if it had never stopped, patterns over several records too', () => {
    expect(run([whoami('a', 0), wipe('a', 1)], patterned()).findings).toHaveLength(2)
    const seen = [whoami('a', 0), wipe('a', 1), wipe('b', 2), whoami('a', 3), wipe('c', 4), whoami('a', 5)]
    for (const isBatch of [false, true])
      for (let cut = 0; cut <= seen.length; cut++) {
        const first = new CyberWatch({ isBatch })
        first.start(patterned())
        const told = [...first.observe(seen.slice(0, cut))]
        const second = new CyberWatch({ isBatch })
        second.start(patterned(), JSON.parse(JSON.stringify(first.snapshot())))
        told.push(...second.observe(seen.slice(cut)), ...second.advance(Number.MAX_SAFE_INTEGER))
        expect(told).toEqual(run(seen, patterned(), { isBatch }).told)
      }
  })
  it('learns new rules between two records', () => {
    const watch = new CyberWatch()
    watch.start(knowledge({ engine: new SigmaEngine([]), correlations: [] }))
    expect([...watch.observe([whoami('a', 0)])]).toEqual([])
    expect([...watch.learn(knowledge())]).toEqual([])
    expect([...watch.observe([whoami('a', 0)])]).toHaveLength(1)
  })
  it('makes a layer of what was found', () => {
    const layer = navigatorLayer(
      run([whoami('a', 0), whoami('b', 0), wipe('a', 0), wipe('b', 0), wipe('c', 0)]).findings,
      'x',
    )
    expect(layer.techniques.map(({ techniqueID, score }) => [techniqueID, score])).toEqual([
      ['T1033', 2],
      ['T1561.002', 1],
      ['T1561', 0],
    ])
    expect(layer.gradient.maxValue).toBe(2)
  })
})

describe("a site's tuning", () => {
  it.each([
    ['[', /YAML/],
    ['- x', /a map/],
    ['disabel: []', /disabel/],
    ['levels: {a: urgent}', /urgent/],
    ['ignore: [x]', /ignore\[0\]/],
  ])('%s is a named error', (text, reason) => {
    expect(() => parseSiteTuning(text, 'tuning.yml')).toThrow(reason)
  })
})
