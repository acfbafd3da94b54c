import type { Reject } from '@cordon/formats'
import {
  type MaritimeOptions,
  MaritimeWatch,
  type SeaKnowledge,
  type SeaObservation,
  type Sighting,
} from '@cordon/maritime'
import type { Instant } from '@cordon/model'
import { type RunSummary, runWatch, type StreamItem } from '../runner/index.ts'
import type { Store } from '../store/index.ts'
import { isLive, openSeaBytes, type SeaInputOptions } from './bytes.ts'
import { disorderOf, inOrderOfTime } from './in-order.ts'
import { readObservations } from './observations.ts'
import { PlausibleTime } from './plausible-time.ts'

/** Inputs to be watched, one after the other. */
export interface SeaStream extends SeaInputOptions {
  /** Names the run: the same name goes on where it stood. */
  readonly run: string
  readonly inputs: readonly string[]
  /** In order of time. */
  readonly sightings: readonly Sighting[]
  readonly knowledge: SeaKnowledge
  /** How far out of order positions may be, minutes. */
  readonly latenessMinutes: number
  readonly watch?: MaritimeOptions
  /** Observations between commits. Default 200,000. */
  readonly commitEvery?: number
  readonly onRejects: (rejects: readonly Reject[]) => Promise<void>
  readonly onProgress: (summary: RunSummary, time: Instant | undefined) => void
  readonly beforeCommit?: () => Promise<void>
  /** Told of a file whose positions stand further behind each other, in minutes, than lateness allows: it is put in order. */
  readonly onDisorder?: (input: string, minutes: number) => void
}

/** Where a run stands: the input, the observations taken of it, and the sightings taken. */
export interface SeaPosition {
  readonly input: number
  readonly taken: number
  readonly sightings: number
}

type Item = StreamItem<SeaObservation, SeaKnowledge, SeaPosition>

/** What an observation costs to take again is little, what a snapshot costs is much: commits are far apart. */
const commitEvery = 200_000
const commitInterval = 30_000
const tick = 600_000

/**
 * Runs inputs through the watch at sea. Findings are stored; a run that was killed goes on where its last commit stood: a
 * file is read again up to there, a live input goes on with what comes now.
 */
export function watchSea(store: Store, stream: SeaStream): Promise<RunSummary> {
  const clock = new PlausibleTime()
  let time: Instant | undefined
  async function* items(after: SeaPosition | undefined): AsyncGenerator<readonly Item[]> {
    let sightings = after?.sightings ?? 0
    for (let input = after?.input ?? 0; input < stream.inputs.length; input++) {
      const name = stream.inputs[input]!
      const live = isLive(name, stream)
      // A file that is followed is read again; what came over the network before does not come again.
      let skip = input === after?.input && !/^(udp|tcp):/.test(name) ? after.taken : 0
      let taken = input === after?.input && skip === 0 ? after.taken : 0
      const disorder = await disorderOf([name], stream)
      const isOrdered = disorder <= stream.latenessMinutes
      if (!isOrdered) stream.onDisorder?.(name, disorder)
      const read = readObservations(
        await openSeaBytes(name, stream),
        live ? { clock: () => store.now() } : {},
      )
      for await (const batch of isOrdered ? read : inOrderOfTime(read)) {
        if (batch.rejects.length > 0) await stream.onRejects(batch.rejects)
        const out: Item[] = []
        for (const observation of batch.observations) {
          taken++
          const isPlausible = clock.see(observation.time)
          if (skip > 0) {
            skip--
            continue
          }
          if (isPlausible) time = observation.time
          for (; isPlausible && sightings < stream.sightings.length; sightings++) {
            const sighting = stream.sightings[sightings]!
            if (sighting.time > observation.time) break
            out.push({
              observation: { kind: 'sighting', ...sighting },
              position: { input, taken: taken - 1, sightings: sightings + 1 },
            })
          }
          out.push({
            observation,
            position: { input, taken, sightings },
            ...(isPlausible && { eventTime: observation.time }),
          })
        }
        yield out
        if (stream.signal?.aborted) return
      }
      if (stream.signal?.aborted) return
    }
    yield stream.sightings.slice(sightings).map((sighting, i) => ({
      observation: { kind: 'sighting' as const, ...sighting },
      position: { input: stream.inputs.length, taken: 0, sightings: sightings + i + 1 },
    }))
  }
  return runWatch({
    run: stream.run,
    watch: new MaritimeWatch(stream.watch),
    known: stream.knowledge,
    open: items,
    store,
    lateness: stream.latenessMinutes * 60_000,
    tick,
    commitEvery: stream.commitEvery ?? commitEvery,
    commitInterval,
    onCommit: (summary) => stream.onProgress(summary, time),
    ...(stream.signal && { signal: stream.signal }),
    ...(stream.beforeCommit && { beforeCommit: stream.beforeCommit }),
  })
}
