import type { Entity } from '@cordon/model'
import { describe, expect, it } from 'vitest'
import { cordon } from './cordon.ts'

const entity = (id: string, schema: string, properties: Record<string, string[]>): Entity => ({
  id,
  caption: properties.name?.[0] ?? id,
  schema,
  properties,
  datasets: ['us_ofac_sdn'],
  referents: [],
  target: true,
})

const park = entity('ofac-24918', 'Person', {
  name: ['PARK Jin Hyok'],
  alias: ['PAK Jin Hek', 'PARK Kwang Jin'],
  birthDate: ['1984-08-15', '1984-10-18'],
  nationality: ['kp'],
  gender: ['male'],
  passportNumber: ['290333974'],
})
const lazarus = entity('ofac-27307', 'Organization', {
  name: ['LAZARUS GROUP'],
  alias: ['HIDDEN COBRA', 'GUARDIANS OF PEACE'],
  country: ['kp'],
})
const vessel = entity('ofac-1', 'Vessel', {
  name: ['CHONG CHON GANG'],
  imoNumber: ['IMO7937317'],
  flag: ['kp'],
})
const wallet = entity('ofac-2', 'CryptoWallet', {
  publicKey: ['0x098B716B8Aaf21512996dC57EB0615e2383E2f96'],
  holder: ['ofac-27307'],
})
const index = cordon.buildIndex([park, lazarus, vessel, wallet])
const ids = (schema: string, properties: Record<string, string[]>) =>
  index
    .match({ schema, properties })
    .filter((r) => r.match)
    .map((r) => r.entityId)

describe('the default index', () => {
  it.each([['Park Jin-hyok'], ['PAK Jin Hek'], ['Jin Hyok PARK'], ['Park Jin Hyuk']])(
    'finds PARK Jin Hyok from %s',
    (name) => {
      expect(ids('Person', { name: [name] })).toEqual(['ofac-24918'])
    },
  )

  it('finds a person from the parts of his name', () => {
    expect(ids('Person', { firstName: ['Jin Hyok'], lastName: ['Park'] })).toEqual(['ofac-24918'])
  })

  it('finds a person from a passport, however it is spaced', () => {
    const [result] = index.match({ schema: 'Person', properties: { passportNumber: ['290-333 974'] } })
    expect(result).toMatchObject({ entityId: 'ofac-24918', match: true })
    expect(result!.explanations.passportNumber).toMatchObject({ candidate: '290333974' })
  })

  it('finds an organisation from an alias', () => {
    expect(ids('Organization', { name: ['Hidden Cobra'] })).toEqual(['ofac-27307'])
  })

  it('finds a vessel from its IMO number with or without the prefix', () => {
    expect(ids('Vessel', { imoNumber: ['7937317'] })).toEqual(['ofac-1'])
    expect(ids('Vessel', { imoNumber: ['IMO 7937317'] })).toEqual(['ofac-1'])
  })

  it('finds a wallet and its holder from the address in either case', () => {
    const address = '0x098b716b8aaf21512996dc57eb0615e2383e2f96'
    expect(ids('CryptoWallet', { publicKey: [address] }).sort()).toEqual(['ofac-2', 'ofac-27307'])
    expect(ids('Organization', { publicKey: [address] }).sort()).toEqual(['ofac-2', 'ofac-27307'])
  })

  it('does not take an organisation for a person', () => {
    expect(ids('Person', { name: ['Lazarus Group'] })).toEqual([])
  })

  it('lets another birth date and country lower a score, and silence not', () => {
    const of = (properties: Record<string, string[]>) =>
      index.match(
        { schema: 'Person', properties: { name: ['Park Jin Hyok'], ...properties } },
        { cutoff: 0 },
      )[0]!
    expect(of({ birthDate: ['1951-01-02'], nationality: ['us'] }).match).toBe(false)
    expect(of({ birthDate: ['1984-08-15'] }).score).toBeGreaterThanOrEqual(of({}).score)
    expect(of({}).match).toBe(true)
  })

  it('honours what a query excludes', () => {
    const query = { schema: 'Person', properties: { name: ['Park Jin Hyok'] } }
    expect(index.match(query, { excludeEntityIds: new Set(['ofac-24918']) })).toEqual([])
    expect(index.match(query, { excludeDatasets: ['us_ofac_sdn'] })).toEqual([])
    expect(index.match(query, { includeDatasets: ['un_sc_sanctions'] })).toEqual([])
    expect(index.match(query, { countries: ['ir'] })).toEqual([])
    expect(index.match(query, { limit: 0 })).toEqual([])
  })

  it('searches with the last word unfinished', () => {
    expect(index.search('hidden cob')).toEqual({ total: 1, entityIds: ['ofac-27307'] })
    expect(index.search('jin pa').entityIds).toEqual(['ofac-24918'])
    expect(index.search('').total).toBe(0)
  })

  it('applies a delta to a new index and leaves the old one alone', () => {
    const next = index.apply({
      upserts: [entity('x', 'Person', { name: ['New Man'] })],
      removals: ['ofac-24918'],
    })
    expect([next.size, index.size]).toEqual([4, 4])
    expect(next.match({ schema: 'Person', properties: { name: ['Park Jin Hyok'] } })).toEqual([])
    expect(next.match({ schema: 'Person', properties: { name: ['New Man'] } })).toHaveLength(1)
    expect(index.match({ schema: 'Person', properties: { name: ['New Man'] } })).toEqual([])
  })

  it.each([[''], ['a'], ['\u202e\u0000'], ['\ud800'], ['123'], ['x'.repeat(10_000)], ['ab '.repeat(3_000)]])(
    'answers bad input without an exception',
    (name) => {
      expect(index.match({ schema: 'Person', properties: { name: [name] } })).toEqual([])
    },
  )
})

describe('compare', () => {
  it('compares two parties without an index', () => {
    const person = (name: string) => ({ schema: 'Person', properties: { name: [name] } })
    expect(cordon.compare(person('John Smith'), person('Smith, John')).score).toBeGreaterThan(0.75)
    expect(cordon.compare(person('John Smith'), person('Angela Merkel')).score).toBeLessThan(0.3)
  })
})
