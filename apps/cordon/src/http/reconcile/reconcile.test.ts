import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { entities, entity, startServer, type TestServer } from '../testing-server.ts'

let server: TestServer
const twin = entity(
  'un-park',
  'Person',
  { name: ['PARK, Jin Hyok'], passportNumber: ['<b>290333974</b>'], topics: ['sanction'] },
  'un_sc_sanctions',
)
beforeAll(async () => {
  server = await startServer([...entities, twin])
})
afterAll(() => server.app.close())

/** Posts a form, as OpenRefine does. */
async function form(fields: Record<string, unknown>, dataset = 'default') {
  const body = new URLSearchParams(
    Object.entries(fields).map(([name, value]) => [
      name,
      typeof value === 'string' ? value : JSON.stringify(value),
    ]),
  )
  const response = await server.get(`/reconcile/${dataset}`, { method: 'POST', body })
  // biome-ignore lint/suspicious/noExplicitAny: answers of many shapes
  return { status: response.status, body: (await response.json()) as Record<string, any> }
}

describe('the manifest', () => {
  it('names what the service can do, under the address it was reached by', async () => {
    const manifest = await server.json('/reconcile/default')
    expect(manifest).toMatchObject({ versions: ['0.2'], batchSize: 50, name: 'Cordon: all loaded lists' })
    expect(manifest.identifierSpace).toBe(`${server.url}/entities/`)
    expect(manifest.view.url).toBe(`${server.url}/entities/{{id}}`)
    for (const { service_url, service_path } of [
      ...Object.values<Record<string, string>>(manifest.suggest),
      manifest.extend.propose_properties,
    ])
      expect((await fetch(`${service_url}${service_path}?prefix=a&type=Person`)).status).toBe(200)
  })

  it('exists for each list, and for no other', async () => {
    expect((await server.json('/reconcile/un_sc_sanctions')).name).toBe('Cordon: UN')
    expect((await server.get('/reconcile/atlantis')).status).toBe(404)
  })
})

describe('queries', () => {
  const queries = {
    q0: { query: 'Lazarus Group', type: 'Organization', limit: 3 },
    q1: {
      query: 'Chong Chon Gang',
      type: { id: 'Vessel' },
      properties: [{ pid: 'Vessel:imoNumber', v: 7937317 }],
    },
    q2: { query: 'nobody at all zzyzx' },
  }

  it('are answered by key with candidates, each with type, score and what speaks for it', async () => {
    const { status, body } = await form({ queries })
    expect(status).toBe(200)
    expect(body.q0.result[0]).toMatchObject({
      id: 'ofac-27307',
      name: 'LAZARUS GROUP',
      type: [{ id: 'Organization', name: 'Organization' }],
      match: true,
    })
    expect(body.q0.result[0].features[0]).toEqual({ id: expect.any(String), value: expect.any(Number) })
    expect(body.q1.result[0]).toMatchObject({ id: 'un-vessel', match: true })
    expect(body.q2.result).toEqual([])
  })

  it('may come in the query string', async () => {
    const answer = await server.json(
      `/reconcile/default?queries=${encodeURIComponent(JSON.stringify(queries))}`,
    )
    expect(answer.q1.result[0].id).toBe('un-vessel')
  })

  it('leave the choice to a person where two candidates are as good', async () => {
    const { body } = await form({ queries: { q: { query: 'Park Jin Hyok', type: 'Person' } } })
    expect(body.q.result.map(({ match }: { match: boolean }) => match)).toEqual([false, false])
    const { body: one } = await form({ queries: { q: { query: 'Park Jin Hyok' } } }, 'us_ofac_sdn')
    expect(one.q.result).toMatchObject([{ id: 'ofac-24918', match: true }])
  })

  it.each([
    ['no JSON', '{"q0":', 422, 'queries'],
    ['a list', [], 422, 'queries'],
    ['an unknown type', { q: { query: 'x', type: 'Pirate' } }, 400, 'queries.q.type'],
    [
      'an unknown property',
      { q: { query: 'x', properties: [{ pid: 'luck', v: 1 }] } },
      400,
      'queries.q.properties',
    ],
    ['a limit of none', { q: { query: 'x', limit: 0 } }, 422, 'queries.q.limit'],
  ])('say what is wrong with %s', async (_, given, status, where) => {
    const answer = await form({ queries: given })
    expect([answer.status, answer.body.where]).toEqual([status, where])
  })

  it('are needed, or an extension', async () => {
    expect((await form({ other: 'x' })).status).toBe(400)
  })
})

