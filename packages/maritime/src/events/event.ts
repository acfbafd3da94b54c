import type { Instant } from '@cordon/model'
import type { Circling } from './circling.ts'
import type { DarkRendezvous } from './dark-rendezvous.ts'
import type { DraughtChange } from './draught-change.ts'
import type { Meeting } from './encounter/meeting.ts'
import type { FalseFlag } from './false-flag.ts'
import type { Gap } from './gap.ts'
import type { IdentityChange } from './identity-change.ts'
import type { Jamming } from './jamming.ts'
import type { Loitering } from './loitering.ts'
import type { PortVisit } from './port-visit.ts'
import type { SharedNumber } from './shared-number.ts'
import type { SpeedForCargo } from './speed-for-cargo.ts'
import type { SpeedInconsistent } from './speed-inconsistent.ts'
import type { AreaVisit } from './watch-area.ts'

/** What every event at sea says. One that goes on is given out again under the same `id`, and then `closed`. */
export interface EventBase {
  /** The same for all states of one event, from its kind, ships and beginning. */
  readonly id: string
  readonly state: 'open' | 'closed'
  readonly mmsi: number
  /** When it began, and when it ended or was last seen. */
  readonly start: Instant
  readonly end: Instant
  /** Where, degrees. */
  readonly lat: number
  readonly lon: number
}

/** An event at sea: something that positions and static reports show, before anybody judges it. */
export type SeaEvent =
  | AreaVisit
  | Circling
  | DarkRendezvous
  | DraughtChange
  | FalseFlag
  | Gap
  | IdentityChange
  | Jamming
  | Loitering
  | Meeting
  | PortVisit
  | SharedNumber
  | SpeedForCargo
  | SpeedInconsistent

/** The kinds of events. */
export type SeaEventKind = SeaEvent['kind']

/** Takes events as they are found. */
export type Emit = (event: SeaEvent) => void

/** The id of an event: kind, ships, beginning. */
export function eventId(kind: string, ships: readonly number[], start: Instant): string {
  return `${kind}-${ships.join('-')}-${Math.round(start)}`
}
