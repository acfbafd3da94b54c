import type { Instant } from '@cordon/model'

/**
 * Until when all positions have come, from the times of the positions alone: the latest time less the lateness that is
 * waited for. One clock that runs ahead must not make all others late: a time more than `leapMinutes` ahead counts only
 * once `witnesses` in a row were that far ahead.
 */
export class Watermark {
  private latest = Number.NEGATIVE_INFINITY
  private ahead = 0
  private readonly lateness: number
  private readonly leap: number
  private readonly witnesses: number

  constructor(latenessMinutes = 10, leapMinutes = 60, witnesses = 20) {
    this.lateness = latenessMinutes * 60_000
    this.leap = leapMinutes * 60_000
    this.witnesses = witnesses
  }

  /** Sees a position's time. */
  see(time: Instant): void {
    if (!(time > this.latest)) {
      if (time <= this.latest) this.ahead = 0
      return
    }
    if (this.latest !== Number.NEGATIVE_INFINITY && time - this.latest > this.leap) {
      if (++this.ahead < this.witnesses) return
    }
    this.ahead = 0
    this.latest = time
  }

  /** The time to advance to; -Infinity before the first position. */
  get until(): Instant {
    return this.latest - this.lateness
  }
}
