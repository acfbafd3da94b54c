import type { PositionBatch } from '../positions/position-batch.ts'

const digitBits = 11
const digits = 2 ** digitBits
/** Milliseconds that fit a key. */
const mostSpan = 2 ** 32

/**
 * Sorts rows of a batch by time; rows of one time by an order that does not depend on how they arrived. Milliseconds since
 * the earliest are sorted digit by digit (radix sort), which never compares two rows.
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
  if (!(most - least < mostSpan)) {
    rows.sort((a, b) => compare(batch, a, b))
    return
  }
  const keys = new Uint32Array(length)
  for (let at = 0; at < length; at++) keys[at] = Math.floor(time[rows[at]!]! - least)
  sortTies(batch, rows, sortByKey(keys, rows, most - least))
}

/** Sorts rows by their keys, and gives the keys in that order. */
function sortByKey(keys: Uint32Array, rows: Uint32Array, most: number): Uint32Array {
  let fromKeys = keys
  let toKeys: Uint32Array = new Uint32Array(keys.length)
  let fromRows = rows
  let toRows: Uint32Array = new Uint32Array(rows.length)
  for (let shift = 0; shift < 32 && most >= 2 ** shift; shift += digitBits) {
    sortByDigit(fromKeys, fromRows, toKeys, toRows, shift)
    ;[fromKeys, toKeys] = [toKeys, fromKeys]
    ;[fromRows, toRows] = [toRows, fromRows]
  }
  if (fromRows !== rows) rows.set(fromRows)
  return fromKeys
}

function sortByDigit(
  fromKeys: Uint32Array,
  fromRows: Uint32Array,
  toKeys: Uint32Array,
  toRows: Uint32Array,
  shift: number,
): void {
  const starts = new Uint32Array(digits + 1)
  for (let at = 0; at < fromKeys.length; at++) starts[((fromKeys[at]! >>> shift) & (digits - 1)) + 1]!++
  for (let digit = 1; digit < digits; digit++) starts[digit]! += starts[digit - 1]!
  for (let at = 0; at < fromKeys.length; at++) {
    const key = fromKeys[at]!
    const to = starts[(key >>> shift) & (digits - 1)]!++
    toKeys[to] = key
    toRows[to] = fromRows[at]!
  }
}

/** Rows of one millisecond stand in the order of arrival as yet. */
function sortTies(batch: PositionBatch, rows: Uint32Array, keys: Uint32Array): void {
  let from = 0
  for (let at = 1; at <= rows.length; at++) {
    if (at < rows.length && keys[at] === keys[from]) continue
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
