import type { KnownShip, ShipRecord, Ships } from '@cordon/maritime'
import { type Instant, parseImo, parseMmsi, type Ref } from '@cordon/model'
import type { KeptEvent } from '../store/index.ts'

/** A listed or known ship that an identity of a number leads to. */
export interface KnownAs {
  readonly ref: Ref
  readonly by: 'imo' | 'mmsi' | 'callSign' | 'name'
  readonly value: string
  readonly listed: boolean
  /** The number states it no more. */
  readonly former: boolean
  readonly source: string
  readonly names: readonly string[]
  readonly flags: readonly string[]
  readonly imo?: string
  readonly owners: readonly Ref[]
}

/** Two things that don't agree. `kind` names what they are about. */
export interface Doubt {
  readonly kind: string
  readonly says: string
  readonly against: string
  readonly at?: Instant
  /** Who says the other thing: a list, a sighting, another number. */
  readonly source?: string
  /** The other number. */
  readonly mmsi?: number
  readonly ref?: Ref
}

/** What a number is, who it leads to, and what contradicts what. */
export interface VesselView {
  /** What kind of station the number is, and its flag by its first digits. */
  readonly number: { readonly kind?: string; readonly mid?: string; readonly flag?: string }
  readonly known: readonly KnownAs[]
  /** Other numbers of the same hull, as far as events say. */
  readonly related: readonly { readonly mmsi: number; readonly change: string; readonly at: Instant }[]
  readonly doubts: readonly Doubt[]
}

const fields = ['imo', 'callSign', 'name'] as const
type Event = KeptEvent & Readonly<Record<string, unknown>>

/**
 * Looks a number up on the lists by everything it stated, and sets beside each other what does not agree.
 * @param others numbers under which the same hull was heard: what they stated is a former identity
 */
export function vesselView(
  record: ShipRecord,
  kept: readonly KeptEvent[],
  ships: Ships,
  others: readonly ShipRecord[] = [],
): VesselView {
  const events = kept as readonly Event[]
  const mmsi = parseMmsi(record.mmsi)
  const known = knownAs(record, others, ships)
  return {
    number: mmsi.ok
      ? {
          kind: mmsi.kind,
          ...(mmsi.mid !== undefined && { mid: mmsi.mid }),
          ...(mmsi.country !== undefined && { flag: mmsi.country }),
        }
      : {},
    known,
    related: events.flatMap((event) => {
      if (event.kind !== 'identity-change' || typeof event.other !== 'number') return []
      const other = event.other === record.mmsi ? event.mmsi : event.other
      return [{ mmsi: other, change: String(event.change), at: event.end }]
    }),
    doubts: [
      ...checkDigits(record),
      ...againstLists(record, known, mmsi.ok ? mmsi.country : undefined),
      ...events.flatMap((event) => doubtOf(event, record)),
    ],
  }
}

function knownAs(record: ShipRecord, others: readonly ShipRecord[], ships: Ships): KnownAs[] {
  const found = new Map<string, KnownAs>()
  const look = (by: KnownAs['by'], value: string, former: boolean) => {
    for (const ship of ships.find({ [by]: value }))
      if (!found.has(ship.ref.id)) found.set(ship.ref.id, view(ship, by, value, former))
  }
  look('mmsi', String(record.mmsi).padStart(9, '0'), false)
  for (const by of fields) if (record[by] !== undefined) look(by, record[by], false)
  for (const by of fields)
    for (const span of record.spans) if (span[by] !== undefined) look(by, span[by], span[by] !== record[by])
  for (const other of others) {
    look('mmsi', String(other.mmsi).padStart(9, '0'), true)
    for (const by of fields)
      for (const span of other.spans) if (span[by] !== undefined) look(by, span[by], true)
  }
  return [...found.values()]
}

function view(ship: KnownShip, by: KnownAs['by'], value: string, former: boolean): KnownAs {
  const { ref, listed, source, names, flags, imo, owners } = ship
  return { ref, by, value, listed, former, source, names, flags, owners, ...(imo !== undefined && { imo }) }
}

function checkDigits({ spans }: ShipRecord): Doubt[] {
  const wrong = new Set(spans.flatMap(({ imo }) => (imo === undefined || parseImo(imo).ok ? [] : [imo])))
  return [...wrong].map((imo) => ({ kind: 'check-digit', says: imo, against: checkDigitOf(imo) }))
}

/** The number with the check digit that it should have (IMO resolution A.1117(30)). */
function checkDigitOf(imo: string): string {
  const sum = [...imo.slice(0, 6)].reduce((total, digit, place) => total + Number(digit) * (7 - place), 0)
  return `${imo.slice(0, 6)}${sum % 10}`
}

function againstLists(record: ShipRecord, known: readonly KnownAs[], flag: string | undefined): Doubt[] {
  const plain = (name: string) => name.toUpperCase().replace(/[^\p{L}\p{N}]/gu, '')
  return known
    .filter(({ by }) => by !== 'name')
    .flatMap(({ names, flags, source, ref }) => {
      const doubts: Doubt[] = []
      if (record.name !== undefined && !names.some((name) => plain(name) === plain(record.name!)))
        doubts.push({ kind: 'listed-name', says: record.name, against: ref.label, source, ref })
      if (flag !== undefined && flags.length > 0 && !flags.includes(flag))
        doubts.push({ kind: 'listed-flag', says: flag, against: flags.join(', '), source, ref })
      return doubts
    })
}

const text = (value: unknown) => (value === undefined || value === null ? '' : String(value))

function doubtOf(event: Event, record: ShipRecord): Doubt[] {
  if (event.kind === 'identity-change') {
    const known = event.known as Ref | undefined
    const other = event.other === record.mmsi ? event.mmsi : (event.other as number | undefined)
    return [
      {
        kind: text(event.change),
        says: text(event.to),
        against: text(event.from),
        at: event.end,
        ...(other !== undefined && { mmsi: other }),
        ...(known && { ref: known }),
      },
    ]
  }
  if (event.kind === 'false-flag' && event.why === 'unassigned')
    return [{ kind: 'unassigned-flag', says: text(event.mid), against: '', at: event.start }]
  if (event.kind === 'circling')
    return [{ kind: 'circling', says: text(Math.round(Number(event.radiusM))), against: '', at: event.start }]
  if (event.kind === 'shared-number')
    return [{ kind: 'shared-number', says: text(Math.round(Number(event.km))), against: '', at: event.start }]
  if (event.kind !== 'sighting' || event.name === undefined || record.name === undefined) return []
  if (event.mmsi !== record.mmsi || text(event.name) === record.name.toUpperCase()) return []
  return [
    {
      kind: 'painted-name',
      says: record.name,
      against: text(event.name),
      at: event.start,
      source: text(event.sighting),
    },
  ]
}
