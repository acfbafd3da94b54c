import type { Instant } from '@cordon/model'
import { IdentityBook } from '../identity/identity-book.ts'
import { noShips, type Ships } from '../identity/known-ship.ts'
import type { ShipSaid } from '../identity/ship-said.ts'
import { oldestTenth } from '../oldest.ts'
import { type Area, AreaIndex } from '../places/area.ts'
import { type Port, PortIndex } from '../places/port-index.ts'
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
import { gapLeg, gapSweep } from './gap.ts'
import { IdentityDetector } from './identity-change.ts'
import { JammingFinder } from './jamming.ts'
import { cosineOf, emptyLeg, planeMetres } from './leg.ts'
import { endLoitering, loiteringLeg } from './loitering.ts'
import { leavePort, portLeg } from './port-visit.ts'
import { cellOf, ReceptionMap } from './reception.ts'
import { sharedNumberOf } from './shared-number.ts'
import { endSpeed, speedLeg } from './speed-inconsistent.ts'
import { legFrom, newDetectors, restoredState, savedState, type TrackState } from './track-state.ts'
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
  private readonly states = new Map<number, TrackState>()
  private readonly latest = new Map<number, TrackState>()
  private readonly reception = new ReceptionMap()
  private readonly jamming = new JammingFinder()
  private readonly vanished = new VanishedShips()
  private readonly queue = new SightingQueue()
  private readonly company: CompanyFinder
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
    this.identity = new IdentityDetector(this.book, (mmsi) => this.latest.get(mmsi))
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
  last(mmsi: number): Pick<TrackState, 'time' | 'lat' | 'lon' | 'sog' | 'cog'> | undefined {
    return this.latest.get(mmsi)
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
    const { time, mmsi, lat, lon, sog, cog } = positions
    let next = 0
    let split = 0
    for (let i = 0; i < positions.length; i++) {
      const now = time[i]!
      while (next < statics.length && statics[next]!.time <= now) this.said(statics[next++]!)
      if (now >= this.wake) this.clock(now)
      this.position(track[i]!, mmsi[i]!, now, lat[i]!, lon[i]!, sog[i]!, cog[i]!)
      for (; split < splits.length && splits[split]!.time <= now && splits[split]!.to === track[i]; split++)
        this.split(splits[split]!, lat[i]!, lon[i]!)
    }
    for (; split < splits.length; split++) {
      const at = this.latest.get(splits[split]!.mmsi)
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

  private readonly lastHeard = (track: number) => this.states.get(track)

  /** What time alone brings: times of the grid, silences, sightings. */
  private clock(now: Instant): void {
    while (this.queue.next <= now)
      this.queue.begin((sighting) => candidatesOf(sighting, this.states.values()))
    if (now - this.swept >= hourMs) this.sweep(Math.floor(now / hourMs) * hourMs)
    this.meetings.until(now, this.lastHeard, this.emit)
    if (this.queue.isFollowing)
      for (const result of this.queue.due(now, (mmsi) => this.book.get(mmsi))) this.sightings.push(result)
    this.wake = this.queue.isFollowing
      ? now
      : Math.min(this.queue.next, this.swept + hourMs, this.meetings.nextLook(now))
  }

  private position(
    track: number,
    mmsi: number,
    time: Instant,
    lat: number,
    lon: number,
    sog: number,
    cog: number,
  ): void {
    let state = this.states.get(track)
    if (state === undefined) state = this.begin(track, mmsi, time, lat, lon, sog, cog)
    else this.goOn(state, time, lat, lon, sog, cog)
    const hour = Math.floor(time / hourMs)
    const cell = cellOf(lat, lon)
    if (hour !== state.hour || cell !== state.cell) {
      this.reception.see(cell, time)
      state.hour = hour
      state.cell = cell
    }
    if (this.queue.isFollowing) this.queue.see(track, { time, lat, lon, sog, cog })
  }

  private goOn(state: TrackState, time: Instant, lat: number, lon: number, sog: number, cog: number): void {
    const { leg, parameters } = this
    state.detectors ??= newDetectors()
    const { detectors } = state
    if (Math.abs(lat - state.cosineLat) > 0.1) {
      state.cosine = cosineOf(lat)
      state.cosineLat = lat
    }
    leg.mmsi = state.mmsi
    leg.track = state.track
    leg.time0 = state.time
    leg.lat0 = state.lat
    leg.lon0 = state.lon
    leg.sog0 = state.sog
    leg.time = time
    leg.lat = lat
    leg.lon = lon
    leg.sog = sog
    leg.cog = cog
    leg.ms = time - state.time
    leg.metres = planeMetres(state.lat, state.lon, lat, lon, state.cosine)
    state.time = time
    state.lat = lat
    state.lon = lon
    state.sog = sog
    state.cog = cog
    if (state.vanished) this.vanished.remove(state)
    gapLeg(detectors.gap, leg, parameters.gap, this.reception, this.emit)
    loiteringLeg(detectors.loitering, leg, parameters.loitering, this.isClear, this.emit)
    portLeg(detectors.port, leg, state.cosine, this.ports, parameters.portVisit, this.emit)
    areaLeg(detectors.area, leg, this.areas, this.emit)
    speedLeg(detectors.speed, leg, parameters.speed, this.emit)
    // A ship in port meets nobody there.
    if (detectors.port.port === '') this.meetings.leg(leg, !detectors.port.near)
  }

  private begin(
    track: number,
    mmsi: number,
    time: Instant,
    lat: number,
    lon: number,
    sog: number,
    cog: number,
  ): TrackState {
    const state: TrackState = {
      mmsi,
      track,
      time,
      lat,
      lon,
      sog,
      cog,
      cosine: cosineOf(lat),
      cosineLat: lat,
      cell: -1,
      hour: -1,
      vanished: false,
      detectors: undefined,
    }
    const before = this.latest.get(mmsi)
    if (before === undefined) this.firstHeard(state)
    else if (before.detectors && time - before.time >= this.parameters.gap.minHours * hourMs) {
      // A silence so long that the track did not go on.
      gapLeg(
        before.detectors.gap,
        legFrom(before, time, lat, lon, cog),
        this.parameters.gap,
        this.reception,
        this.emit,
      )
      this.close(before)
    }
    this.states.set(track, state)
    this.latest.set(mmsi, state)
    if (this.states.size > this.parameters.tracks) this.forgetOldest()
    if (this.areas.candidates(lat, lon) !== undefined) {
      state.detectors = newDetectors()
      areaLeg(state.detectors.area, legFrom(state, time, lat, lon, cog), this.areas, this.emit)
    }
    return state
  }

  private firstHeard(state: TrackState): void {
    const flag = falseFlagOf(state.mmsi, this.book.get(state.mmsi), this.ships, state)
    if (flag) this.emit(flag)
    if (this.ports.isNear(state.lat, state.lon, this.parameters.meeting.portKm)) return
    const one = this.vanished.near(state)
    if (one && !this.book.areOthers(state.mmsi, one.mmsi))
      this.identity.appeared(state.mmsi, state, one, this.emit)
  }

  private said(said: ShipSaid): void {
    const before = this.book.get(said.mmsi)
    const place = this.latest.get(said.mmsi)
    const change = draughtChangeOf(before?.draught, said, place, place?.detectors?.port.lastStop ?? 0)
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
    const { gap, forgetHours } = this.parameters
    for (const state of this.states.values()) {
      const silent = now - state.time
      if (silent < hourMs) continue
      if (silent > forgetHours * hourMs) {
        this.close(state)
        this.drop(state)
        continue
      }
      if (!state.vanished && !this.ports.isNear(state.lat, state.lon, this.parameters.meeting.portKm))
        this.vanished.add(state)
      if (state.detectors && silent >= gap.minHours * hourMs && !state.detectors.gap.told)
        gapSweep(
          state.detectors.gap,
          legFrom(state, now, state.lat, state.lon, Number.NaN),
          gap,
          this.reception,
          this.emit,
        )
    }
    this.reception.prune(now)
    this.company.prune(now)
    this.vanished.prune(now)
    for (const [mmsi, time] of this.shared) if (now - time > 24 * hourMs) this.shared.delete(mmsi)
  }

  /** Ends what goes on in a track. */
  private close({ detectors, mmsi, track, time }: TrackState): void {
    if (detectors === undefined) return
    endLoitering(detectors.loitering, mmsi, track, this.parameters.loitering, this.isClear, this.emit)
    leavePort(detectors.port, mmsi, track, time, false, this.emit)
    endAreas(detectors.area, mmsi, track, this.areas, this.emit)
    endSpeed(detectors.speed, mmsi, track, time, this.parameters.speed, this.emit)
  }

  private drop(state: TrackState): void {
    this.states.delete(state.track)
    if (state.vanished) this.vanished.remove(state)
    if (this.latest.get(state.mmsi) === state) this.latest.delete(state.mmsi)
  }

  private forgetOldest(): void {
    for (const track of oldestTenth(this.states)) {
      const state = this.states.get(track)!
      this.close(state)
      this.drop(state)
    }
  }

  private end(): void {
    this.meetings.end(this.lastHeard, this.emit)
    for (const state of this.states.values()) this.close(state)
    while (this.queue.next < Number.POSITIVE_INFINITY)
      this.queue.begin((sighting) => candidatesOf(sighting, this.states.values()))
    const rest = this.queue.due(Number.MAX_SAFE_INTEGER, (mmsi) => this.book.get(mmsi))
    for (const result of rest) this.sightings.push(result)
  }

  /** Plain data. */
  snapshot(): unknown {
    return {
      book: this.book.snapshot(),
      states: [...this.states.values()].map(savedState),
      latest: [...this.latest].map(([mmsi, { track }]) => [mmsi, track]),
      reception: this.reception.snapshot(),
      jamming: this.jamming.snapshot(),
      queue: this.queue.snapshot(),
      company: this.company.snapshot(),
      identity: this.identity.snapshot(),
      meetings: this.meetings.snapshot(),
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
    for (const one of plain.states as unknown[]) {
      const state = restoredState(one)
      this.states.set(state.track, state)
      if (state.vanished) this.vanished.add(state)
    }
    for (const [mmsi, track] of plain.latest as [number, number][]) {
      const state = this.states.get(track)
      if (state) this.latest.set(mmsi, state)
    }
  }
}
