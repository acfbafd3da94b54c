import { readDate } from './dates.ts'
import { listReader, type ReadContext } from './list-reader.ts'
import { ListedParty } from './listed-party.ts'
import { refused, type Step, wrote } from './reading.ts'
import { columnKey, type TableRow, tableRows } from './tables.ts'

const columns = ['Name 6', 'Group Type', 'Alias Type', 'Group ID']

/**
 * The former Consolidated List of OFSI (ConList.csv), which ended on 28 January 2026: a row for each name, joined by Group ID.
 * Kept for files of its time. Its own version stands before the header.
 * @see https://www.gov.uk/government/publications/financial-sanctions-consolidated-list-of-targets
 */
export const ukConlistCsv = listReader({
  format: 'uk-conlist-csv',
  source: {
    name: 'gb_hmt_sanctions',
    title: 'UK OFSI Consolidated List of Asset Freeze Targets (ended January 2026)',
    publisher: 'Office of Financial Sanctions Implementation, HM Treasury',
    url: 'https://www.gov.uk/government/publications/financial-sanctions-consolidated-list-of-targets',
  },
  recognises: (head) => {
    const text = columnKey(head.slice(0, 4096))
    return columns.every((column) => text.includes(columnKey(column)))
  },
  steps: readRows,
})

async function* readRows(context: ReadContext): AsyncGenerator<Step, void, undefined> {
  const { report } = context
  const groups = new Map<string, TableRow[]>()
  for (const file of context.files) {
    const onPreamble = (cells: readonly string[]) => {
      const date = /last updated/i.test(cells[0] ?? '') && readDate(cells[1] ?? '')
      if (date) report.setVersion(date.values[0]!)
    }
    for await (const step of tableRows(context, file, { columns, onPreamble })) {
      report.countRead('row')
      if ('reject' in step) {
        yield { records: [], rejects: [step.reject] }
        continue
      }
      const id = step.row.value('Group ID')
      if (!id) yield refused(step.row.where, 'no Group ID', step.row.excerpt)
      else if (groups.has(id)) groups.get(id)!.push(step.row)
      else groups.set(id, [step.row])
    }
  }
  for (const [id, rows] of groups) {
    yield readGroup(id, rows, context)
    groups.delete(id)
  }
}

const schemas: Readonly<Record<string, string>> = {
  individual: 'Person',
  entity: 'Organization',
  ship: 'Vessel',
}
const numbers = [1, 2, 3, 4, 5, 6] as const
const nameOf = (row: TableRow) =>
  numbers
    .map((n) => row.value(`Name ${n}`))
    .filter(Boolean)
    .join(' ')

function readGroup(id: string, rows: readonly TableRow[], { source, report }: ReadContext): Step {
  const { where, excerpt } = rows[0]!
  const main =
    rows.find((row) => /^primary name$/i.test(row.value('Alias Type') ?? '') && nameOf(row)) ??
    rows.find(nameOf)
  if (!main) return refused(where, 'a group without a name', excerpt)
  const type = main.value('Group Type') ?? ''
  const schema = schemas[type.toLowerCase()]
  if (!schema) report.countUnknown(`Group Type ${JSON.stringify(type)}`, where)
  const authority = 'Office of Financial Sanctions Implementation'
  const party = new ListedParty({
    source,
    report,
    where,
    authority,
    id: `gb-hmt-${id}`,
    country: 'gb',
    schema: schema ?? 'LegalEntity',
  })
  party.listing.add('authorityId', id)
  for (const row of rows) addRow(party, row, row === main)
  return wrote(...party.groups())
}

function addRow(party: ListedParty, row: TableRow, isMain: boolean): void {
  const weak = /low/i.test(row.value('Alias Quality') ?? '')
  const former = /^fka$/i.test(row.value('Alias Type') ?? '')
  party.addName(isMain ? 'name' : former ? 'previousName' : weak ? 'weakAlias' : 'alias', nameOf(row))
  party.addName('alias', row.value('Name Non-Latin Script'))
  const { listing } = party
  listing.add('program', row.value('Regime'))
  party.addListingDate(
    'listingDate',
    row.value('UK Sanctions List Date Designated') ?? row.value('Listed On'),
  )
  party.addListingDate('startDate', row.value('Listed On'))
  party.addListingDate('modifiedAt', row.value('Last Updated'))
  addDetails(party, row)
  if (party.schema !== 'Person') return
  party.add('title', row.value('Title'))
  if (!isMain) return
  party.add('firstName', row.value('Name 1')).add('lastName', row.value('Name 6'))
  for (const n of [2, 3, 4, 5]) party.add('middleName', row.value(`Name ${n}`))
}

function addDetails(party: ListedParty, row: TableRow): void {
  const born = row.value('DOB')?.replace(/^(?:00|dd)\/(?:00|mm)\//i, '')
  if (party.schema === 'Person') {
    party.addDate('birthDate', born).add('birthPlace', row.value('Town of Birth'))
    party.addCountry('birthCountry', row.value('Country of Birth'))
    for (const one of (row.value('Nationality') ?? '').split(/\s*\(\d\)\s*/))
      party.addCountry('nationality', one)
    party.add('position', row.value('Position'))
  } else party.note(row.value('Position'), 'Position')
  addNumber(party, 'passportNumber', 'Passport', row.value('Passport Number'), row.value('Passport Details'))
  const [number, details] = [
    row.value('National Identification Number'),
    row.value('National Identification Details'),
  ]
  addNumber(party, 'idNumber', 'National identification', number, details)
  const street = numbers.flatMap((n) => row.value(`Address ${n}`) ?? []).join(', ')
  party.addAddress({
    street: street || undefined,
    postalCode: row.value('Post/Zip Code'),
    country: row.value('Country'),
  })
  addOther(party, row.value('Other Information'))
}

/** OFSI's remarks begin with the UK list's id: "(UK Sanctions List Ref):RUS0123", and hold a ship's IMO number. */
function addOther(party: ListedParty, text: string | undefined): void {
  if (!text) return
  party.note(text)
  party.listing.add('recordId', text.match(/UK Sanctions List Ref\)?:?\s*([A-Z]{2,4}\d{4})/)?.[1])
  party.listing.add('unscId', text.match(/UN Ref\)?:?\s*([A-Za-z]{2,4}\.\d{3})/)?.[1])
  party.listing.add('reason', text.match(/UK Statement of Reasons\)?:\s*(.*?)(?:\s*\([A-Z][^()]*\):|$)/)?.[1])
  const imo = text.match(/IMO number\)?:?\s*(\d{7})/i)?.[1]
  if (party.schema === 'Vessel') party.add('imoNumber', imo)
  const gender = text.match(/\(Gender\):\s*(male|female)/i)?.[1]?.toLowerCase()
  if (party.schema === 'Person') party.add('gender', gender)
}

function addNumber(
  party: ListedParty,
  property: string,
  type: string,
  number: string | undefined,
  summary: string | undefined,
): void {
  if (number) party.addDocument({ property, type, number, summary })
  else party.note(summary, type)
}
