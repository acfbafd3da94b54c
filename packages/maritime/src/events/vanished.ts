import type { Instant } from '@cordon/model'
import type { TrackPoint } from '../tracks/match.ts'
import { cosineOf, planeMetres } from './leg.ts'
import { cellOf } from './reception.ts'
import type { TrackState } from './track-state.ts'

const hourMs = 3_600_000
/** A new number this near to where another vanished may be the same ship; Global Fishing Watch takes 1 km. */
const withinMetres = 2000
const withinHours = 24
/** A ship slower than this lies or drifts. */
const slowKnots = 1

/** Ships that are not heard at sea at present, by place, so that one that appears under a new number is seen. */
export class VanishedShips {
  private readonly cells = new Map<number, Set<TrackState>>()

  /** A track has been silent for an hour. */
  add(state: TrackState): void {
    state.vanished = true
    const cell = cellOf(state.lat, state.lon)
    const known = this.cells.get(cell)
    if (known === undefined) this.cells.set(cell, new Set([state]))
    else known.add(state)
  }

  /** A track is heard again, or forgotten. Its place is the one at which it was last heard, or near it. */
  remove(state: TrackState): void {
    state.vanished = false
    const known = this.cells.get(state.cell)
    known?.delete(state)
    if (known?.size === 0) this.cells.delete(state.cell)
  }

  /**
   * The one ship that vanished here within a day, if it is the only one, and both lay still. In a lane another ship comes by
   * where one was lost every hour, so that ships under way are known again by what they state alone.
   */
  near(point: TrackPoint): TrackState | undefined {
    const { lat, lon, time } = point
    const found: TrackState[] = []
    for (const dLat of [-0.02, 0.02])
      for (const dLon of [-0.02, 0.02])
        for (const state of this.cells.get(cellOf(lat + dLat, lon + dLon)) ?? []) {
          if (time - state.time > withinHours * hourMs || found.includes(state)) continue
          if (mayBe(state, point)) found.push(state)
        }
    // Each that vanished is found again but once.
    if (found.length === 1) this.remove(found[0]!)
    return found.length === 1 ? found[0] : undefined
  }

  /** Forgets those that vanished long ago. */
  prune(now: Instant): void {
    for (const [cell, states] of this.cells) {
      for (const state of states) if (now - state.time > 2 * withinHours * hourMs) states.delete(state)
      if (states.size === 0) this.cells.delete(cell)
    }
  }
}

function mayBe(state: TrackState, { lat, lon, sog }: TrackPoint): boolean {
  if (state.sog >= slowKnots || sog >= slowKnots) return false
  return planeMetres(state.lat, state.lon, lat, lon, cosineOf(lat)) <= withinMetres
}
