/**
 * False findings at high or critical on a benign baseline that is made up (baseline.ts): how many of 100,000 events, with
 * SigmaHQ's rules for Windows, and by which rules. `--events 1000000 --seed 2`.
 */
import { parseArgs } from 'node:util'
import { CyberWatch, noTuning, SigmaEngine } from '@cordon/cyber'
import { baselineRecords } from './baseline.ts'
import { windowsRules } from './corpus.ts'

const { values } = parseArgs({
  options: { events: { type: 'string', default: '300000' }, seed: { type: 'string', default: '1' } },
})
const events = Number(values.events)
const engine = new SigmaEngine(windowsRules())
const watch = new CyberWatch()
watch.start({
  engine,
  correlations: [],
  streams: [],
  tuning: noTuning,
  knownFalsePositives: [],
  matchers: [],
  level: 'informational',
  versions: {},
})
const met = new Map<string, { level: string; records: number }>()
const findings = new Map<string, string>()
for (const record of baselineRecords(events, Number(values.seed))) {
  for (const { rule } of engine.match(record)) {
    const one = met.get(rule.title) ?? { level: rule.level, records: 0 }
    one.records++
    met.set(rule.title, one)
  }
  for (const finding of watch.observe([record])) findings.set(finding.id, finding.severity)
}
for (const finding of watch.advance(Number.MAX_SAFE_INTEGER)) findings.set(finding.id, finding.severity)
const grave = [...findings.values()].filter(
  (severity) => severity === 'high' || severity === 'critical',
).length
console.log(
  `${events.toLocaleString('en-US')} benign events: ${findings.size} findings, ${grave} at high or critical (${((grave * 100_000) / events).toFixed(2)} in 100,000)`,
)
for (const [title, { level, records }] of [...met].sort((a, b) => b[1].records - a[1].records))
  console.log(`  ${level.padEnd(14)} ${String(records).padStart(7)}  ${title}`)
