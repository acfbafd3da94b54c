import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { entities, entity, startServer, type TestServer } from '../testing-server.ts'

let server: TestServer
const more = [
  entity(
    'p-1',
    'Person',
    {
      name: ['KIM, Yong Chol'],
      alias: ['김영철'],
      nationality: ['kp'],
      birthDate: ['1946'],
      topics: ['sanction', 'role.pep'],
    },
    'us_ofac_sdn',
  ),
  entity(
    'p-2',
    'Person',
    { name: ['KIMANI, Ruth'], nationality: ['ke'], topics: ['sanction'] },
    'un_sc_sanctions',
  ),
  entity('p-3', 'Person', { name: ['Müller, Jörg'], topics: ['sanction'] }, 'un_sc_sanctions'),
  entity('p-4', 'Person', { name: ['Ким Ён Чхоль'] }, 'un_sc_sanctions'),
]
beforeAll(async () => {
  server = await startServer([...entities, ...more])
})
afterAll(() => server.app.close())

async function ids(query: string): Promise<string[]> {
  const { results } = await server.json(`/search/default?${query}`)
  return results.map(({ id }: { id: string }) => id)
}
const q = (text: string, rest = '') => ids(`q=${encodeURIComponent(text)}${rest}`)

describe('GET /search/{dataset}', () => {
  it('finds by the beginning of a word, with facets', async () => {
    const { results, total, facets } = await server.json('/search/default?q=hidden%20cob')
    expect(results).toEqual([entities[1]])
    expect(total).toEqual({ value: 1, relation: 'eq' })
    expect(facets.datasets.values).toEqual([{ name: 'us_ofac_sdn', label: 'OFAC SDN', count: 1 }])
  })

  it('takes words in any order, and shows whole words before those that only begin so', async () => {
    expect(await q('yong kim')).toEqual(['p-1'])
    expect(await q('kim')).toEqual(['p-4', 'p-1', 'p-2'])
    expect(await q('kim kimani')).toEqual([])
  })

  it('finds names in their own script, in Latin letters, and with or without marks', async () => {
    for (const text of ['김영철', 'Ким', 'muller jorg', 'MÜLLER', 'mueller'])
      expect([text, await q(text)]).not.toEqual([text, []])
  })

  it('finds by a number', async () => {
    expect(await q('7937317')).toEqual(['un-vessel'])
    expect(await q('290333974')).toEqual(['ofac-24918'])
  })

  it('lists everything that is listed for no words, by name, in pages', async () => {
    const { results, total } = await server.json('/search/default?limit=2&offset=1')
    expect(total.value).toBe(6)
    expect(results.map(({ caption }: { caption: string }) => caption)).toEqual([
      'KIM, Yong Chol',
      'KIMANI, Ruth',
    ])
  })

  it.each([
    ['filter=nationality:kp', ['ofac-24918', 'p-1']],
    ['filter=properties.nationality:KP&filter=topics:role.pep', ['p-1']],
    ['filter=topics:sanction&filter=topics:role.pep&schema=Person', ['ofac-24918', 'p-1', 'p-2', 'p-3']],
    ['filter=topics:sanction&filter=topics:role.pep&filter_op=AND', ['p-1']],
    ['filter=birthDate:1946', ['p-1']],
    ['countries=North%20Korea&schema=Vessel', ['un-vessel']],
    ['include_dataset=un_sc_sanctions&exclude_schema=Vessel', ['p-2', 'p-3']],
    ['target=false', ['p-4']],
  ])('narrows by %s', async (query, found) => {
    expect((await ids(query)).sort()).toEqual(found)
  })

  it('sorts by several fields, either way', async () => {
    expect(await ids('schema=Person&sort=name:desc')).toEqual(['p-4', 'ofac-24918', 'p-3', 'p-2', 'p-1'])
    expect(await ids('sort=schema:asc&sort=name:desc')).toEqual([
      'ofac-27307',
      'ofac-24918',
      'p-3',
      'p-2',
      'p-1',
      'un-vessel',
    ])
  })

  it('forgives a slip where it is asked to', async () => {
    expect(await q('lazraus')).toEqual([])
    expect(await q('lazraus', '&fuzzy=true')).toEqual(['ofac-27307'])
  })

  it('counts no facets where none are wanted', async () => {
    expect((await server.json('/search/default?q=kim&facets=')).facets).toEqual({})
  })

  it.each([
    ['sort=luck', 'query.sort', 400],
    ['filter=luck:1', 'query.filter', 400],
    ['filter=__proto__:1', 'query.filter', 400],
    ['limit=501', 'query.limit', 422],
    ['offset=9500', 'query.offset', 422],
    ['filter_op=XOR', 'query.filter_op', 422],
  ])('says what is wrong with %s', async (query, where, status) => {
    const response = await server.get(`/search/default?q=kim&${query}`)
    expect([response.status, ((await response.json()) as { where: string }).where]).toEqual([status, where])
  })

  it('shows each hit on exactly one page, in one order', async () => {
    const whole = await ids('limit=500&q=k')
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 4 }), async (limit) => {
        const pages: string[] = []
        for (let offset = 0; offset < whole.length; offset += limit)
          pages.push(...(await ids(`q=k&limit=${limit}&offset=${offset}`)))
        expect(pages).toEqual(whole)
      }),
      { numRuns: 4 },
    )
  })
})
