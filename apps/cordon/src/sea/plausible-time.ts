import type { Instant } from '@cordon/model'

const leapMs = 24 * 3_600_000
const witnesses = 20

/** What is kept of it; null before the first time. */
export interface PlausibleTimeState {
  readonly latest: number | null
  readonly ahead: number
}

/**
 * Whether a time may move the watermark. One transponder whose clock runs years ahead must not make all others late: a time
 * more than a day ahead of all before counts only once twenty in a row were that far ahead.
 */
export class PlausibleTime {
  private latest: number
  private ahead: number

  /** @param saved goes on from there */
  constructor(saved?: PlausibleTimeState) {
    this.latest = saved?.latest ?? Number.NEGATIVE_INFINITY
    this.ahead = saved?.ahead ?? 0
  }

  /** Plain data. */
  state(): PlausibleTimeState {
    return { latest: Number.isFinite(this.latest) ? this.latest : null, ahead: this.ahead }
  }

  /** Sees a time; true where it counts. */
  see(time: Instant): boolean {
    if (!(time > 0)) return false
    if (this.latest !== Number.NEGATIVE_INFINITY && time - this.latest > leapMs) {
      if (++this.ahead < witnesses) return false
    }
    this.ahead = 0
    this.latest = Math.max(this.latest, time)
    return true
  }
}
