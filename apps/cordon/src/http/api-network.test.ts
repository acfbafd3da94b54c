import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { type ScratchStore, scratchStore } from '@cordon/testing'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { KnownHolder } from '../known/known.ts'
import { failedSignIn, testRules, whoami } from '../network/testing-logs.ts'
import { algorithms } from '../screening-algorithms.ts'
import { importThreatFile } from '../threats/import-threats.ts'
import { planThreats } from '../threats/plan-threats.ts'
import { buildApp } from './app.ts'
import { storeRecords } from './store-records.ts'

let scratch: ScratchStore
let folder: string
const apps: FastifyInstance[] = []
let url: string

async function server(): Promise<string> {
  const known = new KnownHolder()
  const rules = { rules: [join(folder, 'rules.yml')], pack: 'dprk', level: 'low' } as const
  const app = await buildApp({
    version: '0.1.0',
    known,
    algorithms,
    records: storeRecords(Promise.resolve(scratch.store), known, rules),
  })
  apps.push(app)
  await app.listen({ port: 0, host: '127.0.0.1' })
  return `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`
}

beforeAll(async () => {
  scratch = await scratchStore()
  folder = await mkdtemp(join(tmpdir(), 'cordon-push-'))
  await writeFile(join(folder, 'rules.yml'), testRules)
  url = await server()
})
afterAll(async () => {
  for (const app of apps) await app.close()
  await scratch.close()
  await rm(folder, { recursive: true, force: true })
})

// biome-ignore lint/suspicious/noExplicitAny: answers of many shapes
async function push(body: string | Buffer, to = url, type = 'application/x-ndjson'): Promise<any> {
  const response = await fetch(`${to}/api/network/events`, {
    method: 'POST',
    headers: { 'content-type': type },
    body: typeof body === 'string' ? body : new Uint8Array(body),
  })
  return { status: response.status, ...((await response.json()) as object) }
}
// biome-ignore lint/suspicious/noExplicitAny: answers of many shapes
const network = async (): Promise<any> => (await fetch(`${url}/api/network`)).json()

describe('logs over HTTP', () => {
  it('says that nothing was found while nothing was', async () => {
    expect(await network()).toEqual({ total: 0, detections: [], matrix: [] })
  })
  it('takes lines, arrays and gzip, and answers when findings are stored', async () => {
    const body = `${whoami('ws1', '2016-02-04 10:00:00')}\nnoise\n`
    expect(await push(body)).toMatchObject({ status: 200, accepted: 1, rejected: 1, findings: 1 })
    const array = `[${whoami('ws1', '2016-02-04 11:00:00')},${whoami('ws2', '2016-02-04 11:00:00')}]`
    expect(await push(gzipSync(array), url, 'application/gzip')).toMatchObject({ accepted: 2, findings: 2 })
    const { total, detections, matrix } = await network()
    expect(total).toBe(2)
    expect(detections[0]).toMatchObject({
      title: 'Who am I',
      severity: 'high',
      hosts: ['ws1'],
      techniques: ['T1033'],
      records: 2,
    })
    expect(matrix).toEqual([{ id: 'TA0007', title: 'Discovery', techniques: ['T1033'] }])
  })
  it('correlates over pushes and over servers on one store', async () => {
    const other = await server()
    const line = (minute: number) => failedSignIn('srv1', `2016-02-04T12:0${minute}:00Z`)
    await push(line(0), url, 'text/plain')
    await push(line(1), other, 'text/plain')
    expect(await push(line(2), url, 'text/plain')).toMatchObject({ accepted: 1, findings: 1 })
    expect((await network()).total).toBe(3)
  })
  it('takes many at once, each counted once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, i) => push(whoami('many', `2016-02-05 0${i}:00:00`))),
    )
    expect(answers.every(({ accepted }) => accepted === 1)).toBe(true)
    const many = (await network()).detections.find(({ hosts }: { hosts: string[] }) => hosts[0] === 'many')
    expect(many.records).toBe(8)
  })
  it('keeps where imported indicators were seen, for their page', async () => {
    const feed = join(folder, 'feed.csv')
    await writeFile(feed, 'indicator,type,date\nmade-up-lure-jobs.net,domain,2026-01-01\n')
    const { plans } = await planThreats([feed])
    await importThreatFile(scratch.store, plans[0]!, { actor: 'test', source: 'made_up' })
    const asked = JSON.stringify({
      Channel: 'Microsoft-Windows-Sysmon/Operational',
      EventID: 22,
      Computer: 'WS7',
      UtcTime: '2026-02-04 10:00:00',
      QueryName: 'made-up-lure-jobs.net',
    })
    await push(asked)
    await push(asked)
    const page = await fetch(`${url}/api/knowledge/indicator?kind=domain&value=made-up-lure-jobs.net`)
    expect(await page.json()).toMatchObject({
      lastSeen: '2026-02-04T10:00:00Z',
      sightings: { total: 1, latest: [{ at: '2026-02-04T10:00:00Z', host: 'ws7', path: 'QueryName' }] },
    })
  })
  it('says what is wrong with a body', async () => {
    const cut = await push(gzipSync('x'.repeat(5000)).subarray(0, 20), url, 'application/gzip')
    expect(cut).toMatchObject({ status: 422, code: 'FORMATS_TRUNCATED' })
    expect((await push('x', url, 'application/xml')).status).toBeGreaterThanOrEqual(400)
    expect(await push('')).toMatchObject({ accepted: 0, findings: 0 })
  })
})
