import type { FeatureCollection, Geometry, Position } from 'geojson'
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
  /** Polygons, each with its holes. Longitudes run on across the 180th meridian. */
  readonly land: readonly Position[][][]
  readonly coast: readonly Position[][]
  readonly borders: readonly Position[][]
  readonly countries: readonly Country[]
}

/** The part of a basemap that comes into a box (west, south, east, north): lines and land elsewhere cost drawing, and are not seen. */
export function partOf(basemap: Basemap, box: readonly [number, number, number, number]): Basemap {
  return {
    ...basemap,
    land: basemap.land.filter(([ring]) => comesInto(ring ?? [], box)),
    coast: basemap.coast.filter((line) => comesInto(line, box)),
    borders: basemap.borders.filter((line) => comesInto(line, box)),
  }
}

function comesInto(
  line: readonly Position[],
  [west, south, east, north]: readonly [number, number, number, number],
) {
  let [w, s, e, n] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [lon = 0, lat = 0] of line) {
    w = Math.min(w, lon)
    e = Math.max(e, lon)
    s = Math.min(s, lat)
    n = Math.max(n, lat)
  }
  if (s > north || n < south) return false
  return [-360, 0, 360].some((turn) => w + turn <= east && e + turn >= west)
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
    land: features.flatMap(({ geometry }) => polygonsOf(geometry).map((rings) => rings.map(unwrapped))),
    coast: mesh(world, countries, (a, b) => a === b).coordinates.map(runningOn),
    borders: mesh(world, countries, (a, b) => a !== b).coordinates.map(runningOn),
    countries: features.flatMap(({ properties, geometry }) => placeOf(properties.name, geometry)),
  }
}

function polygonsOf(geometry: Geometry): Position[][][] {
  if (geometry.type === 'Polygon') return [geometry.coordinates]
  return geometry.type === 'MultiPolygon' ? geometry.coordinates : []
}

/** A line whose longitudes run on where it crosses the 180th meridian, instead of jumping to the other side of the map. */
function runningOn(line: readonly Position[]): Position[] {
  let turns = 0
  return line.map(([lon = 0, lat = 0], i) => {
    const before = line[i - 1]?.[0] ?? lon
    if (Math.abs(lon - before) > 180) turns += lon > before ? -360 : 360
    return [lon + turns, lat]
  })
}

/** A ring that runs on; one that goes round the pole (Antarctica) is closed far in the south. */
function unwrapped(ring: readonly Position[]): Position[] {
  const line = runningOn(ring)
  const [first = 0] = line[0] ?? []
  const [last = 0] = line.at(-1) ?? []
  return Math.abs(last - first) > 180 ? [...line, [last, -85], [first, -85], line[0]!] : line
}

/** The middle of the largest part. */
function placeOf(name: string, geometry: Geometry): Country[] {
  const parts = polygonsOf(geometry).map((rings) => rings.map(runningOn))
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
