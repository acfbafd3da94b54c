import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join, resolve } from 'node:path'
import { CordonError } from '@cordon/model'
import { type PostgresBinaries, postgresBinaries } from './postgres-binaries.ts'
import { closedFolder, postgresUser, type SystemUser } from './postgres-user.ts'

/** Where the embedded store keeps its data, and with which programs. */
export interface EmbeddedConfig {
  readonly kind: 'embedded'
  /** Absolute path of the data folder. */
  readonly data: string
  /** Folder with `initdb` and `postgres`; by default those of the npm package. */
  readonly postgresBin?: string
  /** Milliseconds the server stays up after the last process has left. Default 5,000. */
  readonly linger?: number
  /** The data folder is removed once the server has stopped: for scratch stores of tests. */
  readonly ephemeral?: boolean
  /** Server settings over the store's own, for tests. */
  readonly settings?: Readonly<Record<string, string>>
}

/** A data folder with an initialised cluster in it. */
export interface Cluster {
  readonly data: string
  /** The database files (PGDATA). */
  readonly files: string
  /** The folder of the unix socket. */
  readonly socketFolder: string
  readonly log: string
  readonly password: string
  readonly binaries: PostgresBinaries
  readonly user: SystemUser | undefined
}

/**
 * Makes sure that a data folder holds a cluster: UTF-8, locale C (the order of text is the same on every machine),
 * data checksums, a random password in a file that only the owner reads. Several processes may do this at once; a
 * half-made cluster of a killed one is never used.
 * @throws CordonError CORDON_STORE_CLOSED_FOLDER, CORDON_STORE_INITDB, or what `postgresBinaries` throws
 */
export function prepareCluster(config: EmbeddedConfig): Cluster {
  const data = resolve(config.data)
  const files = join(data, 'postgres')
  const user = postgresUser(files)
  makeFolders(data, user)
  const binaries = postgresBinaries({
    data,
    ...(user && { user }),
    ...(config.postgresBin && { folder: config.postgresBin }),
  })
  if (!existsSync(join(files, 'PG_VERSION'))) initialise(data, files, binaries, user)
  checkVersion(files, binaries)
  return {
    data,
    files,
    socketFolder: join(data, 'run'),
    log: join(data, 'postgres.log'),
    password: readFileSync(join(files, 'cordon-password'), 'utf8').trim(),
    binaries,
    user,
  }
}

function makeFolders(data: string, user: SystemUser | undefined): void {
  const closed = user && closedFolder(join(data, 'postgres'), user)
  if (user && closed && closed !== data)
    throw new CordonError({
      code: 'CORDON_STORE_CLOSED_FOLDER',
      expected: `a data folder that the account "${user.name}" can reach (as root, PostgreSQL runs as that account)`,
      found: `${closed} closed to it`,
      where: data,
      remedy: 'Choose another with --data or CORDON_DATA, for example /var/lib/cordon.',
    })
  mkdirSync(data, { recursive: true, mode: user ? 0o711 : 0o700 })
  if (user) chmodSync(data, 0o711)
  mkdirSync(join(data, 'run'), { recursive: true, mode: 0o700 })
  if (user) chownSync(join(data, 'run'), user.uid, user.gid)
}

function initialise(
  data: string,
  files: string,
  binaries: PostgresBinaries,
  user: SystemUser | undefined,
): void {
  for (const name of readdirSync(data))
    if (isAbandoned(name)) rmSync(join(data, name), { recursive: true, force: true })
  const partial = `${files}.new-${process.pid}`
  const password = randomBytes(24).toString('base64url')
  const passwordFile = join(data, `password.new-${process.pid}`)
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 })
  mkdirSync(partial, { mode: 0o700 })
  for (const path of [passwordFile, partial]) if (user) chownSync(path, user.uid, user.gid)
  const { status, stdout, stderr, error } = spawnSync(
    binaries.initdb,
    [
      `--pgdata=${partial}`,
      '--username=cordon',
      '--auth=scram-sha-256',
      `--pwfile=${passwordFile}`,
      '--encoding=UTF8',
      '--locale=C',
      '--data-checksums',
    ],
    { encoding: 'utf8', cwd: '/', env: postgresEnvironment(), ...(user && { uid: user.uid, gid: user.gid }) },
  )
  if (status !== 0) {
    rmSync(partial, { recursive: true, force: true })
    rmSync(passwordFile, { force: true })
    throw new CordonError(
      {
        code: 'CORDON_STORE_INITDB',
        expected: 'initdb to make the database files',
        found: error?.message ?? `${stdout}${stderr}`.trim().split('\n').slice(-3).join(' '),
        where: data,
        remedy: 'Check free space and permissions of the folder, or choose another with --data.',
      },
      { cause: error },
    )
  }
  renameSync(passwordFile, join(partial, 'cordon-password'))
  try {
    renameSync(partial, files)
  } catch (error) {
    rmSync(partial, { recursive: true, force: true })
    // Another process was first; its cluster serves both.
    if (!existsSync(join(files, 'PG_VERSION'))) throw error
  }
}

/** Whether a name is what a killed initialisation left behind: its process is gone. */
function isAbandoned(name: string): boolean {
  const pid = Number(/^(?:postgres|password)\.new-(\d+)$/.exec(name)?.[1] ?? 0)
  return pid > 0 && pid !== process.pid && !isAlive(pid)
}

/** Whether a process with that number exists. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function checkVersion(files: string, binaries: PostgresBinaries): void {
  const found = readFileSync(join(files, 'PG_VERSION'), 'utf8').trim()
  if (Number(found) === binaries.major) return
  throw new CordonError({
    code: 'CORDON_STORE_POSTGRES_VERSION',
    expected: `database files of PostgreSQL ${binaries.major}`,
    found: `PostgreSQL ${found}`,
    where: files,
    remedy: `Set CORDON_POSTGRES_BIN to the programs of PostgreSQL ${found}, or back up with the former Cordon and restore here.`,
  })
}

/** What PostgreSQL's programs see of the environment: nothing of ours, and no locale but C. */
export function postgresEnvironment(): NodeJS.ProcessEnv {
  const { PATH, SystemRoot, TMPDIR } = process.env
  return { PATH, SystemRoot, TMPDIR, LC_ALL: 'C', TZ: 'UTC' }
}
