/**
 * Trains the name model on the labelled pairs: logistic regression with signs that can't turn, so that more damage
 * never raises a score. Prints cross-validated figures; `--write` stores the coefficients in the package.
 */
import { writeFileSync } from 'node:fs'
import { compileName } from '../../packages/screening/src/names/compiled-name.ts'
import { featureNames, NameMeter } from '../../packages/screening/src/names/features.ts'
import { aucOf, f1Of, foldOf, type NamePair, readNamePairs } from './name-pairs.ts'
import { readSupplement } from './supplement.ts'

const pairs = readNamePairs()
if (!pairs) process.exit(0)
const meter = new NameMeter()
const kindOf = (schema: string) =>
  schema === 'Person'
    ? 'person'
    : schema === 'Vessel'
      ? 'vessel'
      : schema === 'LegalEntity'
        ? 'any'
        : 'organisation'
const nameOf = (schema: string) =>
  schema === 'Person'
    ? 'person'
    : schema === 'Vessel'
      ? 'vessel'
      : schema === 'LegalEntity'
        ? undefined
        : 'organization'
const x = pairs.map((p) =>
  Float64Array.from(
    meter.measure(compileName(p.a, nameOf(p.schema)), compileName(p.b, nameOf(p.schema)), kindOf(p.schema)),
  ),
)
// The supplement follows the pairs; it is in every training set and never predicted.
const supplement = await readSupplement()
const supplementWeight = { yes: 60, no: 150 }
const count = (match: boolean) => supplement.filter((example) => example.match === match).length
const rowWeight = pairs.map(() => 1)
const labels = pairs.map(({ match }) => match)
for (const { a, b, kind, match } of supplement) {
  x.push(Float64Array.from(meter.measure(a, b, kind)))
  labels.push(match)
  rowWeight.push(match ? supplementWeight.yes / count(true) : supplementWeight.no / count(false))
}
const extra = supplement.map((_, i) => pairs.length + i)
console.log(
  `${pairs.length} labelled pairs, ${count(true)} names with slips, ${count(false)} innocents beside what they resemble`,
)
/** +1: may only raise, -1: may only lower, 0: free. */
const signs: Record<string, number> = { information: 1, organisation: 0, vessel: 0, nearlyWhole: 1 }
const sign = featureNames.map((name) => signs[name] ?? -1)

/** Rare features are not blown up: what is seen seldom is learnt slowly. */
const scaleFloor = 0.25

/**
 * Where the pairs say little, what must hold: slips rank below exact spellings, one common word says less than three
 * rare ones, and another number is another thing (Bank 1 is not Bank 2). Coefficients are drawn towards these.
 */
const expected: Record<string, number> = {
  damageShare: -4,
  damageMax: -1,
  oneWord: -0.8,
  information: 0.6,
  formExtra: -0.1,
}
const fixed: Record<string, number> = {
  numberConflict: -4,
  onlyInitials: -4,
  damageShare: -2,
  initials: -0.6,
}

function train(pairRows: number[], ridge = 0.6) {
  const rows = [...pairRows, ...extra]
  const d = featureNames.length
  const scale = featureNames.map((_, f) =>
    Math.max(scaleFloor, Math.sqrt(rows.reduce((s, r) => s + x[r]![f]! ** 2, 0) / rows.length)),
  )
  const centre = featureNames.map((name, f) => (fixed[name] ?? expected[name] ?? 0) * scale[f]!)
  const w = Float64Array.from(centre)
  let bias = 0
  const m = new Float64Array(d + 1)
  const v = new Float64Array(d + 1)
  for (let step = 1; step <= 1500; step++) {
    const g = new Float64Array(d + 1)
    for (const r of rows) {
      let z = bias
      for (let f = 0; f < d; f++) z += (w[f]! * x[r]![f]!) / scale[f]!
      let e = 1 / (1 + Math.exp(-z)) - (labels[r] ? 1 : 0)
      e *= rowWeight[r]!
      for (let f = 0; f < d; f++) g[f]! += (e * x[r]![f]!) / scale[f]!
      g[d]! += e
    }
    for (let f = 0; f <= d; f++) {
      const grad = f < d ? g[f]! + ridge * (w[f]! - centre[f]!) : g[f]!
      m[f] = 0.9 * m[f]! + 0.1 * grad
      v[f] = 0.999 * v[f]! + 0.001 * grad * grad
      const move = (0.03 * (m[f]! / (1 - 0.9 ** step))) / (Math.sqrt(v[f]! / (1 - 0.999 ** step)) + 1e-9)
      if (f === d) bias -= move
      else {
        if (fixed[featureNames[f]!] === undefined) w[f]! -= move
        if (sign[f]! * w[f]! < 0) w[f] = 0
      }
    }
  }
  const weights = [...w].map((value, f) => value / scale[f]!)
  const score = (r: number) => bias + weights.reduce((s, value, f) => s + value * x[r]![f]!, 0)
  // The score at which F1 is best on the rows learnt from becomes the threshold.
  const sorted = pairRows.map((r) => ({ z: score(r), match: pairs![r]!.match })).sort((a, b) => b.z - a.z)
  const positives = sorted.filter((s) => s.match).length
  let tp = 0
  let best = { f1: 0, cut: 0 }
  sorted.forEach((s, i) => {
    if (s.match) tp++
    const f1 = (2 * tp) / (i + 1 + positives)
    if (f1 > best.f1) best = { f1, cut: i + 1 < sorted.length ? (s.z + sorted[i + 1]!.z) / 2 : s.z }
  })
  return { weights, bias: bias - best.cut, trainF1: best.f1 }
}

const folds = 10
const all = pairs.map((_, i) => i)
const predictions: { pair: NamePair; match: boolean; score: number; predicted: boolean }[] = []
for (let fold = 0; fold < folds; fold++) {
  const model = train(all.filter((i) => foldOf(pairs[i]!.component, folds) !== fold))
  for (const i of all)
    if (foldOf(pairs[i]!.component, folds) === fold) {
      const z = model.bias + model.weights.reduce((s, value, f) => s + value * x[i]![f]!, 0)
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
const final = train(all)
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
