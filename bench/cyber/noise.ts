/**
 * Noise on the Security-Datasets: for each set whether its labelled technique was met, and rule by rule the records and
 * sets outside of the labels; with and without SigmaHQ's known-FPs.csv. A rule counts as noise where none of its techniques
 * (nor a parent or child of one) is a label of the set.
 */
import { readdirSync, readFileSync } from 'node:fs'
import {
  attackTags,
  CyberWatch,
  noTuning,
  parseKnownFalsePositives,
  readLogs,
  SigmaEngine,
} from '@cordon/cyber'
import { parse } from 'yaml'
import { bytesOf, reference, securityDatasets, windowsRules } from './corpus.ts'

interface Meta {
  readonly attack_mappings?: { readonly technique: string; readonly 'sub-technique'?: string | null }[]
  readonly files?: { readonly link: string }[]
}

const labels = new Map<string, Set<string>>()
const folder = reference('cyber/security-datasets/datasets/atomic/_metadata')
for (const file of readdirSync(folder)) {
  const { attack_mappings: mappings = [], files = [] } = parse(
    readFileSync(`${folder}/${file}`, 'utf8'),
  ) as Meta
  for (const { link } of files) {
    const name = link
      .split('/')
      .at(-1)!
      .replace(/\.zip$/, '')
    const known = labels.get(name) ?? new Set()
    for (const { technique, 'sub-technique': sub } of mappings)
      known.add(sub ? `${technique}.${sub}` : technique)
    labels.set(name, known)
  }
}
/** Rules are tagged with ids of ATT&CK 19; the labels are older. T1562.002 is T1685.001 there, T1562 is T1685. */
const renumbered: Readonly<Record<string, string>> = { 'T1562.002': 'T1685.001', T1562: 'T1685' }
for (const known of labels.values())
  for (const id of [...known]) if (renumbered[id]) known.add(renumbered[id])

const engine = new SigmaEngine(windowsRules())
const { known: falsePositives } = parseKnownFalsePositives(
  readFileSync(reference('cyber/sigma/known-FPs.csv'), 'utf8'),
  'known-FPs.csv',
)
const watch = new CyberWatch({ isBatch: true })
watch.start({
  engine,
  correlations: [],
  streams: [],
  tuning: noTuning,
  knownFalsePositives: falsePositives,
  matchers: [],
  level: 'low',
  versions: {},
})
const near = (a: string, b: string) => a === b || a.startsWith(`${b}.`) || b.startsWith(`${a}.`)
const noise = new Map<string, { level: string; records: number; sets: Set<string> }>()
let [events, hits, noisy, exact, near_, anyHit] = [0, 0, 0, 0, 0, 0]
const findings = new Set<string>()
const sets = securityDatasets()
for (const { name, text } of sets) {
  const wanted = labels.get(name) ?? new Set()
  let [isExact, isNear, isAny] = [false, false, false]
  for await (const { records } of readLogs(bytesOf(text, 1 << 19), { name })) {
    events += records.length
    for (const finding of watch.observe(records)) findings.add(finding.id)
    for (const record of records)
      for (const { rule } of engine.match(record)) {
        hits++
        isAny = true
        const { techniques } = attackTags(rule.tags)
        isExact ||= techniques.some((id) => wanted.has(id))
        const fits = techniques.some((id) => [...wanted].some((one) => near(id, one)))
        isNear ||= fits
        if (fits) continue
        noisy++
        const one = noise.get(rule.title) ?? { level: rule.level, records: 0, sets: new Set() }
        one.records++
        one.sets.add(name)
        noise.set(rule.title, one)
      }
  }
  if (isExact) exact++
  if (isNear) near_++
  if (isAny) anyHit++
}
for (const finding of watch.advance(Number.MAX_SAFE_INTEGER)) findings.add(finding.id)
const aside = [...watch.setAside.values()].reduce((sum, count) => sum + count, 0)
console.log(
  `${events.toLocaleString('en-US')} events, ${sets.length} sets: a hit in ${anyHit}, the label exactly in ${exact}, by parent or child in ${near_}`,
)
console.log(
  `${hits} matches, ${noisy} outside of the label; as findings (one a rule, host and day) ${findings.size}; known-FPs.csv sets ${aside} matches aside`,
)
const lines = [...noise].sort((a, b) => b[1].records - a[1].records)
const top = lines.slice(0, 8).reduce((sum, [, { records }]) => sum + records, 0)
console.log(`eight rules make ${((100 * top) / noisy).toFixed(0)} % of the noise`)
for (const [title, { level, records, sets: where }] of lines)
  console.log(
    `  ${level.padEnd(14)} ${String(records).padStart(5)} records in ${String(where.size).padStart(2)} sets  ${title}`,
  )
