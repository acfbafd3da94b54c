import type { Finding, Instant } from '@cordon/model'
import type { DrillDoor } from '../drill-form.ts'

/** A door with the records that come through it, ready to be played one after the other. */
export interface DoorFeed {
  readonly door: DrillDoor
  /** When each record comes, in order. */
  readonly times: ArrayLike<Instant> & Iterable<Instant>
  /** Records of all of them together, where one step is several. */
  readonly records?: number
  /** Gives one record to the watch. */
  observe(index: number): Iterable<Finding>
  /** What the end of time brings. */
  end(until: Instant): Iterable<Finding>
}

/** A feed of nothing. */
export function quietDoor(door: DrillDoor): DoorFeed {
  return { door, times: [], observe: () => [], end: () => [] }
}
