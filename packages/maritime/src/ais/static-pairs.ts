import type { Instant } from '@cordon/model'
import { oldestTenth } from '../oldest.ts'
import type { AisFields, AisMessage } from './decode.ts'

/** Both parts of a type 24, as one ship's static data. */
export interface StaticPair {
  readonly mmsi: number
  /** Times of the parts; NaN where not known. */
  readonly timeA: Instant
  readonly timeB: Instant
  /** The fields of both, without `partno`. */
  readonly fields: AisFields
}

/** How parts are paired. */
export interface PairLimits {
  /** A and B belong together within this time, where both have one. Default 30 minutes: they are sent each 6 minutes. */
  readonly minutes?: number
  /** Ships remembered; beyond it those heard least recently are forgotten. Default 500,000. */
  readonly ships?: number
}

interface Part {
  readonly time: Instant
  readonly message: AisMessage
}

/**
 * Joins the parts A (name) and B (call sign, size) of type 24 by MMSI, in any order and however many other messages
 * stand in between. A part is used again with the next one of the other kind: stations repeat both. A lost or wrong part
 * spoils nothing but its own pair.
 */
export class StaticPairs {
  private readonly known = new Map<number, { A?: Part; B?: Part }>()
  private readonly minutes: number
  private readonly ships: number

  constructor({ minutes = 30, ships = 500_000 }: PairLimits = {}) {
    this.minutes = minutes
    this.ships = ships
  }

  /** Takes a message; returns the pair it completes. Other types than 24 complete none. */
  add(message: AisMessage, time: Instant = Number.NaN): StaticPair | undefined {
    if (message.type !== 24) return undefined
    const { mmsi } = message
    const parts = this.known.get(mmsi) ?? {}
    parts[message.partno === 0 ? 'A' : 'B'] = { time, message }
    this.known.delete(mmsi)
    this.known.set(mmsi, parts)
    if (this.known.size > this.ships) for (const oldest of oldestTenth(this.known)) this.known.delete(oldest)
    const { A, B } = parts
    if (A === undefined || B === undefined) return undefined
    if (Math.abs(A.time - B.time) > this.minutes * 60_000) return undefined
    const { partno: _, ...fields } = { ...A.message, ...B.message }
    return { mmsi, timeA: A.time, timeB: B.time, fields }
  }
}
