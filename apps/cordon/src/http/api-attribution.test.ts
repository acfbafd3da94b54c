import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ScratchStore, scratchStore } from '@cordon/testing'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testingBundle, testingGalaxy } from '../attribution/testing-bundle.ts'
import { KnownHolder } from '../known/known.ts'
import { algorithms } from '../screening-algorithms.ts'
import { foundFinding } from '../store/testing-findings.ts'
import { importThreatFile } from '../threats/import-threats.ts'
import { planThreats } from '../threats/plan-threats.ts'
import { buildApp } from './app.ts'
import { storeRecords } from './store-records.ts'

let scratch: ScratchStore
let app: FastifyInstance
let url: string
let folder: string

beforeAll(async () => {
  scratch = await scratchStore()
  folder = await mkdtemp(join(tmpdir(), 'cordon-attribution-'))
  const known = new KnownHolder()
  const records = storeRecords(Promise.resolve(scratch.store), known)
  app = await buildApp({ version: '0.1.0', known, algorithms, records })
  await app.listen({ port: 0, host: '127.0.0.1' })
  url = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`
  const stix = (id: string) => ({ kind: 'stix' as const, id, label: id })
  const found = foundFinding('host-1', 'rule', {
    watch: 'cyber',
    matches: [stix('T1059.001'), stix('S9001')],
    window: { start: Date.parse('2026-01-01T22:10:00Z') },
  })
  await scratch.store.findings.upsert([found])
}, 60_000)
afterAll(async () => {
  await app.close()
  await scratch.close()
  await rm(folder, { recursive: true, force: true })
})

// biome-ignore lint/suspicious/noExplicitAny: answers of many shapes
async function ask(path: string, body?: unknown): Promise<{ status: number; body: any }> {
  const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }
  const response = await fetch(url + path, { ...init, headers: { 'content-type': 'application/json' } })
  return { status: response.status, body: await response.json() }
}

describe('attribution over HTTP', () => {
  it('says which import to run while nothing is known', async () => {
    const { body } = await ask('/api/cases/1/attribution')
    expect(body).toMatchObject({ abstention: 'no-knowledge', rung: 'none', candidates: [], findings: 1 })
    expect(body.words).toContain('cordon knowledge import')
  })

  it('holds evidence, and the findings of a case, against what was imported; each source with its version', async () => {
    for (const [name, content] of [
      ['bundle.json', testingBundle],
      ['galaxy.json', testingGalaxy],
    ] as const) {
      const path = join(folder, name)
      await writeFile(path, JSON.stringify(content))
      const { plans } = await planThreats([path])
      await importThreatFile(scratch.store, plans[0]!, { actor: 'test' })
    }
    const free = await ask('/api/attribution', { software: ['CORALRAT', 'nothing known'] })
    expect(free.status).toBe(200)
    expect(free.body.candidates[0]).toMatchObject({ name: 'Coral Chollima', code: 'G9001' })
    expect(free.body.candidates[0].for[0].sources[0].version).not.toBe('not stated')
    const { body } = await ask('/api/cases/1/attribution')
    expect(body).toMatchObject({
      named: { name: 'Coral Chollima' },
      rung: 'sponsor',
      person: { version: 0, canUndo: false },
    })
    expect(body.seen.find(({ written }: { written: string }) => written === 'S9001').findings).toHaveLength(1)
    expect(body.matrix.hypotheses.at(-1).id).toBe('false-flag')
    // The same question, the same answer.
    expect((await ask('/api/cases/1/attribution')).body).toEqual(body)
  })

  it('names the field that is wrong', async () => {
    const { status, body } = await ask('/api/attribution', { softwares: ['X'] })
    expect([status, JSON.stringify(body)]).toEqual([422, expect.stringContaining('softwares')])
    expect((await ask('/api/cases/99/attribution')).status).toBe(404)
  })

  it('keeps a person’s matrix with the case, in its log and the audit log, and takes it back', async () => {
    const machine = (await ask('/api/cases/1/attribution')).body.matrix
    const matrix = {
      hypotheses: machine.hypotheses,
      rows: machine.rows.map((row: object) => ({ ...row, credibility: 'high' })),
    }
    const set = (given: object) => ask('/api/cases/1/attribution/matrix', given)
    expect((await set({ matrix, expected: 0, what: 'all credible' })).body).toMatchObject({
      version: 1,
      canUndo: true,
      matrix,
    })
    const second = { ...matrix, rows: matrix.rows.slice(1) }
    expect((await set({ matrix: second, expected: 1 })).body).toMatchObject({ version: 2 })
    expect(await set({ matrix, expected: 1 })).toMatchObject({
      status: 409,
      body: { code: 'CORDON_MATRIX_CHANGED' },
    })
    const crooked = { ...matrix, rows: [{ ...matrix.rows[0], cells: ['C'] }] }
    expect(await set({ matrix: crooked, expected: 2 })).toMatchObject({
      status: 422,
      body: { code: 'CORDON_BAD_MATRIX' },
    })
    const undo = (expected: number) => ask('/api/cases/1/attribution/matrix/undo', { expected })
    expect((await undo(2)).body).toMatchObject({ version: 3, matrix })
    const empty = (await undo(3)).body
    expect(empty).toMatchObject({ version: 4, canUndo: false })
    expect(empty.matrix).toBeUndefined()
    expect((await undo(4)).body.version).toBe(4)
    const { body: log } = await ask('/api/cases/1/events')
    expect(log.events.filter(({ kind }: { kind: string }) => kind === 'matrix')).toHaveLength(4)
    const audit = (await scratch.store.audit.entries({ limit: 10 })).filter(
      ({ action }) => action === 'case.matrix',
    )
    expect(audit).toHaveLength(4)
  })
})
