/**
 * Attribution on cases with known answers, by cross-validation over reports: the weights for a case are fitted on cases of
 * other folds, held against profiles without any report of this fold; the case is held against profiles without its own report.
 * `--write` fits the weights on all cases and writes them where the program reads them; `--svg FILE` draws the reliability.
 */
import { writeFileSync } from 'node:fs'
import {
  type AttributionModel,
  attribute,
  type Choice,
  chances,
  chancesOf,
  type Feature,
  fitChoices,
  type KnowledgeView,
  likelihoods,
  likelyFrom,
  namedFrom,
  type Omits,
  overlapColumns,
  overlapRows,
  specificKinds,
} from '@cordon/cyber'
import {
  type AttributionCase,
  attackCases,
  attackCasesWithCampaigns,
  foldOf,
  trailCases,
} from './attribution-cases.ts'
import { reliabilitySvg } from './attribution-svg.ts'
import { cpuSeconds } from './corpus.ts'

const folds = 10
/** How much a case counts from which its own group was taken out, so that the answer is "someone else". */
const strangerWeight = 0.1

/** A design: rows of features of groups that could be it, and a last one for someone else. */
interface Design {
  readonly name: string
  readonly size: number
  readonly rows: (view: KnowledgeView, seen: readonly Feature[]) => ReturnType<typeof overlapRows>
}

const overlap: Design = { name: 'specific overlap', size: overlapColumns.length, rows: overlapRows }
const bayes: Design = {
  name: 'naive Bayes',
  size: 3,
  rows: (view, seen) => {
    const { actors } = overlapRows(view, seen)
    const sums = likelihoods(view, seen, actors)
    return { actors, rows: [...sums.map(({ specific, other }) => [specific, other, 0]), [0, 0, 1]] }
  },
}

/** What was answered to a case. */
interface Answer {
  readonly one: AttributionCase
  /** Of the first group; 0 where none is met. */
  readonly probability: number
  readonly first: number
  readonly isRight: boolean
  /** Of all groups and of someone else, with whether each was right. */
  readonly all: readonly { readonly probability: number; readonly isRight: boolean }[]
}

const isMet = ({ seen }: AttributionCase) => seen.some(({ kind }) => specificKinds.has(kind))

function training(
  design: Design,
  cases: readonly AttributionCase[],
  leftOut: (report: string) => boolean,
): Choice[] {
  const choices: Choice[] = []
  for (const { knowledge, omits, place, seen } of cases) {
    const isOmitted: Omits = (report, actor) => omits(report, actor) || report.split(' + ').some(leftOut)
    const { actors, rows } = design.rows(knowledge.view(isOmitted), seen)
    if (actors.length === 0) continue
    const at = actors.indexOf(place)
    choices.push({ rows, truth: at < 0 ? rows.length - 1 : at, weight: 1 })
    const others = rows.filter((_, i) => i !== at)
    if (at >= 0 && others.length > 1)
      choices.push({ rows: others, truth: others.length - 1, weight: strangerWeight })
  }
  return choices
}

function answerOf(
  design: Design,
  one: AttributionCase,
  weights: readonly number[],
  omits = one.omits,
): Answer {
  const { actors, rows } = design.rows(one.knowledge.view(omits), one.seen)
  if (actors.length === 0) return { one, probability: 0, first: -1, isRight: false, all: [] }
  const p = chances(rows, weights)
  const best = actors.reduce((at, _, i) => (p[i]! > p[at]! ? i : at), 0)
  const isIn = actors.includes(one.place)
  return {
    one,
    probability: p[best]!,
    first: actors[best]!,
    isRight: actors[best] === one.place,
    all: p.map((probability, i) => ({
      probability,
      isRight: i < actors.length ? actors[i] === one.place : !isIn,
    })),
  }
}

/** Answers to all cases, each by weights that saw neither its report nor the others of its fold; and those weights. */
function crossValidated(design: Design, cases: readonly AttributionCase[]) {
  const models: number[][] = []
  const answers: Answer[] = []
  for (let fold = 0; fold < folds; fold++) {
    const isOut = (report: string) => foldOf(report, folds) === fold
    const others = cases.filter(({ report }) => !report.split(' + ').some(isOut))
    const weights = fitChoices(training(design, others, isOut), design.size, 1)
    models.push(weights)
    for (const one of cases)
      if (foldOf(one.report, folds) === fold) answers.push(answerOf(design, one, weights))
  }
  return { answers, models }
}

