import type { StoredStatement } from '@cordon/model'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { projectEntity } from './project-entity.ts'

const said = (property: string, value: string, more: Partial<StoredStatement> = {}): StoredStatement => ({
  entityId: 'ofac-24918',
  schema: 'Person',
  property,
  value,
  source: 'us_ofac_sdn',
  firstSeen: '2018-09-06',
  lastSeen: '2025-09-03',
  ...more,
})

const park = [
  said('name', 'PARK, Jin Hyok'),
  said('name', '박진혁', { lang: 'Hang' }),
  said('alias', 'Pak Jin Hek'),
  said('birthDate', '1984-08-15', { firstSeen: '2020-01-01' }),
  said('birthDate', '1984-10-18'),
  said('topics', 'sanction'),
  said('nationality', 'kp', { schema: 'LegalEntity', property: 'country' }),
  said('name', 'Park Jin Hyok', { entityId: 'us-indictment-1', source: 'us_doj', lastSeen: '2026-01-01' }),
]

describe('projecting an entity', () => {
  it('gathers statements of one thing, with ids, sources and versions', () => {
    expect(projectEntity(park)).toEqual({
      id: 'ofac-24918',
      caption: 'Park Jin Hyok',
      schema: 'Person',
      properties: {
        alias: ['Pak Jin Hek'],
        birthDate: ['1984-08-15', '1984-10-18'],
        country: ['kp'],
        name: ['PARK, Jin Hyok', 'Park Jin Hyok', '박진혁'],
        topics: ['sanction'],
      },
      datasets: ['us_doj', 'us_ofac_sdn'],
      referents: ['us-indictment-1'],
      target: true,
      first_seen: '2018-09-06',
      last_seen: '2026-01-01',
      last_change: '2020-01-01',
    })
  })

  it('does not depend on the order of the statements', () => {
    const shuffled = fc.shuffledSubarray(park, { minLength: park.length, maxLength: park.length })
    fc.assert(
      fc.property(shuffled, (order) => {
        expect(projectEntity(order)).toEqual(projectEntity(park))
      }),
    )
  })

  it('takes a Latin alias as caption before a name in another script, but no weak alias', () => {
    expect(projectEntity([said('name', '박진혁'), said('alias', 'Pak Jin Hek')]).caption).toBe('Pak Jin Hek')
    expect(projectEntity([said('name', '박진혁'), said('weakAlias', 'Jin')]).caption).toBe('박진혁')
    expect(projectEntity([said('gender', 'male')]).caption).toBe('ofac-24918')
  })

  it('is a target when listed, not when merely linked to what is', () => {
    expect(projectEntity([said('topics', 'sanction.linked')]).target).toBe(false)
    expect(projectEntity([said('name', 'A')], { listed: true }).target).toBe(true)
  })

  it('takes the most used schema where two contradict, and leaves out what it has not', () => {
    const mixed = [
      said('name', 'A'),
      said('birthDate', '1970'),
      said('imoNumber', '9187629', { schema: 'Vessel' }),
    ]
    expect(projectEntity(mixed)).toMatchObject({
      schema: 'Person',
      properties: { name: ['A'], birthDate: ['1970'] },
    })
  })

  it('has nothing to project without statements', () => {
    expect(() => projectEntity([])).toThrow('expected at least one statement')
  })
})
