import { setImmediate as nextTurn } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import type { Entity } from '@cordon/model'
import type { Known, KnownList } from '../known/known.ts'
import type { PartyRow } from '../parties/read-parties.ts'
import type { ScreenedChunk, ScreenSpec } from './screen-chunk.ts'

/** What a thread is told. */
export type ToWorker =
  | { readonly kind: 'entities'; readonly entities: readonly Entity[] }
  | { readonly kind: 'build'; readonly lists: readonly KnownList[]; readonly spec: ScreenSpec }
  | { readonly kind: 'screen'; readonly id: number; readonly rows: readonly PartyRow[] }

/** What a thread tells. */
export type FromWorker =
  | { readonly kind: 'ready' }
  | { readonly kind: 'done'; readonly id: number; readonly chunk: ScreenedChunk }

/** Entities in one message: many enough to be fast, few enough not to hold up the thread that sends them. */
const entitiesPerMessage = 1000
/** Chunks that a thread has before it, so that it does not wait for the next one. */
const mostAhead = 3

const workerFile = new URL(
  import.meta.url.endsWith('.ts') ? './screen-worker.ts' : './screen-worker.js',
  import.meta.url,
)

/** Threads that screen beside this one, each with an index of its own. A thread counts once its index is built. */
export class ScreenPool {
  private readonly workers: ScreenWorker[]
  private readonly known: Known
  private readonly spec: ScreenSpec

  /** @param size threads to start */
  constructor(known: Known, spec: ScreenSpec, size: number) {
    this.known = known
    this.spec = spec
    this.workers = Array.from({ length: size }, () => new ScreenWorker())
  }

  /** Gives the threads the entities; takes a while, in which other work goes on. */
  async fill(): Promise<void> {
    let entities: Entity[] = []
    const send = async () => {
      for (const worker of this.workers) worker.tell({ kind: 'entities', entities })
      entities = []
      await nextTurn()
    }
    for (const entity of this.known.graph.entities())
      if (entities.push(entity) === entitiesPerMessage) await send()
    await send()
    for (const worker of this.workers)
      worker.tell({ kind: 'build', lists: this.known.lists, spec: this.spec })
  }

  /**
   * Gives a chunk to a thread that has time for it.
   * @returns undefined where none has
   */
  offer(rows: readonly PartyRow[]): Promise<ScreenedChunk> | undefined {
    let best: ScreenWorker | undefined
    for (const worker of this.workers)
      if (worker.isReady && worker.waiting < (best?.waiting ?? mostAhead)) best = worker
    return best?.screen(rows)
  }

  /** Threads that have their index. */
  get ready(): number {
    return this.workers.filter(({ isReady }) => isReady).length
  }

  /** Ends the threads. */
  async close(): Promise<void> {
    await Promise.all(this.workers.map((worker) => worker.end()))
  }
}

class ScreenWorker {
  isReady = false
  private readonly thread = new Worker(workerFile)
  private readonly jobs = new Map<number, PromiseWithResolvers<ScreenedChunk>>()
  private nextId = 0
  private failure: unknown

  constructor() {
    this.thread.on('message', (message: FromWorker) => {
      if (message.kind === 'ready') this.isReady = true
      else {
        this.jobs.get(message.id)!.resolve(message.chunk)
        this.jobs.delete(message.id)
      }
    })
    this.thread.on('error', (error) => {
      this.failure = error
      this.isReady = false
      for (const { reject } of this.jobs.values()) reject(error)
      this.jobs.clear()
    })
  }

  get waiting(): number {
    return this.jobs.size
  }

  tell(message: ToWorker): void {
    this.thread.postMessage(message)
  }

  screen(rows: readonly PartyRow[]): Promise<ScreenedChunk> {
    if (this.failure) return Promise.reject(this.failure)
    const id = this.nextId++
    const job = withResolvers<ScreenedChunk>()
    this.jobs.set(id, job)
    this.tell({ kind: 'screen', id, rows })
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
