import type { AddressInfo } from 'node:net'
import { type ScratchStore, scratchStore } from '@cordon/testing'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { KnownHolder } from '../known/known.ts'
import { algorithms } from '../screening-algorithms.ts'
import { foundFinding } from '../store/testing-findings.ts'
import { buildApp } from './app.ts'
import { storeRecords } from './store-records.ts'

let scratch: ScratchStore
let app: FastifyInstance
let url: string

beforeAll(async () => {
  scratch = await scratchStore()
  const known = new KnownHolder()
  const records = storeRecords(Promise.resolve(scratch.store), known)
  app = await buildApp({ version: '0.1.0', known, algorithms, records })
  await app.listen({ port: 0, host: '127.0.0.1' })
  url = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`
  await scratch.store.findings.upsert([
    foundFinding('a', 'x', { severity: 'high', place: { lat: 33.1, lon: 124.9 } }),
    foundFinding('a', 'y', { severity: 'low' }),
    foundFinding('b', 'z'),
  ])
})
afterAll(async () => {
  await app.close()
  await scratch.close()
})

// biome-ignore lint/suspicious/noExplicitAny: answers of many shapes
async function ask(path: string, init: RequestInit = {}): Promise<{ status: number; body: any }> {
  const response = await fetch(url + path, init)
  return { status: response.status, body: await response.json() }
}
const post = (path: string, body: unknown) =>
  ask(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })

describe('cases over HTTP', () => {
  it('are listed with counts, narrowed, and told whole', async () => {
    const { body } = await ask('/api/cases')
    expect(body).toMatchObject({
      cases: [
        { id: 1, severity: 'high', findings: 2, state: 'new', due: expect.stringMatching(/Z$/) },
        { id: 2 },
      ],
      counts: { byState: { new: 2 }, overdue: 0 },
    })
    expect((await ask('/api/cases?severity=high&due=week&q=the%20a')).body.cases).toHaveLength(1)
    expect((await ask('/api/cases/1')).body).toMatchObject({
      refs: [{ role: 'subject', id: 'a', findings: 2 }, { role: 'match' }, { role: 'match' }],
    })
    const { body: page } = await ask('/api/cases/1/findings?limit=1')
    expect(page).toMatchObject({ findings: [{ finding: { severity: 'high' }, joins: [{ rule: 'first' }] }] })
    const { body: rest } = await ask(`/api/cases/1/findings?limit=5&cursor=${page.next}`)
    expect(rest.findings).toHaveLength(1)
    expect((await ask('/api/cases/1/places')).body.places).toMatchObject([{ lat: 33.1, lon: 124.9 }])
    expect((await ask('/api/cases/1/times')).body.bins).toHaveLength(2)
    const { body: finding } = await ask(`/api/findings/${page.findings[0].finding.id}`)
    expect(finding.case).toBe(1)
  })

  it('change, and the log and the audit log say so', async () => {
    expect((await post('/api/cases/1/assign', { to: 'ben' })).body.assignee).toBe('ben')
    expect((await post('/api/cases/1/due', { due: '2030-01-01T00:00:00Z' })).body.due).toBe(
      '2030-01-01T00:00:00Z',
    )
    await post('/api/cases/1/notes', { text: 'See @cho' })
    await post('/api/cases/1/links', { target: 'https://x.example/1' })
    expect((await post('/api/cases/1/state', { to: 'escalated', reason: 'Grave.' })).body.state).toBe(
      'escalated',
    )
    const { body } = await ask('/api/cases/1/events')
    expect(body.events.map(({ kind }: { kind: string }) => kind)).toEqual([
      'state',
      'link',
      'note',
      'due',
      'assign',
      'joined',
    ])
    expect((await ask('/api/audit/verify')).body.ok).toBe(true)
    expect((await ask('/api/cases/assignees')).body).toEqual({ assignees: ['ben'] })
  })

  it('give out files as downloads only, whatever they are', async () => {
    const name = encodeURIComponent('<script>"ü\u202e.html')
    const sent = await ask(`/api/cases/1/attachments?name=${name}`, {
      method: 'POST',
      headers: { 'content-type': 'text/html' },
      body: '<script>alert(1)</script>',
    })
    expect(sent).toMatchObject({
      status: 200,
      body: { size: 25, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
    })
    const file = await fetch(`${url}/api/cases/1/attachments/${sent.body.id}`)
    expect(file.headers.get('content-type')).toBe('application/octet-stream')
    expect(file.headers.get('content-disposition')).toMatch(/^attachment; filename\*=UTF-8''%3Cscript%3E/)
    expect(file.headers.get('x-content-type-options')).toBe('nosniff')
    expect(file.headers.get('content-security-policy')).toContain('sandbox')
    expect(await file.text()).toBe('<script>alert(1)</script>')
    await post(`/api/cases/1/attachments/${sent.body.id}/remove`, { reason: 'Wrong.' })
    expect((await fetch(`${url}/api/cases/1/attachments/${sent.body.id}`)).status).toBe(404)
    const large = await ask('/api/cases/1/attachments?name=x', {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body: new Uint8Array(10 * 1024 * 1024 + 10),
    })
    expect(large.status).toBe(413)
  })

  it('split, merge, change many with a preview, and undo', async () => {
    const { body: page } = await ask('/api/cases/1/findings')
    const split = await post('/api/cases/1/split', {
      findings: [page.findings[1].finding.id],
      reason: 'Two.',
    })
    expect(split.body).toMatchObject({ id: 3, findings: 1 })
    const merged = await post('/api/cases/1/merge', { others: [3], reason: 'One.' })
    expect(merged.body).toMatchObject({ id: 1, findings: 2 })
    expect((await post('/api/cases/3/notes', { text: 'x' })).status).toBe(409)
    const given = {
      selection: { query: { state: 'open' } },
      change: { kind: 'state', to: 'closed-false', reason: 'Noise.' },
    }
    expect((await post('/api/cases/bulk/preview', given)).body).toMatchObject({
      cases: 2,
      done: 2,
      findings: 3,
    })
    const { body: done } = await post('/api/cases/bulk', given)
    expect((await ask('/api/cases')).body.cases).toEqual([])
    expect((await post(`/api/cases/bulk/${done.bulk}/undo`, {})).body).toMatchObject({
      cases: 2,
      findings: 3,
    })
    expect((await ask('/api/cases')).body.cases).toHaveLength(2)
  })

  it.each([
    ['an unknown case', '/api/cases/99/notes', { text: 'x' }, 404],
    ['a number that is none', '/api/cases/abc/notes', { text: 'x' }, 422],
    ['a move that there is not', '/api/cases/2/state', { to: 'reported', reason: 'x' }, 409],
    ['no reason', '/api/cases/2/state', { to: 'escalated' }, 422],
    ['a date that is none', '/api/cases/2/due', { due: 'tomorrow' }, 422],
    ['a release that nobody asked for', '/api/cases/2/release', { approve: true, reason: 'x' }, 409],
    ['a change without a selection', '/api/cases/bulk', { change: { kind: 'assign' } }, 422],
  ])('refuse %s', async (_, path, body, status) => {
    const answer = await post(path, body)
    expect(answer.status).toBe(status)
    expect(answer.body.remedy).toBeTruthy()
  })
})
