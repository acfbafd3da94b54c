import { isObject, jsonObjects, jsonShape, listOf, textOf } from './json-files.ts'
import { listReader, type ReadContext } from './list-reader.ts'
import { refused, type Step, wrote } from './reading.ts'
import { type CslEntry, cslParty, cslSource } from './us-csl-entry.ts'

/**
 * The US Consolidated Screening List as JSON (`consolidated.json`, and answers of its API): an object whose `results` are the
 * entries.
 * @see https://www.trade.gov/consolidated-screening-list
 */
export const usCslJson = listReader({
  format: 'us-csl-json',
  source: cslSource,
  recognises: (head) =>
    jsonShape(head, ['results']) !== undefined &&
    /"(source_list_url|federal_register_notice)"\s*:/.test(head),
  steps: readResults,
})

const known = new Set([
  ...[
    'id',
    '_id',
    'source',
    'entity_number',
    'type',
    'programs',
    'name',
    'title',
    'addresses',
    'ids',
    'country',
  ],
  ...[
    'federal_register_notice',
    'start_date',
    'end_date',
    'standard_order',
    'license_requirement',
    'license_policy',
  ],
  ...['call_sign', 'vessel_type', 'gross_tonnage', 'gross_registered_tonnage', 'vessel_flag', 'vessel_owner'],
  ...[
    'remarks',
    'source_list_url',
    'alt_names',
    'citizenships',
    'dates_of_birth',
    'nationalities',
    'places_of_birth',
  ],
  ...['source_information_url', 'score', 'name_no_ws', 'name_rev', 'alt_no_ws', 'alt_rev'],
])

async function* readResults(context: ReadContext): AsyncGenerator<Step, void, undefined> {
  const { report, source } = context
  for (const file of context.files)
    for await (const step of jsonObjects(context, file, ['results'])) {
      report.countRead('result')
      if ('reject' in step) {
        yield { records: [], rejects: [step.reject] }
        continue
      }
      const { fields, where } = step
      const excerpt = JSON.stringify(fields).slice(0, 200)
      for (const field of Object.keys(fields))
        if (!known.has(field)) report.countUnknown(`field ${JSON.stringify(field)}`, where)
      if (!textOf(fields.name)) yield refused(where, 'an entry without a name', excerpt)
      else if (!textOf(fields.id ?? fields._id ?? fields.entity_number))
        yield refused(where, 'neither id nor entity_number', excerpt)
      // Two rows of one entry are joined by whoever keeps them.
      else yield wrote(...cslParty(entryOf(fields), source, report, where).groups())
    }
}

function entryOf(fields: Readonly<Record<string, unknown>>): CslEntry {
  const objects = (field: string) => listOf(fields[field]).filter(isObject)
  return {
    text: (field) => textOf(fields[field]),
    list: (field) => listOf(fields[field]).flatMap((value) => textOf(value) ?? []),
    addresses: objects('addresses').map((address) => ({
      street: textOf(address.address),
      city: textOf(address.city),
      state: textOf(address.state),
      postalCode: textOf(address.postal_code),
      country: textOf(address.country),
    })),
    documents: objects('ids').map((id) => ({
      type: textOf(id.type),
      number: textOf(id.number),
      country: textOf(id.country),
      issued: textOf(id.issue_date),
      expires: textOf(id.expiration_date),
    })),
  }
}
