/** Made by `bench/screening/calibrate.ts`; do not edit. Log of the likelihood ratio = intercept + slope * log-odds. */
export const calibration = { intercept: 0, slope: 1, set: 'not calibrated' } as const
