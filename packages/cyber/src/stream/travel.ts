import { BoundedMap } from './bounded-map.ts'
import type { StreamDetection, StreamRule, TravelLogic } from './stream-rule.ts'

interface Stay {
  at: number
  latitude: number
  longitude: number
  place: string
  told: number
}

/** State of a travel rule, as plain data. */
export type TravelState = readonly (readonly [string, Stay])[]

const earthKm = 6371

/** One account at two places between which nobody travels that fast. */
export class Travel {
  private readonly rule: StreamRule
  private readonly logic: TravelLogic
  private readonly keys: BoundedMap<Stay>

  constructor(rule: StreamRule, logic: TravelLogic, saved: TravelState = []) {
    this.rule = rule
    this.logic = logic
    this.keys = new BoundedMap(50_000, structuredClone(saved) as [string, Stay][])
  }

  observe(
    key: string,
    latitude: number,
    longitude: number,
    at: number,
    place: string,
  ): StreamDetection | undefined {
    const before = this.keys.peek(key)
    if (before && at < before.at) return undefined
    const stay: Stay = { at, latitude, longitude, place, told: before?.told ?? 0 }
    this.keys.delete(key)
    this.keys.use(key, () => stay)
    if (!before || at - before.at > this.logic.window) return undefined
    const distance = kilometres(before, stay)
    const hours = Math.max(1 / 60, (at - before.at) / 3_600_000)
    const speed = distance / hours
    if (distance < this.logic.minDistance || speed < this.logic.maxSpeed) return undefined
    stay.told++
    return {
      rule: this.rule,
      key,
      revision: 1,
      start: before.at,
      end: at,
      measures: {
        kilometres: Math.round(distance),
        hours: Math.round(hours * 100) / 100,
        speed: Math.round(speed),
      },
      members: [coordinates(before), coordinates(stay)],
      places: [before.place, place],
      statement: `${this.rule.title}: ${key} was ${Math.round(distance)} km away after ${hours < 1 ? `${Math.round(hours * 60)} min` : `${hours.toFixed(1)} h`}.`,
    }
  }

  snapshot(): TravelState {
    return structuredClone(this.keys.entries())
  }
}

const coordinates = ({ latitude, longitude }: Stay) => `${latitude.toFixed(2)}, ${longitude.toFixed(2)}`

/** Along a great circle (haversine). */
function kilometres(a: Stay, b: Stay): number {
  const rad = Math.PI / 180
  const dLat = (b.latitude - a.latitude) * rad
  const dLon = (b.longitude - a.longitude) * rad
  const h =
    Math.sin(dLat / 2) ** 2 +
    Math.cos(a.latitude * rad) * Math.cos(b.latitude * rad) * Math.sin(dLon / 2) ** 2
  return 2 * earthKm * Math.asin(Math.min(1, Math.sqrt(h)))
}
