/**
 * Records a second that STIX patterns are looked for in, by the number of patterns: the events of the Security-Datasets (every
 * eighth), patterns made up of names and folders, a tenth of them sequences,
 * one in a hundred of something that is there. The baseline is to evaluate each pattern on each
 * record, which is timed on a part of the same records.
 */
import {
  type LogRecord,
  matchStixPattern,
  PatternMatcher,
  parseStixPattern,
  readLogs,
  recordObjects,
} from '@cordon/cyber'
import { bytesOf, cpuSeconds, securityDatasets } from './corpus.ts'

const records: LogRecord[] = []
let line = 0
for (const { name, text } of securityDatasets())
  for await (const batch of readLogs(bytesOf(text), { name }))
    for (const one of batch.records) if (line++ % 8 === 0) records.push(one)

const word = (i: number) => (Math.imul(i + 1, 0x9e3779b1) >>> 0).toString(36).padStart(7, 'q')
const single = (i: number) =>
  i % 100 === 7
    ? "[process:image_ref.name = 'powershell.exe']"
    : i % 3 === 0
      ? `[file:name = '${word(i)}.exe' AND file:parent_directory_ref.path = 'C:\\\\Windows\\\\Temp']`
      : i % 3 === 1
        ? `[process:command_line LIKE '%--${word(i)}%']`
        : `[domain-name:value MATCHES '^${word(i)}\\\\.(com|net)$']`
const pattern = (i: number) =>
  i % 10 === 0 ? `(${single(i)} FOLLOWEDBY ${single(i + 1)}) WITHIN 600 SECONDS` : single(i)

for (const count of [10, 1000, 10_000]) {
  const rules = Array.from({ length: count }, (_, i) => ({
    id: `p${i}`,
    name: `p${i}`,
    pattern: pattern(i),
    source: 'bench',
    about: [],
    tags: [],
  }))
  const compiling = cpuSeconds()
  const matcher = new PatternMatcher(rules)
  const start = cpuSeconds()
  let met = 0
  for (const one of records) met += matcher.match(one).length
  const rate = Math.round(records.length / (cpuSeconds() - start))
  console.log(
    `${String(count).padStart(6)} patterns, compiled in ${(start - compiling).toFixed(2)} s: ${rate.toLocaleString('en-US').padStart(9)} records/s, ${met} met`,
  )
}

const some = Array.from({ length: 100 }, (_, i) => parseStixPattern(pattern(i)))
const start = cpuSeconds()
const part = records.slice(0, 200)
for (const one of part) {
  const at = BigInt(one.time ?? 0) * 1_000_000n
  const observation = { objects: recordObjects(one), first: at, last: at, count: 1, id: '' }
  for (const each of some) matchStixPattern(each, [observation])
}
const rate = Math.round(part.length / (cpuSeconds() - start))
console.log(
  `baseline: 100 patterns, each evaluated on each record: ${rate.toLocaleString('en-US')} records/s`,
)
