import { setImmediate as nextTurn } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import type { Entity } from '@cordon/model'
import type { Known, KnownList } from '../known/known.ts'

/** What a thread is told. */
export type ToThread<Part, Spec> =
  | { readonly kind: 'entities'; readonly entities: readonly Entity[] }
  | { readonly kind: 'build'; readonly lists: readonly KnownList[]; readonly spec: Spec }
  | { readonly kind: 'work'; readonly id: number; readonly part: Part }

/** What a thread tells. */
export type FromThread<Done> =
  | { readonly kind: 'ready' }
  | { readonly kind: 'done'; readonly id: number; readonly done: Done }

/** Entities in one message: many enough to be fast, few enough not to hold up the thread that sends them. */
const entitiesPerMessage = 1000
/** Parts that a thread has before it, so that it does not wait for the next one. */
const mostAhead = 3

/**
 * Threads that work against what is known beside this one, each with indexes of its own (`serveParts` in the thread's
 * file). A thread counts once its indexes are built.
 */
export class KnownPool<Part, Done, Spec> {
  private readonly threads: KnownThread<Part, Done, Spec>[]
  private readonly known: Known
  private readonly spec: Spec

  /**
   * @param file the thread's program
   * @param spec what each is told before it begins: plain data
   * @param size threads to start
   * @param onLost told of a thread that failed; what it had to do is rejected
   */
  constructor(file: URL, known: Known, spec: Spec, size: number, onLost: (why: unknown) => void) {
    this.known = known
    this.spec = spec
    this.threads = Array.from({ length: size }, () => new KnownThread(file, onLost))
  }

  /** Gives the threads the entities; takes a while, in which other work goes on. */
  async fill(): Promise<void> {
    let entities: Entity[] = []
    const send = async () => {
      for (const thread of this.threads) thread.tell({ kind: 'entities', entities })
      entities = []
      await nextTurn()
    }
    for (const entity of this.known.graph.entities())
      if (entities.push(entity) === entitiesPerMessage) await send()
    await send()
    for (const thread of this.threads)
      thread.tell({ kind: 'build', lists: this.known.lists, spec: this.spec })
  }

  /**
   * Gives a part to a thread that has time for it.
   * @returns undefined where none has
   */
  offer(part: Part): Promise<Done> | undefined {
    let best: KnownThread<Part, Done, Spec> | undefined
    for (const thread of this.threads)
      if (thread.isReady && thread.waiting < (best?.waiting ?? mostAhead)) best = thread
    return best?.work(part)
  }

  /** Threads that have their indexes. */
  get ready(): number {
    return this.threads.filter(({ isReady }) => isReady).length
  }

  /** Ends the threads. */
  async close(): Promise<void> {
    await Promise.all(this.threads.map((thread) => thread.end()))
  }
}

class KnownThread<Part, Done, Spec> {
  isReady = false
  private readonly thread: Worker
  private readonly jobs = new Map<number, PromiseWithResolvers<Done>>()
  private nextId = 0
  private failure: unknown

  constructor(file: URL, onLost: (why: unknown) => void) {
    // What is built runs as it is, also where this thread runs from sources with a loader.
    this.thread = new Worker(file, file.pathname.endsWith('.js') ? { execArgv: [] } : {})
    this.thread.on('message', (message: FromThread<Done>) => {
      if (message.kind === 'ready') this.isReady = true
      else {
        this.jobs.get(message.id)!.resolve(message.done)
        this.jobs.delete(message.id)
      }
    })
    this.thread.on('error', (error) => {
      this.failure = error
      this.isReady = false
      for (const { reject } of this.jobs.values()) reject(error)
      this.jobs.clear()
      onLost(error)
    })
  }

  get waiting(): number {
    return this.jobs.size
  }

  tell(message: ToThread<Part, Spec>): void {
    this.thread.postMessage(message)
  }

  work(part: Part): Promise<Done> {
    if (this.failure) return Promise.reject(this.failure)
    const id = this.nextId++
    const job = withResolvers<Done>()
    this.jobs.set(id, job)
    this.tell({ kind: 'work', id, part })
    return job.promise
  }

  async end(): Promise<void> {
    await this.thread.terminate()
  }
}

interface PromiseWithResolvers<T> {
  readonly promise: Promise<T>
  resolve(value: T): void
  reject(error: unknown): void
}

/** `Promise.withResolvers` of ES2024, which Node 20 does not have. */
function withResolvers<T>(): PromiseWithResolvers<T> {
  let resolve!: (value: T) => void
  let reject!: (error: unknown) => void
  const promise = new Promise<T>((yes, no) => {
    resolve = yes
    reject = no
  })
  // Whoever awaits it meets the failure; until then it is not unhandled.
  promise.catch(() => undefined)
  return { promise, resolve, reject }
}
