import type { Instant } from '@cordon/model'
import type { AreaIndex } from '../places/area.ts'
import { type Emit, type EventBase, eventId } from './event.ts'
import type { Leg } from './leg.ts'

/** A ship is in a watch area: open when it comes in, closed when it has been outside for an hour. */
export interface AreaVisit extends EventBase {
  readonly kind: 'watch-area'
  readonly track: number
  readonly area: string
  readonly name: string
  readonly cites: readonly string[]
}

/** A stay in one area. Plain data. */
export interface Stay {
  readonly at: number
  readonly start: Instant
  readonly lat: number
  readonly lon: number
  last: Instant
}

/** Columns of a track's row: the cell of the last position, whether areas are near it, how many areas the ship stays in. */
const cellAt = 26
const nearAt = 27
const countAt = 28

/** A track that begins. */
export function newStays(row: Float64Array, at: number): void {
  row[at + cellAt] = -1
}

/** Outside for less long is a ship on the border. */
const outsideMs = 3_600_000

/** Takes a position. A place in the same cell asks nothing again; `allStays` holds, by slot, the areas that ships stay in. */
export function areaLeg(
  row: Float64Array,
  at: number,
  slot: number,
  allStays: Map<number, Stay[]>,
  leg: Leg,
  areas: AreaIndex,
  emit: Emit,
): void {
  const cell = areas.cellOf(leg.lat, leg.lon)
  if (cell !== row[at + cellAt]) {
    row[at + cellAt] = cell
    row[at + nearAt] = areas.candidates(leg.lat, leg.lon) === undefined ? 0 : 1
  }
  if (row[at + nearAt] === 0 && row[at + countAt] === 0) return
  const stays = allStays.get(slot) ?? []
  enter(stays, leg, areas, emit)
  const left = stays.filter(({ last }) => leg.time - last > outsideMs)
  for (const stay of left) give(stay, leg.mmsi, leg.track, areas, 'closed', emit)
  const kept = left.length === 0 ? stays : stays.filter((stay) => !left.includes(stay))
  row[at + countAt] = kept.length
  if (kept.length > 0) allStays.set(slot, kept)
  else allStays.delete(slot)
}

function enter(stays: Stay[], leg: Leg, areas: AreaIndex, emit: Emit): void {
  for (const area of areas.candidates(leg.lat, leg.lon) ?? []) {
    if (areas.areas[area]!.kind !== 'watch' || !areas.contains(area, leg.lat, leg.lon)) continue
    const stay = stays.find((one) => one.at === area)
    if (stay) stay.last = leg.time
    else {
      const begun = { at: area, start: leg.time, lat: leg.lat, lon: leg.lon, last: leg.time }
      stays.push(begun)
      give(begun, leg.mmsi, leg.track, areas, 'open', emit)
    }
  }
}

/** Ends what goes on: the track is over. */
export function endAreas(
  row: Float64Array,
  at: number,
  slot: number,
  allStays: Map<number, Stay[]>,
  mmsi: number,
  track: number,
  areas: AreaIndex,
  emit: Emit,
): void {
  for (const stay of allStays.get(slot) ?? []) give(stay, mmsi, track, areas, 'closed', emit)
  allStays.delete(slot)
  row[at + countAt] = 0
}

function give(
  stay: Stay,
  mmsi: number,
  track: number,
  areas: AreaIndex,
  is: 'open' | 'closed',
  emit: Emit,
): void {
  const { id, name, cites } = areas.areas[stay.at]!
  emit({
    kind: 'watch-area',
    id: `${eventId('watch-area', [mmsi], stay.start)}-${id}`,
    state: is,
    mmsi,
    track,
    start: stay.start,
    end: stay.last,
    lat: stay.lat,
    lon: stay.lon,
    area: id,
    name,
    cites,
  })
}
