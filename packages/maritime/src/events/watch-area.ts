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

/** What is kept of a track. Plain data. */
export interface AreaState {
  /** The cell of the last position, so that one in the same cell asks nothing. */
  cell: number
  near: boolean
  stays: Stay[]
}

/** A track that begins. */
export function newAreaState(): AreaState {
  return { cell: -1, near: false, stays: [] }
}

/** Outside for less long is a ship on the border. */
const outsideMs = 3_600_000

/** Takes a position. */
export function areaLeg(state: AreaState, leg: Leg, areas: AreaIndex, emit: Emit): void {
  const cell = areas.cellOf(leg.lat, leg.lon)
  if (cell !== state.cell) {
    state.cell = cell
    state.near = areas.candidates(leg.lat, leg.lon) !== undefined
  }
  if (!state.near && state.stays.length === 0) return
  for (const at of areas.candidates(leg.lat, leg.lon) ?? []) {
    if (areas.areas[at]!.kind !== 'watch' || !areas.contains(at, leg.lat, leg.lon)) continue
    const stay = state.stays.find((one) => one.at === at)
    if (stay) stay.last = leg.time
    else {
      const begun = { at, start: leg.time, lat: leg.lat, lon: leg.lon, last: leg.time }
      state.stays.push(begun)
      give(begun, leg.mmsi, leg.track, areas, 'open', emit)
    }
  }
  if (state.stays.some(({ last }) => leg.time - last > outsideMs)) {
    for (const stay of state.stays)
      if (leg.time - stay.last > outsideMs) give(stay, leg.mmsi, leg.track, areas, 'closed', emit)
    state.stays = state.stays.filter(({ last }) => leg.time - last <= outsideMs)
  }
}

/** Ends what goes on: the track is over. */
export function endAreas(state: AreaState, mmsi: number, track: number, areas: AreaIndex, emit: Emit): void {
  for (const stay of state.stays) give(stay, mmsi, track, areas, 'closed', emit)
  state.stays = []
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
