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
const steps = [0, 600, 1200, 1800, 3600, 7200, 14_400, 28_800, 86_400]
const longestName = 80

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
  const tracks = tracksIn(pieces, request)
  const count = (step: number) =>
    tracks.reduce((sum, track) => sum + thinned(track.points, step).length / 3, 0)
  let step = steps[0]!
  let total = tracks.reduce((sum, { points }) => sum + points.length / 3, 0)
  for (let i = 1; total > request.most && i < steps.length; i++) {
    step = steps[i]!
    total = count(step)
  }
  const base = Math.floor(request.from / 1000)
  const names = new TextEncoder().encode(
    tracks.map(({ mmsi }) => `${plainName(named.get(mmsi)?.name)}\0`).join(''),
  )
  const bytes = new Uint8Array(20 + 9 * tracks.length + names.length + 18 * total)
  const head = new DataView(bytes.buffer)
  for (const [i, value] of [tracks.length, total, base, step, names.length].entries())
    head.setInt32(4 * i, value, true)
  let at = 20
  for (const { mmsi, points } of tracks) {
    head.setInt32(at, mmsi, true)
    head.setInt32(at + 4, thinned(points, step).length / 3, true)
    bytes[at + 8] = Math.max(0, (shipClasses as readonly string[]).indexOf(named.get(mmsi)?.class ?? ''))
    at += 9
  }
  bytes.set(names, at)
  at += names.length
  for (const track of tracks) at = writePoints(bytes, at, thinned(track.points, step), base)
  return bytes.subarray(0, at)
}

function plainName(name: string | null | undefined): string {
  return (name ?? '').replaceAll('\0', '').slice(0, longestName)
}

interface Track {
  readonly mmsi: number
  readonly points: number[]
}

/** Pieces joined by ship; points outside the span, and those that two pieces both have, are left out. */
function tracksIn(pieces: readonly TrackPiece[], { from, until, box }: TrackRequest): Track[] {
  const tracks: Track[] = []
  let last = 0
  for (const { mmsi, points } of pieces) {
    if (mmsi !== tracks.at(-1)?.mmsi) {
      tracks.push({ mmsi, points: [] })
      last = 0
    }
    const into = tracks.at(-1)!.points
    for (let i = 0; i < points.length; i += 3) {
      const time = points[i]!
      if (time <= last || time * 1000 < from || time * 1000 > until) continue
      last = time
      into.push(time, Math.round(points[i + 1]! / 10), Math.round(points[i + 2]! / 10))
    }
  }
  return tracks.filter(({ points }) => points.length > 0 && (box === undefined || comesInto(points, box)))
}

function comesInto(points: readonly number[], { west, south, east, north }: Box): boolean {
  for (let i = 0; i < points.length; i += 3) {
    const lat = points[i + 1]! / 1e5
    const lon = points[i + 2]! / 1e5
    const isBetween = west <= east ? lon >= west && lon <= east : lon >= west || lon <= east
    if (isBetween && lat >= south && lat <= north) return true
  }
  return false
}

/** Points at least a step apart; the last one stays, so that a track ends where it ends. */
function thinned(points: readonly number[], step: number): readonly number[] {
  if (step === 0) return points
  const kept: number[] = []
  let last = Number.NEGATIVE_INFINITY
  for (let i = 0; i < points.length; i += 3) {
    if (points[i]! - last < step && i + 3 < points.length) continue
    last = points[i]!
    kept.push(points[i]!, points[i + 1]!, points[i + 2]!)
  }
  return kept
}

function writePoints(bytes: Uint8Array, from: number, points: readonly number[], base: number): number {
  let at = from
  const before = [base, 0, 0]
  for (let i = 0; i < points.length; i++) {
    const difference = points[i]! - before[i % 3]!
    before[i % 3] = points[i]!
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
