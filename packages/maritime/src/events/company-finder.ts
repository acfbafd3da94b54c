import type { Instant } from '@cordon/model'
import { wrapLongitude } from '../geo.ts'
import { type DarkParameters, rendezvousOf } from './dark-rendezvous.ts'
import type { Emit } from './event.ts'
import type { Gap } from './gap.ts'
import { cosineOf } from './leg.ts'
import type { Loitering } from './loitering.ts'
import { cellOf } from './reception.ts'

const hourMs = 3_600_000
/** Ends of events are waited for this long. */
const keepHours = 72

/** Events by the cell (a degree by a degree) in which they began. */
class ByPlace<E extends Loitering | Gap> {
  private readonly cells = new Map<number, Map<string, E>>()
  private readonly cellOfId = new Map<string, number>()

  put(event: E): void {
    // An event that goes on moves a little: its id finds the cell it stood in.
    const cell = cellOf(event.lat, event.lon)
    const former = this.cellOfId.get(event.id)
    if (former !== undefined && former !== cell) this.cells.get(former)?.delete(event.id)
    this.cellOfId.set(event.id, cell)
    const known = this.cells.get(cell)
    if (known === undefined) this.cells.set(cell, new Map([[event.id, event]]))
    else known.set(event.id, event)
  }

  *around({ lat, lon }: { readonly lat: number; readonly lon: number }, km: number): Generator<E> {
    const rows = Math.ceil(km / 111)
    const columns = Math.min(180, Math.ceil(km / 111 / Math.max(0.02, cosineOf(Math.abs(lat) + rows))))
    for (let row = -rows; row <= rows; row++)
      for (let column = -columns; column <= columns; column++)
        yield* this.cells.get(cellOf(lat + row, wrapLongitude(lon + column)))?.values() ?? []
  }

  *values(): Generator<E> {
    for (const cell of this.cells.values()) yield* cell.values()
  }

  prune(now: Instant): void {
    for (const [key, events] of this.cells) {
      for (const [id, { end, state }] of events) {
        if (now - end <= (state === 'open' ? 10 : 1) * keepHours * hourMs) continue
        events.delete(id)
        this.cellOfId.delete(id)
      }
      if (events.size === 0) this.cells.delete(key)
    }
  }
}

/** Holds ships that wait at sea against ships that are silent: the meetings that one side of it hides. */
export class CompanyFinder {
  private readonly waits = new ByPlace<Loitering>()
  private readonly gaps = new ByPlace<Gap>()
  private readonly told = new Map<string, Instant>()
  private readonly parameters: DarkParameters

  constructor(parameters: DarkParameters) {
    this.parameters = parameters
  }

  /** A ship waits or waited. */
  loitering(event: Loitering, emit: Emit): void {
    this.waits.put(event)
    if (event.state === 'open') return
    for (const gap of this.gaps.around(event, this.parameters.withinKm))
      if (gap.state === 'closed') this.tell(event, gap, emit)
  }

  /** A ship is or was silent. */
  gap(event: Gap, emit: Emit): void {
    this.gaps.put(event)
    if (event.state === 'open') return
    for (const wait of this.waits.around(event, this.parameters.withinKm))
      if (wait.state === 'closed') this.tell(wait, event, emit)
  }

  private tell(wait: Loitering, gap: Gap, emit: Emit): void {
    if (gap.end < wait.start || wait.end < gap.start) return
    const rendezvous = rendezvousOf(wait, gap, this.parameters)
    if (rendezvous === undefined || this.told.has(rendezvous.id)) return
    this.told.set(rendezvous.id, rendezvous.end)
    emit(rendezvous)
  }

  /** Forgets what is long past. */
  prune(now: Instant): void {
    this.waits.prune(now)
    this.gaps.prune(now)
    for (const [id, end] of this.told) if (now - end > 20 * keepHours * hourMs) this.told.delete(id)
  }

  /** Plain data. */
  snapshot(): unknown {
    return structuredClone({
      waits: [...this.waits.values()],
      gaps: [...this.gaps.values()],
      told: [...this.told],
    })
  }

  /** Resumes from a snapshot. */
  restore(saved: unknown): void {
    const { waits, gaps, told } = structuredClone(saved) as {
      waits: Loitering[]
      gaps: Gap[]
      told: [string, Instant][]
    }
    for (const wait of waits) this.waits.put(wait)
    for (const gap of gaps) this.gaps.put(gap)
    for (const [id, end] of told) this.told.set(id, end)
  }
}
