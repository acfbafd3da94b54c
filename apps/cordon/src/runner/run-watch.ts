import type { Finding, Instant, Milliseconds, Watch } from '@cordon/model'
import type { Store } from '../store/index.ts'
import { eventClock } from './event-clock.ts'
import { commitWatchState, loadWatchState, type WatchState } from './watch-state.ts'

/** One observation in a stream, or new knowledge in its place among them. */
export type StreamItem<O, Known, P> =
  | {
      readonly observation: O
      /** Where to go on after it: an offset, a line, a sequence number. Plain data. */
      readonly position: P
      /** Absent where the observation has no time of its own: it moves no watermark. */
      readonly eventTime?: Instant
    }
  | { readonly knowledge: Known; readonly position: P }

/** What a run needs. */
export interface RunRequest<O, Known, S, P> {
  /** Names the run over all its processes; the state is kept under it. */
  readonly run: string
  readonly watch: Watch<O, Known, S>
  /** What is known where the stream begins, or goes on. */
  readonly known: Known
  /** Opens the stream just after a position, or at its beginning. Batches may be cut in any way. */
  readonly open: (after: P | undefined) => AsyncIterable<readonly StreamItem<O, Known, P>[]>
  readonly store: Store
  /** How far out of order the stream's events may be. Default 0. */
  readonly lateness?: Milliseconds
  /** How often in event time the watch is advanced. Default 60,000. */
  readonly tick?: Milliseconds
  /** Observations between commits. Default 1,000. */
  readonly commitEvery?: number
  /** Longest time between commits on the store's clock, as long as batches come in. Default 1,000. */
  readonly commitInterval?: Milliseconds
  /** Ends the run for now where it is set off: what was taken is committed, and the next run of the name goes on. */
  readonly signal?: AbortSignal
  /** Called before each commit: what is kept elsewhere, and may be kept twice, is kept then. */
  readonly beforeCommit?: () => Promise<void>
  /** Called after each commit. */
  readonly onCommit?: (summary: RunSummary) => void
}

/** What a run has come to, over all its processes. */
export interface RunSummary {
  readonly observed: number
  readonly late: number
  /** Findings given out by this process, those of equal id and revision counted again. */
  readonly findings: number
  readonly commits: number
  /** The stream had an end, and it was reached. */
  readonly ended: boolean
}

/**
 * Feeds a stream to a watch until the stream ends. Snapshot, position and findings are committed in one transaction:
 * a process killed at any moment is resumed by the next one with the same `run`, and what it had not committed is
 * done again, to the same end. At the end of the stream everything is closed; a run that has ended stays so.
 * @throws CordonError CORDON_RUN_TAKEN; whatever the stream or the watch throws, after which nothing uncommitted stays
 */
export async function runWatch<O, Known, S, P>(request: RunRequest<O, Known, S, P>): Promise<RunSummary> {
  const { run, watch, store, commitEvery = 1_000, commitInterval = 1_000 } = request
  const saved = await loadWatchState<S, P>(store, run)
  const progress = new RunProgress(request, saved)
  if (saved?.ended) return progress.summary()
  watch.start(request.known, saved?.snapshot)
  let committed = store.now()
  for await (const batch of request.open(saved?.position)) {
    progress.take(batch)
    const isDue = progress.uncommitted >= commitEvery || store.now() - committed >= commitInterval
    if (!isDue || progress.uncommitted === 0) continue
    await progress.commit(false)
    committed = store.now()
  }
  const isInterrupted = request.signal?.aborted === true
  if (!isInterrupted) progress.finish()
  await progress.commit(!isInterrupted)
  return progress.summary()
}

/** What one process has done of a run since its last commit. */
class RunProgress<O, Known, S, P> {
  uncommitted = 0
  readonly #request: RunRequest<O, Known, S, P>
  readonly #clock
  #state: Omit<WatchState<S, P>, 'snapshot' | 'position' | 'time'>
  #position: P | undefined
  #findings: Finding[] = []
  #given = 0

  constructor(request: RunRequest<O, Known, S, P>, saved: WatchState<S, P> | undefined) {
    this.#request = request
    this.#clock = eventClock(request.lateness ?? 0, request.tick ?? 60_000, saved?.time)
    this.#position = saved?.position
    const { commits = 0, observed = 0, late = 0, ended = false } = saved ?? {}
    this.#state = { commits, observed, late, ended }
  }

  /** Gives the watch a batch, cut where the watermark moves or knowledge comes in between. */
  take(batch: readonly StreamItem<O, Known, P>[]): void {
    const { watch } = this.#request
    let pending: O[] = []
    const flush = () => {
      if (pending.length > 0) this.#keep(watch.observe(pending))
      pending = []
    }
    let { observed, late } = this.#state
    for (const item of batch) {
      this.#position = item.position
      this.uncommitted++
      if ('knowledge' in item) {
        flush()
        this.#keep(watch.learn(item.knowledge))
        continue
      }
      observed++
      pending.push(item.observation)
      if (item.eventTime === undefined) continue
      if (this.#clock.see(item.eventTime)) late++
      const watermark = this.#clock.due()
      if (watermark === undefined) continue
      flush()
      this.#keep(watch.advance(watermark))
    }
    flush()
    this.#state = { ...this.#state, observed, late }
  }

  /** Nothing more will come: what only time would close is closed. */
  finish(): void {
    this.#keep(this.#request.watch.advance(Number.MAX_SAFE_INTEGER))
  }

  async commit(ended: boolean): Promise<void> {
    const { store, run, watch, onCommit, beforeCommit } = this.#request
    await beforeCommit?.()
    this.#state = { ...this.#state, commits: this.#state.commits + 1, ended }
    const state = {
      ...this.#state,
      position: (this.#position ?? null) as P,
      snapshot: watch.snapshot(),
      time: this.#clock.state(),
    }
    await commitWatchState(store, run, state, this.#findings)
    this.#given += this.#findings.length
    this.#findings = []
    this.uncommitted = 0
    onCommit?.(this.summary())
  }

  summary(): RunSummary {
    return { ...this.#state, findings: this.#given }
  }

  #keep(findings: Iterable<Finding>): void {
    for (const finding of findings) this.#findings.push(finding)
  }
}
