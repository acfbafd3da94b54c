import { fixture, readFixture, xlsxOf } from '@cordon/testing'
import { describe, expect, it } from 'vitest'
import { japaneseDate, jpMof } from './jp-mof.ts'

describe('Japan’s list', async () => {
  const people = new TextDecoder().decode(fixture('jp-mof/list.csv'))
  const groups =
    '告示日付,告示番号,日本語表記,英語表記,所在地\r\n2018年1月5日,第1号,サンプル海運,Sample Shipping Co,Pyongyang\r\n'
  const workbook = xlsxOf({ 北朝鮮個人: people, 北朝鮮団体: groups })
  const { report, rejects, groups: all, values } = await readFixture(jpMof, 'list.xlsx', workbook)
  const named = (name: string) =>
    all.find(({ statements }) =>
      statements.some(({ property, value }) => property === 'name' && value === name),
    )!

  it('reads every sheet under its own header, each a programme', () => {
    expect(report.read).toEqual({ row: 4 })
    expect(report.written).toEqual({ Person: 2, Organization: 1, Sanction: 3, Passport: 1, Address: 1 })
    expect(rejects.map(({ reason }) => reason)).toEqual(['a row without a name'])
    expect(report.version).toBe('2019-05-01')
    expect(values(`${named('Sample Shipping Co').entityId}-listing`, 'program')).toEqual(['北朝鮮団体'])
  })

  it('reads names in both scripts, dates of eras, and passes over what says “unknown”', () => {
    const ri = named('RI Example').entityId
    expect(values(ri, 'alias')).toEqual(['リ・イェ', 'Ri Ye', 'Big Ri'])
    expect(values(ri, 'birthDate')).toEqual(['1965-08-15'])
    expect(values(ri, 'nationality')).toEqual(['kp'])
    expect(values(ri, 'position')).toEqual(['副部長'])
    expect(values(`${ri}-listing`, 'listingDate')).toEqual(['2017-12-15'])
    expect(values(named('KIM Sample').entityId, 'position')).toEqual([])
    expect(Object.keys(report.unknown)).toEqual(['column "体重"'])
  })

  it.each([
    ['平成12年5月3日', '2000-05-03'],
    ['令和元年5月', '2019-05'],
    ['昭和40年', '1965'],
    ['1963年', '1963'],
    ['2003/12/1', '2003-12-01'],
    ['2020-01-02', '2020-01-02'],
    ['不明', undefined],
  ])('reads %s as %s', (text, date) => expect(japaneseDate(text)).toBe(date))
})
