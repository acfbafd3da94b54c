import type { JobProgress, Store, StoreEvent } from '../store/index.ts'

/** Events that are kept for those who come back; who was away longer loads all anew. */
export const keptEvents = 50_000
/** Events held in memory for all followers together. */
const ringSize = 2_000
const pageSize = 500
/** Work of which nothing was heard for so long is no longer shown. */
const silentAfter = 60_000

/** Work that goes on, and when it last told. */
export interface RunningJob extends JobProgress {
  /** UTC milliseconds. */
  readonly at: number
}

/**
 * Follows the store's events for everyone who listens: one connection and one reader, however many follow. Each
 * follower keeps its own place and asks for what comes after it, so that a slow one holds up nobody and costs no
 * memory.
 */
export class EventFeed {
  private readonly store: Store
  private readonly now: () => number
  private ring: StoreEvent[] = []
  private head = 0
  private unlisten: (() => Promise<void>) | undefined
  private reading: Promise<void> | undefined
  private again = false
  private readonly waiting = new Set<() => void>()
  private readonly jobs = new Map<string, RunningJob>()
  private readonly onProgress = new Set<(job: JobProgress) => void>()
  private ended = false

  constructor(store: Store, now: () => number = Date.now) {
    this.store = store
    this.now = now
  }

  async start(): Promise<void> {
    this.unlisten = await this.store.onChange((change, message) => {
      if (change === 'events') void this.read()
      else if (change === 'progress' && message) this.hear(message)
    })
    await this.store.events.prune(keptEvents)
    this.head = (await this.store.events.span()).head
  }

  /** Ends every wait; followers see `isEnded`. */
  async stop(): Promise<void> {
    this.ended = true
    this.wake()
    await this.unlisten?.()
    await this.reading
  }

  get isEnded(): boolean {
    return this.ended
  }

  /** The latest position that was read. */
  get latest(): number {
    return this.head
  }

  /** Whether everything after a position is still kept. A position that the store never gave is not. */
  async canResume(position: number): Promise<boolean> {
    const { oldest, head } = await this.store.events.span()
    return position <= head && (position >= oldest - 1 || oldest === 0)
  }

  /** The next events after a position, none where there are none yet. */
  async after(position: number): Promise<readonly StoreEvent[]> {
    if (position >= this.head) return []
    const first = this.ring[0]
    if (!first || first.position > position + 1)
      // Positions have gaps: only the store knows whether something lies between.
      return this.store.events.after(position, pageSize)
    return this.ring.filter((event) => event.position > position).slice(0, pageSize)
  }

  /** Resolves when there is something after a position, when the feed ends, or after some milliseconds. */
  wait(position: number, milliseconds: number, signal: AbortSignal): Promise<void> {
    if (this.head > position || this.ended || signal.aborted) return Promise.resolve()
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer)
        this.waiting.delete(done)
        signal.removeEventListener('abort', done)
        resolve()
      }
      const timer = setTimeout(done, milliseconds)
      this.waiting.add(done)
      signal.addEventListener('abort', done, { once: true })
    })
  }

  /** Tells of progress until the returned function is called. */
  followProgress(listener: (job: JobProgress) => void): () => void {
    this.onProgress.add(listener)
    return () => this.onProgress.delete(listener)
  }

  /** Work that goes on now, as far as it tells. */
  running(): RunningJob[] {
    const now = this.now()
    for (const [key, job] of this.jobs) if (now - job.at > silentAfter) this.jobs.delete(key)
    return [...this.jobs.values()]
  }

  /** Ends a follower's wait: for a progress that it holds. */
  wake(): void {
    for (const done of [...this.waiting]) done()
  }

  private hear(message: string): void {
    const job = JSON.parse(message) as JobProgress
    const key = `${job.job} ${job.name}`
    if (job.ended) this.jobs.delete(key)
    else this.jobs.set(key, { ...job, at: this.now() })
    for (const listener of this.onProgress) listener(job)
    this.wake()
  }

  /** One reading at a time; a notice that comes meanwhile makes one more. */
  private read(): Promise<void> {
    if (this.reading) {
      this.again = true
      return this.reading
    }
    this.reading = this.readAll().finally(() => {
      this.reading = undefined
      if (!this.again || this.ended) return
      this.again = false
      void this.read()
    })
    return this.reading
  }

  private async readAll(): Promise<void> {
    try {
      for (;;) {
        const events = await this.store.events.after(this.head, pageSize)
        if (events.length === 0) return
        this.ring = [...this.ring, ...events].slice(-ringSize)
        this.head = events.at(-1)!.position
        this.wake()
      }
    } catch {
      // The database is away: it is listened to again when it is back, and that reads all that came meanwhile.
    }
  }
}
