/**
 * Calibrates the probability: the best score of a listed person (UN names with slips) against that of an innocent
 * (negatives_global, the rows not learnt from), each with birth date and nationality where given. A logistic fit with
 * both classes weighing the same gives the log of the likelihood ratio. `--write` stores it; the reliability curve is
 * printed from a five-fold cross-validation.
 */
import { writeFileSync } from 'node:fs'
import { cordon } from '@cordon/screening'
import { logOddsOf } from '../../packages/screening/src/names/name-score.ts'
import { personOf, readLists, rowsOf } from './lists.ts'
import { isLearnt } from './supplement.ts'

const index = cordon.buildIndex(await readLists())
/** What no result at all counts as. */
const nothing = logOddsOf(0.2)
const best = (row: Record<string, string>) => {
  const [top] = index.match({ schema: 'Person', properties: personOf(row) }, { limit: 1, cutoff: 0.2 })
  return top ? logOddsOf(Math.min(top.score, 0.9999)) : nothing
}
const innocents = rowsOf('bench/screening/negatives_global.csv.gz').filter(
  (_, row) => !isLearnt(row) && row % 3 === 1,
)
const cases = [
  ...rowsOf('bench/screening/positives_un_treated.csv').map((row) => ({ z: best(row), listed: 1 })),
  ...innocents.map((row) => ({ z: best(row), listed: 0 })),
]

function fitted(some: typeof cases): { intercept: number; slope: number } {
  const share = (listed: number) => 0.5 / some.filter((c) => c.listed === listed).length
  const weights = [share(0), share(1)]
  let [intercept, slope] = [0, 1]
  // A little ridge keeps the slope finite where the classes hardly overlap.
  for (let step = 0; step < 20_000; step++) {
    let [gi, gs] = [0, 0.002 * slope]
    for (const { z, listed } of some) {
      const error = (1 / (1 + Math.exp(-intercept - slope * z)) - listed) * weights[listed]!
      gi += error
      gs += error * z
    }
    intercept -= 0.3 * gi
    slope -= 0.3 * gs
  }
  return { intercept, slope }
}

const bins = Array.from({ length: 5 }, () => ({ said: 0, was: 0, n: 0 }))
for (let fold = 0; fold < 5; fold++) {
  const { intercept, slope } = fitted(cases.filter((_, i) => i % 5 !== fold))
  for (const { z, listed } of cases.filter((_, i) => i % 5 === fold)) {
    const p = 1 / (1 + Math.exp(-intercept - slope * z))
    const bin = bins[Math.min(4, Math.floor(p * 5))]!
    bin.said += p
    bin.was += listed
    bin.n++
  }
}
console.log('reliability, five folds, as if half were listed (innocents weigh less in the fit than here):')
for (const { said, was, n } of bins)
  if (n > 0) console.log(`  said ${(said / n).toFixed(3)}  were listed ${(was / n).toFixed(3)}  of ${n}`)
const { intercept, slope } = fitted(cases)
console.log(
  `log likelihood ratio = ${intercept.toFixed(3)} + ${slope.toFixed(3)} * log-odds, on ${cases.length} parties`,
)
if (process.argv.includes('--write'))
  writeFileSync(
    new URL('../../packages/screening/src/calibration.data.ts', import.meta.url),
    `/** Made by \`bench/screening/calibrate.ts\`; do not edit. Log of the likelihood ratio = intercept + slope * log-odds. */
export const calibration = {
  intercept: ${intercept.toFixed(4)},
  slope: ${slope.toFixed(4)},
  set: '344 UN names with slips against ${innocents.length} made-up innocents, with birth dates and nationalities',
} as const
`,
  )
