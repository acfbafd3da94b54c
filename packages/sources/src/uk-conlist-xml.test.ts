import { readFixture } from '@cordon/testing'
import { describe, expect, it } from 'vitest'
import { ukConlistXml } from './uk-conlist-xml.ts'

const { report, values, all, rejects } = await readFixture(ukConlistXml, 'uk-conlist-xml/list.xml')

describe('OFSI’s former consolidated list as XML', () => {
  it('joins the names of a group, and reads what has elements of its own', () => {
    expect(report.version).toBe('2024-03-01')
    expect(report.read).toEqual({ row: 4 })
    expect(values('gb-hmt-99001', 'name')).toEqual(['Anton Petrovich HALLOW'])
    expect(values('gb-hmt-99001', 'alias')).toEqual(['Антон Петрович Хэллоу'])
    expect(values('gb-hmt-99001', 'weakAlias')).toEqual(['Anton HALOU'])
    expect(values('gb-hmt-99001', 'birthDate')).toEqual(['1961'])
    expect(values('gb-hmt-99001', 'nationality')).toEqual(['ru'])
    expect(values('gb-hmt-99001', 'gender')).toEqual(['male'])
    expect(values('gb-hmt-99001-listing', 'listingDate')).toContain('2022-12-08')
    expect(values('gb-hmt-99001-listing', 'recordId')).toEqual(['RUS9901'])
    expect(values('gb-hmt-99001-listing', 'reason')).toEqual(['He is made up.'])
    expect(all('Passport', 'number')).toEqual(['99 0000001'])
    expect(values('gb-hmt-99002', 'imoNumber')).toEqual(['9999993'])
    expect(values('gb-hmt-99002', 'flag')).toEqual(['pa'])
  })

  it('tells what it does not know, and keeps a target without a group as a reject', () => {
    expect(rejects.map(({ reason }) => reason)).toEqual(['no Group ID'])
    expect(Object.keys(report.unknown)).toEqual(['element Sideways'])
  })
})
