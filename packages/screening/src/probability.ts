import { calibration } from './calibration.data.ts'
import { logOddsOf } from './names/name-score.ts'

/** How likely a result is the party meant, in a population of which a stated share is listed. */
export interface Probability {
  readonly value: number
  readonly prior: number
  /** The set it was calibrated on. */
  readonly calibratedOn: string
}

/** Share of customers that are listed, where the user states none: one in 10,000. */
const usualPrior = 0.0001

/** The probability behind a score, from the likelihood ratio measured on a labelled set and the prior. */
export function probabilityOf(score: number, prior = usualPrior): Probability {
  const share = Math.min(1 - 1e-9, Math.max(1e-9, prior))
  const logRatio = calibration.intercept + calibration.slope * logOddsOf(Math.min(score, 0.9999))
  const value = 1 / (1 + Math.exp(-logRatio - Math.log(share / (1 - share))))
  return { value: Number.isFinite(value) ? value : 0, prior: share, calibratedOn: calibration.set }
}
