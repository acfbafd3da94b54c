import { type BodsStatement, bodsStatement } from './bods-statement.ts'
import { addDate } from './dates.ts'
import { isObject, jsonObjects, jsonShape, listOf, textOf } from './json-files.ts'
import { listReader, type ReadContext } from './list-reader.ts'
import { ListedParty } from './listed-party.ts'
import { refused, type Step, wrote } from './reading.ts'
import { StatementWriter } from './statements.ts'

/**
 * Beneficial ownership in BODS 0.2, 0.3 and 0.4, as an array or a statement a line. People and entities become parties by their
 * record (0.4) or statement id; each interest of a relationship becomes an Ownership with its share and dates, or a
 * Directorship. `percentage` is the exact share where there is one ("75"), else the range ("50-75", ">25", "<=75"); an interest without
 * a share has none, which means unknown. Statements that a later one replaces are read, counted and left out.
 * @see https://standard.openownership.org/en/0.4.0/
 */
export const bodsJson = listReader({
  format: 'bods-json',
  source: {
    name: 'openownership',
    title: 'Beneficial ownership (BODS)',
    publisher: 'Open Ownership and others',
  },
  recognises: (head) =>
    jsonShape(head) !== undefined &&
    /"(statementId|statementID)"\s*:/.test(head) &&
    /"(recordType|statementType)"\s*:/.test(head),
  steps: readStatements,
})

async function* readStatements(context: ReadContext): AsyncGenerator<Step, void, undefined> {
  const { report } = context
  // Which statements are superseded shows only in later ones: a first pass over the ids.
  const replaced = new Set<string>()
  for (const file of context.files)
    for await (const step of jsonObjects(context, file))
      if ('fields' in step)
        for (const id of listOf(step.fields.replacesStatements)) if (textOf(id)) replaced.add(textOf(id)!)
  const closed = new Set<string>()
  const seen = new Set<string>()
  for (const file of context.files)
    for await (const step of jsonObjects(context, file)) {
      if ('reject' in step) {
        report.countRead('statement')
        yield { records: [], rejects: [step.reject] }
        continue
      }
      const statement = bodsStatement(step.fields)
      report.countRead(statement ? `${statement.kind} statement` : 'statement')
      const excerpt = JSON.stringify(step.fields).slice(0, 200)
      if (!statement) yield refused(step.where, 'no id, or a type that BODS does not have', excerpt)
      else if (replaced.has(statement.statementId) || statement.isClosed) closed.add(statement.statementId)
      else if (seen.has(statement.statementId))
        yield refused(step.where, 'a second statement with the same id', excerpt)
      else {
        seen.add(statement.statementId)
        yield readStatement(statement, step.where, context, excerpt)
      }
    }
  for (const _ of closed) report.countUnknown('statement that is replaced or closed, left out', 'the file')
}

function readStatement(statement: BodsStatement, where: string, context: ReadContext, excerpt: string): Step {
  if (statement.kind === 'relationship') return readRelationship(statement, where, context, excerpt)
  const { fields, id } = statement
  const { source, report } = context
  const isPerson = statement.kind === 'person'
  const names: readonly BodsName[] = isPerson
    ? listOf(fields.names).filter(isObject).map(nameOf)
    : [fields.name, ...listOf(fields.alternateNames)].map((name) => ({ name: textOf(name), parts: {} }))
  const schema = isPerson ? 'Person' : entitySchema(fields)
  const party = new ListedParty({ source, report, id, where, schema })
  const [main, ...others] = names.filter(({ name }) => name)
  // Anonymous and unknown persons are statements too: who owns is not known, but that somebody does.
  if (!main) party.addName('name', 'Unknown person or entity').note(describe(fields), 'Unspecified')
  else {
    party.addName('name', main.name)
    for (const [property, text] of Object.entries(main.parts)) party.add(property, text)
  }
  for (const { name } of others) party.addName('alias', name)
  addFacts(party, fields)
  return wrote(...party.groups())
}

function describe(fields: Readonly<Record<string, unknown>>): string | undefined {
  const details = fields.unspecifiedPersonDetails ?? fields.unspecifiedEntityDetails
  return isObject(details)
    ? [textOf(details.reason), textOf(details.description)].filter(Boolean).join(': ')
    : undefined
}

interface BodsName {
  readonly name: string | undefined
  readonly parts: Readonly<Record<string, string | undefined>>
}

function nameOf(name: Readonly<Record<string, unknown>>): BodsName {
  const [given, patronymic, family] = [
    textOf(name.givenName),
    textOf(name.patronymicName),
    textOf(name.familyName),
  ]
  const full = textOf(name.fullName) ?? ([given, patronymic, family].filter(Boolean).join(' ') || undefined)
  return { name: full, parts: { firstName: given, fatherName: patronymic, lastName: family } }
}

function entitySchema(fields: Readonly<Record<string, unknown>>): string {
  const type = isObject(fields.entityType) ? textOf(fields.entityType.type) : textOf(fields.entityType)
  return (
    { registeredEntity: 'Company', stateBody: 'PublicBody', state: 'PublicBody' }[type ?? ''] ?? 'LegalEntity'
  )
}

const schemes: Readonly<Record<string, string>> = {
  'XI-LEI': 'leiCode',
  PASSPORT: 'passportNumber',
  TAXID: 'taxNumber',
}

