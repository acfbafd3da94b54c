import { readFixture } from '@cordon/testing'
import { describe, expect, it } from 'vitest'
import { bodsJson, shareOf } from './bods-json.ts'

describe('beneficial ownership in BODS 0.4', async () => {
  const { report, rejects, values, schemaOf } = await readFixture(bodsJson, 'bods-json/bods-0.4.json')

  it('accounts for every statement, and leaves out what is closed', () => {
    expect(report.read).toEqual({
      'person statement': 2,
      'entity statement': 1,
      'relationship statement': 2,
      statement: 1,
    })
    expect(rejects.map(({ reason }) => reason)).toEqual(['no id, or a type that BODS does not have'])
    expect(report.unknown['statement that is replaced or closed, left out']?.count).toBe(1)
  })

  it('reads people and entities by their record', () => {
    expect(values('bods-p-1', 'birthDate')).toEqual(['1965-08'])
    expect(schemaOf('bods-e-1')).toBe('Company')
    expect(values('bods-e-1', 'leiCode')).toEqual(['5299000000000000XX06'])
    expect(values('bods-e-1', 'registrationNumber')).toEqual(['12345'])
  })

  it('reads each interest as a link with share and dates', () => {
    expect(values('bods-r-1', 'owner')).toEqual(['bods-p-1'])
    expect(values('bods-r-1', 'asset')).toEqual(['bods-e-1'])
    expect(values('bods-r-1', 'percentage')).toEqual(['51.5'])
    expect(values('bods-r-1', 'startDate')).toEqual(['2020-01-01'])
    expect(schemaOf('bods-r-1-1')).toBe('Directorship')
    expect(values('bods-r-1-1', 'endDate')).toEqual(['2022-01-01'])
    expect(values('bods-r-1-2', 'percentage')).toEqual(['25-50'])
  })

  it('names nobody where nobody is named, and states no share where none is', () => {
    expect(values('bods-r-2', 'owner')).toEqual(['bods-r-2-unknown'])
    expect(values('bods-r-2', 'percentage')).toEqual([])
    expect(values('bods-r-2-unknown', 'notes').join()).toContain('subjectUnableToConfirm')
  })
})

describe('beneficial ownership in BODS 0.2', async () => {
  const { values, groups, report } = await readFixture(bodsJson, 'bods-json/bods-0.2.jsonl')

  it('lets a later statement replace an earlier one', () => {
    expect(groups.map(({ entityId }) => entityId)).toEqual(['bods-a-1', 'bods-a-2', 'bods-a-4'])
    expect(values('bods-a-4', 'percentage')).toEqual(['50-75'])
    expect(report.unknown['statement that is replaced or closed, left out']?.count).toBe(1)
  })
})

it.each([
  [{ exact: 75 }, '75'],
  [{ exact: 0 }, '0'],
  [{ minimum: 25, maximum: 50 }, '25-50'],
  [{ minimum: 25, exclusiveMinimum: true }, '>25'],
  [{ minimum: 25, exclusiveMinimum: false }, '>=25'],
  [{ exclusiveMinimum: 25 }, '>25'],
  [{ maximum: 10 }, '<=10'],
  [{ exclusiveMaximum: 10 }, '<10'],
  [{}, undefined],
])('writes the share %o as %s', (share, text) => expect(shareOf(share)).toBe(text))
