import type { CsvRow } from '@cordon/formats'
import { countryCode, ftmProperty } from '@cordon/model'
import { childId } from './child-id.ts'
import { addDate } from './dates.ts'
import type { ReportBuilder } from './report.ts'
import { scriptOf } from './script.ts'
import { StatementWriter } from './statements.ts'

const schemas: Readonly<Record<string, string>> = {
  individual: 'Person',
  entity: 'Organization',
  ship: 'Vessel',
}

/** A subject of the UK's list, its listing and documents, row by row. */
export class UkSubject {
  private readonly party: StatementWriter
  private readonly writers: StatementWriter[]
  private readonly report: ReportBuilder
  private readonly source: string
  private readonly where: string

  constructor(id: string, row: CsvRow, source: string, report: ReportBuilder, where: string) {
    this.report = report
    this.source = source
    this.where = where
    const type = row.value('subject_type')?.trim() ?? ''
    if (!schemas[type]) report.countUnknown(`subject_type ${JSON.stringify(type)}`, where)
    this.party = new StatementWriter(source, `gb-${id}`, schemas[type] ?? 'LegalEntity').add(
      'topics',
      'sanction',
    )
    const listing = new StatementWriter(source, `gb-${id}-listing`, 'Sanction').add('entity', `gb-${id}`)
    listing
      .add('authority', 'Foreign, Commonwealth & Development Office')
      .add('country', 'gb')
      .add('authorityId', id)
    listing.add('unscId', row.value('un_reference_number')).add('recordId', row.value('ofsi_group_id'))
    for (const [column, property] of [
      ['date_designated', 'listingDate'],
      ['last_updated', 'modifiedAt'],
    ] as const) {
      const text = row.value(column)?.trim()
      if (text && !addDate(listing, property, text))
        this.unknown(`${column} in an unknown form`, `${column}: ${text}`)
    }
    this.writers = [this.party, listing]
  }

  groups() {
    return this.writers.map((writer) => writer.group())
  }

  addRow(table: string, row: CsvRow): void {
    if (table === 'name') this.addName(row)
    else if (table === 'identifier') this.addIdentifier(row)
    else if (table === 'country') this.addCountry(row)
    else this.addBirth(row)
  }

  private addName(row: CsvRow): void {
    const type = row.value('name_type') ?? ''
    const weak = row.value('alias_strength') === 'low_quality_aka'
    const property = { primary: 'name', primary_variation: 'alias', alias: weak ? 'weakAlias' : 'alias' }[
      type
    ]
    if (!property) this.unknown(`name_type ${JSON.stringify(type)}`)
    const name = row.value('full_name')?.replace(/\s+/g, ' ')
    this.party.add(property ?? 'alias', name, { lang: name && scriptOf(name) })
    if (property !== 'name' || this.party.schema !== 'Person') return
    const [first, ...middle] = ['name_1', 'name_2', 'name_3', 'name_4', 'name_5'].map((column) =>
      row.value(column),
    )
    this.party.add('firstName', first).add('lastName', row.value('name_6')).addAll('middleName', middle)
  }

  private addIdentifier(row: CsvRow): void {
    const type = row.value('identifier_type') ?? ''
    const written = row.value('raw_value')
    const number = type === 'imo' ? written?.replace(/^IMO\s*/i, '') : written
    const remark = row.value('additional_info')
    const { schema, entityId } = this.party
    const isPassport = type === 'passport'
    const property = {
      passport: 'passportNumber',
      national: 'idNumber',
      business_registration_numbers: 'registrationNumber',
      imo: 'imoNumber',
    }[type]
    if (!property) this.unknown(`identifier_type ${JSON.stringify(type)}`)
    const place = [property ?? 'idNumber', 'idNumber', 'registrationNumber'].find((name) =>
      ftmProperty(schema, name),
    )
    this.party.add(place!, number, { original: written })
    if (schema === 'Vessel') {
      this.party.add('notes', remark && `${type} ${number}: ${remark}`)
      return
    }
    const paper = new StatementWriter(
      this.source,
      childId(entityId, 'document', type, number, remark),
      isPassport ? 'Passport' : 'Identification',
    )
    paper.add('holder', entityId).add('type', type).add('number', number).add('summary', remark)
    if (isPassport) paper.add('passportNumber', number)
    this.writers.push(paper)
  }

  private addBirth(row: CsvRow): void {
    const [year, month, day] = ['year', 'month', 'day'].map(
      (column) => row.value(column)?.trim() || undefined,
    )
    const text = [year, month, month && day].filter(Boolean).join('-')
    const isPerson = this.party.schema === 'Person'
    if (!isPerson || !addDate(this.party, 'birthDate', text))
      this.unknown(
        isPerson ? 'date of birth in an unknown form' : `date of birth of a ${this.party.schema}`,
        `Date of birth: ${text}`,
      )
  }

  private addCountry(row: CsvRow): void {
    const text = row.value('raw_value') ?? ''
    const code = countryCode(text) ?? countryCode(row.value('iso') ?? '')
    if (!code) {
      this.unknown(`country ${JSON.stringify(text)}`, `Country (${row.value('country_type')}): ${text}`)
      return
    }
    const isPerson = this.party.schema === 'Person'
    const type = row.value('country_type') ?? ''
    const property = isPerson
      ? { address: 'country', birth: 'birthCountry', nationality: 'nationality' }[type]
      : 'country'
    if (!property) this.unknown(`country_type ${JSON.stringify(type)}`)
    this.party.add(property ?? 'country', code, { original: text })
  }

  private unknown(what: string, note?: string): void {
    this.report.countUnknown(what, this.where)
    this.party.add('notes', note)
  }
}
