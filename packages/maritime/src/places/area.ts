import { cosineOf, planeMetres } from '../events/leg.ts'

/** An area of the sea, with what is known of it. */
export interface Area {
  readonly id: string
  readonly name: string
  /**
   * `watch`: transfers that a resolution forbids were seen here. `lawful`: transfers are usual and permitted here
   * (lightering, bunkering). `anchorage`: ships lie at anchor near each other here.
   */
  readonly kind: 'watch' | 'lawful' | 'anchorage'
  /** Rings of [longitude, latitude], the first outside, others holes; several polygons where there are several. */
  readonly polygons: readonly (readonly (readonly (readonly [number, number])[])[])[]
  /** Resolutions and advisories that apply, by their ids. */
  readonly cites: readonly string[]
  /** Who says so, in a sentence. */
  readonly note?: string
}

const cell = 0.5

/** Areas by place. Outside all of them a place costs one look at a map. */
export class AreaIndex {
  readonly areas: readonly Area[]
  private readonly cells = new Map<number, number[]>()

  constructor(areas: readonly Area[]) {
    this.areas = areas
    for (const [at, area] of areas.entries()) {
      for (const [ring] of area.polygons) {
        if (ring === undefined) continue
        const lons = ring.map(([lon]) => lon)
        const lats = ring.map(([, lat]) => lat)
        for (let row = rowOf(Math.min(...lats)); row <= rowOf(Math.max(...lats)); row++)
          for (let column = columnOf(Math.min(...lons)); column <= columnOf(Math.max(...lons)); column++)
            this.put(row * 720 + column, at)
      }
    }
  }

  private put(key: number, at: number): void {
    const known = this.cells.get(key)
    if (known === undefined) this.cells.set(key, [at])
    else if (!known.includes(at)) known.push(at)
  }

  /** Numbers of the areas that may hold places in the cell of this one; undefined for none. */
  candidates(lat: number, lon: number): readonly number[] | undefined {
    return this.cells.get(this.cellOf(lat, lon))
  }

  /** The cell of a place: candidates are the same throughout. */
  cellOf(lat: number, lon: number): number {
    return rowOf(lat) * 720 + columnOf(lon)
  }

  /** Whether a place is in an area. */
  contains(at: number, lat: number, lon: number): boolean {
    return this.areas[at]!.polygons.some(
      ([outer, ...holes]) =>
        outer !== undefined && isInside(outer, lat, lon) && !holes.some((hole) => isInside(hole, lat, lon)),
    )
  }

  /** The areas that hold a place. */
  at(lat: number, lon: number): Area[] {
    return (this.candidates(lat, lon) ?? [])
      .filter((at) => this.contains(at, lat, lon))
      .map((at) => this.areas[at]!)
  }
}

function rowOf(lat: number): number {
  return Math.floor((lat + 90) / cell)
}

function columnOf(lon: number): number {
  return Math.min(719, Math.max(0, Math.floor((lon + 180) / cell)))
}

/** Even-odd rule; a ring may be closed or open. Rings that cross 180 degrees are to be cut there. */
export function isInside(ring: readonly (readonly [number, number])[], lat: number, lon: number): boolean {
  let inside = false
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [x1, y1] = ring[i]!
    const [x2, y2] = ring[j]!
    if (y1 > lat !== y2 > lat && lon < ((x2 - x1) * (lat - y1)) / (y2 - y1) + x1) inside = !inside
  }
  return inside
}

/**
 * A sector of a ring around a place, as a ring of [longitude, latitude]: what "240 to 450 km east to south of Shanghai"
 * says. Kilometres; bearings in degrees clockwise.
 */
export function sectorRing(
  lat: number,
  lon: number,
  kmFrom: number,
  kmTo: number,
  bearingFrom: number,
  bearingTo: number,
): [number, number][] {
  const at = (km: number, bearing: number): [number, number] => {
    const angle = (bearing * Math.PI) / 180
    const dLat = (km * 1000 * Math.cos(angle)) / 111_195
    const dLon = (km * 1000 * Math.sin(angle)) / (111_195 * cosineOf(lat + dLat / 2))
    return [round(lon + dLon), round(lat + dLat)]
  }
  const steps = Math.max(1, Math.ceil((bearingTo - bearingFrom) / 10))
  const bearings = Array.from(
    { length: steps + 1 },
    (_, i) => bearingFrom + ((bearingTo - bearingFrom) * i) / steps,
  )
  const outer = bearings.map((bearing) => at(kmTo, bearing))
  const inner = bearings.toReversed().map((bearing) => at(kmFrom, bearing))
  return [...outer, ...inner, outer[0]!]
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000
}

/** Kilometres from a place to the nearest corner of an area: enough to say "near". */
export function cornerKm(area: Area, lat: number, lon: number): number {
  const cosine = cosineOf(lat)
  let least = Number.POSITIVE_INFINITY
  for (const [ring] of area.polygons)
    for (const [x, y] of ring ?? []) least = Math.min(least, planeMetres(lat, lon, y, x, cosine))
  return least / 1000
}
