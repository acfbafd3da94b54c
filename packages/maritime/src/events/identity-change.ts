import { type Instant, nearMiss, parseImo, type Ref } from '@cordon/model'
import type { IdentityBook, ShipRecord } from '../identity/identity-book.ts'
import { type KnownShip, nameKey, type Ships } from '../identity/known-ship.ts'
import type { ShipSaid } from '../identity/ship-said.ts'
import { oldestTenth } from '../oldest.ts'
import { type Emit, type EventBase, eventId } from './event.ts'

/**
 * How an identity changed or is not what it says:
 * `new-name`, `new-imo`, `new-callsign`: a number states another one than before;
 * `new-number`: a ship goes on under another MMSI (the same IMO number, or it appeared where and when the other vanished);
 * `swap`: two numbers exchanged their names or IMO numbers;
 * `false-imo`: the check digit of the IMO number is wrong;
 * `digit-away`: a wrong IMO number is one slip away from that of a ship that is known;
 * `shared-imo`: one IMO number is stated by two numbers that both go on;
 * `size-of-another`: the length is not that of the ship that the IMO number belongs to;
 * `type-against-size`: the ship is too long for what it says it is.
 */
export type IdentityChangeKind =
  | 'new-name'
  | 'new-imo'
  | 'new-callsign'
  | 'new-number'
  | 'swap'
  | 'false-imo'
  | 'digit-away'
  | 'shared-imo'
  | 'size-of-another'
  | 'type-against-size'

/** A doubt about who a ship is. */
export interface IdentityChange extends EventBase {
  readonly kind: 'identity-change'
  readonly change: IdentityChangeKind
  /** The value before, or the one that should be. */
  readonly from?: string
  /** The value now. */
  readonly to?: string
  /** The other number, where there is one. */
  readonly other?: number
  /** The known ship that it touches. */
  readonly known?: Ref
}

/** Where and when a number was last heard. */
export interface LastPlace {
  readonly time: Instant
  readonly lat: number
  readonly lon: number
}

const hourMs = 3_600_000
/** Two exchanges of names within this time are a swap. */
const swapHours = 72
/** A number heard within this time before goes on. */
const activeHours = 2
/** Longer than this nothing of the class is built, or hardly. Metres. */
const longest: Readonly<Record<string, number>> = {
  fishing: 75,
  pleasure: 120,
  pilot: 60,
  tug: 90,
  tender: 80,
}

interface Renamed {
  readonly mmsi: number
  readonly from: string
  readonly to: string
  readonly time: Instant
}

/** Compares what ships say with what they said, what others say, and what is known. Tells each fact once. */
export class IdentityDetector {
  private renamed: Renamed[] = []
  private readonly told = new Set<string>()
  private readonly book: IdentityBook
  private readonly lastPlace: (mmsi: number) => LastPlace | undefined

  constructor(book: IdentityBook, lastPlace: (mmsi: number) => LastPlace | undefined) {
    this.book = book
    this.lastPlace = lastPlace
  }

  /** Takes a report, before the book does. */
  report(said: ShipSaid, ships: Ships, emit: Emit): void {
    const before = this.book.get(said.mmsi)
    if (before !== undefined) this.changes(before, said, emit)
    if (said.imo !== undefined && said.imo !== before?.imo) this.imo(said, said.imo, ships, emit)
    if (said.imo !== undefined || said.lengthM !== undefined) this.size(said, before, ships, emit)
  }

  private changes(before: ShipRecord, said: ShipSaid, emit: Emit): void {
    if (differ(before.name, said.name) && nameKey(before.name!) !== nameKey(said.name!)) {
      this.tell(said, 'new-name', { from: before.name!, to: said.name! }, emit)
      this.swaps(said, before.name!, said.name!, emit)
    }
    if (differ(before.imo, said.imo)) {
      this.tell(said, 'new-imo', { from: before.imo!, to: said.imo! }, emit)
      this.swaps(said, before.imo!, said.imo!, emit)
    }
    if (differ(before.callSign, said.callSign))
      this.tell(said, 'new-callsign', { from: before.callSign!, to: said.callSign! }, emit)
  }

  private swaps(said: ShipSaid, from: string, to: string, emit: Emit): void {
    this.renamed = this.renamed.filter(({ time }) => said.time - time <= swapHours * hourMs).slice(-5000)
    const other = this.renamed.find((one) => one.mmsi !== said.mmsi && one.from === to && one.to === from)
    if (other) this.tell(said, 'swap', { from, to, other: other.mmsi }, emit)
    this.renamed.push({ mmsi: said.mmsi, from, to, time: said.time })
  }

