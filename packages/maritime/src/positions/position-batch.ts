/**
 * Positions as columns, one place in each array a position. `NaN` in a column of numbers means that it was not sent or
 * not available; there is no other such mark, save -1 in `status`, whose column has no NaN.
 */
export interface PositionBatch {
  readonly length: number
  /** As sent. */
  readonly mmsi: Uint32Array
  /** Receiver's time, UTC milliseconds. */
  readonly time: Float64Array
  /** Degrees (WGS 84), north and east positive. Never NaN: a report without a place is no position. */
  readonly lat: Float64Array
  readonly lon: Float64Array
  /** Speed over ground, knots. */
  readonly sog: Float32Array
  /** Course over ground and true heading, degrees from north. */
  readonly cog: Float32Array
  readonly heading: Float32Array
  /** Navigational status 0 to 14 (ITU-R M.1371-5), -1 for none. */
  readonly status: Int8Array
  /** Message type (1, 2, 3, 9, 18, 19, 27), 0 where the input does not say. */
  readonly type: Uint8Array
  /** Number of the receiver in the reader's `sources`, 0 for none. */
  readonly source: Uint16Array
}

/** Columns that grow by doubling, with a cursor. */
export class PositionColumns {
  length = 0
  mmsi: Uint32Array
  time: Float64Array
  lat: Float64Array
  lon: Float64Array
  sog: Float32Array
  cog: Float32Array
  heading: Float32Array
  status: Int8Array
  type: Uint8Array
  source: Uint16Array
  private capacity: number

  constructor(capacity = 1024) {
    this.capacity = capacity
    this.mmsi = new Uint32Array(capacity)
    this.time = new Float64Array(capacity)
    this.lat = new Float64Array(capacity)
    this.lon = new Float64Array(capacity)
    this.sog = new Float32Array(capacity)
    this.cog = new Float32Array(capacity)
    this.heading = new Float32Array(capacity)
    this.status = new Int8Array(capacity)
    this.type = new Uint8Array(capacity)
    this.source = new Uint16Array(capacity)
  }

  /** The place of a new row; its columns hold nothing of use until they are written. */
  next(): number {
    if (this.length === this.capacity) this.grow()
    return this.length++
  }

  /** The place of the first of so many new rows. */
  reserve(rows: number): number {
    while (this.length + rows > this.capacity) this.grow()
    const { length } = this
    this.length += rows
    return length
  }

  /** The rows so far as a batch that shares nothing with the rows to come. */
  take(): PositionBatch {
    const { length } = this
    const batch: PositionBatch = {
      length,
      mmsi: this.mmsi.slice(0, length),
      time: this.time.slice(0, length),
      lat: this.lat.slice(0, length),
      lon: this.lon.slice(0, length),
      sog: this.sog.slice(0, length),
      cog: this.cog.slice(0, length),
      heading: this.heading.slice(0, length),
      status: this.status.slice(0, length),
      type: this.type.slice(0, length),
      source: this.source.slice(0, length),
    }
    this.length = 0
    return batch
  }

  private grow(): void {
    const wider = new PositionColumns(this.capacity * 2)
    wider.mmsi.set(this.mmsi)
    wider.time.set(this.time)
    wider.lat.set(this.lat)
    wider.lon.set(this.lon)
    wider.sog.set(this.sog)
    wider.cog.set(this.cog)
    wider.heading.set(this.heading)
    wider.status.set(this.status)
    wider.type.set(this.type)
    wider.source.set(this.source)
    const { length } = this
    Object.assign(this, wider, { length })
  }
}
