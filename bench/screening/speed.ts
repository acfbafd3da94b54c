/** Screens a second on one core, latency, building time and memory; and the cost of comparing one pair. */
import { cordon } from '@cordon/screening'
import { compileName } from '../../packages/screening/src/names/compiled-name.ts'
import { NameScorer } from '../../packages/screening/src/names/name-score.ts'
import { personOf, readLists, rowsOf } from './lists.ts'
import { readNamePairs } from './name-pairs.ts'

const entities = await readLists()
const before = process.memoryUsage().rss
let start = performance.now()
const index = cordon.buildIndex(entities)
console.log(
  `built over ${index.size} entities in ${((performance.now() - start) / 1000).toFixed(2)} s, ${((process.memoryUsage().rss - before) / 2 ** 20).toFixed(0)} MB more`,
)
start = performance.now()
const next = index.apply({ upserts: entities.slice(0, 100) })
console.log(`a delta of 100 applied in ${(performance.now() - start).toFixed(1)} ms (${next.size} entities)`)
const rows = [
  ...rowsOf('bench/screening/negatives_global.csv.gz'),
  ...rowsOf('bench/screening/negatives_us.csv.gz'),
  ...rowsOf('bench/screening/positives_un_treated.csv'),
]
const queries = rows.map((row) => ({ schema: 'Person', properties: personOf(row) }))
for (const query of queries.slice(0, 500)) index.match(query)
const times = queries.map((query) => {
  const from = performance.now()
  index.match(query)
  return performance.now() - from
})
const total = times.reduce((a, b) => a + b, 0)
times.sort((a, b) => a - b)
const at = (share: number) => times[Math.floor(share * times.length)]!.toFixed(3)
console.log(
  `${queries.length} screens: ${((queries.length / total) * 1000).toFixed(0)} a second; p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, longest ${at(0.9999)} ms`,
)
const pairs = (readNamePairs() ?? []).map(
  ({ a, b }) => [compileName(a, undefined), compileName(b, undefined)] as const,
)
const scorer = new NameScorer()
let sum = 0
const rounds = 200
for (const [a, b] of pairs) sum += scorer.logOdds(a, b, 'any')
start = performance.now()
for (let round = 0; round < rounds; round++) for (const [a, b] of pairs) sum += scorer.logOdds(a, b, 'any')
if (pairs.length > 0)
  console.log(
    `compare one pair of names: ${((1000 * (performance.now() - start)) / rounds / pairs.length).toFixed(2)} us (${sum < 0 ? '' : '+'})`,
  )
