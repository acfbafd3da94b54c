import { expect, it } from 'vitest'
import type { Fact } from '../../api/types.ts'
import { groupFacts } from './groups.ts'

const fact = (property: string, value: string, source = 'us_ofac_sdn', more: Partial<Fact> = {}): Fact => ({
  property,
  value,
  source,
  ...more,
})

it('joins the same value of two sources to one with two sayers', () => {
  const groups = groupFacts([fact('name', 'X'), fact('name', 'X', 'un_sc_sanctions'), fact('name', 'Y')])
  const [row] = groups.get('names')!
  expect(row?.values.map(({ fact: { value }, sayers }) => [value, sayers.length])).toEqual([
    ['X', 2],
    ['Y', 1],
  ])
})

it('keeps a date and the same date with a doubt apart', () => {
  const groups = groupFacts([
    fact('birthDate', '1965'),
    fact('birthDate', '1965', 'eu_fsf', { date: { circa: true } }),
  ])
  expect(groups.get('identity')?.[0]?.values).toHaveLength(2)
})

it('orders names before their parts and puts what it does not know under other facts', () => {
  const groups = groupFacts([
    fact('lastName', 'P'),
    fact('zodiac', 'x'),
    fact('weakAlias', 'w'),
    fact('name', 'X'),
  ])
  expect(groups.get('names')?.map((row) => row.property)).toEqual(['name', 'weakAlias', 'lastName'])
  expect(groups.get('other')?.map((row) => row.property)).toEqual(['zodiac'])
})
