import type { Ref } from '@cordon/model'
import type { ShipClass } from './ship-class.ts'

/** A ship that lists or a registry know. Identifiers in their normal forms (the model's `parse...`). */
export interface KnownShip {
  readonly ref: Ref
  /** Names now and before, as the source writes them. */
  readonly names: readonly string[]
  readonly imo?: string
  readonly mmsis: readonly string[]
  readonly callSigns: readonly string[]
  /** Flags by the source, lower-case ISO 3166-1 alpha-2. */
  readonly flags: readonly string[]
  readonly shipClass?: ShipClass
  readonly lengthM?: number
  /** Designated, not merely known. */
  readonly listed: boolean
  /** Who says so, and in which version. */
  readonly source: string
  readonly version?: string
  /** Owners, managers and operators that the source names. */
  readonly owners: readonly Ref[]
}

/** What a ship is asked for by; each part is compared alone. */
export interface ShipQuery {
  readonly imo?: string
  readonly mmsi?: string
  readonly callSign?: string
  readonly name?: string
}

/** The narrow question that this room asks of what is known. */
export interface Ships {
  /** The ships that have one of the identifiers. Names are compared after upper-casing, punctuation aside. */
  find(query: ShipQuery): readonly KnownShip[]
}

/** Knows no ship. */
export const noShips: Ships = { find: () => [] }

/** A plain index over ships, for tests, drills and small lists. */
export function shipIndex(ships: readonly KnownShip[]): Ships {
  const index = new Map<string, KnownShip[]>()
  const put = (key: string, ship: KnownShip) => {
    const known = index.get(key)
    if (known === undefined) index.set(key, [ship])
    else if (!known.includes(ship)) known.push(ship)
  }
  for (const ship of ships) {
    if (ship.imo !== undefined) put(`imo ${ship.imo}`, ship)
    for (const mmsi of ship.mmsis) put(`mmsi ${mmsi}`, ship)
    for (const callSign of ship.callSigns) put(`call ${callSign}`, ship)
    for (const name of ship.names) put(`name ${nameKey(name)}`, ship)
  }
  return {
    find({ imo, mmsi, callSign, name }) {
      const found = new Set<KnownShip>()
      const take = (key: string) => {
        for (const ship of index.get(key) ?? []) found.add(ship)
      }
      if (imo !== undefined) take(`imo ${imo}`)
      if (mmsi !== undefined) take(`mmsi ${mmsi}`)
      if (callSign !== undefined) take(`call ${callSign}`)
      if (name !== undefined && nameKey(name).length >= 4) take(`name ${nameKey(name)}`)
      return [...found]
    },
  }
}

/** A ship's name as it is compared: letters and digits, upper-case, without MV and MT in front. */
export function nameKey(name: string): string {
  return name
    .normalize('NFKD')
    .toUpperCase()
    .replace(/^M[VT]\.?\s+/, '')
    .replace(/\bNO\.?\s*(?=\d)/g, '')
    .replace(/[^\p{L}\p{N}]/gu, '')
}
