/** The made-up day of `events.mjs` and `day.mjs`: see there. */
import { PositionColumns } from '@cordon/maritime'

export const start = Date.UTC(2018, 0, 13)
export const dayMs = 86_400_000
export const sliceMs = 600_000

/**
 * A seeded fleet and its day, as the world has it: two in five ships under way, others at anchor, adrift or in port, one in fifty
 * beside another, one in ten silent for seven hours. `sliceOf(n)` gives the positions of ten minutes, ship after ship: whoever
 * takes them has to bring them into order. Slices are to be asked for one after the other.
 */
export function madeUpDay(ships, wanted) {
  const interval = (dayMs * ships) / wanted
  let seed = 20180113
  const random = () => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
    return seed / 2 ** 32
  }

  const ports = Array.from({ length: 3000 }, (_, i) => ({
    id: `p${i}`,
    name: `Port ${i}`,
    lat: -60 + 120 * random(),
    lon: -180 + 360 * random(),
  }))
  const areas = Array.from({ length: 20 }, (_, i) => {
    const lat = -50 + 100 * random()
    const lon = -170 + 340 * random()
    const ring = [
      [lon, lat],
      [lon + 3, lat],
      [lon + 3, lat + 3],
      [lon, lat + 3],
      [lon, lat],
    ]
    return { id: `a${i}`, name: `Area ${i}`, kind: 'watch', polygons: [[ring]], cites: [] }
  })
  const fleet = Array.from({ length: ships }, (_, i) => {
    const kind = random()
    const port = ports[Math.floor(random() * ports.length)]
    const isInPort = kind > 0.6
    return {
      mmsi: 273_000_000 + i,
      lat: isInPort ? port.lat + 0.01 * random() : -55 + 110 * random(),
      lon: isInPort ? port.lon + 0.01 * random() : -179 + 358 * random(),
      sog: kind < 0.4 ? 8 + 10 * random() : kind < 0.6 ? 0.6 * random() : 0,
      cog: 360 * random(),
      phase: random() * interval,
      silent: random() < 0.1 ? Math.floor(random() * 100) : -1,
    }
  })
  for (let i = 0; i + 1 < ships; i += 50) {
    fleet[i] = { ...fleet[i], lat: -50 + 100 * random(), lon: -179 + 358 * random(), sog: 0.2, silent: -1 }
    fleet[i + 1] = {
      ...fleet[i],
      mmsi: fleet[i + 1].mmsi,
      lat: fleet[i].lat + 0.001,
      phase: random() * interval,
    }
  }

  const at = fleet.map(({ phase }) => start + phase)

  /** The positions of a slice, ship after ship: the builder has to bring them into order. */
  function sliceOf(slice) {
    const columns = new PositionColumns(Math.ceil((ships * sliceMs) / interval) + ships)
    const until = start + (slice + 1) * sliceMs
    for (let s = 0; s < ships; s++) {
      const { mmsi, lat, lon, sog, cog, silent } = fleet[s]
      const isSilent = silent >= 0 && slice >= silent && slice < silent + 44
      for (; at[s] < until; at[s] += interval) {
        if (isSilent) continue
        const i = columns.next()
        const degrees = (sog * (at[s] - start)) / 3_600_000 / 60
        const cosine = Math.cos((lat * Math.PI) / 180)
        const there = lon + (degrees * Math.sin((cog * Math.PI) / 180)) / cosine
        columns.mmsi[i] = mmsi
        columns.time[i] = Math.round(at[s])
        columns.lat[i] = Math.max(
          -85,
          Math.min(85, lat + degrees * Math.cos((cog * Math.PI) / 180) + 1e-5 * random()),
        )
        columns.lon[i] = ((((there + 180) % 360) + 360) % 360) - 180
        columns.sog[i] = sog
        columns.cog[i] = cog
        columns.heading[i] = Number.NaN
        columns.status[i] = -1
        columns.type[i] = 1
        columns.source[i] = 0
      }
    }
    return columns.take()
  }

  return { ports, areas, sliceOf }
}
