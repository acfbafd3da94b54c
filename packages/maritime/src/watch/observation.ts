import type { Instant } from '@cordon/model'
import type { ShipSaid } from '../identity/ship-said.ts'
import type { Sighting } from '../sightings/sighting.ts'

/** A position report. Knots and degrees; absent where not sent. */
export interface PositionSeen {
  readonly kind: 'position'
  readonly mmsi: number
  readonly time: Instant
  readonly lat: number
  readonly lon: number
  readonly sog?: number
  readonly cog?: number
}

/** A static report. */
export interface SaidSeen extends ShipSaid {
  readonly kind: 'static'
}

/** A sighting. */
export interface SightingSeen extends Sighting {
  readonly kind: 'sighting'
}

/** One thing seen at sea. */
export type SeaObservation = PositionSeen | SaidSeen | SightingSeen
