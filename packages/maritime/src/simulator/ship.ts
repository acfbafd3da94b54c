import type { Instant } from '@cordon/model'
import type { ShipClass } from '../identity/ship-class.ts'
import type { VoyagePlan } from './voyage-plan.ts'

/** What a ship states from a time on. */
export interface Statement {
  readonly from: Instant
  readonly mmsi: number
  readonly name?: string
  readonly imo?: string
  readonly callSign?: string
  readonly shipClass?: ShipClass
  readonly lengthM?: number
  readonly draughtM?: number
}

/** A ship of the simulator. */
export interface SimulatedShip {
  readonly number: number
  readonly plan: VoyagePlan
  /** In order of time; the first holds from the beginning. */
  readonly states: readonly Statement[]
  readonly isClassB: boolean
  /** Spans in which it does not transmit. */
  readonly silent: readonly (readonly [Instant, Instant])[]
  /** Metres by which it swings and drifts about its plan when it lies still. */
  readonly swingM: number
  /** Degrees by which the places it sends are false, from a time on. */
  readonly spoofed?: {
    readonly from: Instant
    readonly until: Instant
    readonly dLat: number
    readonly dLon: number
  }
}

/** What two ships truly did, and where and when. */
export interface SeaLabel {
  readonly kind:
    | 'transfer'
    | 'bunkering'
    | 'lightering'
    | 'fishing'
    | 'tug'
    | 'pilot'
    | 'rescue'
    | 'anchorage'
  readonly ships: readonly [number, number]
  /** Their numbers at the time. */
  readonly mmsis: readonly [number, number]
  readonly start: Instant
  readonly end: Instant
  readonly lat: number
  readonly lon: number
  readonly difficulty?: 'easy' | 'default' | 'hard'
  /** What was done to hide it: `listed`, `renumbered`, `false-imo`, `draught`, `gap`, `dark`. */
  readonly traits: readonly string[]
}
