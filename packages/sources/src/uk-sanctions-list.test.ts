import { readFixture } from '@cordon/testing'
import { describe, expect, it } from 'vitest'
import { ukConlistCsv } from './uk-conlist-csv.ts'
import { ukSanctionsListCsv } from './uk-sanctions-list-csv.ts'
import { ukSanctionsListXml } from './uk-sanctions-list-xml.ts'

const xml = await readFixture(ukSanctionsListXml, 'uk-sanctions-list/list.xml')
const csv = await readFixture(ukSanctionsListCsv, 'uk-sanctions-list/list.csv')
const conlist = await readFixture(ukConlistCsv, 'uk-conlist-csv/list.csv')

describe.each([
  ['XML', xml],
  ['CSV', csv],
])('the UK Sanctions List as %s', (_, { values, schemaOf, report, all }) => {
  it('states the day of issue', () => expect(report.version).toBe('2026-05-13'))

  it('reads a person with names, dates and numbers', () => {
    expect(schemaOf('gb-DPR0901')).toBe('Person')
    expect(values('gb-DPR0901', 'name')).toEqual(['EXAMPLE RI'])
    expect(values('gb-DPR0901', 'weakAlias')).toEqual(['Ri Ye'])
    expect(values('gb-DPR0901', 'alias')).toEqual(['리예'])
    expect(values('gb-DPR0901', 'birthDate')).toEqual(['1965', '1966-08-15'])
    expect(values('gb-DPR0901', 'nationality')).toEqual(['kp'])
    expect(all('Passport', 'number')).toEqual(['PX0000001'])
    expect(all('Passport', 'summary')).toEqual(['Expires 2027'])
    expect(all('Address', 'country')).toEqual(['kp'])
  })

  it('reads a ship with its IMO number, flags and whoever owns or operates it', () => {
    expect(schemaOf('gb-DPR0902')).toBe('Vessel')
    expect(values('gb-DPR0902', 'imoNumber')).toEqual(['9000001'])
    expect(values('gb-DPR0902', 'flag')).toEqual(['km'])
    expect(values('gb-DPR0902', 'pastFlags')).toEqual(['pa'])
    expect(values('gb-DPR0902', 'buildDate')).toEqual(['1999'])
    expect(all('UnknownLink', 'role')).toEqual(['Owner or operator'])
    expect(all('LegalEntity', 'name')).toEqual(['Sample Shipping Co'])
  })

  it('reads the listing with its reference to the UN’s', () => {
    expect(values('gb-DPR0901-listing', 'unscId')).toEqual(['KPi.901'])
    expect(values('gb-DPR0901-listing', 'provisions')).toEqual(['Asset freeze', 'Travel Ban'])
    expect(values('gb-DPR0901-listing', 'reason')).toEqual(['Example reasons.'])
    expect(values('gb-DPR0901-listing', 'listingDate')).toEqual(['2012-06-29'])
  })
})

describe('both formats of the UK Sanctions List', () => {
  it('give the same entities under the same ids', () => {
    const ids = (one: typeof xml) => one.groups.map(({ entityId }) => entityId).sort()
    expect(ids(csv)).toEqual(ids(xml))
  })

  it('account for what they can’t read', () => {
    expect(xml.rejects.map(({ reason }) => reason)).toEqual(['a designation without a name'])
    expect(Object.keys(xml.report.unknown)).toEqual(['field "funnel"'])
    expect(csv.rejects.map(({ reason }) => reason)).toEqual(['no Unique ID'])
    expect(csv.report.read).toEqual({ row: 5 })
  })
})

describe('OFSI’s former consolidated list', () => {
  const { report, values, all } = conlist

  it('joins the rows of a group, and reads what stands in its remarks', () => {
    expect(report.version).toBe('2024-05-30')
    expect(report.read).toEqual({ row: 4 })
    expect(values('gb-hmt-90001', 'name')).toEqual(['EXAMPLE RI'])
    expect(values('gb-hmt-90001', 'weakAlias')).toEqual(['RI YE'])
    expect(values('gb-hmt-90001', 'birthDate')).toEqual(['1965'])
    expect(values('gb-hmt-90001', 'gender')).toEqual(['male'])
    expect(values('gb-hmt-90001-listing', 'recordId')).toEqual(['DPR0901'])
    expect(values('gb-hmt-90001-listing', 'unscId')).toEqual(['KPi.901'])
    expect(values('gb-hmt-90001-listing', 'listingDate')).toEqual(['2012-06-28'])
    expect(values('gb-hmt-90002', 'imoNumber')).toEqual(['9000001'])
    expect(values('gb-hmt-90002', 'previousName')).toEqual(['SAMPLE OLD'])
    expect(all('Passport', 'number')).toEqual(['PX0000001'])
  })
})
