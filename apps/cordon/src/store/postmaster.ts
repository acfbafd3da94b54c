import { execFileSync, spawn } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { type Cluster, isAlive, postgresEnvironment } from './postgres-cluster.ts'

/** How a client reaches a server: a unix socket's folder or a host, and the port. */
export interface Endpoint {
  readonly host: string
  readonly port: number
}

/** The longest path a unix socket may have: 107 bytes on Linux, 103 on macOS. */
const maxSocketPath = 103
const socketPort = 5432
const maxLogBytes = 8 * 1024 * 1024
/** No system hands out this process number. */
const deadPid = 2_147_483_646

/** Settings of every embedded server. fsync and full_page_writes stay on: an acknowledged change survives a power cut. */
const settings: Readonly<Record<string, string>> = {
  max_connections: '60',
  shared_buffers: '64MB',
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_wal_size: '1GB',
  wal_compression: 'on',
  work_mem: '32MB',
  maintenance_work_mem: '64MB',
  jit: 'off',
  max_parallel_workers_per_gather: '0',
  // A killed client's statement ends within a second, and its transaction is rolled back.
  client_connection_check_interval: '1s',
  log_timezone: 'UTC',
  timezone: 'UTC',
}

/** The endpoint that `postmaster.pid` names, or undefined where there is none. The server may still be starting, or gone. */
export function runningEndpoint(cluster: Cluster): Endpoint | undefined {
  const lines = readPidFile(cluster)
  if (!lines) return undefined
  const [port, socketFolder, address] = [Number(lines[3]), lines[4]?.trim(), lines[5]?.trim()]
  if (!port) return undefined
  if (socketFolder) return { host: socketFolder, port }
  return address ? { host: address, port } : undefined
}

/** The process number of the running server, or undefined. */
export function runningPid(cluster: Cluster): number | undefined {
  const pid = Number(readPidFile(cluster)?.[0])
  return pid > 0 && isAlive(pid) && isOurServer(pid, cluster) ? pid : undefined
}

/**
 * Starts the server as a process of its own that outlives this one. Settles at once with a promise of how it ended,
 * for the case that it could not start: another starter was first, or the files are damaged.
 */
export async function spawnServer(
  cluster: Cluster,
  extra: Readonly<Record<string, string>> = {},
): Promise<{ readonly exited: Promise<number | null> }> {
  disarmStalePidFiles(cluster)
  const useSocket =
    process.platform !== 'win32' &&
    Buffer.byteLength(join(cluster.socketFolder, `.s.PGSQL.${socketPort}`)) <= maxSocketPath
  const network = useSocket
    ? { listen_addresses: '', unix_socket_directories: cluster.socketFolder, port: String(socketPort) }
    : {
        listen_addresses: '127.0.0.1',
        unix_socket_directories: '',
        port: String(await loopbackPort(cluster)),
      }
  const options = Object.entries({ ...settings, ...network, ...extra }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ])
  if ((statSync(cluster.log, { throwIfNoEntry: false })?.size ?? 0) > maxLogBytes) truncateSync(cluster.log)
  const log = openSync(cluster.log, 'a', 0o600)
  const child = spawn(cluster.binaries.postgres, ['-D', cluster.files, ...options], {
    detached: true,
    cwd: '/',
    env: postgresEnvironment(),
    stdio: ['ignore', log, log],
    ...(cluster.user && { uid: cluster.user.uid, gid: cluster.user.gid }),
  })
  closeSync(log)
  child.unref()
  return {
    exited: new Promise((resolve) => {
      child.once('error', () => resolve(null))
      child.once('exit', resolve)
    }),
  }
}

/** The last lines of the server's log, for messages. */
export function logTail(cluster: Cluster): string {
  if (!existsSync(cluster.log)) return 'no log'
  const lines = readFileSync(cluster.log, 'utf8').trim().split('\n')
  return lines.slice(-4).join(' | ').slice(-600)
}

function readPidFile(cluster: Cluster): string[] | undefined {
  try {
    return readFileSync(join(cluster.files, 'postmaster.pid'), 'utf8').split('\n')
  } catch {
    return undefined
  }
}

/**
 * After a crash the lock files name a process number that another program may bear by now (often so in containers),
 * and PostgreSQL would refuse to start. The number is overwritten, the rest kept: PostgreSQL's own check of the
 * shared memory, which finds orphaned back ends, still works.
 */
function disarmStalePidFiles(cluster: Cluster): void {
  const paths = [
    join(cluster.files, 'postmaster.pid'),
    join(cluster.socketFolder, `.s.PGSQL.${socketPort}.lock`),
  ]
  for (const path of paths) {
    if (!existsSync(path)) continue
    const lines = readFileSync(path, 'utf8').split('\n')
    const pid = Number(lines[0])
    if (!(pid > 0) || pid === deadPid || !isAlive(pid) || isOurServer(pid, cluster)) continue
    writeFileSync(path, [String(deadPid), ...lines.slice(1)].join('\n'))
  }
}

/** Whether a process is a server on these files, by its command line. In doubt, it is. */
function isOurServer(pid: number, cluster: Cluster): boolean {
  try {
    const command = existsSync(`/proc/${pid}/cmdline`)
      ? readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
      : process.platform === 'win32'
        ? cluster.files
        : execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' })
    return command.includes(`-D ${cluster.files} `)
  } catch {
    return isAlive(pid)
  }
}

/** A free port of the loopback interface, the same as last time where possible. */
async function loopbackPort(cluster: Cluster): Promise<number> {
  const file = join(cluster.data, 'port')
  const former = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0
  const port = (former && (await tryPort(former))) || (await tryPort(0))
  writeFileSync(file, String(port), { mode: 0o600 })
  return port
}

function tryPort(port: number): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(0))
    server.listen(port, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
