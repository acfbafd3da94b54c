import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const program = fileURLToPath(new URL('../../bin/cordon.js', import.meta.url))
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cordon-profile-cli-'))
  await chmod(folder, 0o777)
  await mkdir(join(folder, 'data'))
  await chmod(join(folder, 'data'), 0o777)
})
afterAll(() => rm(folder, { recursive: true, force: true, maxRetries: 20 }))

async function cordon(args: readonly string[], input = '') {
  const child = spawn(process.execPath, [program, 'profile', ...args], { cwd: folder })
  child.stdin.end(input)
  const texts = { stdout: '', stderr: '' }
  for (const name of ['stdout', 'stderr'] as const)
    child[name].on('data', (chunk) => {
      texts[name] += chunk
    })
  const [code] = await once(child, 'close')
  return { code: code as number, ...texts }
}

describe('cordon profile', () => {
  it('checks a file without a store, and names every fault with its field', async () => {
    const { code, stdout, stderr } = await cordon(
      ['check', '-'],
      'institution: {lei: "1", bicz: []}\nships: [{name: A}]',
    )
    expect([code, JSON.parse(stdout).faults.length]).toEqual([1, 3])
    expect(stderr).toMatch(/^institution\.bicz: expected one of the fields name, country, bics, lei, found/m)
    expect(stderr).toMatch(/^institution\.lei: expected an LEI/m)
    expect(stderr).toMatch(/^ships\[0\]\.interest: expected one of owned, chartered/m)
    const broken = await cordon(['check', '-'], 'a: [')
    expect([broken.code, broken.stderr]).toEqual([1, expect.stringMatching(/expected\s+YAML/)])
  })

  it('keeps versions, shows them as the YAML that was set, and takes one back', async () => {
    const file = join(folder, 'profile.yaml')
    const store = ['--data', 'data']
    await writeFile(
      file,
      'institution: {name: Example Bank, bics: [BBHOBDDHXXX]}\ncalendars: {bd: [2016-02-05]}',
    )
    const first = await cordon(['set', file, '--note', 'first', ...store])
    expect([first.code, JSON.parse(first.stdout)]).toEqual([
      0,
      expect.objectContaining({ version: 1, note: 'first', who: expect.stringMatching(/^cli:/) }),
    ])
    const { stdout: yaml } = await cordon(['show', ...store])
    expect(yaml).toMatch(/bics:\n +- BBHOBDDH\n/)
    const again = await cordon(['set', '-', ...store], yaml)
    expect(JSON.parse(again.stdout).version).toBe(1)
    await writeFile(file, yaml.replace('Example Bank', 'Another Bank'))
    expect(JSON.parse((await cordon(['set', file, ...store])).stdout).version).toBe(2)
    const wrong = await cordon(['set', '-', ...store], 'institution: {lei: "1"}')
    expect([wrong.code, wrong.stderr]).toEqual([1, expect.stringContaining('Nothing was kept.')])
    expect(JSON.parse((await cordon(['restore', '1', ...store])).stdout).version).toBe(3)
    expect((await cordon(['show', ...store])).stdout).toBe(yaml)
    const versions = (await cordon(['versions', ...store])).stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(versions.map(({ version }) => version)).toEqual([3, 2, 1])
    expect((await cordon(['restore', '9', ...store])).stderr).toContain('cordon profile versions')
  }, 60_000)

  it('names the customers that are watched where no file is given', async () => {
    await writeFile(join(folder, 'kunden.csv'), 'kunde\nPak Jin Hek\n')
    const store = ['--data', 'data']
    const customers = 'customers: {file: kunden.csv, columns: {kunde: name}}'
    await cordon(['set', '-', ...store], customers)
    const child = spawn(process.execPath, [program, 'monitor', 'add', ...store], { cwd: folder })
    let stdout = ''
    child.stdout.on('data', (chunk) => {
      stdout += chunk
    })
    await once(child, 'close')
    expect(JSON.parse(stdout)).toMatchObject({ parties: 1, findings: 1, rejected: 0 })
  }, 60_000)

  it('prints the days of a file of holidays', async () => {
    const { stdout, stderr } = await cordon(['calendar', '-'], '2026-01-01,New Year\nsoon')
    expect([stdout, stderr]).toEqual(['- 2026-01-01\n', expect.stringContaining('line 2: expected a date')])
  })
})
