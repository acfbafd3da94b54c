import type { PositionBatch } from '../positions/position-batch.ts'

/** Rows that one sort takes by keys: their numbers and their times make one double without loss. */
const mostRows = 2 ** 20
const mostSpan = 2 ** 32

/**
 * Sorts rows of a batch by time; rows of one time by an order that does not depend on how they arrived. Keys of time and
 * row are sorted as numbers, which is many times faster than comparing rows.
 */
export function sortByTime(batch: PositionBatch, rows: Uint32Array): void {
  const { time } = batch
  const { length } = rows
  let least = Number.POSITIVE_INFINITY
  let most = Number.NEGATIVE_INFINITY
  for (let at = 0; at < length; at++) {
    const one = time[rows[at]!]!
    if (one < least) least = one
    if (one > most) most = one
  }
  if (batch.length > mostRows || !(most - least < mostSpan)) {
    rows.sort((a, b) => compare(batch, a, b))
    return
  }
  const keys = new Float64Array(length)
  for (let at = 0; at < length; at++) keys[at] = Math.floor(time[rows[at]!]! - least) * mostRows + rows[at]!
  keys.sort()
  for (let at = 0; at < length; at++) rows[at] = keys[at]! % mostRows
  sortTies(batch, rows, keys)
}

/** Rows of one millisecond stand in the order of arrival as yet. */
function sortTies(batch: PositionBatch, rows: Uint32Array, keys: Float64Array): void {
  let from = 0
  for (let at = 1; at <= rows.length; at++) {
    if (at < rows.length && Math.floor(keys[at]! / mostRows) === Math.floor(keys[from]! / mostRows)) continue
    if (at - from > 1) rows.subarray(from, at).sort((a, b) => compare(batch, a, b))
    from = at
  }
}

function compare(batch: PositionBatch, a: number, b: number): number {
  return (
    batch.time[a]! - batch.time[b]! ||
    batch.mmsi[a]! - batch.mmsi[b]! ||
    batch.lat[a]! - batch.lat[b]! ||
    batch.lon[a]! - batch.lon[b]! ||
    batch.source[a]! - batch.source[b]! ||
    a - b
  )
}
