import type { Instant } from '@cordon/model'
import { distanceKm } from '../geo.ts'
import type { PositionBatch } from '../positions/position-batch.ts'
import { NumberIndex } from '../rows/number-index.ts'
import { RowTable } from '../rows/row-table.ts'
import { newGap } from './gap.ts'
import { cosineOf, emptyLeg, type Leg, planeMetres } from './leg.ts'
import { newLoitering } from './loitering.ts'
import { newPortCalls, type PortCall } from './port-visit.ts'
import { newStays, type Stay } from './watch-area.ts'

/**
 * Columns of a track's row, a line of the processor's cache (eight) after the other. What is read at every position stands in the
 * first ones; each detector says which of the others are its own: gap 12 to 15 and 40 to 51, loitering 16 to 22 and 52 to
 * 59, port visit 23 to 25, 39 and 60 to 63, watch area 26 to 28, speed 29 to 38, what is looked at once an hour 64 to 71.
 */
const width = 72
const timeAt = 0
const latAt = 1
const lonAt = 2
const sogAt = 3
const cogAt = 4
const cosineAt = 5
const cosineLatAt = 6
const cellAt = 7
const hourAt = 8
/** 1 from the second position on; 2 where each leg is looked at for a circle. */
const followedAt = 9
const vanishedAt = 10
const mmsiAt = 11

/** Where a track was last heard. Knots and degrees, NaN where not sent. */
export interface LastHeard {
  readonly mmsi: number
  readonly track: number
  readonly time: Instant
  readonly lat: number
  readonly lon: number
  readonly sog: number
  readonly cog: number
}

/**
 * What is kept of each track: a row of numbers, and beside it, for the few that have any, the port that it is in and the areas
 * that it stays in. Tracks are in the order in which they were first heard.
 */
export class TrackRows {
  readonly rows = new RowTable(width, new NumberIndex())
  /** By slot: the port that a ship is in. */
  readonly calls = new Map<number, PortCall>()
  /** By slot: the areas that a ship is in. */
  readonly stays = new Map<number, Stay[]>()

  /** A track that begins, at its first position. */
  begin(heard: LastHeard): number {
    const slot = this.rows.add(heard.track)
    const row = this.rows.page(slot)
    const at = this.rows.at(slot)
    row[at + mmsiAt] = heard.mmsi
    row[at + timeAt] = heard.time
    row[at + latAt] = heard.lat
    row[at + lonAt] = heard.lon
    row[at + sogAt] = heard.sog
    row[at + cogAt] = heard.cog
    row[at + cosineAt] = cosineOf(heard.lat)
    row[at + cosineLatAt] = heard.lat
    row[at + cellAt] = -1
    row[at + hourAt] = -1
    newGap(row, at)
    newLoitering(row, at)
    newPortCalls(row, at)
    newStays(row, at)
    return slot
  }

  /** Moves a track on to its next position, a row of a batch, and writes the leg in between. */
  goOn(slot: number, leg: Leg, batch: PositionBatch, i: number): void {
    const time = batch.time[i]!
    const lat = batch.lat[i]!
    const lon = batch.lon[i]!
    const sog = batch.sog[i]!
    const cog = batch.cog[i]!
    const row = this.rows.page(slot)
    const at = this.rows.at(slot)
    if (row[at + followedAt] === 0) row[at + followedAt] = 1
    if (Math.abs(lat - row[at + cosineLatAt]!) > 0.1) {
      row[at + cosineAt] = cosineOf(lat)
      row[at + cosineLatAt] = lat
    }
    leg.mmsi = row[at + mmsiAt]!
    leg.track = this.rows.key(slot)
    leg.time0 = row[at + timeAt]!
    leg.lat0 = row[at + latAt]!
    leg.lon0 = row[at + lonAt]!
    leg.sog0 = row[at + sogAt]!
    leg.time = time
    leg.lat = lat
    leg.lon = lon
    leg.sog = sog
    leg.cog = cog
    leg.cosine = row[at + cosineAt]!
    leg.ms = time - leg.time0
    leg.metres = planeMetres(leg.lat0, leg.lon0, lat, lon, leg.cosine)
    row[at + timeAt] = time
    row[at + latAt] = lat
    row[at + lonAt] = lon
    row[at + sogAt] = sog
    row[at + cogAt] = cog
  }

