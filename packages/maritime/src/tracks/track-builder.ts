import type { Instant } from '@cordon/model'
import { count } from '../ais/counts.ts'
import { type PositionBatch, PositionColumns } from '../positions/position-batch.ts'
import { appendAll, appendRows, gatherRows } from '../positions/rows.ts'
import { noiseAt } from './noise.ts'
import { type TrackParameters, trackDefaults } from './parameters.ts'
import { copied, notPlain, PlainShips } from './plain-ships.ts'
import { Segmenter } from './segmenter.ts'
import type { TrackSplit } from './split.ts'
import { sortByTime } from './time-order.ts'

/** Positions in order of time, each with the number of its track. */
export interface TrackBatch {
  readonly positions: PositionBatch
  /** A number for each position; a track has one MMSI and its number for good. */
  readonly track: Uint32Array
  readonly splits: readonly TrackSplit[]
}

/** What became of the positions: `pushed` = `tracked` + `copies` + `waiting` + the sum of `dropped`. */
export interface TrackCounts {
  pushed: number
  tracked: number
  /** The same report by another receiver. */
  copies: number
  /** Not yet in order. */
  waiting: number
  /** By reason; `late` came behind the time that had been given up waiting for. */
  readonly dropped: Record<string, number>
}

/**
 * Makes tracks of positions: in order of time, without the copies of several receivers, without receivers' errors, and
 * apart where one ship can't have sailed from one to the next. `push` takes positions in any order; `advance` says until
 * when all have come, and what comes for an earlier time afterwards is dropped as late. How long to wait is for the
 * caller (see `Watermark`). Memory is bounded by the positions that wait and by `parameters.ships`.
 */
export class TrackBuilder {
  readonly counts: TrackCounts = { pushed: 0, tracked: 0, copies: 0, waiting: 0, dropped: {} }
  private readonly plain: PlainShips
  /** Ships with several tracks, by the slots of their rows. */
  private readonly several = new Map<number, Segmenter>()
  private readonly parameters: TrackParameters
  private pending = new PositionColumns()
  private spare = new PositionColumns()
  private splits: TrackSplit[] = []
  private until = Number.NEGATIVE_INFINITY
  private lastNumber = 0

  constructor(parameters: Partial<TrackParameters> = {}) {
    this.parameters = { ...trackDefaults, ...parameters }
    this.plain = new PlainShips(this.parameters)
  }

  /** Numbers (MMSI) that are followed. */
  get ships(): number {
    return this.plain.rows.size
  }

  /** Takes positions; they wait for `advance`. */
  push(batch: PositionBatch): void {
    this.counts.pushed += batch.length
    const refused = this.refused(batch)
    this.counts.waiting += batch.length - refused.size
    if (refused.size === 0) appendAll(batch, this.pending)
    else for (let i = 0; i < batch.length; i++) if (!refused.has(i)) copyRow(batch, i, this.pending)
  }

  /** Rows that are late or noise, counted by their reason. */
  private refused(batch: PositionBatch): ReadonlySet<number> {
    const rows = new Set<number>()
    for (let i = 0; i < batch.length; i++) {
      const reason = batch.time[i]! <= this.until ? 'late' : noiseAt(batch, i)
      if (reason === undefined) continue
      rows.add(i)
      count(this.counts.dropped, reason)
    }
    return rows
  }

  /** Brings the positions up to a time into tracks. */
  advance(until: Instant): TrackBatch {
    this.until = Math.max(this.until, until)
    const waiting = this.pending
    this.pending = this.spare
    this.spare = waiting
    const ready = this.ready(waiting)
    const track = new Uint32Array(ready.length)
    let kept = 0
    for (let at = 0; at < ready.length; at++) {
      const i = ready[at]!
      const assigned = this.place(waiting, i)
      if (assigned === copied) continue
      // What is kept moves up over the copies that are left out.
      ready[kept] = i
      track[kept++] = assigned
    }
    this.counts.waiting -= ready.length
    this.counts.tracked += kept
    this.counts.copies += ready.length - kept
    const { splits } = this
    this.splits = []
    const positions = gatherRows(waiting, ready.subarray(0, kept))
    waiting.length = 0
    return { positions, track: track.slice(0, kept), splits }
  }

  /** Rows whose time has come, in order; the others wait on. */
  private ready(waiting: PositionColumns): Uint32Array {
    const { time, length } = waiting
    const rows = new Uint32Array(length)
    let count = 0
    let last = Number.NEGATIVE_INFINITY
    let isOrdered = true
    for (let i = 0; i < length; i++) {
      if (time[i]! > this.until) {
        const first = i
        while (i + 1 < length && time[i + 1]! > this.until) i++
        appendRows(waiting, first, i + 1, this.pending)
        continue
      }
      rows[count++] = i
      if (time[i]! <= last) isOrdered = false
      last = time[i]!
    }
    const ready = rows.subarray(0, count)
    if (!isOrdered) sortByTime(waiting, ready)
    return ready
  }

  /** Brings all that wait into tracks. */
  end(): TrackBatch {
    return this.advance(Number.POSITIVE_INFINITY)
  }

  /** Drops the later half of what waits, counted: clocks that run ahead must not fill the memory. */
  dropFurthest(): void {
    const waiting = this.pending
    const middle = Float64Array.from(waiting.time.subarray(0, waiting.length)).sort()[waiting.length >> 1]!
    this.pending = this.spare
    this.spare = waiting
    for (let i = 0; i < waiting.length; i++) {
      if (waiting.time[i]! < middle) copyRow(waiting, i, this.pending)
      else count(this.counts.dropped, 'too far ahead')
    }
    this.counts.waiting = this.pending.length
    waiting.length = 0
  }

