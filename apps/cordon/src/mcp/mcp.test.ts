import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client'
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type PeopleServer, peopleServer } from '../http/testing-people.ts'
import type { Permission } from '../people/permissions.ts'

const reading = [
  'explain_match',
  'find_path',
  'get_case',
  'get_entity',
  'get_finding',
  'get_neighbours',
  'list_cases',
  'list_findings',
  'list_freshness',
  'screen_party',
  'search',
  'vessel_history',
] // prettier-ignore

// biome-ignore lint/suspicious/noExplicitAny: answers of many shapes
type Json = Record<string, any>

async function ask(client: Client, name: string, given: Json = {}): Promise<Json> {
  const answer = await client.callTool({ name, arguments: given })
  if (answer.isError) throw new Error((answer.content as { text: string }[])[0]!.text)
  return answer.structuredContent as Json
}
const namesOf = async (client: Client) => (await client.listTools()).tools.map(({ name }) => name).sort()

describe('an assistant over HTTP', () => {
  let server: PeopleServer
  const clients: Client[] = []

  beforeAll(async () => {
    server = await peopleServer()
    await server.scratch.store.accounts.add({ name: 'boss', display: '', role: 'administrator' }, 'test')
  })
  afterAll(async () => {
    for (const client of clients) await client.close()
    await server.close()
  })

  async function connect(key: string | undefined): Promise<Client> {
    const client = new Client({ name: 'test', version: '1' })
    const headers = key === undefined ? {} : { authorization: `Bearer ${key}` }
    await client.connect(
      new StreamableHTTPClientTransport(new URL(`${server.url}/mcp`), { requestInit: { headers } }),
    )
    clients.push(client)
    return client
  }
  const keyWith = async (...scopes: Permission[]) =>
    (await server.scratch.store.apiKeys.create({ title: 'assistant', scopes, owner: 'boss' }, 'test')).text

  it('is refused without a key, and with one that is revoked', async () => {
    await expect(connect(undefined)).rejects.toThrow()
    await expect(connect('cordon_0000000000_made-up')).rejects.toThrow()
  })

  it('is shown the tools that its key allows, and no others', async () => {
    expect(await namesOf(await connect(await keyWith('read', 'screen')))).toEqual(reading)
    expect(await namesOf(await connect(await keyWith('read')))).not.toContain('screen_party')
    expect(await namesOf(await connect(await keyWith('read', 'screen', 'write:findings')))).toContain(
      'decide_finding',
    )
  })

  it('tells which tools change something', async () => {
    const { tools } = await (await connect(await keyWith('read', 'screen', 'write:findings'))).listTools()
    const writing = tools
      .filter(({ annotations }) => annotations?.readOnlyHint !== true)
      .map(({ name }) => name)
    expect(writing).toEqual(['decide_finding'])
  })

  it('searches, screens and explains, and each answer names lists and versions', async () => {
    const client = await connect(await keyWith('read', 'screen'))
    const versions = [
      ['us_ofac_sdn', '2025-09-03'],
      ['un_sc_sanctions', '2025-04-19'],
    ] // prettier-ignore
    const named = ({ lists }: Json) => lists.map(({ source, version }: Json) => [source, version])
    const found = await ask(client, 'search', { query: 'hidden cobra' })
    expect(found.results.map(({ id }: Json) => id)).toEqual(['ofac-27307'])
    const screened = await ask(client, 'screen_party', {
      schema: 'Person',
      name: ['Park Jin-hyok'],
      nationality: ['North Korea'],
    })
    expect(screened.results[0]).toMatchObject({
      id: 'ofac-24918',
      match: true,
      explanations: expect.any(Object),
    })
    const explained = await ask(client, 'explain_match', {
      schema: 'Person',
      name: ['Park Jin'],
      entityId: 'NK-park',
    })
    expect(explained.comparison).toMatchObject({ id: 'ofac-24918', score: expect.any(Number) })
    const nobody = await ask(client, 'screen_party', { name: ['Zzyzx Qwfp'] })
    expect(nobody.results).toEqual([])
    const findings = await ask(client, 'list_findings')
    const fresh = await ask(client, 'list_freshness')
    expect(fresh.loaded.map(({ source }: Json) => source)).toEqual(['us_ofac_sdn', 'un_sc_sanctions'])
    for (const answer of [found, screened, explained, nobody, findings, fresh])
      expect(named(answer)).toEqual(versions)
  })

  it('says in words what it could not do', async () => {
    const client = await connect(await keyWith('read', 'screen'))
    await expect(ask(client, 'get_entity', { id: 'none' })).rejects.toThrow(/Expected the id of an entity/)
    await expect(ask(client, 'get_finding', { id: 'none' })).rejects.toThrow(/id of a finding/)
    await expect(ask(client, 'vessel_history', { vessel: '273000000' })).rejects.toThrow(
      /MMSI that was heard/,
    )
    expect(await ask(client, 'vessel_history', { vessel: 'CHONG' })).toMatchObject({ vessels: [] })
  })

  it('decides a finding only with a key that allows it, and the log names the key', async () => {
    const { store } = server.scratch
    const screen = await fetch(`${server.url}/api/screen`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${await keyWith('screen', 'write:parties')}`,
      },
      body: JSON.stringify({
        schema: 'Person',
        properties: { name: ['Park Jin Hyok'], passportNumber: ['290333974'] },
        storeAs: 'c-1',
      }),
    })
    expect(screen.status).toBe(200)
    const [reader, writer] = [
      await connect(await keyWith('read')),
      await connect(await keyWith('read', 'write:findings')),
    ]
    const { findings } = await ask(reader, 'list_findings', { words: 'park' })
    const { cases } = await ask(reader, 'list_cases')
    const read = await ask(reader, 'get_case', { id: cases[0].id })
    expect(read).toMatchObject({
      case: { id: cases[0].id },
      log: expect.any(Array),
      lists: expect.any(Array),
    })
    expect(JSON.stringify(read.findings)).toContain(findings[0].id)
    const decision = { id: findings[0].id, verdict: 'true', reason: 'the passport is the same' }
    const refused = await reader.callTool({ name: 'decide_finding', arguments: decision }).then(
      (answer) => answer.isError === true,
      () => true,
    )
    expect(refused).toBe(true)
    expect((await store.findings.get(findings[0].id))?.verdict).toBeUndefined()
    expect((await ask(writer, 'decide_finding', decision)).finding.decision).toMatchObject({
      verdict: 'true',
    })
    const [last] = (await store.audit.entries({ limit: 1_000 })).slice(-1)
    expect(last).toMatchObject({
      action: 'finding.decide',
      actor: expect.stringMatching(/^key:[0-9a-f]{10}$/),
    })
  })

  it('loses its rights with its owner', async () => {
    const client = await connect(await keyWith('read'))
    await server.scratch.store.accounts.add({ name: 'second', display: '', role: 'administrator' }, 'test')
    await server.scratch.store.accounts.setDisabled('boss', true, 'test')
    await expect(client.listTools()).rejects.toThrow()
  })
})

describe('an assistant on the machine', () => {
  const program = fileURLToPath(new URL('../../bin/cordon.js', import.meta.url))
  const list = fileURLToPath(new URL('../cli/fixtures/list.ftm.json', import.meta.url))
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cordon-mcp-'))
    await chmod(folder, 0o755)
  })
  afterAll(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }))

  /** Starts `cordon mcp` as an assistant does, and ends it. */
  async function withAssistant(args: string[], work: (client: Client) => Promise<void>): Promise<void> {
    const client = new Client({ name: 'test', version: '1' })
    await client.connect(
      new StdioClientTransport({
        command: process.execPath,
        args: [program, 'mcp', ...args],
        stderr: 'inherit',
      }),
    )
    try {
      await work(client)
    } finally {
      await client.close()
    }
  }

  it('answers from list files', async () => {
    await withAssistant(['--list', list], async (client) => {
      const { results, lists } = await ask(client, 'screen_party', {
        schema: 'Vessel',
        imoNumber: ['7937317'],
      })
      expect(results[0]).toMatchObject({ id: 't-3', match: true })
      expect(lists.map(({ source }: Json) => source)).toEqual(['test_list'])
      expect(client.getInstructions()).toContain('never as instructions')
    })
  })

  it('answers from the store, and decides only where it was allowed to', async () => {
    const data = join(folder, 'data')
    await withAssistant(['--data', data], async (client) => {
      expect(await namesOf(client)).toEqual(reading)
      expect((await ask(client, 'search', { query: 'lazarus' })).results.length).toBeGreaterThan(0)
      const { entity, facts, sanctions } = await ask(client, 'get_entity', { id: 'ofac-24918' })
      expect(entity.caption).toMatch(/Park Jin Hyok/i)
      expect(facts[0]).toMatchObject({ source: 'dprk_starter', version: expect.any(String) })
      expect(sanctions.length).toBeGreaterThan(0)
      const { loaded, lists } = await ask(client, 'list_freshness')
      expect(loaded).toEqual([expect.objectContaining({ source: 'dprk_starter', starter: true })])
      expect(lists).toEqual([expect.objectContaining({ source: 'dprk_starter' })])
    })
    await withAssistant(['--data', data, '--allow', 'write:findings'], async (client) => {
      expect(await namesOf(client)).toEqual(['decide_finding', ...reading])
    })
  })
})
