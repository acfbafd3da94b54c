import type { Instant } from '@cordon/model'
import type { Port, PortIndex } from '../places/port-index.ts'
import { type Emit, type EventBase, eventId } from './event.ts'
import { type Leg, planeMetres } from './leg.ts'

/** A call at a port or an anchorage. `start` is the arrival, `end` the departure or the last position there. */
export interface PortVisit extends EventBase {
  readonly kind: 'port-visit'
  readonly track: number
  readonly port: string
  readonly name: string
  readonly country?: string
  readonly anchorage: boolean
  /** Hours in which it lay still. */
  readonly stoppedHours: number
  /**
   * How much of it was seen (as Global Fishing Watch counts): 2 arrival or departure beside a stop or a gap, 3 both of them
   * and a gap or stop in between partly seen, 4 arrival, stop and departure.
   */
  readonly confidence: 2 | 3 | 4
}

/** Speeds come in single precision: 0.2 is a little more there. */
const rounding = 1e-6

/** When a ship is in port: Global Fishing Watch's anchorages pipeline (`anchorage_cfg.yaml`). */
export interface PortVisitParameters {
  /** Nearer than this is arrival, further than `leaveKm` departure. Defaults 3 and 4 km. */
  readonly enterKm: number
  readonly leaveKm: number
  /** A stop begins at or below the one and ends at or above the other. Defaults 0.2 and 0.5 knots. */
  readonly stopKnots: number
  readonly moveKnots: number
  /** A silence of that length in port counts as a stop. Default 240 minutes. */
  readonly gapMinutes: number
}

/** The defaults. */
export const portVisitDefaults: PortVisitParameters = {
  enterKm: 3,
  leaveKm: 4,
  stopKnots: 0.2,
  moveKnots: 0.5,
  gapMinutes: 240,
}

/** The port that a ship is in. Plain data. */
export interface PortCall {
  readonly port: string
  readonly name: string
  readonly country: string
  readonly anchorage: boolean
  readonly lat: number
  readonly lon: number
  readonly arrived: Instant
  /** The track was seen outside before. */
  readonly sawArrival: boolean
  /** A silence in port counted as a stop. */
  gap: boolean
}

/**
 * Columns of a track's row: the cell of the last position, whether ports are near it, whether the ship is in one (2 once that was
 * told), when it was last in one that it stopped in (0 for never); where the port is, how long the ship lay still, whether
 * it does.
 */
const cellAt = 23
const nearAt = 24
const insideAt = 25
const lastStopAt = 39
const latAt = 60
const lonAt = 61
const stopMsAt = 62
const stoppedAt = 63

/** A track that begins. */
export function newPortCalls(row: Float64Array, at: number): void {
  row[at + cellAt] = -1
}

/** When the ship of a row was last in a port that it stopped in; 0 for never. */
export function lastStopOf(row: Float64Array, at: number): Instant {
  return row[at + lastStopAt]!
}

/** Where a leg left a ship: in a port, near ports (some fifteen kilometres), or in the open sea. */
export type PortSide = 'in port' | 'near ports' | 'open sea'

/**
 * Takes a leg. `ports` are asked only where one is near, and not again for a place in the same cell; `calls` holds, by slot, the
 * ports that ships are in.
 */
export function portLeg(
  row: Float64Array,
  at: number,
  slot: number,
  calls: Map<number, PortCall>,
  leg: Leg,
  ports: PortIndex,
  parameters: PortVisitParameters,
  emit: Emit,
): PortSide {
  if (row[at + insideAt] === 0) {
    const cell = ports.cellOf(leg.lat, leg.lon)
    if (cell !== row[at + cellAt]) {
      row[at + cellAt] = cell
      row[at + nearAt] = ports.hasNear(cell) ? 1 : 0
    }
    if (row[at + nearAt] === 0) return 'open sea'
    const near = ports.nearest(leg.lat, leg.lon)
    if (near === undefined || near.km > parameters.enterKm) return 'near ports'
    calls.set(slot, arrive(row, at, leg, near.port))
    return 'in port'
  }
  const metres = planeMetres(leg.lat, leg.lon, row[at + latAt]!, row[at + lonAt]!, leg.cosine)
  if (metres > parameters.leaveKm * 1000) {
    leavePort(row, at, slot, calls, leg.mmsi, leg.track, leg.time0, true, emit)
    return row[at + nearAt] === 0 ? 'open sea' : 'near ports'
  }
  if (stay(row, at, leg, parameters)) calls.get(slot)!.gap = true
  if (row[at + stopMsAt] === 0) return 'in port'
  row[at + lastStopAt] = leg.time
  if (row[at + insideAt] === 1) {
    row[at + insideAt] = 2
    give(calls.get(slot)!, row[at + stopMsAt]!, leg.mmsi, leg.track, leg.time, 'open', false, emit)
  }
  return 'in port'
}

function arrive(row: Float64Array, at: number, leg: Leg, port: Port): PortCall {
  row[at + insideAt] = 1
  row[at + latAt] = port.lat
  row[at + lonAt] = port.lon
  row[at + stopMsAt] = 0
  row[at + stoppedAt] = leg.sog <= 0.2 + rounding ? 1 : 0
  return {
    port: port.id,
    name: port.name,
    country: port.country ?? '',
    anchorage: port.kind === 'anchorage',
    lat: port.lat,
    lon: port.lon,
    arrived: leg.time,
    sawArrival: !Number.isNaN(leg.time0),
    gap: false,
  }
}

/** Counts the leg as lain still or not. Whether it is a silence that counts as a stop. */
function stay(
  row: Float64Array,
  at: number,
  leg: Leg,
  { stopKnots, moveKnots, gapMinutes }: PortVisitParameters,
): boolean {
  const isGap = leg.ms >= gapMinutes * 60_000
  const isStopped = row[at + stoppedAt] === 1
  if (isGap || isStopped) row[at + stopMsAt]! += leg.ms
  const speed = Number.isNaN(leg.sog) ? (leg.metres / leg.ms) * (3_600_000 / 1852) : leg.sog
  if (isStopped ? speed >= moveKnots - rounding : speed <= stopKnots + rounding)
    row[at + stoppedAt] = isStopped ? 0 : 1
  return isGap
}

/** Ends a visit: the ship left, or its track is over. */
export function leavePort(
  row: Float64Array,
  at: number,
  slot: number,
  calls: Map<number, PortCall>,
  mmsi: number,
  track: number,
  time: Instant,
  sawDeparture: boolean,
  emit: Emit,
): void {
  const call = calls.get(slot)
  if (call === undefined) return
  const stopMs = row[at + stopMsAt]!
  if (stopMs > 0) give(call, stopMs, mmsi, track, time, 'closed', sawDeparture, emit)
  calls.delete(slot)
  row[at + insideAt] = 0
}

function give(
  call: PortCall,
  stopMs: number,
  mmsi: number,
  track: number,
  end: Instant,
  is: 'open' | 'closed',
  sawDeparture: boolean,
  emit: Emit,
): void {
  const seen = Number(call.sawArrival) + Number(sawDeparture)
  emit({
    kind: 'port-visit',
    id: eventId('port-visit', [mmsi], call.arrived),
    state: is,
    mmsi,
    track,
    start: call.arrived,
    end,
    lat: call.lat,
    lon: call.lon,
    port: call.port,
    name: call.name,
    ...(call.country !== '' && { country: call.country }),
    anchorage: call.anchorage,
    stoppedHours: stopMs / 3_600_000,
    confidence: seen === 2 ? (call.gap ? 3 : 4) : seen === 1 ? 3 : 2,
  })
}
