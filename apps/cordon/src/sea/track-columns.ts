import type { Candidate, Sighting } from '@cordon/maritime'
import type { TrackPiece } from '../store/index.ts'

/** Classes by their number in the columns. */
export const shipClasses = ['', 'tanker', 'cargo', 'fishing', 'passenger'] as const

/**
 * Pieces of tracks as one block of little-endian 32-bit integers: ships, points; MMSI of each; place of its first point, and
 * the end; class of each; seconds, latitudes, longitudes of all points. Points outside the span, and those that two pieces
 * both have, are left out.
 * @param pieces by ship and time
 */
export function packTracks(
  pieces: readonly TrackPiece[],
  classes: ReadonlyMap<number, string | null>,
  from: number,
  until: number,
): Buffer {
  const most = pieces.reduce((sum, { points }) => sum + points.length / 3, 0)
  const [times, lats, lons] = [new Int32Array(most), new Int32Array(most), new Int32Array(most)]
  const mmsis: number[] = []
  const starts: number[] = []
  let count = 0
  let last = 0
  for (const { mmsi, points } of pieces) {
    if (mmsi !== mmsis.at(-1)) {
      // A ship without a point in the span is none here.
      if (starts.at(-1) === count) {
        mmsis.pop()
        starts.pop()
      }
      mmsis.push(mmsi)
      starts.push(count)
      last = 0
    }
    for (let i = 0; i < points.length; i += 3) {
      const time = points[i]!
      if (time <= last || time * 1000 < from || time * 1000 > until) continue
      last = time
      times[count] = time
      lats[count] = points[i + 1]!
      lons[count++] = points[i + 2]!
    }
  }
  if (starts.at(-1) === count) {
    mmsis.pop()
    starts.pop()
  }
  const numbers = mmsis.map((mmsi) =>
    Math.max(0, (shipClasses as readonly string[]).indexOf(classes.get(mmsi) ?? '')),
  )
  const head = Int32Array.from([mmsis.length, count, ...mmsis, ...starts, count, ...numbers])
  return Buffer.concat(
    [head, times.subarray(0, count), lats.subarray(0, count), lons.subarray(0, count)].map((one) =>
      Buffer.from(one.buffer, one.byteOffset, one.byteLength),
    ),
  )
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
