import type { Entity } from '@cordon/model'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { entities, knownOf, startServer, type TestServer } from './testing-server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer('none')
})
afterAll(() => server.app.close())

const get: TestServer['get'] = (...request) => server.get(...request)
const post: TestServer['post'] = (...request) => server.post(...request)
// biome-ignore lint/suspicious/noExplicitAny: answers of many shapes
const json = async (response: Response) => (await response.json()) as Record<string, any>

const park = { schema: 'Person', properties: { name: ['Park Jin-hyok'], country: 'North Korea' } }

describe('before the lists are loaded', () => {
  it('is alive but not ready, and says so', async () => {
    expect((await get('/healthz')).status).toBe(200)
    expect((await get('/readyz')).status).toBe(503)
    const answer = await post('/match/default', { queries: { a: park } })
    expect(answer.status).toBe(503)
    expect(await json(answer)).toMatchObject({ code: 'CORDON_LOADING' })
  })
})

describe('with lists', () => {
  beforeAll(async () => {
    server.known.swap(await knownOf())
  })

  it('is ready', async () => {
    expect((await get('/readyz')).status).toBe(200)
  })

  describe('POST /match/{dataset}', () => {
    it('answers each query with scored entities, reasons, and the versions searched', async () => {
      const response = await post('/match/default', {
        queries: { q1: park, q2: { schema: 'Vessel', properties: { imoNumber: 7937317 } } },
      }) // prettier-ignore
      expect(response.status).toBe(200)
      expect(response.headers.get('x-batch-size')).toBe('2')
      const { responses, limit, versions, lists } = await json(response)
      expect(limit).toBe(5)
      expect(versions).toEqual({ us_ofac_sdn: '2025-09-03', un_sc_sanctions: '2025-04-19' })
      expect(
        lists.map(({ source, version }: { source: string; version: string }) => [source, version]),
      ).toEqual(Object.entries(versions))
      expect(responses.q1.status).toBe(200)
      expect(responses.q1.total).toEqual({ value: 1, relation: 'eq' })
      expect(responses.q1.results[0]).toMatchObject({
        id: 'ofac-24918',
        match: true,
        datasets: ['us_ofac_sdn'],
      })
      expect(Object.keys(responses.q1.results[0].explanations).length).toBeGreaterThan(0)
      expect(responses.q2.results[0]).toMatchObject({ id: 'un-vessel', match: true })
    })

    it('searches only the dataset of the path, and names only its version', async () => {
      const { responses, versions } = await json(
        await post('/match/un_sc_sanctions', { queries: { q: park } }),
      )
      expect(responses.q.results).toEqual([])
      expect(versions).toEqual({ un_sc_sanctions: '2025-04-19' })
    })

    it('leaves out what the caller excludes', async () => {
      const { responses } = await json(
        await post('/match/default?exclude_entity_ids=ofac-24918', { queries: { q: park } }),
      ) // prettier-ignore
      expect(responses.q.results.map(({ id }: Entity) => id)).not.toContain('ofac-24918')
    })

    it('scores by the algorithm that is asked for, and lists all there are', async () => {
      const { algorithms, best } = await server.json('/algorithms')
      expect(best).toBe('cordon')
      const names = algorithms.map(({ name }: { name: string }) => name)
      expect(names).toEqual(expect.arrayContaining(['cordon', 'ofac']))
      for (const name of ['best', ...names]) {
        const answer = await json(await post(`/match/default?algorithm=${name}`, { queries: { q: park } }))
        expect([name, answer.responses.q.results[0].id]).toEqual([name, 'ofac-24918'])
      }
      const { responses } = await json(await post('/match/default?algorithm=ofac', { queries: { q: park } }))
      expect(responses.q.results[0].explanations.name.detail).toContain('OFAC')
    })

    it('answers a thousand queries in one call, and others meanwhile', async () => {
      const queries = Object.fromEntries(Array.from({ length: 1000 }, (_, i) => [`q${i}`, park]))
      let isDone = false
      const long = post('/match/default', { queries }).finally(() => {
        isDone = true
      })
      const other = await get('/healthz')
      expect([other.status, isDone]).toEqual([200, false])
      const { responses } = await json(await long)
      expect(Object.keys(responses)).toEqual(Object.keys(queries))
    })

    it.each([
      ['no queries', '/match/default', { queries: {} }, 400, 'body.queries'],
      [
        'too many queries',
        '/match/default',
        { queries: Object.fromEntries(Array.from({ length: 1001 }, (_, i) => [i, park])) },
        400,
        'body.queries',
      ],
      [
        'an unknown algorithm',
        '/match/default?algorithm=magic',
        { queries: { q: park } },
        400,
        'query.algorithm',
      ],
      [
        'an unknown schema',
        '/match/default',
        { queries: { q: { schema: 'Pirate', properties: {} } } },
        400,
        'body.queries.q.schema',
      ],
      [
        'an unknown feature',
        '/match/default',
        { queries: { q: park }, weights: { luck: 1 } },
        400,
        'body.weights.luck',
      ],
      ['an unknown dataset', '/match/atlantis', { queries: { q: park } }, 404, 'path.dataset'],
      [
        'a query without schema',
        '/match/default',
        { queries: { q: { properties: {} } } },
        422,
        'body.queries.q.schema',
      ],
      ['a limit beyond 500', '/match/default?limit=501', { queries: { q: park } }, 422, 'query.limit'],
      ['a body that is no JSON', '/match/default', '{"queries":', 422, 'body'],
    ])('says what is wrong with %s', async (_, path, body, status, where) => {
      const response = await post(path, body)
      const problem = await json(response)
      expect([response.status, problem.where]).toEqual([status, where])
      expect(response.headers.get('content-type')).toContain('application/json')
      for (const field of ['detail', 'expected', 'found', 'remedy']) expect(problem[field]).toBeTruthy()
    })

    it('takes nothing but JSON, so that a foreign form cannot post', async () => {
      expect(
        (
          await get('/match/default', {
            method: 'POST',
            body: 'queries=x',
            headers: { 'content-type': 'text/plain' },
          })
        ).status,
      ).toBe(415) // prettier-ignore
    })

    it('refuses a body over the limit', async () => {
      const body = {
        queries: { q: { schema: 'Person', properties: { name: ['x'.repeat(17 * 1024 * 1024)] } } },
      }
      expect((await post('/match/default', body)).status).toBe(413)
    })
  })

  describe('GET /entities/{id}', () => {
    it('nests what the entity is linked to, through a link to its other end', async () => {
      const found = await json(await get('/entities/ofac-24918'))
      expect(found.properties.sanctions[0]).toMatchObject({ id: 'ofac-24918-s', schema: 'Sanction' })
      expect(found.properties.unknownLinkTo[0].properties.object[0]).toMatchObject({ id: 'ofac-27307' })
    })

    it('is the bare entity with nested=false', async () => {
      expect(await json(await get('/entities/ofac-24918?nested=false'))).toEqual(entities[0])
    })

    it('redirects another id of the same thing, and answers 404 for none', async () => {
      const moved = await get('/entities/NK-park')
      expect([moved.status, moved.headers.get('location')]).toEqual([308, '/entities/ofac-24918'])
      expect((await get('/entities/nobody')).status).toBe(404)
    })

    it('pages its neighbours by property', async () => {
      const { adjacent } = await json(await get('/entities/ofac-24918/adjacent'))
      expect(Object.keys(adjacent).sort()).toEqual(['sanctions', 'unknownLinkTo'])
      const page = await json(await get('/entities/ofac-24918/adjacent/sanctions?limit=1'))
      expect(page).toMatchObject({
        total: { value: 1 },
        limit: 1,
        offset: 0,
        results: [{ id: 'ofac-24918-s' }],
      })
    })
  })

  it('has a catalog whose ETag spares the second transfer', async () => {
    const first = await get('/catalog')
    expect((await json(first)).current).toEqual(['default', 'us_ofac_sdn', 'un_sc_sanctions'])
    const etag = first.headers.get('etag')!
    expect((await get('/catalog', { headers: { 'if-none-match': etag } })).status).toBe(304)
  })

  it('documents itself: OpenAPI 3.1, and a page that needs no other host', async () => {
    const document = await json(await get('/openapi.json'))
    expect(document.openapi).toBe('3.1.0')
    expect(Object.keys(document.paths)).toEqual(
      expect.arrayContaining(['/match/{dataset}', '/search/{dataset}', '/entities/{id}']),
    ) // prettier-ignore
  })

  it('shows its reference without any other host: every asset is here, and its policy lets them work', async () => {
    const page = await get('/docs/')
    expect(page.status).toBe(200)
    const policy = page.headers.get('content-security-policy')!
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toMatch(/https?:/)
    const html = await page.text()
    const assets = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, path]) => path!)
    expect(assets.filter((path) => path.endsWith('.js')).length).toBeGreaterThan(1)
    const types: Record<string, RegExp> = { js: /javascript/, css: /css/, png: /image\/png/ }
    for (const path of assets) {
      const asset = new URL(path, `${server.url}/docs/`)
      expect(asset.origin).toBe(server.url)
      const response = await fetch(asset)
      expect([path, response.status]).toEqual([path, 200])
      expect(response.headers.get('content-type')).toMatch(types[path.split('.').at(-1)!]!)
    }
    // The policy allows scripts of this server alone, none within the page.
    expect(html).not.toMatch(/<script(?![^>]*\bsrc=)[^>]*>\s*\S/)
    expect(html).not.toMatch(/\son[a-z]+="/)
    const specification = await get('/docs/json')
    expect([specification.status, (await json(specification)).openapi]).toEqual([200, '3.1.0'])
  })
})

describe('protection while there are no accounts', () => {
  it.each([
    ['a foreign Host header, as DNS rebinding makes', { host: 'evil.example' }],
    ['another origin', { origin: 'http://evil.example' }],
    ['a script of another site', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' }],
  ])('refuses %s', async (_, headers) => {
    const response = await server.app.inject({
      url: '/search/default?q=park',
      headers: { host: 'localhost:8700', ...headers },
    })
    expect(response.statusCode).toBe(403)
  })

  it('lets its own page through', async () => {
    const headers = { host: 'localhost:8700', origin: 'http://localhost:8700' }
    expect((await server.app.inject({ url: '/healthz', headers })).statusCode).toBe(200)
  })

  it('sends security headers with every answer', async () => {
    const response = await get('/nowhere.json')
    expect(response.status).toBe(404)
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    expect(await json(response)).toMatchObject({ code: 'CORDON_NOT_FOUND' })
  })
})
