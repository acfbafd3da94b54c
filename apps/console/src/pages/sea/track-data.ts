/** Tracks in columns. Times are seconds from `base`; places are degrees, in the order of the ships. */
export interface TrackData {
  readonly ships: number
  readonly points: number
  /** Seconds since 1970. */
  readonly base: number
  /** Seconds between points where the server thinned them, else 0. */
  readonly step: number
  readonly mmsi: Int32Array
  readonly classes: Uint8Array
  readonly names: readonly string[]
  /** The first point of each ship, and one more for the end. */
  readonly starts: Uint32Array
  readonly times: Float32Array
  /** Longitude and latitude of each point. Longitudes run on across the 180th meridian. */
  readonly places: Float32Array
}

const headBytes = 20
const perShip = 9

/**
 * Reads what `GET /api/sea/tracks` sends (its form is told in the served reference).
 * @throws RangeError for bytes that end too early
 */
export function decodeTracks(buffer: ArrayBuffer): TrackData {
  const head = new DataView(buffer)
  const bytes = new Uint8Array(buffer)
  const [ships, points, base, step, nameBytes] = [0, 4, 8, 12, 16].map((at) => head.getInt32(at, true)) as [
    number,
    number,
    number,
    number,
    number,
  ]
  const mmsi = new Int32Array(ships)
  const classes = new Uint8Array(ships)
  const starts = new Uint32Array(ships + 1)
  for (let ship = 0, at = headBytes; ship < ships; ship++, at += perShip) {
    mmsi[ship] = head.getInt32(at, true)
    starts[ship + 1] = starts[ship]! + head.getInt32(at + 4, true)
    classes[ship] = bytes[at + 8]!
  }
  let at = headBytes + perShip * ships
  const names = new TextDecoder().decode(bytes.subarray(at, at + nameBytes)).split('\0')
  at += nameBytes
  const times = new Float32Array(points)
  const places = new Float32Array(2 * points)
  const next = () => {
    let value = 0
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++]
      if (byte === undefined) throw new RangeError('The tracks end too early.')
      value |= (byte & 0x7f) << shift
      if (byte < 0x80) return (value >>> 1) ^ -(value & 1)
    }
  }
  for (let ship = 0; ship < ships; ship++) {
    let [time, lat, lon, turns] = [0, 0, 0, 0]
    for (let point = starts[ship]!; point < starts[ship + 1]!; point++) {
      time += next()
      lat += next()
      const before = lon
      lon += next()
      if (point > starts[ship]! && Math.abs(lon - before) > 18_000_000) turns += lon > before ? -360 : 360
      times[point] = time
      places[2 * point] = lon / 1e5 + turns
      places[2 * point + 1] = lat / 1e5
    }
  }
  return { ships, points, base, step, mmsi, classes, names, starts, times, places }
}

/** One track, as columns: for the page of a ship. Times are UTC milliseconds. */
export function trackOf(
  mmsi: number,
  name: string,
  kind: number,
  points: readonly (readonly [number, number, number])[],
): TrackData {
  const base = Math.floor((points[0]?.[0] ?? 0) / 1000)
  let turns = 0
  return {
    ships: 1,
    points: points.length,
    base,
    step: 0,
    mmsi: Int32Array.of(mmsi),
    classes: Uint8Array.of(kind),
    names: [name],
    starts: Uint32Array.of(0, points.length),
    times: Float32Array.from(points, ([time]) => time / 1000 - base),
    places: Float32Array.from(
      points.flatMap(([, lat, lon], i) => {
        const before = points[i - 1]?.[2] ?? lon
        if (Math.abs(lon - before) > 180) turns += lon > before ? -360 : 360
        return [lon + turns, lat]
      }),
    ),
  }
}

