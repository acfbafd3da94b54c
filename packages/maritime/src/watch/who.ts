import { parseImo, parseMmsi, type Ref } from '@cordon/model'
import type { IdentityBook, ShipRecord } from '../identity/identity-book.ts'
import type { KnownShip, Ships } from '../identity/known-ship.ts'
import type { SeaRules, SeaWeights } from './knowledge.ts'
import type { Part } from './parts.ts'
import type { ShipFile } from './ship-files.ts'

/** How a ship that transmits is known. */
export interface Identified {
  readonly known: KnownShip
  readonly by: 'imo' | 'mmsi' | 'callSign' | 'seen' | 'name'
  readonly value: string
  /** By what the number stated before, or by another number of the same hull. */
  readonly former: boolean
  readonly weight: number
}

const weightOf: Readonly<Record<Identified['by'], keyof SeaWeights>> = {
  imo: 'listedByImo',
  mmsi: 'listedByMmsi',
  callSign: 'listedByCallSign',
  seen: 'listedByCallSign',
  name: 'listedByName',
}

/** The vessel as a pointer: its number, and its name to show. */
export function vesselRef(mmsi: number, record: ShipRecord | undefined): Ref {
  const name = record?.name
  return {
    kind: 'vessel',
    id: `mmsi:${mmsi}`,
    label: name === undefined ? `MMSI ${mmsi}` : `${name} (MMSI ${mmsi})`,
  }
}

/** Looks for ships that transmit among those that are known. */
export class Identifier {
  private readonly book: IdentityBook
  private readonly ships: Ships
  private readonly rules: SeaRules

  constructor(book: IdentityBook, ships: Ships, rules: SeaRules) {
    this.book = book
    this.ships = ships
    this.rules = rules
  }

  /**
   * The listed ships that a number is or was, the surest first, each once; the file has other numbers of the same hull, and
   * what was read off it.
   */
  identify(mmsi: number, { numbers, seen }: Pick<ShipFile, 'numbers' | 'seen'>): Identified[] {
    const found = new Map<string, Identified>()
    const take = (
      known: readonly KnownShip[],
      by: Identified['by'],
      value: string,
      former: boolean,
      sure = 1,
    ) => {
      for (const ship of known) {
        if (!ship.listed) continue
        const base = this.rules.weights[weightOf[by]] * sure
        const weight = former ? base * this.rules.weights.formerIdentity : base
        const before = found.get(ship.ref.id)
        if (before === undefined || weight > before.weight)
          found.set(ship.ref.id, { known: ship, by, value, former, weight })
      }
    }
    for (const { name, imo, probability } of seen) {
      const query = { ...(imo !== undefined && { imo }), ...(name !== undefined && { name }) }
      take(this.ships.find(query), 'seen', name ?? imo ?? '', false, probability)
    }
    for (const [at, number] of [mmsi, ...numbers].entries()) {
      const record = this.book.get(number)
      const text = String(number).padStart(9, '0')
      take(this.ships.find({ mmsi: text }), 'mmsi', text, at > 0)
      for (const [i, span] of (record?.spans ?? []).entries()) {
        const former = at > 0 || i < record!.spans.length - 1
        if (span.imo !== undefined) take(this.ships.find({ imo: span.imo }), 'imo', span.imo, former)
        if (span.callSign !== undefined)
          take(this.named(span, { callSign: span.callSign }), 'callSign', span.callSign, former)
        if (span.name !== undefined) take(this.named(span, { name: span.name }), 'name', span.name, former)
      }
    }
    return [...found.values()].sort(
      (a, b) => b.weight - a.weight || (a.known.ref.id < b.known.ref.id ? -1 : 1),
    )
  }

  /** A name or call sign says nothing where a true IMO number says that it is another ship. */
  private named(span: { readonly imo?: string }, query: { callSign?: string; name?: string }): KnownShip[] {
    const found = this.ships.find(query)
    const { imo } = span
    if (imo === undefined || !parseImo(imo).ok) return [...found]
    return found.filter((known) => known.imo === undefined || known.imo === imo)
  }

  /** Who a ship is, as parts of a score: listed, owned by somebody listed, under a flag of the theatre. */
  parts(
    mmsi: number,
    record: ShipRecord | undefined,
    file: Pick<ShipFile, 'numbers' | 'seen'>,
  ): { parts: Part[]; matches: Ref[] } {
    const parts: Part[] = []
    const identified = this.identify(mmsi, file)
    const label = vesselRef(mmsi, record).label
    const best = identified[0]
    if (best) {
      const { known, by, value, former, weight } = best
      parts.push({
        feature: `listed:${by}`,
        query: value,
        candidate: known.ref.label,
        contribution: weight,
        detail: `${label} ${former ? 'was' : 'is'}, by its ${byWords[by]}, ${known.ref.label}, which is listed.`,
        source: known.source,
        ...(known.version !== undefined && { version: known.version }),
        path: `mmsi ${mmsi}`,
      })
    }
    const flag = parseMmsi(mmsi)
    if (flag.ok && flag.country !== undefined && this.rules.flags.includes(flag.country))
      parts.push({
        feature: 'flag',
        query: String(mmsi),
        candidate: flag.country,
        contribution: this.rules.weights.theatreFlag,
        detail: `${label} sends under a number of ${flag.country.toUpperCase()}.`,
        path: `mmsi ${mmsi}`,
      })
    const owner = best === undefined ? this.ownerPart(label, record) : undefined
    if (owner) parts.push(owner)
    return { parts, matches: identified.slice(0, 3).map(({ known }) => known.ref) }
  }

  private ownerPart(label: string, record: ShipRecord | undefined): Part | undefined {
    if (record?.imo === undefined) return undefined
    for (const known of this.ships.find({ imo: record.imo })) {
      const [owner] = known.owners
      if (owner === undefined) continue
      return {
        feature: 'owner',
        query: record.imo,
        candidate: owner.label,
        contribution: this.rules.weights.ownerListed,
        detail: `${label} is owned or run by ${owner.label}, says ${known.source}.`,
        source: known.source,
      }
    }
    return undefined
  }
}

const byWords: Readonly<Record<Identified['by'], string>> = {
  imo: 'IMO number',
  mmsi: 'MMSI',
  callSign: 'call sign',
  seen: 'name or number as seen',
  name: 'name',
}
