import type { Instant } from '@cordon/model'
import { cosineOf, planeMetres } from '../events/leg.ts'
import { wrapLongitude } from '../geo.ts'

/** The weather at a place and time: observed, or of a model. */
export interface Weather {
  readonly time: Instant
  readonly lat: number
  readonly lon: number
  /** Significant wave height, metres. */
  readonly waveM?: number
  /** Wind speed, knots. */
  readonly windKnots?: number
  /** Who says so. */
  readonly source?: string
}

const hourMs = 3_600_000
/** Further away or longer ago than this the weather may be another. */
const withinKm = 60
const withinHours = 3

/** Reports of the weather by place and time. */
export class WeatherIndex {
  readonly size: number
  private readonly cells = new Map<string, Weather[]>()

  constructor(reports: readonly Weather[]) {
    this.size = reports.length
    for (const report of reports) {
      const key = keyOf(Math.floor(report.lat), columnOf(report.lon), bucketOf(report.time))
      const known = this.cells.get(key)
      if (known === undefined) this.cells.set(key, [report])
      else known.push(report)
    }
  }

  /** The report nearest to a place within 60 km and three hours, a later one of equals; undefined where there is none. */
  at(lat: number, lon: number, time: Instant): Weather | undefined {
    const cosine = cosineOf(lat)
    const columns = Math.min(180, Math.ceil(withinKm / 111 / Math.max(0.02, cosine)))
    let best: Weather | undefined
    let least = 1
    for (let row = Math.floor(lat) - 1; row <= Math.floor(lat) + 1; row++)
      for (let column = -columns; column <= columns; column++)
        for (let bucket = -1; bucket <= 1; bucket++)
          for (const report of this.cells.get(keyOf(row, columnOf(lon + column), bucketOf(time) + bucket)) ??
            []) {
            const km = planeMetres(lat, lon, report.lat, report.lon, cosine) / 1000
            const hours = Math.abs(report.time - time) / hourMs
            if (km > withinKm || hours > withinHours) continue
            const away = Math.hypot(km / withinKm, hours / withinHours) / Math.SQRT2
            if (away < least || best === undefined) [best, least] = [report, away]
          }
    return best
  }
}

function columnOf(lon: number): number {
  return Math.floor(wrapLongitude(lon))
}

function bucketOf(time: Instant): number {
  return Math.floor(time / (withinHours * hourMs))
}

function keyOf(row: number, column: number, bucket: number): string {
  return `${row} ${column} ${bucket}`
}
