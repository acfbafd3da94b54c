import type { Instant } from '@cordon/model'
import type { TrackPoint } from '../tracks/match.ts'
import { cosineOf, planeMetres } from './leg.ts'
import { cellOf } from './reception.ts'
import type { LastHeard, TrackRows } from './track-rows.ts'

const hourMs = 3_600_000
/** A new number this near to where another vanished may be the same ship; Global Fishing Watch takes 1 km. */
const withinMetres = 2000
const withinHours = 24
/** A ship slower than this lies or drifts. */
const slowKnots = 1

/** Ships that are not heard at sea at present, by place, so that one that appears under a new number is seen. */
export class VanishedShips {
  private readonly tracks: TrackRows
  /** Slots of tracks by cell. */
  private readonly cells = new Map<number, Set<number>>()

  constructor(tracks: TrackRows) {
    this.tracks = tracks
  }

  /** A track has been silent for an hour. */
  add(slot: number): void {
    this.tracks.setVanished(slot, true)
    const { lat, lon } = this.tracks.heard(slot)
    const cell = cellOf(lat, lon)
    const known = this.cells.get(cell)
    if (known === undefined) this.cells.set(cell, new Set([slot]))
    else known.add(slot)
  }

  /** A track is heard again, or forgotten. Its place is the one at which it was last heard, or near it. */
  remove(slot: number): void {
    this.tracks.setVanished(slot, false)
    const cell = this.tracks.cell(slot)
    const known = this.cells.get(cell)
    known?.delete(slot)
    if (known?.size === 0) this.cells.delete(cell)
  }

  /**
   * The one ship that vanished here within a day, if it is the only one, and both lay still. In a lane another ship comes by
   * where one was lost every hour, so that ships under way are known again by what they state alone.
   */
  near(point: TrackPoint): LastHeard | undefined {
    const { lat, lon, time } = point
    const found: number[] = []
    for (const dLat of [-0.02, 0.02])
      for (const dLon of [-0.02, 0.02])
        for (const slot of this.cells.get(cellOf(lat + dLat, lon + dLon)) ?? []) {
          const heard = this.tracks.heard(slot)
          if (time - heard.time > withinHours * hourMs || found.includes(slot)) continue
          if (mayBe(heard, point)) found.push(slot)
        }
    const [only] = found
    if (only === undefined || found.length > 1) return undefined
    // Each that vanished is found again but once.
    this.remove(only)
    return this.tracks.heard(only)
  }

  /** Forgets those that vanished long ago. */
  prune(now: Instant): void {
    for (const [cell, slots] of this.cells) {
      for (const slot of slots)
        if (now - this.tracks.time(slot) > 2 * withinHours * hourMs) slots.delete(slot)
      if (slots.size === 0) this.cells.delete(cell)
    }
  }
}

function mayBe(heard: LastHeard, { lat, lon, sog }: TrackPoint): boolean {
  if (heard.sog >= slowKnots || sog >= slowKnots) return false
  return planeMetres(heard.lat, heard.lon, lat, lon, cosineOf(lat)) <= withinMetres
}
