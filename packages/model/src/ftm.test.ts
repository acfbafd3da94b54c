import { describe, expect, it } from 'vitest'
import { commonSchema, ftmFault, ftmProperty, ftmSchema, isA, matchableSchemata, topicLabels } from './ftm.ts'

describe('the FollowTheMoney model', () => {
  it('knows what descends from what', () => {
    expect(isA('Company', 'LegalEntity')).toBe(true)
    expect(isA('LegalEntity', 'Company')).toBe(false)
    expect(isA('Unheard', 'Thing')).toBe(false)
    expect(commonSchema('LegalEntity', 'Person')).toBe('Person')
    expect(commonSchema('Vessel', 'Person')).toBeUndefined()
  })

  it('knows properties with their types and both ends of a link', () => {
    expect(ftmProperty('Person', 'birthDate')).toMatchObject({ type: 'date', label: 'Birth date' })
    expect(ftmProperty('Sanction', 'entity')).toMatchObject({
      type: 'entity',
      range: 'Thing',
      reverse: 'sanctions',
    })
    expect(ftmProperty('Vessel', 'birthDate')).toBeUndefined()
    expect(ftmSchema('Ownership')?.edge).toEqual({
      source: 'owner',
      target: 'asset',
      directed: true,
      label: 'owns',
    })
    expect(ftmSchema('Person')?.caption[0]).toBe('name')
  })

  it('tells a reader what is wrong with its statement', () => {
    expect(ftmFault('Vessel', 'imoNumber')).toBeUndefined()
    expect(ftmFault('Boat', 'name')).toBe('expected a FollowTheMoney schema, found "Boat"')
    expect(ftmFault('Vessel', 'birthDate')).toBe('expected a property of Vessel, found "birthDate"')
    expect(ftmFault('Person', 'sanctions')).toMatch(/state "entity" on the Sanction instead/)
    expect(ftmFault('Interval', 'startDate')).toMatch(/abstract/)
  })

  it('says what can be matched, and names topics', () => {
    expect(matchableSchemata()).toEqual(
      expect.arrayContaining(['Person', 'Company', 'Vessel', 'CryptoWallet']),
    )
    expect(matchableSchemata()).not.toContain('Sanction')
    expect(topicLabels.get('mare.shadow')).toBe('Shadow fleet')
  })
})
