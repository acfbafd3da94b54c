import type { TrackPoint } from './match.ts'

/** Speeds that receivers and transponders give by mistake (gpsdio-segment): knots, within 0.05. */
const errorSpeeds = [51.2, 63, 102.3]
const tolerance = 0.05 + 1e-6
const courselessKnots = 0.35

/** Why a position can't be part of a track, or undefined. */
export function noiseOf({ time, lat, lon, sog, cog }: TrackPoint): string | undefined {
  if (Number.isNaN(time)) return 'no time'
  if (Math.abs(lat) < 1e-9 && Math.abs(lon) < 1e-9) return 'place 0, 0'
  if (errorSpeeds.some((speed) => Math.abs(sog - speed) <= tolerance)) return 'speed of a receiver error'
  if (cog > 359.95 && sog > courselessKnots) return 'course of a receiver error'
  return undefined
}
