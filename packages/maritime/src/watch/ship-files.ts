import type { Instant } from '@cordon/model'
import type { SeaEvent } from '../events/event.ts'
import { oldestTenth } from '../oldest.ts'

const keepMs = 30 * 86_400_000
const mostEvents = 30
const mostFiles = 50_000
/** What says nothing of a ship when it is judged later. */
const left: readonly SeaEvent['kind'][] = ['loitering', 'jamming']

/** A sighting that is this ship. */
export interface Seen {
  readonly sighting: string
  readonly probability: number
  readonly name?: string
  readonly imo?: string
}

/** What is kept of one ship to judge it by: its latest events, and other numbers of the same hull. Plain data. */
export interface ShipFile {
  readonly events: SeaEvent[]
  readonly numbers: number[]
  /** What was read off a ship that was seen and is this one, as far as its positions say. */
  readonly seen: Seen[]
  last: Instant
}

/** The files of ships of which something was found; bounded in ships, events of each, and age. */
export class ShipFiles {
  private readonly files = new Map<number, ShipFile>()

  /** The file of a ship, empty where nothing was found of it. */
  get(mmsi: number): ShipFile {
    return this.files.get(mmsi) ?? { events: [], numbers: [], seen: [], last: 0 }
  }

  /** Takes an event into the files of its ships. A later state of an event takes the place of the earlier one. */
  add(event: SeaEvent): void {
    if (left.includes(event.kind)) return
    this.put(event.mmsi, event)
    if (event.kind === 'encounter') this.put(event.other, event)
    if (event.kind !== 'identity-change' || event.other === undefined) return
    if (event.change !== 'new-number' && event.change !== 'swap') return
    const file = this.files.get(event.mmsi)!
    const former = this.get(event.other).numbers
    for (const number of [event.other, ...former])
      if (number !== event.mmsi && !file.numbers.includes(number) && file.numbers.length < 20)
        file.numbers.push(number)
  }

  /** A sighting was this ship. */
  addSeen(mmsi: number, seen: Seen, time: Instant): void {
    const file = this.open(mmsi)
    file.last = Math.max(file.last, time)
    if (!file.seen.some(({ sighting }) => sighting === seen.sighting)) file.seen.push(seen)
    if (file.seen.length > mostEvents) file.seen.shift()
  }

  private open(mmsi: number): ShipFile {
    const file: ShipFile = this.files.get(mmsi) ?? { events: [], numbers: [], seen: [], last: 0 }
    this.files.delete(mmsi)
    this.files.set(mmsi, file)
    if (this.files.size > mostFiles) for (const oldest of oldestTenth(this.files)) this.files.delete(oldest)
    return file
  }

  private put(mmsi: number, event: SeaEvent): void {
    const file = this.open(mmsi)
    file.last = Math.max(file.last, event.end)
    const before = file.events.findIndex(({ id }) => id === event.id)
    if (before >= 0) file.events[before] = event
    else file.events.push(event)
    const oldest = file.last - keepMs
    while (file.events.length > mostEvents || (file.events[0] && file.events[0].end < oldest))
      file.events.shift()
  }

  /** Forgets ships of which nothing was found for a month. */
  prune(now: Instant): void {
    for (const [mmsi, { last }] of this.files) if (now - last > keepMs) this.files.delete(mmsi)
  }

  /** Plain data. */
  snapshot(): unknown {
    return structuredClone([...this.files])
  }

  /** Resumes from a snapshot. */
  restore(saved: unknown): void {
    this.files.clear()
    for (const [mmsi, file] of structuredClone(saved) as [number, ShipFile][]) this.files.set(mmsi, file)
  }
}
