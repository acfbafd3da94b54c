import { once } from 'node:events'
import { request } from 'node:http'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startServer, type TestServer } from './testing-server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.app.close())

const path = '/api/screen/bulk'
const bulk = (body: BodyInit, type = 'text/csv', query = '') =>
  server.get(`${path}${query}`, { method: 'POST', body, headers: { 'content-type': type } })
const lines = async (response: Response) =>
  (await response.text())
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
const csv = 'Name,DOB,IMO\nPark Jin-hyok,1984,\nbroken,row\nAnna Schmidt,1990,\n,,7937317\n'
const found = (answers: { results?: { id: string }[] }[]) =>
  answers.flatMap(({ results }) => results?.map(({ id }) => id) ?? [])

describe('POST /api/screen/bulk', () => {
  it('answers each record of a CSV in a line, rejects with their reason, and sums up in the last line', async () => {
    const response = await bulk(csv)
    expect([response.status, response.headers.get('content-type')]).toEqual([
      200,
      'application/x-ndjson; charset=utf-8',
    ])
    const answers = await lines(response)
    expect(found(answers)).toEqual(['ofac-24918', 'un-vessel'])
    expect(answers).toContainEqual({
      reject: { where: 'line 3', reason: '2 fields where there should be 3', excerpt: 'broken,row' },
    })
    expect(answers.at(-1)).toEqual({
      summary: {
        parties: 3,
        matched: 2,
        matches: 2,
        rejected: 1,
        versions: { us_ofac_sdn: '2025-09-03', un_sc_sanctions: '2025-04-19' },
        lists: [
          expect.objectContaining({ source: 'us_ofac_sdn', version: '2025-09-03' }),
          expect.objectContaining({ source: 'un_sc_sanctions', version: '2025-04-19' }),
        ],
      },
    })
  })

  it('takes NDJSON, a JSON array, and gzip', async () => {
    const record = { id: 7, schema: 'Vessel', properties: { imoNumber: 7937317 } }
    for (const [body, type] of [
      [`${JSON.stringify(record)}\n`, 'application/x-ndjson'],
      [JSON.stringify([record]), 'application/json'],
      [gzipSync(csv), 'application/gzip'],
    ] as const)
      expect([type, found(await lines(await bulk(body, type)))]).toEqual([
        type,
        expect.arrayContaining(['un-vessel']),
      ])
  })

  it('can leave out who meets nobody, and keep to one list', async () => {
    const answers = await lines(await bulk(csv, 'text/csv', '?matches_only=true&dataset=un_sc_sanctions'))
    expect(answers.map((answer) => Object.keys(answer)[0])).toEqual(['line', 'reject', 'summary'])
    expect(answers.at(-1).summary.versions).toEqual({ un_sc_sanctions: '2025-04-19' })
  })

  it.each([
    ['columns that mean nothing', 'a,b\n1,2\n', '', 422, 'line 1'],
    ['a mapping of a column that is not there', csv, '?map=Kunde%3Dname', 422, '--map'],
    ['an unknown algorithm', csv, '?algorithm=magic', 400, 'query.algorithm'],
    ['an unknown list', csv, '?dataset=atlantis', 404, 'path.dataset'],
  ])('says what is wrong with %s before it begins', async (_, body, query, status, where) => {
    const response = await bulk(body, 'text/csv', query)
    expect([response.status, ((await response.json()) as { where: string }).where]).toEqual([status, where])
  })

  it('tells in the last line what goes wrong later, and then has no summary', async () => {
    const whole = gzipSync(`name\n${Array.from({ length: 60_000 }, (_, i) => `Nobody ${i}\n`).join('')}`)
    const answers = await lines(await bulk(whole.subarray(0, whole.length / 2), 'application/gzip'))
    expect(answers.at(-1).error).toMatchObject({ code: 'FORMATS_TRUNCATED' })
    expect(answers.length).toBeGreaterThan(1000)
  })

  it('answers while the input still comes, and waits for a reader that is slow', async () => {
    const sending = request(`${server.url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'text/csv' },
    })
    const row = `Hidden Cobra,${'x'.repeat(1000)}\n`
    sending.write(`name,ignored\n${row.repeat(1000)}`)
    const [response] = await once(sending, 'response')
    await once(response, 'readable')
    // Nobody reads on: the server stops taking input once what lies between the two is full.
    const batch = row.repeat(500)
    let sent = 0
    while (sent < 200 && (sending.write(batch) || (await drained(sending)))) sent++
    expect(sent).toBeLessThan(200)
    let text = ''
    response.setEncoding('utf8').on('data', (chunk: string) => {
      text = (text + chunk).slice(-1000)
    })
    sending.end()
    await once(response, 'end')
    const { summary } = JSON.parse(text.trimEnd().split('\n').at(-1)!)
    expect(summary.matched).toBe(1000 + (sent + 1) * 500)
  })

  it('is not open to forms of other pages', async () => {
    expect((await bulk(csv, 'text/plain')).status).toBe(415)
    const headers = { host: 'localhost', origin: 'http://evil.example', 'content-type': 'text/csv' }
    expect((await server.app.inject({ method: 'POST', url: path, headers, payload: csv })).statusCode).toBe(
      403,
    )
  })
})

/** Whether the other side takes more within a moment. */
async function drained(stream: NodeJS.WritableStream): Promise<boolean> {
  const waiting = new AbortController()
  const timer = setTimeout(() => waiting.abort(), 700)
  try {
    await once(stream, 'drain', { signal: waiting.signal })
    return true
  } catch {
    return false
  } finally {
    clearTimeout(timer)
  }
}
