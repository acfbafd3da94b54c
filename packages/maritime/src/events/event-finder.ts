import type { Instant } from '@cordon/model'
import { IdentityBook } from '../identity/identity-book.ts'
import { noShips, type Ships } from '../identity/known-ship.ts'
import type { ShipSaid } from '../identity/ship-said.ts'
import { type Area, AreaIndex } from '../places/area.ts'
import { type Port, PortIndex } from '../places/port-index.ts'
import type { PositionBatch } from '../positions/position-batch.ts'
import { candidatesOf } from '../sightings/candidates.ts'
import type { Sighting } from '../sightings/sighting.ts'
import { SightingQueue, type SightingResult } from '../sightings/sighting-queue.ts'
import type { TrackBatch } from '../tracks/track-builder.ts'
import { CompanyFinder } from './company-finder.ts'
import { draughtChangeOf } from './draught-change.ts'
import { MeetingFinder } from './encounter/meeting-finder.ts'
import type { Emit, SeaEvent } from './event.ts'
import { type EventParameters, withDefaults } from './event-parameters.ts'
import { falseFlagOf } from './false-flag.ts'
import { gapLeg, gapSweep, isGapTold } from './gap.ts'
import { HourlyLooks } from './hourly.ts'
import { IdentityDetector } from './identity-change.ts'
import { JammingFinder } from './jamming.ts'
import { emptyLeg } from './leg.ts'
import { endLoitering, loiteringLeg } from './loitering.ts'
import { lastStopOf, leavePort, portLeg } from './port-visit.ts'
import { cellOf, ReceptionMap } from './reception.ts'
import { sharedNumberOf } from './shared-number.ts'
import { endSpeed, speedLeg } from './speed-inconsistent.ts'
import { type LastHeard, TrackRows } from './track-rows.ts'
import { VanishedShips } from './vanished.ts'
import { areaLeg, endAreas } from './watch-area.ts'

/** What the finder is told of the world. */
export interface SeaPlaces {
  readonly ports: readonly Port[]
  readonly areas: readonly Area[]
}

/** What came of a batch. */
export interface Found {
  readonly events: readonly SeaEvent[]
  readonly sightings: readonly SightingResult[]
}

const hourMs = 3_600_000

/**
 * Finds events at sea in tracks, static reports and sightings. Everything comes in order of time (`TrackBuilder` sees to
 * it); what comes out depends on that order alone and not on how it was cut into batches. The state is plain data in
 * `snapshot()`, bounded by `parameters.tracks`.
 */
export class EventFinder {
  readonly book: IdentityBook
  private readonly tracks = new TrackRows()
  /** By number: the slot of the track that was heard last. */
  private readonly latest = new Map<number, number>()
  private readonly reception = new ReceptionMap()
  private readonly jamming = new JammingFinder()
  private readonly vanished = new VanishedShips(this.tracks)
  private readonly queue = new SightingQueue()
  private readonly company: CompanyFinder
  private readonly hourly: HourlyLooks
  private readonly identity: IdentityDetector
  private readonly parameters: EventParameters
  private readonly leg = emptyLeg()
  private readonly shared = new Map<number, number>()
  private meetings: MeetingFinder
  private ports: PortIndex
  private areas: AreaIndex
  private ships: Ships
  private events: SeaEvent[] = []
  private sightings: SightingResult[] = []
  private swept = Number.NEGATIVE_INFINITY
  /** Before this time, time alone brings nothing. */
  private wake = Number.NEGATIVE_INFINITY

  constructor(places: SeaPlaces, ships: Ships = noShips, parameters: Partial<EventParameters> = {}) {
    this.parameters = withDefaults(parameters)
    this.ports = new PortIndex(places.ports)
    this.areas = new AreaIndex(places.areas)
    this.ships = ships
    this.book = new IdentityBook(this.parameters.tracks)
    this.company = new CompanyFinder(this.parameters.dark)
    this.hourly = new HourlyLooks(this.tracks, this.book, this.parameters)
    this.identity = new IdentityDetector(this.book, (mmsi) => this.last(mmsi))
    this.meetings = new MeetingFinder(this.parameters.meeting, this.isInPort)
  }

  /** New lists: what is known of ships from now on. Places stay as they are as long as a finder lives. */
  learn(ships: Ships): void {
    this.ships = ships
  }

