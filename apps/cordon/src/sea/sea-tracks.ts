import type { Reject } from '@cordon/formats'
import { type ShipSaid, type TrackBatch, type TrackBuilder, Watermark } from '@cordon/maritime'
import type { Instant } from '@cordon/model'
import { isLive, openSeaBytes, type SeaInputOptions } from './bytes.ts'
import { disorderOf } from './in-order.ts'
import { readSea } from './read-sea.ts'

/** Tracks and what ships said, up to a time, in order. */
export interface SeaSlice {
  readonly tracks: TrackBatch
  readonly statics: readonly ShipSaid[]
  readonly until: Instant
}

/** How inputs become tracks. */
export interface SeaTrackOptions extends SeaInputOptions {
  /** How far out of order positions may be, minutes; files that are further out of order are held until they are read. */
  readonly lateness: number
  readonly onRejects: (rejects: readonly Reject[]) => Promise<void>
  readonly onProgress: (positions: number) => void
}

/**
 * The tracks of inputs, slice by slice as the watermark moves; the last slice ends everything.
 * @param builder whose counts tell what became of the positions
 */
export async function* seaTracks(
  inputs: readonly string[],
  builder: TrackBuilder,
  options: SeaTrackOptions,
): AsyncGenerator<SeaSlice, void, undefined> {
  const watermark = new Watermark(Math.max(options.lateness, await disorderOf(inputs, options)))
  let statics: ShipSaid[] = []
  let until = Number.NEGATIVE_INFINITY
  const slice = (to: Instant): SeaSlice => {
    const tracks = to >= Number.MAX_SAFE_INTEGER ? builder.end() : builder.advance(to)
    // Statics behind the watermark are not lost: what a ship is called is as true a little later.
    const ready = statics
      .filter(({ time }) => !(time > to))
      .sort((a, b) => a.time - b.time || a.mmsi - b.mmsi)
    statics = statics.filter(({ time }) => time > to)
    until = to
    return { tracks, statics: ready, until: to }
  }
  for (const input of inputs) {
    const { csv } = options
    const reading = { ...(isLive(input, options) && { clock: () => Date.now() }), ...(csv && { csv }) }
    for await (const chunk of readSea(await openSeaBytes(input, options), reading)) {
      if (chunk.rejects.length > 0) await options.onRejects(chunk.rejects)
      builder.push(chunk.positions)
      for (let i = 0; i < chunk.positions.length; i++) watermark.see(chunk.positions.time[i]!)
      for (const said of chunk.statics) if (!Number.isNaN(said.time)) statics.push(said)
      options.onProgress(builder.counts.pushed)
      if (watermark.until > until) yield slice(watermark.until)
    }
  }
  yield slice(Number.MAX_SAFE_INTEGER)
}
