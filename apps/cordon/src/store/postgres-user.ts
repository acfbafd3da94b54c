import { readFileSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { CordonError } from '@cordon/model'

/** The account of the operating system that PostgreSQL runs as. */
export interface SystemUser {
  readonly name: string
  readonly uid: number
  readonly gid: number
}

/** Accounts tried in turn when Cordon runs as root, which PostgreSQL refuses. The last one is in every container. */
const candidates = ['cordon', 'postgres', 'nobody']

/**
 * The account PostgreSQL must run as, or undefined when it can be the present one. As root it is the owner of an
 * existing cluster, else the first account that exists of `cordon`, `postgres` and `nobody`: nothing is created on
 * the machine.
 * @param cluster the folder of the database files; need not exist
 * @throws CordonError CORDON_STORE_NO_USER
 */
export function postgresUser(cluster: string): SystemUser | undefined {
  if (process.getuid?.() !== 0) return undefined
  const accounts = systemAccounts()
  const owner = ownerOf(cluster)
  if (owner && owner.uid !== 0)
    return accounts.find(({ uid }) => uid === owner.uid) ?? { name: `uid ${owner.uid}`, ...owner }
  for (const name of candidates) {
    const account = accounts.find((one) => one.name === name && one.uid !== 0)
    if (account) return account
  }
  throw new CordonError({
    code: 'CORDON_STORE_NO_USER',
    expected: `an account named ${candidates.join(', ')} to run PostgreSQL, which refuses root`,
    found: 'none of them in /etc/passwd',
    where: 'the embedded store',
    remedy: 'Run `useradd --system cordon`, run Cordon as an ordinary user, or set DATABASE_URL.',
  })
}

/**
 * The first folder on the way to `path` that the account may not enter, or undefined when it can reach it.
 * @param path an absolute path; parts that don't exist yet are passed over
 */
export function closedFolder(path: string, user: SystemUser): string | undefined {
  const folders: string[] = []
  for (let at = resolve(path); at !== dirname(at); at = dirname(at)) folders.unshift(dirname(at))
  return folders.find((folder) => {
    const stat = statSync(folder, { throwIfNoEntry: false })
    if (!stat) return false
    const bit = stat.uid === user.uid ? 0o100 : stat.gid === user.gid ? 0o010 : 0o001
    return (stat.mode & bit) === 0
  })
}

function ownerOf(folder: string): { uid: number; gid: number } | undefined {
  const stat = statSync(folder, { throwIfNoEntry: false })
  return stat && { uid: stat.uid, gid: stat.gid }
}

function systemAccounts(): SystemUser[] {
  return readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .filter((fields) => fields.length >= 4)
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
}
