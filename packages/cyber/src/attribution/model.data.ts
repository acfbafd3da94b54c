import type { AttributionModel } from './model.ts'

/** Written by `bench/cyber/attribution.ts --write`: weights in the order of `overlapColumns`. */
export const attributionModel: AttributionModel = {
  calibratedOn: 'mitre_attack 18.1 and maltrail 8adace15, cases by cited report',
  weights: [3.796, 2.626, 1.614, 3.094, 2.745, 0.803, 1.259, 2.96, 1.086, 1.236],
}
