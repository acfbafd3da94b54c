import type { Instant } from '@cordon/model'
import type { PositionBatch } from '../positions/position-batch.ts'
import { RowTable } from '../rows/row-table.ts'
import { isPlainlyNear, matchOf } from './match.ts'
import type { TrackParameters } from './parameters.ts'
import { RecentPoints } from './recent-points.ts'

/** Columns of a ship's row: the track, how many positions are kept, where the latest one is, whether it is not plain. */
const numberAt = 0
const lengthAt = 1
const headAt = 2
const elsewhereAt = 3
const pointsAt = 4
const columns = 5
const hour = 3_600_000

/** The row can't take the position: it begins another track, or the ship is not plain. */
export const notPlain = -1
/** The same report by another receiver. */
export const copied = 0

/**
 * Ships with one open track, which nearly all have: the track's number and its latest positions are a row of numbers. What is
 * decided about a position is what `Segmenter` decides; a ship that is not plain keeps its row, marked, and stands elsewhere.
 */
export class PlainShips {
  readonly rows: RowTable
  private readonly parameters: TrackParameters
  private readonly copyMs: number
  private readonly silentMs: number
  private readonly earlier = { time: 0, lat: 0, lon: 0, sog: 0, cog: 0 }
  private readonly later = { time: 0, lat: 0, lon: 0, sog: 0, cog: 0 }

  constructor(parameters: TrackParameters) {
    this.parameters = parameters
    this.copyMs = parameters.copySeconds * 1000
    this.silentMs = parameters.maxHours * hour
    this.rows = new RowTable(8 * Math.ceil((pointsAt + columns * parameters.lookback) / 8))
  }

  /** A ship that is heard for the first time, with the number of its track. */
  begin(mmsi: number, track: number, { time, lat, lon, sog, cog }: PositionBatch, i: number): number {
    const slot = this.rows.add(mmsi)
    const page = this.rows.page(slot)
    const at = this.rows.at(slot)
    page[at + numberAt] = track
    this.put(page, at, time[i]!, lat[i]!, lon[i]!, sog[i]!, cog[i]!)
    return slot
  }

  /**
   * Puts a position (a batch's row), not earlier than the last one, into the track. Its number, `copied` or `notPlain`. The row
   * comes as an index: a number that is no integer costs an allocation where it is passed.
   */
  add(slot: number, batch: PositionBatch, i: number): number {
    const time = batch.time[i]!
    const lat = batch.lat[i]!
    const lon = batch.lon[i]!
    const sog = batch.sog[i]!
    const cog = batch.cog[i]!
    const page = this.rows.page(slot)
    const at = this.rows.at(slot)
    if (page[at + elsewhereAt] === 1) return notPlain
    const { lookback } = this.parameters
    const length = page[at + lengthAt]!
    const head = page[at + headAt]!
    const last = at + pointsAt + head * columns
    for (let back = 0, place = head; back < length; back++) {
      const point = at + pointsAt + place * columns
      if (time - page[point]! > this.copyMs) break
      if (isSame(page, point, lat, lon, sog, cog)) return copied
      place = place === 0 ? lookback - 1 : place - 1
    }
    const ms = time - page[last]!
    if (ms > this.silentMs) return notPlain
    const isNear = isPlainlyNear(lat - page[last + 1]!, lon - page[last + 2]!, ms / hour, this.parameters)
    if (!isNear && !this.canBe(page, last, time, lat, lon, sog, cog)) return notPlain
    const to = this.nextPlace(page, at)
    page[to] = time
    page[to + 1] = lat
    page[to + 2] = lon
    page[to + 3] = sog
    page[to + 4] = cog
    return page[at + numberAt]!
  }

  private canBe(
    page: Float64Array,
    last: number,
    time: Instant,
    lat: number,
    lon: number,
    sog: number,
    cog: number,
  ): boolean {
    const { earlier, later } = this
    earlier.time = page[last]!
    earlier.lat = page[last + 1]!
    earlier.lon = page[last + 2]!
    earlier.sog = page[last + 3]!
    earlier.cog = page[last + 4]!
    later.time = time
    later.lat = lat
    later.lon = lon
    later.sog = sog
    later.cog = cog
    return matchOf(earlier, later, this.parameters) > 0
  }

  private put(
    page: Float64Array,
    at: number,
    time: Instant,
    lat: number,
    lon: number,
    sog: number,
    cog: number,
  ): void {
    const to = this.nextPlace(page, at)
    page[to] = time
    page[to + 1] = lat
    page[to + 2] = lon
    page[to + 3] = sog
    page[to + 4] = cog
  }

  /** Where the next position of a row is written; it counts as the latest from now on. */
  private nextPlace(page: Float64Array, at: number): number {
    const { lookback } = this.parameters
    const head = page[at + headAt]! + 1 === lookback ? 0 : page[at + headAt]! + 1
    page[at + headAt] = head
    if (page[at + lengthAt]! < lookback) page[at + lengthAt]!++
    return at + pointsAt + head * columns
  }

  /** Whether the ship stands elsewhere. */
  isElsewhere(slot: number): boolean {
    return this.rows.page(slot)[this.rows.at(slot) + elsewhereAt] === 1
  }

  /** The track and its positions, which stand elsewhere from now on. */
  leave(slot: number): { readonly number: number; readonly recent: RecentPoints } {
    this.rows.page(slot)[this.rows.at(slot) + elsewhereAt] = 1
    return this.read(slot)
  }

  /** The track and its positions. */
  read(slot: number): { readonly number: number; readonly recent: RecentPoints } {
    const page = this.rows.page(slot)
    const at = this.rows.at(slot)
    const { lookback } = this.parameters
    const recent = new RecentPoints(lookback)
    const [length, head] = [page[at + lengthAt]!, page[at + headAt]!]
    for (let back = length - 1; back >= 0; back--) {
      const point = at + pointsAt + ((head - back + lookback) % lookback) * columns
      const [time, lat, lon, sog, cog] = page.subarray(point, point + columns)
      recent.push(time!, lat!, lon!, sog!, cog!)
    }
    return { number: page[at + numberAt]!, recent }
  }

  /** A ship is plain again, with this track. */
  comeBack(slot: number, number: number, recent: RecentPoints): void {
    const page = this.rows.page(slot)
    const at = this.rows.at(slot)
    page[at + numberAt] = number
    page[at + lengthAt] = 0
    page[at + headAt] = 0
    page[at + elsewhereAt] = 0
    for (let back = recent.length - 1; back >= 0; back--) {
      const { time, lat, lon, sog, cog } = recent.point(back)
      this.put(page, at, time, lat, lon, sog, cog)
    }
  }
}

/** Whether everything but the time is the same; NaN is the same as NaN. */
function isSame(
  page: Float64Array,
  point: number,
  lat: number,
  lon: number,
  sog: number,
  cog: number,
): boolean {
  return (
    page[point + 1] === lat &&
    page[point + 2] === lon &&
    Object.is(page[point + 3], sog) &&
    Object.is(page[point + 4], cog)
  )
}
