import { execFile } from 'node:child_process'
import { chmod, copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ListServer, listServer } from '../fetch/testing-list-server.ts'

const program = fileURLToPath(new URL('../../bin/cordon.js', import.meta.url))
const fixtures = fileURLToPath(new URL('../../../../packages/sources/src/fixtures/', import.meta.url))
let folder: string
let server: ListServer

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cordon-update-cli-'))
  await chmod(folder, 0o755)
  server = await listServer()
})
afterAll(async () => {
  await server.close()
  await rm(folder, { recursive: true, force: true, maxRetries: 10 })
})

interface Ran {
  readonly code: number
  readonly lines: Readonly<Record<string, unknown>>[]
  readonly stderr: string
}
const cordon = (...args: string[]) =>
  new Promise<Ran>((resolve) => {
    execFile(process.execPath, [program, ...args, '--data', folder], (error, stdout, stderr) => {
      const lines = stdout
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line))
      resolve({ code: Number(error?.code ?? 0), lines, stderr })
    })
  })
const unList = (count: number) =>
  `<CONSOLIDATED_LIST dateGenerated="2026-02-27T00:00:00Z"><ENTITIES>${Array.from({ length: count }, (_, i) => `<ENTITY><FIRST_NAME>Example ${i}</FIRST_NAME><REFERENCE_NUMBER>XXe.${i}</REFERENCE_NUMBER></ENTITY>`).join('')}</ENTITIES></CONSOLIDATED_LIST>`

describe('cordon lists update', () => {
  it('fetches what lists.yaml names, tells what is held back and what failed, and takes it when told', async () => {
    const un = server.serve('un.xml', { body: unList(50) })
    const own = server.serve('own.csv', { body: 'Ref;Kind;Name\n1;P;Example Ri\n' })
    await copyFile(join(fixtures, 'mapping/customers-list.yaml'), join(folder, 'own.yaml'))
    const yaml = `lists:\n  un_sc_sanctions: {url: "${un}", allow_private: true}\n  own_list: {url: "${own}", mapping: own.yaml, allow_private: true}\n  eu_fsf: {url: "${server.serve('gone', { status: 404 })}", allow_private: true}\n`
    await writeFile(join(folder, 'lists.yaml'), yaml)
    const first = await cordon('lists', 'update', 'eu_fsf', 'un_sc_sanctions', 'own_list')
    expect(first.code).toBe(1)
    expect(first.lines.map(({ name, outcome }) => [name, outcome])).toEqual([
      ['eu_fsf', 'failed'],
      ['un_sc_sanctions', 'imported'],
      ['own_list', 'imported'],
    ])
    server.serve('un.xml', { body: unList(20) })
    expect((await cordon('lists', 'update', 'un_sc_sanctions')).lines).toMatchObject([{ outcome: 'held' }])
    const status = await cordon('lists', 'status')
    expect(status.lines.find(({ source }) => source === 'un_sc_sanctions')).toMatchObject({
      entities: 100,
      fetch: { held: { reason: expect.stringContaining('60 % are gone') } },
    })
    expect((await cordon('lists', 'update', '--accept', 'un_sc_sanctions')).lines).toMatchObject([
      { outcome: 'imported', entities: 40 },
    ])
    expect((await cordon('lists', 'update', 'nowhere')).stderr).toMatch(/expected {2}one of us_ofac_sdn/)
  }, 120_000)

  it('refuses private addresses unless lists.yaml allows them', async () => {
    await writeFile(
      join(folder, 'lists.yaml'),
      `lists: {inner: {url: "${server.serve('inner', { body: unList(3) })}"}}`,
    )
    expect((await cordon('lists', 'update', 'inner')).lines[0]!.error).toMatch(
      /a public http or https address/,
    )
    expect(server.requests('inner')).toHaveLength(0)
  }, 60_000)
})

describe('cordon lists import', () => {
  it('reads a table by a mapping, and leaves out what may not be kept', async () => {
    await writeFile(join(folder, 'lists.yaml'), 'drop: [birthplaces]')
    const args = ['--mapping', join(fixtures, 'mapping/customers-list.yaml'), '--drop', 'addresses']
    const { code, lines } = await cordon('lists', 'import', join(fixtures, 'mapping/list.csv'), ...args)
    expect(code).toBe(0)
    expect(lines[0]).toMatchObject({
      source: 'example_bank_internal',
      dropRules: ['birthplaces', 'addresses'],
      dropped: { 'addresses: Address': 1 },
    })
    expect(
      (await cordon('lists', 'import', join(fixtures, 'mapping/list.csv'), '--drop', 'names')).code,
    ).toBe(1)
  }, 60_000)
})
