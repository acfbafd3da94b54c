/** Made by `bench/screening/calibrate.ts`; do not edit. Log of the likelihood ratio = intercept + slope * log-odds. */
export const calibration = {
  intercept: -2.1776,
  slope: 1.9715,
  set: '344 UN names with slips against 1334 made-up innocents, with birth dates and nationalities',
} as const
