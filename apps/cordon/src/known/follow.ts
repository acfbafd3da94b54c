import { joinedFromStore } from '../joining/joined-entries.ts'
import type { Store } from '../store/index.ts'
import { loadFromStore } from './from-store.ts'
import type { Known, KnownHolder, LoadProgress } from './known.ts'

/** Keeps what is known in step with the store: loads it at the start, and anew when a list has a new version. */
export class KnownFollower {
  private readonly store: Store
  private readonly known: KnownHolder
  private readonly onError: (error: unknown) => void
  private readonly onLoaded: (known: Known) => Promise<void>
  private unlisten: (() => Promise<void>) | undefined
  private running: Promise<void> | undefined
  private again = false
  private told = 0
  private working: Promise<void> = Promise.resolve()

  /**
   * @param onError told of a later loading that failed; the former state answers still
   * @param onLoaded what is to be done with each new state, while it answers already
   */
  constructor(
    store: Store,
    known: KnownHolder,
    onError: (error: unknown) => void,
    onLoaded: (known: Known) => Promise<void> = async () => {},
  ) {
    this.store = store
    this.known = known
    this.onError = onError
    this.onLoaded = onLoaded
  }

  /** Loads for the first time. Throws where that fails. */
  async start(): Promise<void> {
    this.unlisten = await this.store.onChange((change) => {
      if (change === 'lists') this.reload()
      if (change === 'identities') void this.join().catch(this.onError)
    })
    const first = this.load()
    this.follow(first.catch(() => undefined))
    await first
  }

  /** Listens no more, and waits for a loading that goes on. */
  async stop(): Promise<void> {
    this.again = false
    await this.unlisten?.()
    await this.running
    await this.working
  }

  /** One loading at a time; changes that come meanwhile make one more after it. */
  private reload(): void {
    if (this.running) this.again = true
    else this.follow(this.load().catch(this.onError))
  }

  private follow(loading: Promise<void>): void {
    this.running = loading.then(() => {
      this.running = undefined
      if (!this.again) return
      this.again = false
      this.reload()
    })
  }

  private async join(): Promise<void> {
    this.known.join(await joinedFromStore(this.store.identities))
  }

  private async load(): Promise<void> {
    try {
      const loaded = await loadFromStore(this.store.lists, {}, (progress) => this.tell(progress))
      await this.join()
      this.known.swap(loaded)
      this.working = this.working.then(() => this.onLoaded(loaded)).catch(this.onError)
    } finally {
      this.known.report(undefined)
      await this.store.events.tell({ job: 'load', name: 'lists', ended: true })
    }
  }

  /** Tells how far a loading is: here at once, and twice a second to those who follow the store. */
  private tell(progress: LoadProgress): void {
    this.known.report(progress)
    const now = performance.now()
    if (now - this.told < 500) return
    this.told = now
    void this.store.events.tell({ job: 'load', name: 'lists', ...progress, unit: 'entities' })
  }
}
