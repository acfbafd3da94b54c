import type { Candidate, Sighting } from '@cordon/maritime'
import type { TrackPiece } from '../store/index.ts'

/** Classes by their number in the answer. */
export const shipClasses = [
  '',
  'tanker',
  'cargo',
  'fishing',
  'passenger',
  'tug',
  'pilot',
  'rescue',
  'tender',
  'pleasure',
] as const

/** A part of the sea, degrees. West is greater than east where it spans the 180th meridian. */
export interface Box {
  readonly west: number
  readonly south: number
  readonly east: number
  readonly north: number
}

/** What is asked of the tracks. */
export interface TrackRequest {
  /** UTC milliseconds. */
  readonly from: number
  readonly until: number
  /** Only ships that come into it; their whole tracks are given. */
  readonly box?: Box
  /** Beyond so many points the tracks are thinned. */
  readonly most: number
}

/** Seconds that are tried between points, until there are few enough. */
const steps = [600, 1200, 1800, 3600, 7200, 14_400, 28_800, 86_400]
const longestName = 80

/** Tracks of ships, one after the other: triples of seconds and hundred-thousandths of degrees. */
interface Tracks {
  readonly mmsis: readonly number[]
  /** The first number of each ship's points, and one more for the end. */
  readonly starts: readonly number[]
  readonly points: Int32Array
}

/**
 * Tracks as one block of bytes. Little-endian 32-bit integers: ships, points, base (seconds since 1970), step (seconds between
 * points where they were thinned, else 0), bytes of the names. Then for all ships MMSI and number of points (32 bits each) and
 * class (8 bits); the names, UTF-8, each ended by a zero; then for each point the differences to the one before in time (seconds),
 * latitude and longitude (hundred-thousandths of a degree), zigzag and in groups of seven bits as in Protocol Buffers. The
 * first point of a ship is told from the base and from 0, 0.
 * @param pieces by ship and time
 */
export function packTracks(
  pieces: readonly TrackPiece[],
  named: ReadonlyMap<number, { readonly name: string | null; readonly class: string | null }>,
  request: TrackRequest,
): Uint8Array {
  const all = tracksIn(pieces, request)
  const step = all.points.length / 3 <= request.most ? 0 : stepFor(all, request.most)
  const { mmsis, starts, points } = thinned(all, step)
  const base = Math.floor(request.from / 1000)
  const names = new TextEncoder().encode(
    mmsis.map((mmsi) => `${plainName(named.get(mmsi)?.name)}\0`).join(''),
  )
  const bytes = new Uint8Array(20 + 9 * mmsis.length + names.length + 5 * points.length)
  const head = new DataView(bytes.buffer)
  for (const [i, value] of [mmsis.length, points.length / 3, base, step, names.length].entries())
    head.setInt32(4 * i, value, true)
  let at = 20
  for (const [ship, mmsi] of mmsis.entries()) {
    head.setInt32(at, mmsi, true)
    head.setInt32(at + 4, (starts[ship + 1]! - starts[ship]!) / 3, true)
    bytes[at + 8] = Math.max(0, (shipClasses as readonly string[]).indexOf(named.get(mmsi)?.class ?? ''))
    at += 9
  }
  bytes.set(names, at)
  at += names.length
  for (let ship = 0; ship < mmsis.length; ship++)
    at = writePoints(bytes, at, points, starts[ship]!, starts[ship + 1]!, base)
  return bytes.subarray(0, at)
}

function plainName(name: string | null | undefined): string {
  return (name ?? '').replaceAll('\0', '').slice(0, longestName)
}

