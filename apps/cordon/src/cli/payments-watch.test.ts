import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const program = fileURLToPath(new URL('../../bin/cordon.js', import.meta.url))
let folder: string
const file = (name: string) => join(folder, name)

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cordon-payments-cli-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function cordon(...args: string[]) {
  const child = spawn(process.execPath, [program, 'payments', ...args], { cwd: folder })
  const output = { stdout: '', stderr: '' }
  child.stdout.on('data', (chunk) => {
    output.stdout += chunk
  })
  child.stderr.on('data', (chunk) => {
    output.stderr += chunk
  })
  const [code] = await once(child, 'close')
  return { code: code as number, ...output }
}

const lines = (text: string) => text.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line)]))
const small = ['--days', '28', '--messages', '400', '--heist', 'record']

describe('cordon payments simulate and watch', () => {
  it('writes made-up traffic, says that it is, and finds the theft in it, in NDJSON and in MT', async () => {
    const made = await cordon('simulate', ...small, '--profile', 'bank.yaml', '--truth', 'stolen.txt')
    expect(made.code).toBe(0)
    expect(made.stderr).toContain('synthetic messages, seed 1, with 35 stolen orders')
    await writeFile(file('traffic.ndjson.gz'), gzipSync(`{"no":"message"}\n${made.stdout}`))
    const watched = await cordon(
      'watch',
      'traffic.ndjson.gz',
      '--profile',
      'bank.yaml',
      '--rejects',
      'lost.ndjson',
    )
    expect(watched.code).toBe(0)
    expect(watched.stderr).toContain('this stream is synthetic')
    expect(watched.stderr).toContain('1 rejected')
    expect(lines(await readFile(file('lost.ndjson'), 'utf8'))).toMatchObject([
      { where: 'traffic.ndjson.gz, line 1', reason: '`family` is neither MT nor MX' },
    ])
    const stolen = (await readFile(file('stolen.txt'), 'utf8')).trim().split('\n')
    const told = new Set(lines(watched.stdout).map(({ subjects }) => subjects[0].id))
    expect(stolen.filter((id) => told.has(id))).toHaveLength(35)
    await writeFile(file('traffic.rje'), (await cordon('simulate', ...small, '--format', 'mt')).stdout)
    const all = await cordon('watch', 'traffic.rje', '--profile', 'bank.yaml', '--all')
    const verdicts = new Map(lines(all.stdout).map((line) => [line.id, line.recommendation]))
    expect(stolen.filter((id) => (verdicts.get(id) ?? 'pass') !== 'pass')).toHaveLength(35)
  }, 60_000)

  it('says which rules lie idle without a profile, and refuses what cannot be', async () => {
    const { stderr } = await cordon('watch', 'traffic.rje')
    expect(stderr).toContain('idle: off-hours: the profile names no operators')
    expect((await cordon('watch', '-', '--run', 'x')).code).toBe(2)
    const none = await cordon('watch', 'nothing.ndjson')
    expect(none.code).toBe(1)
    expect(none.stderr).toContain('no such file')
  }, 60_000)
})

describe('cordon payments trace', () => {
  it('follows labelled money, tells both ways of sharing it out, and keeps what it could not read', async () => {
    await writeFile(
      file('transfers.csv'),
      'from,to,amount,asset,time\nthief,a,100.5,ETH,2022-03-29 01:00:00\nclean,a,50,ETH,2022-03-29 02:00:00\na,b,120,ETH,2022-03-29 03:00:00\nb,mixer,60,ETH,2022-03-29 04:00:00\nb,,1,ETH,\n',
    )
    await writeFile(
      file('labels.csv'),
      'address,category,name\nthief,listed,The thief\nmixer,mixer,A mixer\n',
    )
    const { code, stdout, stderr } = await cordon(
      'trace',
      'transfers.csv',
      '--no-lists',
      '--labels',
      'labels.csv',
    )
    expect(code).toBe(0)
    expect(stderr).toContain('1 rejected')
    expect(lines(stdout)).toMatchObject([
      {
        kind: 'exposure',
        address: 'b',
        rows: [{ hops: 2, haircut: '80.132890365448504984', fifo: '100.5' }],
      },
      { kind: 'exposure', address: 'a', rows: [{ hops: 1, haircut: '100.5', fifo: '100.5' }] },
      { kind: 'into-labelled', from: 'b', into: { name: 'A mixer' }, rows: [{ fifo: '60' }] },
    ])
    expect((await cordon('trace', 'transfers.csv', '--no-lists')).code).toBe(2)
  }, 60_000)
})
