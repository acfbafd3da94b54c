import { CordonError, type Finding, type Instant, type Watch } from '@cordon/model'
import type { SeaEvent } from '../events/event.ts'
import { eventId } from '../events/event.ts'
import { EventFinder } from '../events/event-finder.ts'
import type { EventParameters } from '../events/event-parameters.ts'
import type { ShipRecord } from '../identity/identity-book.ts'
import type { ShipSaid } from '../identity/ship-said.ts'
import { PositionColumns } from '../positions/position-batch.ts'
import type { SightingResult } from '../sightings/sighting-queue.ts'
import { type TrackBatch, TrackBuilder } from '../tracks/track-builder.ts'
import { findingOf, type Verdict } from './judge.ts'
import { type Bench, judgeDark, judgeMeeting } from './judge-meeting.ts'
import { judgeIdentity, judgePortCall, judgePresence, judgeSighting } from './judge-ship.ts'
import type { SeaKnowledge } from './knowledge.ts'
import type { SeaObservation } from './observation.ts'
import { Cases } from './open-cases.ts'
import { ShipFiles } from './ship-files.ts'
import { Identifier } from './who.ts'

/** How the watch is set up. */
export interface MaritimeOptions {
  readonly events?: Partial<EventParameters>
  /** Told of everything that was found, judged or not: for those who keep or show it. */
  readonly onFound?: (found: SeaFound) => void
  /** Positions that wait for their time. Beyond it those are dropped whose time is furthest ahead. Default 5,000,000. */
  readonly mostWaiting?: number
}

/** What the watch found in one step of time. */
export interface SeaFound {
  readonly events: readonly SeaEvent[]
  readonly sightings: readonly SightingResult[]
  readonly tracks: TrackBatch
  /** What ships state that said something. */
  readonly ships: readonly ShipRecord[]
}

/** The state of the watch: plain data. */
export type MaritimeState = Readonly<Record<string, unknown>>

/**
 * The watch at sea: positions, static reports and sightings in, findings out. Observations may come in any order up to the
 * watermark; what is older is dropped and counted. The same observations and watermarks give the same findings.
 */
export class MaritimeWatch implements Watch<SeaObservation, SeaKnowledge, MaritimeState> {
  readonly name = 'maritime'
  private readonly options: MaritimeOptions
  private builder = new TrackBuilder()
  private files = new ShipFiles()
  private cases = new Cases()
  private columns = new PositionColumns()
  private statics: ShipSaid[] = []
  private bench: Bench | undefined
  private watermark: Instant = Number.NEGATIVE_INFINITY
  private late = 0

  constructor(options: MaritimeOptions = {}) {
    this.options = options
  }

  /** Meetings join any two ships, so that all of a sea is one partition. */
  partitionKey(): string {
    return 'sea'
  }

  start(known: SeaKnowledge, saved?: MaritimeState): void {
    const limit = this.options.events?.tracks
    this.builder = new TrackBuilder(limit === undefined ? { ships: 500_000 } : { ships: limit })
    this.files = new ShipFiles()
    this.cases = new Cases()
    this.statics = []
    const finder = new EventFinder(known.places, known.ships, this.options.events)
    this.bench = { finder, files: this.files, ...benchOf(finder, known) }
    if (saved === undefined) return
    if (saved.form !== stateForm) throw otherForm(saved.form)
    this.builder.restore(saved.builder)
    finder.restore(saved.finder)
    this.files.restore(saved.files)
    this.cases.restore(saved.cases)
    this.statics = structuredClone(saved.statics) as ShipSaid[]
    this.watermark = (saved.watermark as number | null) ?? Number.NEGATIVE_INFINITY
    this.late = saved.late as number
  }

  /** New lists: what goes on is judged again, and ships that are heard are looked up again. */
  *learn(known: SeaKnowledge): Generator<Finding> {
    const { finder } = this.ready()
    finder.learn(known.ships)
    this.bench = { finder, files: this.files, ...benchOf(finder, known) }
    for (const { mmsi } of finder.book.all()) {
      const last = finder.last(mmsi)
      if (last) yield* this.present(mmsi, last.time)
    }
    for (const event of this.cases.meetings()) yield* this.settle(judgeMeeting(event, this.ready()))
  }

  /** Takes what was seen; findings come when time moves on. */
  observe(batch: readonly SeaObservation[]): Iterable<Finding> {
    const { finder } = this.ready()
    const { columns } = this
    for (const seen of batch) {
      if (seen.kind === 'position') {
        const i = columns.next()
        columns.mmsi[i] = seen.mmsi
        columns.time[i] = seen.time
        columns.lat[i] = seen.lat
        columns.lon[i] = seen.lon
        columns.sog[i] = seen.sog ?? Number.NaN
        columns.cog[i] = seen.cog ?? Number.NaN
        columns.heading[i] = Number.NaN
        columns.status[i] = -1
        columns.type[i] = 0
        columns.source[i] = 0
      } else if (seen.kind === 'sighting') {
        const { kind: _, ...sighting } = seen
        finder.sight(sighting)
      } else this.say(seen)
    }
    this.builder.push(columns)
    columns.length = 0
    if (this.builder.counts.waiting > (this.options.mostWaiting ?? 5_000_000)) this.builder.dropFurthest()
    return []
  }

  private say({ kind: _, ...said }: ShipSaid & { readonly kind: 'static' }): void {
    if (said.time <= this.watermark) this.late++
    else this.statics.push(said)
  }