describe('data extension', () => {
  it('gives values of properties, and names of entities along a link from either end', async () => {
    const properties = [
      { id: 'alias' },
      { id: 'sanctions' },
      { id: 'Person:birthDate', settings: { limit: 1 } },
    ]
    const { body } = await form({ extend: { ids: ['ofac-24918', 'nobody'], properties } })
    expect(body.meta).toEqual([
      { id: 'alias', name: expect.any(String) },
      { id: 'sanctions', name: 'Sanctions', type: { id: 'Sanction', name: 'Sanction' } },
      { id: 'Person:birthDate', name: 'Birth date' },
    ])
    expect(body.rows).toEqual({
      'ofac-24918': {
        alias: [{ str: 'PAK, Jin Hek' }],
        sanctions: [{ id: 'ofac-24918-s', name: 'ofac-24918-s' }],
        'Person:birthDate': [{ str: '1984-08-15' }],
      },
      nobody: { alias: [], sanctions: [], 'Person:birthDate': [] },
    })
  })

  it('proposes the properties of a type', async () => {
    const { type, properties } = await server.json('/reconcile/default/extend/propose?type=Vessel&limit=500')
    expect(type).toBe('Vessel')
    expect(properties).toContainEqual({ id: 'imoNumber', name: 'IMO Number' })
  })
})

describe('suggestions', () => {
  const names = async (path: string) =>
    (await server.json(`/reconcile/default/suggest/${path}`)).result.map(({ id }: { id: string }) => id)

  it('are entities, types and properties by what they begin with', async () => {
    expect(await names('entity?prefix=hidden%20co')).toEqual(['ofac-27307'])
    expect(await names('entity?prefix=park&cursor=1')).toEqual(['un-park'])
    expect(await names('type?prefix=vess')).toEqual(['Vessel'])
    expect(await names('property?prefix=imo')).toEqual(['imoNumber'])
  })
})

describe('the preview', () => {
  it('tells in a header which lists were searched, in which versions', async () => {
    const queries = encodeURIComponent(JSON.stringify({ q: { query: 'Park' } }))
    const response = await server.get(`/reconcile/default?queries=${queries}`)
    expect(response.headers.get('x-cordon-lists')).toBe('us_ofac_sdn@2025-09-03 un_sc_sanctions@2025-04-19')
  })

  it('is a page without scripts whose only style its policy allows, and whose data cannot become markup', async () => {
    const response = await server.get('/reconcile/default/preview?id=un-park')
    const page = await response.text()
    const policy = response.headers.get('content-security-policy')!
    const [, style] = /<style>(.*?)<\/style>/s.exec(page)!
    expect(policy).toContain(`'sha256-${createHash('sha256').update(style!).digest('base64')}'`)
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain('frame-ancestors')
    expect(page).toContain('PARK, Jin Hyok')
    expect(page).not.toContain('<b>')
    expect((await server.get('/reconcile/default/preview?id=nobody')).status).toBe(404)
  })
})

describe('who may ask', () => {
  const ask = (origin: string, url = '/reconcile/default') =>
    server.app.inject({ url, headers: { host: 'localhost:8700', origin } })

  it('is an OpenRefine on this machine', async () => {
    const response = await ask('http://127.0.0.1:3333')
    expect(response.statusCode).toBe(200)
    expect(response.headers['access-control-allow-origin']).toBe('http://127.0.0.1:3333')
  })

  it('is no page of the web, and nobody beyond reconciliation', async () => {
    expect((await ask('http://evil.example')).statusCode).toBe(403)
    expect((await ask('http://127.0.0.1.evil.example')).statusCode).toBe(403)
    expect((await ask('http://127.0.0.1:3333', '/search/default?q=x')).statusCode).toBe(403)
  })
})
