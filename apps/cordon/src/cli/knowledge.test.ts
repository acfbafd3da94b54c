import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const program = fileURLToPath(new URL('../../bin/cordon.js', import.meta.url))
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cordon-knowledge-cli-'))
  await chmod(folder, 0o777)
  await mkdir(join(folder, 'data'))
  await chmod(join(folder, 'data'), 0o777)
  await mkdir(join(folder, 'feed'))
  await writeFile(
    join(folder, 'feed', 'apt_example.txt'),
    '# Aliases: one two\n\n# Reference: https://a.example/\n\nevil.example\n/a/path\n',
  )
  await writeFile(join(folder, 'feed', 'broken.json'), '{"type":"bundle","objects":[{"type":"tool"')
  await writeFile(join(folder, 'feed', 'LICENSE'), 'Free.\n')
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function cordon(...args: string[]) {
  const child = spawn(process.execPath, [program, 'knowledge', ...args], { cwd: folder })
  let stdout = ''
  let stderr = ''
  child.stdout.on('data', (chunk) => {
    stdout += chunk
  })
  child.stderr.on('data', (chunk) => {
    stderr += chunk
  })
  const [code] = await once(child, 'close')
  return { code: code as number, stdout, stderr }
}

describe('cordon knowledge', () => {
  it('imports what can be read of a folder, and says what could not', async () => {
    const { code, stdout, stderr } = await cordon(
      'import',
      'feed',
      '--data',
      'data',
      '--rejects',
      'rejects.ndjson',
    )
    expect(code).toBe(1)
    expect(stderr).toMatch(/passed over 1 files that no reader knows: LICENSE/)
    expect(stderr).toMatch(/not imported: broken.json: .*the end of the JSON document/)
    expect(stderr).toMatch(/2 files, 3 items, 1 rejected, 1 files not imported/)
    expect(JSON.parse(stdout)).toMatchObject({
      outcome: 'imported',
      collection: 'feed/apt_example.txt',
      source: 'feed',
      rejected: 1,
    })
    expect(await readFile(join(folder, 'rejects.ndjson'), 'utf8')).toMatch(/TEXT_BAD_VALUE/)
  }, 60_000)

  it('shows a thing by a name that one source uses, and an indicator', async () => {
    const named = await cordon('show', 'one-two', '--data', 'data')
    expect(named.stdout).toMatch(/^apt_example {2}\(grouping\)/)
    expect(named.stdout).toMatch(/one two\s+feed/)
    expect(named.stdout).toMatch(/domain\s+evil\.example/)
    const value = await cordon('show', 'hxxps://evil[.]example', '--json', '--data', 'data')
    expect(JSON.parse(value.stdout)).toMatchObject({
      kind: 'domain',
      value: 'evil.example',
      known: true,
      claims: [{ references: ['https://a.example/'] }],
    })
  }, 60_000)

  it('fails with what to do, and with 2 for wrong usage', async () => {
    const nothing = await cordon('show', 'nobody', '--data', 'data')
    expect(nothing).toMatchObject({ code: 1, stdout: '' })
    expect(nothing.stderr).toMatch(/expected {2}a name, an id or an indicator/)
    expect((await cordon('import', 'feed', '--source', 'A B')).code).toBe(2)
    expect((await cordon('import', 'feed/LICENSE', '--data', 'data')).stderr).toMatch(
      /threat intelligence in one of the formats/,
    )
    expect(JSON.parse((await cordon('status', '--data', 'data')).stdout)).toMatchObject({
      id: 'feed/apt_example.txt',
      indicators: 1,
    })
  }, 60_000)
})
