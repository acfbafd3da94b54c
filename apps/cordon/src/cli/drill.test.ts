import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, it, vi } from 'vitest'
import { run } from './program.ts'

afterEach(() => {
  vi.restoreAllMocks()
  process.exitCode = undefined
})

/** Runs one command in this process, with what it wrote. */
async function cordon(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  let [out, err] = ['', '']
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    out += String(text)
    return true
  })
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    err += String(text)
    return true
  })
  const code = await run(['drill', ...args])
  vi.restoreAllMocks()
  return { code, out, err }
}

it('names all there are', async () => {
  const { code, out } = await cordon('--list')
  const lines = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(code).toBe(0)
  expect(lines).toHaveLength(15)
  expect(lines[0]).toMatchObject({ id: '3cx-2023', title: '3CX, March 2023' })
})

it('ends with 0 when all came, with 1 when something was missed, with 2 for a name that no drill has', async () => {
  const seen = await cordon('fastcash-2016', '--json')
  expect(seen.code).toBe(0)
  expect(JSON.parse(seen.out)).toMatchObject({ outcome: 'seen', drill: { id: 'fastcash-2016' } })
  expect(seen.err).toMatch(/seen {4}FASTCash: 2 of 2 in time, 0 false alarms/)

  const folder = await mkdtemp(join(tmpdir(), 'cordon-drill-'))
  await writeFile(join(folder, 'site.yaml'), 'disable: [Files of FASTCash on a payment switch]\n')
  const missed = await cordon('fastcash-2016', '--json', '--against', folder)
  expect(missed.code).toBe(1)
  expect(JSON.parse(missed.out).expected[0]).toMatchObject({ id: 'files', status: 'missed' })

  const unknown = await cordon('fastcash')
  expect(unknown.code).toBe(2)
  expect(unknown.err).toMatch(/There is no drill "fastcash". Did you mean fastcash-2016\?/)
  expect((await cordon()).code).toBe(2)
})

it("a drill of one's own with faults is answered with all of them, and rules that are none with what to do", async () => {
  const folder = await mkdtemp(join(tmpdir(), 'cordon-drill-'))
  const file = join(folder, 'drill.yaml')
  await writeFile(file, 'id: My Drill\ntitle: x\nsteps: []\n')
  const faulty = await cordon('--file', file)
  expect(faulty.code).toBe(1)
  expect(faulty.err).toMatch(/id: expected small letters, digits and hyphens, found "My Drill"/)
  expect(faulty.err).toMatch(/milestones: expected array, found nothing/)
  const empty = await cordon('fastcash-2016', '--against', await mkdtemp(join(tmpdir(), 'cordon-none-')))
  expect(empty.code).toBe(1)
  expect(empty.err).toMatch(/expected {2}Sigma rules, stream rules, tuning/)
  expect((await cordon('--file', join(folder, 'nothing.yaml'))).code).toBe(2)
})
