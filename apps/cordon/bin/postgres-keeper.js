/**
 * Stops the embedded PostgreSQL once no Cordon process holds a lease on it (see src/store/postgres-process.ts). Plain
 * JavaScript beside the program, so that it runs from a build and from the sources alike. Its one argument is the
 * task as JSON.
 */
import { readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'

const task = JSON.parse(process.argv[2])
const client = new pg.Client({
  ...task.endpoint,
  user: 'cordon',
  password: readFileSync(join(task.data, 'postgres', 'cordon-password'), 'utf8').trim(),
  database: 'postgres',
  application_name: 'cordon keeper',
})
client.on('error', () => process.exit(0))
await client.connect()

/** @param {string} sql @param {unknown[]} values */
const ask = async (sql, values) => (await client.query(sql, values)).rows[0]?.answer
const tryLock = 'select pg_try_advisory_lock($1, $2) as answer'
const leases = `select count(*)::int as answer from pg_locks
  where locktype = 'advisory' and classid = $1 and objid = $2`

if (!(await ask(tryLock, [task.lockSpace, task.keeperLock]))) process.exit(0)
let unusedSince = 0
for (;;) {
  await pause(Math.max(100, Math.min(1000, task.linger / 4)))
  if ((await ask(leases, [task.lockSpace, task.leaseLock])) > 0) {
    unusedSince = 0
    continue
  }
  unusedSince ||= Date.now()
  if (Date.now() - unusedSince < task.linger) continue
  if (await ask(tryLock, [task.lockSpace, task.leaseLock])) break
}

client.removeAllListeners('error')
client.on('error', () => undefined)
process.kill(task.pid, 'SIGINT')
for (const end = Date.now() + 60_000; running() && Date.now() < end; ) await pause(20)
if (task.ephemeral) {
  const removed = `${task.data}.removed-${process.pid}`
  renameSync(task.data, removed)
  rmSync(removed, { recursive: true, force: true })
}
process.exit(0)

/** By its lock file: a process that nobody has waited for keeps its number. */
function running() {
  try {
    const pidFile = readFileSync(join(task.data, 'postgres', 'postmaster.pid'), 'utf8')
    return Number(pidFile.split('\n')[0]) === task.pid
  } catch {
    return false
  }
}
