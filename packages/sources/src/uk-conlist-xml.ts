import type { XmlElement } from '@cordon/formats'
import { listReader, type ReadContext } from './list-reader.ts'
import type { Step } from './reading.ts'
import { ConListGroups, type ConListRow, conListSource } from './uk-conlist-target.ts'
import { childText, excerptOfElement, xmlRecords } from './xml-files.ts'

const root = 'ArrayOfFinancialSanctionsTarget'

/**
 * The former Consolidated List of OFSI as XML (ConList.xml, "2022 format"), which ended on 28 January 2026: an element for each
 * name, joined by GroupID, with the same content as the CSV under the same ids. It states no version of its own: the latest
 * change of a target stands for it.
 * @see https://www.gov.uk/government/publications/financial-sanctions-consolidated-list-of-targets
 */
export const ukConlistXml = listReader({
  format: 'uk-conlist-xml',
  source: conListSource,
  recognises: (head) => new RegExp(`<(?:\\w+:)?${root}[\\s>]`).test(head),
  steps: readTargets,
})

async function* readTargets(context: ReadContext): AsyncGenerator<Step, void, undefined> {
  const { report } = context
  const groups = new ConListGroups()
  let latest = ''
  const shape = { root: [root], isRecord: (_: string, path: readonly string[]) => path.length === 1 }
  for await (const { element, where } of xmlRecords(context, shape)) {
    if (element.name !== 'FinancialSanctionsTarget') {
      report.countUnknown(`element ${element.name}`, where)
      continue
    }
    report.countRead('row')
    for (const { name } of element.children)
      if (!elements.has(name)) report.countUnknown(`element ${name}`, where)
    const changed = childText(element, 'LastUpdated')?.slice(0, 10) ?? ''
    if (/^\d{4}-\d{2}-\d{2}$/.test(changed) && changed > latest) latest = changed
    const lost = groups.add(rowOf(element, where))
    if (lost) yield lost
  }
  if (latest) report.setVersion(latest)
  yield* groups.targets(context)
}

/** What the columns of the CSV are called here. */
const called: Readonly<Record<string, string>> = {
  ...Object.fromEntries([1, 2, 3, 4, 5].map((n) => [`Name ${n}`, `name${n}`])),
  'Name 6': 'Name6',
  ...Object.fromEntries([1, 2, 3, 4, 5, 6].map((n) => [`Address ${n}`, `Address${n}`])),
  Title: 'Title',
  'Name Non-Latin Script': 'NameNonLatinScript',
  DOB: 'Individual_DateOfBirth',
  'Town of Birth': 'Individual_TownOfBirth',
  'Country of Birth': 'Individual_CountryOfBirth',
  Nationality: 'Individual_Nationality',
  'Passport Number': 'Individual_PassportNumber',
  'Passport Details': 'Individual_PassportDetails',
  'National Identification Number': 'Individual_NINumber',
  'National Identification Details': 'Individual_NIDetails',
  Position: 'Individual_Position',
  Gender: 'Individual_Gender',
  'Post/Zip Code': 'PostCode',
  Country: 'Country',
  'Other Information': 'OtherInformation',
  'Group Type': 'GroupTypeDescription',
  'Alias Type': 'AliasType',
  'Alias Quality': 'AliasQuality',
  Regime: 'RegimeName',
  'Listed On': 'DateListed',
  'UK Sanctions List Date Designated': 'DateDesignated',
  'Last Updated': 'LastUpdated',
  'Group ID': 'GroupID',
  'UK Sanctions List Ref': 'UKSanctionsListRef',
  'UK Statement of Reasons': 'UKStatementOfReasons',
  'Phone Number': 'PhoneNumber',
  'Email Address': 'EmailAddress',
  Website: 'Website',
  'Entity Type': 'Entity_Type',
  'Parent Company': 'Entity_ParentCompany',
  Subsidiaries: 'Entity_Subsidiaries',
  'Business Registration Number': 'Entity_BusinessRegNumber',
  'IMO Number': 'Ship_IMONumber',
  'Ship Type': 'Ship_Type',
  Flag: 'Ship_Flag',
  'Previous Flags': 'Ship_PreviousFlags',
  Tonnage: 'Ship_Tonnage',
  Length: 'Ship_Length',
  'Year Built': 'Ship_YearBuilt',
}

/** Elements that are read, and those that say nothing more. */
const elements = new Set([
  ...Object.values(called),
  'FullName',
  'GroupStatus',
  'GrpStatus',
  'GroupOrder',
  'DateListedDay',
  'DateListedMonth',
  'DateListedYear',
  'DateDay',
  'DateMonth',
  'DateYear',
  'NonLatinScriptLanguage',
  'NonLatinScriptType',
  'Ship_PreviousOwners',
  'Ship_CurrentOwners',
])

function rowOf(element: XmlElement, where: string): ConListRow {
  return {
    where,
    excerpt: excerptOfElement(element),
    value: (column) => {
      const name = called[column]
      return name && childText(element, name)
    },
  }
}
