import { readFileSync } from 'node:fs'
import { ftmFault } from '@cordon/model'
import { referenceData } from '@cordon/testing'
import { describe, expect, it } from 'vitest'
import { readAll, valuesOf } from './read-all.ts'
import type { InputFile } from './reader.ts'
import { recogniseFormat } from './readers.ts'
import { ukNormalisedCsv } from './uk-normalised-csv.ts'

const fileOf = (name: string, content: string | Uint8Array): InputFile => ({
  name,
  async *open() {
    yield Buffer.from(content)
  },
})
const tables = {
  subjects: `unique_id,subject_type,un_reference_number,ofsi_group_id,date_designated,last_updated
DPR9001,individual,KPi.901,13651,30/03/2018,18/12/2021
DPR9002,ship,,,30/03/2018,18/12/2021
`,
  names: `name_id,unique_id,name_type,alias_strength,full_name,name_6,name_1,name_2,name_3,name_4,name_5
1,DPR9001,primary,,Ri  Example HO,HO,Ri,Example,,,
2,DPR9001,alias,low_quality_aka,Big Ho,Big Ho,,,,,
3,DPR9002,primary,,Morning Calm,Morning Calm,,,,,
4,DPR9999,primary,,Nobody,Nobody,,,,,
`,
  identifiers: `id,unique_id,ofsi_group_id,raw_value,identifier_type,additional_info
1,DPR9001,13651,381310014,passport,Expires on 7 December 2016
2,DPR9001,13651,381310014,passport,Expires on 7 December 2016
3,DPR9002,,IMO9187629,imo,
`,
  dobs: `dob_id,unique_id,year,month,day,precision,parse_issues
1,DPR9001,1964,07,17,exact,
2,DPR9001,1965,,,year_only,"non_numeric_month, non_numeric_day"
`,
  countries: `id,unique_id,raw_value,country_type,iso,resolution_method,iso_available
1,DPR9001,North Korea,nationality,KP,synonym,True
2,DPR9001,Atlantis,birth,,unmapped,False
`,
}
const five = Object.entries(tables).map(([name, content]) => fileOf(`${name}.csv`, content))

describe('the UK’s list in five tables', async () => {
  const { groups, rejects, report } = await readAll(ukNormalisedCsv, five, { fetched: 0 })
  const entity = (id: string) => groups.find((group) => group.entityId === id)?.statements

  it('accounts for every row', () => {
    expect(report.read).toEqual({
      'subject row': 2,
      'name row': 4,
      'identifier row': 3,
      'date of birth row': 2,
      'country row': 2,
    })
    expect(report.written).toEqual({ Person: 1, Vessel: 1, Sanction: 2, Passport: 1 })
    expect(rejects).toEqual([
      {
        where: 'names.csv line 5',
        reason: 'name row whose subject is not among the subjects',
        excerpt: '4,DPR9999,primary,,Nobody,Nobody,,,,,',
      },
    ])
  })

  it('joins names, dates, countries and identifiers to their subject', () => {
    expect(valuesOf(entity('gb-DPR9001'), 'name')).toEqual(['Ri Example HO'])
    expect(valuesOf(entity('gb-DPR9001'), 'lastName')).toEqual(['HO'])
    expect(valuesOf(entity('gb-DPR9001'), 'weakAlias')).toEqual(['Big Ho'])
    expect(valuesOf(entity('gb-DPR9001'), 'birthDate')).toEqual(['1964-07-17', '1965'])
    expect(valuesOf(entity('gb-DPR9001'), 'nationality')).toEqual(['kp'])
    expect(valuesOf(entity('gb-DPR9002'), 'imoNumber')).toEqual(['9187629'])
    expect(valuesOf(entity('gb-DPR9001-listing'), 'listingDate')).toEqual(['2018-03-30'])
  })

  it('keeps a country it does not know as a note', () => {
    expect(valuesOf(entity('gb-DPR9001'), 'notes')).toEqual(['Country (birth): Atlantis'])
    expect(report.unknown['country "Atlantis"']?.count).toBe(1)
  })

  it('is recognised by its columns; anything else is refused', async () => {
    for (const content of Object.values(tables))
      expect(recogniseFormat(content, 'x.csv')?.format).toBe('uk-normalised-csv')
    const page = fileOf('subjects.csv', '<html></html>\n')
    await expect(readAll(ukNormalisedCsv, [page], { fetched: 0 })).rejects.toMatchObject({
      code: 'FORMATS_UNKNOWN',
    })
    const cut = fileOf('subjects.csv', tables.subjects.slice(0, 120))
    await expect(readAll(ukNormalisedCsv, [cut], { fetched: 0 })).rejects.toMatchObject({
      code: 'FORMATS_TRUNCATED',
    })
  })
})

const names = ['subjects', 'subject_names', 'subject_identifiers', 'subject_dobs', 'subject_countries']
const real = names.map((name) => referenceData(`lists/uk/${name}.csv.gz`))

describe.skipIf(real.includes(undefined))('the real tables', () => {
  it('account for every row, in words of the model', async () => {
    const files = real.map((path) => fileOf(path!, readFileSync(path!)))
    const { groups, report } = await readAll(ukNormalisedCsv, files, { fetched: 0 })
    expect(report.read).toMatchObject({ 'subject row': 6046, 'name row': 15050, 'identifier row': 22787 })
    expect(report.written).toMatchObject({ Person: 3883, Organization: 1531, Vessel: 632 })
    expect(report.rejected).toBe(0)
    const faults = groups.flatMap((group) => group.statements.map((s) => ftmFault(s.schema, s.property)))
    expect(faults.filter(Boolean)).toEqual([])
  })
})
