const radians = Math.PI / 180

/** Mean radius of the Earth in kilometres, as the reference algorithms take it. */
export const earthRadiusKm = 6371
/** A nautical mile in kilometres. */
export const nauticalMileKm = 1.852

/** Distance on the sphere by the haversine formula, kilometres; degrees in. */
export function distanceKm(lat1: number, lon1: number, lat2: number, lon2: number): number {
  const dLat = Math.sin(((lat2 - lat1) * radians) / 2)
  const dLon = Math.sin(((lon2 - lon1) * radians) / 2)
  const h = dLat * dLat + Math.cos(lat1 * radians) * Math.cos(lat2 * radians) * dLon * dLon
  return 2 * earthRadiusKm * Math.asin(Math.min(1, Math.sqrt(h)))
}

/** A longitude brought into -180 (in) to 180 (out). */
export function wrapLongitude(lon: number): number {
  return lon >= -180 && lon < 180 ? lon : ((((lon + 180) % 360) + 360) % 360) - 180
}

/** Degrees from one longitude to another by the shorter way, -180 to 180. */
export function longitudeStep(from: number, to: number): number {
  return wrapLongitude(to - from)
}

/** Mean of longitudes on the circle, by their weights. */
export function meanLongitude(lons: readonly number[], weights?: readonly number[]): number {
  let sin = 0
  let cos = 0
  for (const [i, lon] of lons.entries()) {
    const weight = weights?.[i] ?? 1
    sin += weight * Math.sin(lon * radians)
    cos += weight * Math.cos(lon * radians)
  }
  return Math.atan2(sin, cos) / radians
}

/** The middle value, or the mean of the two in the middle; NaN of none. */
export function median(values: readonly number[]): number {
  const sorted = Float64Array.from(values).sort()
  const half = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2
}

/** Degrees to radians. */
export function toRadians(degrees: number): number {
  return degrees * radians
}
