import { childId } from './child-id.ts'
import { StatementWriter } from './statements.ts'

/** Parts of an address as a list gives them; `code` is the country's ISO code where the name is known. */
export interface AddressParts {
  readonly street?: string | undefined
  readonly city?: string | undefined
  readonly state?: string | undefined
  readonly postalCode?: string | undefined
  readonly country?: string | undefined
  readonly code?: string | undefined
  readonly remarks?: string | undefined
}

/**
 * Adds an address to a party: as text, its country, and as an Address entity with the parts, which it returns.
 * Undefined where there is nothing but a remark.
 */
export function addAddress(
  party: StatementWriter,
  source: string,
  parts: AddressParts,
): StatementWriter | undefined {
  const { street, city, state, postalCode, country, code, remarks } = parts
  const full = [street, city, state, postalCode, country].filter(Boolean).join(', ')
  if (!full) return undefined
  const id = childId(party.entityId, 'address', street, city, state, postalCode, country, remarks)
  const address = new StatementWriter(source, id, 'Address')
  address.add('full', full).add('street', street).add('city', city).add('state', state)
  address.add('postalCode', postalCode).add('country', code, { original: country }).add('remarks', remarks)
  party.add('address', full).add('addressEntity', id).add('country', code, { original: country })
  return address
}
