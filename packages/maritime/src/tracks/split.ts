import type { Instant } from '@cordon/model'

/**
 * Where an MMSI's track did not go on, and a new one began: the distance could not be sailed (`jump`), the silence was
 * too long (`silence`), or both go on side by side (`two ships`: then the earlier one was heard again afterwards).
 */
export interface TrackSplit {
  readonly kind: 'jump' | 'silence' | 'two ships'
  readonly mmsi: number
  readonly time: Instant
  /** Numbers of the tracks: the one nearest in time, and the new one. */
  readonly from: number
  readonly to: number
  readonly km: number
  readonly hours: number
  /** Speed that would join them; Infinity at the same time. */
  readonly knots: number
}
