import type { Instant } from '@cordon/model'
import { cosineOf } from '../events/leg.ts'
import { longitudeStep, wrapLongitude } from '../geo.ts'

/** A place at a time. */
export interface Waypoint {
  readonly time: Instant
  readonly lat: number
  readonly lon: number
}

/** Where a ship is, and how it moves. */
export interface Motion {
  readonly lat: number
  readonly lon: number
  /** Knots and degrees. */
  readonly sog: number
  readonly cog: number
}

/** Hours that a ship takes between two places at a speed. */
export function hoursBetween(
  from: { readonly lat: number; readonly lon: number },
  to: { readonly lat: number; readonly lon: number },
  knots: number,
): number {
  const dLat = (to.lat - from.lat) * 60
  const dLon = longitudeStep(from.lon, to.lon) * 60 * cosineOf((from.lat + to.lat) / 2)
  return Math.hypot(dLat, dLon) / knots
}

/** Way that a ship makes, from place to place; stops are two waypoints at one place. */
export class VoyagePlan {
  readonly waypoints: readonly Waypoint[]
  private leg = 0

  /** @param waypoints in order of time, at least one */
  constructor(waypoints: readonly Waypoint[]) {
    this.waypoints = waypoints
  }

  get start(): Instant {
    return this.waypoints[0]!.time
  }

  get end(): Instant {
    return this.waypoints.at(-1)!.time
  }

  /** Where the ship is; undefined before it begins and behind its end. Asked in order of time it costs nothing to find. */
  at(time: Instant): Motion | undefined {
    const { waypoints } = this
    if (time < this.start || time > this.end) return undefined
    if (waypoints[this.leg]!.time > time) this.leg = 0
    while (this.leg < waypoints.length - 2 && waypoints[this.leg + 1]!.time <= time) this.leg++
    const from = waypoints[this.leg]!
    const to = waypoints[this.leg + 1] ?? from
    const ms = to.time - from.time
    if (ms === 0) return { lat: from.lat, lon: from.lon, sog: 0, cog: 0 }
    const mix = (time - from.time) / ms
    const dLat = to.lat - from.lat
    const dLon = longitudeStep(from.lon, to.lon)
    const east = dLon * cosineOf(from.lat)
    return {
      lat: from.lat + dLat * mix,
      lon: wrapLongitude(from.lon + dLon * mix),
      sog: (Math.hypot(dLat, east) * 60) / (ms / 3_600_000),
      cog: ((Math.atan2(east, dLat) * 180) / Math.PI + 360) % 360,
    }
  }
}

/** Waypoints as a ship sails through places at a speed, with stops in hours. */
export function sail(
  start: Instant,
  places: readonly { readonly lat: number; readonly lon: number; readonly stopHours?: number }[],
  knots: number,
): Waypoint[] {
  const waypoints: Waypoint[] = []
  let time = start
  for (const [i, { lat, lon, stopHours = 0 }] of places.entries()) {
    const before = places[i - 1]
    if (before) time += hoursBetween(before, { lat, lon }, knots) * 3_600_000
    waypoints.push({ time, lat, lon })
    if (stopHours === 0) continue
    time += stopHours * 3_600_000
    waypoints.push({ time, lat, lon })
  }
  return waypoints
}
