import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { CordonError } from '@cordon/model'
import pg from 'pg'
import { type Cluster, type EmbeddedConfig, prepareCluster } from './postgres-cluster.ts'
import { type Endpoint, logTail, runningEndpoint, runningPid, spawnServer } from './postmaster.ts'

/**
 * The embedded server is shared by every Cordon process on one data folder. Each holds a lease: a connection with a
 * shared advisory lock, which the kernel lets go however the process ends. A keeper, one small process for each
 * server (bin/postgres-keeper.js), holds the keeper's lock, and once no lease is left for a while takes the lease
 * lock for itself alone and stops the server. Whoever finds that lock taken waits and starts the server anew.
 * PostgreSQL's own lock file decides between two starters. So nothing here depends on a process ending well.
 */
const lockSpace = 0x43_44
const leaseLock = 1
const keeperLock = 2
const startLimit = 60_000
const keeperCheckInterval = 5_000

/** A share in a running embedded server. */
export interface ServerLease {
  /** How to connect, but for the database. */
  readonly connection: Endpoint & { readonly user: string; readonly password: string }
  /**
   * Gives the share back. The keeper stops the server when it was the last one; with `stopIfLast` this call stops
   * it at once and waits.
   */
  release(options?: { readonly stopIfLast?: boolean }): Promise<void>
}

/**
 * Starts the embedded server of a data folder, or joins the one that runs. When the server dies underneath, it is
 * started again.
 * @throws CordonError CORDON_STORE_START, or what `prepareCluster` throws
 */
export async function leaseServer(config: EmbeddedConfig): Promise<ServerLease> {
  let released = false
  let held = await acquire(config)
  const holdOn = () => {
    held.client.once('end', async () => {
      if (released) return
      held = await acquire(config)
      holdOn()
    })
  }
  holdOn()
  const watching = setInterval(() => {
    ensureKeeper(held, config).catch(() => undefined)
  }, keeperCheckInterval)
  watching.unref()
  return {
    connection: { ...held.endpoint, user: 'cordon', password: held.cluster.password },
    async release({ stopIfLast = false } = {}) {
      if (released) return
      released = true
      clearInterval(watching)
      if (stopIfLast) await stopIfUnused(held)
      await held.client.end().catch(() => undefined)
    },
  }
}

interface Held {
  readonly client: pg.Client
  readonly cluster: Cluster
  readonly endpoint: Endpoint
}

async function acquire(config: EmbeddedConfig): Promise<Held> {
  let cluster = prepareCluster(config)
  const deadline = Date.now() + startLimit
  let starting: Promise<number | null> | undefined
  while (Date.now() < deadline) {
    const endpoint = runningEndpoint(cluster)
    const client = endpoint && (await connect(endpoint, cluster))
    if (client && endpoint) {
      const { rows } = await client.query('select pg_try_advisory_lock_shared($1, $2) as held', [
        lockSpace,
        leaseLock,
      ])
      if (rows[0].held) {
        const held = { client, cluster, endpoint }
        await ensureKeeper(held, config)
        return held
      }
      await client.end()
    } else if (!starting && runningPid(cluster) === undefined) {
      // A scratch store may have been removed meanwhile.
      if (!existsSync(cluster.files)) cluster = prepareCluster(config)
      starting = (await spawnServer(cluster, config.settings)).exited
      starting.then(async () => {
        await pause(200)
        starting = undefined
      })
    }
    await pause(20)
  }
  throw new CordonError({
    code: 'CORDON_STORE_START',
    expected: `PostgreSQL to accept connections within ${startLimit / 1000} s`,
    found: logTail(cluster),
    where: cluster.data,
    remedy: `Read ${cluster.log}; check free space; restore a backup if the files are damaged.`,
  })
}

/** Connects to the maintenance database, or gives undefined while the server is absent, starting or stopping. */
async function connect(endpoint: Endpoint, cluster: Cluster): Promise<pg.Client | undefined> {
  const client = new pg.Client({
    ...endpoint,
    user: 'cordon',
    password: cluster.password,
    database: 'postgres',
    application_name: 'cordon lease',
    connectionTimeoutMillis: 10_000,
  })
  client.on('error', () => undefined)
  try {
    await client.connect()
    return client
  } catch (error) {
    await client.end().catch(() => undefined)
    const { code } = error as { code?: string }
    // Invalid password and the like won't mend themselves.
    if (code?.startsWith('28')) throw error
    return undefined
  }
}

async function ensureKeeper({ client, cluster, endpoint }: Held, config: EmbeddedConfig): Promise<void> {
  const { rows } = await client.query(
    `select 1 from pg_locks where locktype = 'advisory' and classid = $1 and objid = $2 and granted`,
    [lockSpace, keeperLock],
  )
  if (rows.length > 0) return
  const script = fileURLToPath(new URL('../../bin/postgres-keeper.js', import.meta.url))
  const task = JSON.stringify({
    data: cluster.data,
    endpoint,
    pid: runningPid(cluster),
    lockSpace,
    leaseLock,
    keeperLock,
    linger: config.linger ?? 5_000,
    ephemeral: config.ephemeral ?? false,
  })
  spawn(process.execPath, [script, task], { detached: true, stdio: 'ignore', cwd: '/' }).unref()
}

async function stopIfUnused({ client, cluster }: Held): Promise<void> {
  await client.query('select pg_advisory_unlock_shared($1, $2)', [lockSpace, leaseLock])
  const { rows } = await client.query('select pg_try_advisory_lock($1, $2) as alone', [lockSpace, leaseLock])
  if (!rows[0].alone) return
  const pid = runningPid(cluster)
  if (pid === undefined) return
  process.kill(pid, 'SIGINT')
  const deadline = Date.now() + startLimit
  while (runningPid(cluster) !== undefined && Date.now() < deadline) await pause(20)
}