  /** A sighting; it is matched an hour behind its own time. */
  sight(sighting: Sighting): void {
    this.queue.add(sighting)
    this.wake = Number.NEGATIVE_INFINITY
  }

  /** Where a number was last heard. */
  last(mmsi: number): LastHeard | undefined {
    const slot = this.latest.get(mmsi)
    return slot === undefined ? undefined : this.tracks.heard(slot)
  }

  /** The nearest port within 40 km. */
  portNear(lat: number, lon: number): { readonly port: Port; readonly km: number } | undefined {
    return this.ports.nearest(lat, lon)
  }

  /** The areas that hold a place. */
  areasAt(lat: number, lon: number): readonly Area[] {
    return this.areas.at(lat, lon)
  }

  /** Takes tracks and the static reports up to the same time, both in order; `until` is that time. */
  take({ positions, track, splits }: TrackBatch, statics: readonly ShipSaid[], until: Instant): Found {
    const { time, lat, lon } = positions
    let next = 0
    let split = 0
    for (let i = 0; i < positions.length; i++) {
      const now = time[i]!
      while (next < statics.length && statics[next]!.time <= now) this.said(statics[next++]!)
      if (now >= this.wake) this.clock(now)
      this.position(track[i]!, positions, i)
      for (; split < splits.length && splits[split]!.time <= now && splits[split]!.to === track[i]; split++)
        this.split(splits[split]!, lat[i]!, lon[i]!)
    }
    for (; split < splits.length; split++) {
      const at = this.last(splits[split]!.mmsi)
      if (at) this.split(splits[split]!, at.lat, at.lon)
    }
    while (next < statics.length) this.said(statics[next++]!)
    if (until >= Number.MAX_SAFE_INTEGER) this.end()
    else this.clock(until)
    return this.found()
  }

  private found(): Found {
    const { events, sightings } = this
    this.events = []
    this.sightings = []
    return { events, sightings }
  }

  private readonly emit: Emit = (event) => {
    this.events.push(event)
    if (event.kind === 'loitering') this.company.loitering(event, this.emit)
    else if (event.kind === 'gap') this.company.gap(event, this.emit)
  }

  private readonly isInPort = (lat: number, lon: number): boolean =>
    this.ports.isNear(lat, lon, this.parameters.meeting.portKm)

  private readonly isClear = (lat: number, lon: number): boolean =>
    !this.ports.isNear(lat, lon, this.parameters.clearKm)

  private readonly lastHeard = (track: number) => {
    const slot = this.tracks.rows.find(track)
    return slot < 0 ? undefined : this.tracks.heard(slot)
  }

  /** What time alone brings: times of the grid, silences, sightings. */
  private clock(now: Instant): void {
    while (this.queue.next <= now) this.queue.begin((sighting) => candidatesOf(sighting, this.tracks.all()))
    if (now - this.swept >= hourMs) this.sweep(Math.floor(now / hourMs) * hourMs)
    this.meetings.until(now, this.lastHeard, this.emit)
    if (this.queue.isFollowing)
      for (const result of this.queue.due(now, (mmsi) => this.book.get(mmsi))) this.sightings.push(result)
    this.wake = this.queue.isFollowing
      ? now
      : Math.min(this.queue.next, this.swept + hourMs, this.meetings.nextLook(now))
  }

  /** The row of a batch, as an index: a number that is no integer costs an allocation where it is passed. */
  private position(track: number, batch: PositionBatch, i: number): void {
    let slot = this.tracks.rows.find(track)
    const isNew = slot < 0
    if (slot < 0) slot = this.begin(heardAt(track, batch, i))
    else {
      const wasVanished = this.tracks.isVanished(slot)
      this.tracks.goOn(slot, this.leg, batch, i)
      if (wasVanished) this.vanished.remove(slot)
      this.look(slot)
    }
    const time = batch.time[i]!
    const cell = cellOf(batch.lat[i]!, batch.lon[i]!)
    if (this.tracks.isHeardAnew(slot, cell, Math.floor(time / hourMs))) {
      this.reception.see(cell, time)
      if (!isNew) this.hourly.look(slot, this.leg, this.emit)
    }
    if (this.queue.isFollowing) this.queue.see(track, heardAt(track, batch, i))
  }

