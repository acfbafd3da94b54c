import { gapBetween, type JoinRule, type Member, memberOf } from '../rule.ts'

/** Kilometres within which two places are one. */
export const placeKm = 10
/** Hours within which two times are one. */
export const placeHours = 24
const hourMs = 3_600_000
const bucketMs = placeHours * hourMs
const cellDegrees = 0.2
const longest = 8

/** Findings near one another in place and time: the same stretch of sea within a day. */
export const samePlaceAndTime: JoinRule = {
  name: 'same-place-and-time',
  says: `Findings within ${placeKm} km and ${placeHours} hours of one another; a place where more than 12 different subjects were found in that time joins nothing more.`,
  hub: 12,
  keep: 16,
  hooks: (finding) => {
    const { place, window } = finding
    if (!place || !Number.isFinite(place.lat) || !Number.isFinite(place.lon)) return []
    const label = `${Math.abs(place.lat).toFixed(2)}°${place.lat < 0 ? 'S' : 'N'} ${Math.abs(place.lon).toFixed(2)}°${place.lon < 0 ? 'W' : 'E'}`
    const days = daysOf(window.start, window.end ?? window.start)
    const keys = days.map((day) => keyOf(place.lat, place.lon, day))
    const near = days.flatMap((day) =>
      [-1, 0, 1].flatMap((dt) =>
        [-1, 0, 1].flatMap((dy) =>
          columnsNear(place.lat, place.lon, dy).map((x) => `${day + dt}:${dy + row(place.lat)}:${x}`),
        ),
      ),
    )
    const probes = [...new Set([...keys, ...near])]
    return keys.map((key, at) => ({
      key,
      label,
      member: memberOf(finding),
      probes: at === 0 ? probes : [],
    }))
  },
  agree: (one, other) =>
    gapBetween(one, other) <= placeHours * hourMs && kilometresBetween(one, other) <= placeKm,
  words: (label, one, other) =>
    `It happened ${kilometresBetween(one, other).toFixed(1)} km and ${Math.round(gapBetween(one, other) / hourMs)} h from another finding, near ${label}.`,
}

const row = (lat: number) => Math.floor(lat / cellDegrees)
/** Cells grow narrower towards the poles; at 60 degrees one is about as wide as the reach. */
const columns = (cellRow: number) =>
  Math.max(
    1,
    Math.round((360 / cellDegrees) * Math.max(0.02, Math.cos((cellRow * cellDegrees * Math.PI) / 180))),
  )
const column = (lon: number, cellRow: number) => {
  const count = columns(cellRow)
  return ((Math.floor(((lon + 180) / 360) * count) % count) + count) % count
}
const keyOf = (lat: number, lon: number, day: number) => `${day}:${row(lat)}:${column(lon, row(lat))}`

function columnsNear(lat: number, lon: number, dy: number): number[] {
  const cellRow = row(lat) + dy
  const [count, middle] = [columns(cellRow), column(lon, cellRow)]
  return [...new Set([-1, 0, 1].map((dx) => (middle + dx + count) % count))]
}

/** The days that a window touches; of a long one the first and the last few. */
function daysOf(start: number, end: number): number[] {
  const [first, last] = [Math.floor(start / bucketMs), Math.floor(Math.max(start, end) / bucketMs)]
  if (last - first < longest) return Array.from({ length: last - first + 1 }, (_, i) => first + i)
  return [
    ...Array.from({ length: longest / 2 }, (_, i) => first + i),
    ...Array.from({ length: longest / 2 }, (_, i) => last - i),
  ]
}

/** Great circle on a sphere of 6,371 km. */
function kilometresBetween(one: Member, other: Member): number {
  if (one.lat === undefined || one.lon === undefined || other.lat === undefined || other.lon === undefined)
    return Number.POSITIVE_INFINITY
  const radians = Math.PI / 180
  const [a, b] = [one.lat * radians, other.lat * radians]
  const h =
    Math.sin((b - a) / 2) ** 2 +
    Math.cos(a) * Math.cos(b) * Math.sin(((other.lon - one.lon) * radians) / 2) ** 2
  return 2 * 6371 * Math.asin(Math.min(1, Math.sqrt(h)))
}
