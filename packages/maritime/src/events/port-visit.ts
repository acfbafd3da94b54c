import type { Instant } from '@cordon/model'
import type { PortIndex } from '../places/port-index.ts'
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

/** What is kept of a track. Plain data; `port` is empty at sea. */
export interface PortState {
  /** The cell of the last position, and whether ports are near it. */
  cell: number
  near: boolean
  port: string
  name: string
  country: string
  anchorage: boolean
  lat: number
  lon: number
  arrived: Instant
  /** The track was seen outside before. */
  sawArrival: boolean
  stopped: boolean
  stopMs: number
  gap: boolean
  told: boolean
  /** When the ship was last in a port that it stopped in; 0 for never. */
  lastStop: Instant
}

/** A track that begins. */
export function newPortState(): PortState {
  return {
    cell: -1,
    near: false,
    port: '',
    name: '',
    country: '',
    anchorage: false,
    lat: 0,
    lon: 0,
    arrived: 0,
    sawArrival: false,
    stopped: false,
    stopMs: 0,
    gap: false,
    told: false,
    lastStop: 0,
  }
}

/** Takes a leg. `ports` are asked only where one is near, and not again for a place in the same cell. */
export function portLeg(
  state: PortState,
  leg: Leg,
  cosine: number,
  ports: PortIndex,
  parameters: PortVisitParameters,
  emit: Emit,
): void {
  if (state.port === '') {
    const cell = ports.cellOf(leg.lat, leg.lon)
    if (cell !== state.cell) {
      state.cell = cell
      state.near = ports.hasNear(cell)
    }
    if (!state.near) return
    const near = ports.nearest(leg.lat, leg.lon)
    if (near !== undefined && near.km <= parameters.enterKm) arrive(state, leg, near.port)
    return
  }
  if (planeMetres(leg.lat, leg.lon, state.lat, state.lon, cosine) > parameters.leaveKm * 1000) {
    leavePort(state, leg.mmsi, leg.track, leg.time0, true, emit)
    return
  }
  stay(state, leg, parameters)
  if (!state.told && state.stopMs > 0) {
    state.told = true
    give(state, leg.mmsi, leg.track, leg.time, 'open', false, emit)
  }
}

function arrive(
  state: PortState,
  leg: Leg,
  port: { id: string; name: string; country?: string; kind?: string; lat: number; lon: number },
) {
  state.port = port.id
  state.name = port.name
  state.country = port.country ?? ''
  state.anchorage = port.kind === 'anchorage'
  state.lat = port.lat
  state.lon = port.lon
  state.arrived = leg.time
  state.sawArrival = !Number.isNaN(leg.time0)
  state.stopped = leg.sog <= 0.2 + rounding
  state.stopMs = 0
  state.gap = false
  state.told = false
}

function stay(state: PortState, leg: Leg, { stopKnots, moveKnots, gapMinutes }: PortVisitParameters): void {
  if (leg.ms >= gapMinutes * 60_000) {
    state.gap = true
    state.stopMs += leg.ms
  } else if (state.stopped) state.stopMs += leg.ms
  const speed = Number.isNaN(leg.sog) ? (leg.metres / leg.ms) * (3_600_000 / 1852) : leg.sog
  if (state.stopped ? speed >= moveKnots - rounding : speed <= stopKnots + rounding)
    state.stopped = !state.stopped
  if (state.stopMs > 0) state.lastStop = leg.time
}

/** Ends a visit: the ship left, or its track is over. */
export function leavePort(
  state: PortState,
  mmsi: number,
  track: number,
  time: Instant,
  sawDeparture: boolean,
  emit: Emit,
): void {
  if (state.port !== '' && state.stopMs > 0) give(state, mmsi, track, time, 'closed', sawDeparture, emit)
  state.port = ''
}

function give(
  state: PortState,
  mmsi: number,
  track: number,
  end: Instant,
  is: 'open' | 'closed',
  sawDeparture: boolean,
  emit: Emit,
): void {
  const seen = Number(state.sawArrival) + Number(sawDeparture)
  emit({
    kind: 'port-visit',
    id: eventId('port-visit', [mmsi], state.arrived),
    state: is,
    mmsi,
    track,
    start: state.arrived,
    end,
    lat: state.lat,
    lon: state.lon,
    port: state.port,
    name: state.name,
    ...(state.country !== '' && { country: state.country }),
    anchorage: state.anchorage,
    stoppedHours: state.stopMs / 3_600_000,
    confidence: seen === 2 ? (state.gap ? 3 : 4) : seen === 1 ? 3 : 2,
  })
}