  /** Shows the detectors the leg. */
  private look(slot: number): void {
    const { leg, parameters, tracks, emit } = this
    const row = tracks.rows.page(slot)
    const at = tracks.rows.at(slot)
    gapLeg(row, at, leg, parameters.gap, this.reception, emit)
    loiteringLeg(row, at, leg, parameters.loitering, this.isClear, emit)
    const side = portLeg(row, at, slot, tracks.calls, leg, this.ports, parameters.portVisit, emit)
    areaLeg(row, at, slot, tracks.stays, leg, this.areas, emit)
    speedLeg(row, at, leg, parameters.speed, emit)
    if (tracks.isWatched(slot)) this.hourly.leg(slot, leg, emit)
    // A ship in port meets nobody there.
    if (side !== 'in port') this.meetings.leg(leg, side === 'open sea')
  }

  private begin(heard: LastHeard): number {
    const { tracks } = this
    const { mmsi, time, lat, lon, cog } = heard
    const before = this.latest.get(mmsi)
    if (before === undefined) this.firstHeard(heard)
    else if (
      tracks.isFollowed(before) &&
      time - tracks.time(before) >= this.parameters.gap.minHours * hourMs
    ) {
      // A silence so long that the track did not go on.
      const leg = tracks.legFrom(before, time, lat, lon, cog)
      const { rows } = tracks
      gapLeg(rows.page(before), rows.at(before), leg, this.parameters.gap, this.reception, this.emit)
      this.close(before)
    }
    const slot = tracks.begin(heard)
    this.latest.set(mmsi, slot)
    if (tracks.rows.size > this.parameters.tracks) this.forgetOldest()
    if (this.areas.candidates(lat, lon) !== undefined) {
      tracks.follow(slot)
      const leg = tracks.legFrom(slot, time, lat, lon, cog)
      const { rows, stays } = tracks
      areaLeg(rows.page(slot), rows.at(slot), slot, stays, leg, this.areas, this.emit)
    }
    return slot
  }

  private firstHeard(heard: LastHeard): void {
    const { mmsi, lat, lon } = heard
    const flag = falseFlagOf(mmsi, this.book.get(mmsi), this.ships, heard)
    if (flag) this.emit(flag)
    if (this.ports.isNear(lat, lon, this.parameters.meeting.portKm)) return
    const one = this.vanished.near(heard)
    if (one && !this.book.areOthers(mmsi, one.mmsi)) this.identity.appeared(mmsi, heard, one, this.emit)
  }

  private said(said: ShipSaid): void {
    const before = this.book.get(said.mmsi)
    const slot = this.latest.get(said.mmsi)
    const place = this.last(said.mmsi)
    const { rows } = this.tracks
    const lastStop = slot === undefined ? 0 : lastStopOf(rows.page(slot), rows.at(slot))
    const change = draughtChangeOf(before?.draught, said, place, lastStop)
    if (change) this.emit(change)
    const formerImo = before?.imo
    this.identity.report(said, this.ships, this.emit)
    const record = this.book.add(said)
    if (record.imo === formerImo) return
    const { lat = Number.NaN, lon = Number.NaN } = place ?? {}
    const flag = falseFlagOf(said.mmsi, record, this.ships, { time: said.time, lat, lon })
    if (flag?.why === 'other-flag') this.emit(flag)
  }

  private split(split: TrackBatch['splits'][number], lat: number, lon: number): void {
    const jamming = this.jamming.split(split, lat, lon)
    if (jamming) this.emit(jamming)
    if (this.jamming.isJammed(lat, lon, split.time)) return
    const shared = sharedNumberOf(split, lat, lon, this.shared)
    if (shared) this.emit(shared)
  }

  /** Once an hour: silences that go on, tracks that are over. */
  private sweep(now: Instant): void {
    this.swept = now
    const { tracks, parameters } = this
    const { rows } = tracks
    for (let slot = rows.first, next = 0; slot >= 0; slot = next) {
      next = rows.after(slot)
      const silent = now - tracks.time(slot)
      if (silent < hourMs) continue
      if (silent > parameters.forgetHours * hourMs) {
        this.close(slot)
        this.drop(slot)
        continue
      }
      const { lat, lon } = tracks.heard(slot)
      if (!tracks.isVanished(slot) && !this.ports.isNear(lat, lon, parameters.meeting.portKm))
        this.vanished.add(slot)
      if (!tracks.isFollowed(slot) || silent < parameters.gap.minHours * hourMs) continue
      if (isGapTold(rows.page(slot), rows.at(slot))) continue
      const leg = tracks.legFrom(slot, now, lat, lon, Number.NaN)
      gapSweep(rows.page(slot), rows.at(slot), leg, parameters.gap, this.reception, this.emit)
    }
    this.reception.prune(now)
    this.company.prune(now)
    this.vanished.prune(now)
    for (const [mmsi, time] of this.shared) if (now - time > 24 * hourMs) this.shared.delete(mmsi)
  }

