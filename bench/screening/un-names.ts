/** UN names with typos against all real lists: is the right party in the top five and over the threshold? */

import { cordon } from '@cordon/screening'
import { normaliseName } from '@cordon/text'
import { personOf, readLists, rowsOf } from './lists.ts'

const rows = rowsOf('bench/screening/positives_un_treated.csv')
const entities = await readLists()
const index = cordon.buildIndex(entities)
const byId = new Map(entities.map((entity) => [entity.id, entity]))
const bears = (id: string, name: string) => {
  const { properties } = byId.get(id)!
  return [...(properties.name ?? []), ...(properties.alias ?? [])].some(
    (n) => normaliseName(n) === normaliseName(name),
  )
}
const listed = new Set(
  entities.flatMap(({ properties }) =>
    [...(properties.name ?? []), ...(properties.alias ?? [])].map(normaliseName),
  ),
)
for (const [label, only] of [
  ['name, birth date and nationality', false],
  ['name alone', true],
] as const) {
  let [known, top5, top1, hard, hardTop5] = [0, 0, 0, 0, 0]
  const scores: number[] = []
  for (const row of rows) {
    if (!listed.has(normaliseName(row.expected_name!))) continue
    known++
    const properties = only ? { name: [row.full_name!] } : personOf(row)
    const results = index.match({ schema: 'Person', properties })
    const at = results.findIndex((result) => result.match && bears(result.entityId, row.expected_name!))
    const treated = normaliseName(row.full_name!) !== normaliseName(row.expected_name!)
    if (treated) hard++
    if (at >= 0) {
      top5++
      if (treated) hardTop5++
      scores.push(results[at]!.score)
    } else if (process.argv.includes('--verbose'))
      console.log(
        'MISSED',
        JSON.stringify(properties),
        '|',
        row.expected_name,
        '|',
        results.slice(0, 2).map((r) => `${byId.get(r.entityId)!.caption} ${r.score.toFixed(2)}`),
      )
    if (at === 0) top1++
  }
  console.log(
    `UN names, ${label}: ${known} of ${rows.length} still listed; top 5 over the threshold ${((100 * top5) / known).toFixed(2)} %; first ${((100 * top1) / known).toFixed(2)} %; of the ${hard} treated ${((100 * hardTop5) / hard).toFixed(2)} %; mean score ${(scores.reduce((a, b) => a + b, 0) / scores.length).toFixed(3)}`,
  )
}
