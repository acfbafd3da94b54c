import type { XmlElement } from '@cordon/formats'
import { StatementWriter } from '../statements.ts'
import type { Countries } from './countries.ts'
import { isCompanyDocument } from './document-types.ts'
import { addDocument, type Document } from './documents.ts'
import { RecordFault } from './fault.ts'
import { addFeature, companyFeatures, isKnownFeature, readFeature } from './features.ts'
import { addressOf, type Location } from './locations.ts'
import { addNames } from './names.ts'
import type { ReferenceValues } from './reference-values.ts'

/** What has been read so far and may be referred to by what follows. */
export interface Known {
  readonly source: string
  readonly reference: ReferenceValues
  readonly countries: Countries
  readonly locations: Map<string, Location>
  /** Documents by IdentityID; taken out as their party comes. */
  readonly documents: Map<string, Document[]>
  /** Locations whose Address entity has been written. */
  readonly writtenAddresses: Set<string>
  /** Parties written, by Profile id, for the sections after them. */
  readonly parties: Map<
    string,
    { readonly entityId: string; readonly schema: string; readonly fixedRef: string }
  >
  readonly onUnknown: (what: string) => void
}

/** Values of Target Type that say a party is a company. */
const companyTargets = new Set(['Private Company', 'Public Company', 'State-Owned Enterprise'])

/**
 * A DistinctParty as entities: the party first, then its addresses, documents, wallets, owners and operators.
 * @throws {RecordFault} where the party is malformed; nothing of it is then written
 */
export function readParty(element: XmlElement, known: Known): StatementWriter[] {
  const fixedRef = element.attribute('FixedRef')
  if (!fixedRef) throw new RecordFault('no FixedRef', 'DistinctParty')
  const profiles = element.all('Profile')
  if (profiles.length !== 1) throw new RecordFault('not one Profile', `${profiles.length} Profiles`)
  const profile = profiles[0]!
  const identities = profile.all('Identity')
  if (identities.length === 0) throw new RecordFault('no Identity', 'Profile')
  const features = profile
    .all('Feature')
    .flatMap((item) => readFeature(item, known.reference, known.locations))
  const documents = identities.flatMap((one) => known.documents.get(one.attribute('ID') ?? '') ?? [])
  const schema = schemaOf(profile, features, documents, known.reference)
  const writer = new StatementWriter(known.source, `ofac-${fixedRef}`, schema)
  const names = new Map(identities.flatMap((one) => [...addNames(writer, one, known.reference)]))
  const others: StatementWriter[] = []
  const addresses: string[] = []
  writer.add('topics', 'sanction')
  for (const feature of features) {
    if (!isKnownFeature(feature.type)) known.onUnknown(`feature "${feature.type}"`)
    addFeature(feature, {
      writer,
      source: known.source,
      countries: known.countries,
      emit: (entity) => others.push(entity),
      emitAddress: (location) => {
        const address = addressOf(location, known.source)
        if (address && !known.writtenAddresses.has(location.id) && !addresses.includes(location.id)) {
          addresses.push(location.id)
          others.push(address)
        }
        return address?.entityId
      },
    })
  }
  for (const document of documents) {
    const identification = addDocument(writer, document, known.source, names)
    if (identification) others.push(identification)
  }
  writer.add('notes', element.textOf('Comment')).add('notes', profile.textOf('Comment'))
  for (const location of addresses) known.writtenAddresses.add(location)
  for (const identity of identities) known.documents.delete(identity.attribute('ID') ?? '')
  known.parties.set(profile.attribute('ID') ?? fixedRef, { entityId: writer.entityId, schema, fixedRef })
  return [writer, ...others]
}

/**
 * Individual: Person. Vessel, Aircraft: Vessel, Airplane. Entity: Organization, or Company where the file itself
 * says so (its Target Type, a code or a register's number that only companies have). Others: LegalEntity.
 */
function schemaOf(
  profile: XmlElement,
  features: readonly { readonly type: string; readonly text?: string | undefined }[],
  documents: readonly Document[],
  reference: ReferenceValues,
): string {
  const id = profile.attribute('PartySubTypeID')
  const subType = reference.find('PartySubType', id)
  if (!subType) throw new RecordFault('unknown PartySubType', `PartySubTypeID ${id}`)
  if (subType.text === 'Vessel') return 'Vessel'
  if (subType.text === 'Aircraft') return 'Airplane'
  const type = reference.text('PartyType', subType.attributes.get('PartyTypeID'))
  if (type === 'Individual') return 'Person'
  if (type !== 'Entity') return 'LegalEntity'
  const isCompany =
    documents.some((document) => isCompanyDocument(document.type)) ||
    features.some(
      ({ type: kind, text }) =>
        companyFeatures.has(kind) || (kind === 'Target Type' && companyTargets.has(text ?? '')),
    )
  return isCompany ? 'Company' : 'Organization'
}