  /** Whether the track is in another cell or hour than when it was last counted as heard; it is counted then. */
  isHeardAnew(slot: number, cell: number, hour: number): boolean {
    const row = this.rows.page(slot)
    const at = this.rows.at(slot)
    if (row[at + cellAt] === cell && row[at + hourAt] === hour) return false
    row[at + cellAt] = cell
    row[at + hourAt] = hour
    return true
  }

  time(slot: number): Instant {
    return this.rows.page(slot)[this.rows.at(slot) + timeAt]!
  }

  mmsi(slot: number): number {
    return this.rows.page(slot)[this.rows.at(slot) + mmsiAt]!
  }

  /** The cell in which it was last counted as heard. */
  cell(slot: number): number {
    return this.rows.page(slot)[this.rows.at(slot) + cellAt]!
  }

  /** Whether the detectors look at it: from the second position on, since noise has but one, or in an area. */
  isFollowed(slot: number): boolean {
    return this.rows.page(slot)[this.rows.at(slot) + followedAt]! >= 1
  }

  follow(slot: number): void {
    this.rows.page(slot)[this.rows.at(slot) + followedAt] = 1
  }

  /** Whether each of its legs is looked at for a circle. */
  isWatched(slot: number): boolean {
    return this.rows.page(slot)[this.rows.at(slot) + followedAt] === 2
  }

  setWatched(slot: number, watched: boolean): void {
    this.rows.page(slot)[this.rows.at(slot) + followedAt] = watched ? 2 : 1
  }

  /** Whether it is in the list of vanished ships. */
  isVanished(slot: number): boolean {
    return this.rows.page(slot)[this.rows.at(slot) + vanishedAt] === 1
  }

  setVanished(slot: number, vanished: boolean): void {
    this.rows.page(slot)[this.rows.at(slot) + vanishedAt] = vanished ? 1 : 0
  }

  /** Where it was last heard. */
  heard(slot: number): LastHeard {
    const row = this.rows.page(slot)
    const at = this.rows.at(slot)
    return {
      mmsi: row[at + mmsiAt]!,
      track: this.rows.key(slot),
      time: row[at + timeAt]!,
      lat: row[at + latAt]!,
      lon: row[at + lonAt]!,
      sog: row[at + sogAt]!,
      cog: row[at + cogAt]!,
    }
  }

  /** Where all were last heard. */
  *all(): Generator<LastHeard> {
    for (let slot = this.rows.first; slot >= 0; slot = this.rows.after(slot)) yield this.heard(slot)
  }

  /** The leg from a track's last position to another place, however far away. */
  legFrom(slot: number, time: Instant, lat: number, lon: number, cog: number): Leg {
    const from = this.heard(slot)
    return {
      ...emptyLeg(),
      mmsi: from.mmsi,
      track: from.track,
      time0: from.time,
      lat0: from.lat,
      lon0: from.lon,
      time,
      lat,
      lon,
      cog,
      ms: time - from.time,
      metres: distanceKm(from.lat, from.lon, lat, lon) * 1000,
    }
  }

  /** Forgets a track. */
  remove(slot: number): void {
    this.calls.delete(slot)
    this.stays.delete(slot)
    this.rows.remove(slot)
  }

  /** Plain data: a track's number, its numbers (null for NaN), its port and areas. */
  snapshot(): unknown[] {
    const saved: unknown[] = []
    for (let slot = this.rows.first; slot >= 0; slot = this.rows.after(slot)) {
      const at = this.rows.at(slot)
      const row = Array.from(this.rows.page(slot).subarray(at, at + width), (value) =>
        Number.isNaN(value) ? null : value,
      )
      const call = this.calls.get(slot)
      const stays = this.stays.get(slot)
      saved.push({
        track: this.rows.key(slot),
        row,
        ...(call && { call: { ...call } }),
        ...(stays && { stays: stays.map((stay) => ({ ...stay })) }),
      })
    }
    return saved
  }

  /** Takes up what `snapshot` wrote. */
  restore(saved: readonly unknown[]): void {
    for (const { track, row, call, stays } of saved as readonly SavedTrack[]) {
      const slot = this.rows.add(track)
      this.rows.page(slot).set(
        row.map((value) => value ?? Number.NaN),
        this.rows.at(slot),
      )
      if (call) this.calls.set(slot, { ...call })
      if (stays)
        this.stays.set(
          slot,
          stays.map((stay) => ({ ...stay })),
        )
    }
  }
}

interface SavedTrack {
  readonly track: number
  readonly row: readonly (number | null)[]
  readonly call?: PortCall
  readonly stays?: readonly Stay[]
}
