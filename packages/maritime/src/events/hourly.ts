import type { IdentityBook } from '../identity/identity-book.ts'
import { CirclingFinder } from './circling.ts'
import type { Emit } from './event.ts'
import type { EventParameters } from './event-parameters.ts'
import { type Leg, planeMetres } from './leg.ts'
import { cargoHour } from './speed-for-cargo.ts'
import type { TrackRows } from './track-rows.ts'

/** Columns of a track's row: where it was an hour ago. */
const markTimeAt = 64
const markLatAt = 65
const markLonAt = 66

const leastMs = 45 * 60_000
const longestMs = 24 * 3_600_000
const circlingMs = 3 * 3_600_000

/** What is looked at once an hour of each track, since it costs too much at every position: circles, and speeds after a halt. */
export class HourlyLooks {
  private readonly circling: CirclingFinder
  private readonly tracks: TrackRows
  private readonly book: IdentityBook
  private readonly parameters: EventParameters

  constructor(tracks: TrackRows, book: IdentityBook, parameters: EventParameters) {
    this.tracks = tracks
    this.book = book
    this.parameters = parameters
    this.circling = new CirclingFinder(parameters.circling, (mmsi) => book.get(mmsi)?.lengthM)
  }

  /** A track's position in a new hour. */
  look(slot: number, leg: Leg, emit: Emit): void {
    const { tracks, circling } = this
    const row = tracks.rows.page(slot)
    const at = tracks.rows.at(slot)
    const ms = leg.time - row[at + markTimeAt]!
    if (ms < leastMs) return
    if (ms <= longestMs) {
      const metres = planeMetres(row[at + markLatAt]!, row[at + markLonAt]!, leg.lat, leg.lon, leg.cosine)
      const ship = this.book.get(leg.mmsi)
      const isInPort = tracks.calls.has(slot)
      cargoHour(row, at, leg, ms, metres, isInPort, ship, this.parameters.cargo, emit)
      const isSuspect = ms <= circlingMs && circling.isSuspect(leg, ms, metres)
      if (!isSuspect) this.end(slot, emit)
      else if (!tracks.isWatched(slot)) tracks.setWatched(slot, circling.begin(slot, leg))
    }
    row[at + markTimeAt] = leg.time
    row[at + markLatAt] = leg.lat
    row[at + markLonAt] = leg.lon
  }

  /** A leg of a track that is watched. */
  leg(slot: number, leg: Leg, emit: Emit): void {
    this.circling.leg(slot, leg, emit)
  }

  /** A track is over, or no longer watched. */
  end(slot: number, emit: Emit): void {
    if (!this.tracks.isWatched(slot)) return
    this.circling.end(slot, emit)
    this.tracks.setWatched(slot, false)
  }

  /** Plain data. */
  snapshot(): unknown {
    return this.circling.snapshot((slot) => this.tracks.rows.key(slot))
  }

  /** Resumes from a snapshot, behind the tracks. */
  restore(saved: unknown): void {
    this.circling.restore(saved, (track) => this.tracks.rows.find(track))
  }
}
