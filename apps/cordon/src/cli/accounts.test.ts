import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const program = fileURLToPath(new URL('../../bin/cordon.js', import.meta.url))
const password = 'violet harbour tin spoon'
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cordon-accounts-'))
  await chmod(folder, 0o755)
})
afterAll(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }))

function start(...args: string[]) {
  const child = spawn(process.execPath, [program, ...args, '--data', join(folder, 'data')], { cwd: folder })
  const output = { stdout: '', stderr: '' }
  child.stdout.on('data', (chunk) => {
    output.stdout += chunk
  })
  child.stderr.on('data', (chunk) => {
    output.stderr += chunk
  })
  return { child, output }
}

async function cordon(args: string[], input = '') {
  const { child, output } = start(...args)
  child.stdin.end(input)
  const [code] = await once(child, 'close')
  return { code, ...output }
}

async function said(output: { stderr: string }, what: RegExp): Promise<string> {
  for (;;) {
    const found = what.exec(output.stderr)
    if (found) return found[0]
    await new Promise((resume) => setTimeout(resume, 50))
  }
}

describe('cordon serve on an empty store', () => {
  it('prints a link instead of a default password; it makes the first account, and then all is closed', async () => {
    const { child, output } = start('serve', '--port', '0')
    const link = await said(output, /http:\/\/127\.0\.0\.1:\d+\/set-up\/[\w-]{43}/)
    const [url, token] = [new URL(link).origin, link.split('/').at(-1)]
    expect(output.stderr).toContain('everyone who reaches this address may see and do everything')
    expect((await fetch(`${url}/api/findings`)).status).toBe(200)
    const made = await fetch(`${url}/api/set-up`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ token, name: 'boss', password }),
    })
    expect(made.status).toBe(200)
    expect((await fetch(`${url}/api/findings`)).status).toBe(401)
    child.kill('SIGINT')
    expect((await once(child, 'close'))[0]).toBe(0)
  })

  it('prints no link any more, and a key made at the command line is let in at once', async () => {
    const { child, output } = start('serve', '--port', '0')
    const url = await said(output, /http:\/\/127\.0\.0\.1:\d+/)
    const { stdout, code } = await cordon([
      'keys',
      'create',
      '--title',
      'bank',
      '--scope',
      'read',
      '--days',
      '9',
    ])
    const { secret, id, scopes } = JSON.parse(stdout)
    expect([code, scopes]).toEqual([0, ['read']])
    const asked = () => fetch(`${url}/api/findings`, { headers: { authorization: `Bearer ${secret}` } })
    expect((await asked()).status).toBe(200)
    expect((await cordon(['keys', 'revoke', id])).code).toBe(0)
    expect((await asked()).status).toBe(401)
    expect(output.stderr).not.toContain('/set-up/')
    child.kill('SIGINT')
    await once(child, 'close')
  })
})

describe('cordon accounts', () => {
  it('adds, changes and lists people; the password comes on standard input', async () => {
    expect((await cordon(['accounts', 'add', 'kim', '--role', 'analyst'], 'short\n')).stderr).toContain(
      'at least 15 characters',
    )
    const added = await cordon(
      ['accounts', 'add', 'Kim', '--role', 'analyst', '--display', 'Kim Lee'],
      `${password}\n`,
    )
    expect(JSON.parse(added.stdout)).toMatchObject({
      name: 'kim',
      display: 'Kim Lee',
      role: 'analyst',
      hasPassword: true,
    })
    expect((await cordon(['accounts', 'role', 'kim', 'approver'])).code).toBe(0)
    expect((await cordon(['accounts', 'disable', 'kim'])).code).toBe(0)
    const listed = (await cordon(['accounts', 'list'])).stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(listed).toMatchObject([
      { name: 'boss', role: 'administrator' },
      { name: 'kim', role: 'approver', disabled: true },
    ])
    expect((await cordon(['accounts', 'password', 'kim'], 'seven grey ladders at dusk\n')).code).toBe(0)
  })

  it('keeps the last administrator, and says what to do', async () => {
    const { code, stderr } = await cordon(['accounts', 'disable', 'boss'])
    expect(code).toBe(1)
    expect(stderr).toContain('Make someone else an administrator first')
  })

  it('prints a one-time link for a person; for the first account only while there is none', async () => {
    const { stdout } = await cordon(['accounts', 'link', 'boss', '--url', 'https://cordon.example'])
    expect(stdout).toMatch(/^https:\/\/cordon\.example\/set-up\/[\w-]{43}\n$/)
    expect((await cordon(['accounts', 'link'])).code).toBe(2)
    expect((await cordon(['accounts', 'link', 'kim'])).stderr).toContain('disabled')
  })

  it('is in the audit log under who works at the command line', async () => {
    const { code, stderr } = await cordon(['audit', 'verify'])
    expect([code, stderr]).toEqual([0, expect.stringContaining('whole')])
  })
})
