import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { entities, startServer, type TestServer } from './testing-server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.app.close())

/** Names that people, broken exports and attackers send. */
const named: readonly (readonly [about: string, text: string])[] = [
  ['nothing', ''],
  ['white space', ' \t\u00a0\u3000 '],
  ['one letter', 'x'],
  ['numbers only', '1234567890 42'],
  ['10,000 letters', 'x'.repeat(10_000)],
  ['10,000 words', 'kim '.repeat(2_500)],
  ['10,000 syllables', '김'.repeat(10_000)],
  ['10,000 marks on one letter', `a${'\u0301'.repeat(10_000)}`],
  ['control characters', 'Park\u0000Jin\u001b[31m\u0007Hyok'],
  ['characters that turn the writing', '\u202ePark\u2066Jin\u2069\u200fHyok\u202c'],
  ['invisible characters', 'P\u200bark\u200d Jin\ufeff Hyok'],
  ['a lone surrogate', 'Park \ud800 Jin'],
  ['a surrogate at the end', 'Park Jin \udbff'],
  ['surrogates the wrong way', '\udc00\ud800'],
  ['no character', '\uffff\ufffe'],
  ['scripts mixed to deceive', 'Раrk Jіn Нуоk'],
  ['punctuation', '---///***'],
  ['a pattern', '(a+)+$ .*?[[[\\'],
  ['markup', '<script>alert(1)</script>&amp;'],
  ['another language', "'; DROP TABLE findings; --"],
  ['names that objects have', '__proto__ constructor toString'],
  ['smiles', '😀🏴󠁧󠁢󠁥󠁮󠁧󠁿👨‍👩‍👧'],
]

/** Any text: of letters, of whole Unicode, of loose halves of characters, of the above. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 100 })
    .map((units) => String.fromCharCode(...units)),
  fc
    .array(fc.constantFrom(...named.map(([, text]) => text.slice(0, 40))), { maxLength: 6 })
    .map((parts) => parts.join(' ')),
)

const anyValue = fc.oneof(anyText, fc.double(), fc.boolean(), fc.constant(null))
const properties = fc.dictionary(
  fc.constantFrom(
    'name',
    'alias',
    'birthDate',
    'country',
    'imoNumber',
    'passportNumber',
    'address',
    'gender',
    'luck',
  ),
  fc.oneof(anyValue, fc.array(anyValue, { maxLength: 5 })),
)
const schemata = fc.constantFrom('Person', 'Company', 'Vessel', 'LegalEntity', 'Thing', 'CryptoWallet')

/** A URL can't carry loose halves of characters. */
const wellFormed = (text: string) => text.replace(/\p{Surrogate}/gu, '\ufffd')

/** Answered as the contract says: never a fault of the server, always JSON that says what is wrong. */
async function answered(response: Response): Promise<Record<string, unknown>> {
  const text = await response.text()
  expect([response.status < 500, response.status, text.slice(0, 300)]).toEqual([
    true,
    response.status,
    expect.any(String),
  ])
  const body = JSON.parse(text) as Record<string, unknown>
  if (response.status >= 400)
    for (const field of ['detail', 'code', 'where', 'remedy']) expect(body[field]).toBeTruthy()
  return body
}

/** JSON in which loose halves of characters stand as escapes, as a caller would send them. */
const match = (queries: unknown) => server.post('/match/default', { queries })

describe('names that are none', () => {
  it.each(named)('are answered by every route: %s', async (_, text) => {
    const person = {
      schema: 'Person',
      properties: { name: [text], alias: text, birthDate: text, country: text },
    }
    expect(await answered(await match({ q: person }))).toHaveProperty('responses.q.status', 200)
    expect(
      await answered(await match({ [text || 'empty']: { schema: 'Thing', properties: { name: text } } })),
    ).toHaveProperty('responses')
    await answered(await server.post('/api/screen', person))
    const bulk = await server.post('/api/screen/bulk', `${JSON.stringify(person)}\n`, {
      'content-type': 'application/x-ndjson',
    })
    expect(
      (await bulk.text())
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line))
        .at(-1),
    ).toHaveProperty('summary')
    const asked = encodeURIComponent(wellFormed(text)).slice(0, 8000)
    for (const path of [
      `/search/default?q=${asked}`,
      `/search/default?fuzzy=true&q=${asked}`,
      `/search/default?filter=name:${asked}`,
      `/search/${asked || 'default'}`,
      `/entities/${asked.slice(0, 400) || 'x'}`,
      `/reconcile/default/suggest/entity?prefix=${asked}`,
      `/reconcile/default?queries=${encodeURIComponent(JSON.stringify({ q: { query: text } }))}`.slice(
        0,
        15_000,
      ),
    ])
      await answered(await server.get(path))
  })

  it('are still answered for what they can say: letters that deceive, turn or hide meet the name', async () => {
    for (const text of [
      'Pаrk Jіn Hyоk',
      '\u202ePark\u2066 Jin\u2069 \u200fHyok\u202c',
      'P\u200bark Jin\ufeff Hyok',
    ]) {
      const { responses } = (await answered(
        await match({ q: { schema: 'Person', properties: { name: text } } }),
      )) as { responses: { q: { results: { id: string }[] } } }
      expect([text, responses.q.results[0]?.id]).toEqual([text, entities[0]!.id])
    }
  })
})

