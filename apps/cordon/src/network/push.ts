import { type CyberKnowledge, type CyberState, CyberWatch, type LogRecord, readLogs } from '@cordon/cyber'
import type { Bytes, Reject } from '@cordon/formats'
import { CordonError, type Finding } from '@cordon/model'
import { commitWatchState, type EventClock, eventClock, loadWatchState } from '../runner/index.ts'
import type { Store } from '../store/index.ts'
import type { SightingLog } from './sightings.ts'

/** What was taken of one push, after it was committed. */
export interface Pushed {
  readonly accepted: number
  readonly rejected: number
  /** The first few. */
  readonly rejects: readonly Reject[]
  /** Findings that were new or had grown. */
  readonly findings: number
}

/** What pushed records are matched against. */
export interface PushKnowledge {
  readonly knowledge: CyberKnowledge
  /** Where indicators were met: kept with each commit. */
  readonly sightings: SightingLog
}

interface Waiting {
  readonly records: readonly LogRecord[]
  readonly done: (findings: number) => void
  readonly failed: (error: unknown) => void
}

const run = 'network/http'
/** How far behind the latest event another may be before what it belongs to was closed. */
const lateness = 3_600_000
const tick = 60_000
const shownRejects = 20
const tries = 3

/**
 * Log records that are pushed over HTTP, through the watch. What was pushed is answered when its findings and the watch's
 * state are committed together; pushes that come meanwhile share the next commit.
 */
export class NetworkPush {
  private readonly store: Store
  private readonly load: () => Promise<PushKnowledge>
  private knowledge: Promise<PushKnowledge> | undefined
  private live: Live | undefined
  private waiting: Waiting[] = []
  private running = false

  constructor(store: Store, load: () => Promise<PushKnowledge>) {
    this.store = store
    this.load = load
  }

  /**
   * Takes a body of logs in any form that `readLogs` knows.
   * @throws InputError where it can't be read on; nothing of it is kept then
   */
  async push(bytes: Bytes, name: string): Promise<Pushed> {
    const records: LogRecord[] = []
    const rejects: Reject[] = []
    let rejected = 0
    for await (const batch of readLogs(bytes, { name, now: this.store.now() })) {
      for (const record of batch.records) records.push(record)
      rejected += batch.rejects.length
      for (const one of batch.rejects) if (rejects.length < shownRejects) rejects.push(one)
    }
    const findings = records.length === 0 ? 0 : await this.observe(records)
    return { accepted: records.length, rejected, rejects, findings }
  }

  private observe(records: readonly LogRecord[]): Promise<number> {
    return new Promise((done, failed) => {
      this.waiting.push({ records, done, failed })
      if (!this.running) void this.work()
    })
  }

  private async work(): Promise<void> {
    this.running = true
    while (this.waiting.length > 0) {
      const taken = this.waiting
      this.waiting = []
      try {
        const counts = await this.commit(taken)
        for (const [i, one] of taken.entries()) one.done(counts[i]!)
      } catch (error) {
        this.live = undefined
        for (const one of taken) one.failed(error)
      }
    }
    this.running = false
  }

  /** Another process may have gone on with the run: then what it left is taken up, and the records once more. */
  private async commit(taken: readonly Waiting[]): Promise<number[]> {
    for (let attempt = 1; ; attempt++)
      try {
        this.knowledge ??= this.load()
        this.live ??= await Live.begin(this.store, await this.knowledge)
        return await this.live.take(taken.map(({ records }) => records))
      } catch (error) {
        this.live = undefined
        if (!(error instanceof CordonError)) this.knowledge = undefined
        if (!(error instanceof CordonError && error.code === 'CORDON_RUN_TAKEN') || attempt === tries)
          throw error
      }
  }
}

/** The watch of this process, as it was last committed. */
class Live {
  private readonly store: Store
  private readonly watch = new CyberWatch()
  private readonly sightings: SightingLog
  private clock!: EventClock
  private commits = 0
  private observed = 0
  private late = 0

  private constructor(store: Store, sightings: SightingLog) {
    this.store = store
    this.sightings = sightings
  }

  static async begin(store: Store, { knowledge, sightings }: PushKnowledge): Promise<Live> {
    const live = new Live(store, sightings)
    const saved = await loadWatchState<CyberState, null>(store, run)
    live.watch.start(knowledge, saved?.snapshot)
    live.clock = eventClock(lateness, tick, saved?.time)
    live.commits = saved?.commits ?? 0
    live.observed = saved?.observed ?? 0
    live.late = saved?.late ?? 0
    return live
  }

  /** Findings by push, after all of them were committed. */
  async take(pushes: readonly (readonly LogRecord[])[]): Promise<number[]> {
    const all: Finding[] = []
    const counts: number[] = []
    for (const records of pushes) {
      const before = new Set(all.map(({ id }) => id)).size
      all.push(...this.watch.observe(records))
      for (const { time } of records) if (time !== undefined && this.clock.see(time)) this.late++
      const watermark = this.clock.due()
      if (watermark !== undefined) all.push(...this.watch.advance(watermark))
      counts.push(new Set(all.map(({ id }) => id)).size - before)
      this.observed += records.length
    }
    const state = {
      commits: ++this.commits,
      position: null,
      snapshot: this.watch.snapshot(),
      time: this.clock.state(),
      observed: this.observed,
      late: this.late,
      ended: false,
    }
    // Before the commit, since a sighting that is kept twice is one.
    await this.store.threats.sight(this.sightings.take())
    await commitWatchState(this.store, run, state, all)
    return counts
  }
}
