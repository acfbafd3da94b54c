import { isObject, textOf } from './json-files.ts'

/** A statement of BODS, whichever version it is of. */
export interface BodsStatement {
  readonly kind: 'person' | 'entity' | 'relationship'
  /** Names the statement; statements that replace it point here. */
  readonly statementId: string
  /** Names what it is about: the record from 0.4 on, the statement before. */
  readonly id: string
  readonly fields: Readonly<Record<string, unknown>>
  readonly isClosed: boolean
  readonly date?: string | undefined
  /** Of a relationship: id of what is owned or controlled. */
  readonly subject?: string | undefined
  /** Of a relationship: id of who has the interest; undefined where nobody is named. */
  readonly interestedParty?: string | undefined
  /** Why nobody is named. */
  readonly unspecified?: string | undefined
}

const kinds: Readonly<Record<string, BodsStatement['kind']>> = {
  person: 'person',
  personStatement: 'person',
  entity: 'entity',
  entityStatement: 'entity',
  relationship: 'relationship',
  ownershipOrControlStatement: 'relationship',
}

/** The statement that a JSON object is; undefined where it is none. */
export function bodsStatement(object: Readonly<Record<string, unknown>>): BodsStatement | undefined {
  const statementId = textOf(object.statementId ?? object.statementID)
  const kind = kinds[textOf(object.recordType ?? object.statementType) ?? '']
  if (!statementId || !kind) return undefined
  const fields = isObject(object.recordDetails) ? object.recordDetails : object
  const subject = fields.subject
  const party = fields.interestedParty
  return {
    kind,
    statementId,
    id: `bods-${textOf(object.recordId) ?? statementId}`,
    fields,
    isClosed: textOf(object.recordStatus) === 'closed',
    date: textOf(object.statementDate),
    subject: referenceOf(subject),
    interestedParty: referenceOf(party),
    unspecified: unspecified(party),
  }
}

/** From 0.4 on a record id; before an object that says of which kind the statement is. */
function referenceOf(value: unknown): string | undefined {
  const id = isObject(value)
    ? textOf(value.describedByPersonStatement ?? value.describedByEntityStatement)
    : textOf(value)
  return id && `bods-${id}`
}

function unspecified(value: unknown): string | undefined {
  if (!isObject(value)) return undefined
  const details = isObject(value.unspecified) ? value.unspecified : value
  return [textOf(details.reason), textOf(details.description)].filter(Boolean).join(': ') || undefined
}
