import type { WebMercatorViewport } from '@deck.gl/core'
import type { Fleet } from '../track-data.ts'
import type { PlacedMarker } from './layers.ts'
import type { Pointed } from './scene.ts'

const reachPixels = 12

/** What is at a place of the canvas, pixels: a marker before a ship before the sea. */
export function pointedAt(
  viewport: WebMercatorViewport,
  x: number,
  y: number,
  markers: readonly PlacedMarker[],
  fleet: Fleet,
): Pointed {
  const [lon = 0, lat = 0] = viewport.unproject([x, y])
  const base = { x, y, lat, lon: ((((lon + 180) % 360) + 360) % 360) - 180 }
  for (const { id, offset, ...at } of markers.toReversed()) {
    const [mx = 0, my = 0] = viewport.project([near(at.lon, lon), at.lat])
    const isOn = Math.hypot(x - mx - offset[0], y - my - offset[1]) < 14 || Math.hypot(x - mx, y - my) < 6
    if (isOn) return { ...base, kind: 'marker', id }
  }
  const ship = shipAt(viewport, x, y, lon, lat, fleet)
  return ship === undefined ? { ...base, kind: 'place' } : { ...base, kind: 'ship', ship }
}

function shipAt(
  viewport: WebMercatorViewport,
  x: number,
  y: number,
  lon: number,
  lat: number,
  { places, alphas }: Fleet,
): number | undefined {
  const [west = 0, north = 0] = viewport.unproject([x - reachPixels, y - reachPixels])
  const [east = 0, south = 0] = viewport.unproject([x + reachPixels, y + reachPixels])
  let best: number | undefined
  let least = Number.POSITIVE_INFINITY
  for (let ship = 0; ship < alphas.length; ship++) {
    const shipLat = places[2 * ship + 1]!
    if (alphas[ship] === 0 || shipLat < south || shipLat > north) continue
    const shipLon = near(places[2 * ship]!, lon)
    if (shipLon < west || shipLon > east) continue
    const off = Math.hypot(shipLon - lon, (shipLat - lat) * 1.3)
    if (off < least) [best, least] = [ship, off]
  }
  return best
}

/** The longitude, as many turns on that it is near another. */
export function near(lon: number, other: number): number {
  return lon + 360 * Math.round((other - lon) / 360)
}
