import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startServer, type TestServer } from './testing-server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer(undefined, { requestsPerMinute: 3 })
})
afterAll(() => server.app.close())

describe('the limit of requests a minute', () => {
  it('answers 429 and when to ask again, in the shape of every problem', async () => {
    const statuses = []
    for (let i = 0; i < 3; i++) statuses.push((await server.get('/search/default?q=park')).status)
    expect(statuses).toEqual([200, 200, 200])
    const refused = await server.get('/catalog')
    expect(refused.status).toBe(429)
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(await refused.json()).toMatchObject({ code: 'CORDON_TOO_MANY_REQUESTS' })
  })

  it('leaves out who asks whether the server lives', async () => {
    for (let i = 0; i < 10; i++) expect((await server.get('/healthz')).status).toBe(200)
  })

  it('is not there unless it is asked for', async () => {
    const unlimited = await startServer()
    expect((await unlimited.get('/catalog')).headers.has('x-ratelimit-limit')).toBe(false)
    await unlimited.app.close()
  })
})
