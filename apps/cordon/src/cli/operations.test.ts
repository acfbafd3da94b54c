import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { operationsFolder } from '../operations/load-operations.ts'
import { run as runProgram } from './program.ts'

let folder: string
let said = ''

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cordon-operations-'))
  said = ''
  const hear = (text: string | Uint8Array) => {
    said += String(text)
    return true
  }
  vi.spyOn(process.stdout, 'write').mockImplementation(hear as never)
  vi.spyOn(process.stderr, 'write').mockImplementation(hear as never)
})
afterEach(async () => {
  vi.restoreAllMocks()
  process.exitCode = undefined
  await rm(folder, { recursive: true })
})

/** Commands of one process leave their exit code to the next. */
const run = (args: string[]) => {
  process.exitCode = undefined
  return runProgram(args)
}
const own = async () => {
  const path = join(folder, 'wannacry-2017')
  await cp(join(operationsFolder(), 'wannacry-2017'), path, { recursive: true })
  return path
}
const change = async (path: string, from: string, to: string) =>
  writeFile(path, (await readFile(path, 'utf8')).replace(from, to))

it('lists operations and shows one', async () => {
  expect(await run(['operations', 'list', '--door', 'payments', '--format', 'text'])).toBe(0)
  expect(said).toContain('bangladesh-bank-2016  Theft from Bangladesh Bank')
  expect(said).not.toContain('wannacry-2017')
  said = ''
  expect(await run(['operations', 'show', 'wannacry-2017', '--format', 'text'])).toBe(0)
  expect(said).toMatch(/# WannaCry[\s\S]+WHO SAYS WHO DID IT[\s\S]+PLAYBOOK[\s\S]+SOURCES/)
  said = ''
  expect(await run(['operations', 'show', 'wannacry'])).toBe(2)
  expect(said).toContain('wannacry-2017')
})

it('checks a folder, and tells all faults of all files at their places', async () => {
  const path = await own()
  expect(await run(['operations', 'check', path])).toBe(0)
  await change(join(path, 'operation.yaml'), 'id: T1486', 'id: T9999')
  await change(join(path, 'bundle.json'), '"spec_version": "2.1"', '"spec_version": "2.0"')
  await change(join(path, 'playbook.json'), '"cacao-2.0"', '"cacao-1.0"')
  await change(join(path, 'README.md'), '[doj-2018]', '[doj-1918]')
  await rm(join(path, 'playbook.yaml'))
  said = ''
  expect(await run(['operations', 'check', folder])).toBe(1)
  expect(said).toContain(
    'operation.yaml techniques[4].id: expected a code or name of objects.json, found T9999',
  )
  expect(said).toMatch(/bundle\.json objects\[0\]\.spec_version: expected 2\.1, found 2\.0/)
  expect(said).toContain('playbook.json spec_version: expected cacao-2.0, found cacao-1.0')
  expect(said).toMatch(/README\.md line \d+: .*\[doj-1918\]/)
  expect(await run(['operations', 'check', tmpdir()])).toBe(2)
})

it('builds bundle and playbook, taking codes that are missing from an ATT&CK bundle', async () => {
  const path = await own()
  await change(join(path, 'operation.yaml'), 'id: T1486', 'id: T9999')
  expect(await run(['operations', 'build', path])).toBe(1)
  const id = 'attack-pattern--00000000-0000-4000-8000-000000000001'
  const attack = join(folder, 'attack.json')
  const reference = {
    source_name: 'mitre-attack',
    external_id: 'T9999',
    url: 'https://attack.mitre.org/techniques/T9999',
  }
  const technique = {
    type: 'attack-pattern',
    id,
    name: 'New',
    created: '2026-01-01T00:00:00.000Z',
    external_references: [reference],
  }
  await writeFile(attack, JSON.stringify({ type: 'bundle', objects: [technique] }))
  expect(await run(['operations', 'build', path, '--attack', attack])).toBe(0)
  expect(await readFile(join(path, 'bundle.json'), 'utf8')).toContain(id)
  expect(await run(['operations', 'check', path])).toBe(0)
  expect(await run(['operations', 'build', path, '--attack', path])).toBe(0)
})
