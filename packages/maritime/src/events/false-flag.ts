import { type Instant, parseMmsi, type Ref } from '@cordon/model'
import type { ShipRecord } from '../identity/identity-book.ts'
import type { Ships } from '../identity/known-ship.ts'
import { type EventBase, eventId } from './event.ts'

/**
 * The flag in a ship's MMSI is not one that the ship can have: the digits are assigned to nobody, or a source knows the ship
 * of that IMO number under other flags. Flags change; a source may be behind.
 */
export interface FalseFlag extends EventBase {
  readonly kind: 'false-flag'
  readonly why: 'unassigned' | 'other-flag'
  /** The three digits, and the flag they stand for. */
  readonly mid: string
  readonly flag?: string
  readonly knownFlags: readonly string[]
  readonly known?: Ref
}

/** Looks at the flag of a ship by its number and, where it states one, its IMO number. */
export function falseFlagOf(
  mmsi: number,
  record: ShipRecord | undefined,
  ships: Ships,
  at: { readonly time: Instant; readonly lat: number; readonly lon: number },
): FalseFlag | undefined {
  const parsed = parseMmsi(mmsi)
  if (!parsed.ok || parsed.kind !== 'ship') return undefined
  const mid = parsed.mid!
  const base = {
    kind: 'false-flag' as const,
    id: eventId('false-flag', [mmsi], at.time),
    state: 'closed' as const,
    mmsi,
    start: at.time,
    end: at.time,
    lat: at.lat,
    lon: at.lon,
    mid,
  }
  if (parsed.country === undefined) return { ...base, why: 'unassigned', knownFlags: [] }
  if (record?.imo === undefined) return undefined
  const known = ships.find({ imo: record.imo }).filter(({ flags }) => flags.length > 0)
  const knownFlags = [...new Set(known.flatMap(({ flags }) => flags))]
  if (known.length === 0 || knownFlags.includes(parsed.country)) return undefined
  return { ...base, why: 'other-flag', flag: parsed.country, knownFlags, known: known[0]!.ref }
}
