import type { Instant } from '@cordon/model'

/** What was heard of others where and while a ship was silent: without it a gap is nothing but a gap. */
export interface Reception {
  /** Whole hours looked at: at most a day behind the start and a day before the end of the gap. */
  readonly hours: number
  /** Hours in which at least two others were heard in the cell (a degree by a degree) where it will have been. */
  readonly heard: number
  /** Mean number of other ships heard there an hour. */
  readonly ships: number
  /** The same in the twelve hours before. */
  readonly shipsBefore: number
  /**
   * `good`: others were heard in four hours of five or more; `none`: in fewer than one of five; `patchy`: in between;
   * `unknown`: less than an hour could be looked at.
   */
  readonly verdict: 'good' | 'patchy' | 'none' | 'unknown'
}

const hourMs = 3_600_000
/** Hours that are remembered. */
const span = 96
/** Hours looked at behind the start of a gap and before its end. */
const lookedHours = 24

interface Cell {
  /** Ships heard in each hour, by hour modulo the span. */
  readonly counts: Uint16Array
  /** The last hour written. */
  hour: number
}

/** The cell of a place: a degree by a degree. */
export function cellOf(lat: number, lon: number): number {
  const row = Math.min(179, Math.max(0, Math.floor(lat + 90)))
  const column = Math.min(359, Math.max(0, Math.floor(lon + 180)))
  return row * 360 + column
}

/** Ships heard by cell and hour over the last four days: at most 64,800 cells of 96 numbers. */
export class ReceptionMap {
  private readonly cells = new Map<number, Cell>()

  /** A ship was heard in a cell; once an hour a ship is enough. */
  see(cell: number, time: Instant): void {
    const hour = Math.floor(time / hourMs)
    let known = this.cells.get(cell)
    if (known === undefined) {
      known = { counts: new Uint16Array(span), hour }
      this.cells.set(cell, known)
    }
    if (hour > known.hour) {
      const from = Math.max(known.hour + 1, hour - span + 1)
      for (let at = from; at <= hour; at++) known.counts[at % span] = 0
      known.hour = hour
    } else if (hour <= known.hour - span) return
    const at = hour % span
    if (known.counts[at]! < 65_535) known.counts[at]!++
  }

  /** Ships heard in a cell in an hour (hours since 1970); undefined where it is forgotten. */
  ships(cell: number, hour: number, latest: number): number | undefined {
    if (hour <= latest - span || hour > latest) return undefined
    const known = this.cells.get(cell)
    if (known === undefined || hour > known.hour || hour <= known.hour - span) return 0
    return known.counts[hour % span]!
  }

  /**
   * What was heard around a silence, where the ship will have been in each hour of it: `cellAt` says. The ship itself is in
   * no hour that is looked at: it was silent in all of them.
   */
  around(start: Instant, end: Instant, cellAt: (time: Instant) => number): Reception {
    const first = Math.floor(start / hourMs) + 1
    const last = Math.floor(end / hourMs) - 1
    const latest = Math.floor(end / hourMs)
    const counts: number[] = []
    for (let hour = first; hour <= last; hour++) {
      if (hour === first + lookedHours && hour < last - lookedHours) hour = last - lookedHours + 1
      const ships = this.ships(cellAt((hour + 0.5) * hourMs), hour, latest)
      if (ships !== undefined) counts.push(ships)
    }
    const startCell = cellAt(start)
    let before = 0
    for (let hour = first - 12; hour < first; hour++) before += this.ships(startCell, hour, latest) ?? 0
    const heard = counts.filter((ships) => ships >= 2).length
    const hours = counts.length
    return {
      hours,
      heard,
      ships: hours === 0 ? 0 : counts.reduce((sum, ships) => sum + ships, 0) / hours,
      shipsBefore: before / 12,
      verdict: verdictOf(heard, hours),
    }
  }

  /** Plain data. */
  snapshot(): unknown {
    return [...this.cells].map(([cell, { counts, hour }]) => [cell, hour, Array.from(counts)])
  }

  /** Resumes from a snapshot. */
  restore(saved: unknown): void {
    this.cells.clear()
    for (const [cell, hour, counts] of saved as [number, number, number[]][])
      this.cells.set(cell, { counts: Uint16Array.from(counts), hour })
  }

  /** Forgets cells in which nothing was heard for four days. */
  prune(now: Instant): void {
    const oldest = Math.floor(now / hourMs) - span
    for (const [key, { hour }] of this.cells) if (hour < oldest) this.cells.delete(key)
  }
}

function verdictOf(heard: number, hours: number): Reception['verdict'] {
  if (hours === 0) return 'unknown'
  const share = heard / hours
  return share >= 0.8 ? 'good' : share < 0.2 ? 'none' : 'patchy'
}
