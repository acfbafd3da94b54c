import type { Instant } from '@cordon/model'
import { encodeMessage, toSentences } from '../ais/encode.ts'
import { cosineOf, metresPerDegree } from '../events/leg.ts'
import type { ShipSaid } from '../identity/ship-said.ts'
import type { PositionSeen, SaidSeen, SeaObservation } from '../watch/observation.ts'
import { hashed } from './random.ts'
import { heardBy, type ReceptionModel } from './reception.ts'
import type { SimulatedShip, Statement } from './ship.ts'

const minuteMs = 60_000
/** Reports that are kept of a ship that the coast hears all the time: one in so many minutes. */
const coastEvery = 3
/** A static report in so many minutes. */
const staticEvery = 30

/**
 * What is heard of a fleet, minute by minute, in order of time. Reports are thinned as receivers and archives thin them: class
 * A sends every 2 to 10 seconds under way, and nobody keeps all of it. Memory does not grow with time.
 */
export function* hear(
  ships: readonly SimulatedShip[],
  reception: ReceptionModel,
  from: Instant,
  until: Instant,
): Generator<SeaObservation[], void, undefined> {
  for (let minute = from; minute < until; minute += minuteMs) {
    const heard: SeaObservation[] = []
    for (const ship of ships) hearShip(ship, reception, minute, heard)
    if (heard.length > 0) yield heard.sort((a, b) => a.time - b.time)
  }
}

function hearShip(
  ship: SimulatedShip,
  reception: ReceptionModel,
  minute: Instant,
  into: SeaObservation[],
): void {
  const time = minute + Math.floor(hashed(ship.number, 77) * 60) * 1000
  const motion = ship.plan.at(time)
  if (motion === undefined || ship.silent.some(([begin, end]) => time >= begin && time < end)) return
  const { lat, lon } = swung(ship, motion.lat, motion.lon, motion.sog, time)
  const by = heardBy(reception, ship.number, ship.isClassB, lat, lon, time)
  if (by === undefined) return
  const count = Math.floor(minute / minuteMs) + ship.number
  if (by === 'coast' && count % coastEvery !== 0) return
  const state = stateAt(ship.states, time)
  const false_ =
    ship.spoofed && time >= ship.spoofed.from && time < ship.spoofed.until ? ship.spoofed : undefined
  const seen: PositionSeen = {
    kind: 'position',
    mmsi: state.mmsi,
    time,
    lat: rounded(lat + (false_?.dLat ?? 0), 600_000),
    lon: rounded(lon + (false_?.dLon ?? 0), 600_000),
    sog: rounded(motion.sog < 0.05 ? 0.3 * hashed(ship.number, count) : motion.sog, 10),
    cog: rounded(motion.cog, 10) % 360,
  }
  into.push(seen)
  // Satellites hear a static report now and then; the coast each of them.
  if (by === 'coast' ? count % staticEvery < coastEvery : hashed(ship.number, count + 5) < 0.15)
    into.push(saidOf(state, time))
}

/** Swinging round an anchor and drifting: two that lie beside each other do it together. */
function swung(ship: SimulatedShip, lat: number, lon: number, sog: number, time: Instant) {
  if (sog >= 1 || ship.swingM === 0) return { lat, lon }
  const hours = time / 3_600_000
  const degrees = ship.swingM / metresPerDegree
  return {
    lat: lat + degrees * Math.sin(hours * 0.7),
    lon: lon + (degrees * Math.cos(hours * 0.5)) / cosineOf(lat),
  }
}

function stateAt(states: readonly Statement[], time: Instant): Statement {
  let found = states[0]!
  for (const state of states) if (state.from <= time) found = state
  return found
}

function saidOf({ from: _, ...state }: Statement, time: Instant): SaidSeen {
  const said: ShipSaid = { time, ...state }
  return { kind: 'static', ...said }
}

function rounded(value: number, per: number): number {
  return Math.round(value * per) / per
}

const codes: Readonly<Record<string, number>> = {
  tanker: 80,
  cargo: 70,
  passenger: 60,
  fishing: 30,
  tug: 52,
  pilot: 50,
  rescue: 51,
  tender: 53,
}

/** An observation as NMEA 0183 sentences with time and receiver in a tag block; a sighting has none. */
export function nmeaOf(seen: SeaObservation): string[] {
  const options = { time: seen.time, source: 'sim' }
  if (seen.kind === 'position') {
    const { mmsi, lat, lon, sog, cog } = seen
    return toSentences(
      encodeMessage({
        type: 1,
        repeat: 0,
        mmsi,
        lat,
        lon,
        ...(sog !== undefined && { speed: sog }),
        ...(cog !== undefined && { course: cog }),
      }),
      options,
    )
  }
  if (seen.kind === 'sighting') return []
  const { mmsi, name, imo, callSign, lengthM, draughtM, shipClass } = seen
  return toSentences(
    encodeMessage({
      type: 5,
      repeat: 0,
      mmsi,
      ...(imo !== undefined && { imo: Number(imo) }),
      ...(name !== undefined && { shipname: name }),
      ...(callSign !== undefined && { callsign: callSign }),
      ...(shipClass !== undefined && { shiptype: codes[shipClass] ?? 90 }),
      ...(lengthM !== undefined && { to_bow: Math.ceil(lengthM / 2), to_stern: Math.floor(lengthM / 2) }),
      ...(draughtM !== undefined && { draught: draughtM }),
    }),
    options,
  )
}
