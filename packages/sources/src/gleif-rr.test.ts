import { readFixture } from '@cordon/testing'
import { describe, expect, it } from 'vitest'
import { gleifRrCsv, gleifRrXml } from './gleif-rr.ts'

const xml = await readFixture(gleifRrXml, 'gleif-rr/relationships.xml')
const csv = await readFixture(gleifRrCsv, 'gleif-rr/relationships.csv')
const direct = 'gleif-rr-529900EXAMPLECHILD12-529900EXAMPLEPAREN34-is-directly-consolidated-by'
const ultimate = 'gleif-rr-529900EXAMPLECHILD12-529900EXAMPLEULTIM56-is-ultimately-consolidated-by'

describe('GLEIF’s relationship records', () => {
  it.each([xml, csv])('are ownership with dates, and a percentage where one is stated', ({ values }) => {
    expect(values(direct, 'owner')).toEqual(['lei-529900EXAMPLEPAREN34'])
    expect(values(direct, 'asset')).toEqual(['lei-529900EXAMPLECHILD12'])
    expect(values(direct, 'percentage')).toEqual(['75.5'])
    expect(values(direct, 'startDate')).toEqual(['2020-01-01'])
    expect(values(direct, 'endDate')).toEqual(['2024-12-31'])
    expect(values(ultimate, 'percentage')).toEqual([])
    expect(values('lei-529900EXAMPLECHILD12', 'leiCode')).toEqual(['529900EXAMPLECHILD12'])
  })

  it('say the same in both formats, and reject nodes that are no LEI', () => {
    expect(csv.groups).toEqual(xml.groups)
    expect(xml.report.read).toEqual({ RelationshipRecord: 3 })
    expect(xml.rejects.map(({ reason }) => reason)).toEqual(['a node that is no LEI'])
    expect(xml.report.version).toBe('2026-02-27T08:00:00Z')
  })
})
