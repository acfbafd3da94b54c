/**
 * Trains the name model on the labelled pairs: logistic regression with signs that can't turn, so that more damage
 * never raises a score. Prints cross-validated figures; `--write` stores the coefficients in the package.
 */
import { writeFileSync } from 'node:fs'
import { kindOfPair } from '../../packages/screening/src/kinds.ts'
import { type CompiledName, compileName } from '../../packages/screening/src/names/compiled-name.ts'
import { type FeatureName, featureNames, type NameKind } from '../../packages/screening/src/names/features.ts'
import { NameScorer } from '../../packages/screening/src/names/name-score.ts'
import { nameOfSchema } from '../../packages/screening/src/party.ts'
import { type Fitted, fitModel } from './fit.ts'
import { aucOf, f1Of, foldOf, type NamePair, readNamePairs } from './name-pairs.ts'
import { readSupplement } from './supplement.ts'

const pairs = readNamePairs()
if (!pairs) process.exit(0)
const scorer = new NameScorer()
const x: Float64Array[] = []
/** What rules take from the log-odds besides the model: it learns beside them, and is judged with them. */
const ruled: number[] = []
function measure(a: CompiledName, b: CompiledName, kind: NameKind): void {
  scorer.meter.measure(a, b, kind)
  ruled.push(scorer.rule(a, b))
  x.push(Float64Array.from(scorer.meter.values))
}
for (const { a, b, schema } of pairs) {
  const nameOf = nameOfSchema(schema)
  measure(compileName(a, nameOf), compileName(b, nameOf), kindOfPair(schema, schema) ?? 'any')
}
// The supplement follows the pairs; it is in every training set and never predicted.
const supplement = await readSupplement()
const supplementWeight = { yes: 200, no: 600 }
const count = (match: boolean) => supplement.filter((example) => example.match === match).length
const weights = pairs.map(() => 1)
const labels = pairs.map(({ match }) => match)
for (const { a, b, kind, match } of supplement) {
  measure(a, b, kind)
  labels.push(match)
  weights.push(match ? supplementWeight.yes / count(true) : supplementWeight.no / count(false))
}
const extra = supplement.map((_, i) => pairs.length + i)
console.log(
  `${pairs.length} labelled pairs, ${count(true)} names with slips, ${count(false)} innocents beside what they resemble`,
)

const signs: Partial<Record<FeatureName, number>> = {
  information: 1,
  organisation: 0,
  vessel: 0,
  nearlyWhole: 1,
}
/**
 * Where the pairs say little, what must hold: slips rank below exact spellings, a slip in a word that many bear says
 * less, one common word says less than three rare ones, and another number is another thing (Bank 1 is not Bank 2).
 * Coefficients are drawn towards these.
 */
const expected: Partial<Record<FeatureName, number>> = {
  oneWord: -0.8,
  formExtra: -0.1,
  scarceDamaged: -3,
  loneWord: -1,
  knownEdit: -1,
  numberExtra: -3,
}
/**
 * Set by rule: the pairs hold too few of these, or none. What is unmet weighs enough for the index's bound (`bound.ts`),
 * which knows nothing else of a pair; `otherName` and `loneWord` learn the rest.
 */
const fixed: Partial<Record<FeatureName, number>> = {
  numberConflict: -4,
  onlyInitials: -4,
  unmetBoth: -4,
  unmetMost: -0.5,
  unmetMostShare: -2.5,
  damageShare: -2,
  damageMax: -1.2,
  scarceMore: -0.7,
  initials: -0.6,
  information: 0.7,
  filiation: -4,
}
const coefficients = featureNames.map((name) => ({
  sign: signs[name] ?? -1,
  expected: fixed[name] ?? expected[name] ?? 0,
  fixed: fixed[name] !== undefined,
}))
const rows = { x, labels, weights }
const logOddsIn = (model: Fitted, row: number) =>
  model.bias + model.weights.reduce((sum, weight, f) => sum + weight * x[row]![f]!, 0) - ruled[row]!

const folds = 10
const all = pairs.map((_, i) => i)
const predictions: { pair: NamePair; match: boolean; score: number; predicted: boolean }[] = []
for (let fold = 0; fold < folds; fold++) {
  const model = fitModel(
    rows,
    coefficients,
    all.filter((i) => foldOf(pairs[i]!.component, folds) !== fold),
    extra,
  )
  for (const i of all)
    if (foldOf(pairs[i]!.component, folds) === fold) {
      const z = logOddsIn(model, i)
      predictions.push({ pair: pairs[i]!, match: pairs[i]!.match, score: z, predicted: z >= 0 })
    }
}
const show = (label: string, cases: typeof predictions) => {
  const { precision, recall, f1 } = f1Of(cases)
  console.log(
    `${label.padEnd(22)} n ${String(cases.length).padStart(3)}  P ${precision.toFixed(3)}  R ${recall.toFixed(3)}  F1 ${f1.toFixed(3)}  AUC ${aucOf(cases).toFixed(3)}`,
  )
}
show('cross-validated, all', predictions)
for (const key of ['group', 'schema', 'quality'] as const)
  for (const value of new Set(pairs.map((p) => p[key])))
    show(
      value,
      predictions.filter((p) => p.pair[key] === value),
    )
const final = fitModel(rows, coefficients, all, extra)
console.log(`fitted F1 ${final.trainF1.toFixed(3)}`)
if (process.argv.includes('--verbose')) {
  for (const [f, name] of featureNames.entries()) console.log(name.padEnd(16), final.weights[f]!.toFixed(3))
  console.log('bias', final.bias.toFixed(3))
  for (const p of predictions.filter((q) => q.match !== q.predicted).sort((a, b) => a.score - b.score))
    console.log(
      p.match ? 'MISSED' : 'FALSE ',
      p.score.toFixed(2),
      p.pair.schema,
      '|',
      p.pair.a,
      '|',
      p.pair.b,
    )
}
if (process.argv.includes('--write')) {
  const file = new URL('../../packages/screening/src/names/model.data.ts', import.meta.url)
  const entries = featureNames
    .map((name, f) => `  ${name}: ${Number(final.weights[f]!.toFixed(4))},`)
    .join('\n')
  writeFileSync(
    file,
    `/** Trained by \`npm run bench:screening:train\`; do not edit. Log-odds a unit of each feature. */\nexport const nameModel = {\n  bias: ${Number(final.bias.toFixed(4))},\n${entries}\n} as const\n`,
  )
}
