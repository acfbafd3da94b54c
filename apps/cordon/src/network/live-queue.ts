import type { LogRecord } from '@cordon/cyber'

/** What a source hands over at once. */
export interface LiveBatch {
  readonly records: readonly LogRecord[]
  /** Where the source stands after them, by its name. */
  readonly position?: readonly [source: string, at: number]
  /** Called when what the records led to is committed. */
  readonly committed?: () => void
}

/** Records that wait at most before sources are made to wait. */
const mostWaiting = 50_000

/** Joins sources that deliver when they like into one stream of batches. */
export class LiveQueue {
  private batches: LiveBatch[] = []
  private count = 0
  private wake = () => {}
  private drained: (() => void)[] = []
  private ended = false

  /** Whether sources that can should wait. */
  get isFull(): boolean {
    return this.count >= mostWaiting
  }

  /** Hands over a batch; settles when there is room for the next. */
  async put(batch: LiveBatch): Promise<void> {
    this.batches.push(batch)
    this.count += batch.records.length
    this.wake()
    while (this.isFull && !this.ended) await new Promise<void>((resolve) => this.drained.push(resolve))
  }

  /** All that waits; after `idle` milliseconds without anything an empty list. Undefined at the end. */
  async take(idle: number): Promise<readonly LiveBatch[] | undefined> {
    if (this.batches.length === 0 && !this.ended) {
      let timer: NodeJS.Timeout | undefined
      await new Promise<void>((resolve) => {
        this.wake = resolve
        timer = setTimeout(resolve, idle)
      })
      clearTimeout(timer)
    }
    const taken = this.batches
    this.batches = []
    this.count = 0
    for (const go of this.drained.splice(0)) go()
    return taken.length === 0 && this.ended ? undefined : taken
  }

  /** Nothing more will come. */
  end(): void {
    this.ended = true
    this.wake()
    for (const go of this.drained.splice(0)) go()
  }
}
