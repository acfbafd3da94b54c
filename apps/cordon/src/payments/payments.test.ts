import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type ScratchStore, scratchStore } from '@cordon/testing'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildApp } from '../http/app.ts'
import { storeRecords } from '../http/store-records.ts'
import { entities, knownOf, lists } from '../http/testing-server.ts'
import { EntityCollector } from '../known/build.ts'
import { KnownHolder } from '../known/known.ts'
import { algorithms, defaultAlgorithm } from '../screening-algorithms.ts'
import { loadPackPlaces } from './pack-places.ts'
import { paymentKnown } from './payment-known.ts'

const batch = readFileSync(
  fileURLToPath(new URL('../../../console/src/tests/fixtures/payments.rje', import.meta.url)),
  'utf8',
)
const mt103 = (creditor: string, text = 'INVOICE') =>
  `{1:F01COBADEFFAXXX0001000042}{2:I103BARCGB22XXXXN}{4:\r\n:20:PAY-9\r\n:32A:261102EUR1,\r\n:50K:HARLAND\r\n:59:/1\r\n${creditor}\r\n:70:${text}\r\n-}`

describe('places of the packs', () => {
  it('are read from every pack that has some, each place in an area', () => {
    const found = loadPackPlaces()
    expect(found.map(({ name }) => name)).toEqual(['embargoed-places', 'dprk-places'])
    for (const { areas, places, goods = [] } of found) {
      for (const { source } of [...areas, ...goods]) expect(source).not.toBe('')
      expect(places.length).toBeGreaterThan(10)
    }
  })
})