  /** Ends what goes on in a track. */
  private close(slot: number): void {
    const { tracks, parameters, emit } = this
    if (!tracks.isFollowed(slot)) return
    const { mmsi, track, time } = tracks.heard(slot)
    const row = tracks.rows.page(slot)
    const at = tracks.rows.at(slot)
    endLoitering(row, at, mmsi, track, parameters.loitering, this.isClear, emit)
    leavePort(row, at, slot, tracks.calls, mmsi, track, time, false, emit)
    endAreas(row, at, slot, tracks.stays, mmsi, track, this.areas, emit)
    endSpeed(row, at, mmsi, track, time, parameters.speed, emit)
    this.hourly.end(slot, emit)
  }

  private drop(slot: number): void {
    if (this.tracks.isVanished(slot)) this.vanished.remove(slot)
    const mmsi = this.tracks.mmsi(slot)
    if (this.latest.get(mmsi) === slot) this.latest.delete(mmsi)
    this.tracks.remove(slot)
  }

  private forgetOldest(): void {
    const { rows } = this.tracks
    for (let left = Math.max(1, Math.floor(rows.size / 10)); left > 0; left--) {
      const oldest = rows.first
      this.close(oldest)
      this.drop(oldest)
    }
  }

  private end(): void {
    this.meetings.end(this.lastHeard, this.emit)
    const { rows } = this.tracks
    for (let slot = rows.first; slot >= 0; slot = rows.after(slot)) this.close(slot)
    while (this.queue.next < Number.POSITIVE_INFINITY)
      this.queue.begin((sighting) => candidatesOf(sighting, this.tracks.all()))
    const rest = this.queue.due(Number.MAX_SAFE_INTEGER, (mmsi) => this.book.get(mmsi))
    for (const result of rest) this.sightings.push(result)
  }

  /** Plain data. */
  snapshot(): unknown {
    return {
      book: this.book.snapshot(),
      states: this.tracks.snapshot(),
      latest: [...this.latest].map(([mmsi, slot]) => [mmsi, this.tracks.rows.key(slot)]),
      reception: this.reception.snapshot(),
      jamming: this.jamming.snapshot(),
      queue: this.queue.snapshot(),
      company: this.company.snapshot(),
      identity: this.identity.snapshot(),
      meetings: this.meetings.snapshot(),
      hourly: this.hourly.snapshot(),
      shared: [...this.shared],
      swept: Number.isFinite(this.swept) ? this.swept : null,
    }
  }

  /** Resumes from a snapshot, of a finder with the same places and parameters. */
  restore(saved: unknown): void {
    const plain = saved as Record<string, unknown>
    this.book.restore(plain.book)
    this.reception.restore(plain.reception)
    this.jamming.restore(plain.jamming)
    this.queue.restore(plain.queue)
    this.company.restore(plain.company)
    this.identity.restore(plain.identity)
    this.meetings.restore(plain.meetings)
    this.swept = (plain.swept as number | null) ?? Number.NEGATIVE_INFINITY
    for (const [mmsi, time] of plain.shared as [number, number][]) this.shared.set(mmsi, time)
    const { tracks } = this
    tracks.restore(plain.states as unknown[])
    // A state of before had none.
    if (plain.hourly !== undefined) this.hourly.restore(plain.hourly)
    for (let slot = tracks.rows.first; slot >= 0; slot = tracks.rows.after(slot))
      if (tracks.isVanished(slot)) this.vanished.add(slot)
    for (const [mmsi, track] of plain.latest as [number, number][]) {
      const slot = tracks.rows.find(track)
      if (slot >= 0) this.latest.set(mmsi, slot)
    }
  }
}

function heardAt(track: number, { mmsi, time, lat, lon, sog, cog }: PositionBatch, i: number): LastHeard {
  return { track, mmsi: mmsi[i]!, time: time[i]!, lat: lat[i]!, lon: lon[i]!, sog: sog[i]!, cog: cog[i]! }
}
