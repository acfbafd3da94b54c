/** Pieces that wait to be read; beyond it the oldest are dropped, as the network itself would. */
const mostWaiting = 100_000

/** What came in, until it is read. */
export class Arrivals {
  /** Pieces dropped because they came faster than they were read. */
  dropped = 0
  private waiting: Uint8Array[] = []
  private readonly signal: AbortSignal | undefined
  private wake = () => {}
  private onRoom = new Set<() => void>()

  constructor(signal: AbortSignal | undefined) {
    this.signal = signal
    signal?.addEventListener('abort', () => this.wake(), { once: true })
  }

  /** Takes whole lines. */
  add(lines: Uint8Array): void {
    if (this.waiting.length >= mostWaiting) {
      this.waiting.shift()
      this.dropped++
    }
    this.waiting.push(lines)
    this.wake()
  }

  /** Waits until less than half of what may wait does. */
  async room(): Promise<void> {
    while (this.waiting.length > mostWaiting / 2 && !this.signal?.aborted)
      await new Promise<void>((resolve) => this.onRoom.add(resolve))
  }

  /** All of it as it comes, until the signal. */
  async *all(): AsyncGenerator<Uint8Array, void, undefined> {
    while (!this.signal?.aborted) {
      if (this.waiting.length > 0) {
        const all = Buffer.concat(this.waiting)
        this.waiting = []
        for (const resolve of this.onRoom) resolve()
        this.onRoom.clear()
        yield all
        continue
      }
      await new Promise<void>((resolve) => {
        this.wake = resolve
      })
    }
    for (const resolve of this.onRoom) resolve()
  }
}