  /** Everything up to the watermark has come: finds events in it and judges them. */
  *advance(watermark: Instant): Generator<Finding> {
    if (!(watermark > this.watermark)) return
    this.watermark = watermark
    const bench = this.ready()
    const isEnd = watermark >= Number.MAX_SAFE_INTEGER
    const tracks = isEnd ? this.builder.end() : this.builder.advance(watermark)
    const ready = this.statics.filter(({ time }) => time <= watermark).sort(bySaying)
    if (ready.length > 0) this.statics = this.statics.filter(({ time }) => time > watermark)
    const { events, sightings } = bench.finder.take(tracks, ready, watermark)
    const said = new Map(ready.map((one) => [one.mmsi, one.time]))
    const ships = [...said.keys()].flatMap((mmsi) => bench.finder.book.get(mmsi) ?? [])
    this.options.onFound?.({ events, sightings, tracks, ships })
    for (const [mmsi, time] of said) yield* this.present(mmsi, time)
    for (const event of events) {
      this.files.add(event)
      yield* this.judge(event, bench)
    }
    for (const result of sightings) yield* this.sighted(result, bench)
    if (isEnd) return
    this.files.prune(watermark)
    this.cases.prune(watermark)
  }

  private *judge(event: SeaEvent, bench: Bench): Generator<Finding> {
    if (event.kind === 'encounter') {
      this.cases.meet(event)
      yield* this.settle(judgeMeeting(event, bench))
      return
    }
    if (event.kind === 'dark-rendezvous') {
      yield* this.settle(judgeDark(event, bench))
      return
    }
    if (event.kind === 'identity-change') yield* this.settle(judgeIdentity(event, bench))
    if (event.kind === 'port-visit' && event.country !== undefined)
      if (bench.knowledge.rules.portCountries.includes(event.country))
        yield* this.settle(judgePortCall(event, bench))
    if (event.kind === 'watch-area' && event.state === 'open') yield* this.present(event.mmsi, event.start)
    // What a ship does afterwards may tell what a meeting was.
    for (const meeting of this.cases.meetingsOf(event.mmsi)) yield* this.settle(judgeMeeting(meeting, bench))
  }

  private *present(mmsi: number, time: Instant): Generator<Finding> {
    const verdict = judgePresence(mmsi, time, this.ready())
    if (verdict) yield* this.settle(verdict)
  }

  private *sighted(result: SightingResult, bench: Bench): Generator<Finding> {
    const { sighting, dark, beside, matches } = result
    const [best] = matches
    if (best && best.probability >= 0.5) {
      const { id, name, imo, time } = sighting
      const read = { ...(name !== undefined && { name }), ...(imo !== undefined && { imo }) }
      this.files.addSeen(best.mmsi, { sighting: id, probability: best.probability, ...read }, time)
      for (const meeting of this.cases.meetingsOf(best.mmsi)) yield* this.settle(judgeMeeting(meeting, bench))
    }
    yield* this.settle(judgeSighting(result, bench))
    const [other] = beside
    const last = other && bench.finder.last(other.mmsi)
    if (other === undefined || dark < 0.5 || last === undefined || last.sog > 3) return
    const rendezvous = {
      kind: 'dark-rendezvous' as const,
      id: eventId('dark-rendezvous', [other.mmsi], sighting.time),
      state: 'closed' as const,
      by: 'sighting' as const,
      mmsi: other.mmsi,
      sighting: sighting.id,
      start: sighting.time,
      end: sighting.time,
      lat: sighting.lat,
      lon: sighting.lon,
      hours: 0,
      probability: dark,
    }
    this.options.onFound?.({ events: [rendezvous], sightings: [], tracks: noTracks, ships: [] })
    yield* this.settle(judgeDark(rendezvous, bench, sighting))
  }

  /** Gives a finding out where it is new or says something new. */
  private *settle(verdict: Verdict): Generator<Finding> {
    const finding = findingOf(verdict, this.ready().knowledge, 1)
    if (finding === undefined) return
    const given = this.cases.give(finding, this.watermark)
    if (given) yield given
  }

  private ready(): Bench {
    if (this.bench === undefined)
      throw new Error('start() comes before anything else. Call it with what is known.')
    return this.bench
  }

  /** Plain data, bounded by the ships that are followed. */
  snapshot(): MaritimeState {
    return {
      form: stateForm,
      builder: this.builder.snapshot(),
      finder: this.ready().finder.snapshot(),
      files: this.files.snapshot(),
      cases: this.cases.snapshot(),
      statics: this.statics.map((said) => ({ ...said })),
      watermark: Number.isFinite(this.watermark) ? this.watermark : null,
      late: this.late,
    }
  }

  /** Numbers that are followed. */
  get ships(): number {
    return this.builder.ships
  }

  /** What became of the positions, and static reports that came too late. */
  get counts() {
    return { ...this.builder.counts, lateStatics: this.late }
  }
}

/** Grows when a state of before can't be read any more. */
const stateForm = 2

function otherForm(found: unknown): CordonError {
  return new CordonError({
    code: 'CORDON_STATE_FORM',
    expected: `a state of form ${stateForm}`,
    found: `one of form ${found ?? 1}`,
    where: 'the state of the run',
    remedy: 'It was begun by another version of Cordon: begin a run under a new name.',
  })
}

const noTracks: TrackBatch = {
  positions: new PositionColumns(1).take(),
  track: new Uint32Array(0),
  splits: [],
}

function benchOf(finder: EventFinder, knowledge: SeaKnowledge) {
  return { knowledge, identifier: new Identifier(finder.book, knowledge.ships, knowledge.rules) }
}

function bySaying(a: ShipSaid, b: ShipSaid): number {
  if (a.time !== b.time || a.mmsi !== b.mmsi) return a.time - b.time || a.mmsi - b.mmsi
  const [one, other] = [JSON.stringify(a), JSON.stringify(b)]
  return one < other ? -1 : one > other ? 1 : 0
}
