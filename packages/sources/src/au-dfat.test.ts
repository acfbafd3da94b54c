import { fixture, readFixture, xlsxOf } from '@cordon/testing'
import { describe, expect, it } from 'vitest'
import { auDfat } from './au-dfat.ts'

const csv = await readFixture(auDfat, 'au-dfat/list.csv')
const sheet = new TextDecoder().decode(fixture('au-dfat/list.csv'))
const workbook = xlsxOf({ 'Consolidated list': sheet, Notes: 'Explanations\r\nof columns\r\n' })
const xlsx = await readFixture(auDfat, 'list.xlsx', workbook)

describe.each([
  ['CSV', csv],
  ['a spreadsheet', xlsx],
])('Australia’s list as %s', (_, { report, rejects, values, schemaOf, find, all }) => {
  it('joins the rows of a party, and rejects what has no reference', () => {
    expect(report.read).toEqual({ row: 5 })
    expect(report.written).toMatchObject({ Person: 1, Vessel: 1, Sanction: 2 })
    expect(rejects.map(({ reason }) => reason)).toEqual(['no Reference'])
    expect(report.version).toBe('2026-01-05')
  })

  it('reads names by kind, and several values in one field', () => {
    expect(values('au-dfat-901', 'name')).toEqual(['EXAMPLE RI'])
    expect(values('au-dfat-901', 'weakAlias')).toEqual(['Ri Ye'])
    expect(values('au-dfat-901', 'alias')).toEqual(['리예'])
    const dates = find('au-dfat-901').filter(({ property }) => property === 'birthDate')
    expect(dates.map(({ value, date }) => [value, date])).toEqual([
      ['1965', undefined],
      ['1966', { circa: true }],
    ])
    expect(all('Address', 'full')).toEqual(['1 Example Street, Pyongyang', '2 Example Road, Dandong'])
    expect(values('au-dfat-901-listing', 'provisions')).toEqual([
      'Example instrument',
      'Targeted Financial Sanctions',
    ])
  })

  it('reads ships', () => {
    expect(schemaOf('au-dfat-902')).toBe('Vessel')
    expect(values('au-dfat-902', 'imoNumber')).toEqual(['9000001'])
  })
})

it('counts a sheet that is no part of the list', () => {
  expect(Object.keys(xlsx.report.unknown)).toEqual(['sheet "Notes"'])
  expect(xlsx.groups).toEqual(csv.groups)
})
