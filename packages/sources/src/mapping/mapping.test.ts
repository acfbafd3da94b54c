import { fixture, readFixture } from '@cordon/testing'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { mappedReader } from './mapped-reader.ts'
import { parseMapping } from './parse-mapping.ts'

const yaml = parse(new TextDecoder().decode(fixture('mapping/customers-list.yaml'))) as Record<
  string,
  unknown
>
const reader = mappedReader(parseMapping(yaml))

describe('any table, by a mapping', async () => {
  const { report, rejects, groups, values, find, schemaOf } = await readFixture(reader, 'mapping/list.csv')
  const party = 'example_bank_internal-A1'

  it('gives the entities that the mapping says, with ids made of their keys', () => {
    expect(report.read).toEqual({ record: 4 })
    expect(report.version).toBe('2026-02-03')
    expect(rejects.map(({ reason }) => reason)).toEqual(['no value under Ref'])
    expect(schemaOf(party)).toBe('Person')
    expect(values(party, 'name')).toEqual(['Example Ri'])
    expect(values(party, 'alias')).toEqual(['Ri Ye', 'Big Ri'])
    expect(values(party, 'topics')).toEqual(['poi'])
    expect(values(`${party}-listing`, 'entity')).toEqual([party])
    expect(values(`${party}-address`, 'full')).toEqual(['1 Example Street, Pyongyang'])
    expect(groups.map(({ schema }) => schema)).toContain('Company')
  })

  it('brings countries and dates to their form, and keeps what it can’t read', () => {
    expect(values(party, 'birthDate')).toEqual(['1965-08-05'])
    expect(find(party).find(({ property }) => property === 'country')).toMatchObject({
      value: 'kp',
      original: 'North Korea',
    })
    expect(Object.keys(report.unknown)).toEqual(['column "Floor", not in the mapping', 'country "Atlantis"'])
  })

  it('takes JSON too, by paths, through lists', async () => {
    const mapping = parseMapping({
      source: 'test',
      member: 'entities',
      entities: {
        one: {
          schema: 'Person',
          keys: ['id'],
          properties: { name: 'names.full', birthDate: { column: 'born' } },
        },
      },
    })
    const json = JSON.stringify({
      total: 1,
      entities: [{ id: 7, names: [{ full: 'A B' }, { full: 'C D' }], born: [1965, '1966-01'] }],
    })
    const read = await readFixture(mappedReader(mapping), 'x.json', Buffer.from(json))
    expect(read.values('test-7', 'name')).toEqual(['A B', 'C D'])
    expect(read.values('test-7', 'birthDate')).toEqual(['1965', '1966-01'])
  })
})

describe('a mapping with something wrong', () => {
  const entity = (more: object) => ({
    source: 'x',
    entities: { one: { schema: 'Person', keys: ['Id'], properties: { name: 'N' }, ...more } },
  })
  it.each([
    [[], /mapping: the mapping: expected a mapping with source and entities, found \[\]/],
    [{ source: 'X y', entities: {} }, /source: expected a name of lower-case letters/],
    [{ source: 'x', entitys: {} }, /the mapping.entitys: expected one of source, title/],
    [entity({ schema: 'Human' }), /entities.one.schema: expected a FollowTheMoney schema.*found "Human"/],
    [entity({ keys: [] }), /entities.one.keys: expected at least one column/],
    [
      entity({ properties: { birthday: 'B' } }),
      /properties.birthday: expected a property of Person.*Did you mean .*birthDate/,
    ],
    [
      entity({ properties: { name: { colum: 'N' } } }),
      /properties.name.colum: expected one of column, columns/,
    ],
    [entity({ properties: { name: {} } }), /properties.name: expected column, literal or entity/],
    [
      entity({ properties: { parent: { entity: 'two' } } }),
      /parent.entity: expected one of the entities one, found "two"/,
    ],
    [
      entity({ properties: { birthDate: { column: 'B', dates: 'american' } } }),
      /dates: expected day-first or month-first/,
    ],
  ])('is refused with its place: %o', (value, message) => {
    expect(() => parseMapping(value)).toThrow(message)
  })

  it('is told where the file lacks its key', async () => {
    const mapping = parseMapping(entity({}))
    await expect(readFixture(mappedReader(mapping), 'x.csv', Buffer.from('A,B\n1,2\n'))).rejects.toThrow(
      /a header with the columns Id, found \["A","B"/,
    )
  })
})
