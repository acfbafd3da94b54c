import type { Instant } from '@cordon/model'
import { count } from '../ais/counts.ts'
import { type PositionBatch, PositionColumns } from '../positions/position-batch.ts'
import { noiseOf } from './noise.ts'
import { type TrackParameters, trackDefaults } from './parameters.ts'
import { Segmenter } from './segmenter.ts'
import type { TrackSplit } from './split.ts'

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
  private readonly ships = new Map<number, Segmenter>()
  private readonly parameters: TrackParameters
  private pending = new PositionColumns()
  private out = new PositionColumns()
  private tracks: number[] = []
  private splits: TrackSplit[] = []
  private until = Number.NEGATIVE_INFINITY
  private lastNumber = 0

  constructor(parameters: Partial<TrackParameters> = {}) {
    this.parameters = { ...trackDefaults, ...parameters }
  }

  /** Takes positions; they wait for `advance`. */
  push(batch: PositionBatch): void {
    this.counts.pushed += batch.length
    for (let i = 0; i < batch.length; i++) {
      const reason = batch.time[i]! <= this.until ? 'late' : noiseOf(pointAt(batch, i))
      if (reason === undefined) {
        copyRow(batch, i, this.pending)
        this.counts.waiting++
      } else count(this.counts.dropped, reason)
    }
  }

  /** Brings the positions up to a time into tracks. */
  advance(until: Instant): TrackBatch {
    this.until = Math.max(this.until, until)
    const waiting = this.pending.take()
    const ready: number[] = []
    for (let i = 0; i < waiting.length; i++) {
      if (waiting.time[i]! <= this.until) ready.push(i)
      else copyRow(waiting, i, this.pending)
    }
    ready.sort((a, b) => waiting.time[a]! - waiting.time[b]! || tieOf(waiting, a, b))
    for (const i of ready) this.place(waiting, i)
    this.counts.waiting -= ready.length
    return this.take()
  }

  /** Brings all that wait into tracks. */
  end(): TrackBatch {
    return this.advance(Number.POSITIVE_INFINITY)
  }

  private take(): TrackBatch {
    const batch = { positions: this.out.take(), track: Uint32Array.from(this.tracks), splits: this.splits }
    this.tracks = []
    this.splits = []
    return batch
  }

  private place(batch: PositionBatch, i: number): void {
    const assigned = this.ship(batch.mmsi[i]!).add(pointAt(batch, i))
    if (assigned === 'copy') {
      this.counts.copies++
      return
    }
    this.counts.tracked++
    copyRow(batch, i, this.out)
    this.tracks.push(assigned)
  }

  private ship(mmsi: number): Segmenter {
    const known = this.ships.get(mmsi)
    if (known) {
      // Last in the order of the map are those heard last: the first are forgotten first.
      if (this.ships.size * 2 > this.parameters.ships) {
        this.ships.delete(mmsi)
        this.ships.set(mmsi, known)
      }
      return known
    }
    if (this.ships.size >= this.parameters.ships) {
      const [oldest] = this.ships.keys()
      this.ships.delete(oldest!)
    }
    const ship = new Segmenter(
      mmsi,
      this.parameters,
      () => ++this.lastNumber,
      (split) => this.splits.push(split),
    )
    this.ships.set(mmsi, ship)
    return ship
  }
}

function pointAt(batch: PositionBatch, i: number) {
  return {
    time: batch.time[i]!,
    lat: batch.lat[i]!,
    lon: batch.lon[i]!,
    sog: batch.sog[i]!,
    cog: batch.cog[i]!,
  }
}

/** An order that does not depend on the order of arrival. */
function tieOf(batch: PositionBatch, a: number, b: number): number {
  return (
    batch.mmsi[a]! - batch.mmsi[b]! ||
    batch.lat[a]! - batch.lat[b]! ||
    batch.lon[a]! - batch.lon[b]! ||
    batch.source[a]! - batch.source[b]! ||
    a - b
  )
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
