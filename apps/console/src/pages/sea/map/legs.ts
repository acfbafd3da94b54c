import type { TrackData } from '../track-data.ts'
import type { Rgba } from './palette.ts'
import type { Legs } from './track-layer.ts'

/** How the tracks of some ships are drawn. */
export interface TrackStyle {
  readonly colour: Rgba
  /** Pixels. */
  readonly width: number
}

/** The legs of the ships that have a style, by their number in the data. */
export function legsOf(data: TrackData, styles: ReadonlyMap<number, TrackStyle>): Legs {
  let length = 0
  for (const ship of styles.keys()) length += Math.max(0, data.starts[ship + 1]! - data.starts[ship]! - 1)
  const legs = {
    length,
    places: new Float32Array(4 * length),
    times: new Float32Array(2 * length),
    colours: new Uint8Array(4 * length),
    widths: new Float32Array(length),
  }
  let leg = 0
  for (const [ship, { colour, width }] of styles)
    for (let point = data.starts[ship]!; point + 1 < data.starts[ship + 1]!; point++, leg++) {
      legs.places.set(data.places.subarray(2 * point, 2 * point + 4), 4 * leg)
      legs.times.set(data.times.subarray(point, point + 2), 2 * leg)
      legs.colours.set(colour, 4 * leg)
      legs.widths[leg] = width
    }
  return legs
}
