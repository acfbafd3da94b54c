import type { Instant } from '@cordon/model'
import type { Ships } from '../identity/known-ship.ts'
import type { ShipSaid } from '../identity/ship-said.ts'
import type { Area } from '../places/area.ts'
import type { Port } from '../places/port-index.ts'
import { PositionColumns } from '../positions/position-batch.ts'
import type { Sighting } from '../sightings/sighting.ts'
import { TrackBuilder } from '../tracks/track-builder.ts'
import type { SeaEvent, SeaEventKind } from './event.ts'
import { EventFinder, type Found } from './event-finder.ts'
import type { EventParameters } from './event-parameters.ts'

/** The day on which the tests' ships sail. */
export const day: Instant = Date.UTC(2018, 1, 13)

/** So many hours into the tests' day. */
export function hours(count: number): Instant {
  return day + count * 3_600_000
}

/** Degrees of latitude of so many metres. */
export function metres(count: number): number {
  return count / 111_195
}

/** A voyage: positions each so many minutes between two hours of the day. */
export interface Voyage {
  readonly mmsi: number
  readonly from: number
  readonly to: number
  readonly everyMinutes?: number
  /** Latitude, longitude and, where they are sent, speed and course, by hours of the day; undefined is silence. */
  readonly at: (hour: number) => readonly [number, number, number?, number?] | undefined
}

/** Lies or drifts at a place. */
export function still(lat: number, lon: number, knots = 0.2) {
  return (): [number, number, number, number] => [lat, lon, knots, 90]
}

/** Steams from a place at an hour: knots and degrees. */
export function steam(lat: number, lon: number, knots: number, course: number, since = 0) {
  return (hour: number): [number, number, number, number] => {
    const degrees = (knots * (hour - since)) / 60
    const angle = (course * Math.PI) / 180
    const there = lon + (degrees * Math.sin(angle)) / Math.cos((lat * Math.PI) / 180)
    return [lat + degrees * Math.cos(angle), ((((there + 180) % 360) + 360) % 360) - 180, knots, course]
  }
}

/** Positions of voyages, voyage after voyage. */
export function positionsOf(voyages: readonly Voyage[]) {
  const columns = new PositionColumns()
  for (const { mmsi, from, to, everyMinutes = 5, at } of voyages)
    for (let step = 0; from + (step * everyMinutes) / 60 <= to + 1e-9; step++) {
      const hour = from + (step * everyMinutes) / 60
      const place = at(hour)
      if (place === undefined) continue
      const i = columns.next()
      const [lat, lon, sog = Number.NaN, cog = Number.NaN] = place
      columns.mmsi[i] = mmsi
      columns.time[i] = Math.round(hours(hour)) + (mmsi % 60) * 1000
      columns.lat[i] = lat
      columns.lon[i] = lon
      columns.sog[i] = sog
      columns.cog[i] = cog
      columns.heading[i] = Number.NaN
      columns.status[i] = -1
      columns.type[i] = 1
      columns.source[i] = 0
    }
  return columns.take()
}

/** What the sea of a test holds. */
export interface TestSea {
  readonly voyages: readonly Voyage[]
  readonly statics?: readonly ShipSaid[]
  readonly sightings?: readonly Sighting[]
  readonly ports?: readonly Port[]
  readonly areas?: readonly Area[]
  readonly ships?: Ships
  readonly parameters?: Partial<EventParameters>
  /** Minutes of event time a batch; absent: all at once. */
  readonly cut?: number
  /** Snapshot, JSON and restore after each batch. */
  readonly restarts?: boolean
}

/** Everything that is found in a sea, batch by batch. */
export function findAll(sea: TestSea): Found {
  const places = { ports: sea.ports ?? [], areas: sea.areas ?? [] }
  let builder = new TrackBuilder()
  let finder = new EventFinder(places, sea.ships, sea.parameters)
  const statics = [...(sea.statics ?? [])].sort((a, b) => a.time - b.time)
  for (const sighting of sea.sightings ?? []) finder.sight(sighting)
  builder.push(positionsOf(sea.voyages))
  const last = Math.max(...sea.voyages.map(({ to }) => hours(to)))
  const step = sea.cut === undefined ? Number.POSITIVE_INFINITY : sea.cut * 60_000
  const events: SeaEvent[] = []
  const sightings: Found['sightings'][number][] = []
  const take = (until: Instant) => {
    const tracks = until >= Number.MAX_SAFE_INTEGER ? builder.end() : builder.advance(until)
    const now = statics.filter(({ time }) => time <= until)
    statics.splice(0, now.length)
    const found = finder.take(tracks, now, until)
    events.push(...found.events)
    sightings.push(...found.sightings)
    if (!sea.restarts) return
    const saved = JSON.parse(JSON.stringify([builder.snapshot(), finder.snapshot()])) as unknown[]
    builder = new TrackBuilder()
    finder = new EventFinder(places, sea.ships, sea.parameters)
    builder.restore(saved[0])
    finder.restore(saved[1])
  }
  for (let until = day; until < last && Number.isFinite(step); until += step) take(until)
  take(Number.MAX_SAFE_INTEGER)
  return { events, sightings }
}

/** The events of one kind. */
export function eventsOf<K extends SeaEventKind>(sea: TestSea, kind: K) {
  return findAll(sea).events.filter((event): event is Extract<SeaEvent, { kind: K }> => event.kind === kind)
}
