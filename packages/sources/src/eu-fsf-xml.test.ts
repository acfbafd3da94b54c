import { readFixture } from '@cordon/testing'
import { describe, expect, it } from 'vitest'
import { euFsfXml } from './eu-fsf-xml.ts'

describe('the EU’s financial sanctions file', async () => {
  const { report, rejects, find, values, all } = await readFixture(euFsfXml, 'eu-fsf-xml/list.xml')
  const person = 'eu-fsf-eu-9001-11'

  it('accounts for every entity and states the version', () => {
    expect(report.read).toEqual({ sanctionEntity: 3 })
    expect(report.written).toEqual({ Person: 1, Organization: 1, Sanction: 2, Passport: 1, Address: 1 })
    expect(rejects.map(({ reason }) => reason)).toEqual(['an entity without a name'])
    expect(report.version).toBe('2026-02-27T10:11:12+01:00')
  })

  it('reads names by quality and script, with what is said of the person', () => {
    expect(values(person, 'name')).toEqual(['Ri Example'])
    expect(values(person, 'alias')).toEqual(['리예'])
    expect(values(person, 'weakAlias')).toEqual(['Big Ri'])
    expect(find(person).find(({ value }) => value === '리예')?.lang).toBe('Hang')
    expect([values(person, 'gender'), values(person, 'position'), values(person, 'title')]).toEqual([
      ['male'],
      ['Vice Director'],
      ['Colonel'],
    ])
  })

  it('reads dates of birth with what is uncertain, and no country where the EU knows none', () => {
    const dates = find(person).filter(({ property }) => property === 'birthDate')
    expect(dates.map(({ value, date }) => [value, date])).toEqual([
      ['1965-08-15', undefined],
      ['1966', { circa: true }],
      ['1960', { from: '1960', to: '1964' }],
      ['1964', { from: '1960', to: '1964' }],
    ])
    expect(values(person, 'birthCountry')).toEqual(['kp'])
    expect(values(person, 'birthPlace')).toEqual(['Pyongyang, NORTH KOREA'])
  })

  it('reads the listing, documents and addresses', () => {
    expect(values(`${person}-listing`, 'program')).toEqual(['PRK'])
    expect(values(`${person}-listing`, 'unscId')).toEqual(['KPi.901'])
    expect(values(`${person}-listing`, 'startDate')).toEqual(['2017-10-18'])
    expect(all('Passport', 'summary')).toEqual(['Example passport.; diplomatic'])
    expect(all('Passport', 'endDate')).toEqual(['2027-01-01'])
    expect(all('Address', 'full')).toEqual(['1 Example Street, P.O. Box 12, Pyongyang, 99, NORTH KOREA'])
    expect(values('eu-fsf-eu-9002-12', 'phone')).toEqual(['+850 2 000 0000'])
  })

  it('counts what it does not know', () => expect(Object.keys(report.unknown)).toEqual(['element shoe']))
})
