/**
 * Events a second of one core's CPU time: evaluated, from raw JSON, and process creation alone; 2,858 rules for Windows, the
 * events of the Security-Datasets. Each figure once cold (a fresh process: rule sets built and code compiled meanwhile) and
 * once warm (a new engine in a warm process, nothing remembered). JSON.parse alone is the baseline of the same run.
 */
import { type LogRecord, readLogs, SigmaEngine } from '@cordon/cyber'
import { baselineRecords } from './baseline.ts'
import { bytesOf, cpuSeconds, securityDatasets, windowsRules } from './corpus.ts'

const rules = windowsRules()
const sets = securityDatasets()
const blocks = 512 * 1024

async function timed(label: string, work: () => Promise<number> | number): Promise<number> {
  const start = cpuSeconds()
  const events = await work()
  const rate = Math.round(events / (cpuSeconds() - start))
  console.log(`${label.padEnd(58)} ${rate.toLocaleString('en-US').padStart(9)}/s`)
  return rate
}

const fromRaw = (engine: SigmaEngine | undefined) => async () => {
  let events = 0
  for (const { name, text } of sets)
    for await (const { records } of readLogs(bytesOf(text, blocks), { name })) {
      events += records.length
      if (engine) for (const record of records) engine.match(record)
    }
  return events
}

const engine = () => {
  const start = cpuSeconds()
  const made = new SigmaEngine(rules)
  console.log(`${made.rules.length} rules compiled in ${(cpuSeconds() - start).toFixed(2)} s`)
  return made
}

const cold = engine()
await timed('from raw JSON, cold', fromRaw(cold))
const records: LogRecord[] = []
for (const { name, text } of sets)
  for await (const batch of readLogs(bytesOf(text, blocks), { name })) records.push(...batch.records)
const lines = sets.flatMap(({ text }) => text.toString().split('\n').filter(Boolean))
const processes = [...baselineRecords(40_000, 7)].filter((one) =>
  one.class.categories.some(({ name }) => name === 'process_creation'),
)
for (let round = 1; round <= 3; round++) {
  console.log(`round ${round}`)
  const parse = await timed('JSON.parse alone (baseline)', () => {
    for (const line of lines) JSON.parse(line)
    return lines.length
  })
  await timed('read only', fromRaw(undefined))
  const raw = await timed('from raw JSON, new engine', fromRaw(new SigmaEngine(rules)))
  const fresh = new SigmaEngine(rules)
  const evaluated = await timed('evaluated, new engine', () => {
    for (const record of records) fresh.match(record)
    return records.length
  })
  const alone = new SigmaEngine(rules)
  await timed(`process creation alone (${processes.length} made up, none alike)`, () => {
    for (const record of processes) alone.match(record)
    return processes.length
  })
  console.log(
    `ratio to JSON.parse: raw ${(parse / raw).toFixed(1)}, evaluated ${(parse / evaluated).toFixed(1)} times its cost`,
  )
}
