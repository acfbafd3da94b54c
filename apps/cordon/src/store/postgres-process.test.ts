import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ChildProgram, startProgram } from '@cordon/testing'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openStore } from './index.ts'
import { type EmbeddedConfig, isAlive } from './postgres-cluster.ts'

const writer = new URL('./store-writer.child.ts', import.meta.url)
let config: EmbeddedConfig
const children: ChildProgram[] = []

beforeEach(() => {
  const data = mkdtempSync(join(tmpdir(), 'cordon-process-'))
  config = { kind: 'embedded', data, linger: 400 }
})
afterEach(async () => {
  await Promise.all(children.splice(0).map((child) => child.kill()))
  if (isRunning()) process.kill(serverPid(), 'SIGINT')
  await expect.poll(isRunning, { timeout: 30_000 }).toBe(false)
  rmSync(config.data, { recursive: true, force: true })
})

const pidFile = () => join(config.data, 'postgres', 'postmaster.pid')
const serverPid = () => Number(readFileSync(pidFile(), 'utf8').split('\n')[0])
const isRunning = () => existsSync(pidFile()) && isAlive(serverPid())
const stopped = () => expect.poll(() => existsSync(pidFile()), { timeout: 30_000 }).toBe(false)

/** Starts a writer and waits until it has committed that many entries. */
async function startWriter(entries: number): Promise<{ child: ChildProgram; acknowledged: () => number }> {
  const child = startProgram(writer, [JSON.stringify(config)])
  children.push(child)
  let last = 0
  await new Promise<void>((resolve) => {
    child.process.stdout!.on('data', () => undefined)
    ;(async () => {
      for await (const line of child.lines) {
        last = Math.max(last, Number(line) || 0)
        if (last >= entries) resolve()
      }
    })()
  })
  return { child, acknowledged: () => last }
}

describe('the embedded server', () => {
  it('is shared by those who open one data folder, and stops with the last', async () => {
    const first = await openStore(config)
    const second = await openStore(config)
    const pid = serverPid()
    await first.audit.append({ actor: 'a', action: 'b', subject: 'c', detail: {} })
    await first.close({ stopIfLast: true })
    expect((await second.audit.verify()).entries).toBe(1)
    await second.close({ stopIfLast: true })
    expect(isAlive(pid) && existsSync(pidFile())).toBe(false)
    const third = await openStore(config)
    expect((await third.audit.verify()).entries).toBe(1)
    await third.close()
  })

  it('is started once by several processes that come at the same moment', { timeout: 90_000 }, async () => {
    const writers = await Promise.all([startWriter(2), startWriter(2), startWriter(2)])
    const store = await openStore(config)
    await Promise.all(writers.map(({ child }) => child.kill()))
    const verdict = await store.audit.verify()
    expect(verdict).toMatchObject({ sound: true })
    expect(verdict.entries).toBeGreaterThanOrEqual(Math.max(...writers.map((one) => one.acknowledged())))
    await store.close()
  })

  it('stops by itself some time after its last process was killed', { timeout: 60_000 }, async () => {
    const { child } = await startWriter(1)
    await child.kill()
    await stopped()
  })

  it('keeps its data to its owner', async () => {
    await (await openStore(config)).close()
    const { mode } = await import('node:fs').then(({ statSync }) =>
      statSync(join(config.data, 'postgres', 'cordon-password')),
    )
    expect(mode & 0o077).toBe(0)
  })
})

describe('after a kill', { timeout: 90_000 }, () => {
  it('of a writing process, everything acknowledged is there', async () => {
    const { child, acknowledged } = await startWriter(20)
    await child.kill()
    const store = await openStore(config)
    const verdict = await store.audit.verify()
    expect(verdict.sound).toBe(true)
    expect(verdict.entries).toBeGreaterThanOrEqual(acknowledged())
    await store.close()
  })

  it('of the server, an open store finds it started again, with everything acknowledged', async () => {
    const store = await openStore(config)
    for (let i = 0; i < 5; i++)
      await store.audit.append({ actor: 'a', action: 'b', subject: `${i}`, detail: {} })
    const killed = serverPid()
    process.kill(killed, 'SIGKILL')
    await expect.poll(() => isRunning() && serverPid() !== killed, { timeout: 60_000 }).toBe(true)
    await expect
      .poll(() => store.audit.verify().catch(() => undefined), { timeout: 30_000 })
      .toMatchObject({ sound: true, entries: 5 })
    await store.close()
  })

  it('of everything at once, the next start does not mind what was left, not even a process number in use', async () => {
    const { child, acknowledged } = await startWriter(5)
    const server = serverPid()
    await child.kill()
    process.kill(server, 'SIGKILL')
    await expect.poll(() => serverGone(server), { timeout: 30_000 }).toBe(true)
    const lines = readFileSync(pidFile(), 'utf8').split('\n')
    writeFileSync(pidFile(), [String(process.pid), ...lines.slice(1)].join('\n'))
    const store = await openStore(config)
    expect((await store.audit.verify()).entries).toBeGreaterThanOrEqual(acknowledged())
    await store.close()
  })

  it('of the making of a cluster, the next start makes one', async () => {
    mkdirSync(join(config.data, 'postgres.new-999999999', 'base'), { recursive: true })
    writeFileSync(join(config.data, 'password.new-999999999'), 'x')
    const store = await openStore(config)
    expect(existsSync(join(config.data, 'postgres.new-999999999'))).toBe(false)
    expect(existsSync(join(config.data, 'password.new-999999999'))).toBe(false)
    await store.close()
  })
})

describe('a data folder', () => {
  it.skipIf(process.getuid?.() !== 0)(
    'that PostgreSQL cannot reach is refused with the folder that is closed',
    async () => {
      const closed = join(config.data, 'closed')
      chmodSync(config.data, 0o755)
      mkdirSync(closed, { mode: 0o700 })
      await expect(openStore({ ...config, data: join(closed, 'store') })).rejects.toMatchObject({
        code: 'CORDON_STORE_CLOSED_FOLDER',
        found: expect.stringContaining(closed),
      })
    },
  )

  it('with a path too long for a unix socket is served over loopback', async () => {
    const data = join(config.data, 'x'.repeat(100))
    chmodSync(config.data, 0o755)
    const store = await openStore({ ...config, data })
    expect((await store.audit.verify()).sound).toBe(true)
    const { rows } = await store.database.pool.query('show listen_addresses')
    expect(rows[0].listen_addresses).toBe('127.0.0.1')
    await store.close({ stopIfLast: true })
  })
})

/** Whether a killed server and its back ends are gone: nobody answers on the socket's lock any more. */
function serverGone(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8') === ''
  } catch {
    return !isAlive(pid)
  }
}
