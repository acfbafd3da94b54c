import type { Reject } from '@cordon/formats'
import { type SeaObservation, Watermark } from '@cordon/maritime'
import type { Instant } from '@cordon/model'
import { isLive, openSeaBytes, type SeaInputOptions } from './bytes.ts'
import type { ObservationBatch } from './observations.ts'
import { PlausibleTime } from './plausible-time.ts'
import { readSea } from './read-sea.ts'

/** Whether an input can be read twice: a file that is not followed. */
function isWholeFile(input: string, options: SeaInputOptions): boolean {
  return input !== '-' && !isLive(input, options)
}

/**
 * How far positions of files lie behind those before them, in whole minutes that are more than that: publishers put one ship after the other
 * as often as they put all in order of time. Files are read once for it; what can't be read twice counts as in order.
 * @throws CordonError, InputError where a file can't be read
 */
export async function disorderOf(inputs: readonly string[], options: SeaInputOptions): Promise<number> {
  // Tracks and the watch don't believe the same leaps ahead; behind is what either would call late.
  const [clock, watermark] = [new PlausibleTime(), new Watermark(0)]
  let latest: Instant = Number.NEGATIVE_INFINITY
  let behind = 0
  for (const input of inputs) {
    if (!isWholeFile(input, options)) continue
    for await (const { positions } of readSea(
      await openSeaBytes(input, options),
      options.csv ? { csv: options.csv } : {},
    )) {
      for (let i = 0; i < positions.length; i++) {
        const time = positions.time[i]!
        if (!(time > 0)) continue
        behind = Math.max(behind, latest - time, watermark.until - time)
        watermark.see(time)
        if (clock.see(time)) latest = Math.max(latest, time)
      }
      if (options.signal?.aborted) return 0
    }
  }
  // What stands exactly as far behind as lateness allows is late already.
  return behind > 0 ? Math.floor(behind / 60_000) + 1 : 0
}

/** Observations held before they are handed on as a batch. */
const batchSize = 4096

/**
 * The observations of a file in order of time, held until all are read; equal times keep the order of the file, and what
 * has no time stays behind what stood before it. Rejects come first. The same file always gives the same order.
 */
export async function* inOrderOfTime(
  batches: AsyncIterable<ObservationBatch>,
): AsyncGenerator<ObservationBatch, void, undefined> {
  const all: SeaObservation[] = []
  const times: number[] = []
  for await (const { observations, rejects } of batches) {
    for (const observation of observations) {
      all.push(observation)
      times.push(Number.isNaN(observation.time) ? (times.at(-1) ?? 0) : observation.time)
    }
    if (rejects.length > 0) yield { observations: [], rejects }
  }
  const order = Uint32Array.from(all, (_, i) => i).sort((i, j) => times[i]! - times[j]! || i - j)
  const none: readonly Reject[] = []
  for (let at = 0; at < order.length; at += batchSize)
    yield { observations: Array.from(order.subarray(at, at + batchSize), (i) => all[i]!), rejects: none }
}

/** Says that inputs are out of order, and what is done about it. */
export function disorderNote(input: string, minutes: number): string {
  return `note: ${input}: positions stand up to ${duration(minutes)} behind others; all are held and put in order of time\n`
}

function duration(minutes: number): string {
  return minutes < 120 ? `${minutes} min` : `${Math.round(minutes / 60)} h`
}
