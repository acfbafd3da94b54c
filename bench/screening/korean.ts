/**
 * The labelled Korean pairs (packages/text/src/fixtures/korean-pairs.csv, hand-written, its rules beside it) through the
 * default algorithm: precision, recall and F1 at 0.70, then the misses. `--verbose` prints each.
 */
import { readFileSync } from 'node:fs'
import { cordon } from '@cordon/screening'
import { parse } from 'csv-parse/sync'
import { f1Of } from './name-pairs.ts'

const file = new URL('../../packages/text/src/fixtures/korean-pairs.csv', import.meta.url)
const rows: Record<string, string>[] = parse(readFileSync(file), { columns: true, comment: '#' })
const person = (name: string) => ({ schema: 'Person', properties: { name: [name] } })
const cases = rows.map((row) => {
  const { score } = cordon.compare(person(row.name1!), person(row.name2!))
  return { row, score, match: row.match === 'true', predicted: score >= 0.7 }
})
const { precision, recall, f1 } = f1Of(cases)
console.log(
  `${cases.length} Korean pairs: precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}, F1 ${f1.toFixed(3)}`,
)
const wrong = cases.filter(({ match, predicted }) => match !== predicted)
console.log(
  `${wrong.length} wrong: ${wrong.filter(({ match }) => match).length} missed, the rest false matches`,
)
if (process.argv.includes('--verbose'))
  for (const { row, score } of wrong)
    console.log(`${row.match} ${score.toFixed(3)} ${row.name1} | ${row.name2} | ${row.rule}`)
