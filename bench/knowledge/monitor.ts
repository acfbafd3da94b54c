/**
 * A million watched parties against the entries that a list's new version changed: how long one pass over their blocks
 * takes, how many it lets through, and how many of the true matches are among them (by full screening of a sample).
 * Parties: names of OFAC's, the UN's, the UK's and the EU's lists, perturbed; nothing else is known to the sieve.
 */
import type { Entity } from '@cordon/model'
import { cordon, type PartyQuery } from '@cordon/screening'
import { normaliseName } from '@cordon/text'
import { ChangedSieve } from '../../apps/cordon/src/monitor/changed-sieve.ts'
import { sieveBlock } from '../../apps/cordon/src/monitor/sieve-keys.ts'
import { readLists } from '../screening/lists.ts'

const many = Number(process.argv[2] ?? 1_000_000)
const changedCount = Number(process.argv[3] ?? 15)
const all = await readLists()
const listed = all.filter(({ target, schema }) => target && schema !== 'CryptoWallet')
let seed = 1
const random = () => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
  return seed / 2 ** 32
}
const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!
/** The words of all names, by kind of party: a made-up name takes some of each. */
const words = new Map<string, string[]>()
const names: [schema: string, name: string][] = []
for (const { schema, properties } of listed)
  for (const name of [...(properties.name ?? []), ...(properties.alias ?? [])]) {
    names.push([schema, name])
    const own = words.get(schema) ?? []
    own.push(...name.split(/\s+/))
    words.set(schema, own)
  }

/** A real name with one word exchanged for another real one, or a slip, a swap, a word left out. */
function perturbed(): PartyQuery {
  const [schema, name] = pick(names)
  const parts = name.split(/\s+/)
  const at = Math.floor(random() * parts.length)
  const kind = random()
  if (kind < 0.7)
    for (let k = 0; k < Math.max(1, parts.length - 1); k++)
      parts[(at + k) % parts.length] = pick(words.get(schema)!) // prettier-ignore
  else if (kind < 0.8) parts[at] = slip(parts[at]!)
  else if (kind < 0.9) parts.reverse()
  else if (parts.length > 2) parts.splice(at, 1)
  return { schema, properties: { name: [parts.join(' ')] } }
}
function slip(word: string): string {
  const at = Math.floor(random() * word.length)
  return random() < 0.5
    ? word.slice(0, at) + word.slice(at + 1)
    : word.slice(0, at) + pick([...'aeiounrt']) + word.slice(at + 1)
} // prettier-ignore

const cpuOf = (before: NodeJS.CpuUsage) => {
  const { user, system } = process.cpuUsage(before)
  return ((user + system) / 1e6).toFixed(2)
}
const changed: Entity[] = []
const ofac = listed.filter(({ datasets }) => datasets[0] === 'us_ofac_sdn')
while (changed.length < changedCount) changed.push(pick(ofac))

let start = process.cpuUsage()
const memory = new Map()
const blocks: Buffer[] = []
const sample: PartyQuery[] = []
const parties: PartyQuery[] = []
const sampled = 500
let bytes = 0
for (let n = 0; n < many; n++) {
  const party = perturbed()
  parties.push(party)
  if (n < sampled) sample.push(party)
  const block = sieveBlock(party, memory)
  bytes += block.length
  blocks.push(block)
}
console.log(`${many} parties made, ${(bytes / many).toFixed(0)} bytes a block, ${cpuOf(start)} s of CPU time`)
const counts = new Map<string, number>()
for (const [, name] of names)
  for (const word of new Set(normaliseName(name).split(' '))) counts.set(word, (counts.get(word) ?? 0) + 1)
start = process.cpuUsage()
const sieve = new ChangedSieve(
  changed,
  () => [],
  (word) => counts.get(word) ?? 0,
)
let through = 0
const passed: PartyQuery[] = []
for (const [at, block] of blocks.entries()) {
  if (!sieve.meets(block, 0, block.length)) continue
  through++
  passed.push(parties[at]!)
}
console.log(
  `sieved against ${changed.length} changed entries (${(sieve.bytes / 2 ** 20).toFixed(1)} MB) in ${cpuOf(start)} s of CPU time: ${through} let through (${((100 * through) / many).toFixed(2)} %)`,
)
start = process.cpuUsage()
const small = cordon.buildIndex(changed)
const near = (party: PartyQuery) => small.match(party, { cutoff: 0.55, threshold: 0.55, limit: 1 }).length > 0
const judged: PartyQuery[] = []
for (const party of passed) if (near(party)) judged.push(party)
console.log(`compared with the changed entries alone in ${cpuOf(start)} s of CPU time: ${judged.length} left`)
const index = cordon.buildIndex(all)
start = process.cpuUsage()
let found = 0
const ofChanged = new Set(changed.map(({ id }) => id))
for (const party of judged)
  if (index.match(party, { threshold: 0.7, cutoff: 0.7 }).some(({ entityId }) => ofChanged.has(entityId)))
    found++
console.log(
  `judged against all lists in ${cpuOf(start)} s of CPU time: ${found} parties match a changed entry`,
)
const ids = new Set(changed.map(({ id }) => id))
let [matches, kept] = [0, 0]
// Beside made-up parties, some that are near the changed entries: else the sample would hold no match at all.
for (const { schema, properties } of changed)
  for (const name of [...(properties.name ?? []), ...(properties.alias ?? [])])
    for (let k = 0; k < 6; k++) {
      const parts = name.split(/\s+/)
      const at = Math.floor(random() * parts.length)
      if (k % 3 === 0) parts[at] = slip(parts[at]!)
      else if (k % 3 === 1) parts.reverse()
      else if (parts.length > 2) parts.splice(at, 1)
      if (k >= 3) parts[Math.floor(random() * parts.length)] = slip(pick(parts))
      sample.push({ schema, properties: { name: [parts.join(' ')] } })
    }
start = process.cpuUsage()
for (const party of sample) {
  if (
    !index.match(party, { threshold: 0.7, cutoff: 0.7, limit: 5 }).some(({ entityId }) => ids.has(entityId))
  )
    continue
  matches++
  const block = sieveBlock(party)
  if (sieve.meets(block, 0, block.length) && near(party)) kept++
  else if (process.argv.includes('--lost')) {
    const best = index.match(party, { threshold: 0.7, limit: 5 }).find(({ entityId }) => ids.has(entityId))!
    console.log(
      '  lost:',
      party.properties.name![0],
      '|',
      best.explanations.name?.candidate,
      best.score.toFixed(2),
    )
  }
}
console.log(
  `of ${sample.length} parties screened in full (${cpuOf(start)} s) ${matches} match a changed entry; the sieve keeps ${kept} of them (${((100 * kept) / matches).toFixed(2)} %)`,
)