/** Pieces joined by ship; points outside the span, and those that two pieces both have, are left out. */
function tracksIn(pieces: readonly TrackPiece[], { from, until, box }: TrackRequest): Tracks {
  const points = new Int32Array(pieces.reduce((sum, piece) => sum + piece.points.length, 0))
  const mmsis: number[] = []
  const starts: number[] = []
  const [first, last] = [Math.ceil(from / 1000), Math.floor(until / 1000)]
  let count = 0
  const end = () => {
    const start = starts.at(-1)
    if (start === undefined || (count > start && (!box || comesInto(points.subarray(start, count), box))))
      return
    mmsis.pop()
    count = starts.pop()!
  }
  let [ship, before] = [-1, 0]
  for (const { mmsi, points: given } of pieces) {
    if (mmsi !== ship) {
      end()
      mmsis.push(mmsi)
      starts.push(count)
      ;[ship, before] = [mmsi, 0]
    }
    for (let i = 0; i < given.length; i += 3) {
      const time = given[i]!
      if (time <= before || time < first || time > last) continue
      before = time
      points[count++] = time
      points[count++] = Math.round(given[i + 1]! / 10)
      points[count++] = Math.round(given[i + 2]! / 10)
    }
  }
  end()
  return { mmsis, starts: [...starts, count], points: points.subarray(0, count) }
}

function comesInto(points: Int32Array, { west, south, east, north }: Box): boolean {
  for (let i = 0; i < points.length; i += 3) {
    const lat = points[i + 1]! / 1e5
    const lon = points[i + 2]! / 1e5
    const isBetween = west <= east ? lon >= west && lon <= east : lon >= west || lon <= east
    if (isBetween && lat >= south && lat <= north) return true
  }
  return false
}

/** Calls for each point that stays: those at least a step apart, and the last one of each ship, so that a track ends where it ends. */
function each(
  { mmsis, starts, points }: Tracks,
  step: number,
  keep: (ship: number, at: number) => void,
): void {
  for (let ship = 0; ship < mmsis.length; ship++) {
    const end = starts[ship + 1]!
    let last = Number.NEGATIVE_INFINITY
    for (let i = starts[ship]!; i < end; i += 3) {
      if (points[i]! - last < step && i + 3 < end) continue
      last = points[i]!
      keep(ship, i)
    }
  }
}

function stepFor(tracks: Tracks, most: number): number {
  for (const step of steps) {
    let count = 0
    each(tracks, step, () => count++)
    if (count <= most) return step
  }
  return steps.at(-1)!
}

function thinned(tracks: Tracks, step: number): Tracks {
  if (step === 0) return tracks
  const points = new Int32Array(tracks.points.length)
  const starts: number[] = []
  let count = 0
  each(tracks, step, (ship, at) => {
    if (starts.length <= ship) starts.push(count)
    points[count++] = tracks.points[at]!
    points[count++] = tracks.points[at + 1]!
    points[count++] = tracks.points[at + 2]!
  })
  return { mmsis: tracks.mmsis, starts: [...starts, count], points: points.subarray(0, count) }
}

function writePoints(
  bytes: Uint8Array,
  place: number,
  points: Int32Array,
  start: number,
  end: number,
  base: number,
): number {
  let at = place
  for (let i = start; i < end; i++) {
    const before = i >= start + 3 ? points[i - 3]! : i === start ? base : 0
    const difference = points[i]! - before
    let rest = (difference << 1) ^ (difference >> 31)
    for (; (rest & ~0x7f) !== 0; rest >>>= 7) bytes[at++] = (rest & 0x7f) | 0x80
    bytes[at++] = rest
  }
  return at
}

/** Ships that may be what was sighted: the last point before and the first one after, as far as they are kept. */
export function candidatesFrom(pieces: readonly TrackPiece[], { time, lat }: Sighting): Candidate[] {
  const found = new Map<number, { before?: Candidate['before']; after?: Candidate['before'] }>()
  for (const { mmsi, points } of pieces) {
    const one = found.get(mmsi) ?? {}
    found.set(mmsi, one)
    for (let i = 0; i < points.length; i += 3) {
      const point = {
        time: points[i]! * 1000,
        lat: points[i + 1]! / 1e6,
        lon: points[i + 2]! / 1e6,
        sog: Number.NaN,
        cog: Number.NaN,
      }
      if (point.time <= time) one.before = point
      else if (one.after === undefined || point.time < one.after.time) one.after = point
    }
  }
  return [...found].flatMap(([mmsi, { before, after }]) =>
    before === undefined || Math.abs(before.lat - lat) > 3
      ? []
      : [{ mmsi, track: 0, before, ...(after && { after }) }],
  )
}
