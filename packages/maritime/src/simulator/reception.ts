import type { Instant } from '@cordon/model'
import { cosineOf, planeMetres } from '../events/leg.ts'
import { hashed } from './random.ts'

/** A receiver on the coast. */
export interface Station {
  readonly lat: number
  readonly lon: number
}

/** How ships are heard. */
export interface ReceptionModel {
  readonly stations: readonly Station[]
  /** Range of a station. Default 75 km. */
  readonly rangeKm: number
  /** Minutes between two satellites over a place, and how long each stays in sight. Defaults 60 and 12. */
  readonly passEveryMinutes: number
  readonly passMinutes: number
  /** Reports that are lost on the way, coast and satellite. Defaults 0.1 and 0.55. */
  readonly coastLoss: number
  readonly satelliteLoss: number
}

/** The defaults. */
export const receptionDefaults: ReceptionModel = {
  stations: [],
  rangeKm: 75,
  passEveryMinutes: 60,
  passMinutes: 12,
  coastLoss: 0.1,
  satelliteLoss: 0.55,
}

/** Who hears a report of a ship at a minute: the coast, a satellite, or nobody. Class B is weaker for both. */
export function heardBy(
  model: ReceptionModel,
  ship: number,
  isClassB: boolean,
  lat: number,
  lon: number,
  time: Instant,
): 'coast' | 'satellite' | undefined {
  const minute = Math.floor(time / 60_000)
  const chance = hashed(ship, minute)
  const cosine = cosineOf(lat)
  const range = model.rangeKm * 1000 * (isClassB ? 0.6 : 1)
  for (const station of model.stations)
    if (planeMetres(lat, lon, station.lat, station.lon, cosine) <= range)
      return chance >= model.coastLoss ? 'coast' : undefined
  // Orbits go over the lower latitudes at one time, wandering east: neighbours see a satellite together.
  const phase = (minute + Math.floor(lon * 4) + 7 * Math.floor(lat / 10)) % model.passEveryMinutes
  if ((phase + model.passEveryMinutes) % model.passEveryMinutes >= model.passMinutes) return undefined
  return chance >= (isClassB ? 0.85 : model.satelliteLoss) ? 'satellite' : undefined
}
