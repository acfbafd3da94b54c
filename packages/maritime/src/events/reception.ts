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

/** The cell of a place: a degree by a degree. */
export function cellOf(lat: number, lon: number): number {
  const row = Math.min(179, Math.max(0, Math.floor(lat + 90)))
  const column = Math.min(359, Math.max(0, Math.floor(lon + 180)))
  return row * 360 + column
}

const cellCount = 180 * 360

/**
 * Ships heard by cell and hour over the last four days. All cells of one hour stand side by side: what is written in an hour is
 * a small part of it all.
 */
export class ReceptionMap {
  /** By hour modulo the span, then by cell; made when an hour is first written. */
  private readonly counts: (Uint16Array | undefined)[] = new Array(span).fill(undefined)
  /** The last hour written of each cell; -1 where nothing is known. */
  private readonly hours = new Int32Array(cellCount).fill(-1)

  /** A ship was heard in a cell; once an hour a ship is enough. */
  see(cell: number, time: Instant): void {
    const hour = Math.floor(time / hourMs)
    const last = this.hours[cell]!
    if (hour > last) {
      const from = last === -1 ? hour - span + 1 : Math.max(last + 1, hour - span + 1)
      for (let passed = from; passed <= hour; passed++) {
        const counts = this.counts[ofSpan(passed)]
        if (counts !== undefined) counts[cell] = 0
      }
      this.hours[cell] = hour
    } else if (hour <= last - span) return
    const counts = this.hourOf(hour)
    if (counts[cell]! < 65_535) counts[cell]!++
  }

  private hourOf(hour: number): Uint16Array {
    const at = ofSpan(hour)
    let counts = this.counts[at]
    if (counts === undefined) {
      counts = new Uint16Array(cellCount)
      this.counts[at] = counts
    }
    return counts
  }

  /** Ships heard in a cell in an hour (hours since 1970); undefined where it is forgotten. */
  ships(cell: number, hour: number, latest: number): number | undefined {
    if (hour <= latest - span || hour > latest) return undefined
    const last = this.hours[cell]!
    if (last === -1 || hour > last || hour <= last - span) return 0
    return this.counts[ofSpan(hour)]?.[cell] ?? 0
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

  /** Plain data: of each cell its last hour, and the counts of its hours modulo the span. */
  snapshot(): unknown {
    const saved: [number, number, number[]][] = []
    for (let cell = 0; cell < cellCount; cell++) {
      const hour = this.hours[cell]!
      if (hour !== -1) saved.push([cell, hour, this.counts.map((counts) => counts?.[cell] ?? 0)])
    }
    return saved
  }

  /** Resumes from a snapshot. */
  restore(saved: unknown): void {
    this.hours.fill(-1)
    for (const [cell, hour, counts] of saved as [number, number, number[]][]) {
      this.hours[cell] = hour
      for (let at = 0; at < span; at++) if (counts[at]! > 0) this.hourOf(at)[cell] = counts[at]!
    }
  }

  /** Forgets cells in which nothing was heard for four days. */
  prune(now: Instant): void {
    const oldest = Math.floor(now / hourMs) - span
    for (let cell = 0; cell < cellCount; cell++) if (this.hours[cell]! < oldest) this.hours[cell] = -1
  }
}

/** An hour's place in the span, before 1970 too. */
function ofSpan(hour: number): number {
  return ((hour % span) + span) % span
}

function verdictOf(heard: number, hours: number): Reception['verdict'] {
  if (hours === 0) return 'unknown'
  const share = heard / hours
  return share >= 0.8 ? 'good' : share < 0.2 ? 'none' : 'patchy'
}
