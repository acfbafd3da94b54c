import type { Instant, Milliseconds } from '@cordon/model'

/** Where event time stands, as a run saves it. */
export interface EventTime {
  /** The latest event seen. */
  readonly latest?: Instant
  /** The watermark last given to the watch. */
  readonly watermark?: Instant
}

/** Event time of one run. */
export interface EventClock {
  /** Takes note of an event; true where it is older than the watermark. */
  see(eventTime: Instant): boolean
  /** The watermark to advance to now, or undefined where it has not moved. */
  due(): Instant | undefined
  state(): EventTime
}

/**
 * The watermark of a stream: the latest event less the lateness, rounded down to whole ticks. It moves at the same
 * events however the stream was cut into batches, so that a run that was killed and resumed does what a quiet one
 * does. The wall clock plays no part.
 * @param lateness how far behind the latest event another may still arrive
 * @param tick how often, in event time, the watch is advanced
 */
export function eventClock(lateness: Milliseconds, tick: Milliseconds, saved: EventTime = {}): EventClock {
  let { latest, watermark } = saved
  return {
    see(eventTime) {
      if (latest === undefined || eventTime > latest) latest = eventTime
      return watermark !== undefined && eventTime < watermark
    },
    due() {
      if (latest === undefined) return undefined
      const next = Math.floor((latest - lateness) / tick) * tick
      if (watermark !== undefined && next <= watermark) return undefined
      watermark = next
      return next
    },
    state: () => ({
      ...(latest !== undefined && { latest }),
      ...(watermark !== undefined && { watermark }),
    }),
  }
}