/** Where every ship is at a time. Reused from frame to frame. */
export interface Fleet {
  /** Longitude and latitude of each ship. */
  readonly places: Float32Array
  /** Course in degrees from north; -1 for a ship that lies still, NaN for one that was not there yet. */
  readonly courses: Float32Array
  /** 255 for one that is heard, less for one that is silent, 0 for one that is not there. */
  readonly alphas: Uint8Array
  /** Point that each ship was at: where the next search begins. */
  readonly at: Uint32Array
}

/** A fleet of so many ships. */
export function newFleet(ships: number): Fleet {
  return {
    places: new Float32Array(2 * ships),
    courses: new Float32Array(ships).fill(Number.NaN),
    alphas: new Uint8Array(ships),
    at: new Uint32Array(ships),
  }
}

/** A silence longer than this, seconds, is shown as one: the ship stays where it was last heard, paler. */
const silentAfter = 5400
/** After this it is no longer shown. */
const goneAfter = 12 * 3600
const silentAlpha = 90

/** Fills a fleet with the places at a time, seconds from the base. Returns how many ships are shown. */
export function fleetAt(data: TrackData, seconds: number, fleet: Fleet): number {
  const { starts, times, places } = data
  const silence = Math.max(silentAfter, 2.5 * data.step)
  let shown = 0
  for (let ship = 0; ship < data.ships; ship++) {
    const first = starts[ship]!
    const end = starts[ship + 1]!
    let at = Math.min(Math.max(fleet.at[ship]!, first), end - 1)
    if (times[at]! > seconds) at = lastBefore(times, first, at, seconds)
    else while (at + 1 < end && times[at + 1]! <= seconds) at++
    if (at < first) {
      fleet.alphas[ship] = 0
      continue
    }
    const before = fleet.at[ship]!
    fleet.at[ship] = at
    const time = times[at]!
    const isLast = at + 1 >= end
    const gap = isLast ? Number.POSITIVE_INFINITY : times[at + 1]! - time
    const since = seconds - time
    let [lon, lat] = [places[2 * at]!, places[2 * at + 1]!]
    const from = isLast && at > first ? at - 1 : at
    const dx = isLast && at === first ? 0 : places[2 * from + 2]! - places[2 * from]!
    const dy = isLast && at === first ? 0 : places[2 * from + 3]! - places[2 * from + 1]!
    if (gap <= silence) {
      const mix = gap > 0 ? since / gap : 0
      lon += dx * mix
      lat += dy * mix
    }
    fleet.places[2 * ship] = lon
    fleet.places[2 * ship + 1] = lat
    // From one position to the next the course is the same; most ships go on between two in most frames.
    if (at !== before || Number.isNaN(fleet.courses[ship]!)) fleet.courses[ship] = courseOf(dx, dy, lat)
    const isHeard = gap <= silence || since <= silentAfter / 3
    fleet.alphas[ship] = isHeard ? 255 : since <= goneAfter ? silentAlpha : 0
    if (fleet.alphas[ship]! > 0) shown++
  }
  return shown
}

function courseOf(dx: number, dy: number, lat: number): number {
  if (Math.abs(dx) + Math.abs(dy) < 0.002) return -1
  return ((Math.atan2(dx * Math.cos((lat * Math.PI) / 180), dy) * 180) / Math.PI + 360) % 360
}

/** The last point of a ship at or before a time; before the first one where there is none. */
function lastBefore(times: Float32Array, first: number, until: number, seconds: number): number {
  let [low, high] = [first, until]
  while (low < high) {
    const middle = (low + high) >> 1
    if (times[middle]! <= seconds) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** Longitudes and latitudes that hold all points: west, south, east, north. Undefined for none. */
export function boundsOf(data: TrackData): [number, number, number, number] | undefined {
  if (data.points === 0) return undefined
  const bounds: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity]
  for (let i = 0; i < data.places.length; i += 2) {
    bounds[0] = Math.min(bounds[0], data.places[i]!)
    bounds[1] = Math.min(bounds[1], data.places[i + 1]!)
    bounds[2] = Math.max(bounds[2], data.places[i]!)
    bounds[3] = Math.max(bounds[3], data.places[i + 1]!)
  }
  return bounds
}
