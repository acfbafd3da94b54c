import { cosineOf, metresPerDegree, planeMetres } from '../events/leg.ts'

/** A port or an anchorage as a place. */
export interface Port {
  readonly id: string
  readonly name: string
  readonly lat: number
  readonly lon: number
  /** Lower-case ISO 3166-1 alpha-2; absent where not known. */
  readonly country?: string
  /** Default `port`. */
  readonly kind?: 'port' | 'anchorage'
}

/** A port with how far away it is. */
export interface NearPort {
  readonly port: Port
  readonly km: number
}

const cell = 0.5

/** Ports by place. A place in the open sea costs one look at a map. */
export class PortIndex {
  readonly size: number
  private readonly cells = new Map<number, Port[]>()
  /** What was answered for fine cells: 0 for nothing yet. */
  private readonly fine: Uint8Array
  private readonly reachKm: number

  /** @param reachKm how far away a port is still found */
  constructor(ports: readonly Port[], reachKm = 40) {
    this.size = ports.length
    this.reachKm = reachKm
    this.fine = new Uint8Array(ports.length === 0 ? 0 : 1801 * 3600 + 3601)
    for (const port of ports) {
      const rows = Math.ceil((reachKm * 1000) / metresPerDegree / cell)
      const cosine = Math.max(0.05, cosineOf(Math.min(89, Math.abs(port.lat) + rows * cell)))
      const columns = Math.min(360, Math.ceil((reachKm * 1000) / metresPerDegree / cosine / cell))
      const row = rowOf(port.lat)
      const column = columnOf(port.lon)
      for (let r = row - rows; r <= row + rows; r++)
        for (let c = column - columns; c <= column + columns; c++) this.put(r, (c + 720) % 720, port)
    }
  }

  /** The fine cell of a place, a tenth of a degree. */
  cellOf(lat: number, lon: number): number {
    return Math.floor((lat + 90) * 10) * 3600 + Math.floor((lon + 180) * 10)
  }

  /** Whether a port may be within some fifteen kilometres of a place in a fine cell. */
  hasNear(cell: number): boolean {
    const known = this.fine[cell]
    if (known !== 0) return known === 2
    const lat = Math.floor(cell / 3600) / 10 - 90 + 0.05
    const lon = (cell % 3600) / 10 - 180 + 0.05
    const near = this.nearest(lat, lon)
    const isNear = near !== undefined && near.km <= 25
    this.fine[cell] = isNear ? 2 : 1
    return isNear
  }

  private put(row: number, column: number, port: Port): void {
    const key = row * 720 + column
    const ports = this.cells.get(key)
    if (ports === undefined) this.cells.set(key, [port])
    else if (!ports.includes(port)) ports.push(port)
  }

  /** The nearest port within the reach, or undefined. */
  nearest(lat: number, lon: number): NearPort | undefined {
    const ports = this.cells.get(rowOf(lat) * 720 + columnOf(lon))
    if (ports === undefined) return undefined
    const cosine = cosineOf(lat)
    let best: Port | undefined
    let least = this.reachKm * 1000
    for (const port of ports) {
      const metres = planeMetres(lat, lon, port.lat, port.lon, cosine)
      if (metres > least) continue
      least = metres
      best = port
    }
    return best && { port: best, km: least / 1000 }
  }

  /** Whether a port is within so many kilometres. */
  isNear(lat: number, lon: number, km: number): boolean {
    const ports = this.cells.get(rowOf(lat) * 720 + columnOf(lon))
    if (ports === undefined) return false
    const cosine = cosineOf(lat)
    for (const port of ports) if (planeMetres(lat, lon, port.lat, port.lon, cosine) <= km * 1000) return true
    return false
  }
}

function rowOf(lat: number): number {
  return Math.floor((lat + 90) / cell)
}

function columnOf(lon: number): number {
  return Math.min(719, Math.max(0, Math.floor((lon + 180) / cell)))
}
