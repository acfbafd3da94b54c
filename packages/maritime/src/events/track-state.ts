import type { Instant } from '@cordon/model'
import { distanceKm } from '../geo.ts'
import type { TrackPoint } from '../tracks/match.ts'
import { type GapState, newGap } from './gap.ts'
import { emptyLeg, type Leg } from './leg.ts'
import { type LoiteringState, newLoitering } from './loitering.ts'
import { newPortState, type PortState } from './port-visit.ts'
import { newSpeedState, type SpeedState } from './speed-inconsistent.ts'
import { type AreaState, newAreaState } from './watch-area.ts'

/** What the detectors keep of one track; made at its second position, since noise has but one. */
export interface Detectors {
  readonly loitering: LoiteringState
  readonly gap: GapState
  readonly port: PortState
  readonly area: AreaState
  readonly speed: SpeedState
}

/** What is kept of one track. */
export interface TrackState {
  readonly mmsi: number
  readonly track: number
  time: Instant
  lat: number
  lon: number
  sog: number
  cog: number
  /** Cosine of a latitude not further than a tenth of a degree from the present one. */
  cosine: number
  cosineLat: number
  /** Cell and hour in which it was last counted as heard. */
  cell: number
  hour: number
  /** It is in the list of vanished ships. */
  vanished: boolean
  detectors: Detectors | undefined
}

/** The detectors of a track that begins. */
export function newDetectors(): Detectors {
  return {
    loitering: newLoitering(),
    gap: newGap(),
    port: newPortState(),
    area: newAreaState(),
    speed: newSpeedState(),
  }
}

/** The last position of a track. */
export function pointOf({ time, lat, lon, sog, cog }: TrackState): TrackPoint {
  return { time, lat, lon, sog, cog }
}

/** The leg from a track's last position to another place, however far away. */
export function legFrom(state: TrackState, time: Instant, lat: number, lon: number, cog: number): Leg {
  return {
    ...emptyLeg(),
    mmsi: state.mmsi,
    track: state.track,
    time0: state.time,
    lat0: state.lat,
    lon0: state.lon,
    time,
    lat,
    lon,
    cog,
    ms: time - state.time,
    metres: distanceKm(state.lat, state.lon, lat, lon) * 1000,
  }
}

/** Plain data: what is not known is null, as JSON has it. */
export function savedState(state: TrackState): unknown {
  const { detectors, ...rest } = state
  return {
    ...rest,
    sog: orNull(state.sog),
    cog: orNull(state.cog),
    ...(detectors && {
      detectors: {
        loitering: { ...detectors.loitering },
        gap: {
          ...detectors.gap,
          hours: [...detectors.gap.hours],
          cog: orNull(detectors.gap.cog),
          sog: orNull(detectors.gap.sog),
        },
        port: { ...detectors.port },
        area: { ...detectors.area, stays: detectors.area.stays.map((stay) => ({ ...stay })) },
        speed: { ...detectors.speed },
      },
    }),
  }
}

/** The state that `savedState` wrote. */
export function restoredState(saved: unknown): TrackState {
  const state = structuredClone(saved) as TrackState
  state.sog ??= Number.NaN
  state.cog ??= Number.NaN
  const gap = state.detectors?.gap
  if (gap) {
    gap.sog ??= Number.NaN
    gap.cog ??= Number.NaN
  }
  // The property must be there, so that all states have one shape.
  return { ...state, detectors: state.detectors }
}

function orNull(value: number): number | null {
  return Number.isNaN(value) ? null : value
}
