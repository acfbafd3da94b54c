import { readFixture } from '@cordon/testing'
import { describe, expect, it } from 'vitest'
import { senzingJson } from './senzing-json.ts'

describe('Senzing’s JSON', async () => {
  const { report, rejects, values, schemaOf, all } = await readFixture(
    senzingJson,
    'senzing-json/records.json',
  )

  it('accounts for every record', () => {
    expect(report.read).toEqual({ record: 4 })
    expect(rejects.map(({ reason }) => reason)).toEqual(['a record without a name'])
    expect(Object.keys(report.unknown)).toEqual(['attribute SHOE_SIZE'])
  })

  it('reads features in lists, at the top, and in FEATURES', () => {
    expect(values('test-1', 'name')).toEqual(['Example Ri'])
    expect(values('test-1', 'alias')).toEqual(['리예'])
    expect(values('test-1', 'birthDate')).toEqual(['1965-08-15'])
    expect(values('test-1', 'passportNumber')).toEqual(['PX0000001'])
    expect(values('test-1', 'topics')).toEqual(['sanction'])
    expect(values('test-2', 'name')).toEqual(['Sample Shipping Co'])
    expect(values('test-2', 'address')).toEqual(['2 Example Road, Dandong, CN'])
    expect(values('test-2', 'leiCode')).toEqual(['5299000000000000XX06'])
    expect(schemaOf('test-3')).toBe('Person')
    expect(values('test-3', 'name')).toEqual(['Sample Kim'])
    expect(values('test-3', 'gender')).toEqual(['female'])
  })

  it('reads who owns whom as ownership', () => {
    expect(all('Ownership', 'owner')).toEqual(['test-1'])
    expect(all('Ownership', 'asset')).toEqual(['test-2'])
  })
})
