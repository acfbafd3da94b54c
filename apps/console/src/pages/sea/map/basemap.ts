import type { Feature, FeatureCollection, Geometry, MultiLineString } from 'geojson'
import { feature, mesh } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import fine from 'world-atlas/countries-50m.json?url'
import coarse from 'world-atlas/countries-110m.json?url'

/** A country: its land, and where its name is written. */
export interface Country {
  readonly name: string
  readonly lon: number
  readonly lat: number
  /** Degrees across: small countries are named only where one looks closer. */
  readonly size: number
}

/** Land, coasts and borders, from Natural Earth (public domain) as world-atlas packs it. */
export interface Basemap {
  readonly land: readonly Feature[]
  readonly coast: MultiLineString
  readonly borders: MultiLineString
  readonly countries: readonly Country[]
}

type World = Topology<{ countries: GeometryCollection<{ name: string }> }>

const held = new Map<string, Promise<Basemap>>()

/** The basemap; `coarse` is there at once, `fine` a moment later. Each is read once. */
export function loadBasemap(detail: 'coarse' | 'fine'): Promise<Basemap> {
  const url = detail === 'coarse' ? coarse : fine
  const known = held.get(url) ?? read(url)
  held.set(url, known)
  return known
}

async function read(url: string): Promise<Basemap> {
  const world = (await (await fetch(url)).json()) as World
  const { countries } = world.objects
  const { features } = feature(world, countries) as FeatureCollection<Geometry, { name: string }>
  return {
    land: features,
    coast: mesh(world, countries, (a, b) => a === b),
    borders: mesh(world, countries, (a, b) => a !== b),
    countries: features.flatMap(({ properties, geometry }) => placeOf(properties.name, geometry)),
  }
}

/** The middle of the largest part. */
function placeOf(name: string, geometry: Geometry): Country[] {
  const parts =
    geometry.type === 'Polygon'
      ? [geometry.coordinates]
      : geometry.type === 'MultiPolygon'
        ? geometry.coordinates
        : []
  let best: Country | undefined
  for (const [ring] of parts) {
    if (!ring) continue
    let [area, x, y] = [0, 0, 0]
    for (let i = 0; i + 1 < ring.length; i++) {
      const [x0 = 0, y0 = 0] = ring[i]!
      const [x1 = 0, y1 = 0] = ring[i + 1]!
      const cross = x0 * y1 - x1 * y0
      area += cross
      x += (x0 + x1) * cross
      y += (y0 + y1) * cross
    }
    const size = Math.sqrt(Math.abs(area / 2))
    if (size > (best?.size ?? 0)) best = { name, lon: x / (3 * area), lat: y / (3 * area), size }
  }
  return best ? [best] : []
}
