import type { PositionBatch } from '../positions/position-batch.ts'

/** Speeds that receivers and transponders give by mistake (gpsdio-segment): knots, within 0.05. */
const errorSpeeds = [51.2, 63, 102.3]
const tolerance = 0.05 + 1e-6
const courselessKnots = 0.35

/** Why a position of a batch can't be part of a track, or undefined. */
export function noiseAt({ time, lat, lon, sog, cog }: PositionBatch, i: number): string | undefined {
  if (Number.isNaN(time[i]!)) return 'no time'
  if (Math.abs(lat[i]!) < 1e-9 && Math.abs(lon[i]!) < 1e-9) return 'place 0, 0'
  const speed = sog[i]!
  for (const error of errorSpeeds)
    if (Math.abs(speed - error) <= tolerance) return 'speed of a receiver error'
  if (cog[i]! > 359.95 && speed > courselessKnots) return 'course of a receiver error'
  return undefined
}
