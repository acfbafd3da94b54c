import type { Instant } from '@cordon/model'
import { toRadians } from '../geo.ts'

/**
 * From one position of a track to the next. One object is used again for every leg, so that none is made in the hot
 * loop: a detector keeps no reference to it. Knots and degrees; NaN where not sent.
 */
export interface Leg {
  mmsi: number
  track: number
  /** The position before; NaN in all of it at the first position of a track. */
  time0: Instant
  lat0: number
  lon0: number
  sog0: number
  time: Instant
  lat: number
  lon: number
  sog: number
  cog: number
  /** Cosine of the latitude, within a tenth of a degree. */
  cosine: number
  /** Milliseconds and metres between the two; NaN at the first. */
  ms: number
  metres: number
}

/** A leg with nothing in it. */
export function emptyLeg(): Leg {
  const none = Number.NaN
  return {
    mmsi: 0,
    track: 0,
    time0: none,
    lat0: none,
    lon0: none,
    sog0: none,
    time: none,
    lat: none,
    lon: none,
    sog: none,
    cog: none,
    cosine: none,
    ms: none,
    metres: none,
  }
}

/** Metres of a degree of latitude on the sphere that the rest of the package takes. */
export const metresPerDegree = (Math.PI / 180) * 6_371_000

/**
 * Metres between two places not far apart, on a plane that touches the sphere: within one part in a thousand up to 100 km
 * outside the polar circles. `cosine` is that of their latitude; it is the costly part, and a track keeps it.
 */
export function planeMetres(lat0: number, lon0: number, lat: number, lon: number, cosine: number): number {
  let dLon = lon - lon0
  if (dLon > 180) dLon -= 360
  else if (dLon < -180) dLon += 360
  const x = dLon * cosine
  const y = lat - lat0
  return Math.sqrt(x * x + y * y) * metresPerDegree
}

/** Cosine of a latitude in degrees. */
export function cosineOf(lat: number): number {
  return Math.cos(toRadians(lat))
}

/** Knots of so many metres in so many milliseconds. */
export function knotsOf(metres: number, ms: number): number {
  return (metres / ms) * (3_600_000 / 1852)
}
