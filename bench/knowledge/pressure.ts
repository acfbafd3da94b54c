/**
 * The pressure curve on the real lists, and what its models recover from simulated incidents whose parameters are known.
 * The lists are those of the reference data (CORDON_REFERENCE_DATA); without them the starter of the pack answers.
 *
 *   node --conditions=cordon-source --import tsx bench/knowledge/pressure.ts [RUNS]
 */

import { fileURLToPath } from 'node:url'
import {
  compareHawkes,
  eventStudy,
  fitHawkes,
  type HawkesModel,
  hawkesModels,
  pressureReport,
  quantile,
  seeded,
  simulateHawkes,
} from '@cordon/knowledge'
import { readers } from '@cordon/sources'
import { referenceData } from '@cordon/testing'
import { loadListFiles } from '../../apps/cordon/src/known/from-files.ts'
import { findDesignations } from '../../apps/cordon/src/pressure/designations.ts'
import { loadPressurePack } from '../../apps/cordon/src/pressure/pack.ts'
import { pressureView } from '../../apps/cordon/src/pressure/pressure-view.ts'
import { sayPressure } from '../../apps/cordon/src/pressure/say.ts'

const runs = Number(process.argv[2] ?? 200)
const cpu = () => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}

const starter = fileURLToPath(new URL('../../packs/dprk/starter/entities.ftm.json', import.meta.url))
const found = [
  'lists/us-ofac/sdn_advanced_2025-09-03.xml.gz',
  'lists/un/un_consolidated_2026-02-27.xml.gz',
].flatMap((path) => referenceData(path) ?? [])
const known = await loadListFiles(found.length > 0 ? found : [starter], readers)
const pack = await loadPressurePack()
const before = cpu()
const view = pressureView(known, pack)
console.log(`the report: ${(cpu() - before).toFixed(2)} s of CPU`)
for (const sentence of sayPressure(view)) console.log(`  ${sentence}`)

console.log('\nwindows of other lengths, sure rows')
const { dated } = findDesignations(known, pack.programmes)
for (const months of [3, 6, 12]) {
  const { verified, lags } = pressureReport({
    ...pack,
    designations: dated,
    from: pack.observed.from,
    to: pack.observed.to,
    windows: { before: months, after: months },
    seed: 1,
  })
  const { ratio, counts } = verified
  console.log(
    `  ${months} months: ratio ${ratio.value.toFixed(2)} (${ratio.low.toFixed(2)} to ${ratio.high.toFixed(2)}), p ${counts.pShifted.toFixed(3)}; lag ${lags.best.lag}, rho ${lags.best.rho.toFixed(2)}, p ${lags.p.toFixed(3)}`,
  )
}

console.log(`\nwhat a fit recovers, ${runs} simulations each; median and the middle 90 per cent`)
const truth: HawkesModel = { base: 0.5, weight: 0.25, branching: 0.45, decay: 1.5 }
for (const months of [132, 400]) {
  const random = seeded(21)
  const pressure = Array.from({ length: months }, () => (random() < 0.25 ? 4 : 0))
  const fits = Array.from({ length: runs }, (_, at) => {
    const times = simulateHawkes(truth, pressure, months, at + 1)
    return {
      incidents: times.length,
      ...fitHawkes(times, pressure, months, hawkesModels.hawkesPressure).model,
    }
  })
  const of = (name: keyof HawkesModel | 'incidents') => {
    const values = fits.map((fit) => fit[name])
    return `${quantile(values, 0.5).toFixed(2)} (${quantile(values, 0.05).toFixed(2)} to ${quantile(values, 0.95).toFixed(2)})`
  }
  console.log(
    `  ${months} months, ${of('incidents')} incidents: base ${of('base')} of .5, weight ${of('weight')} of .25, branching ${of('branching')} of .45, decay ${of('decay')} of 1.5`,
  )
  for (const weight of [0, 0.25, 0.6]) {
    const gains = Array.from({ length: runs }, (_, at) => {
      const compared = compareHawkes(
        simulateHawkes({ ...truth, weight }, pressure, months, at + 1),
        pressure,
        months,
        at,
        20,
      )
      return compared.fitted ? compared.gain : { value: 0, low: 0, high: 0 }
    })
    const share = (is: (gain: (typeof gains)[number]) => boolean) =>
      `${Math.round((100 * gains.filter(is).length) / runs)} %`
    console.log(
      `    weight ${weight}: out of sample better with pressure in ${share(({ value }) => value > 0)}, and the interval above 0 in ${share(({ low }) => low > 0)}`,
    )
  }
}

console.log(`\nthe event study where nothing happens, ${runs} simulations each: how often p is below .05`)
const places = [14, 22, 29, 31, 32, 35]
for (const [name, model] of [
  ['independent incidents', { base: 0.36, weight: 0, branching: 0, decay: 1 }],
  ['incidents in clusters', { base: 0.2, weight: 0, branching: 0.45, decay: 1 }],
] as const) {
  const studies = Array.from({ length: runs }, (_, at) => {
    const series = Array.from({ length: 132 }, () => 0)
    for (const time of simulateHawkes(model, [], 132, at + 1)) series[Math.floor(time)]! += 1
    return eventStudy(series, places, { before: 6, after: 6 }, at, 199)
  })
  const share = (is: (study: (typeof studies)[number]) => boolean) =>
    `${((100 * studies.filter(is).length) / runs).toFixed(1)} %`
  console.log(
    `  ${name}: moved together ${share(({ pShifted }) => pShifted < 0.05)}, scattered ${share(({ pScattered }) => pScattered < 0.05)}`,
  )
}
