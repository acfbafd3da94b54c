import type { Instant } from '@cordon/model'
import { distanceKm, nauticalMileKm, toRadians, wrapLongitude } from '../geo.ts'
import type { TrackParameters } from './parameters.ts'

/** A position as it is compared. Knots and degrees, NaN where not sent. */
export interface TrackPoint {
  readonly time: Instant
  readonly lat: number
  readonly lon: number
  readonly sog: number
  readonly cog: number
}

const hour = 3_600_000

/**
 * How well a position goes on from an earlier one: 0 where it can't, more the nearer it is to where the ship would be
 * and the less time has passed. The measure of gpsdio-segment 3: distance from the dead reckoned place, forward and
 * backward, against the distance that the time allows.
 */
export function matchOf(earlier: TrackPoint, later: TrackPoint, parameters: TrackParameters): number {
  const { penaltyHours, hoursExponent, bufferHours, maxKnots } = parameters
  const hours = (later.time - earlier.time) / hour
  const penalised = hours / (1 + (hours / penaltyHours) ** hoursExponent)
  const reach = Math.hypot(penalised, bufferHours) * maxKnots
  const miles = discrepancy(earlier, later, hours)
  if (miles > reach) return 0
  return Math.exp(-(((5 * miles) / reach) ** 2)) / Math.hypot(hours, bufferHours)
}

/**
 * Whether a position is so near that it goes on from an earlier one whatever the courses: the measure of `matchOf` is never
 * more than four times the distance. Degrees of longitude are taken as long as at the equator, so that there is no
 * trigonometry in the common case.
 * @param hours between the two
 */
export function isPlainlyNear(
  dLat: number,
  dLon: number,
  hours: number,
  { bufferHours, maxKnots, penaltyHours, hoursExponent }: TrackParameters,
): boolean {
  const square = dLat * dLat + dLon * dLon
  const least = (bufferHours * maxKnots) / (4 * 60)
  if (square <= least * least) return true
  const penalised = hours / (1 + (hours / penaltyHours) ** hoursExponent)
  const reach = (Math.sqrt(penalised * penalised + bufferHours * bufferHours) * maxKnots) / (4 * 60)
  return square <= reach * reach
}

/** Nautical miles by which the later position is not where the earlier one led, nor the other way round. */
function discrepancy(earlier: TrackPoint, later: TrackPoint, hours: number): number {
  const plain = miles(earlier.lat, earlier.lon, later.lat, later.lon)
  if (!isMoving(earlier) && !isMoving(later)) return plain
  const ahead = reckon(earlier, hours)
  const behind = reckon(later, -hours)
  const forward = miles(ahead.lat, ahead.lon, later.lat, later.lon)
  const backward = miles(behind.lat, behind.lon, earlier.lat, earlier.lon)
  return Math.min((forward + backward) / 2, 4 * plain)
}

function isMoving({ sog, cog }: TrackPoint): boolean {
  return sog > 0 && !Number.isNaN(cog)
}

function miles(lat1: number, lon1: number, lat2: number, lon2: number): number {
  return distanceKm(lat1, lon1, lat2, lon2) / nauticalMileKm
}

/** Where a ship is after so many hours at its speed and course; where it was for a negative number. */
export function reckon(point: TrackPoint, hours: number): { readonly lat: number; readonly lon: number } {
  if (!isMoving(point)) return point
  const degrees = (point.sog * hours) / 60
  const lat = Math.max(-90, Math.min(90, point.lat + degrees * Math.cos(toRadians(point.cog))))
  const cosine = Math.max(0.1, Math.cos(toRadians(point.lat)))
  return { lat, lon: wrapLongitude(point.lon + (degrees * Math.sin(toRadians(point.cog))) / cosine) }
}
