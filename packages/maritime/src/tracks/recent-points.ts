import type { Instant } from '@cordon/model'
import type { TrackPoint } from './match.ts'

const columns = 5

/** The latest positions of a track, as numbers in one array: nothing is made for a position. */
export class RecentPoints {
  length = 0
  private head = 0
  private readonly most: number
  private readonly values: Float64Array

  /** @param most positions kept */
  constructor(most: number) {
    this.most = most
    this.values = new Float64Array(most * columns)
  }

  /** Takes the next one; the oldest goes when there are too many. */
  push(time: Instant, lat: number, lon: number, sog: number, cog: number): void {
    const { values } = this
    this.head = this.head + 1 === this.most ? 0 : this.head + 1
    const at = this.head * columns
    values[at] = time
    values[at + 1] = lat
    values[at + 2] = lon
    values[at + 3] = sog
    values[at + 4] = cog
    if (this.length < this.most) this.length++
  }

  /** Where a position stands: 0 is the latest, 1 the one before. */
  private at(back: number): number {
    const place = this.head - back
    return (place < 0 ? place + this.most : place) * columns
  }

  time(back: number): Instant {
    return this.values[this.at(back)]!
  }

  lat(back: number): number {
    return this.values[this.at(back) + 1]!
  }

  lon(back: number): number {
    return this.values[this.at(back) + 2]!
  }

  /** Whether everything but the time is the same. */
  isSame(back: number, lat: number, lon: number, sog: number, cog: number): boolean {
    const { values } = this
    const at = this.at(back)
    return (
      values[at + 1] === lat &&
      values[at + 2] === lon &&
      Object.is(values[at + 3], sog) &&
      Object.is(values[at + 4], cog)
    )
  }

  /** A position as an object. */
  point(back: number): TrackPoint {
    const at = this.at(back)
    const [time, lat, lon, sog, cog] = this.values.subarray(at, at + columns)
    return { time: time!, lat: lat!, lon: lon!, sog: sog!, cog: cog! }
  }
}
