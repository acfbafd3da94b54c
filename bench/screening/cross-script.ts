/**
 * Native names against an index of Latin names alone: is the right party first, is it in the top five? Parties are cut
 * into two halves by their number: the word lists were extended looking at the misses of half A alone (`--verbose`), so
 * half B says what to expect of other data.
 */
import { cordon } from '@cordon/screening'
import { readLists, rowsOf } from './lists.ts'

const latin = /^[\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]*$/u
const entities = (await readLists(['ofac'])).map((entity) => {
  const properties = Object.fromEntries(
    Object.entries(entity.properties).map(([property, values]) => [
      property,
      values.filter((value) => latin.test(value)),
    ]),
  )
  return { ...entity, properties }
})
const index = cordon.buildIndex(entities)
const ids = new Set(entities.map(({ id }) => id))
const schemata: Record<string, string> = { Individual: 'Person', Entity: 'Organization', Vessel: 'Vessel' }
const tally = new Map<string, { n: number; first: number; five: number }>()
for (const row of rowsOf('bench/screening/cross-script.csv')) {
  if (!ids.has(`ofac-${row.uid}`)) continue
  const schema = schemata[row.entity_type!] ?? 'LegalEntity'
  const results = index.match({ schema, properties: { name: [row.query_native!] } }, { cutoff: 0.2 })
  const at = results.findIndex((result) => result.entityId === `ofac-${row.uid}`)
  const half = halfOf(row.uid!)
  if (at !== 0 && half === 'A' && process.argv.includes('--verbose'))
    console.log(
      at < 0 ? 'MISSED' : 'NOT FIRST',
      schema,
      row.script,
      row.query_native,
      '|',
      row.expected_primary_latin,
      '|',
      results[0]?.explanations.name?.candidate,
      results[0]?.score,
    )
  const kind = schema === 'Organization' ? 'organisations' : 'persons and vessels'
  for (const key of [kind, `${kind}, half ${half}`, `${schema}, ${row.script}`]) {
    const own = tally.get(key) ?? { n: 0, first: 0, five: 0 }
    own.n++
    if (at === 0) own.first++
    if (at >= 0) own.five++
    tally.set(key, own)
  }
}
for (const [key, { n, first, five }] of [...tally].sort())
  console.log(
    `${key.padEnd(36)} ${String(n).padStart(5)}  first ${((100 * first) / n).toFixed(1)} %  top five ${((100 * five) / n).toFixed(1)} %`,
  )

/** A party's half: spread by a multiplier that has nothing to do with the order of the list (Knuth's). */
function halfOf(uid: string): 'A' | 'B' {
  return (Math.imul(Number(uid), 2654435761) >>> 31) & 1 ? 'A' : 'B'
}
