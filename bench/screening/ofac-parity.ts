/** How near the `ofac` algorithm comes to the scores that OFAC's search gave. */
import { ofacScore } from '../../packages/screening/src/ofac/ofac-score.ts'
import { rowsOf } from './lists.ts'

const rows = rowsOf('bench/names/ofac-search-scores.csv').filter((row) => Number(row.ofac_score) >= 0)
const off = rows.map((row) => Math.abs(ofacScore(row.query_name!, row.result_name!) - Number(row.ofac_score)))
const near = off.filter((points) => points <= 5).length
console.log(
  `OFAC parity: ${near} of ${rows.length} within 5 points, ${((100 * near) / rows.length).toFixed(1)} %; mean difference ${(off.reduce((a, b) => a + b, 0) / off.length).toFixed(2)}`,
)