describe('anything at all', () => {
  it('is answered by /match, the same bytes for the same question', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.dictionary(
          anyText.filter((key) => key !== '__proto__'),
          fc.record({ schema: schemata, properties }),
          { minKeys: 1, maxKeys: 4 },
        ),
        async (queries) => {
          const first = await match(queries)
          const text = await first.clone().text()
          const body = await answered(first)
          expect(first.status).toBe(200)
          expect(Object.keys(body.responses as object)).toHaveLength(Object.keys(queries).length)
          expect(await (await match(queries)).text()).toBe(text)
        },
      ),
      { numRuns: 100 },
    )
  })

  it('is answered by /match where the shape is wrong as well', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.jsonValue({ maxDepth: 5 }),
        fc.constantFrom('queries', 'weights', 'config', 'whole'),
        async (value, part) => {
          const query = { schema: 'Person', properties: { name: 'x' } }
          const body = part === 'whole' ? value : { queries: { q: query }, [part]: value }
          await answered(await server.post('/match/default', body))
        },
      ),
      { numRuns: 150 },
    )
  })

  it('is answered by /search, /reconcile and /entities in any parameter', async () => {
    const names = [
      'q',
      'schema',
      'countries',
      'topics',
      'datasets',
      'filter',
      'filter_op',
      'sort',
      'facets',
      'limit',
      'offset',
      'fuzzy',
      'target',
      'prefix',
      'queries',
      'extend',
      'id',
      'changed_since',
    ]
    const paths = [
      '/search/default',
      '/reconcile/default',
      '/reconcile/default/suggest/entity',
      '/reconcile/default/preview',
      '/entities/x/adjacent',
    ]
    const well = anyText.map(wellFormed)
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...paths),
        fc.array(fc.tuple(fc.constantFrom(...names), well), { maxLength: 5 }),
        async (path, pairs) => {
          const response = await server.get(`${path}?${new URLSearchParams(pairs)}`)
          if (response.status === 200 && path.endsWith('preview')) await response.text()
          else await answered(response)
        },
      ),
      { numRuns: 150 },
    )
  })

  it('is taken record by record by the bulk route: what cannot be read is a line, and all are counted', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.oneof(
            anyText.map((text) => text.replace(/[\r\n]/g, ' ')),
            fc.json(),
          ),
          { minLength: 1, maxLength: 20 },
        ),
        async (records) => {
          const response = await server.post('/api/screen/bulk', `{"name":"x"}\n${records.join('\n')}\n`, {
            'content-type': 'application/x-ndjson',
          })
          const text = await response.text()
          expect([response.status, text.slice(0, 300)]).toEqual([200, expect.any(String)])
          const last = JSON.parse(text.trimEnd().split('\n').at(-1)!)
          expect(Object.keys(last)).toEqual(['summary'])
          expect(last.summary.parties + last.summary.rejected).toBeGreaterThanOrEqual(1)
        },
      ),
      { numRuns: 60 },
    )
  })
})

describe('very much of it', () => {
  it.each([
    [
      'a name of a thousand aliases',
      { q: { schema: 'Person', properties: { alias: Array.from({ length: 1000 }, (_, i) => `Kim ${i}`) } } },
      200,
    ],
    [
      'more values than a property may have',
      { q: { schema: 'Person', properties: { name: Array.from({ length: 1001 }, () => 'x') } } },
      422,
    ],
    [
      'a thousand names of 10,000 letters',
      Object.fromEntries(
        Array.from({ length: 1000 }, (_, i) => [
          `q${i}`,
          { schema: 'Person', properties: { name: 'Kim '.repeat(2500) } },
        ]),
      ),
      200,
    ],
    [
      'a thousand properties',
      {
        q: {
          schema: 'Person',
          properties: Object.fromEntries(Array.from({ length: 1000 }, (_, i) => [`p${i}`, 'x'])),
        },
      },
      200,
    ],
  ])('is answered: %s', async (_, queries, status) => {
    expect((await match(queries)).status).toBe(status)
  })

  it('is answered: JSON that is nested ever deeper', async () => {
    for (const depth of [100, 5_000, 500_000]) {
      const deep = `${'['.repeat(depth)}${']'.repeat(depth)}`
      const body = `{"queries":{"q":{"schema":"Person","properties":{"name":${deep}}}}}`
      const response = await server.post('/match/default', body)
      expect((await answered(response)).detail).toBeTruthy()
      expect(response.status).toBe(422)
    }
  })

  it('is answered: a path, or a header, of ever more letters', async () => {
    for (const length of [600, 10_000, 100_000]) {
      const response = await server.get(`/entities/${'x'.repeat(length)}`).catch(() => undefined)
      if (response) expect((await answered(response)).detail).toBeTruthy()
    }
    expect((await server.get('/healthz')).status).toBe(200)
  })
})
