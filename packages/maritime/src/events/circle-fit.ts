import { median, wrapLongitude } from '../geo.ts'
import { cosineOf, metresPerDegree } from './leg.ts'

/** A circle through positions. Degrees, metres. */
export interface Circle {
  readonly lat: number
  readonly lon: number
  readonly radiusM: number
  /** Root mean square of the distances from the line, as a part of the radius. */
  readonly spread: number
  /** Twelfths of the circle in which there are positions. */
  readonly twelfths: number
  /** Positions on it; the others were left out as lying off it. */
  readonly points: number
}

/** Farther from the line than this part of the radius a position lies off it; so may a quarter of them. */
const off = 0.2
const mostOff = 0.25

/**
 * The circle of least algebraic distance (Kasa 1976), on a plane that touches the sphere; once more without those that lie
 * off it. Undefined where they stand in a line, or too many lie off.
 */
export function circleThrough(lats: readonly number[], lons: readonly number[]): Circle | undefined {
  const [lat0 = 0] = lats
  const [lon0 = 0] = lons
  const cosine = Math.max(0.01, cosineOf(lat0))
  const xs = lons.map((lon) => wrapLongitude(lon - lon0) * cosine * metresPerDegree)
  const ys = lats.map((lat) => (lat - lat0) * metresPerDegree)
  // Places far from all others would draw the first circle to them.
  const middle = { x: median(xs), y: median(ys), r: 0 }
  const usual = median(xs.map((x, i) => distance(middle, x, ys[i]!)))
  const isNear = (_: number, i: number) => distance(middle, xs[i]!, ys[i]!) <= 3 * usual
  const rough = fit(xs.filter(isNear), ys.filter(isNear))
  if (rough === undefined) return undefined
  const isOn = (_: number, i: number) => Math.abs(distance(rough, xs[i]!, ys[i]!) - rough.r) <= off * rough.r
  const onX = xs.filter(isOn)
  const onY = ys.filter(isOn)
  if (onX.length < (1 - mostOff) * xs.length) return undefined
  const circle = fit(onX, onY)
  if (circle === undefined) return undefined
  let squares = 0
  const filled = new Set<number>()
  for (const [i, x] of onX.entries()) {
    squares += (distance(circle, x, onY[i]!) - circle.r) ** 2
    filled.add(Math.floor(((Math.atan2(onY[i]! - circle.y, x - circle.x) / Math.PI + 1) * 6) % 12))
  }
  return {
    lat: lat0 + circle.y / metresPerDegree,
    lon: wrapLongitude(lon0 + circle.x / metresPerDegree / cosine),
    radiusM: circle.r,
    spread: Math.sqrt(squares / onX.length) / circle.r,
    twelfths: filled.size,
    points: onX.length,
  }
}

interface PlaneCircle {
  readonly x: number
  readonly y: number
  readonly r: number
}

function distance({ x, y }: PlaneCircle, toX: number, toY: number): number {
  return Math.hypot(toX - x, toY - y)
}

function fit(xs: readonly number[], ys: readonly number[]): PlaneCircle | undefined {
  const n = xs.length
  if (n < 3) return undefined
  const meanX = xs.reduce((sum, x) => sum + x, 0) / n
  const meanY = ys.reduce((sum, y) => sum + y, 0) / n
  let [xx, yy, xy, xz, yz] = [0, 0, 0, 0, 0]
  for (const [i, x] of xs.entries()) {
    const u = x - meanX
    const v = ys[i]! - meanY
    const square = u * u + v * v
    xx += u * u
    yy += v * v
    xy += u * v
    xz += u * square
    yz += v * square
  }
  const determinant = xx * yy - xy * xy
  if (!(determinant > 1e-9 * (xx + yy) ** 2)) return undefined
  const u = (xz * yy - yz * xy) / (2 * determinant)
  const v = (yz * xx - xz * xy) / (2 * determinant)
  return { x: meanX + u, y: meanY + v, r: Math.sqrt(u * u + v * v + (xx + yy) / n) }
}
