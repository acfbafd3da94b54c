import type { Instant } from '@cordon/model'
import type { TrackSplit } from '../tracks/split.ts'
import { type EventBase, eventId } from './event.ts'

/**
 * Several ships jumped to nearly one place within an hour: their receivers of satellite navigation were jammed or
 * deceived. What they send meanwhile says nothing of where they are. `mmsi` is the first of them.
 */
export interface Jamming extends EventBase {
  readonly kind: 'jamming'
  readonly ships: readonly number[]
}

/** Jumps into one cell. Plain data. */
export interface Jumps {
  readonly start: Instant
  readonly lat: number
  readonly lon: number
  readonly ships: number[]
  told: boolean
}

const hourMs = 3_600_000
const least = 5

/** Follows jumps by the place they lead to: cells of half a degree. */
export class JammingFinder {
  private readonly cells = new Map<number, Jumps>()

  /** Takes a split with the place it led to. The event comes once, at the fifth ship. */
  split({ kind, mmsi, time }: TrackSplit, lat: number, lon: number): Jamming | undefined {
    if (kind !== 'jump') return undefined
    const cell = Math.floor((lat + 90) * 2) * 720 + Math.floor((lon + 180) * 2)
    let jumps = this.cells.get(cell)
    if (jumps === undefined || time - jumps.start > hourMs) {
      jumps = { start: time, lat, lon, ships: [], told: false }
      this.cells.set(cell, jumps)
      if (this.cells.size > 10_000) this.prune(time)
    }
    if (!jumps.ships.includes(mmsi) && jumps.ships.length < 1000) jumps.ships.push(mmsi)
    if (jumps.told || jumps.ships.length < least) return undefined
    jumps.told = true
    return {
      kind: 'jamming',
      id: eventId('jamming', [cell], jumps.start),
      state: 'closed',
      mmsi: jumps.ships[0]!,
      ships: [...jumps.ships],
      start: jumps.start,
      end: time,
      lat: jumps.lat,
      lon: jumps.lon,
    }
  }

  /** Whether ships were jammed at a place within an hour before a time. */
  isJammed(lat: number, lon: number, time: Instant): boolean {
    const jumps = this.cells.get(Math.floor((lat + 90) * 2) * 720 + Math.floor((lon + 180) * 2))
    return jumps?.told === true && Math.abs(time - jumps.start) <= 2 * hourMs
  }

  private prune(now: Instant): void {
    for (const [cell, { start }] of this.cells) if (now - start > 2 * hourMs) this.cells.delete(cell)
  }

  /** Plain data. */
  snapshot(): unknown {
    return [...this.cells].map(([cell, jumps]) => [cell, { ...jumps, ships: [...jumps.ships] }])
  }

  /** Resumes from a snapshot. */
  restore(saved: unknown): void {
    this.cells.clear()
    for (const [cell, jumps] of saved as [number, Jumps][])
      this.cells.set(cell, { ...jumps, ships: [...jumps.ships] })
  }
}
