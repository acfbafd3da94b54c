/** What sort of thing a party is, as far as names are compared. */
export type Kind = 'person' | 'organisation' | 'vessel' | 'aircraft' | 'wallet' | 'security' | 'any' | 'link'

const kindBySchema: Readonly<Record<string, Kind>> = {
  Person: 'person',
  Organization: 'organisation',
  Company: 'organisation',
  PublicBody: 'organisation',
  Vessel: 'vessel',
  Airplane: 'aircraft',
  CryptoWallet: 'wallet',
  Security: 'security',
  LegalEntity: 'any',
  Thing: 'any',
  Asset: 'any',
  Vehicle: 'any',
  Value: 'any',
}

/** The schemata of parties. */
export const partySchemata: readonly string[] = Object.keys(kindBySchema)

/** The kind of a FollowTheMoney schema; what is no party (a Sanction, an Address, an Ownership) is a `link`. */
export function kindOf(schema: string): Kind {
  return kindBySchema[schema] ?? 'link'
}

const legal = new Set<Kind>(['person', 'organisation', 'any'])

/** Whether an entity of one schema may be the party meant by another: a Person is no Company, a LegalEntity may be either. */
export function mayBe(query: string, candidate: string): boolean {
  if (query === candidate) return true
  const [a, b] = [kindOf(query), kindOf(candidate)]
  if (a === 'link' || b === 'link') return false
  // A wallet is nobody, but it has a holder: who asks for one may be answered with the other.
  if (a === 'wallet' || b === 'wallet') return true
  if (query === 'Thing' || candidate === 'Thing') return true
  if (query === 'LegalEntity') return legal.has(b)
  if (candidate === 'LegalEntity') return legal.has(a)
  if (query === 'Vehicle' || candidate === 'Vehicle')
    return [a, b].some((k) => k === 'vessel' || k === 'aircraft')
  return a === b
}

/** What the names of two schemata name: persons, firms or ships where either says so. */
export function kindOfPair(query: string, candidate: string): 'person' | 'organisation' | 'vessel' | 'any' {
  const kind = kindOf(candidate)
  if (kind === 'person' || kind === 'organisation' || kind === 'vessel') return kind
  const other = kindOf(query)
  return other === 'person' || other === 'organisation' || other === 'vessel' ? other : 'any'
}
