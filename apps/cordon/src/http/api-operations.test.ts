import { checkCacaoPlaybook, checkStixBundle } from '@cordon/knowledge'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { KnownHolder } from '../known/known.ts'
import { algorithms } from '../screening-algorithms.ts'
import { buildApp } from './app.ts'

let app: FastifyInstance

beforeAll(async () => {
  app = await buildApp({ version: '0.1.0', known: new KnownHolder(), algorithms })
})
afterAll(() => app?.close())

const get = async (url: string) => {
  const answer = await app.inject({ url, headers: { host: '127.0.0.1' } })
  return { status: answer.statusCode, type: String(answer.headers['content-type']), body: answer.json() }
}

it('lists past operations in the order of their times, and by door; no store is needed', async () => {
  const { body } = await get('/api/operations')
  const starts = body.operations.map(({ period }: { period: { start: string } }) => period.start)
  expect(starts).toEqual([...starts].sort())
  expect(body.operations.length).toBeGreaterThanOrEqual(15)
  expect(body.broken).toEqual([])
  const sea = (await get('/api/operations?door=sea')).body.operations
  expect(sea.map(({ id }: { id: string }) => id)).toEqual(['ship-to-ship'])
  expect((await get('/api/operations?door=window')).status).toBe(422)
})

it('tells one with groups, techniques and rules by their names', async () => {
  const { body } = await get('/api/operations/bangladesh-bank-2016')
  expect(body.claims).toContainEqual(
    expect.objectContaining({
      basis: 'indictment',
      group: expect.objectContaining({ code: 'G0032', name: 'Lazarus Group' }),
    }),
  )
  expect(body.techniques).toContainEqual(
    expect.objectContaining({
      id: 'T1565.001',
      name: 'Stored Data Manipulation',
      stix: expect.stringMatching(/^attack-pattern--/),
    }),
  )
  expect(body.rules).toContainEqual({
    id: 'off-hours',
    title: 'Sent when no operator works',
    door: 'payments',
    file: 'payments/rules.yaml',
  })
  expect(body.playbook.steps[0]).toMatchObject({ is: 'action', activity: 'match-indicator' })
  expect(body.page).toContain('# Theft from Bangladesh Bank')
  expect(body.faults).toEqual([])
})

it('hands out the bundle and the playbook as their standards have them', async () => {
  const bundle = await get('/api/operations/wannacry-2017/bundle')
  expect(bundle.type).toMatch(/^application\/stix\+json; ?version="?2\.1"?$/)
  expect(checkStixBundle(bundle.body)).toEqual([])
  expect(checkCacaoPlaybook((await get('/api/operations/wannacry-2017/playbook')).body)).toEqual([])
})

it('says of one that there is not how to find those that there are', async () => {
  for (const url of [
    '/api/operations/nothing',
    '/api/operations/nothing/bundle',
    '/api/operations/..%2F..%2Fpack.yaml',
  ])
    expect(await get(url)).toMatchObject({
      status: 404,
      body: { code: 'CORDON_NO_SUCH_OPERATION', remedy: expect.stringContaining('/api/operations') },
    })
})
