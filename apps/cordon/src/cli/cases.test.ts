import { execFile } from 'node:child_process'
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { putFindings } from '@cordon/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { foundFinding } from '../store/testing-findings.ts'

const program = fileURLToPath(new URL('../../bin/cordon.js', import.meta.url))
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cordon-cases-'))
  await chmod(folder, 0o755)
  const data = join(folder, 'data')
  await putFindings(data, [
    foundFinding('a', 'x', { severity: 'high' }),
    foundFinding('a', 'y'),
    foundFinding('b\u001b[31m', 'z'),
  ])
}, 60_000)
afterAll(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }))

/** Runs the built program on the data folder. */
function cases(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const all = [program, 'cases', ...args, '--data', join(folder, 'data')]
  return new Promise((done) =>
    execFile(process.execPath, all, (error, stdout, stderr) =>
      done({ code: Number(error?.code ?? 0), stdout, stderr }),
    ),
  )
}
const json = (text: string) =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))

it('works on cases from a first look to their end, each change as a line of JSON', async () => {
  const [first, second] = json((await cases('list')).stdout)
  expect(first).toMatchObject({ id: 1, severity: 'high', findings: 2, state: 'new' })
  const { stdout: listed } = await cases('list', '--format', 'table')
  expect(listed).toMatch(/case\s+severity\s+state/)
  expect(listed).not.toContain('\u001b')
  expect((await cases('show', '1', '--format', 'table')).stdout).toContain('Both are about The a.')
  expect(json((await cases('assign', '1', 'ben')).stdout)).toMatchObject([{ assignee: 'ben' }])
  expect(json((await cases('due', '1', '2030-03-01')).stdout)).toMatchObject([
    { due: '2030-03-01T00:00:00Z' },
  ])
  expect((await cases('note', '1', 'Asked. @ben')).code).toBe(0)
  const preview = await cases('decide', '1', '--verdict', 'false', '--reason', 'No.', '--preview')
  expect(json(preview.stdout)).toMatchObject([{ findings: 2 }])
  const exported = json((await cases('export', '1')).stdout)
  const finding = exported.find(({ type }) => type === 'finding').finding.id
  const [split] = json((await cases('split', '1', '--finding', finding, '--reason', 'Two.')).stdout)
  expect(split).toMatchObject({ id: 3, findings: 1 })
  expect(json((await cases('merge', '1', '3', '--reason', 'One.')).stdout)).toMatchObject([{ findings: 2 }])
  await writeFile(join(folder, 'proof.txt'), 'proof')
  expect((await cases('attach', '1', join(folder, 'proof.txt'))).code).toBe(0)
  const moved = await cases('state', '1', 'closed-false', '--reason', 'No match.')
  expect(json(moved.stdout)).toMatchObject([{ state: 'closed-false', outcome: 'done', decided: 2 }])
  expect(json((await cases('list', '--state', 'closed')).stdout)).toMatchObject([{ id: 1 }])
  expect(second.id).toBe(2)
}, 120_000)

it('says what is wrong, and with which code it ends', async () => {
  const unknown = await cases('note', '99', 'x')
  expect([unknown.code, unknown.stderr]).toEqual([1, expect.stringContaining('cordon cases list')])
  expect((await cases('note', 'abc', 'x')).code).toBe(2)
  expect((await cases('state', '2', 'reported', '--reason', 'x')).code).toBe(1)
  expect((await cases('state', '2', 'nowhere')).code).toBe(2)
}, 60_000)
