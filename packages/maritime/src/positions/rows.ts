import type { PositionBatch, PositionColumns } from './position-batch.ts'

/**
 * The named rows of a batch, in their order, as a batch of its own. Column by column, and a loop for each kind of array: one
 * loop for all of them is many times slower, since the engine then asks at every value what kind it is.
 */
export function gatherRows(from: PositionBatch, rows: Uint32Array): PositionBatch {
  return {
    length: rows.length,
    mmsi: gatherUint32(from.mmsi, rows),
    time: gatherFloat64(from.time, rows),
    lat: gatherFloat64(from.lat, rows),
    lon: gatherFloat64(from.lon, rows),
    sog: gatherFloat32(from.sog, rows),
    cog: gatherFloat32(from.cog, rows),
    heading: gatherFloat32(from.heading, rows),
    status: gatherInt8(from.status, rows),
    type: gatherUint8(from.type, rows),
    source: gatherUint16(from.source, rows),
  }
}

function gatherUint32(from: Uint32Array, rows: Uint32Array): Uint32Array {
  const to = new Uint32Array(rows.length)
  for (let at = 0; at < rows.length; at++) to[at] = from[rows[at]!]!
  return to
}

function gatherFloat64(from: Float64Array, rows: Uint32Array): Float64Array {
  const to = new Float64Array(rows.length)
  for (let at = 0; at < rows.length; at++) to[at] = from[rows[at]!]!
  return to
}

function gatherFloat32(from: Float32Array, rows: Uint32Array): Float32Array {
  const to = new Float32Array(rows.length)
  for (let at = 0; at < rows.length; at++) to[at] = from[rows[at]!]!
  return to
}

function gatherInt8(from: Int8Array, rows: Uint32Array): Int8Array {
  const to = new Int8Array(rows.length)
  for (let at = 0; at < rows.length; at++) to[at] = from[rows[at]!]!
  return to
}

function gatherUint8(from: Uint8Array, rows: Uint32Array): Uint8Array {
  const to = new Uint8Array(rows.length)
  for (let at = 0; at < rows.length; at++) to[at] = from[rows[at]!]!
  return to
}

function gatherUint16(from: Uint16Array, rows: Uint32Array): Uint16Array {
  const to = new Uint16Array(rows.length)
  for (let at = 0; at < rows.length; at++) to[at] = from[rows[at]!]!
  return to
}

/** Adds all rows of a batch to columns. */
export function appendAll(from: PositionBatch, to: PositionColumns): void {
  appendRows(from, 0, from.length, to)
}

/** Adds the rows from one to before another to columns. */
export function appendRows(from: PositionBatch, first: number, end: number, to: PositionColumns): void {
  const at = to.reserve(end - first)
  to.mmsi.set(from.mmsi.subarray(first, end), at)
  to.time.set(from.time.subarray(first, end), at)
  to.lat.set(from.lat.subarray(first, end), at)
  to.lon.set(from.lon.subarray(first, end), at)
  to.sog.set(from.sog.subarray(first, end), at)
  to.cog.set(from.cog.subarray(first, end), at)
  to.heading.set(from.heading.subarray(first, end), at)
  to.status.set(from.status.subarray(first, end), at)
  to.type.set(from.type.subarray(first, end), at)
  to.source.set(from.source.subarray(first, end), at)
}
