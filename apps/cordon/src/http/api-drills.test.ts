import { mkdir, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Finding } from '@cordon/model'
import { type ScratchStore, scratchStore } from '@cordon/testing'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { drillNamed, loadDrills } from '../drills/drill-files.ts'
import { DrillRoom } from '../drills/drill-knowledge.ts'
import { drillProfile } from '../drills/institution.ts'
import { runDrill } from '../drills/run-drill.ts'
import { KnownHolder } from '../known/known.ts'
import { algorithms } from '../screening-algorithms.ts'
import { buildApp } from './app.ts'
import { storeRecords } from './store-records.ts'

let scratch: ScratchStore
let app: FastifyInstance
let data: string

beforeAll(async () => {
  scratch = await scratchStore()
  data = join(tmpdir(), `cordon-drills-${process.pid}`)
  await mkdir(join(data, 'rules'), { recursive: true })
  await writeFile(
    join(data, 'rules/site.yaml'),
    'disable: [fastcash, Library put into a process of the payment switch]\n',
  )
  const known = new KnownHolder()
  const records = storeRecords(Promise.resolve(scratch.store), known)
  const place = async () => ({ data, lists: '', drop: [] })
  app = await buildApp({ version: '0.1.0', known, algorithms, records: { ...records, place } })
})
afterAll(async () => {
  await app.close()
  await scratch.close()
})

// biome-ignore lint/suspicious/noExplicitAny: answers of many shapes
type Loose = any
async function ask(
  method: 'GET' | 'POST' | 'PATCH',
  url: string,
  body?: object,
): Promise<{ status: number; body: Loose }> {
  const response = await app.inject({ method, url, ...(body && { payload: body }) })
  return { status: response.statusCode, body: response.json() }
}

async function ended(run: string) {
  for (;;) {
    const { body } = await ask('GET', `/api/drills/live/${run}`)
    if (!['running', 'paused'].includes(body.state)) return body
    await new Promise((next) => setTimeout(next, 20))
  }
}

describe('drills over HTTP', () => {
  it('are listed, told whole, and run: what came is kept and stands in the audit log, apart from real findings', async () => {
    const { body: list } = await ask('GET', '/api/drills')
    expect(list.drills).toHaveLength(15)
    expect(list.ownRules).toBe(join(data, 'rules'))
    const { body: drill } = await ask('GET', '/api/drills/fastcash-2016')
    expect(drill).toMatchObject({ id: 'fastcash-2016', doors: ['network'], runs: [] })
    expect(drill.steps[2]).toMatchObject({ door: 'payments', unseen: expect.stringContaining('ISO 8583') })

    const { body: begun } = await ask('POST', '/api/drills/fastcash-2016/runs', {})
    expect(begun).toMatchObject({ state: 'running', against: 'pack:dprk' })
    const taken = await ask('POST', '/api/drills/sony-2014/runs', {})
    expect(taken).toMatchObject({ status: 409, body: { code: 'CORDON_DRILL_RUNNING' } })
    expect(await ended(begun.id)).toMatchObject({ state: 'done', run: 1, count: 2 })

    const { body: run } = await ask('GET', '/api/drills/runs/1')
    expect(run).toMatchObject({ outcome: 'seen', inTime: 2, expected: 2, who: 'person:local' })
    expect(run.result.cases).toHaveLength(1)
    expect(run.lead.ms).toBeGreaterThan(0)
    expect(
      (await ask('GET', '/api/drills')).body.drills.find((one: { id: string }) => one.id === 'fastcash-2016')
        .last.no,
    ).toBe(1)
    expect((await ask('GET', '/api/findings')).body.findings).toEqual([])
    expect((await ask('GET', '/api/cases')).body.cases).toEqual([])
    expect((await ask('GET', '/api/audit')).body.entries[0]).toMatchObject({
      action: 'drill.run',
      subject: 'fastcash-2016',
    })
  })

  it("are run on the institution's own rules, and two runs compared", async () => {
    const { body: begun } = await ask('POST', '/api/drills/fastcash-2016/runs', { against: 'own' })
    expect(await ended(begun.id)).toMatchObject({ state: 'done', run: 2 })
    const { body: compared } = await ask('GET', '/api/drills/runs/2/compared/1')
    expect(compared).toMatchObject({
      verdict: 'worse',
      inTime: -1,
      before: { no: 1 },
      after: { no: 2, isOwn: true },
    })
    expect(compared.findings.find((one: { id: string }) => one.id === 'injection')).toMatchObject({
      before: 'in-time',
      after: 'missed',
      change: 'worse',
    })
    expect(
      (await ask('GET', '/api/drills/runs?drill=fastcash-2016')).body.runs.map(
        (one: { no: number }) => one.no,
      ),
    ).toEqual([2, 1])
  })

  it('go at the pace that is set: halted, they stay where they are; stopped, nothing is kept', async () => {
    const { body: begun } = await ask('POST', '/api/drills/fastcash-2016/runs', { speed: 60 })
    const url = `/api/drills/live/${begun.id}`
    const at = async () => (await ask('GET', url)).body
    while ((await at()).part !== 'operation') await new Promise((next) => setTimeout(next, 20))
    expect((await ask('PATCH', url, { paused: true })).body.state).toBe('paused')
    await new Promise((next) => setTimeout(next, 80))
    const { records } = await at()
    await new Promise((next) => setTimeout(next, 150))
    expect((await at()).records).toBe(records)
    await ask('PATCH', url, { paused: false, speed: 1e9 })
    while ((await at()).records === records) await new Promise((next) => setTimeout(next, 10))
    await ask('PATCH', url, { stop: true })
    expect(await ended(begun.id)).toMatchObject({ state: 'stopped' })
    expect((await ask('GET', '/api/drills/runs')).body.runs).toHaveLength(2)
  })

  it('answer what is not there, and rules that are none, with what to do', async () => {
    const near = await ask('GET', '/api/drills/fastcash')
    expect(near).toMatchObject({ status: 404, body: { remedy: expect.stringContaining('fastcash-2016') } })
    const none = await ask('POST', '/api/drills/fastcash-2016/runs', { against: 'files', files: [] })
    expect(none).toMatchObject({ status: 422, body: { code: 'CORDON_NO_RULES' } })
    expect((await ask('GET', '/api/drills/runs/99')).status).toBe(404)
    expect((await ask('GET', '/api/drills/live/nobody')).status).toBe(404)
    expect((await ask('POST', '/api/drills/fastcash-2016/runs', { speed: -1 })).status).toBe(422)
  })
})

it('a drill ends in the cases that the store would make of its findings', async () => {
  const other = await scratchStore()
  try {
    const room = await DrillRoom.open()
    const drill = drillNamed(loadDrills(room.names), 'darkseoul-2013')
    await other.store.profiles.set({ profile: drillProfile(drill.institution), who: 'test' })
    const came: Finding[] = []
    const run = runDrill(drill, room.ofPack(), { share: 0.2, onFinding: (finding) => came.push(finding) })
    let step = await run.next()
    while (!step.done) step = await run.next()
    for (const finding of came) await other.store.findings.upsert([finding])
    const { cases } = await other.store.cases.list({ limit: 100 })
    const stored = await Promise.all(
      cases.map(async ({ id }) =>
        (await other.store.cases.findings(id, { limit: 100 })).findings.map((one) => one.finding.id).sort(),
      ),
    )
    const inMemory = step.value.cases.map(({ findings }) => findings.map(({ id }) => id).sort())
    expect(stored.map((ids) => ids.join()).sort()).toEqual(inMemory.map((ids) => ids.join()).sort())
  } finally {
    await other.close()
  }
}, 60_000)
