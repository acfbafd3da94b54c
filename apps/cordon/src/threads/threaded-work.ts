import { availableParallelism } from 'node:os'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Known } from '../known/known.ts'
import { KnownPool } from './known-pool.ts'

/** How many threads work, and when those beside the first are worth their indexes. */
export interface ThreadPlan {
  readonly threads: number
  /** Asked before each part until it says yes: building an index takes seconds and memory. */
  readonly isWorthwhile: () => boolean
}

/** Work that is divided into parts: what does a part here, and how a thread is told to do the same. */
export interface DividedWork<Input, Part, Done, Spec> {
  readonly known: Known
  /** The program of a thread, which calls `serveParts`. */
  readonly file: URL
  /** What a thread is told before it begins: plain data. */
  readonly spec: Spec
  /** Of an input what goes to a thread: plain data. */
  readonly partOf: (input: Input) => Part
  readonly here: (part: Part) => Done
  /** Gets what is done in the order of the inputs, one at a time. */
  readonly take: (done: Done, input: Input) => Promise<void>
  /** Told of a thread that failed; the others do its work. */
  readonly onLost: (why: unknown) => void
}

/** Parts that may be under way for each thread, done ones that wait for their turn included. */
const mostUnderWay = 8
/** Time in milliseconds that one thread works alone: about what another one needs for its index. */
const aloneAtFirst = 5000

/**
 * Where the person says how many threads, they start at once. Else further ones start when the work has taken about as
 * long as their index will, and twice as much is still to come: a short file is never held up, a long one hardly.
 * @param pace milliseconds since it began, and what is left of them where that is known
 */
export function threadPlan(
  threads: number | undefined,
  pace: { readonly elapsed: number; readonly left: number | undefined },
): ThreadPlan {
  if (threads !== undefined) return { threads, isWorthwhile: () => true }
  return {
    threads: availableParallelism(),
    isWorthwhile: () =>
      pace.elapsed > aloneAtFirst && (pace.left ?? Number.POSITIVE_INFINITY) > 2 * aloneAtFirst,
  }
}

/**
 * Works on parts in several threads and hands on what is done in the order of the inputs. This thread works too, whenever
 * no other one has time; alone it does all of it. What is under way is bounded, so that memory does not grow with the input.
 */
export class ThreadedWork<Input, Part, Done, Spec> {
  private readonly work: DividedWork<Input, Part, Done, Spec>
  private readonly plan: ThreadPlan
  private readonly underWay: Job<Input, Done>[] = []
  private pool: KnownPool<Part, Done, Spec> | undefined

  constructor(work: DividedWork<Input, Part, Done, Spec>, plan: ThreadPlan) {
    this.work = work
    this.plan = plan
  }

  /** Threads that work now. */
  get threads(): number {
    return 1 + (this.pool?.ready ?? 0)
  }

  /** Works on an input, now or soon. */
  async add(input: Input): Promise<void> {
    if (!this.pool && this.plan.threads > 1 && this.plan.isWorthwhile()) {
      const { file, known, spec, onLost } = this.work
      this.pool = new KnownPool(file, known, spec, this.plan.threads - 1, onLost)
      void this.pool.fill()
    }
    this.underWay.push(this.begin(input))
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
      if (!head.result && this.underWay.length <= most) return
      const { done } = head.result ?? { done: await head.promise! }
      this.underWay.shift()
      await this.work.take(done, head.input)
    }
  }

  private begin(input: Input): Job<Input, Done> {
    const part = this.work.partOf(input)
    const offered = this.pool?.offer(part)
    if (!offered) return { input, result: { done: this.work.here(part) } }
    // What a thread that was lost had before it is done here: the same part gives the same.
    const promise = offered.catch(() => this.work.here(part))
    const job: Job<Input, Done> = { input, promise }
    promise.then(
      (done) => {
        job.result = { done }
      },
      () => undefined,
    )
    return job
  }
}

/** A part under way, or done. */
interface Job<Input, Done> {
  readonly input: Input
  result?: { readonly done: Done }
  readonly promise?: Promise<Done>
}
