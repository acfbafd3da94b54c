import type { Instant } from '@cordon/model'

/** What a patrol aircraft, a ship or a satellite saw: a ship at a place, whether it transmits or not. */
export interface Sighting {
  readonly id: string
  /** Sightings of one report are of different ships. */
  readonly report?: string
  readonly time: Instant
  readonly lat: number
  readonly lon: number
  /** Standard deviation of the place, metres. */
  readonly accuracyM: number
  readonly lengthM?: number
  /** Degrees from north. */
  readonly heading?: number
  /** As read off the stern or the bow. */
  readonly name?: string
  readonly imo?: string
  /** Where the photograph is. */
  readonly photo?: string
  /** Who saw it: `patrol`, `sar` (radar satellite), `optical` ... */
  readonly source?: string
  /** Probability that it is a ship at all, as a detector gives it. */
  readonly confidence?: number
}
