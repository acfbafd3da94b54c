import { metresPerDegree } from '../leg.ts'

/** Places of ships at one time of the grid, as columns. */
export class Samples {
  length = 0
  track = new Uint32Array(64)
  mmsi = new Uint32Array(64)
  lat = new Float64Array(64)
  lon = new Float64Array(64)
  knots = new Float32Array(64)

  /** Takes the place of one ship. */
  add(track: number, mmsi: number, lat: number, lon: number, knots: number): void {
    if (this.length === this.track.length) this.grow()
    const at = this.length++
    this.track[at] = track
    this.mmsi[at] = mmsi
    this.lat[at] = lat
    this.lon[at] = lon
    this.knots[at] = knots
  }

  private grow(): void {
    const size = this.length * 2
    const wider = <T extends Uint32Array | Float64Array | Float32Array>(from: T, to: T): T => {
      to.set(from)
      return to
    }
    this.track = wider(this.track, new Uint32Array(size))
    this.mmsi = wider(this.mmsi, new Uint32Array(size))
    this.lat = wider(this.lat, new Float64Array(size))
    this.lon = wider(this.lon, new Float64Array(size))
    this.knots = wider(this.knots, new Float32Array(size))
  }
}

/** A pair of samples and the metres between them. */
export type OnPair = (a: number, b: number, metres: number) => void

/**
 * Gives each pair of samples within `metres` once. A hash grid of rows of latitude, whose cells are at least as wide as the
 * distance where the row is narrowest; a sample looks into its own cell and those not looked from before. No object is made
 * for a sample: cells are chains through typed arrays.
 */
export class PairFinder {
  private heads = new Int32Array(0)
  private next = new Int32Array(0)
  private cells = new Float64Array(0)
  private readonly rowHeight: number
  private readonly columns: Uint32Array
  private readonly metres: number

  constructor(metres: number) {
    this.metres = metres
    this.rowHeight = metres / metresPerDegree
    const rows = Math.ceil(180 / this.rowHeight) + 1
    this.columns = new Uint32Array(rows)
    for (let row = 0; row < rows; row++) {
      const edge = Math.max(Math.abs(row * this.rowHeight - 90), Math.abs((row + 1) * this.rowHeight - 90))
      const cosine = Math.cos((Math.min(90, edge) * Math.PI) / 180)
      this.columns[row] = Math.max(1, Math.floor((360 * cosine) / (1.01 * this.rowHeight)))
    }
  }

  /** Finds the pairs. */
  find(samples: Samples, onPair: OnPair): void {
    const { length } = samples
    if (length < 2) return
    const size = 2 ** Math.ceil(Math.log2(length * 2))
    if (this.heads.length < size) this.heads = new Int32Array(size)
    if (this.next.length < length) {
      this.next = new Int32Array(samples.track.length)
      this.cells = new Float64Array(samples.track.length)
    }
    this.heads.fill(-1, 0, size)
    const mask = size - 1
    for (let i = 0; i < length; i++) {
      const row = Math.floor((samples.lat[i]! + 90) / this.rowHeight)
      const columns = this.columns[row]!
      const column = Math.min(columns - 1, Math.floor(((samples.lon[i]! + 180) / 360) * columns))
      this.look(samples, i, row, column, mask, onPair)
      const cell = row * 0x1000000 + column
      this.cells[i] = cell
      const slot = hash(cell) & mask
      this.next[i] = this.heads[slot]!
      this.heads[slot] = i
    }
  }

  private look(samples: Samples, i: number, row: number, column: number, mask: number, onPair: OnPair): void {
    const lon = samples.lon[i]!
    for (let r = row - 1; r <= row + 1; r++) {
      const width = this.columns[r]
      if (width === undefined) continue
      const middle = r === row ? column : Math.min(width - 1, Math.floor(((lon + 180) / 360) * width))
      // Near the poles all of a row may be near; elsewhere the cell and those beside it are.
      const reach = width < 8 ? width : 1
      const from = reach >= width ? 0 : middle - reach
      const to = reach >= width ? width - 1 : middle + reach
      for (let c = from; c <= to; c++) {
        const cell = r * 0x1000000 + (c < 0 ? c + width : c >= width ? c - width : c)
        for (let j = this.heads[hash(cell) & mask]!; j !== -1; j = this.next[j]!) {
          if (this.cells[j] !== cell) continue
          const metres = distance(samples, i, j)
          if (metres <= this.metres && samples.track[i] !== samples.track[j]) onPair(j, i, metres)
        }
      }
    }
  }
}

function distance({ lat, lon }: Samples, i: number, j: number): number {
  const cosine = Math.cos(((lat[i]! + lat[j]!) / 2) * (Math.PI / 180))
  let dLon = lon[i]! - lon[j]!
  if (dLon > 180) dLon -= 360
  else if (dLon < -180) dLon += 360
  const x = dLon * cosine
  const y = lat[i]! - lat[j]!
  return Math.sqrt(x * x + y * y) * metresPerDegree
}

function hash(cell: number): number {
  const low = cell % 0x1000000
  const high = (cell - low) / 0x1000000
  return (Math.imul(low, 0x9e3779b1) ^ Math.imul(high, 0x85ebca6b)) >>> 4
}
