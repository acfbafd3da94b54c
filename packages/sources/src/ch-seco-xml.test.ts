import { readFixture } from '@cordon/testing'
import { describe, expect, it } from 'vitest'
import { chSecoXml } from './ch-seco-xml.ts'

describe('Switzerland’s list', async () => {
  const { report, rejects, values, schemaOf, all } = await readFixture(chSecoXml, 'ch-seco-xml/list.xml')
  const person = 'ch-seco-9001'

  it('accounts for every target; those that were taken off are counted and left out', () => {
    expect(report.version).toBe('2026-03-10')
    expect(report.read).toEqual({ target: 3, 'target, de-listed': 1 })
    expect(rejects.map(({ reason }) => reason)).toEqual(['a target without a name'])
    expect(report.unknown).toEqual({})
  })

  it('reads names from their parts, with each spelling and script as a name of its own', () => {
    expect(values(person, 'name')).toEqual(['Example Ri'])
    expect(values(person, 'alias')).toEqual(['Example Lee', '예 리'])
    expect(values(person, 'weakAlias')).toEqual(['Big Ri'])
    expect(values(person, 'lastName')).toEqual(['Ri'])
  })

  it('reads facts through the places and programmes that they point to', () => {
    expect(values(person, 'birthDate')).toEqual(['1965-08-15'])
    expect(values(person, 'birthPlace')).toEqual(['Pyongyang, Korea (North)'])
    expect(values(person, 'nationality')).toEqual(['kp'])
    expect(values(`${person}-listing`, 'program')).toEqual(['DPRK'])
    expect(values(`${person}-listing`, 'listingDate')).toEqual(['2017-11-01'])
    expect(all('Passport', 'number')).toEqual(['PX0000001'])
    expect(all('Address', 'full')).toEqual(['1 Example Street, Pyongyang, Korea (North)'])
  })

  it('reads ships, and links between targets', () => {
    expect(schemaOf('ch-seco-9002')).toBe('Vessel')
    expect(values('ch-seco-9002', 'imoNumber')).toEqual(['9000001'])
    expect(all('UnknownLink', 'object')).toEqual(['ch-seco-9002'])
  })
})
