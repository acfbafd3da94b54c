import type { Instant } from '@cordon/model'
import type { ShipRecord } from '../identity/identity-book.ts'
import { leastDraughtChange } from './draught-change.ts'
import { type Emit, type EventBase, eventId } from './event.ts'
import { knotsOf, type Leg } from './leg.ts'

/**
 * A tanker or cargo ship steams on after a halt or a silence at sea with another speed, as one that took or gave cargo there,
 * and states the same draught as before: its speed does not fit the cargo that it says it has. Speeds change for other
 * reasons too, so that this is a trace beside others. `start` and `end` are those of the halt.
 */
export interface SpeedForCargo extends EventBase {
  readonly kind: 'speed-for-cargo'
  readonly track: number
  /** Mean speeds under way before and after. */
  readonly beforeKnots: number
  readonly afterKnots: number
  /** What it stated before and after, metres. */
  readonly draughtM: number
  /** The draught at which the same power makes the speed of afterwards. */
  readonly asDraughtM: number
}

/** When a speed does not fit. */
export interface CargoParameters {
  /** An hour slower than the first is a halt, one faster than the second is under way. Defaults 3 and 6 knots. */
  readonly haltKnots: number
  readonly wayKnots: number
  /** Under way before and after for this long, and halted. Defaults 3 and 2 hours. */
  readonly wayHours: number
  readonly haltHours: number
  /** The slower speed as a part of the faster. Default 0.86: half the draught, as between ballast and laden. */
  readonly ratio: number
}

/** The defaults. */
export const cargoDefaults: CargoParameters = {
  haltKnots: 3,
  wayKnots: 6,
  wayHours: 3,
  haltHours: 2,
  ratio: 0.86,
}

/**
 * Power goes with the cube of speed and with draught to this power (Fourth IMO GHG Study 2020, its power formula), so that
 * at one power speed goes with draught to -0.22.
 */
const draughtExponent = 0.66

/** Columns of a track's row: time and way under way, speed before, when it halted, the draught stated then. */
const runMsAt = 67
const runMetresAt = 68
const beforeAt = 69
const haltAt = 70
const draughtAt = 71

/** Takes an hour or so: a ship made `metres` good in `ms`. `isInPort` begins anew: cargo is changed there. */
export function cargoHour(
  row: Float64Array,
  at: number,
  leg: Leg,
  ms: number,
  metres: number,
  isInPort: boolean,
  ship: ShipRecord | undefined,
  parameters: CargoParameters,
  emit: Emit,
): void {
  if (isInPort) {
    row.fill(0, at + runMsAt, at + draughtAt + 1)
    return
  }
  const knots = knotsOf(metres, ms)
  if (knots >= parameters.wayKnots) {
    row[at + runMsAt]! += ms
    row[at + runMetresAt]! += metres
    if (row[at + beforeAt]! > 0 && row[at + runMsAt]! >= parameters.wayHours * hourMs)
      compare(row, at, leg, ship, parameters, emit)
    return
  }
  if (row[at + runMsAt]! >= parameters.wayHours * hourMs) {
    row[at + beforeAt] = knotsOf(row[at + runMetresAt]!, row[at + runMsAt]!)
    row[at + haltAt] = leg.time - ms
    row[at + draughtAt] = ship?.draught?.metres ?? 0
  } else if (knots >= parameters.haltKnots) row[at + beforeAt] = 0
  row[at + runMsAt] = 0
  row[at + runMetresAt] = 0
}

const hourMs = 3_600_000

function compare(
  row: Float64Array,
  at: number,
  leg: Leg,
  ship: ShipRecord | undefined,
  parameters: CargoParameters,
  emit: Emit,
): void {
  const before = row[at + beforeAt]!
  const after = knotsOf(row[at + runMetresAt]!, row[at + runMsAt]!)
  const start: Instant = row[at + haltAt]!
  const end: Instant = leg.time - row[at + runMsAt]!
  row[at + beforeAt] = 0
  if (end - start < parameters.haltHours * hourMs) return
  if (ship?.shipClass !== 'tanker' && ship?.shipClass !== 'cargo') return
  const draught = ship.draught?.metres ?? 0
  if (!(draught > 0) || Math.abs(draught - row[at + draughtAt]!) >= leastDraughtChange) return
  if (Math.min(before, after) > parameters.ratio * Math.max(before, after)) return
  emit({
    kind: 'speed-for-cargo',
    id: eventId('speed-for-cargo', [leg.mmsi], start),
    state: 'closed',
    mmsi: leg.mmsi,
    track: leg.track,
    start,
    end,
    lat: leg.lat,
    lon: leg.lon,
    beforeKnots: before,
    afterKnots: after,
    draughtM: draught,
    asDraughtM: draught * (before / after) ** (3 / draughtExponent),
  })
}