function addFacts(party: ListedParty, fields: Readonly<Record<string, unknown>>): void {
  for (const one of listOf(fields.identifiers).filter(isObject)) {
    const scheme = textOf(one.scheme) ?? ''
    const kind = Object.keys(schemes).find((name) => scheme.endsWith(name))
    const own = party.schema === 'Person' ? 'idNumber' : 'registrationNumber'
    party.add(kind ? schemes[kind]! : own, textOf(one.id), {
      original: [scheme, textOf(one.id)].join(' ').trim(),
    })
  }
  party.addDate('birthDate', textOf(fields.birthDate)).addDate('deathDate', textOf(fields.deathDate))
  party
    .addDate('incorporationDate', textOf(fields.foundingDate))
    .addDate('dissolutionDate', textOf(fields.dissolutionDate))
  for (const one of listOf(fields.nationalities).filter(isObject))
    party.addCountry('nationality', textOf(one.name), textOf(one.code))
  const place = fields.jurisdiction ?? fields.incorporatedInJurisdiction
  if (isObject(place)) party.addCountry('jurisdiction', textOf(place.name), textOf(place.code)?.slice(0, 2))
  for (const one of listOf(fields.addresses).filter(isObject)) {
    const country = isObject(one.country)
      ? (textOf(one.country.name) ?? textOf(one.country.code))
      : textOf(one.country)
    party.addAddress({
      street: textOf(one.address),
      postalCode: textOf(one.postCode ?? one.postalCode),
      country,
    })
  }
  if (
    textOf(fields.isPoliticallyExposed) === 'true' ||
    (isObject(fields.politicalExposure) && fields.politicalExposure.status === 'isPep')
  )
    party.add('topics', 'role.pep')
}

function readRelationship(
  statement: BodsStatement,
  where: string,
  context: ReadContext,
  excerpt: string,
): Step {
  const { subject, interestedParty, id, fields } = statement
  if (!subject) return refused(where, 'a relationship without a subject', excerpt)
  const interests = listOf(fields.interests).filter(isObject)
  const writers: StatementWriter[] = []
  // Nobody is named where the interested party is unspecified: somebody unknown holds the interest.
  const holder = interestedParty ?? `${id}-unknown`
  if (!interestedParty) {
    const unknown = new StatementWriter(context.source, holder, 'LegalEntity').add(
      'name',
      'Unknown person or entity',
    )
    writers.push(unknown.add('notes', statement.unspecified))
  }
  for (const [place, interest] of (interests.length > 0 ? interests : [{}]).entries())
    writers.push(interestOf(interest, place, { ...statement, subject, holder }, context))
  return wrote(...writers.map((writer) => writer.group()))
}

const directs = /board|seniorManagingOfficial|director|trustee|protector|nominator|nominee/i

function interestOf(
  interest: Readonly<Record<string, unknown>>,
  place: number,
  { id, subject, holder, date }: BodsStatement & { subject: string; holder: string },
  { source, report }: ReadContext,
): StatementWriter {
  const type = textOf(interest.type) ?? 'unknownInterest'
  const isDirector = directs.test(type) && !/appoint/i.test(type)
  const link = new StatementWriter(
    source,
    place === 0 ? id : `${id}-${place}`,
    isDirector ? 'Directorship' : 'Ownership',
  )
  if (isDirector) link.add('director', holder).add('organization', subject)
  else {
    link.add('owner', holder).add('asset', subject).add('ownershipType', type)
    link.add('percentage', shareOf(interest.share))
    const share = isObject(interest.share) ? JSON.stringify(interest.share) : undefined
    if (share && !shareOf(interest.share)) link.add('description', share)
  }
  link.add('role', type).add('description', textOf(interest.details))
  const level = textOf(interest.directOrIndirect ?? interest.interestLevel)
  link.add('status', level).add('date', date)
  if (interest.beneficialOwnershipOrControl === true)
    link.add('legalBasis', 'beneficial ownership or control')
  for (const [property, text] of [
    ['startDate', textOf(interest.startDate)],
    ['endDate', textOf(interest.endDate)],
  ] as const)
    if (text && !addDate(link, property, text))
      report.countUnknown(`${property} of an interest in an unknown form`, id)
  return link
}

/**
 * A share as text: "75" for an exact one, else the range "50-75"; of a range with one end ">25", ">=25", "<75", "<=75".
 * Undefined where nothing is said.
 */
export function shareOf(share: unknown): string | undefined {
  if (!isObject(share)) return undefined
  const exact = textOf(share.exact)
  if (exact !== undefined) return exact
  const [low, lowest] = [textOf(share.minimum), textOf(share.exclusiveMinimum)]
  const [high, highest] = [textOf(share.maximum), textOf(share.exclusiveMaximum)]
  // Before 0.3 the exclusive ends were flags beside the ends, later numbers of their own.
  const isFlag = (text: string | undefined) => text === 'true' || text === 'false'
  const from = low ?? (isFlag(lowest) ? undefined : lowest)
  const to = high ?? (isFlag(highest) ? undefined : highest)
  const isOpenBelow = lowest === 'true' || (low === undefined && !isFlag(lowest))
  const isOpenAbove = highest === 'true' || (high === undefined && !isFlag(highest))
  if (from !== undefined && to !== undefined) return `${from}-${to}`
  if (from !== undefined) return `${isOpenBelow ? '>' : '>='}${from}`
  return to === undefined ? undefined : `${isOpenAbove ? '<' : '<='}${to}`
}
