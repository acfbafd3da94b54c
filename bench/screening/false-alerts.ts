/** Innocent persons against all real lists: how many raise an alert, and how many of those the training never saw? */
import { cordon } from '@cordon/screening'
import { personOf, readLists, rowsOf } from './lists.ts'
import { isLearnt } from './supplement.ts'

const entities = await readLists()
const index = cordon.buildIndex(entities)
const byId = new Map(entities.map((entity) => [entity.id, entity]))
for (const file of ['negatives_global', 'negatives_us'])
  for (const [label, only] of [
    ['name, birth date, nationality', false],
    ['name alone', true],
  ] as const) {
    const rows = rowsOf(`bench/screening/${file}.csv.gz`)
    let alerts = 0
    let unseen = 0
    const learns = (row: number) => file === 'negatives_global' && isLearnt(row)
    const start = performance.now()
    for (const [nth, row] of rows.entries()) {
      const properties = only ? { name: [row.full_name!] } : personOf(row)
      const [best] = index.match({ schema: 'Person', properties }, { limit: 1 })
      if (!best?.match) continue
      alerts++
      if (!learns(nth)) unseen++
      if (process.argv.includes('--verbose') && !only)
        console.log(
          JSON.stringify(properties),
          '|',
          byId.get(best.entityId)!.caption,
          JSON.stringify(byId.get(best.entityId)!.properties.birthDate ?? null),
          best.score.toFixed(3),
          Object.values(best.explanations)
            .map((e) => `${e.candidate}: ${e.detail}`)
            .join(' | '),
        )
    }
    const others = rows.filter((_, nth) => !learns(nth)).length
    const each = (performance.now() - start) / rows.length
    console.log(
      `${file}, ${label}: ${alerts} of ${rows.length} alert, ${((100 * alerts) / rows.length).toFixed(2)} %; of those not learnt from ${unseen} of ${others}, ${((100 * unseen) / others).toFixed(2)} %; ${(each * 1000).toFixed(0)} us a screen`,
    )
  }
