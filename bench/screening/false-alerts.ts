/** Innocent persons against all real lists: how many raise an alert? */
import { cordon } from '@cordon/screening'
import { personOf, readLists, rowsOf } from './lists.ts'

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
    const start = performance.now()
    for (const row of rows) {
      const properties = only ? { name: [row.full_name!] } : personOf(row)
      const [best] = index.match({ schema: 'Person', properties }, { limit: 1 })
      if (!best?.match) continue
      alerts++
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
    const each = (performance.now() - start) / rows.length
    console.log(
      `${file}, ${label}: ${alerts} of ${rows.length} alert, ${((100 * alerts) / rows.length).toFixed(2)} %; ${(each * 1000).toFixed(0)} us a screen`,
    )
  }
