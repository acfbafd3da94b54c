import { expect, it } from 'vitest'
import type { Entity, MatchAnswer } from '../../api/types.ts'
import { hitsOf } from './hits.ts'

const entity = (id: string, schema = 'Person'): Entity => ({
  id,
  caption: id,
  schema,
  properties: {},
  datasets: ['us_ofac_sdn'],
})

const match: MatchAnswer = {
  responses: {
    party: {
      status: 200,
      results: [
        { ...entity('a'), score: 0.6, match: false },
        {
          ...entity('b'),
          score: 0.9,
          match: true,
          explanations: { country: { score: -0.2 }, name: { score: 1, detail: 'the same name' } },
        },
      ],
    },
    document: { status: 200, results: [{ ...entity('a'), score: 0.95, match: true }] },
  },
}

it('puts the best score of each entity first and the unscored last, each once', () => {
  const hits = hitsOf(match, { results: [entity('b'), entity('c')], total: { value: 2 } })
  expect(hits.map((hit) => [hit.entity.id, hit.score])).toEqual([
    ['a', 0.95],
    ['b', 0.9],
    ['c', undefined],
  ])
})

it('explains a hit by its strongest reason', () => {
  expect(hitsOf(match, undefined)[1]?.reason).toMatchObject({ feature: 'name', detail: 'the same name' })
})

it('leaves out links: they are reached through what they join', () => {
  expect(hitsOf(undefined, { results: [entity('s', 'Sanction')], total: { value: 1 } })).toEqual([])
})

it('counts entries of several lists that are one once, whichever of them was found', () => {
  const one = { ...entity('un'), referents: ['ofac', 'gb'], score: 0.9, match: true }
  const other = { ...entity('ofac'), referents: ['gb', 'un'], score: 0.8, match: true }
  const found = { responses: { a: { status: 200, results: [one] }, b: { status: 200, results: [other] } } }
  const hits = hitsOf(found, { results: [entity('gb'), entity('z')], total: { value: 2 } })
  expect(hits.map((hit) => hit.entity.id)).toEqual(['un', 'z'])
})