  private imo(said: ShipSaid, imo: string, ships: Ships, emit: Emit): void {
    if (!parseImo(imo).ok) {
      this.tell(said, 'false-imo', { to: imo }, emit)
      const near = nearShip(imo, ships)
      if (near) this.tell(said, 'digit-away', { from: near.imo!, to: imo, known: near.ref }, emit)
    }
    const others = this.book.numbers(imo).filter((mmsi) => mmsi !== said.mmsi)
    const other = others.at(-1)
    if (other === undefined || this.book.get(other)?.imo !== imo) return
    const last = this.lastPlace(other)
    const goesOn = last !== undefined && said.time - last.time < activeHours * hourMs
    this.tell(
      said,
      goesOn ? 'shared-imo' : 'new-number',
      { from: String(other), to: String(said.mmsi), other },
      emit,
    )
  }

  private size(said: ShipSaid, before: ShipRecord | undefined, ships: Ships, emit: Emit): void {
    const imo = said.imo ?? before?.imo
    const length = said.lengthM ?? before?.lengthM
    const kind = said.shipClass ?? before?.shipClass
    if (length === undefined) return
    const most = kind === undefined ? undefined : longest[kind]
    if (most !== undefined && length > most)
      this.tell(said, 'type-against-size', { from: `${kind} of up to ${most} m`, to: `${length} m` }, emit)
    if (imo === undefined) return
    const known = ships.find({ imo }).find(({ lengthM }) => lengthM !== undefined)
    if (known?.lengthM === undefined || !isOtherLength(known.lengthM, length)) return
    const to = `${length} m`
    this.tell(said, 'size-of-another', { from: `${known.lengthM} m`, to, known: known.ref }, emit)
  }

  /** A new number that appeared where and when another vanished. */
  appeared(
    mmsi: number,
    at: LastPlace,
    vanished: { readonly mmsi: number; readonly time: Instant },
    emit: Emit,
  ): void {
    const said = { mmsi, time: at.time }
    this.tell(
      said,
      'new-number',
      { from: String(vanished.mmsi), to: String(mmsi), other: vanished.mmsi },
      emit,
      at,
    )
  }

  private tell(
    { mmsi, time }: { readonly mmsi: number; readonly time: Instant },
    change: IdentityChangeKind,
    detail: Pick<IdentityChange, 'from' | 'to' | 'other' | 'known'>,
    emit: Emit,
    at: LastPlace | undefined = this.lastPlace(mmsi),
  ): void {
    const key = `${mmsi} ${change} ${detail.from ?? ''} ${detail.to ?? ''}`
    if (this.told.has(key)) return
    if (this.told.size >= 100_000) for (const oldest of oldestTenth(this.told)) this.told.delete(oldest)
    this.told.add(key)
    emit({
      kind: 'identity-change',
      id: eventId(`identity-${change}`, [mmsi], time),
      state: 'closed',
      mmsi,
      start: time,
      end: time,
      // Statics without any position come before the first position: the place is not known then.
      lat: at?.lat ?? Number.NaN,
      lon: at?.lon ?? Number.NaN,
      change,
      ...detail,
    })
  }

  /** Plain data. */
  snapshot(): unknown {
    return { renamed: this.renamed.map((one) => ({ ...one })), told: [...this.told] }
  }

  /** Resumes from a snapshot. */
  restore(saved: unknown): void {
    const { renamed, told } = saved as { renamed: Renamed[]; told: string[] }
    this.renamed = renamed.map((one) => ({ ...one }))
    this.told.clear()
    for (const key of told) this.told.add(key)
  }
}

function differ(before: string | undefined, now: string | undefined): boolean {
  return before !== undefined && now !== undefined && before !== now
}

/** More than a sixth and more than ten metres: antennas are surveyed by eye. */
function isOtherLength(known: number, said: number): boolean {
  return Math.abs(known - said) > Math.max(10, known / 6)
}

/** A ship whose IMO number is one changed digit, or two neighbours exchanged, away. */
export function nearShip(imo: string, ships: Ships): KnownShip | undefined {
  for (let at = 0; at < imo.length; at++) {
    for (let digit = 0; digit <= 9; digit++) {
      const changed = imo.slice(0, at) + digit + imo.slice(at + 1)
      if (changed === imo) continue
      const found = ships.find({ imo: changed })
      if (found[0]) return found[0]
    }
    const swapped = imo.slice(0, at) + (imo[at + 1] ?? '') + imo[at] + imo.slice(at + 2)
    if (swapped.length === imo.length && nearMiss(imo, swapped) !== undefined) {
      const found = ships.find({ imo: swapped })
      if (found[0]) return found[0]
    }
  }
  return undefined
}