const percent = (part: number, whole: number) =>
  whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`
const right = (answers: readonly Answer[]) => answers.filter(({ isRight }) => isRight).length

function figures(name: string, answers: readonly Answer[]): void {
  const named = answers.filter(({ probability }) => probability >= namedFrom)
  const likely = answers.filter(({ probability }) => probability >= likelyFrom)
  console.log(
    `${name}: ${answers.length} cases; named ${named.length} (coverage ${percent(named.length, answers.length)}), right at the first place ${percent(right(named), named.length)}; ` +
      `"likely" ${likely.length} (${percent(likely.length, answers.length)}), right ${percent(right(likely), likely.length)}; ` +
      `first place of all, if it had to answer: ${percent(right(answers), answers.length)}`,
  )
}

/** How often it was right where it said so: ten bins of the first group's probability. */
function reliability(answers: readonly Answer[]) {
  return Array.from({ length: 10 }, (_, bin) => {
    const own = answers.filter(
      ({ probability }) => probability > 0 && Math.min(9, Math.floor(probability * 10)) === bin,
    )
    const said = own.reduce((sum, { probability }) => sum + probability, 0) / Math.max(own.length, 1)
    return { from: bin / 10, cases: own.length, said, right: right(own) / Math.max(own.length, 1) }
  })
}

function printReliability(answers: readonly Answer[]): void {
  const bins = reliability(answers)
  const all = bins.reduce((sum, { cases }) => sum + cases, 0)
  const error = bins.reduce(
    (sum, { cases, said, right: was }) => sum + (cases / all) * Math.abs(said - was),
    0,
  )
  const brier =
    answers.reduce((sum, { probability, isRight }) => sum + (probability - Number(isRight)) ** 2, 0) /
    answers.length
  console.log('  said      cases  mean said  right')
  for (const { from, cases, said, right: was } of bins)
    console.log(
      `  ${from.toFixed(1)}–${(from + 0.1).toFixed(1)}  ${String(cases).padStart(6)}  ${said.toFixed(3).padStart(9)}  ${was.toFixed(3)}`,
    )
  console.log(`  expected calibration error ${error.toFixed(3)}, Brier score ${brier.toFixed(3)}`)
}

/** Whether groups of many reports are named more often than they are right. */
function printSizes(answers: readonly Answer[]): void {
  const { knowledge } = answers[0]!.one
  const { reportsOf } = knowledge.view()
  const big = new Set(
    reportsOf
      .map((count, place) => ({ count, place }))
      .sort((a, b) => b.count - a.count)
      .slice(0, 10)
      .map(({ place }) => place),
  )
  const named = answers.filter(({ probability }) => probability >= namedFrom)
  const wrong = named.filter(({ isRight }) => !isRight)
  console.log(
    `  the ten groups of most reports: ${percent(named.filter(({ one }) => big.has(one.place)).length, named.length)} of the named cases are theirs, ` +
      `${percent(named.filter(({ first }) => big.has(first)).length, named.length)} are given to them; of ${wrong.length} wrong names ${wrong.filter(({ first }) => big.has(first)).length} are theirs`,
  )
}

const dprk = new Set(['G0032', 'G0094', 'G0082', 'G1052', 'G1036', 'G0067', 'G0138', 'G1049'])
const isDprk = ({ knowledge, place }: AttributionCase) => dprk.has(knowledge.actors[place]?.code ?? '')

const started = cpuSeconds()
const attack = await attackCases()
const campaigns = await attackCasesWithCampaigns()
const trails = await trailCases()
const techniquesOnly = campaigns.map((one) => ({
  ...one,
  seen: one.seen.filter(({ kind }) => kind === 'technique'),
}))
const silent = techniquesOnly.filter(({ seen }) => seen.length > 0)
const spoken = silent.filter(
  ({ knowledge, seen, omits }) => attribute(knowledge, seen, { omits }).confidence !== 'none',
)
console.log(`techniques alone: ${silent.length} cases, named in ${spoken.length}`)
let alike = 0
for (const { knowledge, seen, omits, place } of silent)
  if (attribute(knowledge, seen, { omits }).candidates[0]?.actor === knowledge.actors[place]) alike++
console.log(`  the group that looks most alike is the right one in ${percent(alike, silent.length)}`)

const known = attack.filter((one) => isMet(one) && !one.isSingle)
const single = attack.filter((one) => isMet(one) && one.isSingle)
console.log(
  `\nATT&CK: ${attack.length} cases of a group and a report; with software ${known.length} of groups with other reports, ${single.length} of groups with this one alone`,
)
const trailsMet = trails.filter(isMet)
const models = new Map<Design, number[][]>()
for (const design of [bayes, overlap]) {
  const cases = [...attack.filter(isMet), ...trailsMet]
  const { answers, models: fitted } = crossValidated(design, cases)
  models.set(design, fitted)
  const of = (wanted: readonly AttributionCase[]) => {
    const set = new Set(wanted)
    return answers.filter(({ one }) => set.has(one))
  }
  console.log(`\n== ${design.name} ==`)
  figures('software and techniques, all groups', of(known))
  printReliability(of(known))
  printSizes(of(known))
  figures('  the DPRK groups', of(known.filter(isDprk)))
  const dprkNamed = of(known).filter(({ probability }) => probability >= namedFrom)
  const toDprk = dprkNamed.filter(({ one, first }) => isDprk({ ...one, place: first }))
  console.log(
    `    named as some DPRK group ${toDprk.length}, of which a DPRK group's ${toDprk.filter(({ one }) => isDprk(one)).length}; of the DPRK groups' ${dprkNamed.filter(({ one }) => isDprk(one)).length} named cases some DPRK group ${toDprk.filter(({ one }) => isDprk(one)).length}`,
  )
  figures('  other groups', of(known.filter((one) => !isDprk(one))))
  figures('groups with a single source (no right answer is left)', of(single))
  figures('infrastructure by maltrail, all rows of references', of(trailsMet))
  printReliability(of(trailsMet))
  const strangers = known.map((one) =>
    answerOf(
      design,
      one,
      fitted[foldOf(one.report, folds)]!,
      (report, actor) => actor === one.actor || one.omits(report, actor),
    ),
  )
  figures('groups taken out altogether (no right answer is left)', strangers)
  if (design === overlap && process.argv.includes('--svg'))
    writeFileSync(process.argv[process.argv.indexOf('--svg') + 1]!, reliabilitySvg(reliability(of(known))))
}
const withCampaigns = campaigns.filter((one) => isMet(one) && !one.isSingle)
figures(
  '\nspecific overlap, campaigns attributed to groups as cases too',
  withCampaigns.map((one) => answerOf(overlap, one, models.get(overlap)![foldOf(one.report, folds)]!)),
)

const cases = [...attack.filter(isMet), ...trailsMet]
const weights = fitChoices(
  training(overlap, cases, () => false),
  overlap.size,
  1,
).map((weight) => Math.round(weight * 1000) / 1000)
console.log(`\nweights on all: ${overlapColumns.map((name, i) => `${name} ${weights[i]}`).join(', ')}`)
if (process.argv.includes('--write')) {
  const url = new URL('../../packages/cyber/src/attribution/model.data.ts', import.meta.url)
  writeFileSync(
    url,
    modelText({ weights, calibratedOn: 'mitre_attack 18.1 and maltrail 8adace15, cases by cited report' }),
  )
}
const before = cpuSeconds()
const timed = known.slice(0, 100)
for (const { knowledge, seen, omits } of timed) attribute(knowledge, seen, { omits })
const full = cpuSeconds() - before
const again = cpuSeconds()
for (const { knowledge, seen, omits } of timed)
  chancesOf(knowledge.view(omits), seen, { weights, calibratedOn: '' })
const bare = cpuSeconds() - again
console.log(
  `one attribution ${((1000 * full) / timed.length).toFixed(1)} ms of CPU, ${(full / bare).toFixed(1)} times the weighing alone; all of it ${(cpuSeconds() - started).toFixed(0)} s`,
)

function modelText({ weights: fitted, calibratedOn }: AttributionModel): string {
  return `import type { AttributionModel } from './model.ts'

/** Written by \`bench/cyber/attribution.ts --write\`: weights in the order of \`overlapColumns\`. */
export const attributionModel: AttributionModel = {
  calibratedOn: '${calibratedOn}',
  weights: [${fitted.join(', ')}],
}
`
}
