import type { Claim } from '@cordon/model'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { joinedFromStore } from '../joining/joined-entries.ts'
import type { Identities } from '../store/index.ts'
import { entities, entity, startServer, type TestServer } from './testing-server.ts'

const onUn = entity(
  'un-park',
  'Person',
  { name: ['Park Jin Hyok'], birthDate: ['1984'], nationality: ['kp'], topics: ['sanction'] },
  'un_sc_sanctions',
)
const claim: Claim = {
  from: { kind: 'entity', id: 'ofac-24918', label: 'PARK, Jin Hyok' },
  to: { kind: 'entity', id: 'un-park', label: 'Park Jin Hyok' },
  relation: 'same-as',
  source: 'person:ana',
  valid: {},
}
const query = { queries: { q: { schema: 'Person', properties: { name: ['Park Jin Hyok'] } } } }

let server: TestServer
beforeAll(async () => {
  server = await startServer([...entities, onUn])
  const said = [{ key: 'k', claim, kind: 'person', reason: 'one man', saidAt: 0 }] as const
  server.known.join(await joinedFromStore({ all: async () => [...said] } as unknown as Identities))
})
afterAll(() => server.app.close())

const found = async (path: string) => (await server.json(path)).results.map(({ id }: { id: string }) => id)

describe('a person on two lists', () => {
  it('is one hit of a search, with both lists and the other entry as a referent', async () => {
    const { results, total } = await server.json('/search/default?q=park')
    expect(total.value).toBe(1)
    expect(results).toHaveLength(1)
    const [hit] = results
    expect([hit.id, ...hit.referents].sort()).toEqual(['NK-park', 'ofac-24918', 'un-park'])
    expect(hit.datasets.toSorted()).toEqual(['un_sc_sanctions', 'us_ofac_sdn'])
  })

  it('is two where asked so, and stays found on either list', async () => {
    expect((await found('/search/default?q=park&joined=false')).sort()).toEqual(['ofac-24918', 'un-park'])
    expect(await found('/search/un_sc_sanctions?q=park')).toEqual(['un-park'])
  })

  it('is two in match answers, as every list has it, unless asked otherwise', async () => {
    const results = async (path: string) => {
      const { responses } = await (await server.post(path, query)).json()
      return responses.q.results
    }
    const apart = await results('/match/default')
    expect(apart.map(({ id }: { id: string }) => id).sort()).toEqual(['ofac-24918', 'un-park'])
    expect(apart.find(({ id }: { id: string }) => id === 'un-park').referents).toEqual([])
    const [one, ...others] = await results('/match/default?joined=true')
    expect(others).toEqual([])
    expect([one.id, ...one.referents].sort()).toEqual(['NK-park', 'ofac-24918', 'un-park'])
    expect(one.datasets).toHaveLength(2)
    expect(one.score).toBe(Math.max(...apart.map(({ score }: { score: number }) => score)))
  })
})
