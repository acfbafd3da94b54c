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
import type { SeaInputOptions } from './bytes.ts'
import { PlausibleTime, type PlausibleTimeState } from './plausible-time.ts'
import { type StepOptions, seaSteps } from './sea-steps.ts'

/** How a run goes on, batch by batch. */
export interface SeaPace {
  /** Observations taken by this process. */
  readonly observed: number
  /** Numbers that are followed. */
  readonly ships: number
  /** The latest time among the observations. */
  readonly time?: Instant
}

/** Files, one after the other, and then networks, all at once. */
export interface SeaStream extends SeaInputOptions, StepOptions {
  /** Names the run: the same name goes on where it stood. */
  readonly run: string
  /** In order of time. */
  readonly sightings: readonly Sighting[]
  readonly knowledge: SeaKnowledge
  readonly watch?: MaritimeOptions
  /** Observations between commits. Default 200,000. */
  readonly commitEvery?: number
  readonly onRejects: (rejects: readonly Reject[]) => Promise<void>
  readonly onProgress: (summary: RunSummary, time: Instant | undefined) => void
  /** Told after each batch. */
  readonly onPace?: (pace: SeaPace) => void
  readonly beforeCommit?: () => Promise<void>
}

/** Where a run stands: the input, the observations taken of it (or of its segment), and the sightings taken. */
export interface SeaPosition {
  /** Which step: a file, or behind all files what comes in over networks. */
  readonly input: number
  /** The segment of what came in over networks; 0 for a file. */
  readonly segment?: number
  readonly taken: number
  readonly sightings: number
  /** What times were believed where the file or segment began. */
  readonly clock?: PlausibleTimeState
}

type Item = StreamItem<SeaObservation, SeaKnowledge, SeaPosition>

/** What an observation costs to take again is little, what a snapshot costs is much: commits are far apart. */
const commitEvery = 200_000
const commitInterval = 30_000
const tick = 600_000

/**
 * Runs inputs through the watch at sea. Findings are stored; a run that was killed goes on where its last commit stood: a
 * file is read again up to there, and so is what was received and written down. What a sender sends while nobody listens is
 * the sender's to keep.
 */
export async function watchSea(store: Store, stream: SeaStream): Promise<RunSummary> {
  const watch = new MaritimeWatch(stream.watch)
  const steps = await seaSteps(stream, () => store.now())
  let time: Instant | undefined
  let segmentGiven = 0
  let seen = 0
  async function* items(after: SeaPosition | undefined): AsyncGenerator<readonly Item[]> {
    const clock = new PlausibleTime(after?.clock)
    let sightings = after?.sightings ?? 0
    for (let input = after?.input ?? 0; input < steps.all.length; input++) {
      const from = input === after?.input ? after : undefined
      for await (const { batches, segment } of steps.all[input]!(from?.segment ?? 0)) {
        // What was taken of a piece before is read again, and passed over.
        let skip = segment === (from?.segment ?? 0) ? (from?.taken ?? 0) : 0
        const place = { input, segment, clock: clock.state() }
        let taken = 0
        for await (const batch of batches) {
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
                position: { ...place, taken: taken - 1, sightings: sightings + 1 },
              })
            }
            out.push({
              observation,
              position: { ...place, taken, sightings },
              ...(isPlausible && { eventTime: observation.time }),
            })
          }
          segmentGiven = segment
          seen += out.length
          yield out
          stream.onPace?.({ observed: seen, ships: watch.ships, ...(time !== undefined && { time }) })
          if (stream.signal?.aborted) return
        }
        if (stream.signal?.aborted) return
      }
    }
    yield stream.sightings.slice(sightings).map((sighting, i) => ({
      observation: { kind: 'sighting' as const, ...sighting },
      position: { input: steps.all.length, taken: 0, sightings: sightings + i + 1 },
    }))
  }
  try {
    return await run()
  } finally {
    await steps.close()
  }

  function run(): Promise<RunSummary> {
    return runWatch({
      run: stream.run,
      watch,
      known: stream.knowledge,
      open: items,
      store,
      lateness: stream.latenessMinutes * 60_000,
      tick,
      commitEvery: stream.commitEvery ?? commitEvery,
      commitInterval,
      onCommit: (summary) => {
        steps.forget(segmentGiven)
        stream.onProgress(summary, time)
      },
      ...(stream.signal && { signal: stream.signal }),
      ...(stream.beforeCommit && { beforeCommit: stream.beforeCommit }),
    })
  }
}
