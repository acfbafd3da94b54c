import { distanceKm } from '../../geo.ts'

/** A place of one track at one time. */
export interface Placed {
  readonly track: number
  readonly lat: number
  readonly lon: number
  readonly density: number
}

/** Another place nearby. */
export interface Near {
  readonly other: Placed
  readonly km: number
}

const kmPerDegree = 111.19

/**
 * For each place the others within `km`, nearest first, at most `most`. A grid of rows of latitude, each cut into cells
 * at least `km` wide where it is narrowest, so that neighbours are in the same or a touching cell, across 180 degrees too.
 */
export function neighboursOf(places: readonly Placed[], km: number, most: number): Near[][] {
  const height = km / kmPerDegree
  const rows = Math.ceil(180 / height)
  const rowOf = (lat: number) => Math.min(rows - 1, Math.floor((lat + 90) / height))
  const columnsOf = (row: number) => {
    const lat = Math.min(90, Math.max(Math.abs(row * height - 90), Math.abs((row + 1) * height - 90)))
    return Math.max(1, Math.floor(360 / (height / Math.max(1e-6, Math.cos((lat * Math.PI) / 180)))))
  }
  const columnOf = (lon: number, columns: number) =>
    Math.min(columns - 1, Math.floor(((lon + 180) / 360) * columns))
  const cells = new Map<number, number[]>()
  const keyOf = (row: number, column: number) => row * 2 ** 26 + column
  for (const [i, { lat, lon }] of places.entries()) {
    const row = rowOf(lat)
    const key = keyOf(row, columnOf(lon, columnsOf(row)))
    const cell = cells.get(key)
    if (cell) cell.push(i)
    else cells.set(key, [i])
  }
  return places.map((place, i) => {
    const near: Near[] = []
    const row = rowOf(place.lat)
    for (let r = Math.max(0, row - 1); r <= Math.min(rows - 1, row + 1); r++) {
      const columns = columnsOf(r)
      const column = columnOf(place.lon, columns)
      const around =
        columns < 3 ? [...Array(columns).keys()] : [-1, 0, 1].map((d) => (column + d + columns) % columns)
      for (const c of around) {
        for (const j of cells.get(keyOf(r, c)) ?? []) {
          const other = places[j]!
          if (j === i || other.track === place.track) continue
          const distance = distanceKm(place.lat, place.lon, other.lat, other.lon)
          if (distance <= km) near.push({ other, km: distance })
        }
      }
    }
    near.sort((a, b) => a.km - b.km)
    return near.length > most ? near.slice(0, most) : near
  })
}
