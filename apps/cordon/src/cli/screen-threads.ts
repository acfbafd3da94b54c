import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Known } from '../known/known.ts'
import type { PartyRow } from '../parties/read-parties.ts'
import { chunkScreener, type ScreenedChunk, type ScreenSpec } from './screen-chunk.ts'
import { ScreenPool } from './screen-pool.ts'

/** How many threads screen, and when those beside the first are worth their index. */
export interface ThreadPlan {
  readonly threads: number
  /** Asked before each chunk until it says yes: building an index takes seconds and memory. */
  readonly isWorthwhile: () => boolean
}

/** Chunks that may be under way for each thread, done ones that wait for their turn included. */
const mostUnderWay = 8

/**
 * Screens chunks of parties on several threads and hands them on in their order. This thread screens too, whenever no
 * other one has time; alone it does all of it. What is under way is bounded, so that memory does not grow with the input.
 */
export class ThreadedScreener {
  private readonly known: Known
  private readonly spec: ScreenSpec
  private readonly plan: ThreadPlan
  private readonly here: (rows: readonly PartyRow[]) => ScreenedChunk
  private readonly take: (chunk: ScreenedChunk) => Promise<void>
  private readonly underWay: Job[] = []
  private pool: ScreenPool | undefined

  /** @param take gets the chunks in their order, one at a time */
  constructor(
    known: Known,
    spec: ScreenSpec,
    plan: ThreadPlan,
    take: (chunk: ScreenedChunk) => Promise<void>,
  ) {
    this.known = known
    this.spec = spec
    this.plan = plan
    this.here = chunkScreener(known, spec)
    this.take = take
  }

  /** Threads that screen now. */
  get threads(): number {
    return 1 + (this.pool?.ready ?? 0)
  }

  /** Screens a chunk, now or soon. */
  async add(rows: readonly PartyRow[]): Promise<void> {
    if (!this.pool && this.plan.threads > 1 && this.plan.isWorthwhile()) {
      this.pool = new ScreenPool(this.known, this.spec, this.plan.threads - 1)
      void this.pool.fill()
    }
    this.underWay.push(this.begin(rows))
    // Other threads are heard only between two turns of the event loop.
    if (this.pool) await nextTurn()
    await this.handOn(this.plan.threads * mostUnderWay)
  }

  /** Waits for everything that is under way. */
  async finish(): Promise<void> {
    await this.handOn(0)
  }

  /** Ends the other threads, whatever they do. */
  async close(): Promise<void> {
    await this.pool?.close()
  }

  /** Hands on what is done at the head, and waits for the head where more than `most` are under way. */
  private async handOn(most: number): Promise<void> {
    while (this.underWay.length > 0) {
      const head = this.underWay[0]!
      if (!head.done && this.underWay.length <= most) return
      const chunk = head.done ?? (await head.promise!)
      this.underWay.shift()
      await this.take(chunk)
    }
  }

  private begin(rows: readonly PartyRow[]): Job {
    const offered = this.pool?.offer(rows)
    if (!offered) return { done: this.here(rows) }
    // What a thread that was lost had before it is done here: the same chunk gives the same text.
    const promise = offered.catch(() => this.here(rows))
    const job: Job = { promise }
    promise.then(
      (chunk) => {
        job.done = chunk
      },
      () => undefined,
    )
    return job
  }
}

/** A chunk under way, or done. */
interface Job {
  done?: ScreenedChunk
  readonly promise?: Promise<ScreenedChunk>
}