  /** Plain data: what waits, and what is open of each ship. */
  snapshot(): unknown {
    const waiting = this.pending
    const rows = Array.from({ length: waiting.length }, (_, i) => rowOf(waiting, i))
    return {
      counts: structuredClone(this.counts),
      until: Number.isFinite(this.until) ? this.until : null,
      lastNumber: this.lastNumber,
      waiting: rows,
      ships: this.savedShips(),
    }
  }

  /** Resumes from a snapshot, of a builder with the same parameters; this one is new. */
  restore(saved: unknown): void {
    const { counts, until, lastNumber, waiting, ships } = saved as {
      counts: TrackCounts
      until: number | null
      lastNumber: number
      waiting: SavedRow[]
      ships: [number, unknown][]
    }
    Object.assign(this.counts, structuredClone(counts))
    this.until = until ?? Number.NEGATIVE_INFINITY
    this.lastNumber = lastNumber
    this.pending.length = 0
    for (const row of waiting) putRow(row, this.pending)
    for (const [mmsi, open] of ships) {
      const ship = this.newShip(mmsi)
      ship.restore(open)
      const slot = this.plain.rows.add(mmsi)
      this.plain.leave(slot)
      this.several.set(slot, ship)
      this.settle(slot, ship)
    }
  }

  private savedShips(): unknown[] {
    const { rows } = this.plain
    const ships: unknown[] = []
    for (let slot = rows.first; slot >= 0; slot = rows.after(slot)) {
      let ship = this.several.get(slot)
      if (ship === undefined) {
        ship = this.newShip(rows.key(slot))
        const { number, recent } = this.plain.read(slot)
        ship.resume(number, recent)
      }
      ships.push([rows.key(slot), ship.snapshot()])
    }
    return ships
  }

  private newShip(mmsi: number): Segmenter {
    return new Segmenter(
      mmsi,
      this.parameters,
      () => ++this.lastNumber,
      (split) => this.splits.push(split),
    )
  }

  /** The number of the track of a batch's row; 0 for a copy. */
  private place(batch: PositionBatch, i: number): number {
    const { plain } = this
    const mmsi = batch.mmsi[i]!
    const slot = plain.rows.find(mmsi)
    if (slot < 0) {
      if (plain.rows.size >= this.parameters.ships) this.forgetOldest()
      plain.begin(mmsi, ++this.lastNumber, batch, i)
      return this.lastNumber
    }
    // Last in order are those heard last: the first are forgotten first.
    if (plain.rows.size * 2 > this.parameters.ships) plain.rows.touch(slot)
    const track = plain.add(slot, batch, i)
    return track === notPlain ? this.placeElsewhere(slot, batch, i) : track
  }

  /** The ship has several tracks, or is to have. */
  private placeElsewhere(slot: number, batch: PositionBatch, i: number): number {
    let ship = this.several.get(slot)
    if (ship === undefined) {
      ship = this.newShip(batch.mmsi[i]!)
      const { number, recent } = this.plain.leave(slot)
      ship.resume(number, recent)
      this.several.set(slot, ship)
    }
    const { time, lat, lon, sog, cog } = batch
    const assigned = ship.add(time[i]!, lat[i]!, lon[i]!, sog[i]!, cog[i]!)
    this.settle(slot, ship)
    return assigned === 'copy' ? copied : assigned
  }

  /** A ship that has one track again is plain again. */
  private settle(slot: number, ship: Segmenter): void {
    const { single } = ship
    if (single === undefined) return
    this.plain.comeBack(slot, single.number, single.recent)
    this.several.delete(slot)
  }

  private forgetOldest(): void {
    const { rows } = this.plain
    for (let left = Math.max(1, Math.floor(rows.size / 10)); left > 0; left--) {
      this.several.delete(rows.first)
      rows.remove(rows.first)
    }
  }
}

type SavedRow = readonly (number | null)[]

/** A row as plain data: NaN is null. */
function rowOf(batch: PositionBatch, i: number): SavedRow {
  const { mmsi, time, lat, lon, sog, cog, heading, status, type, source } = batch
  return [mmsi, time, lat, lon, sog, cog, heading, status, type, source].map((column) =>
    Number.isNaN(column[i]) ? null : column[i]!,
  )
}

function putRow(saved: SavedRow, to: PositionColumns): void {
  const row = to.next()
  const columns = [
    to.mmsi,
    to.time,
    to.lat,
    to.lon,
    to.sog,
    to.cog,
    to.heading,
    to.status,
    to.type,
    to.source,
  ]
  for (const [at, column] of columns.entries()) column[row] = saved[at] ?? Number.NaN
}

function copyRow(from: PositionBatch, i: number, to: PositionColumns): void {
  const row = to.next()
  to.mmsi[row] = from.mmsi[i]!
  to.time[row] = from.time[i]!
  to.lat[row] = from.lat[i]!
  to.lon[row] = from.lon[i]!
  to.sog[row] = from.sog[i]!
  to.cog[row] = from.cog[i]!
  to.heading[row] = from.heading[i]!
  to.status[row] = from.status[i]!
  to.type[row] = from.type[i]!
  to.source[row] = from.source[i]!
}