describe('payments over HTTP, on the real store', () => {
  let scratch: ScratchStore
  let app: FastifyInstance
  const known = new KnownHolder()

  beforeAll(async () => {
    scratch = await scratchStore()
    app = await buildApp({
      version: '0',
      known,
      algorithms,
      records: storeRecords(Promise.resolve(scratch.store), known),
    })
  }, 60_000)
  afterAll(async () => {
    await app?.close()
    await scratch?.close()
  })

  const screen = (payload: string, query = '') =>
    app.inject({
      method: 'POST',
      url: `/payments/screen${query}`,
      headers: { host: 'localhost', 'content-type': 'text/plain' },
      payload,
    })
  const ask = async (url: string) => (await app.inject({ url, headers: { host: 'localhost' } })).json()
  const act = async (id: string, action: string, reason = 'because') => {
    const answer = await app.inject({
      method: 'POST',
      url: `/api/payments/${id}/action`,
      headers: { host: 'localhost' },
      payload: { action, reason },
    })
    return { status: answer.statusCode, body: answer.json() }
  }

  it('says 503 until the lists are there', async () => {
    expect((await screen(mt103('X'))).statusCode).toBe(503)
    known.swap(await knownOf())
  })

  it('answers one message with its recommendation, its hits, and what was searched', async () => {
    const answer = await screen(mt103('PARK JIN HYOK'))
    expect(answer.statusCode).toBe(200)
    expect(answer.json()).toMatchObject({
      messages: [
        {
          type: '103',
          id: 'PAY-9',
          recommendation: 'hold',
          hits: [{ entityId: 'ofac-24918', path: ':59:/2' }],
        },
      ],
      faults: [],
      kept: 0,
      versions: { us_ofac_sdn: '2025-09-03', 'dprk-places': expect.any(String) },
      lists: [{ source: 'us_ofac_sdn' }, { source: 'un_sc_sanctions' }],
    })
    expect((await ask('/api/payments')).payments).toEqual([])
  })

  it('tells the fault of a message that cannot be read, and of a body without one', async () => {
    expect(
      (await screen('{1:F01COBADEFFAXXX0001000042}{2:I103BARCGB22XXXXN}{4:\n:20:A')).json(),
    ).toMatchObject({
      messages: [],
      faults: [{ code: 'PAYMENTS_MT_BLOCK', where: expect.stringContaining('line 2') }],
    })
    expect((await screen('')).statusCode).toBe(422)
    expect((await screen('x'.repeat(5 * 1024 * 1024))).statusCode).toBe(413)
  })

  it('imports a file: what asks for a look waits, the rest is counted, the same file again changes nothing', async () => {
    for (const _ of [1, 2]) {
      const answer = await app.inject({
        method: 'POST',
        url: '/api/payments/import?name=batch.rje',
        headers: { host: 'localhost', 'content-type': 'application/octet-stream' },
        payload: batch,
      })
      const lines = answer.body
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line))
      expect(lines.at(-1)).toMatchObject({ summary: { messages: 4, rejected: 1 } })
      expect(lines.find(({ fault }) => fault)).toMatchObject({ fault: { code: 'PAYMENTS_MT_BLOCK' } })
    }
    const { payments, counts } = await ask('/api/payments')
    expect(counts.open).toBe(payments.length)
    expect(payments[0]).toMatchObject({
      recommendation: 'hold',
      state: 'open',
      input: 'batch.rje',
      topHit: { level: 'hold' },
    })
    expect((await ask('/api/payments/imports')).imports).toHaveLength(2)
    expect((await ask('/api/findings?watch=payments')).findings.length).toBeGreaterThan(0)
    expect((await ask(`/api/payments?q=${encodeURIComponent('chong chon')}`)).payments).toHaveLength(1)
    expect((await ask('/api/payments?q=zzyzx')).payments).toEqual([])
  })

  it('gives a message whole: its rows by field, and its hits in their places', async () => {
    const { payments } = await ask('/api/payments')
    const found = await ask(`/api/payments/${payments[0].id}`)
    expect(found.rows.find(({ label }: { label: string }) => label === '59')).toMatchObject({
      name: 'Beneficiary customer',
    })
    for (const { from, to, value } of found.hits)
      if (from !== undefined) expect(found.text.slice(from, to).replace(/\s+/g, ' ')).toBe(value)
    expect((await app.inject({ url: '/api/payments/none', headers: { host: 'localhost' } })).statusCode).toBe(
      404,
    )
  })

  it('releases in two steps, says that no second pair of eyes was there, and decides the findings with it', async () => {
    const { payments } = await ask('/api/payments')
    const { id } = payments[0]
    expect((await act(id, 'confirm')).status).toBe(409)
    expect((await act(id, 'propose', ' ')).status).toBe(422)
    expect((await act(id, 'propose')).body).toMatchObject({ state: 'proposed', proposedBy: 'person:local' })
    const released = await act(id, 'confirm', 'another party')
    expect(released.body).toMatchObject({
      state: 'released',
      actions: [
        { action: 'propose', alone: false },
        { action: 'confirm', alone: true },
      ],
    })
    for (const findingId of released.body.findingIds)
      expect((await ask(`/api/findings/${findingId}`)).decision).toMatchObject({ verdict: 'false' })
    const { entries } = await ask('/api/audit')
    expect(entries[0].action === 'finding.decide' || entries[0].action === 'payment.confirm').toBe(true)
    expect(
      entries.find(({ action }: { action: string }) => action === 'payment.confirm').detail,
    ).toMatchObject({ secondPairOfEyes: false })
    expect((await ask('/api/audit/verify')).ok).toBe(true)
    expect((await act(id, 'reopen')).body.state).toBe('open')
    expect((await act(id, 'block')).body.state).toBe('blocked')
  })

  it('does not let the one who proposed confirm, where someone else could', async () => {
    const { pool } = scratch.store.database
    await pool.query(
      `insert into account (name, display, role, created_at) values ('ana', 'Ana', 'analyst', 1), ('ben', 'Ben', 'approver', 1)`,
    )
    const [waiting] = (await scratch.store.payments.query({ state: 'open' })).payments
    const request = { id: waiting!.id, reason: 'because' }
    await scratch.store.payments.act({ ...request, action: 'propose', who: 'person:ana' })
    await expect(
      scratch.store.payments.act({ ...request, action: 'confirm', who: 'person:ana' }),
    ).rejects.toMatchObject({ code: 'CORDON_FOUR_EYES' })
    const done = await scratch.store.payments.act({ ...request, action: 'confirm', who: 'person:ben' })
    expect(done).toMatchObject({ state: 'released', proposedBy: 'person:ana' })
    expect(done.actions.at(-1)).toMatchObject({ who: 'person:ben', alone: false })
    await pool.query('truncate account cascade')
  })

  it('opens a message again that meets more than when it was decided', async () => {
    await screen(mt103('PARK JIN HYOK'), '?keep=true')
    const { payments } = await ask('/api/payments?q=park')
    await act(payments[0].id, 'block')
    const collector = new EntityCollector()
    for (const one of entities) collector.add(one)
    collector.add({ ...entities[0]!, id: 'un-park', datasets: ['un_sc_sanctions'] })
    known.swap(await collector.build(lists, defaultAlgorithm))
    await screen(mt103('PARK JIN HYOK'), '?keep=true')
    const found = await ask(`/api/payments/${payments[0].id}`)
    expect([found.state, found.actions.at(-1).action, found.actions.at(-1).reason]).toEqual([
      'open',
      'met',
      expect.stringContaining('un-park'),
    ])
  })
})

describe('what messages are screened against', () => {
  it('is made over what is known, and finds in texts what the lists hold', async () => {
    const { known, screener } = await paymentKnown(await knownOf())
    expect(known.texts.size).toBeGreaterThan(3)
    expect(
      screener.screen({
        family: 'MT',
        type: '199',
        id: 'A',
        transactions: [
          {
            kind: 'freeFormat',
            references: {},
            parties: [],
            texts: [
              { role: 'additionalInformation', value: 'MV CHONG CHON GANG', path: ':79:', from: 0, to: 18 },
            ],
          },
        ],
      }).recommendation,
    ).toBe('hold')
  })
})
