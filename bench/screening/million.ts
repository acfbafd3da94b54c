/**
 * A list as large as a customer base: real entities multiplied, each copy with slips of the pen in its names, its birth
 * date moved. Prints building time, memory and screens a second. `SIZE` (1,000,000 by default) is how many entities.
 */
import type { Entity } from '@cordon/model'
import { cordon } from '@cordon/screening'
import { personOf, readLists, rowsOf } from './lists.ts'

const size = Number(process.env.SIZE ?? 1_000_000)
const named = (await readLists()).filter(({ properties }) => (properties.name?.length ?? 0) > 0)
const random = seeded(20261125)

function* copies(): Generator<Entity> {
  for (let k = 0; k < size; k++) {
    const { properties, ...entity } = named[k % named.length]!
    const id = `${entity.id}-${Math.floor(k / named.length)}`
    if (k < named.length) yield { ...entity, id, properties }
    else
      yield {
        ...entity,
        id,
        properties: {
          name: properties.name!.slice(0, 2).map(slipped),
          ...(properties.birthDate ? { birthDate: [`${1930 + Math.floor(random() * 75)}-01-01`] } : {}),
          ...(properties.nationality ? { nationality: properties.nationality } : {}),
        },
      }
  }
}

/** A name with one to three letters changed. */
function slipped(name: string): string {
  const letters = [...name]
  for (let slips = 1 + Math.floor(random() * 3); slips > 0; slips--) {
    const at = Math.floor(random() * letters.length)
    if (/\p{Script=Latin}/u.test(letters[at] ?? ''))
      letters[at] = String.fromCharCode(97 + Math.floor(random() * 26))
  }
  return letters.join('')
}

/** The same numbers in every run (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

const megabytes = () => (process.memoryUsage().rss / 2 ** 20).toFixed(0)
let start = performance.now()
const index = cordon.buildIndex(copies())
console.log(
  `${index.size} entities built in ${((performance.now() - start) / 1000).toFixed(1)} s; the process takes ${megabytes()} MB`,
)
const queries = [
  ...rowsOf('bench/screening/negatives_global.csv.gz').slice(0, 1500),
  ...rowsOf('bench/screening/positives_un_treated.csv').slice(0, 500),
].map((row) => ({ schema: 'Person', properties: personOf(row) }))
for (const query of queries.slice(0, 200)) index.match(query)
for (const pass of ['first', 'second']) {
  start = performance.now()
  const times = queries.map((query) => {
    const from = performance.now()
    index.match(query)
    return performance.now() - from
  })
  times.sort((a, b) => a - b)
  const total = (performance.now() - start) / 1000
  const at = (share: number) => times[Math.floor(share * times.length)]!.toFixed(2)
  console.log(
    `${pass} pass: ${(queries.length / total).toFixed(0)} screens a second; p50 ${at(0.5)} ms, p99 ${at(0.99)} ms; ${megabytes()} MB`,
  )
}
