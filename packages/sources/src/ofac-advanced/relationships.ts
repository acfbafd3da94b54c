import type { XmlElement } from '@cordon/formats'
import { StatementWriter } from '../statements.ts'
import { readInterval } from './dates.ts'
import { RecordFault } from './fault.ts'
import type { Known } from './party.ts'

/** The FollowTheMoney link for a relation, with the property for each end and what the ends must be. */
interface LinkShape {
  readonly schema: string
  readonly from: string
  readonly to: string
  readonly fromSchemas: readonly string[]
  readonly toSchemas: readonly string[]
}

const person = ['Person']
const organization = ['Organization', 'Company']
const legal = ['Person', 'Organization', 'Company', 'LegalEntity']
const asset = ['Vessel', 'Airplane', 'Company']
const directorship: LinkShape = {
  schema: 'Directorship',
  from: 'director',
  to: 'organization',
  fromSchemas: legal,
  toSchemas: organization,
}
const ownership: LinkShape = {
  schema: 'Ownership',
  from: 'asset',
  to: 'owner',
  fromSchemas: asset,
  toSchemas: legal,
}

/**
 * Links for the relation types of the list. "Owned or Controlled By" does not say which of the two, nor how much:
 * no share is ever written. Where FollowTheMoney's link can't join the two kinds of party (an organisation that is no
 * company can't be owned), the link is an UnknownLink; `role` always keeps the list's words.
 */
const shapes: Readonly<Record<string, LinkShape>> = {
  'Associate Of': {
    schema: 'Associate',
    from: 'person',
    to: 'associate',
    fromSchemas: person,
    toSchemas: person,
  },
  'Family member of': {
    schema: 'Family',
    from: 'relative',
    to: 'person',
    fromSchemas: person,
    toSchemas: person,
  },
  'Acting for or on behalf of': {
    schema: 'Representation',
    from: 'agent',
    to: 'client',
    fromSchemas: legal,
    toSchemas: legal,
  },
  'Leader or official of': directorship,
  'Principal Executive Officer': directorship,
  'playing a significant role in': {
    schema: 'Membership',
    from: 'member',
    to: 'organization',
    fromSchemas: legal,
    toSchemas: organization,
  },
  'Owned or Controlled By': ownership,
  'Property in the interest of': ownership,
  'Owns, controls, or operates': {
    schema: 'Ownership',
    from: 'owner',
    to: 'asset',
    fromSchemas: legal,
    toSchemas: asset,
  },
}
const knownAsUnknownLink = new Set(['Providing support to'])
const unknownLink = { schema: 'UnknownLink', from: 'subject', to: 'object' }

/**
 * A ProfileRelationship as a link between two parties.
 * @throws {RecordFault} where one of them is not in the file, or was rejected
 */
export function readRelationship(element: XmlElement, known: Known): StatementWriter {
  const { reference, source } = known
  const id = element.attribute('ID')
  if (!id) throw new RecordFault('no ID', 'ProfileRelationship')
  const from = known.parties.get(element.attribute('From-ProfileID') ?? '')
  const to = known.parties.get(element.attribute('To-ProfileID') ?? '')
  if (!from || !to)
    throw new RecordFault(
      'party not in the file or rejected',
      `from ${element.attribute('From-ProfileID')} to ${element.attribute('To-ProfileID')}`,
    )
  const role = reference.text('RelationType', element.attribute('RelationTypeID')) ?? 'Unknown'
  const shape = shapes[role]
  if (!shape && !knownAsUnknownLink.has(role)) known.onUnknown(`relation "${role}"`)
  const fits = shape?.fromSchemas.includes(from.schema) && shape.toSchemas.includes(to.schema)
  const link = shape && fits ? shape : unknownLink
  const writer = new StatementWriter(source, `ofac-relation-${id}`, link.schema)
  writer.add(link.from, from.entityId).add(link.to, to.entityId)
  const isPersonal = link.schema === 'Associate' || link.schema === 'Family'
  writer.add(isPersonal ? 'relationship' : 'role', role)
  const quality = reference.known('RelationQuality', element.attribute('RelationQualityID'))
  writer.add('summary', quality && `Relation quality: ${quality.replace(/:$/, '')}`)
  if (element.attribute('Former') === 'true') writer.add(isPersonal ? 'summary' : 'status', 'former')
  const period = element.child('DatePeriod')
  const { start, end } = readInterval(period)
  writer.add('startDate', start).add('endDate', end)
  return writer.add('description', element.textOf('Comment')).add('description', period?.textOf('Comment'))
}
